"""What a correction would change, before anybody confirms it: the same answer that the service acts on."""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import QuerySet

from deadlines.enums import Kind
from deadlines.models import Deadline, Reminder
from deadlines.rules import CATALOGUE, Facts, Outcome, followers_of


@dataclass(frozen=True)
class Correction:
    """One term before and after, and who was told the day that it had."""

    deadline: Deadline
    facts: Facts
    before: Outcome
    after: Outcome
    told: tuple[Reminder, ...]

    @property
    def moves(self) -> bool:
        return self.deadline.due_on != self.after.due_on

    @property
    def contradicts_reminders(self) -> bool:
        return self.moves and bool(self.told)


def corrections(deadline: Deadline, facts: Facts, followers: Iterable[Deadline]) -> list[Correction]:
    """This term with these facts, and those that are counted from its end with what differs in them.

    Raises FactsError on facts that can't be.
    """
    changed = changed_facts(Facts.from_json(deadline.facts), facts)
    follow = [(row, replace(Facts.from_json(row.facts), **changed)) for row in followers]
    return [_correction(row, new) for row, new in [(deadline, facts), *follow]]


def followers_of_term(deadline: Deadline) -> QuerySet[Deadline]:
    """The open terms that are counted from the end of this one."""
    kinds = followers_of(Kind(deadline.kind))
    rows = deadline.case.deadlines.open().filter(kind__in=kinds, about=deadline.about)
    return rows.select_related("case").prefetch_related("reminders")


def changed_facts(before: Facts, after: Facts) -> dict[str, Any]:
    """The facts that differ, by attribute, with their new values."""
    return {name: getattr(after, name) for name in CATALOGUE if getattr(after, name) != getattr(before, name)}


def told_the_day(deadline: Deadline) -> tuple[Reminder, ...]:
    """The reminders that named the day that the term has now."""
    return tuple(reminder for reminder in deadline.reminders.all() if reminder.due_on == deadline.due_on)


def _correction(deadline: Deadline, facts: Facts) -> Correction:
    corrected = copy(deadline)
    corrected.facts = facts.to_json()
    return Correction(deadline, facts, deadline.outcome, corrected.outcome, told_the_day(deadline))
