"""What COA handed over: to read for who reads the dossier, to fill in for who guides it."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from accounts.enums import Act
from accounts.views import staff_page
from cases.views import StaffRequest, acted, editable_dossier_or_403, sent
from intake import services
from intake.forms import CoaForm
from intake.selectors import coa_handover_of
from intake.views.finding import EDITORS


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def coa(request: StaffRequest, case_id: int) -> HttpResponse:
    case = editable_dossier_or_403(request, case_id, Act.READ_INTAKE)
    form = CoaForm(sent(request), instance=coa_handover_of(case))
    act = partial(services.save_coa_handover, case=case, by=request.user)
    if acted(request, form, act, "De overdracht van COA is opgeslagen."):
        return redirect("intake", case.pk)
    context = {"case": case, "tab": "intake", "form": form}
    return render(request, "intake/coa.html", context, status=422 if form.errors else 200)
