"""When figures must go to the CBS: a term of the gemeente, that no dossier has."""

from dataclasses import dataclass
from datetime import date, timedelta

from deadlines.rules import Outcome, next_delivery
from deadlines.selectors.terms import calendar

_NEAR = timedelta(days=14)


@dataclass(frozen=True)
class Delivery:
    outcome: Outcome
    is_near: bool


def delivery(*, today: date) -> Delivery:
    """The next one, and whether it is time to make it."""
    outcome = next_delivery(today, calendar())
    return Delivery(outcome, is_near=outcome.due_on is not None and outcome.due_on - today <= _NEAR)
