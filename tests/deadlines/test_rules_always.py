"""What holds for every date, tried on many."""

from datetime import date, timedelta

from hypothesis import assume, example, given
from hypothesis import strategies as st

from deadlines.enums import Kind
from deadlines.rules import TERMS, Facts, Term, ThirdParty, due_date, terms_of
from deadlines.rules.arithmetic import Length, Unit, after, before
from tests.deadlines.examples import AS, CALENDAR, GM, answer

DAYS = st.dates(date(2023, 1, 1), date(2090, 1, 1))
LENGTHS = st.builds(Length, st.integers(1, 40), st.sampled_from(Unit))
KINDS = st.sampled_from([Kind.PIP, Kind.PIP_NA_VERHUIZING, Kind.TERMIJN, Kind.ROUTEWISSEL, Kind.VERLENGING_VANAF,
                         Kind.AANBOD, Kind.TAALSCHAKELTRAJECT, Kind.BEZWAAR, Kind.BESLISSING_OP_BEZWAAR])  # fmt: skip
REQUESTS = st.lists(
    st.builds(
        lambda asked, wait: ThirdParty(asked, asked + timedelta(days=wait)),
        st.dates(date(2026, 1, 6), date(2026, 6, 1)),
        st.integers(0, 90),
    ),
    max_size=4,
)


def facts_on(kind: Kind, day: date) -> Facts:
    """The facts of this kind, all on one day."""
    return Facts(
        group=AS, **dict.fromkeys(("notified_on", "brp_registered_on", "pip_dated_on", "announced_on"), day)
    )


@given(KINDS, DAYS, DAYS)
@example(Kind.TERMIJN, date(2024, 2, 28), date(2024, 2, 29))
@example(Kind.ROUTEWISSEL, date(2024, 8, 29), date(2024, 8, 31))
def test_a_later_start_never_gives_an_earlier_day(kind: Kind, one: date, other: date) -> None:
    first, second = (due_date(kind, facts_on(kind, day), CALENDAR) for day in sorted((one, other)))
    assert first.due_on <= second.due_on
    assert first.last_day <= second.last_day


@given(DAYS, DAYS, DAYS)
def test_for_an_asielstatushouder_the_later_of_the_two_days_counts(
    notified: date, one: date, other: date
) -> None:
    early, late = sorted((one, other))
    first = answer(Kind.PIP, group=AS, notified_on=notified, brp_registered_on=early)
    second = answer(Kind.PIP, group=AS, notified_on=notified, brp_registered_on=late)
    assert first.due_on <= second.due_on
    assert first.due_on >= answer(Kind.PIP, group=GM, notified_on=notified).due_on


@given(
    st.sampled_from(
        [term for term in TERMS if term.moves_to_working_day and term.kind in (Kind.PIP, Kind.BEZWAAR)]
    ),
    DAYS,
)
def test_what_the_termijnenwet_covers_ends_on_a_working_day(term: Term, day: date) -> None:
    outcome = due_date(term.kind, facts_on(term.kind, day), CALENDAR)
    assert not CALENDAR.is_day_off(outcome.due_on)


@given(KINDS, DAYS)
def test_what_it_does_not_cover_never_names_it(kind: Kind, day: date) -> None:
    assume(not any(term.moves_to_working_day for term in terms_of(kind)))
    assert "Algemene termijnenwet" not in due_date(kind, facts_on(kind, day), CALENDAR).sentence


@given(KINDS, DAYS)
def test_the_same_question_has_the_same_answer(kind: Kind, day: date) -> None:
    facts = facts_on(kind, day)
    assert due_date(kind, facts, CALENDAR) == due_date(kind, facts, CALENDAR)
    assert due_date(kind, Facts.from_json(facts.to_json()), CALENDAR) == due_date(kind, facts, CALENDAR)


@given(DAYS, LENGTHS)
def test_a_term_is_never_shorter_than_its_weeks_or_months(day: date, length: Length) -> None:
    assert after(day, length) > day
    assert before(day, length) < day


@given(DAYS, st.integers(1, 60))
def test_months_keep_the_day_number_or_end_with_the_month(day: date, months: int) -> None:
    end = after(day, Length(months, Unit.MONTHS))
    assert end.day == day.day or (end.day < day.day and (end + timedelta(days=1)).day == 1)


@given(DAYS)
def test_two_readings_differ_by_three_days_at_most(day: date) -> None:
    for kind in (Kind.TERMIJN, Kind.ROUTEWISSEL):
        outcome = answer(kind, pip_dated_on=day)
        assert timedelta(0) <= outcome.last_day - outcome.due_on <= timedelta(days=3)


@given(REQUESTS)
def test_a_request_never_makes_the_term_shorter(requests: list[ThirdParty]) -> None:
    without = answer(Kind.PIP, group=GM, notified_on=date(2026, 1, 5))
    outcome = answer(Kind.PIP, group=GM, notified_on=date(2026, 1, 5), third_parties=tuple(requests))
    assert outcome.due_on >= without.due_on
    assert not CALENDAR.is_day_off(outcome.due_on)


@given(REQUESTS)
def test_the_order_in_which_requests_are_written_down_makes_no_difference(requests: list[ThirdParty]) -> None:
    one, other = (
        answer(Kind.PIP, group=GM, notified_on=date(2026, 1, 5), third_parties=tuple(order))
        for order in (requests, requests[::-1])
    )
    assert one.due_on == other.due_on
