"""Who is warned about a term, and when."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deadlines.enums import Audience, Kind, Nature, Standing
from deadlines.rules import Progress, Rung, ladder_of, nature_of, next_look_on, rungs_due, soon, standing
from deadlines.rules.ladder import LADDERS

DUE = date(2026, 6, 15)
KINDS = st.sampled_from(Kind)
SHIFTS = st.integers(-400, 400)


def pip(**dates: object) -> Progress:
    return Progress(kind=Kind.PIP, due_on=DUE, **dates)  # type: ignore[arg-type]


def on(days: int) -> date:
    return DUE + timedelta(days=days)


def replay(progress: Progress, first: date, last: date, *, every: int = 1) -> Iterator[tuple[date, Rung]]:
    """What is given when somebody looks once every so many days."""
    done: set[Rung] = set()
    for n in range(0, (last - first).days + 1, every):
        today = first + timedelta(days=n)
        for rung in rungs_due(progress, done, today):
            done.add(rung)
            yield today, rung


# --- The data ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_ladder_whose_rungs_are_told_apart_by_audience_and_days(kind: Kind) -> None:
    rungs = ladder_of(kind)
    assert len({(rung.audience, rung.days) for rung in rungs}) == len(rungs)
    assert set(LADDERS) == set(Kind)


@pytest.mark.parametrize("kind", [kind for kind in Kind if nature_of(kind) != Nature.DUTY])
def test_nobody_is_late_with_a_right_or_an_opening(kind: Kind) -> None:
    assert all(rung.days <= 0 for rung in ladder_of(kind))


@pytest.mark.parametrize("kind", [kind for kind in Kind if nature_of(kind) == Nature.OPENING])
def test_an_opening_is_told_on_its_day_or_not_at_all(kind: Kind) -> None:
    assert all(rung.days == 0 for rung in ladder_of(kind))


def test_the_inburgeraar_is_told_of_these() -> None:
    told = {kind for kind in Kind if any(rung.audience == Audience.INBURGERAAR for rung in ladder_of(kind))}
    assert told == {
        Kind.TERMIJN,
        Kind.NIEUWE_TERMIJN,
        Kind.VERLENGING_VANAF,
        Kind.BEZWAAR,
        Kind.KLANTMANAGER_AANWEZIG,
    }


def test_a_term_is_nearly_over_from_its_first_warning_on() -> None:
    assert (soon(Kind.PIP).days, soon(Kind.TERMIJN).days, soon(Kind.TERUGBELLEN).days) == (21, 180, 0)


# --- The PIP, from the first warning to the team lead ----------------------------------------------------


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (-22, []),
        (-21, [(-21, Audience.KLANTMANAGER)]),
        (-8, [(-21, Audience.KLANTMANAGER)]),
        (-7, [(-7, Audience.KLANTMANAGER)]),
        (-1, [(-1, Audience.KLANTMANAGER)]),
        (0, [(0, Audience.KLANTMANAGER)]),
        (1, [(0, Audience.KLANTMANAGER), (1, Audience.TEAMLEIDER)]),
        (7, [(0, Audience.KLANTMANAGER), (1, Audience.TEAMLEIDER)]),
        (8, [(0, Audience.KLANTMANAGER), (8, Audience.TEAMLEIDER)]),
        (400, [(0, Audience.KLANTMANAGER), (85, Audience.TEAMLEIDER)]),
    ],
)
def test_the_newest_warning_of_each_audience_is_due(today: int, expected: list[tuple[int, Audience]]) -> None:
    assert [(rung.days, rung.audience) for rung in rungs_due(pip(), (), on(today))] == expected


def test_three_missed_nights_give_one_warning() -> None:
    given_rungs = [(day, rung.days) for day, rung in replay(pip(), on(-30), on(0), every=10)]
    assert given_rungs == [(on(-20), -21), (on(0), 0)]


def test_what_was_given_is_not_given_again() -> None:
    (first,) = rungs_due(pip(), (), on(-21))
    assert rungs_due(pip(), {first}, on(-21)) == ()
    assert rungs_due(pip(), {first}, on(-10)) == ()


@pytest.mark.parametrize("over", [{"met_on": DUE}, {"stopped_on": DUE}])
def test_a_term_that_is_over_warns_nobody(over: dict[str, date]) -> None:
    assert rungs_due(pip(**over), (), on(30)) == ()
    assert next_look_on(pip(**over), (), on(-60)) is None


def test_without_a_day_there_is_nothing_to_warn_of() -> None:
    assert next_look_on(Progress(kind=Kind.PIP, due_on=None), (), DUE) is None


def test_while_information_of_another_excuses_it_nobody_is_late() -> None:
    waiting = pip(awaits_third_party=True)
    assert {rung.days for _, rung in replay(waiting, on(-30), on(90))} == {-21, -7, -1, 0}
    assert next_look_on(waiting, LADDERS[Kind.PIP][:4], on(1)) is None


def test_before_its_day_the_earlier_reading_counts_and_after_it_the_later() -> None:
    two = Progress(kind=Kind.TERMIJN, due_on=DUE, lapses_on=on(2))
    days = {(rung.days, rung.audience): day for day, rung in replay(two, on(-200), on(30))}
    assert days[-30, Audience.KLANTMANAGER] == on(-30)
    assert days[0, Audience.KLANTMANAGER] == DUE
    assert days[1, Audience.TEAMLEIDER] == on(3)


# --- Promises --------------------------------------------------------------------------------------------


def test_four_months_without_an_answer_go_up_to_the_team_lead() -> None:
    """PP-16: a letter that was not there after four months. The inburgeraar hears of it with the request itself."""
    asked = date(2026, 6, 1)
    request = Progress(kind=Kind.ANTWOORD_OP_VERZOEK, started_on=asked, due_on=DUE)
    given_rungs = list(replay(request, asked, asked + timedelta(days=120)))
    assert given_rungs[:2] == [(DUE, Rung(0, Audience.KLANTMANAGER)), (on(1), Rung(1, Audience.TEAMLEIDER))]
    assert all(rung.audience != Audience.INBURGERAAR for _, rung in given_rungs)
    assert sum(rung.audience == Audience.TEAMLEIDER for _, rung in given_rungs) >= 3


def test_a_dossier_without_a_klantmanager_is_the_team_lead_s_at_once() -> None:
    """PP-10: at once the team lead, after five working days the inburgeraar too."""
    since = date(2026, 6, 8)
    without = Progress(kind=Kind.KLANTMANAGER_AANWEZIG, started_on=since, due_on=DUE)
    given_rungs = list(replay(without, since, on(1)))
    assert {(day, rung.audience) for day, rung in given_rungs} == {
        (since, Audience.TEAMLEIDER),
        (on(1), Audience.INBURGERAAR),
        (on(1), Audience.TEAMLEIDER),
    }
    assert len(given_rungs) == 3


# --- Always ----------------------------------------------------------------------------------------------


@given(KINDS, SHIFTS, st.integers(1, 40))
def test_looking_on_the_next_day_to_look_gives_what_looking_every_night_gives(
    kind: Kind, shift: int, every: int
) -> None:
    """The sweep looks only at rows whose day has come: it may not miss one, nor look for nothing."""
    progress = Progress(kind=kind, started_on=on(-14), due_on=DUE)
    today, last, done = on(shift), on(shift + 900), set()
    looked: list[tuple[date, Rung]] = []
    while (look := next_look_on(progress, done, today)) and look <= last:
        found = rungs_due(progress, done, look)
        assert found
        done.update(found)
        looked += [(look, rung) for rung in found]
        today = look
    assert looked == list(replay(progress, on(shift), last))
    assert {rung for _, rung in replay(progress, on(shift), last, every=every)} <= done


@given(KINDS, SHIFTS)
def test_once_given_there_is_nothing_to_give_on_that_day(kind: Kind, shift: int) -> None:
    progress = Progress(kind=kind, due_on=DUE)
    found = rungs_due(progress, (), on(shift))
    assert rungs_due(progress, found, on(shift)) == ()
    assert len({rung.audience for rung in found}) == len(found)


@given(KINDS, SHIFTS)
def test_a_list_says_nearly_over_from_the_first_warning_on(kind: Kind, shift: int) -> None:
    progress = Progress(kind=kind, due_on=DUE)
    if nature_of(kind) == Nature.OPENING or shift > 0:
        return
    expected = Standing.DUE_SOON if shift >= -soon(kind).days else Standing.RUNNING
    assert standing(progress, on(shift)) == expected
