"""Writes a PIP: the concept, what the newcomer and the team lead say about it, and the moment that it is established."""

from pip_plans.services.advice import keep_advice
from pip_plans.services.approvals import ask_approval, ask_unilateral, decide_approval
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
from pip_plans.services.establishing import establish_pip, establish_unilaterally
from pip_plans.services.hours import add_course_hours, remove_course_hours
from pip_plans.services.letter import comparison_pdf, letter_pdf
from pip_plans.services.responses import respond
from pip_plans.services.review import set_review_period
from pip_plans.services.sharing import answer_comment, comment_on, share_concept, stop_sharing
from pip_plans.services.withdrawing import withdraw_at_duo

__all__ = [
    "add_agreement",
    "add_course_hours",
    "add_goal",
    "answer_comment",
    "ask_approval",
    "ask_unilateral",
    "comment_on",
    "comparison_pdf",
    "decide_approval",
    "discard_concept",
    "establish_pip",
    "establish_unilaterally",
    "keep_advice",
    "letter_pdf",
    "record_previous_pip",
    "remove_agreement",
    "remove_course_hours",
    "remove_goal",
    "respond",
    "set_review_period",
    "share_concept",
    "start_concept",
    "stop_sharing",
    "update_agreement",
    "update_concept",
    "update_goal",
    "withdraw_at_duo",
]
