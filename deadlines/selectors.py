"""What lists and pages read. Whoever may see a case may see its terms: `cases.selectors` decides."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from cases.enums import Group
from cases.models import Case
from deadlines.enums import Bearer, Kind, Nature, Standing
from deadlines.models import Deadline, EquatedDay, ThirdPartyRequest
from deadlines.rules import Facts, Outcome, bearer_of, nature_of
from inburgering.kit.calendar import Calendar

# The longest chain that a day off can reach through: bezwaar ends on it, then 12 weeks, then 6 weeks of verdaging.
REACH_OF_A_DAY = timedelta(weeks=20)


@dataclass(frozen=True)
class Clock:
    """A term as a page shows it on a day."""

    deadline: Deadline
    outcome: Outcome
    standing: Standing
    days_left: int | None
    bearer: Bearer
    nature: Nature

    @property
    def is_over(self) -> bool:
        """Nobody has anything to do for it any more: done, stopped, or a right that has passed."""
        return not self.deadline.is_open or self.standing == Standing.PASSED

    @property
    def prefix(self) -> str:
        """What the day is: the last one for a duty or a right, or the first."""
        return {Nature.DUTY: "uiterlijk", Nature.RIGHT: "tot en met", Nature.OPENING: "vanaf"}[self.nature]


def calendar() -> Calendar:
    return EquatedDay.objects.calendar()


def open_deadlines(case: Case) -> QuerySet[Deadline]:
    return case.deadlines.open().most_urgent_first()


def open_deadline(case: Case, kind: Kind) -> Deadline | None:
    """The open term of this kind; of several (each about another besluit) the most urgent."""
    return open_deadlines(case).filter(kind=kind).first()


def requests_of(case: Case) -> QuerySet[ThirdPartyRequest]:
    return ThirdPartyRequest.objects.filter(deadline__case=case).select_related("asked_by")


def facts_of(case: Case) -> Facts:
    """What the case itself knows of the facts that terms start from."""
    group = Group(case.group) if case.group else None
    return Facts(group=group, notified_on=case.notified_on, brp_registered_on=case.brp_registered_on)


def explained(deadlines: QuerySet[Deadline]) -> Iterator[Deadline]:
    """The rows with all that their `outcome` needs, in three queries for the whole list."""
    shared = calendar()
    for deadline in deadlines.prefetch_related("third_party_requests"):
        deadline.calendar = shared
        yield deadline


def clocks(case: Case, *, today: date) -> list[Clock]:
    """All terms of the case: what still asks something by urgency, then what is over, last first."""
    shown = [_clock(deadline, today) for deadline in explained(case.deadlines.most_urgent_first())]
    return [c for c in shown if not c.is_over] + [c for c in reversed(shown) if c.is_over]


def _clock(deadline: Deadline, today: date) -> Clock:
    kind = Kind(deadline.kind)
    return Clock(
        deadline=deadline,
        outcome=deadline.outcome,
        standing=deadline.standing(today),
        days_left=(deadline.due_on - today).days if deadline.due_on and deadline.is_open else None,
        bearer=bearer_of(kind),
        nature=nature_of(kind),
    )


def changed_by(new: Calendar, *, day: date) -> Iterator[Deadline]:
    """Open terms that would end on another day, if this day came into the calendar or left it.

    Each has the new calendar, so that its `outcome` is the new one beside the `due_on` that is kept.
    """
    near = Deadline.objects.open().filter(due_on__range=(day, day + REACH_OF_A_DAY))
    for deadline in near.prefetch_related("third_party_requests").iterator(chunk_size=500):
        deadline.calendar = new
        if deadline.outcome.due_on != deadline.due_on:
            yield deadline


def with_day(day: date, source: str) -> Calendar:
    return Calendar({**calendar().equated, day: source})


def without_day(day: date) -> Calendar:
    return Calendar({other: source for other, source in calendar().equated.items() if other != day})
