"""Appointments and interpreters, notices, requests."""

from contact.models.appointments import Appointment, MeetingPreference, Participant
from contact.models.interpreters import Interpreter, InterpreterBooking

__all__ = [
    "Appointment",
    "Interpreter",
    "InterpreterBooking",
    "MeetingPreference",
    "Participant",
]
