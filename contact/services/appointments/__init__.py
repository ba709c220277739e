"""The acts on a talk: plan, confirm, move, change, cancel, and say what became of it."""

from contact.services.appointments.changing import (
    cancel_appointment,
    cancel_talks_of_closed_cases,
    change_appointment,
    move_appointment,
)
from contact.services.appointments.company import Company
from contact.services.appointments.introductions import promise_introductions
from contact.services.appointments.outcome import record_outcome, remind_of_appointments
from contact.services.appointments.planning import (
    confirm_appointment,
    plan_appointment,
    set_meeting_preference,
)
from contact.services.appointments.rhythm import keep_rhythm

__all__ = [
    "Company",
    "cancel_appointment",
    "cancel_talks_of_closed_cases",
    "change_appointment",
    "confirm_appointment",
    "keep_rhythm",
    "move_appointment",
    "plan_appointment",
    "promise_introductions",
    "record_outcome",
    "remind_of_appointments",
    "set_meeting_preference",
]
