"""The PIP: versions with goals, agreements and translations, what the newcomer said about them, and what the team lead approved.

A version that was established never changes, and neither does anything that belongs to it; the database sees to it.
"""

from pip_plans.models.ahead import MOST_AHEAD_MONTHS, AheadPeriod, NextStepTalk
from pip_plans.models.approvals import Approval
from pip_plans.models.bridging import BridgingActivity
from pip_plans.models.conflicts import PlanConflict, in_words
from pip_plans.models.contents import LONGEST_TRANSLATION, Agreement, Goal, Translation, longest_translation
from pip_plans.models.criteria import CriterionJudgement, RouteCriterion
from pip_plans.models.hours import MOST_HOURS, CourseHours
from pip_plans.models.letter_texts import LetterActivation, LetterText
from pip_plans.models.levels import LevelNeed
from pip_plans.models.objections import LaterVersion, Objection, Omission
from pip_plans.models.pathways import Pathway
from pip_plans.models.pips import Pip
from pip_plans.models.representatives import Representative
from pip_plans.models.responses import Comment, Condition, Response
from pip_plans.models.review import MOST_REVIEW_DAYS, ReviewPeriod
from pip_plans.models.versions import KEPT_FIELDS, LIST_FIELDS, PLAN_FIELDS, TEXT, PipVersion, label_of
from pip_plans.models.youth import YouthBounds

__all__ = [
    "KEPT_FIELDS",
    "LIST_FIELDS",
    "LONGEST_TRANSLATION",
    "MOST_AHEAD_MONTHS",
    "MOST_HOURS",
    "MOST_REVIEW_DAYS",
    "PLAN_FIELDS",
    "TEXT",
    "Agreement",
    "AheadPeriod",
    "Approval",
    "BridgingActivity",
    "Comment",
    "Condition",
    "CourseHours",
    "CriterionJudgement",
    "Goal",
    "LaterVersion",
    "LetterActivation",
    "LetterText",
    "LevelNeed",
    "NextStepTalk",
    "Objection",
    "Omission",
    "Pathway",
    "Pip",
    "PipVersion",
    "PlanConflict",
    "Representative",
    "Response",
    "ReviewPeriod",
    "RouteCriterion",
    "Translation",
    "YouthBounds",
    "in_words",
    "label_of",
    "longest_translation",
]
