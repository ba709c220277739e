"""R-16: DUO hears that a leerbaarheidstoets is skipped, once DUO's registration and the college's exemption are both there."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Gemeente, User
from cases.models import Case
from exchange.enums import Channel, OutgoingState
from exchange.models import OutgoingMessage
from exchange.services import brp
from exchange.services.newcomers import keep_person
from exchange.services.outgoing import read_events, retry_outgoing, send_waiting_messages
from exchange.services.withdrawing import withdraw_outgoing
from intake.services import record_lbt_exam_number, record_lbt_exemption
from tests.exchange.chain import YUSUF, Chain, tell_contact
from tests.factories import CaseFactory, StaffFactory, TeamFactory

pytestmark = pytest.mark.django_db
PATH = "/lbt/examennummer"


@pytest.fixture
def guide(zonnedijk: Gemeente) -> User:
    return StaffFactory(name="Ans de Wit", team=TeamFactory(gemeente=zonnedijk))


@pytest.fixture
def case(chain: Chain, zonnedijk: Gemeente, guide: User) -> Case:
    person = keep_person(brp.fetch_person(gemeente=zonnedijk, bsn=YUSUF))
    case = CaseFactory(person=person, klantmanager=guide)
    tell_contact()
    return case


def exempt(case: Case, by: User) -> None:
    record_lbt_exemption(case=case, ground="visueel", reason="Verklaring oogarts", by=by)


def send() -> OutgoingMessage:
    read_events()
    send_waiting_messages()
    return OutgoingMessage.objects.get(channel=Channel.DUO_LBT)


@pytest.mark.parametrize("number_first", [True, False])
def test_the_exemption_reaches_duo_whichever_came_first(
    case: Case, guide: User, chain: Chain, number_first: bool
) -> None:
    acts = [
        lambda: record_lbt_exam_number(case=case, exam_number="LBT100000001"),
        lambda: exempt(case, guide),
    ]
    first, second = acts if number_first else reversed(acts)
    first()
    assert read_events() == []
    for _ in range(2):
        second()
    message = send()
    assert (message.channel, message.state, message.body) == (Channel.DUO_LBT, OutgoingState.ACCEPTED, {})
    assert len(chain.received(PATH, "DELETE")) == 1
    assert YUSUF in chain.world.lbt_skipped
    event = case.events.get(kind="duo.lbt_aangenomen")
    assert "oogarts" not in event.text
    assert "visueel" not in str(event.data)


def test_duo_down_and_an_answer_that_got_lost_heal_themselves(case: Case, guide: User, chain: Chain) -> None:
    record_lbt_exam_number(case=case, exam_number="LBT100000001")
    exempt(case, guide)
    chain.world.lbt_skipped.add(YUSUF)  # DUO did it; its answer never came back.
    read_events()
    OutgoingMessage.objects.filter(channel=Channel.DUO_LBT).update(may_have_arrived=True)
    send_waiting_messages()
    assert OutgoingMessage.objects.get(channel=Channel.DUO_LBT).state == OutgoingState.ACCEPTED


def test_who_duo_never_registered_is_shown_to_people(case: Case, guide: User, chain: Chain) -> None:
    record_lbt_exam_number(case=case, exam_number="LBT100000001")
    exempt(case, guide)
    chain.control(f"personen/{YUSUF}", examennummer="")
    message = send()
    assert message.state == OutgoingState.REFUSED
    assert "geen aanmelding" in case.events.get(kind="duo.lbt_geweigerd").text
    chain.control(f"personen/{YUSUF}", examennummer="LBT100000001")
    retry_outgoing(message=message)
    send_waiting_messages()
    message.refresh_from_db()
    assert message.state == OutgoingState.ACCEPTED


def test_a_message_about_the_test_keeps_no_pip_waiting(case: Case, guide: User) -> None:
    record_lbt_exam_number(case=case, exam_number="LBT100000001")
    exempt(case, guide)
    read_events()
    OutgoingMessage.objects.filter(channel=Channel.DUO_LBT).update(
        next_attempt_at=timezone.now() + timedelta(hours=1)
    )
    event = case.events.get(kind="intake.lbt_overslaan")
    waiting = OutgoingMessage.objects.create(event=event, channel=Channel.DUO_PIP, case=case, body={})
    assert withdraw_outgoing(case=case, reason="Overleden") == 2
    kinds = set(case.events.filter(kind__startswith="duo.").values_list("kind", flat=True))
    assert kinds - {"duo.contact_aangenomen"} == {"duo.pip_ingetrokken", "duo.lbt_ingetrokken"}
    waiting.refresh_from_db()
    assert waiting.state == OutgoingState.WITHDRAWN
