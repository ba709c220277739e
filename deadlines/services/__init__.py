"""The acts on terms; only these write."""

from deadlines.services.equated_days import add_equated_day, remove_equated_day
from deadlines.services.heartbeats import beat
from deadlines.services.keeping import start_keeping
from deadlines.services.lengthening import (
    end_suspension,
    extend_deadline,
    suspend_deadline,
    withdraw_extension,
    withdraw_suspension,
)
from deadlines.services.promises import keep_klantmanager_promises, set_promise_term, start_promise
from deadlines.services.recomputing import begin_recompute, recompute_cases
from deadlines.services.reopening import reopen_deadline
from deadlines.services.sweeping import SweepResult, sweep
from deadlines.services.terms import (
    REMINDERS_WENT_OUT,
    correct_facts,
    meet_deadline,
    start_deadline,
    stop_deadline,
    stop_deadlines,
)
from deadlines.services.third_parties import ask_third_party, receive_from_third_party, withdraw_request

__all__ = [
    "REMINDERS_WENT_OUT",
    "SweepResult",
    "add_equated_day",
    "ask_third_party",
    "beat",
    "begin_recompute",
    "correct_facts",
    "end_suspension",
    "extend_deadline",
    "keep_klantmanager_promises",
    "meet_deadline",
    "receive_from_third_party",
    "recompute_cases",
    "remove_equated_day",
    "reopen_deadline",
    "set_promise_term",
    "start_deadline",
    "start_keeping",
    "start_promise",
    "stop_deadline",
    "stop_deadlines",
    "suspend_deadline",
    "sweep",
    "withdraw_extension",
    "withdraw_request",
    "withdraw_suspension",
]
