"""Writes a PIP: the concept, what the newcomer and the team lead say about it, and the moment that it is established."""

from pip_plans.services.advice import keep_advice
from pip_plans.services.ahead import promise_next_steps, record_next_step, set_ahead_period
from pip_plans.services.approvals import ask_approval, ask_unilateral, decide_approval
from pip_plans.services.companion import companion_pdf
from pip_plans.services.concept import discard_concept, record_previous_pip, start_concept
from pip_plans.services.contents import (
    add_agreement,
    add_goal,
    remove_agreement,
    remove_goal,
    update_agreement,
    update_goal,
)
from pip_plans.services.criteria import end_criterion, judge_criterion, keep_defaults, publish_criterion
from pip_plans.services.establishing import establish_pip, establish_unilaterally
from pip_plans.services.grounds import ask_about_route, record_age_policy, set_youth_bounds
from pip_plans.services.hours import add_course_hours, remove_course_hours
from pip_plans.services.letter import comparison_pdf, letter_pdf
from pip_plans.services.letter_texts import activate_letter_texts, example_letter_pdf, save_letter_texts
from pip_plans.services.levels import record_needed_level
from pip_plans.services.objections import (
    adjourn_objection,
    agree_to_later,
    ask_to_mend,
    decide_objection,
    end_representative,
    judge_lateness,
    mend_objection,
    name_decider,
    record_default,
    record_hearing,
    register_objection,
    set_representative,
    translate_objection,
    waive_hearing,
    withdraw_objection,
)
from pip_plans.services.pathways import save_pathway
from pip_plans.services.responses import respond
from pip_plans.services.review import set_review_period
from pip_plans.services.sharing import answer_comment, comment_on, share_concept, stop_sharing
from pip_plans.services.translations import save_translations
from pip_plans.services.waiting import end_bridging, record_bridging, record_first_lesson
from pip_plans.services.withdrawing import withdraw_at_duo
from pip_plans.services.writing import settle_conflict, update_concept

__all__ = [
    "activate_letter_texts",
    "add_agreement",
    "add_course_hours",
    "add_goal",
    "adjourn_objection",
    "agree_to_later",
    "answer_comment",
    "ask_about_route",
    "ask_approval",
    "ask_to_mend",
    "ask_unilateral",
    "comment_on",
    "companion_pdf",
    "comparison_pdf",
    "decide_approval",
    "decide_objection",
    "discard_concept",
    "end_bridging",
    "end_criterion",
    "end_representative",
    "establish_pip",
    "establish_unilaterally",
    "example_letter_pdf",
    "judge_criterion",
    "judge_lateness",
    "keep_advice",
    "keep_defaults",
    "letter_pdf",
    "mend_objection",
    "name_decider",
    "promise_next_steps",
    "publish_criterion",
    "record_age_policy",
    "record_bridging",
    "record_default",
    "record_first_lesson",
    "record_hearing",
    "record_needed_level",
    "record_next_step",
    "record_previous_pip",
    "register_objection",
    "remove_agreement",
    "remove_course_hours",
    "remove_goal",
    "respond",
    "save_letter_texts",
    "save_pathway",
    "save_translations",
    "set_ahead_period",
    "set_representative",
    "set_review_period",
    "set_youth_bounds",
    "settle_conflict",
    "share_concept",
    "start_concept",
    "stop_sharing",
    "translate_objection",
    "update_agreement",
    "update_concept",
    "update_goal",
    "waive_hearing",
    "withdraw_at_duo",
    "withdraw_objection",
]
