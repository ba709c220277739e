"""Where must I be? The resident's appointments, the calendar file, another time, and not coming."""

from datetime import date, datetime
from itertools import groupby

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from contact.selectors.calendar_files import FILENAME, calendar_file
from contact.services.appointments import cancel_appointment, move_appointment
from portal.forms.appointments import CancelForm
from portal.selectors.cases import MyCases, helpers
from portal.selectors.talks import Talk, free_times, key_of, my_talk, my_talks, was_taken
from portal.views.case_page import my_form, my_page, shared


@my_page
def overview(request: HttpRequest, mine: MyCases) -> HttpResponse:
    talks = my_talks(request.user, now=timezone.now())
    return render(request, "portal/appointments.html", shared(mine) | {"talks": talks})


@my_page
def calendar(request: HttpRequest, mine: MyCases, appointment_id: int) -> HttpResponse:
    """For the agenda of a phone; of a cancelled one it takes the appointment out."""
    talk = _found(request, appointment_id)
    response = HttpResponse(calendar_file(talk.appointment), content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=FILENAME
    )
    return response


@my_form
def move(request: HttpRequest, mine: MyCases, appointment_id: int) -> HttpResponse:
    """The free times; then the chosen one to confirm, which posts."""
    talk = _found(request, appointment_id)
    if not talk.may_move:
        return _too_late(request, mine, talk)
    wanted = (request.POST or request.GET).get("tijd", "")
    if request.method == "POST" and wanted == key_of(talk.appointment.starts_at):
        return redirect("mijn-afspraken")
    times = free_times(talk)
    chosen = times.get(wanted)
    if request.method == "POST" and chosen and _moved(request, talk, chosen):
        messages.success(request, _("Uw afspraak heeft een nieuwe tijd."))
        return redirect("mijn-afspraken")
    is_refused = request.method == "POST" or bool(wanted and not chosen)
    context = shared(mine) | {
        "talk": talk,
        "chosen": None if is_refused else chosen,
        "wanted": wanted,
        "days": _by_day(times),
        "errors": [_why_not(talk, wanted)] if is_refused else [],
    }
    return render(request, "portal/appointment_move.html", context, status=422 if is_refused else 200)


def _why_not(talk: Talk, wanted: str) -> str:
    if was_taken(talk, wanted):
        return _("Deze tijd is net bezet. Kies een andere tijd.")
    return _("Deze tijd kunt u niet kiezen. Kies een tijd uit de lijst.")


def _moved(request: HttpRequest, talk: Talk, to: datetime) -> bool:
    """False when somebody else took this time a moment ago."""
    try:
        move_appointment(appointment=talk.appointment, starts_at=to, by=request.user)
    except ValidationError:
        return False
    return True


def _by_day(times: dict[str, datetime]) -> list[tuple[date, list[tuple[str, datetime]]]]:
    days = groupby(times.items(), key=lambda one: timezone.localtime(one[1]).date())
    return [(day, list(slots)) for day, slots in days]


@my_form
def cancel(request: HttpRequest, mine: MyCases, appointment_id: int) -> HttpResponse:
    """Not coming, with one of a few reasons and no explanation."""
    talk = _found(request, appointment_id)
    if request.method == "POST" and talk.is_mine and talk.is_cancelled:
        return redirect("mijn-afspraken")
    if not talk.may_change:
        return _too_late(request, mine, talk)
    form = CancelForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            cancel_appointment(
                appointment=talk.appointment, reason=form.cleaned_data["reason"], by=request.user
            )
        except ValidationError:
            return _too_late(request, mine, talk)
        messages.success(request, _("U hebt de afspraak afgezegd. De gemeente weet het nu."))
        return redirect("mijn-afspraken")
    context = shared(mine) | {"talk": talk, "form": form}
    return render(request, "portal/appointment_cancel.html", context, status=422 if form.is_bound else 200)


def _found(request: HttpRequest, appointment_id: int) -> Talk:
    talk = my_talk(request.user, appointment_id, now=timezone.now())
    if talk is None:
        raise Http404
    return talk


def _too_late(request: HttpRequest, mine: MyCases, talk: Talk) -> HttpResponse:
    """It has begun, was cancelled, or is the partner's: who to call instead."""
    context = shared(mine) | {"talk": talk, "helpers": helpers(mine.current)}
    status = 422 if request.method == "POST" else 200
    return render(request, "portal/appointment_fixed.html", context, status=status)
