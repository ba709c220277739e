"""Which requests somebody may see, what waits for whom, and what the newcomer reads of it."""

from contact.selectors.requests.one import (
    can_be_reviewed,
    final_answer,
    handler_of,
    language_of,
    situation_of,
    term_facts,
    term_of,
)
from contact.selectors.requests.shown import (
    RequestRow,
    ResidentStep,
    open_request_rows,
    request_rows,
    timeline_for_resident,
    who_decides,
)
from contact.selectors.requests.visible import (
    may_handle,
    may_triage,
    requests_handled_by,
    requests_of_case,
    requests_of_resident,
    requests_visible_to,
    soonest_first,
    with_list,
)
from contact.selectors.requests.waiting import (
    is_back,
    may_withdraw,
    overdue_requests,
    requests_of_teams,
    requests_on_desk_of,
    requests_waiting_for,
    untriaged_requests,
)

__all__ = [
    "RequestRow",
    "ResidentStep",
    "can_be_reviewed",
    "final_answer",
    "handler_of",
    "is_back",
    "language_of",
    "may_handle",
    "may_triage",
    "may_withdraw",
    "open_request_rows",
    "overdue_requests",
    "request_rows",
    "requests_handled_by",
    "requests_of_case",
    "requests_of_resident",
    "requests_of_teams",
    "requests_on_desk_of",
    "requests_visible_to",
    "requests_waiting_for",
    "situation_of",
    "soonest_first",
    "term_facts",
    "term_of",
    "timeline_for_resident",
    "untriaged_requests",
    "who_decides",
    "with_list",
]
