"""Talks, requests and deaths in the work list: whose row it is, why it is there, and what it leads to."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone

from accounts.models import User
from caseload.enums import Level, Source
from caseload.rules import Signal, reason_for
from caseload.selectors import Row, work_list
from cases.models import Case
from contact.enums.appointments import CancelReason, Purpose
from contact.enums.interpreters import BookingState, InterpreterDecision
from contact.enums.requests import RequestType
from contact.services.appointments import cancel_appointment, move_appointment
from contact.services.interpreters import answer_booking, book_interpreter
from contact.services.preparation import send_pack
from inburgering.kit.partial_date import PartialDate
from tests.contact.requests import ask, put_to
from tests.factories import AppointmentFactory, CaseFactory, InterpreterFactory, PersonFactory, clock

TODAY = date(2026, 3, 16)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
pytestmark = pytest.mark.django_db


def rows(user: User, source: Source, *, team: bool = False) -> list[Row]:
    return work_list(user, today=timezone.localdate(), source=source, team=team).rows


def texts(user: User, source: Source, *, team: bool = False) -> list[str]:
    return [reason.text for row in rows(user, source, team=team) for reason in row.reasons]


@pytest.mark.parametrize(
    ("signal", "level", "words"),
    [
        (Signal(Source.REQUEST, 1, TODAY - timedelta(days=1), "brief|"), Level.LATE, "1 dag te laat"),
        (Signal(Source.REQUEST, 1, TODAY, "terugbellen|"), Level.SOON, "antwoord uiterlijk vandaag"),
        (
            Signal(Source.REQUEST, 1, TODAY + timedelta(days=4), "lestijd|"),
            Level.TODO,
            "uiterlijk vrijdag 20 maart",
        ),
        (
            Signal(Source.REQUEST, 1, TODAY + timedelta(days=4), "lestijd|", None, True),
            Level.WAITING,
            "ligt bij een ander",
        ),
        (
            Signal(Source.REQUEST, 1, TODAY + timedelta(days=14), "klacht|vertrouwelijk"),
            Level.SOON,
            "antwoord uiterlijk maandag 30 maart",
        ),
        (
            Signal(Source.REQUEST, 1, TODAY + timedelta(days=15), "klacht|vertrouwelijk"),
            Level.TODO,
            "antwoord uiterlijk dinsdag 31 maart",
        ),
        (
            Signal(Source.TALK, 1, TODAY, "gepland|voortgang|14:30:00|"),
            Level.TODO,
            "Voortgangsgesprek vandaag om 14:30",
        ),
        (
            Signal(Source.TALK, 1, TODAY + timedelta(days=1), "gepland|overig|09:00:00|"),
            Level.TODO,
            "morgen om 09:00",
        ),
        (
            Signal(Source.TALK, 1, TODAY - timedelta(days=1), "gepland|overig|09:00:00|"),
            Level.TODO,
            "schrijf op hoe het ging",
        ),
        (
            Signal(Source.TALK, 1, TODAY + timedelta(days=3), "concept|kennismaking|09:00:00|"),
            Level.SOON,
            "nog niet bevestigd",
        ),
        (
            Signal(Source.TALK, 1, TODAY, "concept|kennismaking|09:00:00|"),
            Level.LATE,
            "nog niet bevestigd",
        ),
        (
            Signal(Source.TALK, 1, TODAY, "afgezegd|kennismaking|09:00:00|"),
            Level.SOON,
            "Door de nieuwkomer afgezegd: kennismaking van maandag 16 maart 2026 om 09:00 uur.",
        ),
        (
            Signal(Source.TALK, 1, TODAY + timedelta(days=3), "verplaatst|overig|09:00:00|"),
            Level.TODO,
            "Door de nieuwkomer verplaatst naar donderdag 19 maart 2026 om 09:00 uur",
        ),
        (
            Signal(Source.TALK, 1, TODAY + timedelta(days=3), "afgezegd|overig|09:00:00|tolk"),
            Level.SOON,
            "Zeg de tolk af.",
        ),
        (
            Signal(Source.TALK, 1, TODAY + timedelta(days=3), "verplaatst|overig|09:00:00|tolk"),
            Level.SOON,
            "Vraag de tolk voor de nieuwe tijd.",
        ),
        (
            Signal(Source.TALK, 1, TODAY - timedelta(days=1), "verplaatst|overig|09:00:00|"),
            Level.TODO,
            "schrijf op hoe het ging",
        ),
        (Signal(Source.DIED, 1, TODAY), Level.STUCK, "Overleden op 16 maart 2026. Sluit het dossier."),
    ],
)
def test_each_reason_has_its_words_and_risk(signal: Signal, level: Level, words: str) -> None:
    reason = reason_for(signal, today=TODAY)
    assert (reason.level, words in reason.text) == (level, True), reason.text


def test_a_talk_stands_there_from_the_day_before_until_its_outcome_is_known(
    case: Case, klantmanager: User, colleague: User
) -> None:
    talk = AppointmentFactory(case=case, starts_at=clock(5))
    assert rows(klantmanager, Source.TALK) == []
    for moment, words in (
        (talk.starts_at - timedelta(days=1), "morgen om 10:00"),
        (talk.starts_at - timedelta(hours=2), "vandaag om 10:00"),
        (talk.starts_at + timedelta(days=2), "schrijf op hoe het ging"),
    ):
        with time_machine.travel(moment, tick=False):
            assert words in texts(klantmanager, Source.TALK)[0]
            assert rows(klantmanager, Source.TALK)[0].step.url_name == "dossier-contact"
            assert texts(colleague, Source.TALK) == []


def test_what_the_newcomer_cancels_stands_there_for_three_working_days(
    case: Case, klantmanager: User, colleague: User, resident: User
) -> None:
    """Also six minutes before the start; the booked interpreter must be told by somebody."""
    talk = AppointmentFactory(case=case, interpreter_decision=InterpreterDecision.INTERPRETER)
    interpreter = InterpreterFactory(gemeente=case.gemeente)
    booking = book_interpreter(appointment=talk, interpreter=interpreter, language="ti", by=klantmanager)
    answer_booking(booking=booking, state=BookingState.CONFIRMED, by=klantmanager)
    with time_machine.travel(talk.starts_at - timedelta(minutes=6), tick=False):
        cancel_appointment(appointment=talk, reason=CancelReason.ZIEK, by=resident)
        (text,) = texts(klantmanager, Source.TALK)
        assert text.startswith("Door de nieuwkomer afgezegd: kennismaking van ")
        assert text.endswith(" om 10:00 uur. Zeg de tolk af.")
        assert texts(colleague, Source.TALK) == []
    with time_machine.travel(talk.starts_at + timedelta(days=2), tick=False):
        assert texts(klantmanager, Source.TALK) == [], "It is past by more than a day."


def test_what_the_newcomer_moves_stands_there_until_a_colleague_moves_it_too(
    case: Case, klantmanager: User, resident: User
) -> None:
    talk = AppointmentFactory(
        case=case, starts_at=clock(9), interpreter_decision=InterpreterDecision.INTERPRETER
    )
    interpreter = InterpreterFactory(gemeente=case.gemeente)
    booking = book_interpreter(appointment=talk, interpreter=interpreter, language="ti", by=klantmanager)
    answer_booking(booking=booking, state=BookingState.CONFIRMED, by=klantmanager)
    moved = move_appointment(appointment=talk, starts_at=clock(8, "14:00"), by=resident)
    (text,) = texts(klantmanager, Source.TALK)
    assert text.startswith("Door de nieuwkomer verplaatst naar ")
    assert text.endswith(" om 14:00 uur: kennismaking. Vraag de tolk voor de nieuwe tijd.")
    with time_machine.travel(clock(4), tick=False):
        assert texts(klantmanager, Source.TALK) == []
    move_appointment(
        appointment=moved, starts_at=clock(8, "15:00"), by=klantmanager, confirmed_without_translation=True
    )
    assert texts(klantmanager, Source.TALK) == []


def test_what_a_colleague_cancelled_is_no_news(case: Case, klantmanager: User) -> None:
    talk = AppointmentFactory(case=case)
    cancel_appointment(
        appointment=talk, reason=CancelReason.MEDEWERKER, by=klantmanager, confirmed_without_translation=True
    )
    assert texts(klantmanager, Source.TALK) == []


def test_a_talk_at_half_past_midnight_is_of_the_dutch_day(case: Case, klantmanager: User) -> None:
    """In winter the Dutch clock is an hour ahead: at 23:30 UTC it is the next day here."""
    with time_machine.travel(datetime(2026, 11, 23, 9, tzinfo=AMSTERDAM), tick=False):
        AppointmentFactory(case=case, starts_at=datetime(2026, 11, 24, 0, 30, tzinfo=AMSTERDAM))
        assert "morgen om 00:30" in texts(klantmanager, Source.TALK)[0]


def test_a_talk_without_a_decision_about_the_interpreter_comes_two_weeks_before(
    case: Case, klantmanager: User
) -> None:
    """PP-68: nobody finds out at the door that there is no interpreter."""
    AppointmentFactory(case=case, starts_at=clock(8), as_concept=True, interpreter_decision="")
    assert "nog niet bevestigd" in texts(klantmanager, Source.TALK)[0]


def test_a_request_stands_with_who_must_answer_and_with_the_team(
    case: Case, klantmanager: User, colleague: User, teamleider: User, stranger: User, resident: User
) -> None:
    ask(case, resident)
    assert "andere lestijd" in texts(klantmanager, Source.REQUEST)[0]
    assert "andere lestijd" in texts(colleague, Source.REQUEST, team=True)[0]
    assert texts(colleague, Source.REQUEST) == []
    assert texts(stranger, Source.REQUEST, team=True) == []
    assert texts(klantmanager, Source.DEADLINE) == [], "Its clock isn't a second row."


def test_past_its_term_a_request_stands_with_the_team_lead_too(
    case: Case, klantmanager: User, teamleider: User, resident: User
) -> None:
    """PP-16, PP-17: also when it was parked with somebody else."""
    put_to(ask(case, resident), klantmanager)
    assert "ligt bij een ander" in texts(klantmanager, Source.REQUEST, team=True)[0]
    assert texts(teamleider, Source.REQUEST) == []
    with time_machine.travel(timezone.now() + timedelta(days=40), tick=False):
        assert "te laat met antwoord" in texts(klantmanager, Source.REQUEST)[0]
        assert "te laat met antwoord" in texts(teamleider, Source.REQUEST)[0]


def test_a_complaint_is_in_the_list_of_the_team_lead_only(
    case: Case, klantmanager: User, colleague: User, teamleider: User, resident: User
) -> None:
    """PP-14: the klantmanager doesn't see it, not in the own list and not in that of the team."""
    ask(case, resident, RequestType.KLACHT)
    assert "klacht" in texts(teamleider, Source.REQUEST, team=True)[0]
    with time_machine.travel(timezone.now() + timedelta(days=32), tick=False):
        (row,) = rows(teamleider, Source.REQUEST)
        assert row.reasons[0].level == Level.SOON
    for user in (klantmanager, colleague):
        assert texts(user, Source.REQUEST) + texts(user, Source.REQUEST, team=True) == []


def test_who_died_stands_there_until_the_dossier_is_closed(case: Case, klantmanager: User) -> None:
    case.person.died_on = timezone.localdate()
    case.person.save()
    (row,) = rows(klantmanager, Source.DIED)
    assert row.step.url_name == "dossier-sluiten"


def test_who_turns_18_stands_on_the_list_before_the_birthday(
    klantmanager: User, colleague: User, teamleider: User
) -> None:
    """PP-124: half a year before, with what to do; ready is ready, and nobody waits for an intake that can't be yet."""
    with time_machine.travel(datetime(2026, 2, 27, 9, tzinfo=AMSTERDAM)):
        young = CaseFactory(klantmanager=klantmanager, person=PersonFactory(birth=PartialDate(2008, 9, 20)))
        assert texts(klantmanager, Source.ADULT) == []
    with time_machine.travel(datetime(2026, 3, 2, 9, tzinfo=AMSTERDAM)):
        (row,) = rows(klantmanager, Source.ADULT)
        assert row.reasons[0].text == "Wordt 18 in september 2026: stuur het voorbereidingspakket."
        assert (row.reasons[0].level, row.step.url_name) == (Level.TODO, "intake")
        assert texts(klantmanager, Source.NEW) == texts(colleague, Source.ADULT) == []
        assert len(texts(teamleider, Source.ADULT, team=True)) == 1
        send_pack(case=young, by=klantmanager, confirmed_without_translation=True)
        assert texts(klantmanager, Source.ADULT) == [
            "Wordt 18 in september 2026: plan de brede intake in die maand."
        ]
    with time_machine.travel(datetime(2026, 9, 1, 9, tzinfo=AMSTERDAM)):
        (row,) = rows(klantmanager, Source.ADULT)
        assert row.reasons[0].level == Level.SOON
        assert row.reasons[0].text.endswith("De brede intake kan nu.")
        AppointmentFactory(case=young, purpose=Purpose.BREDE_INTAKE, starts_at=clock(10))
        assert texts(klantmanager, Source.ADULT) == []
