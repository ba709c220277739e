"""The PIP goes to DUO once, whatever fails on the way."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import ProgrammingError, transaction
from django.utils import timezone

from accounts.models import Gemeente, User
from cases.models import Case
from cases.services import record_event
from exchange.enums import Channel, EventKind, OutgoingState
from exchange.models import ExchangeLog, OutgoingMessage
from exchange.rules.duo import is_same_pip, pip_message
from exchange.rules.retries import LONGEST_WAIT, NEXT_STATES, PATIENCE, gives_up, wait_before
from exchange.services import brp
from exchange.services.newcomers import keep_person
from exchange.services.outgoing import read_events, retry_outgoing, send_message, send_waiting_messages
from exchange.services.withdrawing import withdraw_outgoing
from pip_plans.models import PipVersion
from pip_plans.services import update_concept
from tests.exchange.chain import YUSUF, Chain, assert_conforms, official, tell_contact
from tests.factories import CaseFactory, StaffFactory, TeamFactory
from tests.pip_plans.plans import establish, lawful_concept

pytestmark = pytest.mark.django_db


@pytest.fixture
def guide(zonnedijk: Gemeente) -> User:
    return StaffFactory(name="Ans de Wit", team=TeamFactory(gemeente=zonnedijk))


@pytest.fixture
def case_of_yusuf(chain: Chain, zonnedijk: Gemeente, guide: User) -> Case:
    today = timezone.localdate()
    person = keep_person(brp.fetch_person(gemeente=zonnedijk, bsn=YUSUF))
    case = CaseFactory(
        person=person, klantmanager=guide, duty_from=today - timedelta(days=150),
        notified_on=today - timedelta(days=140), brp_registered_on=today - timedelta(days=20),
    )  # fmt: skip
    tell_contact()
    return case


@pytest.fixture
def version(case_of_yusuf: Case, guide: User) -> PipVersion:
    concept = lawful_concept(case_of_yusuf, guide)
    return establish(concept, on=timezone.localdate(), by=guide)


def send() -> OutgoingMessage:
    """Reads the events and sends; answers the one message."""
    read_events()
    send_waiting_messages()
    return OutgoingMessage.objects.get(channel=Channel.DUO_PIP)


def due_again() -> None:
    OutgoingMessage.objects.filter(channel=Channel.DUO_PIP).update(next_attempt_at=timezone.now())


def event_text(case: Case, kind: EventKind) -> str:
    return str(case.events.get(kind=kind).text)


# --- The way it goes --------------------------------------------------------------------------------------


@pytest.mark.ketentest
def test_an_established_pip_reaches_duo(version: PipVersion, chain: Chain, case_of_yusuf: Case) -> None:
    message = send()
    assert (message.state, message.problem) == (OutgoingState.ACCEPTED, "")
    (body,) = chain.received("/PIP")
    assert json.loads(body) == {
        "dagtekeningPip": timezone.localdate().isoformat(),
        "leerroute": "B",
        "geschatteIntensiteitB1Route": 600,
        "indicatorMagOpleidingAfmaken": False,
        "indicatorAlfabetiseringsonderwijs": "NVT",
    }
    headers = {"Content-Type": "application/json"}
    response = chain.ask("POST", f"/duo/pip/v1/personen/{YUSUF}/PIP", content=body, headers=headers)
    assert_conforms(official("duo/PIP.yml"), f"/personen/{YUSUF}/PIP", response)
    assert "aangenomen" in event_text(case_of_yusuf, EventKind.PIP_ACCEPTED)


def test_reading_the_events_twice_makes_one_message(version: PipVersion, chain: Chain) -> None:
    assert len(read_events()) == 1
    assert read_events() == []
    send_waiting_messages()
    send_waiting_messages()
    assert len(chain.received("/PIP")) == 1


def test_the_message_itself_holds_no_bsn(version: PipVersion) -> None:
    send()
    assert YUSUF not in str(OutgoingMessage.objects.values())
    assert YUSUF not in str(list(ExchangeLog.objects.values()))


# --- Refused ------------------------------------------------------------------------------------------------


def test_a_refusal_comes_back_in_words(version: PipVersion, chain: Chain, case_of_yusuf: Case) -> None:
    chain.control(f"personen/{YUSUF}", plicht=False)
    message = send()
    assert message.state == OutgoingState.REFUSED
    event = case_of_yusuf.events.get(kind=EventKind.PIP_REFUSED)
    assert "De persoon is niet inburgeringsplichtig." in event.text
    assert event.data["version_id"] == version.pk
    chain.control(f"personen/{YUSUF}", plicht=True)
    retry_outgoing(message=message)
    assert send().state == OutgoingState.ACCEPTED


def test_a_refused_version_is_replaced_by_one_that_duo_takes(
    version: PipVersion, chain: Chain, case_of_yusuf: Case, guide: User
) -> None:
    chain.control(f"personen/{YUSUF}", plicht=False)
    refused = send()
    second = lawful_concept(case_of_yusuf, guide, change_reason="De cursus duurt langer dan gedacht.")
    establish(second, on=timezone.localdate(), by=guide)
    chain.control(f"personen/{YUSUF}", plicht=True)
    read_events()
    send_waiting_messages()
    assert OutgoingMessage.objects.latest("id").state == OutgoingState.ACCEPTED
    refused.refresh_from_db()
    assert (refused.state, refused.problem) == (
        OutgoingState.WITHDRAWN,
        "Vervangen door een later bericht dat DUO wel aannam.",
    )


def test_what_duo_would_refuse_isnt_sent(version: PipVersion, chain: Chain, case_of_yusuf: Case) -> None:
    Case.objects.filter(pk=case_of_yusuf.pk).update(
        brp_registered_on=timezone.localdate() + timedelta(days=1)
    )
    assert send().state == OutgoingState.REFUSED
    assert chain.received("/PIP") == []
    assert event_text(case_of_yusuf, EventKind.PIP_REFUSED)


def test_a_person_outside_our_scope_is_a_refusal(version: PipVersion, chain: Chain) -> None:
    chain.control(f"personen/{YUSUF}", gemeente="9902")
    message = send()
    assert message.state == OutgoingState.REFUSED
    assert "geen gegevens over deze persoon" in message.problem


# --- Outages --------------------------------------------------------------------------------------------------


def test_duo_down_for_a_day_heals_itself(version: PipVersion, chain: Chain) -> None:
    chain.control("storing", part="duo", down=True)
    waits = []
    for _ in range(30):
        due_again()
        message = send()
        assert message.state == OutgoingState.WAITING
        waits.append(message.next_attempt_at - timezone.now())
    assert "geen antwoord" in message.problem
    assert waits[0] < timedelta(minutes=1)
    assert timedelta(minutes=40) < max(waits) <= LONGEST_WAIT * 1.25
    chain.control("storing", part="duo")
    due_again()
    assert send().state == OutgoingState.ACCEPTED
    assert len(chain.world.pips[YUSUF]) == 1


def test_a_pip_whose_answer_was_lost_isnt_sent_again(version: PipVersion, chain: Chain) -> None:
    chain.control("storing", part="duo", lose_answers=1)
    message = send()
    assert (message.state, message.may_have_arrived) == (OutgoingState.WAITING, True)
    due_again()
    assert send().state == OutgoingState.ACCEPTED
    assert len(chain.received("/PIP")) == 1
    assert len(chain.received("/PIP", "GET")) == 1


def test_a_pip_that_really_got_lost_is_sent_again(version: PipVersion, chain: Chain) -> None:
    chain.control("storing", part="duo", fail_next=1, status=500)
    assert send().may_have_arrived
    due_again()
    assert send().state == OutgoingState.ACCEPTED
    assert len(chain.world.pips[YUSUF]) == 1


def test_a_worker_that_died_while_sending_is_taken_over(version: PipVersion, chain: Chain) -> None:
    read_events()
    later = timezone.now() + timedelta(minutes=9)
    OutgoingMessage.objects.filter(channel=Channel.DUO_PIP).update(
        state=OutgoingState.SENDING, attempts=1, next_attempt_at=later
    )
    assert send_waiting_messages() == 0  # the other may still be busy
    due_again()
    message = send()
    assert (message.state, message.attempts) == (OutgoingState.ACCEPTED, 2)
    assert len(chain.received("/PIP", "GET")) == 1


def test_after_a_week_people_must_look(version: PipVersion, chain: Chain, case_of_yusuf: Case) -> None:
    chain.control("storing", part="duo", status=503, fail_next=1)
    read_events()
    OutgoingMessage.objects.filter(channel=Channel.DUO_PIP).update(patient_from=timezone.now() - PATIENCE)
    message = send()
    assert message.state == OutgoingState.FAILED
    assert "1 keer geprobeerd" in event_text(case_of_yusuf, EventKind.PIP_FAILED)
    retry_outgoing(message=message)
    assert send().state == OutgoingState.ACCEPTED


def test_a_closed_dossier_sends_nothing_more(version: PipVersion, chain: Chain, case_of_yusuf: Case) -> None:
    read_events()
    assert withdraw_outgoing(case=case_of_yusuf, reason="Overleden op 3 maart 2026") == 1
    assert send().state == OutgoingState.WITHDRAWN
    assert chain.received("/PIP") == []


def test_a_later_version_waits_for_the_earlier_one(
    version: PipVersion, chain: Chain, case_of_yusuf: Case, guide: User
) -> None:
    chain.control("storing", part="duo", down=True)
    send()
    second = lawful_concept(case_of_yusuf, guide, intensity_hours=700)
    second = update_concept(version=second, by=guide, change_reason="De cursus duurt langer dan gedacht.")
    establish(second, on=timezone.localdate(), by=guide)
    chain.control("storing", part="duo")
    read_events()
    send_waiting_messages()  # the second is due, but the first isn't yet
    pips = OutgoingMessage.objects.filter(channel=Channel.DUO_PIP).order_by("id")
    assert list(pips.values_list("state", "attempts")) == [
        ("wacht", 1),
        ("wacht", 0),
    ]
    due_again()
    assert send_waiting_messages() == 2
    assert set(OutgoingMessage.objects.values_list("state", flat=True)) == {OutgoingState.ACCEPTED}
    hours = [one.pip["geschatteIntensiteitB1Route"] for one in chain.world.pips[YUSUF]]
    assert hours == [600, 700]


# --- States ----------------------------------------------------------------------------------------------------


def test_what_is_done_cant_be_tried_again(version: PipVersion) -> None:
    message = send()
    with pytest.raises(ValidationError, match="al klaar"):
        retry_outgoing(message=message)


def test_the_database_refuses_a_state_that_cant_follow(version: PipVersion) -> None:
    message = send()
    with pytest.raises(ProgrammingError), transaction.atomic():
        OutgoingMessage.objects.filter(pk=message.pk).update(state=OutgoingState.WAITING)


def test_every_state_is_in_the_table() -> None:
    assert set(NEXT_STATES) == set(OutgoingState)
    assert not NEXT_STATES[OutgoingState.ACCEPTED]


@pytest.mark.parametrize(("attempts", "seconds"), [(1, 30), (2, 60), (3, 120), (8, 3600), (500, 3600)])
def test_waiting_doubles_to_an_hour(attempts: int, seconds: int) -> None:
    assert wait_before(attempts, luck=0.5) == timedelta(seconds=seconds)
    assert wait_before(attempts, luck=0) < wait_before(attempts, luck=1)


def test_patience_lasts_a_week() -> None:
    now = timezone.now()
    assert not gives_up(first_at=now - PATIENCE + timedelta(seconds=1), now=now)
    assert gives_up(first_at=now - PATIENCE, now=now)


# --- The body ------------------------------------------------------------------------------------------------------

FULL = {
    "established_on": timezone.localdate(), "leerroute": "B", "niveau": "", "intensity_hours": 600,
    "may_finish_education": None, "alphabetisation": "", "is_asylum": True,
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "present", "absent"),
    [
        ({}, {"geschatteIntensiteitB1Route": 600}, {"niveau", "indicatorMagOpleidingAfmaken"}),
        ({"is_asylum": False}, {}, {"geschatteIntensiteitB1Route"}),
        ({"leerroute": "Z"}, {"leerroute": "Z"}, {"geschatteIntensiteitB1Route"}),
        ({"niveau": "A2", "may_finish_education": True}, {"niveau": "A2", "indicatorMagOpleidingAfmaken": True}, set()),
        ({"alphabetisation": "AA"}, {"indicatorAlfabetiseringsonderwijs": "AA"}, set()),
    ],
)  # fmt: skip
def test_the_body_holds_only_what_duo_takes(
    change: dict[str, Any], present: dict[str, Any], absent: set[str]
) -> None:
    body = pip_message(**FULL | change)
    assert present.items() <= body.items()
    assert not absent & body.keys()


def test_duos_pip_is_ours_also_with_a_level_filled_in() -> None:
    ours = {"dagtekeningPip": "2026-03-03", "leerroute": "B"}
    assert is_same_pip(ours, ours | {"niveau": "B1"})
    assert not is_same_pip(ours, ours | {"dagtekeningPip": "2026-03-04"})


def test_an_event_of_another_kind_makes_no_message(case_of_yusuf: Case) -> None:
    record_event(case=case_of_yusuf, kind="pip.concept", text="Concept", by=None)
    assert read_events() == []
    send_message(message_id=0)
