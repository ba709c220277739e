"""What holds for every date, tried on many: order, working days, month ends, leap days, and the same answer again.

The last test lists the rule functions with what tries them.
"""

from datetime import date, timedelta
from inspect import isfunction

from hypothesis import assume, example, given
from hypothesis import strategies as st

from deadlines import rules
from deadlines.enums import Ground, Kind, Route
from deadlines.rules import TERMS, Extension, Facts, Suspension, Term, ThirdParty, due_date, terms_of
from deadlines.rules.arithmetic import DAY, Length, Unit, after, before
from deadlines.rules.term import Counting
from tests.deadlines.examples import AS, CALENDAR, FLAGS, GM, answer, facts_on, on

DAYS = st.dates(date(2023, 1, 1), date(2045, 1, 1))
LENGTHS = st.builds(Length, st.integers(1, 40), st.sampled_from(Unit))
BY_CALENDAR = st.builds(
    Length, st.integers(1, 40), st.sampled_from([Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS])
)
KINDS = st.sampled_from(Kind)
SETS_OF_FLAGS = st.sets(st.sampled_from(FLAGS))
PERIODS = st.tuples(st.dates(date(2025, 2, 1), date(2027, 6, 1)), st.integers(0, 400))
REQUESTS = st.lists(
    st.builds(
        lambda asked, wait: ThirdParty(asked, asked + timedelta(days=wait)),
        st.dates(date(2026, 1, 6), date(2026, 6, 1)),
        st.integers(0, 90),
    ),
    max_size=4,
)
GROUNDS_WITH_A_PERIOD = st.sampled_from([Ground.ZIEKTE, Ground.OPVANG, Ground.DAKLOOSHEID, Ground.BIJZONDER])
EXTENSIONS = st.lists(
    st.builds(
        lambda ground, period: Extension(
            ground=ground, starts_on=period[0], ends_on=period[0] + timedelta(days=period[1])
        ),
        GROUNDS_WITH_A_PERIOD,
        PERIODS,
    ),
    max_size=4,
)
STANDSTILLS = st.lists(
    st.builds(
        lambda first, days: Suspension(from_on=first, until_on=first + timedelta(days=days)),
        st.dates(date(2026, 1, 6), date(2026, 4, 1)),
        st.integers(0, 40),
    ),
    max_size=4,
)

TWO_READINGS = st.sampled_from(
    [term for term in TERMS if term.counting in {Counting.FROM_NEXT_DAY, Counting.FROM_THAT_DAY}]
)

# --- Order -----------------------------------------------------------------------------------------------


@given(KINDS, DAYS, DAYS, SETS_OF_FLAGS)
@example(Kind.TERMIJN, date(2024, 2, 28), date(2024, 2, 29), set())
@example(Kind.ROUTEWISSEL, date(2024, 8, 29), date(2024, 8, 31), set())
@example(Kind.ONTZORGEN, date(2024, 8, 29), date(2024, 8, 31), set())
@example(Kind.ANTWOORD_OP_VERZOEK, date(2026, 4, 3), date(2026, 4, 6), set())
def test_a_later_start_never_gives_an_earlier_day(
    kind: Kind, one: date, other: date, flags: set[str]
) -> None:
    first, second = (on(kind, day, *flags) for day in sorted((one, other)))
    assert first.due_on <= second.due_on
    assert first.last_day <= second.last_day


def test_but_the_law_itself_made_two_exceptions() -> None:
    """A new text can be shorter than the old one, and a delay is measured from the PIP."""
    registered = date(2023, 6, 1)
    by_the_old = answer(Kind.PIP, group=GM, notified_on=date(2022, 12, 31), brp_registered_on=registered)
    by_the_new = answer(Kind.PIP, group=GM, notified_on=date(2023, 1, 1), brp_registered_on=registered)
    assert by_the_new.due_on < by_the_old.due_on

    # Three months after 28 February are over on 28 May, but those after 1 March only on 1 June.
    offered = (Extension(ground=Ground.GEEN_AANBOD, ends_on=date(2026, 7, 1)),)
    early, late = (
        answer(Kind.TERMIJN, group=AS, pip_dated_on=day, extensions=offered)
        for day in (date(2026, 2, 28), date(2026, 3, 1))
    )
    assert (early.due_on, late.due_on) == (date(2029, 4, 3), date(2029, 3, 31))


@given(DAYS, DAYS, DAYS)
def test_for_an_asielstatushouder_the_later_of_the_two_days_counts(
    notified: date, one: date, other: date
) -> None:
    early, late = sorted((one, other))
    first = answer(Kind.PIP, group=AS, notified_on=notified, brp_registered_on=early)
    second = answer(Kind.PIP, group=AS, notified_on=notified, brp_registered_on=late)
    assert first.due_on <= second.due_on
    assert first.due_on >= answer(Kind.PIP, group=GM, notified_on=notified).due_on


@given(DAYS, BY_CALENDAR, BY_CALENDAR)
def test_a_longer_term_never_ends_earlier(day: date, one: Length, other: Length) -> None:
    assume(one.unit == other.unit)
    short, long = sorted((one, other), key=lambda length: length.number)
    assert after(day, short) <= after(day, long)
    assert before(day, long) <= before(day, short)


# --- Working days ----------------------------------------------------------------------------------------


@given(st.sampled_from([term for term in TERMS if term.moves_to_working_day]), DAYS)
def test_what_the_termijnenwet_covers_ends_on_a_working_day(term: Term, day: date) -> None:
    flags = [fact for fact, value in term.when.items() if value is True]
    outcome = due_date(term.kind, facts_on(term.kind, day, *flags), CALENDAR)
    assert not CALENDAR.is_day_off(outcome.due_on)


@given(KINDS, DAYS, SETS_OF_FLAGS)
def test_only_a_term_that_it_covers_names_it(kind: Kind, day: date, flags: set[str]) -> None:
    outcome = on(kind, day, *flags)
    rows = [term for term in TERMS if term.kind == kind and term.id == outcome.rule_id]
    assume(not any(term.moves_to_working_day or term.kind is Kind.KLACHT for term in rows))
    assert "Algemene termijnenwet" not in outcome.sentence


@given(DAYS, st.integers(1, 60))
def test_so_many_working_days_lie_in_a_promise(day: date, number: int) -> None:
    last = after(day, Length(number, Unit.WORKING_DAYS), CALENDAR)
    assert CALENDAR.working_days(day + DAY, last) == number
    assert not CALENDAR.is_day_off(last)


# --- Month ends and leap days ----------------------------------------------------------------------------


@given(DAYS, LENGTHS)
def test_a_term_is_never_shorter_than_its_weeks_or_months(day: date, length: Length) -> None:
    assert after(day, length) > day
    assert length.unit is Unit.WORKING_DAYS or before(day, length) < day


@given(DAYS, st.integers(1, 60))
@example(date(2024, 2, 29), 12)
@example(date(2025, 8, 31), 6)
def test_months_keep_the_day_number_or_end_with_the_month(day: date, months: int) -> None:
    for end in (after(day, Length(months, Unit.MONTHS)), before(day, Length(months, Unit.MONTHS))):
        assert end.day == day.day or (end.day < day.day and (end + DAY).day == 1)


@given(TWO_READINGS, DAYS)
@example(terms_of(Kind.TERMIJN)[0], date(2025, 2, 28))
@example(terms_of(Kind.ONTZORGEN)[0], date(2025, 8, 31))
def test_two_readings_differ_by_three_days_at_most(term: Term, day: date) -> None:
    outcome = on(term.kind, day)
    assert timedelta(0) <= outcome.last_day - outcome.due_on <= timedelta(days=3)
    assert outcome.lapses_on is None or outcome.lapses_on > outcome.due_on


# --- The same answer again -------------------------------------------------------------------------------


@given(KINDS, DAYS, SETS_OF_FLAGS, st.sampled_from([None, *Route]))
def test_the_same_question_has_the_same_answer(
    kind: Kind, day: date, flags: set[str], route: Route | None
) -> None:
    facts = facts_on(kind, day, *flags)
    if (
        route
        and not any(term.routes for term in TERMS if term.kind == kind)
        and kind is not Kind.NIEUWE_TERMIJN
    ):
        facts = facts_on(kind, day, *flags, route=route)
    assert due_date(kind, facts, CALENDAR) == due_date(kind, facts, CALENDAR)
    assert Facts.from_json(facts.to_json()) == facts


@given(KINDS, DAYS)
def test_a_day_that_is_made_equal_far_away_changes_nothing(kind: Kind, day: date) -> None:
    facts = facts_on(kind, day)
    further = type(CALENDAR)({**CALENDAR.equated, date(2098, 1, 2): "KB"})
    assert due_date(kind, facts, further) == due_date(kind, facts, CALENDAR)


# --- What makes a term longer ----------------------------------------------------------------------------


@given(REQUESTS)
def test_a_request_never_makes_the_term_shorter(requests: list[ThirdParty]) -> None:
    without = answer(Kind.PIP, group=GM, notified_on=date(2026, 1, 5))
    outcome = answer(Kind.PIP, group=GM, notified_on=date(2026, 1, 5), third_parties=tuple(requests))
    assert outcome.due_on >= without.due_on
    assert not CALENDAR.is_day_off(outcome.due_on)
    turned = answer(Kind.PIP, group=GM, notified_on=date(2026, 1, 5), third_parties=tuple(requests[::-1]))
    assert outcome.due_on == turned.due_on


@given(EXTENSIONS)
def test_an_extension_never_makes_the_term_shorter_nor_counts_a_day_twice(
    extensions: list[Extension],
) -> None:
    pip = date(2025, 1, 15)
    without = answer(Kind.TERMIJN, pip_dated_on=pip)
    outcome = answer(Kind.TERMIJN, pip_dated_on=pip, extensions=tuple(extensions))
    days = set().union(*(_days(one.starts_on, one.ends_on) for one in extensions))
    assert without.due_on <= outcome.due_on <= without.due_on + timedelta(days=len(days))
    twice = answer(Kind.TERMIJN, pip_dated_on=pip, extensions=(*extensions, *extensions[::-1]))
    assert twice.due_on == outcome.due_on


@given(STANDSTILLS)
def test_standing_still_never_makes_the_term_shorter_nor_counts_a_day_twice(still: list[Suspension]) -> None:
    applied = date(2026, 1, 5)
    without = answer(Kind.AANVRAAG, applied_on=applied)
    outcome = answer(Kind.AANVRAAG, applied_on=applied, suspensions=tuple(still))
    days = set().union(*(_days(one.from_on, one.until_on) for one in still))
    assert without.due_on <= outcome.due_on
    assert outcome.due_on <= CALENDAR.next_working_day(without.due_on + timedelta(days=len(days)))
    twice = answer(Kind.AANVRAAG, applied_on=applied, suspensions=(*still, *still[::-1]))
    assert twice.due_on == outcome.due_on


def _days(first: date, last: date) -> set[date]:
    return {first + timedelta(days=n) for n in range((last - first).days + 1)}


# --- The list --------------------------------------------------------------------------------------------

WITH_DAYS = {
    "due_date": "here, and for what makes it longer above",
    "standing": "test_rules_standing, test_rules_ladder",
    "soon": "test_rules_ladder",
    "rungs_due": "test_rules_ladder",
    "next_look_on": "test_rules_ladder",
    "explain": "test_rules_words",
    "explain_steps": "test_rules_words",
    "next_delivery": "test_rules_keeping",
    "wrong_decision": "test_rules_keeping",
    "ends_plicht": "test_rules_keeping",
    "is_death": "test_rules_keeping",
    "still_ahead": "below",
}
LOOK_UPS = {
    "bearer_of", "duties_of", "facts_used_by", "followers_of", "is_promise", "ladder_of", "nature_of", "outlives_case",
    "promise_of", "takes_extensions", "takes_suspensions", "takes_third_parties", "terms_of",
}  # fmt: skip


def test_every_rule_function_is_in_the_list() -> None:
    """What answers with a day, or from one, is tried on many days; what looks up a kind, on every kind."""
    functions = {name for name in rules.__all__ if isfunction(getattr(rules, name))}
    assert functions == {*WITH_DAYS, *LOOK_UPS}
    for look_up in LOOK_UPS - {"promise_of", "duties_of"}:
        assert all(getattr(rules, look_up)(kind) is not None for kind in Kind)


@given(DAYS, DAYS)
def test_a_day_that_must_still_come_cannot_have_happened(day: date, today: date) -> None:
    wrong = rules.still_ahead(Facts(pip_dated_on=day), today)
    assert set(wrong) == ({"pip_dated_on"} if day > today else set())
