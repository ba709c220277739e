"""Text in more languages on one page: its direction, its translation, and what belongs to a word."""

from collections.abc import Mapping
from datetime import date, datetime
from urllib.parse import urlencode

from django import template
from django.template import Context
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_bidi, pgettext

from cases.rules.languages import RIGHT_TO_LEFT
from cases.rules.languages import own_name as name_in_itself
from contact.enums.appointments import CancelReason, Mode, Place, Purpose
from contact.enums.requests import Decision, RefusalCode
from contact.selectors.requests import ResidentStep
from deadlines.enums import Kind
from deadlines.rules import Outcome, explain, explain_steps
from intake.enums import PromiseOutcome, PromiseSide, SummonsState
from intake.forms import in_own_language
from intake.models import SheetAnswer
from intake.rules import Words
from pip_plans.enums import Factor, Leerroute, Niveau, Owner
from pip_plans.rules.deciding import WHY_NOT
from pip_plans.rules.translations import Text
from portal.enums import (
    B1_ROUTE_ON_A2,
    CANCEL_REASONS,
    DECISIONS,
    EXPLANATIONS,
    FACTORS,
    HAPPENINGS,
    ICONS,
    MILESTONES,
    MODES,
    OWNERS,
    PLACES,
    PROGRESS_LOOKS,
    PROMISE_OUTCOMES,
    PROMISE_SIDES,
    PURPOSES,
    REFUSALS,
    ROUTES,
    STEPS,
    SUMMONS_TEXTS,
    TERM_SENTENCES,
    Milestone,
    Progress,
    Step,
    Word,
)
from portal.enums.content import (
    FURTHER_LEARNING,
    LEVEL_SOURCES,
    PARTICIPATION,
    PATHWAYS,
    RELIEF,
    RELIEF_COSTS,
    STUDY_WITH_BENEFIT,
)
from portal.selectors.news import News, news_for

register = template.Library()

Texts = Mapping[str, Text]
"""The texts of the klantmanager in one plan, by field."""


@register.filter
def in_words(words: Words) -> str:
    """A text of the intake in the language of the page, else in Dutch."""
    return in_own_language(words)


@register.filter
def own_name(language: str) -> str:
    """العربية for `ar`: who speaks it knows it by that name."""
    return name_in_itself(language)


@register.filter
def direction(language: str) -> str:
    """For the `dir` attribute of a text in this language; the browser looks for itself when it isn't known."""
    if not language:
        return "auto"
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


@register.filter(expects_localtime=True)
def day(value: date | datetime | None) -> str:
    """A day such as "maandag 16 maart 2026", in the language of the page."""
    return date_format(value, "l j F Y") if value else ""


@register.filter
def breakable(email: str) -> SafeString:
    """An e-mail address that a narrow screen breaks before the @."""
    name, at, host = email.partition("@")
    return format_html("{}<wbr>{}{}", name, at, host)


@register.filter
def map_link(address: str) -> str:
    """A map of everybody, on a page of its own: nothing of it is loaded here."""
    return f"https://www.openstreetmap.org/search?{urlencode({'query': address})}"


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


@register.filter
def why(outcome: Outcome) -> str:
    """Why a term ends when it ends, in the language of the page: the sentence that staff and letters have too."""
    return explain(outcome, get_language() or "nl")


@register.filter
def why_steps(outcome: Outcome) -> tuple[tuple[date, str], ...]:
    return explain_steps(outcome, get_language() or "nl")


@register.simple_tag
def translation_state() -> str:
    """Who looked at the texts of this page. Each catalogue says so itself, since it translates this one word."""
    return pgettext("stand van deze vertaling: bron, ongecontroleerd of gecontroleerd", "bron")


@register.filter
def route_word(leerroute: str) -> Word | None:
    return ROUTES[Leerroute(leerroute)] if leerroute else None


@register.filter
def route_explanation(leerroute: str, niveau: str) -> str:
    """What the route is, up to the level of this plan."""
    if (leerroute, niveau) == (Leerroute.B, Niveau.A2):
        return str(B1_ROUTE_ON_A2)
    return explanation(ROUTES[Leerroute(leerroute)])


@register.filter
def factor_text(factor: str) -> str:
    return str(FACTORS[Factor(factor)])


@register.filter
def owner_text(owner: str) -> str:
    return str(OWNERS[Owner(owner)])


@register.simple_tag(takes_context=True)
def news(context: Context) -> News:
    """What the header counts for who is logged in."""
    user = context["user"]
    return news_for(user, now=timezone.now()) if user.is_authenticated else News()


# --- Appointments --------------------------------------------------------------------------------------


@register.filter
def purpose_text(purpose: str) -> str:
    return str(PURPOSES[Purpose(purpose)])


@register.filter
def mode_text(mode: str) -> str:
    return str(MODES[Mode(mode)][1])


@register.filter
def mode_icon(mode: str) -> str:
    return MODES[Mode(mode)][0]


@register.filter
def place_text(place: str) -> str:
    return str(PLACES[Place(place)]) if place else ""


@register.simple_tag
def comma() -> str:
    """Between two parts of a line: the comma of the script of this page."""
    return "، " if get_language_bidi() else ", "


@register.filter
def summons_happened(state: str) -> str:
    """What happened with an oproep, for the newcomer."""
    return str(SUMMONS_TEXTS[SummonsState(state)][0])


@register.filter
def summons_to_do(state: str) -> str:
    """What the newcomer does now about an oproep."""
    return str(SUMMONS_TEXTS[SummonsState(state)][1])


@register.filter
def promise_side(side: str) -> str:
    """Who promised."""
    return str(PROMISE_SIDES[PromiseSide(side)])


@register.filter
def promise_outcome(outcome: str) -> str:
    """What became of a promise; before a note that says where, or why not."""
    return str(PROMISE_OUTCOMES[PromiseOutcome(outcome)])


@register.filter
def cancel_text(reason: str) -> str:
    return str(CANCEL_REASONS[CancelReason(reason)])


# --- Requests ------------------------------------------------------------------------------------------


@register.filter
def progress_kind(progress: str) -> str:
    return PROGRESS_LOOKS[Progress(progress)][0]


@register.filter
def progress_icon(progress: str) -> str:
    return PROGRESS_LOOKS[Progress(progress)][1]


@register.filter
def decision_text(decision: str) -> str:
    return str(DECISIONS[Decision(decision)])


@register.filter
def refusal_text(code: str) -> str:
    return str(REFUSALS[RefusalCode(code)])


@register.filter
def happening(step: ResidentStep) -> SafeString:
    """A line of the timeline in the language of the page, its days written out and its names kept apart from it."""
    facts = {name: _told(value) for name, value in step.facts.items()}
    return SafeString(escape(str(HAPPENINGS[step.key])) % facts)


def _told(value: object) -> SafeString:
    text = str(value)
    try:
        return conditional_escape(day(date.fromisoformat(text)))
    except ValueError:
        return format_html("<bdi>{}</bdi>", text)


@register.filter
def further_text(decision: str) -> str:
    """The decision about going on, each "no" in its own words (PP-03)."""
    return str(FURTHER_LEARNING[decision])


@register.filter
def source_text(source: str) -> str:
    return str(LEVEL_SOURCES[source])


@register.filter
def participation_text(choice: str) -> str:
    return str(PARTICIPATION[choice])


@register.filter
def relief_text(choice: str) -> str:
    return str(RELIEF[choice])


@register.filter
def cost_text(cost: str) -> str:
    return str(RELIEF_COSTS[cost])


@register.filter
def study_text(choice: str) -> str:
    return str(STUDY_WITH_BENEFIT[choice])


@register.filter
def way_text(name: str) -> str:
    """A way that exists everywhere, in the language of the page; one of the gemeente as it wrote it."""
    return str(PATHWAYS.get(name, name))


@register.filter
def own_answer(answer: SheetAnswer) -> str:
    """What stands on the own sheet, a choice in the language of the page."""
    return answer.definition.shown(answer.original, (get_language() or "nl")[:2])


_OF_THE_ROUTE = frozenset(
    {"switch_reason", "effort", "wish_difference_reason", "advice_difference_reason", "age_policy"}
).union(WHY_NOT.values())


@register.filter
def plan_in_dutch(texts: Texts) -> bool:
    """Whether the klantmanager wrote something in this plan that exists in Dutch only."""
    return not all(one.is_translated for one in texts.values())


@register.filter
def route_in_dutch(texts: Texts) -> bool:
    """The same for the reasons of the route, besides its motivation, which says so itself."""
    return any(not one.is_translated for one in texts.values() if one.field in _OF_THE_ROUTE)


@register.filter
def why_not(texts: Texts) -> list[tuple[Leerroute, Text]]:
    """Each other route with the reason that it wasn't chosen, as far as somebody wrote one."""
    return [(route, texts[field]) for route, field in WHY_NOT.items() if field in texts]
