"""Every rule of the law that we follow is in the table, or named here with the reason why it holds no day."""

from datetime import date

import pytest

from deadlines.enums import Kind, Route
from deadlines.rules import GROUNDS, TERMS, duties_of, terms_of
from deadlines.rules.table import ADJOURNMENT, THIRD_PARTY_EXTENSION
from tests.deadlines.examples import AS, GM, answer

WITH_A_DAY = (
    "R-01", "R-01b", "R-01c", "R-01d", "R-01e", "R-02", "R-02a", "R-03", "R-04", "R-13", "R-20", "R-22a",
    "R-22b", "R-22c", "R-22d", "R-22e", "R-22f", "R-22g", "R-22h", "R-22i", "R-22j", "R-23", "R-24", "R-25",
    "R-26", "R-30", "R-31", "R-35", "R-43", "R-46", "R-50", "R-61", "R-67", "R-68", "R-70", "R-72", "R-80",
    "R-90", "R-93", "R-94", "R-95", "R-96", "R-97", "R-98", "R-99", "SWI",
)  # fmt: skip

WITHOUT_A_DAY = {
    "R-00": "says which law applies",
    "R-01a": "says who decides",
    "R-01f": "events of DUO end the plicht; nothing is counted",
    "R-05": "what a PIP holds",
    "R-06": "a changed PIP starts no term",
    "R-07": "which effort counts",
    "R-10": "maatschappelijke begeleiding has no length in the law",
    "R-11": "what the intake holds",
    "R-12": "a duty at the talk itself",
    "R-14": "the leerbaarheidstoets falls within the term of R-02",
    "R-15": "the toets is an advice",
    "R-16": "an exemption without a term",
    "R-17": "voorinburgering has no term",
    "R-21": "the dates of DUO are facts of R-20",
    "R-32": "exams within the termijn of R-20",
    "R-33": "hours; there is no latest day",
    "R-34": "hours; its start is in R-22g",
    "R-36": "hours within the termijn of R-20",
    "R-37": "hours",
    "R-38": "within the termijn of R-20",
    "R-39": "optional exams",
    "R-40": "themes",
    "R-41": "amounts",
    "R-42": "names of levels",
    "R-44": "what carries over",
    "R-45": "no number in the law: a promise from the PIP (PP-22)",
    "R-47": "who pays",
    "R-48": "childcare has no term here",
    "R-49": "who hands over the diploma",
    "R-51": "no exceptions in the text",
    "R-52": "where a decision belongs",
    "R-60": "an amount; its term is R-13",
    "R-61a": "amounts",
    "R-62": "amounts",
    "R-63": "amounts",
    "R-64": "a check before a decision",
    "R-65": "what is weighed",
    "R-66": "whether a boete can be given",
    "R-69": "when no boete is given",
    "R-71": "amounts a quarter",
    "R-80-lening": "DUO decides on the loan, pays it and collects it (R-01a, R-70 to R-72), so it is DUO that keeps these data",
    "R-81": "no entry found",
    "R-82": "who may use the BSN",
    "R-83": "which data may be used",
    "R-84": "security",
    "R-85": "reuse of data",
    "R-86": "no right with a day",
    "R-91": "before questioning",
    "R-92": "a duty at the hearing itself",
}


def test_every_rule_with_a_day_is_in_the_table() -> None:
    rows = {term.id for term in (*TERMS, THIRD_PARTY_EXTENSION, ADJOURNMENT)}
    rows |= {rule.id for rule in GROUNDS.values()}
    assert {row for row in rows if row.startswith(("R-", "SWI"))} == set(WITH_A_DAY)


def test_no_rule_is_forgotten_and_none_is_in_both_lists() -> None:
    assert not set(WITH_A_DAY) & set(WITHOUT_A_DAY)
    numbers = {int(rule[2:4]) for rule in (*WITH_A_DAY, *WITHOUT_A_DAY) if rule != "SWI"}
    ranges = (
        range(8),
        range(10, 18),
        range(20, 27),
        range(30, 53),
        range(60, 73),
        range(80, 87),
        range(90, 100),
    )
    assert numbers == {number for numbers in ranges for number in numbers} - {53}
    assert all(WITHOUT_A_DAY.values())


# Koningsdag, Monday 27 April 2026, is where most of these end: only what the Atw covers moves on to Tuesday.
KONINGSDAG, TUESDAY = date(2026, 4, 27), date(2026, 4, 28)
EIGHT_WEEKS_BEFORE, TWO_WEEKS_BEFORE, WEDNESDAY = date(2026, 3, 2), date(2026, 4, 13), date(2026, 5, 20)


@pytest.mark.parametrize(
    ("row", "kind", "facts", "due_on"),
    [
        ("R-01", Kind.ONDERBREKING, {"interrupted_on": date(2025, 3, 10)}, date(2026, 3, 10)),
        ("R-01b", Kind.BESLISSING_VRIJSTELLING, {"applied_on": EIGHT_WEEKS_BEFORE}, KONINGSDAG),
        ("R-01c", Kind.BESLISSING_VRIJSTELLING, {"applied_on": EIGHT_WEEKS_BEFORE, "partial": True}, KONINGSDAG),
        ("R-01d", Kind.BESLISSING_ONTHEFFING, {"applied_on": EIGHT_WEEKS_BEFORE}, TUESDAY),
        ("R-01e", Kind.BESLISSING_ONTHEFFING, {"applied_on": EIGHT_WEEKS_BEFORE, "special": True}, TUESDAY),
        ("R-01d", Kind.VERKLARING_ARTS, {"examined_on": date(2025, 11, 30)}, date(2026, 2, 28)),
        ("R-13", Kind.NIEUWE_OPROEP, {"announced_on": date(2026, 2, 27)}, date(2026, 4, 24)),  # the Friday before
        ("R-26", Kind.BESLISSING_VERLENGING, {"applied_on": EIGHT_WEEKS_BEFORE}, TUESDAY),
        ("R-30", Kind.PVT, {"pip_dated_on": date(2024, 3, 15)}, date(2027, 3, 15)),
        ("R-31", Kind.MAP, {"pip_dated_on": date(2024, 3, 15), "route": Route.Z}, date(2027, 3, 15)),
        ("R-43", Kind.ROUTEWISSEL, {"pip_dated_on": date(2024, 3, 15), "to_b1": True}, date(2027, 3, 15)),
        ("R-35", Kind.SCHOOLUREN_VANAF, {"pip_dated_on": WEDNESDAY}, date(2024, 5, 20)),
        ("R-50", Kind.ONTZORGEN, {"group": AS, "bijstand_on": date(2026, 1, 12)}, date(2026, 7, 11)),
        ("R-61", Kind.RECIDIVE_VANAF, {"detected_on": WEDNESDAY}, date(2025, 5, 20)),
        ("R-70", Kind.BESLISSING_LENING, {"group": GM, "applied_on": EIGHT_WEEKS_BEFORE}, TUESDAY),
        ("R-70", Kind.LENING_TOT, {"group": GM, "pip_dated_on": date(2024, 3, 15)}, date(2033, 3, 15)),
        ("R-72", Kind.TERUGBETALEN_VANAF, {"entitlement_ended_on": WEDNESDAY}, date(2026, 11, 20)),
        ("R-72", Kind.TERUGBETALEN_TOT, {"entitlement_ended_on": WEDNESDAY}, date(2036, 11, 20)),
        ("R-80", Kind.BEWAREN, {"plicht_ended_on": WEDNESDAY}, date(2031, 5, 20)),
        ("R-80", Kind.BEWAREN, {"plicht_ended_on": WEDNESDAY, "by_death": True}, WEDNESDAY),
        ("R-80", Kind.BEWAREN_KERN, {"plicht_ended_on": WEDNESDAY}, date(2076, 5, 20)),
        ("R-13", Kind.OPROEP, {"promised_on": TWO_WEEKS_BEFORE}, TUESDAY),
        ("R-90", Kind.ZIENSWIJZE, {"promised_on": TWO_WEEKS_BEFORE}, TUESDAY),
        ("R-93", Kind.BOETEBESLUIT, {"report_on": date(2026, 4, 25)}, date(2026, 7, 25)),  # a Saturday
        ("R-94", Kind.BOETEBEVOEGDHEID, {"offended_on": WEDNESDAY}, date(2029, 5, 20)),  # a Sunday
        ("R-94", Kind.BOETEBEVOEGDHEID, {"offended_on": WEDNESDAY, "above_340": True}, date(2031, 5, 20)),
        ("R-96", Kind.BEROEP, {"announced_on": date(2026, 4, 2)}, date(2026, 5, 18)),
        ("R-97", Kind.AANVRAAG, {"applied_on": EIGHT_WEEKS_BEFORE}, TUESDAY),
        ("R-98", Kind.INGEBREKESTELLING, {"defaulted_on": TWO_WEEKS_BEFORE}, TUESDAY),
        ("R-98", Kind.DWANGSOM, {"defaulted_on": TWO_WEEKS_BEFORE}, date(2026, 6, 9)),
        ("R-99", Kind.BETALING, {"announced_on": date(2026, 4, 2)}, date(2026, 5, 18)),
        ("R-99", Kind.AANMANING, {"reminded_on": TWO_WEEKS_BEFORE}, TUESDAY),
        ("R-99", Kind.VERJARING, {"announced_on": date(2026, 4, 2)}, date(2031, 5, 18)),  # a Sunday
        ("SWI", Kind.SWI_LEVERING, {"quarter_ends_on": date(2026, 3, 31)}, date(2026, 4, 28)),
        ("SWI", Kind.SWI_LEVERING, {"quarter_ends_on": date(2026, 6, 30)}, date(2026, 7, 28)),
        ("SWI", Kind.SWI_LEVERING, {"quarter_ends_on": date(2026, 9, 30)}, date(2026, 10, 28)),
        ("SWI", Kind.SWI_LEVERING, {"quarter_ends_on": date(2026, 12, 31)}, date(2027, 1, 28)),
    ],
)  # fmt: skip
def test_each_row_gives_its_day(row: str, kind: Kind, facts: dict[str, object], due_on: date) -> None:
    outcome = answer(kind, **facts)
    assert (outcome.rule_id, outcome.due_on) == (row, due_on)


@pytest.mark.parametrize(
    ("facts", "months"),
    [
        *[({"route": Route.B, "parts_passed": parts}, months) for parts, months in enumerate((24, 18, 12, 6, 6))],
        ({"route": Route.O, "parts_passed": 2}, 12),
        *[({"route": Route.Z, "group": AS, "hours": hours}, months) for hours, months in
          [(0, 24), (400, 24), (401, 18), (800, 18), (801, 12), (1_200, 12), (1_201, 6), (1_599, 6)]],
        *[({"route": Route.Z, "group": GM, "hours": hours}, months) for hours, months in
          [(0, 24), (200, 24), (201, 18), (400, 18), (401, 12), (600, 12), (601, 6), (799, 6)]],
        ({"pvt_map_open": 1}, 6),
        ({"pvt_map_open": 2}, 12),
        ({"pvt_map_open": 1, "repeated": True}, 24),
        ({"route": Route.B, "parts_passed": 4, "pvt_map_open": 2}, 12),  # the longest holds
        ({"route": Route.B, "parts_passed": 0, "pvt_map_open": 2}, 24),
    ],
)  # fmt: skip
def test_the_nieuwe_termijn_follows_from_what_was_not_done(facts: dict[str, object], months: int) -> None:
    outcome = answer(Kind.NIEUWE_TERMIJN, announced_on=date(2026, 1, 20), **facts)
    years, rest = divmod(months, 12)
    assert outcome.due_on == date(2026 + years, 1 + rest, 20)


def test_the_nieuwe_termijn_asks_for_what_decides_it() -> None:
    unknown = answer(Kind.NIEUWE_TERMIJN, announced_on=date(2026, 1, 20))
    assert unknown.missing[0] == "route"
    of_route = answer(Kind.NIEUWE_TERMIJN, announced_on=date(2026, 1, 20), route=Route.B)
    assert of_route.missing[0] == "parts_passed"
    assert of_route.sentence == (
        "De termijn is nog niet te berekenen: het aantal gehaalde examenonderdelen is niet bekend."
    )


MOVES = {
    Kind.PIP, Kind.PIP_NA_VERHUIZING, Kind.BESLISSING_ONTHEFFING, Kind.BESLISSING_VERLENGING, Kind.BESLISSING_LENING,
    Kind.BEZWAAR, Kind.BESLISSING_OP_BEZWAAR, Kind.BEROEP, Kind.AANVRAAG, Kind.INGEBREKESTELLING, Kind.BETALING,
    Kind.AANMANING,
}  # fmt: skip


@pytest.mark.parametrize("kind", Kind)
def test_only_these_kinds_move_to_a_working_day(kind: Kind) -> None:
    """Short, forwards, and set in a wet or an AMvB (Algemene termijnenwet, artikelen 1, 4 en 5)."""
    assert {term.moves_to_working_day for term in terms_of(kind)} == {kind in MOVES}


def test_data_that_must_go_is_nobody_s_case_work() -> None:
    """The work list of a klantmanager holds what can be late in a dossier, not what the beheer of the gemeente does."""
    of_gemeente = duties_of(terms_of(Kind.PIP)[0].bearer)
    assert not {Kind.BEWAREN, Kind.BEWAREN_KERN, Kind.SWI_LEVERING} & set(of_gemeente)
