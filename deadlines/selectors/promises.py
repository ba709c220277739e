"""How long the gemeente gives itself, and which cases nobody guides."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from accounts.models import Gemeente
from cases.enums import AssignmentKind, Status
from cases.models import Assignment, Case
from deadlines.enums import Kind
from deadlines.models import Deadline, PromiseTerm
from deadlines.rules import PROMISES, Length, Promise


@dataclass(frozen=True)
class PromiseSetting:
    """A promise as a gemeente has it on a day: all that was ever set for it, the last day first, and what is to come."""

    promise: Promise
    length: Length
    rows: tuple[PromiseTerm, ...]
    coming: tuple[PromiseTerm, ...]

    @property
    def is_default(self) -> bool:
        return self.length == self.promise.default


def promise_length(gemeente: Gemeente, kind: Kind, on: date) -> Length:
    """What this gemeente set for that day, else the default."""
    row = PromiseTerm.objects.filter(gemeente=gemeente, kind=kind, valid_from__lte=on).first()
    return row.length if row else _default(kind)


def promise_settings(gemeente: Gemeente, *, on: date) -> list[PromiseSetting]:
    """All promises in the order of the table, in one query."""
    rows = list(PromiseTerm.objects.filter(gemeente=gemeente).select_related("set_by"))
    return [_setting(promise, [row for row in rows if row.kind == promise.kind], on) for promise in PROMISES]


def _setting(promise: Promise, rows: list[PromiseTerm], on: date) -> PromiseSetting:
    now = next((row.length for row in rows if row.valid_from <= on), promise.default)
    coming = {row.valid_from: row for row in reversed(rows) if row.valid_from > on}
    return PromiseSetting(promise, now, tuple(rows), tuple(coming[day] for day in sorted(coming)))


def _default(kind: Kind) -> Length:
    return next(promise.default for promise in PROMISES if promise.kind == kind)


# --- A klantmanager for each case -------------------------------------------------------------------------


def unguided_cases() -> QuerySet[Case]:
    """Open cases without a klantmanager who can log in, for which that promise doesn't run yet.

    `left_at` is when the last one left; None when none did.
    """
    mine = Assignment.objects.filter(case=OuterRef("pk"), kind=AssignmentKind.KLANTMANAGER)
    promised = Deadline.objects.open().filter(case=OuterRef("pk"), kind=Kind.KLANTMANAGER_AANWEZIG)
    left = mine.filter(ends_at__isnull=False).order_by("-ends_at").values("ends_at")[:1]
    return Case.objects.filter(
        ~Exists(mine.filter(ends_at=None, user__is_active=True)), ~Exists(promised), status=Status.OPEN
    ).annotate(left_at=Subquery(left), is_guided_by_nobody=~Exists(mine.filter(ends_at=None)))


def guided_again() -> list[tuple[Case, datetime]]:
    """Cases for which that promise runs though somebody guides them, with the moment since when."""
    promised = Deadline.objects.open().filter(case=OuterRef("case"), kind=Kind.KLANTMANAGER_AANWEZIG)
    guiding = Assignment.objects.filter(
        Exists(promised), kind=AssignmentKind.KLANTMANAGER, ends_at=None, user__is_active=True
    )
    return [(assignment.case, assignment.starts_at) for assignment in guiding.select_related("case")]
