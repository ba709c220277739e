"""Text in more languages on one page: its direction, its translation, and what belongs to a word."""

from datetime import date

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from deadlines.enums import Kind
from pip_plans.enums import Factor, Leerroute, Owner
from portal.enums import (
    EXPLANATIONS,
    FACTORS,
    ICONS,
    MILESTONES,
    OWNERS,
    ROUTES,
    STEPS,
    TERM_SENTENCES,
    Milestone,
    Step,
    Word,
)

register = template.Library()

# Languages of newcomers that are written from right to left.
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "prs", "ps", "ur", "ckb", "he", "ug", "sd", "syr", "arc", "dv", "ks"})


@register.filter
def direction(language: str) -> str:
    """For the `dir` attribute of a text in this language; the browser looks for itself when it isn't known."""
    if not language:
        return "auto"
    return "rtl" if language in _RIGHT_TO_LEFT else "ltr"


@register.filter
def day(value: date | None) -> str:
    """A day such as "maandag 16 maart 2026", in the language of the page."""
    return date_format(value, "l j F Y") if value else ""


@register.filter
def breakable(email: str) -> SafeString:
    """An e-mail address that a narrow screen breaks before the @."""
    name, at, host = email.partition("@")
    return format_html("{}<wbr>{}{}", name, at, host)


@register.filter
def explanation(word: str) -> str:
    return str(EXPLANATIONS[Word(word)])


@register.filter
def word_icon(word: str) -> str:
    return ICONS.get(Word(word), "book")


@register.filter
def step_text(step: str) -> str:
    return str(STEPS[Step(step)])


@register.filter
def milestone_text(milestone: str) -> str:
    return str(MILESTONES[Milestone(milestone)][1])


@register.filter
def milestone_icon(milestone: str) -> str:
    return MILESTONES[Milestone(milestone)][0]


@register.simple_tag
def term_sentence(kind: str, on: date) -> str:
    """What this term means for the newcomer, with its day."""
    return str(TERM_SENTENCES[Kind(kind)]) % {"date": day(on)}


@register.simple_tag
def translation_state() -> str:
    """Who looked at the texts of this page. Each catalogue says so itself, since it translates this one word."""
    return pgettext("stand van deze vertaling: bron, ongecontroleerd of gecontroleerd", "bron")


@register.filter
def route_word(leerroute: str) -> Word | None:
    return ROUTES[Leerroute(leerroute)] if leerroute else None


@register.filter
def factor_text(factor: str) -> str:
    return str(FACTORS[Factor(factor)])


@register.filter
def owner_text(owner: str) -> str:
    return str(OWNERS[Owner(owner)])
