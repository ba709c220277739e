"""The one place that writes what the rule says: from the rows as they are, under a lock, with an event."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from cases.services import record_event
from deadlines.enums import EventKind, Kind
from deadlines.models import Deadline
from deadlines.rules import Facts, FactsError, Outcome, due_date
from deadlines.selectors import calendar
from inburgering.kit.dutch import format_date

# Key of the advisory lock on the table of equated days: who computes shares it, who changes the table has it alone.
CALENDAR_LOCK = 5_300_303


def computed(kind: Kind, facts: Facts) -> Outcome:
    """What the rule says, with the calendar as it is; ValidationError with all reasons when the facts can't be."""
    lock_calendar()
    try:
        return due_date(kind, facts, calendar())
    except FactsError as wrong:
        raise ValidationError(list(wrong.obstacles)) from wrong


def take_over(deadline: Deadline, outcome: Outcome) -> None:
    """Puts the result in the columns of the row, and saves it."""
    deadline.rule_id, deadline.due_on, deadline.lapses_on = outcome.rule_id, outcome.due_on, outcome.lapses_on
    deadline.awaits_third_party = outcome.awaits_third_party
    deadline.save()


def recompute(deadline: Deadline, event: EventKind, why: str, by: User | None, **data: Any) -> None:
    """Computes the term from its rows as they are now, and records it with the day before and after."""
    before = deadline.due_on
    outcome = computed(Kind(deadline.kind), deadline.known_facts)
    take_over(deadline, outcome)
    moved = (
        ""
        if before == outcome.due_on
        else f" De dag was {_day_or_none(before)} en is nu {_day_or_none(outcome.due_on)}."
    )
    record(deadline, event, f"{why}{moved} {outcome.sentence}", by, due_on_before=_iso(before), **data)


def record(deadline: Deadline, event: EventKind, text: str, by: User | None, **data: Any) -> None:
    about = {"deadline_id": deadline.pk, "kind": deadline.kind, "due_on": _iso(deadline.due_on)}
    record_event(case=deadline.case, kind=event, text=text, by=by, data=about | data)


def locked(deadline: Deadline) -> Deadline:
    """The case first, then the row: the same order everywhere, so that nobody waits for the other for ever."""
    locked_case(deadline.case)
    return Deadline.objects.select_for_update().select_related("case").get(pk=deadline.pk)


def locked_case(case: Case) -> Case:
    """One change to the terms of a case at a time; others may still refer to the case meanwhile."""
    return Case.objects.select_for_update(no_key=True).get(pk=case.pk)


def lock_calendar(*, alone: bool = False) -> None:
    """Until the end of the transaction: no term is computed from a table of days that is just being changed."""
    lock = "pg_advisory_xact_lock" if alone else "pg_advisory_xact_lock_shared"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {lock}(%s)", [CALENDAR_LOCK])


def refuse_future(what: str, on: date) -> None:
    if on > timezone.localdate():
        raise ValidationError(f"{what} op {in_full(on)}: die dag moet nog komen.")


def in_full(day: date) -> str:
    return format_date(day, weekday=False)


def _day_or_none(day: date | None) -> str:
    return in_full(day) if day else "nog niet bekend"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
