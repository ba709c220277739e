"""Pages of the PIP: what holds now, the concept that is written, and the moment that it is established."""

from pip_plans.views.advice import advice, keep_advice
from pip_plans.views.ahead import ahead_period, next_step
from pip_plans.views.approvals import approval, to_approve, unilateral
from pip_plans.views.concept import (
    discard,
    editor,
    missing,
    preview_companion,
    preview_letter,
    preview_portal,
    save_field,
)
from pip_plans.views.conflicts import conflicts, settle_conflict
from pip_plans.views.contents import (
    add_agreement,
    add_goal,
    change_agreement,
    change_goal,
    remove_agreement,
    remove_goal,
)
from pip_plans.views.criteria import criteria, end, judge, my_criteria, publish
from pip_plans.views.establishing import establish
from pip_plans.views.further import needed_level, pathways, plan_quality, test_results
from pip_plans.views.grounds import age_policy, ask_about_route, young
from pip_plans.views.hours import course_hours, remove_course_hours
from pip_plans.views.letter_texts import letter_example, letter_preview, letter_text, letter_texts
from pip_plans.views.my_objections import my_new_objection, my_objection, my_representative, my_withdrawal
from pip_plans.views.objections import document as objection_document
from pip_plans.views.objections import objection, objections, objections_of_case
from pip_plans.views.objections import register as register_objection
from pip_plans.views.objections import step as objection_step
from pip_plans.views.reading import companion, compare, compare_pdf, letter, overview, version
from pip_plans.views.resident import my_comment, my_concept, my_response
from pip_plans.views.responses import (
    add_comment,
    answer_comment,
    record_response,
    responses,
    share,
    stop_sharing,
)
from pip_plans.views.review import review_period
from pip_plans.views.starting import previous_pip, start
from pip_plans.views.translations import save_translation, translations
from pip_plans.views.waiting import add_bridging, end_bridging, wait, waiting_times
from pip_plans.views.withdrawing import withdraw

__all__ = [
    "add_agreement",
    "add_bridging",
    "add_comment",
    "add_goal",
    "advice",
    "age_policy",
    "ahead_period",
    "answer_comment",
    "approval",
    "ask_about_route",
    "change_agreement",
    "change_goal",
    "companion",
    "compare",
    "compare_pdf",
    "conflicts",
    "course_hours",
    "criteria",
    "discard",
    "editor",
    "end",
    "end_bridging",
    "establish",
    "judge",
    "keep_advice",
    "letter",
    "letter_example",
    "letter_preview",
    "letter_text",
    "letter_texts",
    "missing",
    "my_comment",
    "my_concept",
    "my_criteria",
    "my_new_objection",
    "my_objection",
    "my_representative",
    "my_response",
    "my_withdrawal",
    "needed_level",
    "next_step",
    "objection",
    "objection_document",
    "objection_step",
    "objections",
    "objections_of_case",
    "overview",
    "pathways",
    "plan_quality",
    "preview_companion",
    "preview_letter",
    "preview_portal",
    "previous_pip",
    "publish",
    "record_response",
    "register_objection",
    "remove_agreement",
    "remove_course_hours",
    "remove_goal",
    "responses",
    "review_period",
    "save_field",
    "save_translation",
    "settle_conflict",
    "share",
    "start",
    "stop_sharing",
    "test_results",
    "to_approve",
    "translations",
    "unilateral",
    "version",
    "wait",
    "waiting_times",
    "withdraw",
    "young",
]
