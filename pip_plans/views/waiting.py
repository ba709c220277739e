"""How long somebody waits, and how long a team lets people wait."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.enums import Act, Role
from accounts.views import staff_page
from cases.models import Case
from cases.selectors import may_edit
from cases.views import StaffRequest, editable_dossier_or_403
from pip_plans import services
from pip_plans.forms import BridgingForm, FirstLessonForm
from pip_plans.rules.norms import NormKind, norm
from pip_plans.selectors import bridging_of, wait_of, waiting_figures, waiting_for
from pip_plans.views.shared import EDITORS, READERS, UNPROCESSABLE, readable


@require_http_methods(["GET", "POST"])
@staff_page(*READERS)
def wait(request: StaffRequest, case_id: int) -> HttpResponse:
    """The clocks of one case. Who guides it says when the lessons began."""
    is_new = request.method == "POST"
    case = editable_dossier_or_403(request, case_id, Act.READ_PIP) if is_new else readable(request, case_id)
    clocks = wait_of(case, today=timezone.localdate())
    form = FirstLessonForm(request.POST or None, initial={"on": clocks.lessons_on})
    if is_new and form.is_valid():
        try:
            services.record_first_lesson(case=case, by=request.user, on=form.cleaned_data["on"])
        except ValidationError as refusal:
            form.add_error("on", refusal.messages)
        else:
            messages.success(request, "De dag van de eerste les staat in het dossier.")
            return redirect("pip-wachttijd", case_id)
    return _wait_page(request, case, form=form)


@require_POST
@staff_page(*EDITORS)
def add_bridging(request: StaffRequest, case_id: int) -> HttpResponse:
    """What somebody does until the first lesson."""
    case = editable_dossier_or_403(request, case_id, Act.READ_PIP)
    form = BridgingForm(request.POST)
    if form.is_valid():
        try:
            services.record_bridging(case=case, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, "De overbruggende activiteit staat in het dossier.")
            return redirect("pip-wachttijd", case_id)
    return _wait_page(request, case, bridging_form=form)


@require_POST
@staff_page(*EDITORS)
def end_bridging(request: StaffRequest, case_id: int, activity_id: int) -> HttpResponse:
    case = editable_dossier_or_403(request, case_id, Act.READ_PIP)
    services.end_bridging(activity=get_object_or_404(bridging_of(case), pk=activity_id), by=request.user)
    messages.success(request, "De activiteit is vandaag gestopt.")
    return redirect("pip-wachttijd", case_id)


def _wait_page(request: StaffRequest, case: Case, **forms: Form) -> HttpResponse:
    """The page with the form that was refused, if any, and fresh ones for the rest."""
    today = timezone.localdate()
    clocks = wait_of(case, today=today)
    shown: dict[str, Form] = {
        "form": FirstLessonForm(initial={"on": clocks.lessons_on}),
        "bridging_form": BridgingForm(initial={"from_on": today}),
        **forms,
    }
    refused = next((form for form in shown.values() if form.errors), None)
    context = {"case": case, "tab": "pip", "wait": clocks, "refused": refused, "bridging": bridging_of(case), "today": today,
               "most_days": norm(NormKind.UNBRIDGED_DAYS, today),
               "may_edit": case.is_open and may_edit(request.user, case), **shown}  # fmt: skip
    return render(request, "pip_plans/wait.html", context, status=UNPROCESSABLE if refused else 200)


@require_GET
@staff_page(Role.TEAMLEIDER)
def waiting_times(request: StaffRequest) -> HttpResponse:
    waiting = waiting_for(request.user, today=timezone.localdate())
    context = {
        "waiting": waiting,
        "figures": waiting_figures(waiting),
        "unbridged": sum(one.wait.is_unbridged for one in waiting),
        "most_days": norm(NormKind.UNBRIDGED_DAYS, timezone.localdate()),
    }
    return render(request, "pip_plans/waiting_times.html", context)
