"""Pages about requests: lists, one request, and a page for each act."""

from contact.views.requests.acts import (
    answer,
    assign,
    call,
    conference,
    escalate,
    party_answer,
    refer,
    review,
    translate,
    triage,
    withdraw,
)
from contact.views.requests.reading import case_requests, record_request, request_page, requests

__all__ = [
    "answer",
    "assign",
    "call",
    "case_requests",
    "conference",
    "escalate",
    "party_answer",
    "record_request",
    "refer",
    "request_page",
    "requests",
    "review",
    "translate",
    "triage",
    "withdraw",
]
