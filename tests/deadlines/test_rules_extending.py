"""The inburgeringstermijn made longer by DUO (R-22 to R-26)."""

from datetime import date, timedelta

import pytest

from deadlines.enums import Ground, Kind, Route
from deadlines.rules import Extension, FactsError, Length, Outcome, Unit
from tests.deadlines.examples import AS, GM, answer

PIP = date(2025, 1, 15)
ENDS = date(2028, 1, 15)


def given(
    ground: Ground, first: date | None = None, last: date | None = None, length: Length | None = None
) -> Extension:
    return Extension(ground=ground, starts_on=first, ends_on=last, length=length)


def termijn(*extensions: Extension, **facts: object) -> Outcome:
    return answer(Kind.TERMIJN, **({"pip_dated_on": PIP} | facts), extensions=extensions)


def texts(outcome: Outcome) -> list[str]:
    return [step.text for step in outcome.steps]


# --- The examples of the law -----------------------------------------------------------------------------


def test_no_aanbod_within_three_months_gives_the_days_of_delay() -> None:
    outcome = termijn(
        given(Ground.GEEN_AANBOD, last=date(2026, 4, 20)),
        group=AS, route=Route.B, pip_dated_on=date(2025, 11, 28),
    )  # fmt: skip
    assert outcome.due_on == date(2029, 1, 18)
    assert outcome.sentence == (
        "3 jaar na de dagtekening van het PIP op 28 november 2025 = 28 november 2028; 51 dagen langer (geen "
        "inburgeringsaanbod binnen 3 maanden) = 18 januari 2029 (Wet inburgering 2021, artikel 11; Regeling "
        "inburgering 2021, artikel 4.1, onderdeel g)."
    )
    assert texts(outcome)[-1] == (
        "geen inburgeringsaanbod binnen 3 maanden: 51 dagen langer, voor de tijd van 1 maart 2026 tot en met 20 april 2026"
    )


def test_no_taalschakeltraject_within_six_months_gives_six_months() -> None:
    outcome = termijn(
        given(Ground.GEEN_TAALSCHAKELTRAJECT), group=AS, route=Route.O, pip_dated_on=date(2025, 8, 29)
    )
    assert (outcome.due_on, outcome.lapses_on) == (date(2029, 2, 28), None)


@pytest.mark.parametrize(
    ("ground", "route", "came_on"),
    [
        (Ground.GEEN_AANBOD, Route.Z, date(2025, 4, 15)),  # the very last day of the three months
        (Ground.GEEN_TAALSCHAKELTRAJECT, Route.O, date(2025, 7, 15)),
    ],
)
def test_what_came_in_time_gives_nothing(ground: Ground, route: Route, came_on: date) -> None:
    outcome = termijn(given(ground, last=came_on), group=AS, route=route)
    assert outcome.due_on == ENDS
    assert any("op tijd, dus geen extra tijd" in text for text in texts(outcome))


# --- Each ground, with its length and its cap -------------------------------------------------------------

YEAR_2026 = (date(2026, 1, 1), date(2026, 12, 31))
THREE_MONTHS = (date(2026, 1, 10), date(2026, 4, 9))
THREE_YEARS = (date(2025, 2, 1), date(2028, 1, 31))


@pytest.mark.parametrize(
    ("extension", "longer"),
    [
        (given(Ground.ZIEKTE, *THREE_MONTHS), 90),
        (given(Ground.ZIEKTE, *THREE_YEARS), 1095),  # no cap
        (given(Ground.OVERLIJDEN), Length(3, Unit.MONTHS)),
        (given(Ground.BEVALLING), Length(16, Unit.WEEKS)),
        (given(Ground.OPVANG, *THREE_MONTHS), 90),
        (given(Ground.ALFABETISERING, *YEAR_2026), 181),  # six months, until 30 June
        (given(Ground.DAKLOOSHEID, *THREE_YEARS), 730),  # two years, until 31 January 2027
        (given(Ground.SCHULD_VAN_SCHOOL, *YEAR_2026), 181),
        (given(Ground.BIJZONDER, *THREE_YEARS), 730),
        (given(Ground.OPLEIDING, *THREE_YEARS), 1095),
        (given(Ground.OPLEIDING_LOOPT), Length(2, Unit.YEARS)),
        (given(Ground.ENTREE, *THREE_YEARS), 730),
        (given(Ground.ONDERBREKING, *YEAR_2026), 365),
        (given(Ground.BIJNA_KLAAR), Length(6, Unit.MONTHS)),
        (given(Ground.AMBTSHALVE, length=Length(6, Unit.MONTHS)), Length(6, Unit.MONTHS)),
        (given(Ground.ZIEKTE, length=Length(4, Unit.MONTHS)), Length(4, Unit.MONTHS)),  # what DUO decided goes first
    ],
)  # fmt: skip
def test_each_ground_has_its_own_length_and_cap(extension: Extension, longer: int | Length) -> None:
    months = {Unit.MONTHS: 1, Unit.YEARS: 12}
    if isinstance(longer, int):
        expected = ENDS + timedelta(days=longer)
    elif longer.unit is Unit.WEEKS:
        expected = ENDS + timedelta(weeks=longer.number)
    else:
        years, month = divmod(longer.number * months[longer.unit], 12)
        expected = date(2028 + years, 1 + month, 15)
    assert termijn(extension).due_on == expected


@pytest.mark.parametrize(
    "ground", [Ground.ZIEKTE, Ground.OPVANG, Ground.DAKLOOSHEID, Ground.SCHULD_VAN_SCHOOL, Ground.BIJZONDER]
)
def test_a_day_less_than_three_months_gives_nothing(ground: Ground) -> None:
    outcome = termijn(given(ground, date(2026, 1, 10), date(2026, 4, 8)))
    assert outcome.due_on == ENDS
    assert any("korter dan 3 maanden, dus geen extra tijd" in text for text in texts(outcome))


def test_short_periods_count_when_they_are_three_months_together() -> None:
    ill = given(Ground.ZIEKTE, date(2026, 1, 1), date(2026, 2, 9))  # 40 days
    homeless = given(Ground.DAKLOOSHEID, date(2026, 5, 1), date(2026, 6, 29))  # 60 days
    assert termijn(ill).due_on == termijn(homeless).due_on == ENDS
    outcome = termijn(ill, homeless)
    assert outcome.due_on == ENDS + timedelta(days=100)
    assert "artikel 4.1, onderdeel j" in outcome.sentence


def test_a_day_under_two_grounds_counts_once() -> None:
    ill = given(Ground.ZIEKTE, date(2026, 1, 1), date(2026, 6, 30))
    homeless = given(Ground.DAKLOOSHEID, date(2026, 4, 1), date(2026, 9, 30))
    inside = given(Ground.OPVANG, date(2026, 2, 1), date(2026, 5, 31))
    assert termijn(ill, homeless, inside).due_on == ENDS + timedelta(days=273)  # 1 January to 30 September
    assert any("deze tijd telde al mee" in text for text in texts(termijn(ill, inside)))


def test_the_order_in_which_they_are_written_down_makes_no_difference() -> None:
    extensions = [
        given(Ground.OVERLIJDEN),
        given(Ground.BEVALLING),
        given(Ground.ZIEKTE, *THREE_MONTHS),
        given(Ground.DAKLOOSHEID, *YEAR_2026),
    ]
    assert termijn(*extensions).due_on == termijn(*reversed(extensions)).due_on


def test_an_education_that_goes_on_gives_two_years_and_then_twice_one() -> None:
    again = [given(Ground.OPLEIDING_LOOPT)] * 4
    assert [termijn(*again[:times]).due_on.year for times in range(5)] == [2028, 2030, 2031, 2032, 2032]


def test_nearly_done_is_given_once() -> None:
    once = termijn(given(Ground.BIJNA_KLAAR))
    assert termijn(given(Ground.BIJNA_KLAAR), given(Ground.BIJNA_KLAAR)).due_on == once.due_on


def test_an_education_from_before_the_plicht_counts_from_its_beginning() -> None:
    school = given(Ground.OPLEIDING, date(2024, 9, 1), date(2025, 6, 30))
    outcome = termijn(school, plicht_began_on=date(2025, 1, 1))
    assert outcome.due_on == ENDS + timedelta(days=181)


def test_a_ground_that_still_lasts_counts_later() -> None:
    outcome = termijn(given(Ground.ZIEKTE, date(2026, 1, 1)))
    assert outcome.due_on == ENDS
    assert any("zodra de laatste dag bekend is" in text for text in texts(outcome))


# --- What goes with it ------------------------------------------------------------------------------------


def test_what_is_counted_from_the_end_moves_along() -> None:
    extensions = (given(Ground.BIJNA_KLAAR),)
    moved = {
        kind: answer(kind, pip_dated_on=PIP, extensions=extensions, group=GM).due_on
        for kind in (Kind.PVT, Kind.MAP, Kind.VERLENGING_VANAF, Kind.LENING_TOT)
    }
    assert moved == {
        Kind.PVT: date(2028, 7, 15),
        Kind.MAP: date(2028, 7, 15),
        Kind.VERLENGING_VANAF: ENDS,
        Kind.LENING_TOT: date(2034, 7, 15),
    }


def test_two_readings_stay_two_until_the_end() -> None:
    outcome = termijn(given(Ground.OVERLIJDEN), pip_dated_on=date(2025, 2, 28))
    assert (outcome.due_on, outcome.lapses_on) == (date(2028, 5, 28), date(2028, 5, 29))
    assert "houd 28 mei 2028 aan, de termijn is pas na 29 mei 2028 voorbij" in outcome.sentence


def test_the_date_of_duo_goes_first_and_our_own_count_is_shown() -> None:
    extension = given(Ground.BIJNA_KLAAR)
    assert termijn(extension, duo_ends_on=date(2028, 7, 16)).info == ""
    other = termijn(extension, duo_ends_on=date(2028, 8, 1))
    assert other.due_on == date(2028, 7, 31)
    assert other.info == "Volgens DUO is 31 juli 2028 de laatste dag; zelf berekend: 15 juli 2028."


# --- What is refused --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("extension", "facts", "words"),
    [
        (given(Ground.GEEN_AANBOD), {"group": GM}, "geldt niet voor deze groep"),
        (given(Ground.ALFABETISERING, *YEAR_2026), {"route": Route.Z}, "geldt niet in deze leerroute"),
        (given(Ground.BIJNA_KLAAR), {"route": Route.O}, "geldt niet in deze leerroute"),
        (given(Ground.ZIEKTE), {}, "de eerste dag"),
        (given(Ground.ZIEKTE, date(2026, 2, 1), date(2026, 1, 1)), {}, "ligt vóór de eerste"),
        (given(Ground.ZIEKTE, date(1, 1, 1), date(9999, 1, 1)), {}, "te ver weg"),
        (given(Ground.AMBTSHALVE), {}, "de lengte die DUO besloot"),
        (given(Ground.OPLEIDING, date(2022, 1, 1), date(2022, 12, 31)), {}, "bestaat pas sinds 1 januari 2023"),
        (given(Ground.ONDERBREKING, date(2026, 1, 1), date(2027, 1, 1)), {}, "meer dan een jaar"),
    ],
)  # fmt: skip
def test_what_the_law_does_not_know_is_refused(
    extension: Extension, facts: dict[str, object], words: str
) -> None:
    with pytest.raises(FactsError, match=words):
        termijn(extension, **facts)


@pytest.mark.parametrize("kind", [Kind.PIP, Kind.BEZWAAR, Kind.AANBOD])
def test_another_term_cannot_be_extended(kind: Kind) -> None:
    with pytest.raises(FactsError, match="kan niet worden verlengd"):
        answer(kind, extensions=(given(Ground.BEVALLING),))
