"""Writes about persons and cases. Each change records a case event in the same transaction."""

from cases.services.cases import close_case, open_case, update_facts
from cases.services.contents import (
    ALLOWED_MIMES,
    Upload,
    add_document,
    add_note,
    join_household,
)
from cases.services.events import (
    SYSTEM,
    SystemEvent,
    park_event,
    record_event,
    record_events,
    reserved_ids,
    retry_parked,
    take_delivery,
    unpark_event,
)
from cases.services.guides import assign_klantmanager, assign_substitute, end_substitution, grant_access
from cases.services.newcomers import ALIKE, register_newcomer
from cases.services.persons import save_languages, save_person, update_person
from cases.services.tables import TableError, load_table

__all__ = [
    "ALIKE",
    "ALLOWED_MIMES",
    "SYSTEM",
    "SystemEvent",
    "TableError",
    "Upload",
    "add_document",
    "add_note",
    "assign_klantmanager",
    "assign_substitute",
    "close_case",
    "end_substitution",
    "grant_access",
    "join_household",
    "load_table",
    "open_case",
    "park_event",
    "record_event",
    "record_events",
    "register_newcomer",
    "reserved_ids",
    "retry_parked",
    "save_languages",
    "save_person",
    "take_delivery",
    "unpark_event",
    "update_facts",
    "update_person",
]
