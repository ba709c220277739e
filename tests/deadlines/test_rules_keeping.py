"""When data must go, and when figures must come: what no message of DUO starts."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deadlines.enums import Ground
from deadlines.rules import Extension, Length, Unit, ends_plicht, is_death, next_delivery, wrong_decision
from tests.deadlines.examples import CALENDAR


@pytest.mark.parametrize(
    ("today", "due_on"),
    [
        (date(2026, 4, 1), date(2026, 4, 28)),
        (date(2026, 4, 28), date(2026, 4, 28)),
        (date(2026, 4, 29), date(2026, 7, 28)),
        (date(2026, 9, 30), date(2026, 10, 28)),
        (date(2026, 12, 31), date(2027, 1, 28)),
        (date(2027, 1, 28), date(2027, 1, 28)),
    ],
)
def test_figures_go_to_the_cbs_within_four_weeks_after_each_quarter(today: date, due_on: date) -> None:
    """The dates of 2026 as the CBS gives them (law.md 2.3)."""
    assert next_delivery(today, CALENDAR).due_on == due_on


@given(st.dates(date(2023, 1, 1), date(2045, 1, 1)))
def test_there_is_always_a_next_delivery_within_a_quarter_and_four_weeks(today: date) -> None:
    due_on = next_delivery(today, CALENDAR).due_on
    assert due_on is not None
    assert today <= due_on <= today + timedelta(days=92)


@pytest.mark.parametrize(
    ("reason", "ends", "dies"),
    [
        ("Inburgeringsplicht vervuld", True, False),
        ("Vrijgesteld of ontheven: medisch", True, False),
        ("Overleden", True, True),
        ("Verhuisd naar een andere gemeente", False, False),
        ("", False, False),
    ],
)
def test_who_moves_takes_the_plicht_along(reason: str, ends: bool, dies: bool) -> None:
    assert (ends_plicht(reason), is_death(reason)) == (ends, dies)


@pytest.mark.parametrize(
    ("extension", "decided_on", "words"),
    [
        (
            Extension(ground=Ground.BIJZONDER, length=Length(400, Unit.YEARS)),
            date(2026, 3, 1),
            "hoogstens 2 jaar",
        ),
        (
            Extension(ground=Ground.ZIEKTE, starts_on=date(2026, 1, 1), ends_on=date(2098, 1, 1)),
            date(2026, 3, 1),
            "niet langer duren",
        ),
        (Extension(ground=Ground.BEVALLING), date(1, 1, 1), "sinds 1 januari 2022"),
    ],
)
def test_what_duo_can_not_have_decided_is_refused(extension: Extension, decided_on: date, words: str) -> None:
    assert words in " ".join(wrong_decision(extension, decided_on))


def test_a_decision_like_others_is_taken() -> None:
    ill = Extension(ground=Ground.ZIEKTE, starts_on=date(2026, 1, 1), ends_on=date(2026, 4, 30))
    assert list(wrong_decision(ill, date(2026, 6, 1))) == []
