"""The person, the household and the case that a gemeente has about the person, with its history."""

from cases.models.case import Assignment, Case, CaseNumber, PurposeAccess
from cases.models.contents import CaseEvent, Document, DocumentContent, EventDelivery, Note, ParkedEvent
from cases.models.national import Country, Municipality, Nationality, NationalTable, ResidencePermit
from cases.models.person import Household, HouseholdMember, Person, PersonLanguage

__all__ = [
    "Assignment",
    "Case",
    "CaseEvent",
    "CaseNumber",
    "Country",
    "Document",
    "DocumentContent",
    "EventDelivery",
    "Household",
    "HouseholdMember",
    "Municipality",
    "NationalTable",
    "Nationality",
    "Note",
    "ParkedEvent",
    "Person",
    "PersonLanguage",
    "PurposeAccess",
    "ResidencePermit",
]
