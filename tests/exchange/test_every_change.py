"""Every change of a PIP reaches DUO exactly once, checked by DUO's rules before it goes, also when a worker is killed."""

import json
import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import timezone

from accounts.enums import Role
from accounts.models import Gemeente, Team, User
from cases.models import Case
from exchange.enums import Channel, OutgoingState
from exchange.models import OutgoingMessage
from exchange.rules.notification import parse
from exchange.services import brp
from exchange.services.incoming import handle_message, keep_notification
from exchange.services.newcomers import keep_person
from exchange.services.outgoing import read_events, send_waiting_messages
from pip_plans import services
from pip_plans.enums import ApprovalDecision, Leerroute, Reaction, SwitchGround
from pip_plans.models import PipVersion
from tests.exchange.chain import LEYLA, YUSUF, Chain, tell_contact
from tests.exchange.test_crash import kill_while_sending
from tests.factories import CaseFactory, StaffFactory, TeamFactory
from tests.pip_plans.plans import BESIDES_THE_WISH, NOW_IN_ARABIC, establish, lawful_concept, lessons

WHY_A2 = "U volgde elke les, maar B1 lukt niet. Met A2 kunt u verder."
REASON = "U leert sneller dan wij dachten en u wilt naar het mbo. De school heeft plek voor u."
Change = Callable[[Case, User], PipVersion]


@pytest.fixture
def team(zonnedijk: Gemeente) -> Team:
    return TeamFactory(gemeente=zonnedijk)


@pytest.fixture
def guide(team: Team) -> User:
    return StaffFactory(name="Ans de Wit", team=team)


@pytest.fixture
def teamlead(team: Team) -> User:
    return StaffFactory(name="Truus van Dam", team=team, role=Role.TEAMLEIDER)


def open_yusuf(gemeente: Gemeente, guide: User) -> Case:
    today = timezone.localdate()
    case = CaseFactory(
        person=keep_person(brp.fetch_person(gemeente=gemeente, bsn=YUSUF)), klantmanager=guide,
        duty_from=today - timedelta(days=150), notified_on=today - timedelta(days=140),
        brp_registered_on=today - timedelta(days=20),
    )  # fmt: skip
    tell_contact()
    return case


def moved_here(gemeente: Gemeente) -> Case:
    """DUO says that Leyla came from another gemeente, with a PIP."""
    body = json.dumps(
        {"registratieDatumTijd": timezone.now().isoformat(), "gebeurtenisId": "SS121", "bsn": LEYLA}
    ).encode()
    row_id = keep_notification(
        message_id=uuid.uuid4(), gemeente_id=gemeente.pk, notification=parse(body), body=body
    )
    assert row_id
    handle_message(message_id=row_id)
    tell_contact()
    return Case.objects.get(gemeente=gemeente)


def first(case: Case, guide: User) -> PipVersion:
    return establish(lawful_concept(case, guide), on=timezone.localdate(), by=guide)


def changed(case: Case, guide: User, **fields: Any) -> PipVersion:
    concept = lawful_concept(case, guide, change_reason=REASON, **fields)
    return establish(concept, on=timezone.localdate(), by=guide)


def intensity(case: Case, guide: User) -> PipVersion:
    return changed(case, guide, intensity_hours=700)


def switch(case: Case, guide: User) -> PipVersion:
    return changed(
        case, guide, leerroute=Leerroute.O, intensity_hours=None, map_hours=None, wish_difference_reason="Past beter.",
        factors=BESIDES_THE_WISH,
        why_not_o="", why_not_b="Met een opleiding komt u verder.", switch_ground=SwitchGround.GROTER, switch_reason=REASON,
        motivation="U leert zo snel dat u in september naar het mbo kunt. Daar hoort deze route bij.",
        motivation_own_language=NOW_IN_ARABIC,
    )  # fmt: skip


def scale_down(case: Case, guide: User) -> PipVersion:
    lessons(case, guide, 620)
    return changed(
        case, guide, niveau="A2", effort=REASON, motivation=WHY_A2, motivation_own_language=NOW_IN_ARABIC
    )


def only_words(case: Case, guide: User) -> PipVersion:
    """Nothing in it that DUO keeps; yet a new PIP with a dagtekening of its own."""
    return changed(case, guide, support="De gemeente betaalt de cursus en de reis.")


LATER: dict[str, tuple[Change, dict[str, Any]]] = {
    "intensiteit": (intensity, {"leerroute": "B", "geschatteIntensiteitB1Route": 700}),
    "andere route": (switch, {"leerroute": "O"}),
    "afschalen": (scale_down, {"leerroute": "B", "niveau": "A2"}),
    "alleen woorden": (only_words, {"leerroute": "B", "geschatteIntensiteitB1Route": 600}),
}


def go() -> None:
    """Twice, as two workers and the clock do."""
    for _ in range(2):
        read_events()
        send_waiting_messages()


def posted(chain: Chain, bsn: str = YUSUF) -> list[dict[str, Any]]:
    return [json.loads(body) for body in chain.received(f"{bsn}/PIP")]


def states() -> list[str]:
    messages = OutgoingMessage.objects.filter(channel=Channel.DUO_PIP).order_by("id")
    return list(messages.values_list("state", flat=True))


# --- A table over all changes ---------------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize("kind", LATER)
def test_each_change_is_one_message(kind: str, chain: Chain, zonnedijk: Gemeente, guide: User) -> None:
    change, expected = LATER[kind]
    case = open_yusuf(zonnedijk, guide)
    first(case, guide)
    go()
    assert len(posted(chain)) == 1
    change(case, guide)
    go()
    assert len(posted(chain)) == 2
    assert expected.items() <= posted(chain)[1].items()
    assert states() == [OutgoingState.ACCEPTED] * 2
    assert case.events.filter(kind="duo.pip_aangenomen").count() == 2


@pytest.mark.django_db
def test_a_pip_without_akkoord_is_one_message(
    chain: Chain, zonnedijk: Gemeente, guide: User, teamlead: User
) -> None:
    case = open_yusuf(zonnedijk, guide)
    concept = lawful_concept(case, guide)
    services.share_concept(version=concept, by=guide)
    with time_machine.travel(timezone.now() + timedelta(days=8)):
        services.respond(
            version=PipVersion.objects.get(pk=concept.pk), reaction=Reaction.GEEN_REACTIE, by=guide
        )
        approval = services.ask_unilateral(
            version=concept,
            motivation="Hij reageert al weken niet en de tijd loopt af.",
            answers={},
            by=guide,
        )
        services.decide_approval(approval=approval, decision=ApprovalDecision.GOEDGEKEURD, by=teamlead)
        version = services.establish_unilaterally(version=concept, on=timezone.localdate(), by=guide)
        go()
    assert version.is_unilateral
    assert len(posted(chain)) == 1
    assert states() == [OutgoingState.ACCEPTED]


@pytest.mark.django_db
def test_a_pip_after_verhuizing_is_one_message(chain: Chain, zonnedijk: Gemeente, guide: User) -> None:
    case = moved_here(zonnedijk)
    earlier = chain.world.current_pip(LEYLA)
    assert earlier
    concept = lawful_concept(case, guide, intensity_hours=None)
    establish(concept, on=timezone.localdate(), by=guide)
    go()
    assert len(posted(chain, LEYLA)) == 1
    assert states() == [OutgoingState.ACCEPTED]
    current = chain.world.current_pip(LEYLA)
    assert current
    assert (earlier.gemeente, current.gemeente) == ("9902", "9901")


@pytest.mark.django_db
def test_what_duo_refuses_is_refused_here_first(chain: Chain, zonnedijk: Gemeente, guide: User) -> None:
    """DUO's acceptance checks stand before establishing and, when facts change after it, before sending."""
    case = open_yusuf(zonnedijk, guide)
    with pytest.raises(ValidationError, match="allereerste PIP"):
        changed(
            case, guide, niveau="A2", effort=REASON, motivation=WHY_A2, motivation_own_language=NOW_IN_ARABIC
        )
    concept = services.update_concept(
        version=PipVersion.objects.get(pip__case=case), niveau="", effort="", by=guide
    )
    establish(concept, on=timezone.localdate(), by=guide)
    Case.objects.filter(pk=case.pk).update(duty_from=timezone.localdate() + timedelta(days=2))
    go()
    assert posted(chain) == []
    assert states() == [OutgoingState.REFUSED]
    Case.objects.filter(pk=case.pk).update(duty_from=case.duty_from)


# --- With a worker that is killed ------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("after", [False, True], ids=["vóór DUO het heeft", "nadat DUO het heeft"])
@pytest.mark.parametrize("kind", ["eerste", "andere route"])
def test_a_worker_killed_while_sending_leaves_one_pip_at_duo(
    kind: str, after: bool, chain: Chain, zonnedijk: Gemeente, guide: User
) -> None:
    case = open_yusuf(zonnedijk, guide)
    first(case, guide)
    if kind != "eerste":
        go()
        LATER[kind][0](case, guide)
    before = len(posted(chain))
    read_events()
    kill_while_sending(chain, "register_pip", after=after)
    assert len(posted(chain)) == before + after
    message = OutgoingMessage.objects.filter(channel=Channel.DUO_PIP).latest("id")
    assert message.state == OutgoingState.SENDING
    go()
    assert len(posted(chain)) == before + after  # the dead worker's lease
    OutgoingMessage.objects.filter(pk=message.pk).update(next_attempt_at=timezone.now())
    go()
    assert len(posted(chain)) == before + 1
    assert states()[-1] == OutgoingState.ACCEPTED
    assert case.events.filter(kind="duo.pip_aangenomen").count() == before + 1
