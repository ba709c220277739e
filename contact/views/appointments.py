"""A talk on the dossier: plan, read, change, confirm, cancel, and say what became of it."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from accounts.enums import Role
from accounts.views import staff_page
from cases.models import Case
from cases.selectors import CASE_ROLES, klantmanager_of, may_edit
from cases.views import UNPROCESSABLE, StaffRequest, dossier_or_404, editable_dossier_or_403, sent
from contact.enums.appointments import AppointmentState
from contact.enums.interpreters import NEXT_BOOKING_STATES, BookingState
from contact.forms.appointments import (
    CancelForm,
    ChangeForm,
    ConfirmedForm,
    ConfirmForm,
    OutcomeForm,
    PlanForm,
    add_refusal,
    first_values,
    present_values,
)
from contact.models import Appointment, InterpreterBooking
from contact.rules.appointments import time_warnings
from contact.rules.calendar_files import MIME
from contact.rules.interpreters import interpreter_need
from contact.selectors.appointments import (
    active_booking,
    appointments_of,
    need_of,
    preference_of,
    sign_of,
    tongues,
)
from contact.selectors.calendar_files import FILENAME, calendar_file
from contact.services import appointments as services
from deadlines.selectors import calendar

EDITORS = (Role.KLANTMANAGER, Role.TEAMLEIDER)


def appointment_or_404(case: Case, appointment_id: int) -> Appointment:
    appointment = get_object_or_404(appointments_of(case), pk=appointment_id)
    appointment.case = case
    return appointment


def tell(form: ConfirmedForm, act: Callable[[], object]) -> bool:
    """Does an act of which the newcomer hears; a refusal comes back in the form."""
    try:
        act()
    except ValidationError as refusal:
        form.refused(refusal)
        return False
    return True


def _warn(request: StaffRequest, appointment: Appointment) -> None:
    for warning in time_warnings(appointment.starts_at, appointment.ends_at, calendar()):
        messages.warning(request, warning)


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def plan(request: StaffRequest, case_id: int) -> HttpResponse:
    """A new talk: confirmed to the newcomer at once, or kept as a concept."""
    case = editable_dossier_or_403(request, case_id)
    organiser = klantmanager_of(case) or request.user
    form = PlanForm(sent(request), case=case, user=request.user, initial=first_values(case, organiser))
    if request.method == "POST" and form.is_valid():
        made: list[Appointment] = []
        concept = "concept" in request.POST
        if tell(form, lambda: made.append(
            services.plan_appointment(case=case, by=request.user, as_concept=concept, **form.plan())
        )):  # fmt: skip
            done = (
                "als concept bewaard. Er is nog niets verstuurd."
                if concept
                else "gemaakt. De nieuwkomer krijgt bericht."
            )
            messages.success(request, f"De afspraak is {done}")
            _warn(request, made[0])
            return redirect("afspraak", case.pk, made[0].pk)
    context = {
        "case": case, "form": form, "tab": "dossier-contact", "preference": preference_of(case.person),
        "need": interpreter_need(tongues(case.person, [organiser])),
    }  # fmt: skip
    return render(
        request, "contact/appointments/plan.html", context, status=UNPROCESSABLE if form.errors else 200
    )


@require_GET
@staff_page(*CASE_ROLES)
def appointment(request: StaffRequest, case_id: int, appointment_id: int) -> HttpResponse:
    case = dossier_or_404(request, case_id)
    talk = appointment_or_404(case, appointment_id)
    booking = active_booking(talk)
    now = timezone.now()
    has_begun = talk.starts_at <= now
    context = {
        "case": case, "talk": talk, "tab": "dossier-contact", "need": need_of(talk), "sign": sign_of(talk),
        "booking": booking, "bookings": talk.bookings.select_related("interpreter", "state_by"),
        "answers": answers_of(booking, has_begun=has_begun),
        "warnings": time_warnings(talk.starts_at, talk.ends_at, calendar()) if talk.is_open else [],
        "may_edit": may_edit(request.user, case), "has_begun": has_begun,
        "may_have_outcome": has_begun and talk.state not in {AppointmentState.CONCEPT, AppointmentState.CANCELLED},
    }  # fmt: skip
    return render(request, "contact/appointments/appointment.html", context)


_ANSWERS = (
    (BookingState.CONFIRMED, "Komt"),
    (BookingState.DECLINED, "Kan niet"),
    (BookingState.CANCELLED, "Niet meer nodig: zeg af"),
    (BookingState.NO_SHOW, "Is niet gekomen"),
)


def answers_of(booking: InterpreterBooking | None, *, has_begun: bool) -> list[tuple[BookingState, str]]:
    """What can be written down about an interpreter who was asked."""
    follow = NEXT_BOOKING_STATES[BookingState(booking.state)] if booking else frozenset()
    return [
        (state, words)
        for state, words in _ANSWERS
        if state in follow and has_begun == (state == BookingState.NO_SHOW)
    ]


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def change(request: StaffRequest, case_id: int, appointment_id: int) -> HttpResponse:
    """Another time, way, place or company."""
    case = editable_dossier_or_403(request, case_id)
    talk = appointment_or_404(case, appointment_id)
    if not talk.is_open:
        return redirect("afspraak", case.pk, talk.pk)
    form = ChangeForm(sent(request), case=case, user=request.user, initial=present_values(talk))
    if request.method == "POST" and form.is_valid() and tell(
        form, lambda: services.change_appointment(appointment=talk, by=request.user, **form.plan())
    ):  # fmt: skip
        messages.success(request, "De afspraak is gewijzigd.")
        return redirect("afspraak", case.pk, talk.pk)
    context = {"case": case, "talk": talk, "form": form, "tab": "dossier-contact"}
    return render(
        request, "contact/appointments/change.html", context, status=UNPROCESSABLE if form.errors else 200
    )


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def confirm(request: StaffRequest, case_id: int, appointment_id: int) -> HttpResponse:
    """Makes a concept firm; without a decision about an interpreter it says so."""
    case = editable_dossier_or_403(request, case_id)
    talk = appointment_or_404(case, appointment_id)
    form = ConfirmForm(sent(request))
    if request.method == "POST" and form.is_valid() and tell(
        form, lambda: services.confirm_appointment(appointment=talk, by=request.user, **form.cleaned_data)
    ):  # fmt: skip
        messages.success(request, "De afspraak is bevestigd. De nieuwkomer krijgt bericht.")
        return redirect("afspraak", case.pk, talk.pk)
    context = {"case": case, "talk": talk, "form": form, "tab": "dossier-contact", "need": need_of(talk)}
    return render(
        request, "contact/appointments/confirm.html", context, status=UNPROCESSABLE if form.errors else 200
    )


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def cancel(request: StaffRequest, case_id: int, appointment_id: int) -> HttpResponse:
    case = editable_dossier_or_403(request, case_id)
    talk = appointment_or_404(case, appointment_id)
    form = CancelForm(sent(request))
    if request.method == "POST" and form.is_valid() and tell(
        form, lambda: services.cancel_appointment(appointment=talk, by=request.user, **form.cleaned_data)
    ):  # fmt: skip
        messages.success(request, "De afspraak is afgezegd.")
        return redirect("dossier-contact", case.pk)
    context = {"case": case, "talk": talk, "form": form, "tab": "dossier-contact"}
    return render(
        request, "contact/appointments/cancel.html", context, status=UNPROCESSABLE if form.errors else 200
    )


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def outcome(request: StaffRequest, case_id: int, appointment_id: int) -> HttpResponse:
    """Held or not, and what was said. Comes back to write more."""
    case = editable_dossier_or_403(request, case_id)
    talk = appointment_or_404(case, appointment_id)
    form = OutcomeForm(sent(request), initial={"outcome": talk.state, "said": talk.said})
    if request.method == "POST" and form.is_valid():
        try:
            services.record_outcome(appointment=talk, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, "Het verslag is opgeslagen.")
            return redirect("afspraak", case.pk, talk.pk)
    context = {"case": case, "talk": talk, "form": form, "tab": "dossier-contact"}
    return render(
        request, "contact/appointments/outcome.html", context, status=UNPROCESSABLE if form.errors else 200
    )


@require_GET
@staff_page(*CASE_ROLES)
def calendar_download(request: StaffRequest, case_id: int, appointment_id: int) -> HttpResponse:
    """The talk for one's own agenda."""
    talk = appointment_or_404(dossier_or_404(request, case_id), appointment_id)
    return HttpResponse(
        calendar_file(talk), content_type=f"{MIME}; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{FILENAME}"', "Cache-Control": "no-store"},
    )  # fmt: skip
