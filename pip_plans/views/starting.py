"""The first step: a concept, after what another gemeente may have decided."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from accounts.enums import Act
from accounts.views import staff_page
from cases.views import StaffRequest, editable_dossier_or_403
from pip_plans import services
from pip_plans.forms import PreviousPipForm
from pip_plans.models import Pip
from pip_plans.views.shared import EDITORS, UNPROCESSABLE


@require_POST
@staff_page(*EDITORS)
def start(request: StaffRequest, case_id: int) -> HttpResponse:
    """Makes the concept, or goes on with the one that is there."""
    case = editable_dossier_or_403(request, case_id, Act.READ_PIP)
    try:
        services.start_concept(case=case, by=request.user)
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])
        return redirect("pip", case_id)
    return redirect("pip-concept", case_id)


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def previous_pip(request: StaffRequest, case_id: int) -> HttpResponse:
    """The PIP of the gemeente where somebody lived before, when DUO didn't tell."""
    case = editable_dossier_or_403(request, case_id, Act.READ_PIP)
    form = PreviousPipForm(request.POST or None, initial=_known(Pip.objects.filter(case=case).first()))
    if request.method == "POST" and form.is_valid():
        try:
            services.record_previous_pip(case=case, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(
                request, "Het PIP van de vorige gemeente staat in het dossier. De leerroute blijft gelijk."
            )
            return redirect("pip", case_id)
    context = {"case": case, "tab": "pip", "form": form}
    return render(
        request, "pip_plans/previous_pip.html", context, status=UNPROCESSABLE if form.errors else 200
    )


def _known(pip: Pip | None) -> dict[str, Any]:
    if pip is None or pip.previous is None:
        return {}
    return {
        "gemeente": pip.previous_gemeente,
        "leerroute": pip.previous_leerroute,
        "niveau": pip.previous_niveau,
        "dated_on": pip.previous_dated_on,
    }
