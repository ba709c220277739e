"""The level that a profession asks, the ways after the route, and the plans of a team."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from accounts.enums import Act, Role
from accounts.models import Gemeente
from accounts.views import staff_page
from cases.selectors import may_edit
from cases.views import StaffRequest, acted, editable_dossier_or_403, sent
from pip_plans import services
from pip_plans.forms import NeededLevelForm, PathwayForm
from pip_plans.rules.norms import NormKind, norm
from pip_plans.selectors import (
    disagreements_of,
    level_needs_of,
    own_ways_of,
    plan_quality_for,
    results_of_tests_for,
    status_of,
    ways_of,
)
from pip_plans.views.shared import READERS, UNPROCESSABLE, readable


@require_http_methods(["GET", "POST"])
@staff_page(*READERS)
def needed_level(request: StaffRequest, case_id: int) -> HttpResponse:
    """Who asks which level, what was decided about it, and one more entry for who guides the case."""
    is_new = request.method == "POST"
    case = editable_dossier_or_403(request, case_id, Act.READ_PIP) if is_new else readable(request, case_id)
    form = NeededLevelForm(sent(request))
    act = partial(services.record_needed_level, case=case, by=request.user)
    if acted(request, form, act, "Het niveau staat in het dossier."):
        return redirect("pip-niveau", case_id)
    context = {
        "case": case, "tab": "pip", "form": form, "needs": level_needs_of(case),
        "disagreements": disagreements_of(case), "may_edit": case.is_open and may_edit(request.user, case),
        **status_of(case),
    }  # fmt: skip
    return render(
        request, "pip_plans/needed_level.html", context, status=UNPROCESSABLE if form.errors else 200
    )


@require_http_methods(["GET", "POST"])
@staff_page(Role.FUNCTIONEEL_BEHEERDER)
def pathways(request: StaffRequest) -> HttpResponse:
    """The catalogue of the gemeente. `?naam=` opens one of its ways to change."""
    gemeente = get_object_or_404(Gemeente, pk=request.user.gemeente_id)
    ways = ways_of(gemeente)
    chosen = next((way for way in ways if way.name == request.GET.get("naam")), None)
    initial = {name: getattr(chosen, name) for name in PathwayForm.base_fields} if chosen else None
    form = PathwayForm(sent(request), initial=initial)
    act = partial(services.save_pathway, by=request.user)
    if acted(request, form, act, "De weg is opgeslagen."):
        return redirect("pip-wegen")
    own = {one.name: one for one in own_ways_of(gemeente)}
    context = {"form": form, "rows": [(way, own.get(way.name)) for way in ways], "chosen": chosen}
    return render(request, "pip_plans/pathways.html", context, status=UNPROCESSABLE if form.errors else 200)


@require_GET
@staff_page(Role.TEAMLEIDER)
def plan_quality(request: StaffRequest) -> HttpResponse:
    """Which plans of the team miss something, counted by klantmanager, with the plans themselves below."""
    groups = plan_quality_for(request.user, today=timezone.localdate())
    plans = [plan for group in groups for plan in group.plans if plan.needs_a_look]
    return render(request, "pip_plans/plan_quality.html", {"groups": groups, "plans": plans})


@require_GET
@staff_page(Role.TEAMLEIDER)
def test_results(request: StaffRequest) -> HttpResponse:
    """How often the leerbaarheidstoets says "niet haalbaar", and how often the route is another, by month and version."""
    today = timezone.localdate()
    context = {
        "months": results_of_tests_for(request.user, today=today),
        "back": norm(NormKind.TEST_MONTHS, today),
        "fewest": norm(NormKind.FEWEST_FOR_SHARE, today),
    }
    return render(request, "pip_plans/test_results.html", context)
