"""Acts on an intake as a whole: start, complete, reopen, and the exemption from the test."""

from functools import partial

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from accounts.views import staff_page
from cases.views import StaffRequest, acted, editable_dossier_or_403, sent
from intake import services
from intake.forms import CompleteForm, ExemptionForm, ReopenForm, StartAgainForm
from intake.rules import SECTIONS
from intake.selectors import earlier_intakes, overview_of
from intake.views.finding import EDITORS, editable_or_403


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def start(request: StaffRequest, case_id: int) -> HttpResponse:
    """Starts the brede intake; a second one on the same traject asks why."""
    case = editable_dossier_or_403(request, case_id)
    form = StartAgainForm(sent(request))
    if request.method == "POST":
        try:
            services.open_intake(case=case, by=request.user, reason_again=request.POST.get("reason", ""))
        except ValidationError as error:
            form.errors.pop("reason", None)  # That it may not be empty is said below, and once.
            form.add_error("reason" if error.code == "reason" else None, error.messages)
        else:
            return redirect("intake-onderdeel", case.pk, SECTIONS[0].key)
    context = {"case": case, "form": form, "again": earlier_intakes(case).exists()}
    return render(request, "intake/start.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def complete(request: StaffRequest, intake_id: int) -> HttpResponse:
    """Asks for confirmation, and shows all that is missing at once."""
    current = editable_or_403(request, intake_id)
    form = CompleteForm(sent(request))
    done = "De brede intake is afgerond. U kunt nu het PIP maken."
    if acted(request, form, partial(services.complete_intake, intake=current, by=request.user), done):
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
    form = ReopenForm(sent(request))
    if acted(
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
    form = ExemptionForm(sent(request))
    done = "De ontheffing van de leerbaarheidstoets is vastgelegd."
    if acted(request, form, partial(services.record_lbt_exemption, case=case, by=request.user), done):
        return redirect("intake", case.pk)
    context = {"case": case, "tab": "intake", "form": form}
    return render(request, "intake/exemption.html", context, status=422 if form.errors else 200)
