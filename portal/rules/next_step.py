"""The one thing that the start page shows."""

from dataclasses import dataclass
from datetime import date, timedelta

from deadlines.enums import Kind
from portal.enums import Step
from portal.rules.journey import Agreement, Journey

READING_DAYS = timedelta(days=14)
"""How long a new plan stays the next step before its first agreement takes over: our choice."""

TALK_SOON = timedelta(days=14)
"""A talk within two weeks is the next step, whatever else waits."""


@dataclass(frozen=True, kw_only=True)
class NextStep:
    """`on` is the day that the card shows in large; `term` says which sentence explains it."""

    step: Step
    on: date | None = None
    term: Kind | None = None
    agreement: Agreement | None = None


def next_step(journey: Journey) -> NextStep:
    if not journey.is_open:
        return NextStep(step=Step.CLOSED)
    if journey.concept_is_shared:
        return NextStep(step=Step.READ_CONCEPT)
    if journey.next_talk_on and journey.next_talk_on <= journey.today + TALK_SOON:
        return NextStep(step=Step.TALK, on=journey.next_talk_on)
    return _before_plan(journey) if journey.plan_on is None else _after_plan(journey, journey.plan_on)


def decision_is_new(journey: Journey) -> bool:
    """Whether the start page speaks of the decision about the plan: a talk or a new concept mustn't hide it as long as
    bezwaar is possible. What is the next step by itself isn't said twice, but that there was no akkoord is.
    """
    if journey.plan_on is None or journey.today > (journey.object_until or journey.plan_on + READING_DAYS):
        return False
    return journey.plan_is_unilateral or next_step(journey).step != Step.READ_PLAN


def _before_plan(journey: Journey) -> NextStep:
    step = Step.WAIT_FOR_INVITATION
    if journey.plan_is_late:
        step = Step.PLAN_LATE
    elif journey.intake_done_on:
        step = Step.WAIT_FOR_PLAN
    elif journey.intake_started_on:
        step = Step.INTAKE
    term = Kind.PIP_NA_VERHUIZING if journey.has_moved else Kind.PIP
    return NextStep(step=step, on=journey.plan_due_on, term=term if journey.plan_due_on else None)


def _after_plan(journey: Journey, plan_on: date) -> NextStep:
    if journey.today <= plan_on + READING_DAYS:
        on = journey.object_until
        return NextStep(step=Step.READ_PLAN, on=on, term=Kind.BEZWAAR if on else None)
    if coming := _next_agreement(journey):
        return NextStep(step=Step.AGREEMENT, on=coming.on, agreement=coming)
    on = journey.term_until
    return NextStep(step=Step.FOLLOW_ROUTE, on=on, term=Kind.TERMIJN if on else None)


def _next_agreement(journey: Journey) -> Agreement | None:
    """The first that is still to come; of one day, the newcomer's own before somebody else's."""
    coming = [one for one in journey.agreements if one.on >= journey.today]
    return min(coming, key=lambda one: (one.on, not one.is_mine, one.id), default=None)
