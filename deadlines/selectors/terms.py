"""Terms as pages show them, and what a changed calendar does to them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from cases.enums import Group
from cases.models import Case
from deadlines.enums import Bearer, Kind, Nature, Standing
from deadlines.models import LEADERS, Deadline, EquatedDay, ThirdPartyRequest
from deadlines.rules import Facts, Outcome, bearer_of, nature_of
from inburgering.kit.calendar import Calendar

# The longest chain that a day off can reach through: bezwaar ends on it, then 12 weeks, then 6 weeks of verdaging.
REACH_OF_A_DAY = timedelta(weeks=20)
# A term that the gemeente sets within a longest can end before days off: the longest row of those is shorter than this.
BEFORE_DAYS_OFF = timedelta(weeks=1)
AT_ONCE = 500
LENGTHENING = ("third_party_requests", "extensions", "suspensions")
"""Rows of a term that its day follows from."""


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


def open_deadline(case: Case, kind: Kind, about: str | None = None, *, lock: bool = False) -> Deadline | None:
    """The open term of this kind, about this; of several the most urgent."""
    found = open_deadlines(case).filter(kind=kind)
    if about is not None:
        found = found.filter(about=about)
    return (found.select_for_update() if lock else found).first()


def requests_of(case: Case) -> QuerySet[ThirdPartyRequest]:
    return ThirdPartyRequest.objects.filter(deadline__case=case).select_related("asked_by")


def facts_of(case: Case) -> Facts:
    """What the case itself knows of the facts that terms start from."""
    group = Group(case.group) if case.group else None
    return Facts(group=group, notified_on=case.notified_on, brp_registered_on=case.brp_registered_on)


def explained(deadlines: QuerySet[Deadline]) -> Iterator[Deadline]:
    """The rows with all that their `outcome` needs, in five queries for a whole case."""
    shared = calendar()
    rows = list(deadlines.prefetch_related(*LENGTHENING))
    leaders = _leaders(sorted(rows, key=lambda row: row.pk))
    for deadline in rows:
        deadline.calendar = shared
        deadline.leader = leaders.get(_leader_key(deadline))
        yield deadline


def _leaders(rows: Iterable[Deadline]) -> dict[tuple[int, str, str], Deadline]:
    """The terms that these are counted from the end of, by case, kind and what they are about; the latest of each.

    Of a list that holds them all no query is needed.
    """
    leaders = {(row.case_id, row.kind, row.about): row for row in rows if _leads(row)}
    wanted = {_leader_key(row) for row in rows if row.kind in LEADERS}
    if missing := wanted - set(leaders):
        found = Deadline.objects.filter(
            case__in={case for case, _, _ in missing}, kind__in=set(LEADERS.values())
        )
        found = found.filter(stopped_on=None).order_by("id").prefetch_related("extensions")
        leaders |= {(row.case_id, row.kind, row.about): row for row in found}
    return leaders


def _leads(row: Deadline) -> bool:
    return row.kind in LEADERS.values() and row.stopped_on is None


def _leader_key(deadline: Deadline) -> tuple[int, str, str]:
    return deadline.case_id, LEADERS.get(Kind(deadline.kind), ""), deadline.about


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
    near = Deadline.objects.open().filter(due_on__range=(day - BEFORE_DAYS_OFF, day + REACH_OF_A_DAY))
    ids = list(near.order_by("id").values_list("id", flat=True))
    for start in range(0, len(ids), AT_ONCE):
        for deadline in explained(Deadline.objects.open().filter(id__in=ids[start : start + AT_ONCE])):
            deadline.calendar = new
            if deadline.outcome.due_on != deadline.due_on:
                yield deadline


def with_day(day: date, source: str) -> Calendar:
    return Calendar({**calendar().equated, day: source})


def without_day(day: date) -> Calendar:
    return Calendar({other: source for other, source in calendar().equated.items() if other != day})
