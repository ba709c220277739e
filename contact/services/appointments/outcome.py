"""What became of a talk: held or nobody came, what was said; and the reminder of one that is to come."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from contact.enums.appointments import NEXT_APPOINTMENT_STATES, AppointmentEvent, AppointmentState
from contact.enums.notices import NoticeKind
from contact.models import Appointment
from contact.selectors.reminders import appointments_to_remind_of
from contact.services.appointments.planning import check_words, locked
from contact.services.appointments.rhythm import talk_was_held
from contact.services.appointments.telling import in_words, record, tell
from contact.services.one_by_one import one_by_one

_EVENTS = {
    AppointmentState.DONE: (AppointmentEvent.HELD, "Gesprek gehouden"),
    AppointmentState.NO_SHOW: (AppointmentEvent.NO_SHOW, "De nieuwkomer kwam niet"),
}


@transaction.atomic
def record_outcome(
    *, appointment: Appointment, outcome: AppointmentState | str, by: User, said: str = ""
) -> Appointment:
    """Held, or nobody came; after its start. What was said can be written later, and written better.

    A talk that was recorded as missed can still turn out to be held.
    """
    appointment = locked(appointment, by)
    outcome, said = AppointmentState(outcome), said.strip()
    if outcome == appointment.state == AppointmentState.DONE:
        return _write_down(appointment, said, by)
    if outcome == appointment.state:
        return appointment
    obstacles = []
    if outcome not in _EVENTS or outcome not in NEXT_APPOINTMENT_STATES[AppointmentState(appointment.state)]:
        obstacles.append(
            f"Deze afspraak is {appointment.get_state_display().lower()}. Dat kan nu niet meer anders worden."
        )
    if appointment.starts_at > timezone.now():
        obstacles.append("Het gesprek moet nog beginnen. Leg daarna vast hoe het ging.")
    if obstacles:
        raise ValidationError(obstacles)
    appointment.state, appointment.said = outcome, said
    check_words(appointment)
    appointment.save(update_fields=["state", "said"])
    kind, words = _EVENTS[outcome]
    record(appointment, kind, f"{words}: {in_words(appointment)}.", by)
    if outcome == AppointmentState.DONE:
        talk_was_held(appointment=appointment, by=by)
    return appointment


def _write_down(appointment: Appointment, said: str, by: User) -> Appointment:
    if said != appointment.said:
        before, appointment.said = appointment.said, said
        check_words(appointment)
        appointment.save(update_fields=["said"])
        record(appointment, AppointmentEvent.CHANGED, f"Verslag bijgewerkt: {in_words(appointment)}.", by,
               said_before=before)  # fmt: skip
    return appointment


def remind_of_appointments(*, now: datetime) -> int:
    """A message the day before, to whoever was told earlier than that; returns how many talks. Safe to run twice."""
    return one_by_one(
        appointments_to_remind_of(now=now), lambda talk: _remind(talk, now), failure="talk_not_reminded_of"
    )


def _remind(appointment: Appointment, now: datetime) -> bool:
    """Under the lock of the talk: one that was moved or cancelled meanwhile is left alone."""
    current = (
        Appointment.objects.select_for_update(of=("self",))
        .select_related("case", "organiser")
        .get(pk=appointment.pk)
    )
    if not (current.is_planned and current.sequence == appointment.sequence and current.starts_at > now):
        return False
    tell(current, NoticeKind.APPOINTMENT_REMINDER, None)
    return True
