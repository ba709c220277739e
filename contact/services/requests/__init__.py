"""The acts on requests; only these write."""

from contact.services.requests.answering import answer_request, log_call
from contact.services.requests.asking import (
    request_review,
    submit_request,
    translate_request,
    withdraw_request,
)
from contact.services.requests.moving_up import escalate_without_mandate
from contact.services.requests.routing import (
    assign_request,
    escalate_request,
    hold_conference,
    refer_request,
    referral_came_back,
    triage_request,
)
from contact.services.requests.waiting import tell_long_wait, tell_long_waiters

__all__ = [
    "answer_request",
    "assign_request",
    "escalate_request",
    "escalate_without_mandate",
    "hold_conference",
    "log_call",
    "refer_request",
    "referral_came_back",
    "request_review",
    "submit_request",
    "tell_long_wait",
    "tell_long_waiters",
    "translate_request",
    "triage_request",
    "withdraw_request",
]
