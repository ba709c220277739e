"""What the portal says about the way, from facts alone."""

from dataclasses import replace
from datetime import date

import pytest

from cases.enums import Group
from contact.enums.interpreters import BookingState, InterpreterDecision
from contact.enums.requests import RequestState
from deadlines.enums import Kind
from pip_plans.enums import Alphabetisation, Leerroute
from portal.enums import Milestone, Progress, Standing, Step, Tolk, Word
from portal.rules import (
    Agreement,
    Intensity,
    Journey,
    decision_is_new,
    next_step,
    parts,
    progress,
    route_map,
    tolk,
)

TODAY = date(2026, 4, 1)
ARRIVED = Journey(
    today=TODAY, notified_on=date(2026, 2, 16), registered_on=date(2026, 2, 9), plan_due_on=date(2026, 4, 28)
)
LATE = replace(ARRIVED, today=date(2026, 4, 29))
PLANNED = replace(ARRIVED, first_plan_on=date(2026, 3, 31), plan_on=date(2026, 3, 31), route=Leerroute.B,
                  object_until=date(2026, 5, 12), term_until=date(2029, 3, 31))  # fmt: skip


@pytest.mark.parametrize(
    ("journey", "step", "on", "term"),
    [
        (ARRIVED, Step.WAIT_FOR_INVITATION, date(2026, 4, 28), Kind.PIP),
        (replace(ARRIVED, plan_due_on=None), Step.WAIT_FOR_INVITATION, None, None),
        (replace(ARRIVED, has_moved=True), Step.WAIT_FOR_INVITATION, date(2026, 4, 28), Kind.PIP_NA_VERHUIZING),
        (replace(ARRIVED, intake_started_on=TODAY), Step.INTAKE, date(2026, 4, 28), Kind.PIP),
        (replace(ARRIVED, intake_started_on=TODAY, intake_done_on=TODAY), Step.WAIT_FOR_PLAN, date(2026, 4, 28), Kind.PIP),
        (replace(ARRIVED, today=date(2026, 4, 28)), Step.WAIT_FOR_INVITATION, date(2026, 4, 28), Kind.PIP),
        (LATE, Step.PLAN_LATE, date(2026, 4, 28), Kind.PIP),
        (replace(LATE, plan_awaits_others=True), Step.WAIT_FOR_INVITATION, date(2026, 4, 28), Kind.PIP),
        (PLANNED, Step.READ_PLAN, date(2026, 5, 12), Kind.BEZWAAR),
        (replace(PLANNED, today=date(2026, 4, 14)), Step.READ_PLAN, date(2026, 5, 12), Kind.BEZWAAR),
        (replace(PLANNED, today=date(2026, 4, 15)), Step.FOLLOW_ROUTE, date(2029, 3, 31), Kind.TERMIJN),
        (replace(PLANNED, is_open=False), Step.CLOSED, None, None),
        (replace(PLANNED, next_talk_on=date(2026, 4, 15)), Step.TALK, date(2026, 4, 15), None),
        (replace(PLANNED, next_talk_on=date(2026, 4, 16)), Step.READ_PLAN, date(2026, 5, 12), Kind.BEZWAAR),
        (replace(LATE, next_talk_on=date(2026, 4, 29)), Step.TALK, date(2026, 4, 29), None),
        (replace(LATE, concept_is_shared=True, next_talk_on=date(2026, 4, 29)), Step.READ_CONCEPT, None, None),
        (replace(PLANNED, is_open=False, concept_is_shared=True), Step.CLOSED, None, None),
    ],
)  # fmt: skip
def test_the_start_page_shows_one_next_step(
    journey: Journey, step: Step, on: date | None, term: Kind | None
) -> None:
    found = next_step(journey)
    assert (found.step, found.on, found.term) == (step, on, term)


ALONE = replace(PLANNED, plan_is_unilateral=True)
TALK_SOON = {"next_talk_on": date(2026, 4, 15)}


@pytest.mark.parametrize(
    ("journey", "told"),
    [
        (ARRIVED, False),
        (PLANNED, False),  # The next step says it.
        (replace(PLANNED, **TALK_SOON), True),
        (replace(PLANNED, concept_is_shared=True), True),
        (ALONE, True),
        (replace(ALONE, **TALK_SOON), True),
        (replace(ALONE, is_open=False), True),
        (replace(ALONE, today=date(2026, 5, 12)), True),
        (replace(ALONE, today=date(2026, 5, 13)), False),
        (replace(ALONE, object_until=None), True),
        (replace(ALONE, object_until=None, today=date(2026, 4, 15)), False),
    ],
)
def test_nothing_hides_a_decision_as_long_as_bezwaar_is_possible(journey: Journey, told: bool) -> None:
    """PP-01: certainly not that the plan was established without akkoord."""
    assert decision_is_new(journey) is told


def test_the_next_agreement_is_the_first_to_come_and_ones_own_before_anothers() -> None:
    agreed = (
        Agreement(id=1, on=date(2026, 4, 14), is_mine=True),
        Agreement(id=2, on=date(2026, 6, 1), is_mine=False),
        Agreement(id=3, on=date(2026, 6, 1), is_mine=True),
    )
    found = next_step(replace(PLANNED, today=date(2026, 4, 15), agreements=agreed))
    assert (found.step, found.agreement) == (Step.AGREEMENT, agreed[2])
    assert next_step(replace(PLANNED, today=date(2026, 6, 2), agreements=agreed)).step == Step.FOLLOW_ROUTE


def test_the_way_says_of_each_step_when_it_was_or_that_nobody_knows_yet() -> None:
    stops = {stop.milestone: stop for stop in route_map(PLANNED)}
    assert stops[Milestone.PLAN].on == date(2026, 3, 31)
    assert stops[Milestone.START].on == date(2026, 4, 1)
    assert (stops[Milestone.END].on, stops[Milestone.END].is_latest) == (date(2029, 3, 31), True)
    assert stops[Milestone.LESSONS].on is None
    assert [stop.milestone for stop in stops.values() if stop.standing == Standing.NOW] == [Milestone.LESSONS]
    assert list(stops)[:2] == [Milestone.REGISTERED, Milestone.NOTICE]
    assert list(stops)[-1] == Milestone.AFTER


def test_before_the_plan_the_way_names_the_last_day_for_it() -> None:
    stops = {stop.milestone: stop for stop in route_map(ARRIVED)}
    assert (stops[Milestone.PLAN].on, stops[Milestone.PLAN].is_latest) == (date(2026, 4, 28), True)
    assert stops[Milestone.INTAKE].standing == Standing.NOW
    assert Milestone.EXAMS not in stops


@pytest.mark.parametrize(
    ("route", "there", "absent"),
    [
        (Leerroute.B, {Milestone.MAP, Milestone.EXAMS}, {Milestone.CLOSING_TALK}),
        (Leerroute.O, {Milestone.EXAMS}, {Milestone.MAP, Milestone.CLOSING_TALK}),
        (Leerroute.Z, {Milestone.MAP, Milestone.CLOSING_TALK}, {Milestone.EXAMS}),
    ],
)
def test_the_way_holds_only_what_applies(
    route: Leerroute, there: set[Milestone], absent: set[Milestone]
) -> None:
    found = {stop.milestone for stop in route_map(replace(PLANNED, route=route))}
    assert there <= found
    assert not absent & found


def test_a_closed_case_shows_only_what_was_done() -> None:
    stops = route_map(replace(PLANNED, is_open=False))
    assert {stop.standing for stop in stops} == {Standing.DONE}


@pytest.mark.parametrize(
    ("route", "group", "there", "absent"),
    [
        (Leerroute.B, Group.ASIELSTATUSHOUDER, {Word.TAALCURSUS, Word.MAP, Word.EXAMENS, Word.BEGELEIDING}, {Word.MEEDOEN}),
        (Leerroute.B, Group.GEZINSMIGRANT, {Word.MAP, Word.PVT}, {Word.BEGELEIDING, Word.MEEDOEN}),
        (Leerroute.O, Group.ASIELSTATUSHOUDER, {Word.TAALSCHAKELTRAJECT, Word.KNM, Word.PVT}, {Word.MAP, Word.TAALCURSUS}),
        (Leerroute.Z, Group.ASIELSTATUSHOUDER, {Word.MEEDOEN, Word.MAP, Word.EINDGESPREK}, {Word.EXAMENS}),
        (Leerroute.Z, Group.GEZINSMIGRANT, {Word.MAP, Word.EINDGESPREK}, {Word.EXAMENS, Word.MEEDOEN}),
        ("", "", {Word.TAALCURSUS, Word.KNM, Word.PVT}, {Word.MAP, Word.EXAMENS, Word.EINDGESPREK, Word.BEGELEIDING}),
    ],
)  # fmt: skip
def test_a_route_lists_its_own_parts_and_no_others(
    route: str, group: str, there: set[Word], absent: set[Word]
) -> None:
    found = {part.word for part in parts(route=route, group=group, intensity=Intensity(), on=TODAY)}
    assert there <= found
    assert not absent & found


def test_parts_show_the_figures_of_the_plan_and_of_the_law() -> None:
    plan = Intensity(
        lesson_hours=600, pvt_hours=12, map_hours=48, talks_a_year=3, alphabetisation=Alphabetisation.AA
    )
    in_b = {part.word: part for part in parts(route=Leerroute.B, group="", intensity=plan, on=TODAY)}
    assert (in_b[Word.TAALCURSUS].hours, in_b[Word.MAP].hours, in_b[Word.PVT].hours) == (600, 48, 12)
    assert in_b[Word.VOORTGANGSGESPREK].times_a_year == 3
    assert Word.ALFABETISERING in in_b
    in_z = {
        p.word: p
        for p in parts(route=Leerroute.Z, group=Group.ASIELSTATUSHOUDER, intensity=Intensity(), on=TODAY)
    }
    assert (in_z[Word.TAALCURSUS].hours, in_z[Word.MEEDOEN].hours) == (800, 800)


@pytest.mark.parametrize(
    ("decision", "booking", "told"),
    [
        (InterpreterDecision.INTERPRETER, BookingState.CONFIRMED, Tolk.COMES),
        (InterpreterDecision.PHONE_INTERPRETER, BookingState.CONFIRMED, Tolk.PHONES),
        (InterpreterDecision.INTERPRETER, BookingState.REQUESTED, Tolk.ARRANGING),
        (InterpreterDecision.PHONE_INTERPRETER, None, Tolk.ARRANGING),
        (InterpreterDecision.OWN_LANGUAGE, None, Tolk.SHARED_LANGUAGE),
        (InterpreterDecision.NOT_NEEDED, None, Tolk.WITHOUT),
        (InterpreterDecision.NONE, None, Tolk.WITHOUT),
        ("", None, Tolk.WITHOUT),
    ],
)
def test_an_interpreter_is_promised_only_when_it_is_certain(
    decision: str, booking: str | None, told: Tolk
) -> None:
    assert tolk(decision, booking) == told


@pytest.mark.parametrize(
    ("state", "due_on", "told"),
    [
        (RequestState.OPEN, TODAY, Progress.WORKING),
        (RequestState.OPEN, date(2026, 3, 31), Progress.LATE),
        (RequestState.OPEN, None, Progress.WORKING),
        (RequestState.AT_PARTIES, TODAY, Progress.WITH_OTHERS),
        (RequestState.AT_PARTIES, date(2026, 3, 31), Progress.LATE),
        (RequestState.LATER, date(2026, 6, 1), Progress.LATER),
        (RequestState.LATER, date(2026, 3, 31), Progress.LATE),
        (RequestState.ANSWERED, date(2026, 3, 31), Progress.ANSWERED),
        (RequestState.WITHDRAWN, date(2026, 3, 31), Progress.WITHDRAWN),
    ],
)
def test_past_its_day_a_request_is_called_late_wherever_it_lies(
    state: RequestState, due_on: date | None, told: Progress
) -> None:
    assert progress(state, due_on, today=TODAY) == told
