"""Adding, bezwaar and nonsense, as tables of cases. A remark names the weekday, since that is what most turn on."""

from datetime import date

import pytest

from deadlines.enums import Instrument, Kind
from deadlines.rules import (
    FactsError,
    ThirdParty,
)
from deadlines.rules.arithmetic import Length, Unit, after, before, covered_by_atw
from tests.deadlines.examples import AS, GM, answer

# --- Adding ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "length", "last"),
    [
        (date(2026, 1, 5), Length(10, Unit.WEEKS), date(2026, 3, 16)),
        (date(2026, 1, 5), Length(3, Unit.DAYS), date(2026, 1, 8)),
        (date(2025, 11, 30), Length(3, Unit.MONTHS), date(2026, 2, 28)),  # no 30 February
        (date(2023, 11, 30), Length(3, Unit.MONTHS), date(2024, 2, 29)),  # leap year
        (date(2024, 2, 29), Length(3, Unit.YEARS), date(2027, 2, 28)),
        (date(2024, 2, 29), Length(4, Unit.YEARS), date(2028, 2, 29)),
        (date(2025, 12, 31), Length(2, Unit.MONTHS), date(2026, 2, 28)),  # over the new year
    ],
)
def test_a_term_ends_on_the_same_day_number_or_the_last_of_the_month(
    day: date, length: Length, last: date
) -> None:
    assert after(day, length) == last


@pytest.mark.parametrize(
    ("day", "length", "first"),
    [
        (date(2027, 3, 15), Length(6, Unit.MONTHS), date(2026, 9, 15)),
        (date(2026, 8, 31), Length(6, Unit.MONTHS), date(2026, 2, 28)),
        (date(2026, 1, 15), Length(2, Unit.WEEKS), date(2026, 1, 1)),
    ],
)
def test_counting_backwards(day: date, length: Length, first: date) -> None:
    assert before(day, length) == first


@pytest.mark.parametrize(
    ("length", "instrument", "covered"),
    [
        (Length(12, Unit.WEEKS), Instrument.WET, True),
        (Length(13, Unit.WEEKS), Instrument.WET, False),
        (Length(3, Unit.MONTHS), Instrument.AMVB, True),
        (Length(4, Unit.MONTHS), Instrument.AMVB, False),
        (Length(90, Unit.DAYS), Instrument.WET, True),
        (Length(91, Unit.DAYS), Instrument.WET, False),
        (Length(1, Unit.YEARS), Instrument.WET, False),
        (Length(2, Unit.WEEKS), Instrument.REGELING, False),  # a minister's own text, however short
    ],
)
def test_what_the_algemene_termijnenwet_covers(
    length: Length, instrument: Instrument, *, covered: bool
) -> None:
    assert covered_by_atw(length, instrument) is covered


# --- Bezwaar (R-95, R-96) ------------------------------------------------------------------------------


def test_bezwaar_runs_from_the_day_after_and_moves_over_hemelvaart() -> None:
    outcome = answer(Kind.BEZWAAR, announced_on=date(2026, 4, 2))
    assert outcome.starts_on == date(2026, 4, 3)
    assert outcome.due_on == date(2026, 5, 18)  # Thursday Hemelvaart, Friday equated, weekend


@pytest.mark.parametrize(
    ("facts", "due_on"),
    [
        ({}, date(2026, 6, 29)),  # six weeks, a Monday
        ({"with_committee": True}, date(2026, 8, 10)),  # twelve weeks, a Monday
        ({"with_committee": True, "adjourned": True}, date(2026, 9, 21)),  # and six more
        ({"adjourned": True}, date(2026, 8, 10)),
    ],
)
def test_the_decision_counts_from_the_day_after_the_bezwaartermijn(
    facts: dict[str, bool], due_on: date
) -> None:
    outcome = answer(Kind.BESLISSING_OP_BEZWAAR, announced_on=date(2026, 4, 2), **facts)
    assert (outcome.starts_on, outcome.due_on) == (date(2026, 5, 19), due_on)


# --- Nonsense -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "facts", "words"),
    [
        (Kind.PIP, {"group": GM, "notified_on": date(2021, 12, 31)}, "De kennisgeving van DUO kan niet op 31 december 2021"),
        (Kind.PIP, {"group": GM, "notified_on": date(1, 1, 1)}, "dat is vóór 1 januari 2022"),
        (Kind.PIP, {"group": GM, "notified_on": date(9999, 12, 31)}, "dat is na 31 december 2099"),
        (Kind.PIP, {"group": AS, "notified_on": date(2026, 1, 5), "brp_registered_on": date(1899, 12, 31)}, "1 januari 1900"),
        (Kind.PIP_NA_VERHUIZING, {"brp_registered_on": date(2021, 12, 31)}, "gold de Wet inburgering 2021 nog niet"),
        (Kind.TERMIJN, {"pip_dated_on": date(2021, 6, 1)}, "De dagtekening van het PIP kan niet"),
        (Kind.TERMIJN, {"pip_dated_on": date(2024, 3, 15), "duo_ends_on": date(2024, 3, 15)}, "ligt niet na het begin"),
        (Kind.PIP, {"group": GM, "notified_on": date(2026, 1, 5),
                    "third_parties": (ThirdParty(date(2026, 2, 20), date(2026, 2, 19)),)}, "pas op 20 februari 2026 gevraagd"),
        (Kind.PIP, {"group": GM, "notified_on": date(2026, 1, 5),
                    "third_parties": (ThirdParty(date(2020, 2, 20)),)}, "niet op 20 februari 2020 zijn gevraagd"),
    ],
)  # fmt: skip
def test_nonsense_gets_a_sentence(kind: Kind, facts: dict[str, object], words: str) -> None:
    with pytest.raises(FactsError, match=words):
        answer(kind, **facts)


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(FactsError) as refusal:
        answer(Kind.PIP, group=AS, notified_on=date(2020, 1, 1), brp_registered_on=date(1800, 1, 1))
    assert len(refusal.value.obstacles) == 2
