"""Pages about terms."""

from deadlines.views.acts import add_term, correct_term, meet_term, reopen_term, stop_term
from deadlines.views.equated_days import add_equated_day, equated_days, remove_equated_day
from deadlines.views.lengthening import (
    end_suspension,
    extend_term,
    suspend_term,
    withdraw_extension,
    withdraw_suspension,
)
from deadlines.views.promises import promises
from deadlines.views.terms import termijnen
from deadlines.views.third_parties import ask_third_party, receive_from_third_party, withdraw_request

__all__ = [
    "add_equated_day",
    "add_term",
    "ask_third_party",
    "correct_term",
    "end_suspension",
    "equated_days",
    "extend_term",
    "meet_term",
    "promises",
    "receive_from_third_party",
    "remove_equated_day",
    "reopen_term",
    "stop_term",
    "suspend_term",
    "termijnen",
    "withdraw_extension",
    "withdraw_request",
    "withdraw_suspension",
]
