"""The rhythm of voortgangsgesprekken (Wet inburgering 2021, artikel 17 lid 1): the number stands in the PIP, and each talk
that was held starts the time until the next one."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from contact.enums.appointments import AppointmentState, Purpose
from contact.models import Appointment
from contact.rules.appointments import time_between_talks
from deadlines.enums import Kind
from deadlines.models import Deadline
from deadlines.services import meet_deadline, start_promise, stop_deadline


@transaction.atomic
def keep_rhythm(*, case: Case, talks_per_year: int, on: date, by: User | None) -> Deadline:
    """Takes over the number of talks of a PIP: the time runs from the last talk, or from the PIP where there was none."""
    length = time_between_talks(talks_per_year)
    running = case.deadlines.open().filter(kind=Kind.VOORTGANGSGESPREK).first()
    if running and running.known_facts.promise == length:
        return running
    if running:
        reason = "Het aantal voortgangsgesprekken in het PIP is veranderd."
        stop_deadline(deadline=running, reason=reason, by=by)
    last = _last_talk_on(case)
    return start_promise(
        case=case, kind=Kind.VOORTGANGSGESPREK, on=max(last, on) if last else on, by=by, length=length
    )


def talk_was_held(*, appointment: Appointment, by: User | None) -> None:
    """Meets the promise of this voortgangsgesprek, and starts that of the next with the same time between."""
    if appointment.purpose != Purpose.VOORTGANGSGESPREK:
        return
    case, on = appointment.case, timezone.localdate(appointment.starts_at)
    kept = meet_deadline(case=case, kind=Kind.VOORTGANGSGESPREK, on=on, by=by)
    if kept and case.is_open:
        start_promise(case=case, kind=Kind.VOORTGANGSGESPREK, on=on, by=by, length=kept.known_facts.promise)


def _last_talk_on(case: Case) -> date | None:
    held = case.appointments.filter(purpose=Purpose.VOORTGANGSGESPREK, state=AppointmentState.DONE)
    last = held.order_by("starts_at").last()
    return timezone.localdate(last.starts_at) if last else None
