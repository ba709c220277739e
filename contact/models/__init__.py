"""Appointments and interpreters, notices, requests."""

from contact.models.appointments import Appointment, MeetingPreference, Participant
from contact.models.digest import StaffDigest
from contact.models.groups import GroupInterpreter, GroupSession
from contact.models.interpreters import Interpreter, InterpreterBooking
from contact.models.mandates import Mandate
from contact.models.notices import EventCursor, Notice
from contact.models.preferences import ContactPreference
from contact.models.preparation import PackPeriod
from contact.models.requests import Answer, Conference, Request, RequestParty, RequestStep

__all__ = [
    "Answer",
    "Appointment",
    "Conference",
    "ContactPreference",
    "EventCursor",
    "GroupInterpreter",
    "GroupSession",
    "Interpreter",
    "InterpreterBooking",
    "Mandate",
    "MeetingPreference",
    "Notice",
    "PackPeriod",
    "Participant",
    "Request",
    "RequestParty",
    "RequestStep",
    "StaffDigest",
]
