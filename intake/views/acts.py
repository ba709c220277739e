"""Acts on an intake as a whole: start, talk, private talk, complete, reopen, and the exemption from the test."""

from collections.abc import Callable
from functools import partial

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from accounts.views import staff_page
from cases.views import StaffRequest, editable_dossier_or_403
from intake import services
from intake.forms import CompleteForm, ExemptionForm, PrivateTalkForm, ReopenForm, StartAgainForm, TalkForm
from intake.rules import SECTIONS
from intake.selectors import earlier_intakes, overview_of
from intake.views.finding import EDITORS, editable_or_403


def _sent(request: StaffRequest) -> QueryDict | None:
    """What was posted, also when that is nothing."""
    return request.POST if request.method == "POST" else None


def _act(request: StaffRequest, form: forms.Form, act: Callable[..., object], done: str) -> bool:
    """Does the act with what was filled in, when it was sent and is complete; a refusal becomes an error of the form."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        act(**form.cleaned_data)
    except ValidationError as error:
        form.add_error(None, error.messages)
        return False
    messages.success(request, done)
    return True


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def start(request: StaffRequest, case_id: int) -> HttpResponse:
    """Starts the brede intake; a second one on the same traject asks why."""
    case = editable_dossier_or_403(request, case_id)
    form = StartAgainForm(_sent(request))
    if request.method == "POST":
        try:
            services.open_intake(case=case, by=request.user, reason_again=request.POST.get("reason", ""))
        except ValidationError as error:
            form.add_error("reason" if error.code == "reason" else None, error.messages)
        else:
            return redirect("intake-onderdeel", case.pk, SECTIONS[0].key)
    context = {"case": case, "form": form, "again": earlier_intakes(case).exists()}
    return render(request, "intake/start.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def add_talk(request: StaffRequest, intake_id: int) -> HttpResponse:
    current = editable_or_403(request, intake_id)
    person = current.case.person
    language = person.interpreter_language or next(
        (lang.code for lang in person.languages.all() if lang.preferred), ""
    )
    form = TalkForm(_sent(request), initial={"interpreter_language": language})
    if _act(
        request, form, partial(services.add_talk, intake=current, by=request.user), "Gesprek opgeslagen."
    ):
        return redirect("intake", current.case_id)
    context = {"case": current.case, "intake": current, "tab": "intake", "form": form}
    return render(request, "intake/talk.html", context, status=422 if form.errors else 200)


@require_POST
@staff_page(*EDITORS)
def private_talk(request: StaffRequest, intake_id: int) -> HttpResponse:
    current = editable_or_403(request, intake_id)
    form = PrivateTalkForm(request.POST)
    done = "Vastgelegd dat u op het gesprek alleen hebt gewezen."
    if not _act(request, form, partial(services.record_private_talk, intake=current, by=request.user), done):
        messages.error(
            request, " ".join(str(message) for errors in form.errors.values() for message in errors)
        )
    return redirect("intake", current.case_id)


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def complete(request: StaffRequest, intake_id: int) -> HttpResponse:
    """Asks for confirmation, and shows all that is missing at once."""
    current = editable_or_403(request, intake_id)
    form = CompleteForm(_sent(request))
    done = "De brede intake is afgerond. U kunt nu het PIP maken."
    if _act(request, form, partial(services.complete_intake, intake=current, by=request.user), done):
        return redirect("intake", current.case_id)
    context = {
        "case": current.case,
        "intake": current,
        "tab": "intake",
        "form": form,
        "overview": overview_of(current),
    }
    return render(request, "intake/complete.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def reopen(request: StaffRequest, intake_id: int) -> HttpResponse:
    current = editable_or_403(request, intake_id)
    form = ReopenForm(_sent(request))
    if _act(
        request,
        form,
        partial(services.reopen_intake, intake=current, by=request.user),
        "De intake is weer open.",
    ):
        return redirect("intake", current.case_id)
    context = {"case": current.case, "intake": current, "tab": "intake", "form": form}
    return render(request, "intake/reopen.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def exempt(request: StaffRequest, case_id: int) -> HttpResponse:
    """The college's exemption from the leerbaarheidstoets."""
    case = editable_dossier_or_403(request, case_id)
    form = ExemptionForm(_sent(request))
    done = "De ontheffing van de leerbaarheidstoets is vastgelegd."
    if _act(request, form, partial(services.record_lbt_exemption, case=case, by=request.user), done):
        return redirect("intake", case.pk)
    context = {"case": case, "tab": "intake", "form": form}
    return render(request, "intake/exemption.html", context, status=422 if form.errors else 200)
