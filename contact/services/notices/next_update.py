"""Whoever waits in an opvang of the COA for a house hears when the next message comes (PP-74)."""

from datetime import date

from django.db import transaction

from cases.models import Case
from contact.enums.notices import NoticeKind
from deadlines.enums import Kind
from deadlines.models import Deadline
from deadlines.services import meet_deadline, start_promise, stop_deadline

UPDATES = frozenset({NoticeKind.FIRST_INFORMATION, NoticeKind.FREE})
"""Messages that tell how things stand. A reminder of an appointment is none."""


@transaction.atomic
def update_was_sent(*, case: Case, kind: NoticeKind, on: date) -> None:
    """Meets the promise of this message, and starts that of the next. One message can go over more channels."""
    if kind not in UPDATES or not case.is_open or not case.in_coa:
        return
    running = _running(case)
    if running and running.known_facts.promised_on == on:
        return
    if running:
        meet_deadline(case=case, kind=Kind.VOLGEND_BERICHT, on=on, by=None)
    start_promise(case=case, kind=Kind.VOLGEND_BERICHT, on=on, by=None)


@transaction.atomic
def keep_updates_promised(*, case: Case, on: date) -> Deadline | None:
    """The promise runs as long as somebody waits in an opvang, and stops with a house. Twice changes nothing."""
    running = _running(case)
    if case.is_open and case.in_coa:
        return running or start_promise(case=case, kind=Kind.VOLGEND_BERICHT, on=on, by=None)
    if running:
        stop_deadline(deadline=running, reason="Woont niet meer in een opvang van het COA.", by=None)
    return None


def _running(case: Case) -> Deadline | None:
    return case.deadlines.open().filter(kind=Kind.VOLGEND_BERICHT).first()
