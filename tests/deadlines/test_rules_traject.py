"""The inburgeringstermijn and what is counted from it (R-20, R-21, R-26, R-43, R-46)."""

from datetime import date

import pytest

from deadlines.enums import Kind
from deadlines.rules import (
    FactsError,
)
from tests.deadlines.examples import AS, GM, answer


@pytest.mark.parametrize(
    ("dated", "first", "termijn", "routewissel", "verlenging_from"),
    [
        (date(2024, 3, 15), date(2024, 3, 16), (date(2027, 3, 15), None), (date(2025, 9, 15), None), date(2026, 9, 15)),
        (date(2023, 8, 31), date(2023, 9, 1), (date(2026, 8, 31), None), (date(2025, 2, 28), None), date(2026, 2, 28)),
        (date(2024, 2, 29), date(2024, 3, 1), (date(2027, 2, 28), None),
         (date(2025, 8, 29), date(2025, 8, 31)), date(2026, 8, 28)),
        (date(2025, 2, 28), date(2025, 3, 1), (date(2028, 2, 28), date(2028, 2, 29)),
         (date(2026, 8, 28), date(2026, 8, 31)), date(2027, 8, 29)),
        (date(2024, 2, 28), date(2024, 2, 29), (date(2027, 2, 27), date(2027, 2, 28)),
         (date(2025, 8, 28), None), date(2026, 8, 28)),
    ],
)  # fmt: skip
def test_the_three_years_the_switch_of_route_and_the_first_day_for_verlenging(
    dated: date, first: date, termijn: tuple[date, date | None], routewissel: tuple[date, date | None],
    verlenging_from: date,
) -> None:  # fmt: skip
    years = answer(Kind.TERMIJN, pip_dated_on=dated)
    months = answer(Kind.ROUTEWISSEL, pip_dated_on=dated)
    assert (years.starts_on, years.due_on, years.lapses_on) == (first, *termijn)
    assert (months.starts_on, months.due_on, months.lapses_on) == (first, *routewissel)
    assert answer(Kind.VERLENGING_VANAF, pip_dated_on=dated).due_on == verlenging_from


def test_a_term_of_years_does_not_move_off_a_sunday() -> None:
    outcome = answer(Kind.TERMIJN, pip_dated_on=date(2024, 2, 29))
    assert outcome.due_on == date(2027, 2, 28)  # a Sunday
    assert "Algemene termijnenwet" not in outcome.sentence


def test_two_readings_are_both_named() -> None:
    assert answer(Kind.ROUTEWISSEL, pip_dated_on=date(2024, 2, 29)).sentence == (
        "18 maanden na de dagtekening van het PIP op 29 februari 2024 = 29 augustus 2025, of 31 augustus als u vanaf de "
        "eerste dag telt: houd 29 augustus aan, de termijn is pas na 31 augustus voorbij "
        "(Besluit inburgering 2021, artikel 5.4)."
    )


def test_the_end_date_of_duo_is_not_the_last_day_itself() -> None:
    outcome = answer(Kind.TERMIJN, pip_dated_on=date(2024, 3, 15), duo_ends_on=date(2027, 3, 16))
    assert (outcome.due_on, outcome.lapses_on, outcome.info) == (date(2027, 3, 15), None, "")


def test_the_date_of_duo_goes_first_and_a_difference_is_shown() -> None:
    outcome = answer(Kind.TERMIJN, pip_dated_on=date(2024, 3, 15), duo_ends_on=date(2027, 9, 16))
    assert outcome.due_on == date(2027, 9, 15)
    assert outcome.info == "Volgens DUO is 15 september 2027 de laatste dag; zelf berekend: 15 maart 2027."


@pytest.mark.parametrize("end", [date(2028, 2, 29), date(2028, 3, 1)])
def test_duo_settles_which_reading_it_is(end: date) -> None:
    outcome = answer(Kind.TERMIJN, pip_dated_on=date(2025, 2, 28), duo_ends_on=end)
    assert (outcome.lapses_on, outcome.info) == (None, "")
    assert (end - outcome.due_on).days == 1


def test_the_start_date_of_duo_is_enough_when_the_first_pip_was_elsewhere() -> None:
    outcome = answer(Kind.TERMIJN, duo_starts_on=date(2024, 3, 16), duo_ends_on=date(2027, 3, 16))
    assert (outcome.starts_on, outcome.due_on) == (date(2024, 3, 16), date(2027, 3, 15))


def test_another_start_date_of_duo_is_shown() -> None:
    outcome = answer(
        Kind.TERMIJN,
        pip_dated_on=date(2024, 3, 15),
        duo_starts_on=date(2024, 3, 15),
        duo_ends_on=date(2027, 3, 16),
    )
    assert outcome.info == "Volgens DUO is 15 maart 2024 de eerste dag; zelf berekend: 16 maart 2024."


def test_verlenging_is_counted_back_from_the_day_of_duo() -> None:
    outcome = answer(Kind.VERLENGING_VANAF, pip_dated_on=date(2024, 3, 15), duo_ends_on=date(2027, 9, 16))
    assert outcome.due_on == date(2027, 3, 15)


@pytest.mark.parametrize(
    ("kind", "dated", "due_on"),
    [
        (Kind.AANBOD, date(2025, 11, 28), date(2026, 2, 28)),  # a Saturday: a Regeling doesn't move
        (Kind.AANBOD, date(2024, 11, 29), date(2025, 2, 28)),
        (Kind.TAALSCHAKELTRAJECT, date(2025, 8, 29), date(2026, 2, 28)),
    ],
)
def test_terms_of_a_ministeriele_regeling_do_not_move(kind: Kind, dated: date, due_on: date) -> None:
    assert answer(kind, group=AS, pip_dated_on=dated).due_on == due_on


def test_the_aanbod_is_for_asielstatushouders_only() -> None:
    with pytest.raises(FactsError, match="geldt niet voor deze groep"):
        answer(Kind.AANBOD, group=GM, pip_dated_on=date(2025, 11, 28))
