"""The table of days that a koninklijk besluit makes equal to a feestdag (Algemene termijnenwet, artikel 3 lid 3)."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.models import User
from deadlines.enums import EventKind
from deadlines.models import Deadline, EquatedDay
from deadlines.selectors import changed_by, with_day, without_day
from deadlines.services.computing import in_full, lock_calendar, recompute
from inburgering.kit.calendar import holidays


@transaction.atomic
def add_equated_day(*, day: date, source: str, by: User | None) -> int:
    """Adds a day and moves the open terms that would end on it. Returns how many moved."""
    lock_calendar(alone=True)
    row = EquatedDay(day=day, source=source.strip(), added_by=by)
    row.full_clean(exclude=["added_by"])
    if name := holidays(day.year).get(day):
        raise ValidationError(f"{in_full(day).capitalize()} is al een feestdag: {name}.")
    moved = list(changed_by(with_day(day, row.source), day=day))
    row.save()
    return _move(moved, f"{in_full(day)} is een gelijkgestelde dag geworden ({row.source}).", by)


@transaction.atomic
def remove_equated_day(*, equated_day: EquatedDay, by: User | None) -> int:
    """Takes a day out that never was in a besluit, and moves the open terms back. Returns how many moved."""
    lock_calendar(alone=True)
    day = equated_day.day
    moved = list(changed_by(without_day(day), day=day))
    equated_day.delete()
    return _move(moved, f"{in_full(day)} is geen gelijkgestelde dag meer.", by)


def _move(deadlines: list[Deadline], why: str, by: User | None) -> int:
    for deadline in deadlines:
        recompute(deadline, EventKind.RECOMPUTED, why[0].upper() + why[1:], by)
    return len(deadlines)
