"""Which version of the leerbaarheidstoets holds from when, and of which one a result is."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from accounts.enums import Role
from accounts.views import staff_page
from cases.views import StaffRequest, acted, editable_dossier_or_403, sent
from intake import services
from intake.forms import ChooseLbtVersionForm, LbtVersionForm
from intake.models import LbtResult
from intake.rules import version_on
from intake.selectors import lbt_versions_of
from intake.views.finding import EDITORS


@require_http_methods(["GET", "POST"])
@staff_page(Role.TEAMLEIDER, Role.FUNCTIONEEL_BEHEERDER)
def lbt_versions(request: StaffRequest) -> HttpResponse:
    """The versions that the gemeente knows of, and one more."""
    form = LbtVersionForm(sent(request))
    if acted(request, form, partial(services.set_lbt_version, by=request.user), "De versie is opgeslagen."):
        return redirect("toetsversies")
    context = {"form": form, "versions": lbt_versions_of(request.user.gemeente_id)}
    return render(request, "intake/lbt_versions.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def choose_lbt_version(request: StaffRequest, case_id: int, result_id: int) -> HttpResponse:
    """Of which version one result is, where the day of DUO's registration says another."""
    case = editable_dossier_or_403(request, case_id)
    result = get_object_or_404(LbtResult.objects.select_related("version"), case=case, pk=result_id)
    form = ChooseLbtVersionForm(sent(request), case=case, initial={"version": result.version_id})
    act = partial(services.choose_lbt_version, result=result, by=request.user)
    if acted(request, form, act, "De versie van de toets is vastgelegd."):
        return redirect("intake", case.pk)
    by_day = version_on(lbt_versions_of(case.gemeente_id), result.taken_on)
    context = {"case": case, "tab": "intake", "form": form, "result": result, "by_day": by_day}
    return render(request, "intake/lbt_version.html", context, status=422 if form.errors else 200)
