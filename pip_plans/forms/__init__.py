"""Shapes of what is typed about a PIP. Whether a plan is lawful is said by `rules`, not here."""

from pip_plans.forms.ahead import AheadPeriodForm, NextStepForm
from pip_plans.forms.criteria import CriterionForm, JudgementForm
from pip_plans.forms.fields import LANGUAGES, LawYears
from pip_plans.forms.further import NeededLevelForm, PathwayForm
from pip_plans.forms.grounds import AgePolicyForm, AskGroundForm, YouthBoundsForm
from pip_plans.forms.plan import (
    AgreementForm,
    CourseHoursForm,
    EstablishForm,
    GoalForm,
    PlanForm,
    PreviousPipForm,
    WithdrawForm,
)
from pip_plans.forms.responses import (
    AnswerForm,
    AskForm,
    CommentForm,
    DecisionForm,
    MyCommentForm,
    MyResponseForm,
    ResponseForm,
    ReviewPeriodForm,
)
from pip_plans.forms.translations import TranslationsForm
from pip_plans.forms.waiting import BridgingForm, FirstLessonForm

__all__ = [
    "LANGUAGES",
    "AgePolicyForm",
    "AgreementForm",
    "AheadPeriodForm",
    "AnswerForm",
    "AskForm",
    "AskGroundForm",
    "BridgingForm",
    "CommentForm",
    "CourseHoursForm",
    "CriterionForm",
    "DecisionForm",
    "EstablishForm",
    "FirstLessonForm",
    "GoalForm",
    "JudgementForm",
    "LawYears",
    "MyCommentForm",
    "MyResponseForm",
    "NeededLevelForm",
    "NextStepForm",
    "PathwayForm",
    "PlanForm",
    "PreviousPipForm",
    "ResponseForm",
    "ReviewPeriodForm",
    "TranslationsForm",
    "WithdrawForm",
    "YouthBoundsForm",
]
