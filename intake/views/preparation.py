"""The preparation sheet: to read, and to fill in together with the newcomer."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from accounts.enums import Act
from accounts.views import staff_page
from cases.selectors import may_edit
from cases.views import StaffRequest, dossier_or_404, editable_dossier_or_403, sent
from intake import services
from intake.forms import SheetStepForm
from intake.rules import STEP_BY_KEY
from intake.selectors import (
    answers_visible_to,
    current_intake,
    differing_answers,
    sheet_for_staff,
    sheet_is_writable,
    sheet_of,
    shows_health,
)
from intake.views.finding import EDITORS, READERS, log_health


@require_GET
@staff_page(*READERS)
def sheet(request: StaffRequest, case_id: int) -> HttpResponse:
    case = dossier_or_404(request, case_id, Act.READ_INTAKE)
    steps = sheet_for_staff(request.user, case)
    if shows_health(steps):
        log_health(request, case)
    intake = current_intake(case)
    answers = answers_visible_to(request.user, intake) if intake else {}
    context = {
        "case": case, "tab": "intake", "steps": steps, "differing": differing_answers(case, answers),
        "may_write": may_edit(request.user, case) and sheet_is_writable(case),
    }  # fmt: skip
    return render(request, "intake/sheet.html", context)


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def sheet_step(request: StaffRequest, case_id: int, key: str) -> HttpResponse:
    """Also before the intake was started, while the newcomer still lives in an azc (PP-31)."""
    case = editable_dossier_or_403(request, case_id, Act.READ_INTAKE)
    if key not in STEP_BY_KEY:
        raise Http404
    form = SheetStepForm(sent(request), step=STEP_BY_KEY[key], sheet=sheet_of(case), by=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            services.save_sheet_step(
                case=case, step=key, by=request.user, answers=form.answers(), ratings=form.ratings(),
                language=form.language(), language_seen=form.language_seen(),
            )  # fmt: skip
        except services.SheetClash as clash:
            form.choose(clash)
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, "Het voorbereidingsblad is opgeslagen.")
            return redirect("intake-voorbereiding", case.pk)
    context = {"case": case, "tab": "intake", "form": form, "step": form.step}
    return render(request, "intake/sheet_step.html", context, status=422 if form.errors else 200)
