"""Asking DUO to delete a registration."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from accounts.enums import Act
from accounts.views import staff_page
from cases.views import StaffRequest, editable_dossier_or_403
from pip_plans import services
from pip_plans.forms import WithdrawForm
from pip_plans.rules.withdrawing import withdrawal_obstacles
from pip_plans.selectors import registration_of
from pip_plans.views.shared import EDITORS, UNPROCESSABLE, established_or_404


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def withdraw(request: StaffRequest, case_id: int, number: int) -> HttpResponse:
    """Shows what DUO would refuse on, and asks it when the klantmanager says why."""
    case = editable_dossier_or_403(request, case_id, Act.READ_PIP)
    version = established_or_404(request, case, number)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.withdraw_at_duo(version=version, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(
                request, "DUO krijgt de vraag om dit PIP te verwijderen. Het antwoord komt in het logboek."
            )
            return redirect("pip", case_id)
    context = {"case": case, "tab": "pip", "version": version, "form": form,
               "obstacles": withdrawal_obstacles(registration_of(version))}  # fmt: skip
    return render(request, "pip_plans/withdraw.html", context, status=UNPROCESSABLE if form.errors else 200)
