"""Words and pictures of a response."""

from typing import Any

from django import template
from django.template import Context
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cases.models import Case
from cases.rules.languages import dutch_name
from deadlines.enums import Kind
from deadlines.models import Deadline
from deadlines.rules import Facts
from pip_plans.enums import Effect, Means, ObjectionDecision, Reaction
from pip_plans.forms import MyCommentForm
from pip_plans.models import Objection, PipVersion
from pip_plans.rules.levels import LevelGap
from pip_plans.rules.responses import ABOUT_REMARK, SHORTEST, drawn
from pip_plans.selectors import (
    CONFLICTS,
    current_version,
    has_shared_concept,
    level_gap_of,
    objections_on_view,
    replaced_by,
    running_objection_over,
)

register = template.Library()

REACTIONS: dict[str, Promise] = {
    Reaction.AKKOORD: _("U bent akkoord."),
    Reaction.ONDER_VOORWAARDE: _("U bent akkoord, als er iets verandert."),
    Reaction.NIET_AKKOORD: _("U bent niet akkoord."),
    Reaction.GEEN_REACTIE: _("U hebt niet geantwoord."),
}


MEANS: dict[str, Promise] = {
    Means.GETEKEND: _("met uw handtekening op het scherm"),
    Means.DIGID: _("bevestigd met DigiD"),
    Means.PAPIER: _("met uw handtekening op papier"),
    Means.MONDELING: _("in een gesprek"),
}


@register.filter
def manier(means: str) -> str:
    """How an answer was given, in the language of the page."""
    return str(MEANS.get(means, ""))


@register.simple_tag
def comment_form(
    refused: MyCommentForm | None, version: PipVersion, about: str, pk: int | str
) -> MyCommentForm:
    """The form for a remark about one thing; the one that was refused keeps its words and says what is wrong."""
    if refused and refused.place == (about, str(pk)):
        return refused
    return MyCommentForm(version=version, about=about, pk=pk)


_PAGES = {
    "dossier": "dossier", "intake": "intake", "toezeggingen": "intake", "lesuren": "pip-lesuren", "advies": "pip-advies",
    "leeftijdsbeleid": "pip-leeftijdsbeleid", "vertalingen": "pip-vertalingen",
}  # fmt: skip
_CARDS = frozenset({"doelen", "afspraken", CONFLICTS})


@register.simple_tag
def plek_van(field: str, case: Case) -> str:
    """Where an obstacle is mended: a page, or a card or field of the concept. Empty for the day, which is chosen later."""
    if field == "on":
        return ""
    if page := _PAGES.get(field):
        return reverse(page, args=[case.pk])
    return f"#{field}" if "-" in field or field in _CARDS else f"#id_{field}"


OBJECTION_STATES: dict[str, Promise] = {
    "": _("De gemeente kijkt naar uw bezwaar"),
    ObjectionDecision.GEGROND: _("U kreeg gelijk"),
    ObjectionDecision.DEELS: _("U kreeg voor een deel gelijk"),
    ObjectionDecision.ONGEGROND: _("U kreeg geen gelijk"),
    ObjectionDecision.NIET_ONTVANKELIJK: _("De gemeente kijkt niet naar uw bezwaar"),
    ObjectionDecision.INGETROKKEN: _("U trok uw bezwaar in"),
}
OBJECTION_EFFECTS: dict[str, Promise] = {
    Effect.NIEUW_PIP: _(
        "De gemeente maakt een nieuw plan met u. Tot dat plan er is, geldt uw plan zoals het is."
    ),
    Effect.HERROEPEN: _("Dit plan geldt niet meer."),
    Effect.GEEN: _("Uw plan blijft zoals het is."),
}


@register.simple_tag
def bezwaar_tegen(version: PipVersion | None) -> Objection | None:
    """The bezwaar of the newcomer against this version, when there is one that wasn't taken back."""
    if not isinstance(version, PipVersion):
        return None
    return version.objections.exclude(decision=ObjectionDecision.INGETROKKEN).first()


@register.simple_tag(takes_context=True)
def mijn_bezwaren(context: Context) -> list[tuple[Objection, PipVersion | None]]:
    """What the newcomer objected to and still follows, each with the version that came in its place since."""
    found = objections_on_view(context["request"].user, today=timezone.localdate())
    return [(one, replaced_by(one.version) if one.is_open else None) for one in found]


@register.simple_tag
def bezwaar_dat_loopt(version: PipVersion) -> Objection | None:
    """A bezwaar against an earlier version, which is about this one too."""
    return running_objection_over(version)


@register.filter
def bezwaarstand(objection: Objection) -> str:
    return str(OBJECTION_STATES[objection.decision])


@register.filter
def bezwaargevolg(objection: Objection) -> str:
    return str(OBJECTION_EFFECTS[objection.effect_on_plan])


@register.simple_tag(takes_context=True)
def gedeeld_concept(context: Context) -> bool:
    """Whether a concept of the case on this page waits for its newcomer."""
    return has_shared_concept(context["request"].user, context["case"])


@register.simple_tag
def niveaukloof(case: Case) -> LevelGap | None:
    """The gap between the route and the goal of this case; asked once a page, however often it is shown."""
    if not hasattr(case, "level_gap"):
        case.level_gap = level_gap_of(case)  # type: ignore[attr-defined]
    gap: LevelGap | None = case.level_gap  # type: ignore[attr-defined]
    return gap


@register.simple_tag
def geldend_pip(case: Case) -> PipVersion | None:
    """What was agreed, to hold beside what somebody is about to say or ask (PP-41)."""
    return current_version(case)


@register.filter
def reactie(reaction: str) -> str:
    """What the newcomer answered, said to the newcomer."""
    return str(REACTIONS[reaction])


@register.filter
def taalnaam(code: str) -> str:
    return dutch_name(code)


@register.filter
def getekend(strokes: Any) -> str:
    """A drawn signature as the path of an SVG picture."""
    return drawn(strokes)


@register.filter
def pip_van_besluit(deadline: Deadline) -> PipVersion | None:
    """The version that a term to object is about: the one that was announced on the day that tells the besluiten apart."""
    if deadline.kind != Kind.BEZWAAR or not (facts := Facts.from_json(deadline.facts)).announced_on:
        return None
    if deadline.about != facts.announced_on.isoformat():
        return None
    announced = PipVersion.objects.filter(pip__case=deadline.case_id, announced_on=facts.announced_on)
    return announced.order_by("number").last()


@register.simple_tag
def kortste_handtekening() -> int:
    return SHORTEST


@register.filter
def opmerking_zonder_antwoord(deadline: Deadline) -> str:
    """The place of the remark that this term is about on the page where it is answered; empty when it is no such term."""
    about = deadline.about
    return about.replace(":", "-") if deadline.is_open and about.startswith(ABOUT_REMARK) else ""
