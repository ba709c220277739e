"""The way from arrival to after the exam."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pip_plans.enums import Leerroute
from portal.enums import Milestone, Standing
from portal.rules.journey import Journey


@dataclass(frozen=True)
class Stop:
    """A milestone with its day, when that is known. `is_latest`: on or before that day."""

    milestone: Milestone
    on: date | None
    standing: Standing
    is_latest: bool = False


@dataclass(frozen=True)
class _Point:
    milestone: Milestone
    done_on: date | None = None
    latest_on: date | None = None


def route_map(journey: Journey) -> tuple[Stop, ...]:
    """All milestones of this newcomer's route and no others; one of them is now. Of a closed case, what was done."""
    stops: list[Stop] = []
    for point in _points(journey):
        done = point.done_on is not None and point.done_on <= journey.today
        if not (done or journey.is_open):
            continue
        is_first = not any(stop.standing == Standing.NOW for stop in stops)
        standing = Standing.DONE if done else Standing.NOW if is_first else Standing.LATER
        on = point.done_on or point.latest_on
        stops.append(Stop(point.milestone, on, standing, is_latest=point.done_on is None and on is not None))
    return tuple(stops)


def _arrival(journey: Journey) -> Iterator[_Point]:
    """Who came through an azc gets DUO's letter first; who came to family is often registered first."""
    if journey.notified_on:
        yield _Point(Milestone.NOTICE, journey.notified_on)
    yield _Point(Milestone.REGISTERED, journey.registered_on)


def _points(journey: Journey) -> Iterator[_Point]:
    yield from sorted(_arrival(journey), key=lambda point: point.done_on or date.max)
    yield _Point(Milestone.INTAKE, journey.intake_done_on or journey.first_plan_on)
    if journey.test_on or not journey.first_plan_on:
        yield _Point(Milestone.TEST, journey.test_on)
    yield _Point(Milestone.PLAN, journey.plan_on and journey.first_plan_on, journey.plan_due_on)
    yield _Point(Milestone.START, journey.term_from)
    yield _Point(Milestone.LESSONS)
    yield _Point(Milestone.PVT)
    if journey.route in {Leerroute.B, Leerroute.Z}:
        yield _Point(Milestone.MAP)
    if journey.route in {Leerroute.B, Leerroute.O}:
        yield _Point(Milestone.EXAMS)
    if journey.route == Leerroute.Z:
        yield _Point(Milestone.CLOSING_TALK)
    yield _Point(Milestone.END, latest_on=journey.term_until)
    yield _Point(Milestone.AFTER)
