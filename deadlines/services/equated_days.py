"""The table of days that a koninklijk besluit makes equal to a feestdag (Algemene termijnenwet, artikel 3 lid 3)."""

from collections.abc import Callable, Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.models import User
from cases.models import Case
from deadlines.enums import EventKind
from deadlines.models import Deadline, EquatedDay
from deadlines.selectors import changed_by, with_day, without_day
from deadlines.services.computing import in_full, lock_calendar, recompute
from inburgering.kit.calendar import holidays
from inburgering.kit.dutch import upper_first


@transaction.atomic
def add_equated_day(*, day: date, source: str, by: User | None) -> int:
    """Adds a day and moves the open terms that would end on it. Returns how many moved."""
    row = EquatedDay(day=day, source=source.strip(), added_by=by)
    moved = _held(lambda: changed_by(with_day(day, row.source), day=day))
    row.full_clean(exclude=["added_by"])
    if name := holidays(day.year).get(day):
        raise ValidationError(f"{in_full(day).capitalize()} is al een feestdag: {name}.")
    row.save()
    return _move(moved, f"{in_full(day)} is een gelijkgestelde dag geworden ({row.source}).", by)


@transaction.atomic
def remove_equated_day(*, equated_day: EquatedDay, by: User | None) -> int:
    """Takes a day out that never was in a besluit, and moves the open terms back. Returns how many moved."""
    day = equated_day.day
    moved = _held(lambda: changed_by(without_day(day), day=day))
    equated_day.delete()
    return _move(moved, f"{in_full(day)} is geen gelijkgestelde dag meer.", by)


def _held(moving: Callable[[], Iterable[Deadline]]) -> list[Deadline]:
    """The terms that move, read under the locks on their cases, on themselves and on the table of days.

    Who computes a term locks its case, the row and the table, in this order; the table first would make two wait for
    each other for ever. So the terms are sought before the table is ours, and once more after: by then whoever computed
    with the old table has committed, and who comes next waits for the new one. A term that began to move in between
    isn't locked, and its case can't be waited for with the table in our hands: then all locks go back with the
    savepoint, and it starts again.
    """
    while True:
        with transaction.atomic():
            held = _lock(moving())
            lock_calendar(alone=True)
            moved = list(moving())
            if held.issuperset(deadline.pk for deadline in moved):
                return moved
            transaction.set_rollback(True)


def _lock(deadlines: Iterable[Deadline]) -> set[int]:
    """Locks their cases, then the terms themselves, each by number as every batch does; answers which are ours."""
    found = {deadline.pk: deadline.case_id for deadline in deadlines}
    for model, ids in ((Case, set(found.values())), (Deadline, set(found))):
        rows = model.objects.filter(pk__in=ids).order_by("pk")
        list(rows.select_for_update(no_key=True).values_list("pk", flat=True))
    return set(found)


def _move(deadlines: list[Deadline], why: str, by: User | None) -> int:
    for deadline in deadlines:
        recompute(deadline, EventKind.RECOMPUTED, upper_first(why), by)
    return len(deadlines)
