"""Terms that stand still (opschorting), and so end later."""

from datetime import date

import pytest

from deadlines.enums import Kind
from deadlines.rules import FactsError, Outcome, Suspension
from tests.deadlines.examples import answer

# Eight weeks from Monday 5 January 2026 end on Monday 2 March.
APPLIED = date(2026, 1, 5)


def aanvraag(*days: tuple[date, date | None]) -> Outcome:
    suspensions = tuple(Suspension(from_on=first, until_on=last) for first, last in days)
    return answer(Kind.AANVRAAG, applied_on=APPLIED, suspensions=suspensions)


@pytest.mark.parametrize(
    ("days", "due_on"),
    [
        ([], date(2026, 3, 2)),
        ([(date(2026, 2, 1), date(2026, 2, 1))], date(2026, 3, 3)),
        ([(date(2026, 2, 1), date(2026, 2, 10))], date(2026, 3, 12)),
        ([(date(2026, 2, 1), date(2026, 2, 12))], date(2026, 3, 16)),  # 14 March is a Saturday
        ([(date(2026, 2, 1), date(2026, 2, 10)), (date(2026, 2, 5), date(2026, 2, 12))], date(2026, 3, 16)),
        ([(date(2026, 2, 1), date(2026, 2, 10)), (date(2026, 2, 3), date(2026, 2, 4))], date(2026, 3, 12)),
        # The second stands still in the days that the first gave.
        ([(date(2026, 2, 1), date(2026, 2, 10)), (date(2026, 3, 9), date(2026, 3, 10))], date(2026, 3, 16)),
        (
            [(date(2025, 12, 1), date(2026, 1, 10))],
            date(2026, 3, 9),
        ),  # five days of it in the term: Saturday 7
        ([(date(2026, 3, 3), date(2026, 3, 20))], date(2026, 3, 2)),  # it was over by then
    ],
)
def test_the_end_moves_by_the_days_that_it_stood_still(
    days: list[tuple[date, date | None]], due_on: date
) -> None:
    outcome = aanvraag(*days)
    assert outcome.due_on == due_on
    assert aanvraag(*reversed(days)).due_on == due_on
    assert not outcome.awaits_third_party


def test_the_sentence_and_the_steps_say_so() -> None:
    outcome = aanvraag((date(2026, 2, 1), date(2026, 2, 12)))
    assert outcome.sentence == (
        "8 weken na de ontvangst van de aanvraag op 5 januari 2026 = 2 maart; 12 dagen stilgestaan = 14 maart, een "
        "zaterdag, daarna een zondag, dus 16 maart (Algemene wet bestuursrecht, artikel 4:13 en artikel 4:15; "
        "Algemene termijnenwet, artikel 1)."
    )
    assert "de termijn staat stil, 12 dagen, tot en met 12 februari 2026" in [s.text for s in outcome.steps]


def test_while_it_stands_still_nobody_is_late() -> None:
    outcome = aanvraag((date(2026, 2, 1), None))
    assert (outcome.due_on, outcome.awaits_third_party) == (date(2026, 3, 2), True)
    assert (
        "de termijn staat stil sinds 1 februari 2026; het einde schuift evenveel dagen op" in outcome.sentence
    )


def test_a_decision_on_bezwaar_waits_for_what_was_missing() -> None:
    """Herstel verzuim (Awb, artikel 7:10 lid 2), after the verdaging that was already given."""
    facts = {"announced_on": date(2026, 4, 2), "with_committee": True, "adjourned": True}
    ten_days = (Suspension(from_on=date(2026, 6, 1), until_on=date(2026, 6, 10)),)
    assert answer(Kind.BESLISSING_OP_BEZWAAR, **facts).due_on == date(2026, 9, 21)
    assert answer(Kind.BESLISSING_OP_BEZWAAR, **facts, suspensions=ten_days).due_on == date(2026, 10, 1)


def test_thirteen_weeks_stand_still_at_the_om_and_do_not_move() -> None:
    at_the_om = (Suspension(from_on=date(2026, 6, 1), until_on=date(2026, 6, 7)),)
    outcome = answer(Kind.BOETEBESLUIT, report_on=date(2026, 4, 25), suspensions=at_the_om)
    assert outcome.due_on == date(2026, 8, 1)  # a Saturday


@pytest.mark.parametrize(
    ("kind", "one", "words"),
    [
        (Kind.PIP, Suspension(from_on=date(2026, 2, 1)), "De wet laat de termijn ‘PIP vaststellen’ niet stilstaan"),
        (Kind.AANVRAAG, Suspension(from_on=date(2026, 2, 2), until_on=date(2026, 2, 1)), "dat is vóór 2 februari"),
        (Kind.AANVRAAG, Suspension(from_on=date(2020, 2, 2)), "kan niet stilstaan vanaf 2 februari 2020"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(kind: Kind, one: Suspension, words: str) -> None:
    with pytest.raises(FactsError, match=words):
        answer(kind, suspensions=(one,))
