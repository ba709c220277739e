"""The clocks of a dossier, for any page that shows a case."""

from typing import Any

from django import template
from django.utils import timezone

from cases.models import Case
from deadlines.enums import Standing
from deadlines.selectors import clocks

register = template.Library()

# How a standing looks: the kind of badge and its icon.
_LOOKS = {
    Standing.WAITING: ("neutral", "clock"),
    Standing.RUNNING: ("info", "clock"),
    Standing.DUE_SOON: ("warning", "clock"),
    Standing.AWAITS_THIRD_PARTY: ("warning", "clock"),
    Standing.OVERDUE: ("error", "alert-triangle"),
    Standing.OPEN_NOW: ("info", "check"),
    Standing.PASSED: ("neutral", "check"),
    Standing.MET: ("ok", "check"),
    Standing.MET_LATE: ("warning", "check"),
    Standing.STOPPED: ("neutral", "check"),
}


@register.inclusion_tag("deadlines/_clocks.html")
def dossier_clocks(case: Case) -> dict[str, Any]:
    """The open terms of a case, the most urgent first."""
    return {"clocks": [clock for clock in clocks(case, today=timezone.localdate()) if clock.deadline.is_open]}


@register.filter
def badge_kind(standing: Standing) -> str:
    return _LOOKS[standing][0]


@register.filter
def badge_icon(standing: Standing) -> str:
    return _LOOKS[standing][1]
