"""Writes a PIP: the concept, its goals and agreements, and the moment that it is established."""

from pip_plans.services.concept import (
    add_agreement,
    add_goal,
    discard_concept,
    record_previous_pip,
    remove_agreement,
    remove_goal,
    start_concept,
    update_agreement,
    update_concept,
    update_goal,
)
from pip_plans.services.establishing import establish_pip
from pip_plans.services.letter import letter_pdf

__all__ = [
    "add_agreement",
    "add_goal",
    "discard_concept",
    "establish_pip",
    "letter_pdf",
    "record_previous_pip",
    "remove_agreement",
    "remove_goal",
    "start_concept",
    "update_agreement",
    "update_concept",
    "update_goal",
]
