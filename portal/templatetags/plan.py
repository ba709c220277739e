"""What a plan counts and chooses, in plain words for its newcomer."""

from django import template

from intake.enums import Indicator
from intake.forms import in_own_language
from intake.rules import INDICATOR_WORDS
from pip_plans.models import PipVersion
from portal.enums.content import ALPHABETISATION, STUDY_GOALS, SWITCH_GROUNDS
from portal.rules import Part, counted
from portal.selectors.plans import intensity_of

register = template.Library()


@register.filter
def counted_parts(version: PipVersion) -> tuple[Part, ...]:
    return counted(intensity_of(version))


@register.filter
def alphabetisation_text(choice: str) -> str:
    return str(ALPHABETISATION[choice])


@register.filter
def switch_text(ground: str) -> str:
    return str(SWITCH_GROUNDS[ground])


@register.filter
def study_goal_text(choice: str) -> str:
    return str(STUDY_GOALS[choice])


@register.filter
def indicator_text(indicator: str) -> str:
    """The part of life that a goal is about."""
    return in_own_language(INDICATOR_WORDS[Indicator(indicator)])
