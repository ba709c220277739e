"""R-13: the order of the oproepen, their terms, and what stands in the way, as tables."""

from datetime import date
from typing import Any

import pytest

from contact.enums.appointments import AppointmentState, Purpose
from inburgering.kit.calendar import Calendar
from intake.enums import Blame, SummonsState
from intake.rules import (
    Step,
    absence_obstacles,
    judging_obstacles,
    ladder_terms,
    last_obstacles,
    next_number,
    order_obstacles,
    state_of_step,
    talk_obstacles_of_summons,
    term_obstacles,
)

TODAY = date(2026, 11, 18)  # a Wednesday
PLANNED, DONE, NO_SHOW, CANCELLED = (
    AppointmentState.PLANNED,
    AppointmentState.DONE,
    AppointmentState.NO_SHOW,
    AppointmentState.CANCELLED,
)


def step(number: int = 1, talk: AppointmentState = NO_SHOW, **more: Any) -> Step:
    given = {"talk_on": date(2026, 11, 16), "has_ended": True} | more
    return Step(number=number, talk=talk, **given)


def counts(number: int) -> Step:
    return step(number, blame=Blame.BLAMED, has_reason=True)


@pytest.mark.parametrize(
    ("given", "state"),
    [
        (step(talk=PLANNED, has_ended=False), SummonsState.COMING),
        (step(talk=PLANNED), SummonsState.UNWRITTEN),
        (step(talk=DONE), SummonsState.APPEARED),
        (step(talk=CANCELLED), SummonsState.CANCELLED),
        (step(), SummonsState.HEARING),
        (step(talk=DONE, is_uncooperative=True), SummonsState.HEARING),
        (step(asked_until=TODAY), SummonsState.HEARING),
        (step(asked_until=date(2026, 11, 17)), SummonsState.JUDGING),
        (step(has_reason=True), SummonsState.JUDGING),
        (step(was_reached=True), SummonsState.JUDGING),
        (step(blame=Blame.BLAMED), SummonsState.BLAMED),
        (step(blame=Blame.EXCUSED), SummonsState.EXCUSED),
        (step(is_withdrawn=True, blame=Blame.BLAMED), SummonsState.WITHDRAWN),
    ],
)
def test_how_an_oproep_stands_follows_from_the_talk_and_from_what_people_wrote(
    given: Step, state: SummonsState
) -> None:
    assert state_of_step(given, today=TODAY) == state


@pytest.mark.parametrize(
    ("steps", "number"),
    [
        ([], 1),
        ([counts(1)], 2),
        ([counts(1), counts(2)], 3),
        ([step(blame=Blame.EXCUSED)], 1),
        ([counts(1), step(2, blame=Blame.EXCUSED)], 2),
        ([step(is_withdrawn=True, blame=Blame.BLAMED)], 1),
        ([step(talk=CANCELLED)], 1),
    ],
)
def test_only_what_counts_moves_the_ladder_up(steps: list[Step], number: int) -> None:
    assert next_number(steps, today=TODAY) == number


@pytest.mark.parametrize(
    ("steps", "number", "words"),
    [
        ([], 1, []),
        ([], 2, ["Oproep 2 kan nu niet. Eerst komt oproep 1"]),
        ([], 3, ["Oproep 3 kan nu niet. Eerst komt oproep 1"]),
        ([counts(1)], 2, []),
        ([counts(1)], 3, ["Eerst komt de waarschuwing en oproep 2"]),
        ([step(talk=PLANNED, has_ended=False)], 2, ["Oproep 1 loopt nog", "Oproep 2 kan nu niet"]),
        ([step(talk=PLANNED)], 1, ["Schrijf eerst op hoe de afspraak van maandag 16 november 2026 ging"]),
        ([step()], 1, ["Vraag de nieuwkomer eerst waarom"]),
        ([step(has_reason=True)], 1, ["Oordeel eerst"]),
        ([step(talk=CANCELLED)], 1, ["Trek oproep 1 eerst in"]),
        ([counts(1), counts(2), counts(3)], 4, ["Er waren al 3 oproepen"]),
    ],
)
def test_no_step_is_skipped_and_each_is_finished_first(
    steps: list[Step], number: int, words: list[str]
) -> None:
    found = [obstacle.sentence for obstacle in order_obstacles(steps, number=number, today=TODAY)]
    assert len(found) == len(words)
    assert all(part in sentence for part, sentence in zip(words, found, strict=True))


@pytest.mark.parametrize(
    ("on", "is_fine"),
    [
        (date(2026, 11, 24), False),  # four working days after a Wednesday
        (date(2026, 11, 25), True),
        (date(2026, 12, 30), True),
    ],
)
def test_there_are_working_days_between_the_oproep_and_the_talk(on: date, is_fine: bool) -> None:
    found = talk_obstacles_of_summons(
        number=1, purpose=Purpose.BREDE_INTAKE, state=PLANNED, on=on, today=TODAY, calendar=Calendar()
    )
    assert not found if is_fine else "op of na woensdag 25 november 2026" in found[0].sentence


@pytest.mark.parametrize(
    ("number", "purpose", "state", "words"),
    [
        (1, Purpose.BREDE_INTAKE, NO_SHOW, ""),
        (1, Purpose.LBT, NO_SHOW, ""),
        (2, Purpose.BREDE_INTAKE, NO_SHOW, "Kies een afspraak die nog komt"),
        (1, Purpose.BREDE_INTAKE, AppointmentState.CONCEPT, "Kies een afspraak die nog komt"),
        (1, Purpose.PIP_GESPREK, NO_SHOW, "alleen voor de brede intake"),
    ],
)
def test_only_these_talks_can_be_called_to(
    number: int, purpose: Purpose, state: AppointmentState, words: str
) -> None:
    found = talk_obstacles_of_summons(
        number=number, purpose=purpose, state=state, on=date(2026, 12, 1), today=TODAY, calendar=Calendar()
    )
    assert [words in one.sentence for one in found] == ([True] if words else [])


@pytest.mark.parametrize(
    ("number", "fine_on", "reason", "is_fine"),
    [
        (2, None, "", True),
        (3, None, " ", False),
        (3, None, "Zij is ziek geweest.", True),
        (3, TODAY, "", True),
        (3, date(2026, 11, 19), "", False),
    ],
)
def test_the_third_oproep_names_the_boetebeschikking_or_why_there_is_none(
    number: int, fine_on: date | None, reason: str, is_fine: bool
) -> None:
    found = last_obstacles(number=number, fine_announced_on=fine_on, no_fine_reason=reason, today=TODAY)
    assert (not found) == is_fine


def test_the_talk_lies_within_the_term() -> None:
    assert not term_obstacles(on=TODAY, due_on=TODAY)
    assert not term_obstacles(on=TODAY, due_on=None)
    assert (
        "tot en met dinsdag 17 november 2026"
        in term_obstacles(on=TODAY, due_on=date(2026, 11, 17))[0].sentence
    )


@pytest.mark.parametrize(
    ("given", "blame", "reason", "number"),
    [
        (step(has_reason=True), "verwijtbaar", "Geen reden.", 0),
        (step(), "verwijtbaar", "Geen reden.", 1),
        (step(), "", "", 3),
        (step(talk=DONE), "verwijtbaar", "x", 2),
        (step(has_reason=True), "misschien", "x", 2),
    ],
)
def test_nobody_is_judged_before_being_heard(given: Step, blame: str, reason: str, number: int) -> None:
    assert len(judging_obstacles(given, blame=blame, reason=reason, today=TODAY)) == number


def test_the_intake_ends_without_somebody_only_after_three_oproepen_and_a_real_try() -> None:
    full = {"attempts_besides_letters": 1, "basis": "COA", "reason": "Kwam nooit.", "today": TODAY}
    three = [counts(1), counts(2), counts(3)]
    assert not absence_obstacles(three, **full)
    refused = absence_obstacles(
        [counts(1), step(2)], attempts_besides_letters=0, basis="", reason=" ", today=TODAY
    )
    assert len(refused) == 5
    assert "1 van de 3 oproepen" in refused[0].sentence


def test_each_figure_has_a_source() -> None:
    row = ladder_terms(date(2020, 1, 1))
    assert row.most == 3
    assert "artikel 14" in row.most_source
    assert row.notice_source
