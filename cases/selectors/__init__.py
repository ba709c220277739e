"""Which cases, persons, events and documents somebody may see. Every other app starts here."""

from cases.selectors.corrections import uncorrected
from cases.selectors.log import LOOKED, LogLine, log_line, log_of, people_in_log
from cases.selectors.parked import parked_due, parked_visible_to
from cases.selectors.people import (
    guides_for,
    household_of,
    klantmanager_of,
    open_case_of,
    person_with_bsn,
    person_with_v_number,
    teams_of,
    with_header,
)
from cases.selectors.search import Found, cases_like, search_cases
from cases.selectors.visible import (
    CASE_ROLES,
    cases_editable_by,
    cases_logged_for,
    cases_of_gemeente,
    cases_of_resident,
    cases_visible_to,
    documents_visible_to,
    events_visible_to,
    may_assign,
    may_edit,
    purposes_visible_to,
)

__all__ = [
    "CASE_ROLES",
    "LOOKED",
    "Found",
    "LogLine",
    "cases_editable_by",
    "cases_like",
    "cases_logged_for",
    "cases_of_gemeente",
    "cases_of_resident",
    "cases_visible_to",
    "documents_visible_to",
    "events_visible_to",
    "guides_for",
    "household_of",
    "klantmanager_of",
    "log_line",
    "log_of",
    "may_assign",
    "may_edit",
    "open_case_of",
    "parked_due",
    "parked_visible_to",
    "people_in_log",
    "person_with_bsn",
    "person_with_v_number",
    "purposes_visible_to",
    "search_cases",
    "teams_of",
    "uncorrected",
    "with_header",
]
