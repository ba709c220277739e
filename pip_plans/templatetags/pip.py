"""Words and pictures of a response."""

from typing import Any

from django import template
from django.template import Context
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cases.enums import Language
from pip_plans.enums import Reaction
from pip_plans.rules.responses import drawn
from pip_plans.selectors import has_shared_concept

register = template.Library()

REACTIONS: dict[str, Promise] = {
    Reaction.AKKOORD: _("U bent akkoord."),
    Reaction.ONDER_VOORWAARDE: _("U bent akkoord, als er iets verandert."),
    Reaction.NIET_AKKOORD: _("U bent niet akkoord."),
    Reaction.GEEN_REACTIE: _("U hebt niet geantwoord."),
}


@register.simple_tag(takes_context=True)
def gedeeld_concept(context: Context) -> bool:
    """Whether a concept of the case on this page waits for its newcomer."""
    return has_shared_concept(context["request"].user, context["case"])


@register.filter
def reactie(reaction: str) -> str:
    """What the newcomer answered, said to the newcomer."""
    return str(REACTIONS[reaction])


@register.filter
def taalnaam(code: str) -> str:
    return str(dict(Language.choices).get(code, code))


@register.filter
def getekend(strokes: Any) -> str:
    """A drawn signature as the path of an SVG picture."""
    return drawn(strokes)
