"""Somebody is ahead of the plan: the talk about a next step, and the choice of the gemeente of what is early."""

from functools import partial

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts.enums import Act, Role
from accounts.models import Gemeente
from accounts.views import staff_page
from cases.selectors import may_edit
from cases.views import StaffRequest, acted, editable_dossier_or_403, sent
from pip_plans import services
from pip_plans.forms import AheadPeriodForm, NextStepForm
from pip_plans.rules.norms import NormKind, norm
from pip_plans.selectors import ahead_months, ahead_periods_of, next_step_talks_of, open_next_step, pace_of
from pip_plans.views.shared import READERS, UNPROCESSABLE, readable


@require_http_methods(["GET", "POST"])
@staff_page(*READERS)
def next_step(request: StaffRequest, case_id: int) -> HttpResponse:
    """The levels against the plan, what was said before, and the talk to write down for who guides the case."""
    is_new = request.method == "POST"
    case = editable_dossier_or_403(request, case_id, Act.READ_PIP) if is_new else readable(request, case_id)
    form = NextStepForm(request.POST or None)
    if is_new and form.is_valid():
        try:
            services.record_next_step(case=case, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            for one in refusal.error_list:
                form.add_error(one.code if one.code in form.fields else None, one.messages)
        else:
            messages.success(request, "Het gesprek over de vervolgstap staat in het dossier.")
            return redirect("pip-vervolgstap", case_id)
    context = {
        "case": case, "tab": "pip", "form": form, "pace": pace_of(case, today=timezone.localdate()),
        "asked": open_next_step(case), "talks": next_step_talks_of(case),
        "may_edit": case.is_open and may_edit(request.user, case),
    }  # fmt: skip
    return render(request, "pip_plans/next_step.html", context, status=UNPROCESSABLE if form.errors else 200)


@require_http_methods(["GET", "POST"])
@staff_page(Role.FUNCTIONEEL_BEHEERDER)
def ahead_period(request: StaffRequest) -> HttpResponse:
    today = timezone.localdate()
    form = AheadPeriodForm(sent(request), initial={"valid_from": today})
    act = partial(services.set_ahead_period, by=request.user)
    if acted(request, form, act, "De tijd is ingesteld."):
        return redirect("pip-vooruit")
    gemeente = get_object_or_404(Gemeente, pk=request.user.gemeente_id)
    context = {
        "form": form,
        "now": ahead_months(gemeente, today),
        "periods": ahead_periods_of(gemeente),
        "ours": norm(NormKind.AHEAD_MONTHS, today),
    }
    return render(
        request, "pip_plans/ahead_period.html", context, status=UNPROCESSABLE if form.errors else 200
    )
