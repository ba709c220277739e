"""Voortgangsgesprekken: the PIP says how many, each talk starts the time to the next (PP-22, law.md R-45)."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from contact.enums.appointments import AppointmentState, Purpose
from contact.rules.appointments import time_between_talks
from contact.services.appointments import keep_rhythm, record_outcome
from deadlines.enums import Kind
from deadlines.models import Deadline
from tests.factories import AppointmentFactory

START = datetime(2026, 3, 2, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))
pytestmark = pytest.mark.django_db


def clock_of(case: Case) -> Deadline:
    return case.deadlines.open().get(kind=Kind.VOORTGANGSGESPREK)


@pytest.mark.parametrize(
    ("talks", "length"),
    [(1, "12 maanden"), (2, "6 maanden"), (3, "4 maanden"), (4, "3 maanden"), (5, "10 weken"), (6, "2 maanden"),
     (12, "1 maand"), (26, "2 weken"), (60, "1 week")],
)  # fmt: skip
def test_a_year_is_divided_by_the_number_of_talks(talks: int, length: str) -> None:
    assert str(time_between_talks(talks)) == length


def test_each_talk_that_was_held_starts_the_time_to_the_next(case: Case, klantmanager: User) -> None:
    with time_machine.travel(START, tick=False):
        keep_rhythm(case=case, talks_per_year=2, on=date(2026, 3, 2), by=klantmanager)
        assert clock_of(case).due_on == date(2026, 9, 2)
        talk = AppointmentFactory(
            case=case, purpose=Purpose.VOORTGANGSGESPREK, starts_at=START + timedelta(days=30)
        )
    with time_machine.travel(START + timedelta(days=31), tick=False):
        record_outcome(appointment=talk, outcome=AppointmentState.DONE, by=klantmanager)
        assert clock_of(case).due_on == date(2026, 10, 1)
        met = case.deadlines.get(kind=Kind.VOORTGANGSGESPREK, met_on__isnull=False)
        assert met.met_on == date(2026, 4, 1)


@pytest.mark.parametrize(
    ("purpose", "outcome"),
    [
        (Purpose.VOORTGANGSGESPREK, AppointmentState.NO_SHOW),
        (Purpose.OVERIG, AppointmentState.DONE),
    ],
)
def test_a_talk_that_was_missed_or_about_something_else_moves_nothing(
    case: Case, klantmanager: User, purpose: Purpose, outcome: AppointmentState
) -> None:
    with time_machine.travel(START, tick=False):
        keep_rhythm(case=case, talks_per_year=2, on=date(2026, 3, 2), by=klantmanager)
        talk = AppointmentFactory(case=case, purpose=purpose, starts_at=START + timedelta(days=30))
    with time_machine.travel(START + timedelta(days=31), tick=False):
        record_outcome(appointment=talk, outcome=outcome, by=klantmanager)
        assert clock_of(case).due_on == date(2026, 9, 2)


def test_another_number_in_the_next_pip_counts_from_the_last_talk(case: Case, klantmanager: User) -> None:
    with time_machine.travel(START, tick=False):
        keep_rhythm(case=case, talks_per_year=2, on=date(2026, 3, 2), by=klantmanager)
        assert keep_rhythm(
            case=case, talks_per_year=2, on=timezone.localdate(), by=klantmanager
        ).due_on == date(2026, 9, 2), "The same number moves nothing."
        keep_rhythm(case=case, talks_per_year=4, on=date(2026, 3, 2), by=klantmanager)
        assert clock_of(case).due_on == date(2026, 6, 2)
    assert case.deadlines.get(stopped_on__isnull=False).stopped_reason
