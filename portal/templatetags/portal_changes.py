"""What differs between two plans, for the newcomer."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from django import template
from django.template import Context
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from pip_plans.enums import Leerroute
from pip_plans.rules.changes import Change
from pip_plans.rules.plan import DUTCH
from pip_plans.rules.translations import Text
from portal.enums.changes import CHANGES, CHOICES, HOURS, LEVELS, NUMBERS, ROUTES
from portal.selectors.plans import (
    ChangedSince,
    ChangeInOwnLanguage,
    changed_since_read,
    changes_for_resident,
    my_plans,
)

register = template.Library()


class Line(NamedTuple):
    """One line in a language; "" is that of the page."""

    text: str
    language: str = ""


class Side(NamedTuple):
    """How it was or is: a text that somebody translated, or else lines."""

    text: Text | None
    lines: Sequence[Line]


@register.simple_tag(takes_context=True)
def concept_changes(context: Context) -> list[ChangeInOwnLanguage]:
    """What the shared concept on this page changes in the plan that holds; nothing before the first plan."""
    plans = my_plans(context["request"].user, context["case"])
    return changes_for_resident(context["version"], plans)


@register.simple_tag(takes_context=True)
def changed_since(context: Context) -> ChangedSince | None:
    """What became another text in the concept on this page since its newcomer answered or could read it."""
    return changed_since_read(context["version"], [response for response, _ in context["responses"]])


@register.filter
def change_label(change: Change) -> str:
    """What changed, in the language of the page, else in Dutch."""
    return str(CHANGES.get(change.label, change.label))


@register.filter
def side_before(one: ChangeInOwnLanguage) -> Side:
    return Side(one.before, _lines(one.change, one.change.before, one.change.was, one.language))


@register.filter
def side_now(one: ChangeInOwnLanguage) -> Side:
    return Side(one.after, _lines(one.change, one.change.after, one.change.now, one.language))


@register.filter
def changes_in_dutch(changes: Iterable[ChangeInOwnLanguage]) -> bool:
    """Whether a side of a change exists in Dutch only; the name of a route is Dutch everywhere."""
    return any(
        line.language == DUTCH and not side.text
        for one in changes
        if one.change.name not in ROUTES
        for side in (side_before(one), side_now(one))
        for line in side.lines
    )


def _lines(change: Change, dutch: str, value: Any, language: str) -> list[Line]:
    """Nothing when this side of the plan doesn't have it."""
    if not dutch:
        return []
    told = _told(change.name, value) if change.is_of_a_field else []
    return told or [Line(dutch, language)]


def _told(name: str, value: Any) -> list[Line]:
    """A value in the language of the page; nothing where it is a text."""
    if isinstance(value, bool):
        return [Line(_("Ja") if value else _("Nee"))]
    if name in NUMBERS and value is not None:
        return [Line(str(value))]
    if not value:
        return [Line(_("Niet ingevuld"))]
    if isinstance(value, date):
        return [Line(date_format(value, "j F Y"))]
    if name in HOURS:
        return [Line(_("%(hours)s uur") % {"hours": value})]
    if name in LEVELS:
        return [Line(str(value))]
    if name in CHOICES and isinstance(value, tuple):
        return [_choice(name, one) for one in value]
    if name in CHOICES or name in ROUTES:
        return [_choice(name, value)]
    return []


def _choice(name: str, value: str) -> Line:
    if found := CHOICES.get(name, {}).get(value):
        return Line(str(found).rstrip(":"))
    return Line(str(Leerroute(value).label) if value in Leerroute.values else value, DUTCH)
