"""How long somebody waits, and how long a team lets people wait."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from accounts.enums import Act, Role
from accounts.views import staff_page
from cases.selectors import may_edit
from cases.views import StaffRequest, editable_dossier_or_403
from pip_plans import services
from pip_plans.forms import FirstLessonForm
from pip_plans.selectors import wait_of, waiting_figures, waiting_for
from pip_plans.views.shared import READERS, UNPROCESSABLE, readable


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
    context = {"case": case, "tab": "pip", "wait": clocks, "form": form,
               "may_edit": case.is_open and may_edit(request.user, case)}  # fmt: skip
    return render(request, "pip_plans/wait.html", context, status=UNPROCESSABLE if form.errors else 200)


@require_GET
@staff_page(Role.TEAMLEIDER)
def waiting_times(request: StaffRequest) -> HttpResponse:
    waiting = waiting_for(request.user, today=timezone.localdate())
    context = {"waiting": waiting, "figures": waiting_figures(waiting)}
    return render(request, "pip_plans/waiting_times.html", context)
