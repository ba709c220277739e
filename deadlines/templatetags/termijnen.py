"""The clocks of a dossier, for any page that shows a case."""

import re
from datetime import date
from typing import Any

from django import template
from django.template import Context
from django.utils import timezone

from accounts.enums import Role
from cases.models import Case
from deadlines.enums import Kind, Standing
from deadlines.rules import explain, is_promise, promise_of
from deadlines.selectors import Clock, clocks, silent_parts
from inburgering.kit.dutch import format_date

register = template.Library()

# How a standing looks: the kind of badge and its icon.
_LOOKS = {
    Standing.WAITING: ("neutral", "clock"),
    Standing.RUNNING: ("info", "clock"),
    Standing.DUE_SOON: ("warning", "clock"),
    Standing.AWAITS_THIRD_PARTY: ("warning", "clock"),
    Standing.OVERDUE: ("error", "alert-triangle"),
    Standing.NOT_YET: ("neutral", "clock"),
    Standing.OPEN_NOW: ("info", "check"),
    Standing.PASSED: ("neutral", "check"),
    Standing.MET: ("ok", "check"),
    Standing.MET_LATE: ("warning", "check"),
    Standing.STOPPED: ("neutral", "check"),
}
_KEY = re.compile(r"[a-z]+:\d+")
_COUNTS_DOWN = {Standing.RUNNING, Standing.DUE_SOON, Standing.OVERDUE}


@register.inclusion_tag("deadlines/_clocks.html")
def dossier_clocks(case: Case) -> dict[str, Any]:
    """The open terms of a case, the most urgent first."""
    return {"clocks": [clock for clock in clocks(case, today=timezone.localdate()) if not clock.is_over]}


@register.inclusion_tag("deadlines/_heartbeats.html", takes_context=True)
def heartbeat_banner(context: Context) -> dict[str, Any]:
    """For the functioneel beheerder: what must run and doesn't. Others are asked no query."""
    if Role.FUNCTIONEEL_BEHEERDER not in (context.get("roles") or ()):
        return {"silent": []}
    return {"silent": silent_parts(now=timezone.now())}


@register.filter
def uitleg(clock: Clock, language: str) -> str:
    """Why the term ends when it ends, in a language of the portal."""
    return explain(clock.outcome, language)


@register.filter
def stand(clock: Clock) -> str:
    """How a term stands, in the words of its badge: "Bijna om, nog 14 dagen", "Te laat gedaan op 12 augustus 2026"."""
    words, ended_on = str(clock.standing.label), clock.deadline.met_on or clock.deadline.stopped_on
    if ended_on:
        return f"{words} op {format_date(ended_on, weekday=False)}"
    if clock.standing in _COUNTS_DOWN and clock.days_left is not None:
        return f"{words}, {_days(clock.days_left)}"
    return words


def _days(left: int) -> str:
    if left == 0:
        return "vandaag is de laatste dag"
    many = "1 dag" if abs(left) == 1 else f"{abs(left)} dagen"
    return f"nog {many}" if left > 0 else many


@register.filter
def badge_kind(standing: Standing) -> str:
    return _LOOKS[standing][0]


@register.filter
def badge_icon(standing: Standing) -> str:
    return _LOOKS[standing][1]


@register.filter
def zekerheid(clock: Clock) -> str:
    """How sure the rule is; a length that the gemeente chose itself stands in no law."""
    kind = Kind(clock.deadline.kind)
    if not is_promise(kind):
        return f"Zekerheid: {str(clock.outcome.confidence.label).lower()}."
    longest = promise_of(kind).longest
    return f"Zelf gekozen door de gemeente{f', van de wet hoogstens {longest}' if longest else ''}."


@register.filter
def waarover(about: str) -> str:
    """What tells terms of one kind apart, in words: "verzoek:12" is "verzoek 12", and a day is a Dutch date."""
    if _KEY.fullmatch(about):
        return about.replace(":", " ")
    try:
        return format_date(date.fromisoformat(about), weekday=False)
    except ValueError:
        return about
