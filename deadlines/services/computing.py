"""The one place that writes what the rule says: from the rows as they are, under a lock, with an event."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from cases.services import record_event
from deadlines.enums import EventKind, Kind
from deadlines.models import Deadline
from deadlines.rules import (
    Facts,
    FactsError,
    Outcome,
    Rung,
    due_date,
    ladder_of,
    next_look_on,
)
from deadlines.selectors import calendar, followers_of_term, open_deadline, told_the_day
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


# What a computation writes: the facts that it began with and what came of them. Whether a term was met or stopped isn't
# among these, so a computation can never bring one back to life.
COMPUTED = ("facts", "rule_id", "due_on", "lapses_on", "awaits_third_party", "next_look_on")


def take_over(deadline: Deadline, outcome: Outcome) -> None:
    """Puts the result in the columns of the row, with the day on which somebody may have to be warned, and saves it."""
    deadline.rule_id, deadline.due_on, deadline.lapses_on = outcome.rule_id, outcome.due_on, outcome.lapses_on
    deadline.awaits_third_party = outcome.awaits_third_party
    deadline.next_look_on = next_look_on(deadline.progress, _given(deadline), timezone.localdate())
    deadline.save(update_fields=COMPUTED if deadline.pk else None)


def _given(deadline: Deadline) -> frozenset[Rung]:
    """The rungs that were given for the day that the term has now."""
    if deadline.pk is None or deadline.due_on is None:
        return frozenset()
    given = deadline.reminders.filter(due_on=deadline.due_on).values_list("audience", "rung")
    return rungs_named(Kind(deadline.kind), given)


def rungs_named(kind: Kind, names: Iterable[tuple[str, int]]) -> frozenset[Rung]:
    """The rungs of the ladder that reminders were given for; one that left the ladder since is left out."""
    named = set(names)
    return frozenset(rung for rung in ladder_of(kind) if (rung.audience.value, rung.days) in named)


def recompute(deadline: Deadline, event: EventKind, why: str, by: User | None, **data: Any) -> None:
    """Computes the term from its rows as they are now, and records it with the day before and after."""
    before, told = deadline.due_on, told_the_day(deadline)
    outcome = computed(Kind(deadline.kind), deadline.known_facts)
    take_over(deadline, outcome)
    moved = (
        ""
        if before == outcome.due_on
        else f" De dag was {day_or_none(before)} en is nu {day_or_none(outcome.due_on)}."
    )
    if moved and told:
        data["reminders"] = [{"audience": one.audience, "given_on": iso(one.given_on)} for one in told]
    record(deadline, event, f"{why}{moved} {outcome.sentence}", by, due_on_before=iso(before), **data)


def recompute_followers(deadline: Deadline, why: str, by: User | None) -> None:
    """Computes anew what is counted from the end of this term; what keeps its day isn't recorded."""
    for follower in followers(deadline):
        if computed(Kind(follower.kind), follower.known_facts).due_on != follower.due_on:
            recompute(follower, EventKind.RECOMPUTED, why, by)


def followers(deadline: Deadline) -> QuerySet[Deadline]:
    """The open terms that are counted from the end of this one, locked."""
    return followers_of_term(deadline).select_for_update(of=("self",))


def record(deadline: Deadline, event: EventKind, text: str, by: User | None, **data: Any) -> None:
    about = {"deadline_id": deadline.pk, "kind": deadline.kind, "due_on": iso(deadline.due_on)}
    record_event(case=deadline.case, kind=event, text=text, by=by, data=about | data)


def locked(deadline: Deadline) -> Deadline:
    """The case, then the row, then the table of days: the same order everywhere, so nobody waits for the other for ever."""
    locked_case(deadline.case)
    return Deadline.objects.select_for_update(of=("self",)).select_related("case").get(pk=deadline.pk)


def locked_open(case: Case, kind: Kind, about: str | None = None) -> Deadline | None:
    """The open term of this kind, as `open_deadline` finds it: with its case locked first."""
    return open_deadline(locked_case(case), kind, about, lock=True)


def locked_case(case: Case) -> Case:
    """One change to the terms of a case at a time; others may still refer to the case meanwhile."""
    return Case.objects.select_for_update(no_key=True).get(pk=case.pk)


def lock_calendar(*, alone: bool = False) -> None:
    """Until the end of the transaction: no term is computed from a table of days that is just being changed.

    The last lock to take: who has it, doesn't wait for a case or a row any more.
    """
    lock = "pg_advisory_xact_lock" if alone else "pg_advisory_xact_lock_shared"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {lock}(%s)", [CALENDAR_LOCK])


def refuse_future(what: str, on: date) -> None:
    if obstacles := future(f"{what} op", on):
        raise ValidationError(obstacles)


def future(what: str, on: date) -> list[str]:
    """The obstacle of a day that can't be known yet: "Het besluit kan niet genomen zijn op" and the day."""
    return [f"{what} {in_full(on)}: die dag moet nog komen."] if on > timezone.localdate() else []


def in_full(day: date) -> str:
    return format_date(day, weekday=False)


def day_or_none(day: date | None) -> str:
    return in_full(day) if day else "nog niet bekend"


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
