"""The terms of a case, what makes them longer, what the gemeente promises, and who was reminded."""

from deadlines.models.days import EquatedDay
from deadlines.models.deadline import LEADERS, OPEN, Deadline
from deadlines.models.lengthening import Extension, Suspension, ThirdPartyRequest
from deadlines.models.promises import PromiseTerm
from deadlines.models.reminders import Reminder
from deadlines.models.running import Heartbeat, HeldBack, RecomputeRun

__all__ = [
    "LEADERS",
    "OPEN",
    "Deadline",
    "EquatedDay",
    "Extension",
    "Heartbeat",
    "HeldBack",
    "PromiseTerm",
    "RecomputeRun",
    "Reminder",
    "Suspension",
    "ThirdPartyRequest",
]
