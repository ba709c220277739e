from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inburgering.kit.calendar import SUNDAY, Calendar, easter, holidays, koningsdag

ANY_DAY = st.dates(date(2014, 1, 1), date(2098, 12, 31))


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (2024, date(2024, 3, 31)),
        (2025, date(2025, 4, 20)),
        (2026, date(2026, 4, 5)),
        (2027, date(2027, 3, 28)),
        (2035, date(2035, 3, 25)),
        (2038, date(2038, 4, 25)),  # as late as Easter can be
        (2049, date(2049, 4, 18)),  # here the simple form of Gauss goes wrong
        (2076, date(2076, 4, 19)),  # and here too
    ],
)
def test_easter(year: int, day: date) -> None:
    assert easter(year) == day


def test_easter_is_always_a_sunday_in_spring() -> None:
    for year in range(2014, 2100):
        assert easter(year).weekday() == SUNDAY
        assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)


def test_the_feestdagen_of_2026() -> None:
    assert holidays(2026) == {
        date(2026, 1, 1): "Nieuwjaarsdag",
        date(2026, 4, 3): "Goede Vrijdag",
        date(2026, 4, 6): "Tweede Paasdag",
        date(2026, 4, 27): "Koningsdag",
        date(2026, 5, 5): "Bevrijdingsdag",
        date(2026, 5, 14): "Hemelvaartsdag",
        date(2026, 5, 25): "Tweede Pinksterdag",
        date(2026, 12, 25): "Eerste Kerstdag",
        date(2026, 12, 26): "Tweede Kerstdag",
    }


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (2024, date(2024, 4, 27)),  # a Saturday: it stays
        (2025, date(2025, 4, 26)),  # the 27th is a Sunday
        (2026, date(2026, 4, 27)),
        (2031, date(2031, 4, 26)),  # the 27th is a Sunday
    ],
)
def test_koningsdag_is_never_on_a_sunday(year: int, day: date) -> None:
    assert koningsdag(year) == day


def test_bevrijdingsdag_counts_every_year_not_only_every_fifth() -> None:
    assert all(date(year, 5, 5) in holidays(year) for year in range(2022, 2040))


def test_a_day_that_a_besluit_equates_is_no_working_day() -> None:
    friday_after_hemelvaart = date(2026, 5, 15)
    assert not Calendar().is_day_off(friday_after_hemelvaart)
    assert Calendar({friday_after_hemelvaart: "KB"}).is_day_off(friday_after_hemelvaart)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 4, 27), "Koningsdag"),
        (date(2026, 4, 25), "een zaterdag"),
        (date(2026, 4, 26), "een zondag"),
        (date(2026, 5, 15), "een gelijkgestelde dag"),
        (date(2026, 12, 26), "Tweede Kerstdag"),  # a Saturday too: the feestdag says more
        (date(2026, 4, 28), ""),
    ],
)
def test_a_day_off_says_why(day: date, why: str) -> None:
    assert Calendar({date(2026, 5, 15): "KB"}).day_off(day) == why


def test_a_chain_of_days_off_is_walked_to_its_end() -> None:
    calendar = Calendar({date(2026, 1, 2): "KB"})
    assert calendar.next_working_day(date(2026, 1, 1)) == date(
        2026, 1, 5
    )  # Thu feestdag, Fri equated, weekend, Mon


@given(ANY_DAY)
def test_the_next_working_day_is_a_working_day_at_most_a_week_away(day: date) -> None:
    found = Calendar().next_working_day(day)
    assert not Calendar().is_day_off(found)
    assert timedelta(0) <= found - day < timedelta(days=7)
    assert Calendar().next_working_day(found) == found


@given(ANY_DAY, ANY_DAY)
def test_a_later_day_never_has_an_earlier_next_working_day(one: date, other: date) -> None:
    first, second = sorted((one, other))
    assert Calendar().next_working_day(first) <= Calendar().next_working_day(second)


def test_a_term_of_three_days_has_two_working_days_in_it() -> None:
    thursday = date(2026, 4, 2)  # then Goede Vrijdag, weekend, Tweede Paasdag
    assert Calendar().last_day(thursday, thursday + timedelta(days=2)) == date(2026, 4, 7)
    friday = date(2026, 6, 5)
    assert Calendar().last_day(friday, friday + timedelta(days=2)) == date(2026, 6, 8)  # Friday and Monday


def test_a_term_of_two_days_is_only_moved_off_a_day_off() -> None:
    saturday = date(2026, 6, 6)
    assert Calendar().last_day(saturday, saturday + timedelta(days=1)) == date(2026, 6, 8)
