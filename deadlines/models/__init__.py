"""The terms of a case, what makes them longer, what the gemeente promises, and who was reminded."""

from deadlines.models.days import EquatedDay
from deadlines.models.deadline import OPEN, Deadline
from deadlines.models.lengthening import ThirdPartyRequest

__all__ = ["OPEN", "Deadline", "EquatedDay", "ThirdPartyRequest"]
