"""What the gemeente promises: counted by the same rules, and never called the law."""

from datetime import date

import pytest

from deadlines.enums import Bearer, Instrument, Kind
from deadlines.rules import PROMISES, FactsError, Length, Unit, bearer_of, explain, is_promise, promise_of
from deadlines.rules.arithmetic import after
from tests.deadlines.examples import CALENDAR, answer

PROMISE_KINDS = [promise.kind for promise in PROMISES]
OURS = [kind for kind in PROMISE_KINDS if kind not in {Kind.KLACHT, Kind.OPROEP, Kind.ZIENSWIJZE}]


def test_these_kinds_are_promises_and_no_others() -> None:
    assert {kind for kind in Kind if is_promise(kind)} == set(PROMISE_KINDS)
    assert len(PROMISES) == 14


@pytest.mark.parametrize(
    ("kind", "default", "source"),
    [
        (Kind.ANTWOORD_OP_VERZOEK, "10 werkdagen", "PP-16"),
        (Kind.TERUGBELLEN, "2 werkdagen", "PP-13"),
        (Kind.EERSTE_INFORMATIE, "5 werkdagen", "PP-77"),
        (Kind.KLANTMANAGER_AANWEZIG, "5 werkdagen", "PP-10"),
        (Kind.KENNISMAKING, "10 werkdagen", "PP-15"),
        (Kind.VOORTGANGSGESPREK, "6 maanden", "PP-22"),
        (Kind.PERSPECTIEFGESPREK, "6 maanden", "PP-47"),
        (Kind.ANDERE_KLANTMANAGER, "10 werkdagen", "PP-14"),
        (Kind.KLACHT, "6 weken", "Awb 9:11"),
        (Kind.VOLGEND_BERICHT, "4 weken", "PP-74"),
        (Kind.DOORLEREN, "4 weken", "PP-03"),
        (Kind.VERVOLGSTAP, "4 weken", "PP-07"),
        (Kind.OPROEP, "2 weken", "R-13"),
        (Kind.ZIENSWIJZE, "2 weken", "R-90"),
    ],
)
def test_a_promise_has_a_default_and_a_source(kind: Kind, default: str, source: str) -> None:
    promise = promise_of(kind)
    assert (str(promise.default), promise.source) == (default, source)
    assert answer(kind, promised_on=date(2026, 6, 1)).rule_id == source


@pytest.mark.parametrize(
    ("day", "number", "last"),
    [
        (date(2026, 1, 5), 10, date(2026, 1, 19)),  # Monday to Monday
        (date(2026, 1, 9), 1, date(2026, 1, 12)),  # over a weekend
        (
            date(2026, 4, 2),
            2,
            date(2026, 4, 8),
        ),  # Goede Vrijdag, the weekend and Tweede Paasdag are no working days
        (date(2026, 5, 13), 1, date(2026, 5, 18)),  # Hemelvaart, and the Friday after it equated
        (date(2026, 12, 24), 2, date(2026, 12, 29)),  # Christmas, partly in the weekend
        (date(2026, 1, 10), 1, date(2026, 1, 12)),  # made on a Saturday
    ],
)
def test_working_days_are_those_of_the_termijnenwet(day: date, number: int, last: date) -> None:
    assert after(day, Length(number, Unit.WORKING_DAYS), CALENDAR) == last
    outcome = answer(Kind.TERUGBELLEN, promised_on=day, promise=Length(number, Unit.WORKING_DAYS))
    assert outcome.due_on == last


@pytest.mark.parametrize("kind", OURS)
def test_the_sentence_says_that_it_is_not_the_law(kind: Kind) -> None:
    outcome = answer(kind, promised_on=date(2026, 6, 1))
    assert outcome.sentence.endswith("(afspraak van de gemeente, geen termijn van de wet).")
    assert explain(outcome, "en").endswith("(a promise of the municipality, not a term of the law).")


@pytest.mark.parametrize("kind", [Kind.OPROEP, Kind.ZIENSWIJZE])
def test_a_term_that_the_gemeente_sets_for_somebody_says_so(kind: Kind) -> None:
    outcome = answer(kind, promised_on=date(2026, 6, 1))
    assert outcome.sentence.endswith("(termijn die de gemeente stelt, de wet noemt er geen).")
    assert bearer_of(kind) == Bearer.INBURGERAAR


@pytest.mark.parametrize("kind", OURS)
def test_a_promise_in_weeks_does_not_move(kind: Kind) -> None:
    outcome = answer(kind, promised_on=date(2026, 3, 28), promise=Length(2, Unit.WEEKS))
    assert outcome.due_on == date(2026, 4, 11)  # a Saturday
    assert promise_of(kind).term.instrument is Instrument.AFSPRAAK


@pytest.mark.parametrize(
    ("kind", "facts", "last", "passed"),
    [
        # The gemeente sets these days itself: the working day after.
        (Kind.OPROEP, {"promised_on": date(2026, 3, 27)}, date(2026, 4, 10), []),
        (Kind.OPROEP, {"promised_on": date(2026, 3, 28)}, date(2026, 4, 13), [date(2026, 4, 11), date(2026, 4, 12)]),
        (Kind.OPROEP, {"promised_on": date(2026, 4, 13)}, date(2026, 4, 28), [date(2026, 4, 27)]),  # Koningsdag
        (Kind.OPROEP, {"promised_on": date(2026, 4, 30)}, date(2026, 5, 18),  # Hemelvaart, an equated day, the weekend
         [date(2026, 5, 14), date(2026, 5, 15), date(2026, 5, 16), date(2026, 5, 17)]),
        (Kind.ZIENSWIJZE, {"promised_on": date(2026, 12, 11)}, date(2026, 12, 28),  # Christmas
         [date(2026, 12, 25), date(2026, 12, 26), date(2026, 12, 27)]),
        (Kind.OPROEP, {"promised_on": date(2026, 4, 23), "promise": Length(3, Unit.WORKING_DAYS)}, date(2026, 4, 29), []),
        # Two months is the longest that the law allows: the working day before.
        (Kind.NIEUWE_OPROEP, {"announced_on": date(2026, 3, 10)}, date(2026, 5, 8), [date(2026, 5, 10), date(2026, 5, 9)]),
        (Kind.NIEUWE_OPROEP, {"announced_on": date(2026, 2, 27)}, date(2026, 4, 24),
         [date(2026, 4, 27), date(2026, 4, 26), date(2026, 4, 25)]),
        (Kind.NIEUWE_OPROEP, {"announced_on": date(2026, 3, 11)}, date(2026, 5, 11), []),
    ],
)  # fmt: skip
def test_no_term_of_an_oproep_ends_on_a_day_off(
    kind: Kind, facts: dict[str, object], last: date, passed: list[date]
) -> None:
    """R-13: no law moves these terms, so the gemeente sets a working day, and says which days it passed."""
    outcome = answer(kind, **facts)
    assert outcome.due_on == last
    assert [step.on for step in outcome.steps if "kiest een werkdag" in step.text] == sorted(passed)
    assert "Algemene termijnenwet" not in outcome.sentence


def test_a_running_promise_keeps_the_length_that_it_was_made_with() -> None:
    made = answer(
        Kind.ANTWOORD_OP_VERZOEK, promised_on=date(2026, 6, 1), promise=Length(5, Unit.WORKING_DAYS)
    )
    assert made.due_on == date(2026, 6, 8)
    assert made.sentence.startswith("5 werkdagen na de ontvangst van het verzoek op 1 juni 2026 = 8 juni (")


def test_a_klacht_has_a_term_in_the_law_that_a_gemeente_can_make_shorter() -> None:
    by_law = answer(Kind.KLACHT, promised_on=date(2026, 3, 16))
    assert by_law.due_on == date(2026, 4, 28)  # Koningsdag: the law's own six weeks move
    shorter = answer(Kind.KLACHT, promised_on=date(2026, 3, 30), promise=Length(4, Unit.WEEKS))
    assert shorter.due_on == date(2026, 4, 27)
    assert shorter.articles[0] == "afspraak van de gemeente binnen de termijn van de wet"
    with pytest.raises(FactsError, match="hoogstens 10 weken"):
        answer(Kind.KLACHT, promised_on=date(2026, 3, 30), promise=Length(11, Unit.WEEKS))


def test_without_its_start_a_promise_waits() -> None:
    assert answer(Kind.KLACHT).sentence == (
        "De termijn begint bij de ontvangst van de klacht; die dag is nog niet bekend."
    )


@pytest.mark.parametrize("text", ["10 werkdagen", "1 dag", "6 weken", "1 maand", "2 jaar"])
def test_a_length_is_written_and_read_alike(text: str) -> None:
    assert str(Length.from_text(text)) == text


@pytest.mark.parametrize(
    "text", ["", "tien weken", "0 dagen", "-1 dag", "10", "10 uur", "1000 dagen", "² weken"]
)
def test_another_text_is_no_length(text: str) -> None:
    with pytest.raises(ValueError, match="is geen lengte"):
        Length.from_text(text)
