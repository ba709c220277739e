"""Mijn agenda: the talks of one colleague, by day or by week."""

from datetime import date, timedelta
from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_GET

from accounts.views import staff_page
from cases.selectors import CASE_ROLES
from cases.views import StaffRequest
from contact.selectors.appointments import agenda_of
from contact.selectors.groups import groups_led_by

WEEK = timedelta(days=7)
DAY = timedelta(days=1)


@require_GET
@staff_page(*CASE_ROLES)
def agenda(request: StaffRequest) -> HttpResponse:
    """A week from Monday, or one day, with the interpreter of each talk; red where nobody has decided."""
    today = timezone.localdate()
    is_day = request.GET.get("toon") == "dag"
    asked = _day(request.GET.get("dag", ""), today)
    first = asked if is_day else asked - DAY * asked.weekday()
    step = DAY if is_day else WEEK
    lines = agenda_of(request.user, first, first + step - DAY)
    context = {
        "days": [(day, list(found)) for day, found in groupby(lines, key=lambda line: line.day)],
        "trouble": sum(line.is_trouble for line in lines),
        "is_day": is_day, "first": first, "last": first + step - DAY, "before": first - step, "after": first + step,
        "today": today, "asked": asked, "groups": groups_led_by(request.user, first, first + step),
    }  # fmt: skip
    return render(request, "contact/appointments/agenda.html", context)


def _day(text: str, today: date) -> date:
    """The day in the address; today when that is no day, or one that no calendar goes to."""
    try:
        day = parse_date(text)
    except ValueError:
        return today
    return day if day and abs(day.year - today.year) <= 50 else today
