"""The promise that a new klantmanager gets acquainted soon (PP-15): started here, met by the first talk that is planned."""

from contextlib import suppress
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.models import Assignment, Case
from contact.selectors.introductions import introductions_to_promise
from deadlines.enums import Kind
from deadlines.models import Deadline
from deadlines.services import meet_deadline, start_promise, stop_deadline

LOOK_BACK = timedelta(days=31)
"""An older assignment was there before this promise was, or its first talk was long ago."""


def promise_introductions(*, today: date) -> int:
    """Starts the promise for each new klantmanager who has no talk planned yet; returns how many.

    Finds them by what is, not by what happened, so that it can run at any time and as often as one likes.
    """
    found = introductions_to_promise(since=today - LOOK_BACK)
    for assignment in found:
        with suppress(ValidationError):  # The case was closed a moment ago.
            _promise(assignment)
    return len(found)


@transaction.atomic
def _promise(assignment: Assignment) -> Deadline:
    about = f"toewijzing:{assignment.pk}"
    for earlier in _running(assignment.case):
        if earlier.about != about:
            stop_deadline(deadline=earlier, reason="Er is een nieuwe klantmanager.", by=None)
    on = timezone.localdate(assignment.starts_at)
    return start_promise(case=assignment.case, kind=Kind.KENNISMAKING, on=on, by=None, about=about)


def meet_introduction(*, case: Case, by: User | None) -> None:
    """A talk was planned: whoever was to get acquainted keeps the promise."""
    for deadline in _running(case):
        meet_deadline(case=case, kind=Kind.KENNISMAKING, on=timezone.localdate(), by=by, about=deadline.about)


def _running(case: Case) -> list[Deadline]:
    return list(case.deadlines.open().filter(kind=Kind.KENNISMAKING))
