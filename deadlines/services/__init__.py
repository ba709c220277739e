"""The acts on terms; only these write."""

from deadlines.services.equated_days import add_equated_day, remove_equated_day
from deadlines.services.terms import correct_facts, meet_deadline, start_deadline, stop_deadlines
from deadlines.services.third_parties import ask_third_party, receive_from_third_party, withdraw_request

__all__ = [
    "add_equated_day",
    "ask_third_party",
    "correct_facts",
    "meet_deadline",
    "receive_from_third_party",
    "remove_equated_day",
    "start_deadline",
    "stop_deadlines",
    "withdraw_request",
]
