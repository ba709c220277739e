"""A PIP that was registered by mistake is deleted at DUO, within DUO's limits."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from accounts.models import Gemeente, User
from cases.models import Case
from cases.services import record_event
from exchange.enums import Channel, OutgoingState
from exchange.models import OutgoingMessage
from exchange.services import brp
from exchange.services.newcomers import keep_person
from exchange.services.outgoing import read_events, send_waiting_messages
from pip_plans.models import PipVersion
from pip_plans.rules.withdrawing import Registration, withdrawal_obstacles
from pip_plans.services import withdraw_at_duo
from tests.exchange.chain import YUSUF, Chain
from tests.factories import CaseFactory, StaffFactory, TeamFactory
from tests.pip_plans.plans import establish, lawful_concept, lessons

REASON = "Dit PIP hoorde bij een andere persoon."


@pytest.fixture
def guide(zonnedijk: Gemeente) -> User:
    return StaffFactory(name="Ans de Wit", team=TeamFactory(gemeente=zonnedijk))


@pytest.fixture
def version(chain: Chain, zonnedijk: Gemeente, guide: User) -> PipVersion:
    """Registered at DUO, which hasn't set a termijn yet."""
    today = timezone.localdate()
    case = CaseFactory(
        person=keep_person(brp.fetch_person(gemeente=zonnedijk, bsn=YUSUF)), klantmanager=guide,
        duty_from=today - timedelta(days=150), notified_on=today - timedelta(days=140),
        brp_registered_on=today - timedelta(days=20),
    )  # fmt: skip
    made = establish(lawful_concept(case, guide), on=today, by=guide)
    send()
    chain.world.terms.pop(YUSUF, None)
    return made


def send() -> None:
    read_events()
    send_waiting_messages()


def case_of(version: PipVersion) -> Case:
    return version.pip.case


@pytest.mark.parametrize(
    ("fact", "value"),
    [("is_current", False), ("is_accepted", False), ("withdrawal_asked", True), ("term_is_set", True),
     ("has_course_hours", True)],
)  # fmt: skip
def test_each_limit_has_its_sentence(fact: str, value: bool) -> None:
    good = {
        "is_current": True,
        "is_accepted": True,
        "withdrawal_asked": False,
        "term_is_set": False,
        "has_course_hours": False,
    }
    assert withdrawal_obstacles(Registration(**good)) == []
    assert len(withdrawal_obstacles(Registration(**(good | {fact: value})))) == 1


@pytest.mark.django_db
def test_duo_deletes_it_once_and_the_dossier_keeps_it(version: PipVersion, chain: Chain, guide: User) -> None:
    withdraw_at_duo(version=version, reason=REASON, by=guide)
    with pytest.raises(ValidationError, match="al aan DUO gevraagd"):
        withdraw_at_duo(version=version, reason=REASON, by=guide)
    send()
    send()
    message = OutgoingMessage.objects.get(channel=Channel.DUO_PIP_GONE)
    assert message.state == OutgoingState.ACCEPTED
    assert len(chain.received("/PIP", "DELETE")) == 1
    assert chain.world.current_pip(YUSUF) is None
    assert case_of(version).events.filter(kind="duo.pip_verwijderd").count() == 1
    assert not PipVersion.objects.get(pk=version.pk).is_concept


@pytest.mark.django_db
def test_within_duos_limits(version: PipVersion, guide: User) -> None:
    record_event(case=case_of(version), kind="duo.termijn", text="Termijn", by=None)
    lessons(case_of(version), guide, 60)
    with pytest.raises(ValidationError) as refusal:
        withdraw_at_duo(version=version, reason=" ", by=guide)
    assert len(refusal.value.messages) == 3


@pytest.mark.django_db
def test_another_pip_at_duo_is_left_alone(version: PipVersion, chain: Chain, guide: User) -> None:
    withdraw_at_duo(version=version, reason=REASON, by=guide)
    chain.world.current_pip(YUSUF).pip["leerroute"] = "Z"  # type: ignore[union-attr]
    send()
    message = OutgoingMessage.objects.get(channel=Channel.DUO_PIP_GONE)
    assert message.state == OutgoingState.REFUSED
    assert "ander PIP" in message.problem
    assert chain.received("/PIP", "DELETE") == []


@pytest.mark.django_db
def test_the_page_asks_why(version: PipVersion, guide: User, log_in: object) -> None:
    mine = log_in(guide)  # type: ignore[operator]
    address = reverse("pip-weg-bij-duo", args=[case_of(version).pk, version.number])
    assert mine.post(address, {"reason": ""}).status_code == 422
    assert mine.post(address, {"reason": REASON}).status_code == 302
    assert "al aan DUO gevraagd" in mine.get(address).content.decode()
