"""How a term stands on a day."""

from datetime import date, timedelta

from deadlines.enums import Kind, Nature, Standing
from deadlines.rules.choosing import nature_of
from deadlines.rules.ladder import ladder_of
from deadlines.rules.progress import Progress


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
    """From the first warning on, a list says that the term is nearly over."""
    return timedelta(days=max((-rung.days for rung in ladder_of(kind) if not rung.from_start), default=0))


def _after_the_end(term: Progress) -> Standing:
    if term.awaits_third_party:
        return Standing.AWAITS_THIRD_PARTY
    return Standing.OVERDUE if nature_of(term.kind) == Nature.DUTY else Standing.PASSED
