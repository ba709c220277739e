"""The interpreter at a talk, the table of interpreters of the gemeente, and one's own languages."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from accounts.services import set_staff_languages
from accounts.views import staff_page
from cases.selectors import CASE_ROLES
from cases.views import UNPROCESSABLE, StaffRequest, editable_dossier_or_403, sent
from contact.enums.interpreters import BookingState
from contact.forms.appointments import add_refusal
from contact.forms.interpreters import BookingForm, DecisionForm, InterpreterForm, OwnLanguagesForm
from contact.models import Interpreter
from contact.selectors.appointments import active_booking, need_of
from contact.selectors.interpreters import (
    INTERPRETER_KEEPERS,
    bookings_visible_to,
    interpreters_visible_to,
    language_to_interpret,
)
from contact.services import interpreters as services
from contact.views.appointments import EDITORS, appointment_or_404

# --- At a talk -------------------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def decide(request: StaffRequest, case_id: int, appointment_id: int) -> HttpResponse:
    """What happens about an interpreter, and on the same page: asking one."""
    return _page(request, case_id, appointment_id, is_booking=False)


@require_POST
@staff_page(*EDITORS)
def book(request: StaffRequest, case_id: int, appointment_id: int) -> HttpResponse:
    return _page(request, case_id, appointment_id, is_booking=True)


def _page(request: StaffRequest, case_id: int, appointment_id: int, *, is_booking: bool) -> HttpResponse:
    case = editable_dossier_or_403(request, case_id)
    talk = appointment_or_404(case, appointment_id)
    given = sent(request)
    decision = DecisionForm(
        None if is_booking else given,
        initial={"decision": talk.interpreter_decision, "reason": talk.interpreter_reason},
    )
    booking = BookingForm(
        given if is_booking else None, appointment=talk, initial={"language": language_to_interpret(case)}
    )
    form = booking if is_booking else decision
    act = services.book_interpreter if is_booking else services.decide_interpreter
    if given is not None and form.is_valid():
        try:
            act(appointment=talk, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(
                request, "De tolk is gevraagd." if is_booking else "Het besluit over de tolk is opgeslagen."
            )
            return redirect("afspraak", case.pk, talk.pk)
    context = {
        "case": case, "talk": talk, "tab": "dossier-contact", "need": need_of(talk), "booking": active_booking(talk),
        "form": form, "decision_form": decision, "booking_form": booking,
    }  # fmt: skip
    return render(
        request,
        "contact/appointments/interpreter.html",
        context,
        status=UNPROCESSABLE if form.errors else 200,
    )


@require_POST
@staff_page(*EDITORS)
def answer(request: StaffRequest, case_id: int, booking_id: int) -> HttpResponse:
    """The interpreter comes, can't, isn't needed any more, or didn't turn up."""
    case = editable_dossier_or_403(request, case_id)
    booking = get_object_or_404(
        bookings_visible_to(request.user), pk=booking_id, appointment__case_id=case.pk
    )
    state = request.POST.get("state", "")
    try:
        if state not in BookingState.values:
            raise ValidationError("Kies wat de tolk zei.")  # noqa: TRY301 - shown as any other refusal
        services.answer_booking(booking=booking, state=state, by=request.user)
        messages.success(request, f"Tolk {booking.interpreter.name}: {BookingState(state).label.lower()}.")
    except ValidationError as refusal:
        for sentence in refusal.messages:
            messages.error(request, sentence)
    return redirect("afspraak", case.pk, booking.appointment_id)


# --- The table of the gemeente --------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
@staff_page(*INTERPRETER_KEEPERS)
def interpreters(request: StaffRequest) -> HttpResponse:
    """All interpreters, and a form to add one."""
    form = InterpreterForm(sent(request))
    if request.method == "POST" and _save(request, form, None):
        return redirect("tolken")
    context = {"form": form, "interpreters": interpreters_visible_to(request.user)}
    return render(
        request,
        "contact/appointments/interpreters.html",
        context,
        status=UNPROCESSABLE if form.errors else 200,
    )


@require_http_methods(["GET", "POST"])
@staff_page(*INTERPRETER_KEEPERS)
def change_interpreter(request: StaffRequest, interpreter_id: int) -> HttpResponse:
    row = get_object_or_404(interpreters_visible_to(request.user), pk=interpreter_id)
    names = ("name", "agency", "phone", "email", "languages", "is_active")
    form = InterpreterForm(sent(request), initial={name: getattr(row, name) for name in names})
    if request.method == "POST" and _save(request, form, row):
        return redirect("tolken")
    context = {"form": form, "interpreter": row}
    return render(
        request, "contact/appointments/interpreter_form.html", context, status=UNPROCESSABLE if form.errors else 200
    )  # fmt: skip


def _save(request: StaffRequest, form: InterpreterForm, row: Interpreter | None) -> bool:
    if not form.is_valid():
        return False
    try:
        saved = services.save_interpreter(
            gemeente=request.user.gemeente, interpreter=row, **form.cleaned_data
        )
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
        return False
    messages.success(request, f"Tolk {saved.name} is opgeslagen.")
    return True


# --- One's own languages ---------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
@staff_page(*CASE_ROLES)
def own_languages(request: StaffRequest) -> HttpResponse:
    """Whether a talk needs an interpreter depends on what the klantmanager speaks too."""
    known = list(request.user.languages.values_list("code", flat=True))
    form = OwnLanguagesForm(request.POST if request.method == "POST" else None, initial={"languages": known})
    if request.method == "POST" and form.is_valid():
        set_staff_languages(user=request.user, codes=form.cleaned_data["languages"])
        messages.success(request, "Uw talen zijn opgeslagen.")
        return redirect("agenda")
    return render(
        request, "contact/appointments/own_languages.html", {"form": form}, status=UNPROCESSABLE if form.errors else 200
    )  # fmt: skip
