"""How a term stands on a day."""

from dataclasses import dataclass
from datetime import date, timedelta

from deadlines.enums import Kind, Nature, Standing
from deadlines.rules.choosing import nature_of

# How many days before the end a list says that it is nearly over: our choice, not the law's.
SOON_DAYS = {
    Kind.TERMIJN: 180,
    Kind.ROUTEWISSEL: 60,
    Kind.AANBOD: 30,
    Kind.TAALSCHAKELTRAJECT: 30,
    Kind.BEZWAAR: 7,
}
SOON_DAYS_ELSE = 21


@dataclass(frozen=True, kw_only=True)
class Progress:
    """The dates of a term that a standing follows from."""

    kind: Kind
    due_on: date | None
    lapses_on: date | None = None
    awaits_third_party: bool = False
    met_on: date | None = None
    stopped_on: date | None = None

    @property
    def last_day(self) -> date | None:
        return self.lapses_on or self.due_on


def standing(term: Progress, today: date) -> Standing:
    if term.stopped_on:
        return Standing.STOPPED
    if term.met_on:
        return Standing.MET_LATE if is_past(term, term.met_on) else Standing.MET
    if term.due_on is None or term.last_day is None:
        return Standing.WAITING
    if nature_of(term.kind) == Nature.OPENING:
        return Standing.OPEN_NOW if today >= term.due_on else Standing.NOT_YET
    if today > term.last_day:
        return _after_the_end(term)
    return Standing.DUE_SOON if today >= term.due_on - soon(term.kind) else Standing.RUNNING


def is_past(term: Progress, day: date) -> bool:
    """Whether the term was over before that day, and no open request to a third party excuses it."""
    return term.last_day is not None and day > term.last_day and not term.awaits_third_party


def soon(kind: Kind) -> timedelta:
    return timedelta(days=SOON_DAYS.get(kind, SOON_DAYS_ELSE))


def _after_the_end(term: Progress) -> Standing:
    if term.awaits_third_party:
        return Standing.AWAITS_THIRD_PARTY
    return Standing.OVERDUE if nature_of(term.kind) == Nature.DUTY else Standing.PASSED
