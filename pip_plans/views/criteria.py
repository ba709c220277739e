"""The criteria of the onderwijsroute: published by the gemeente, met or not by somebody, open to the newcomer."""

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from accounts.enums import Act, Role
from accounts.models import Gemeente
from accounts.views import resident_page, staff_page
from cases.enums import Status as CaseStatus
from cases.selectors import cases_of_resident, documents_visible_to, may_edit
from cases.views import StaffRequest, acted, editable_dossier_or_403, sent
from pip_plans import services
from pip_plans.forms import CriterionForm, JudgementForm
from pip_plans.selectors import (
    criteria_in_force,
    criteria_of,
    other_tests,
    standings_for_resident,
    standings_of,
)
from pip_plans.views.shared import EDITORS, READERS, UNPROCESSABLE, readable


@require_GET
@staff_page(*READERS)
def criteria(request: StaffRequest, case_id: int) -> HttpResponse:
    """Met, not met or unknown, each with what proves it and which tests were asked."""
    case = readable(request, case_id)
    standings = standings_of(case, timezone.localdate())
    context = {
        "case": case,
        "tab": "pip",
        "standings": standings,
        "other_tests": other_tests(case, standings),
        "may_judge": case.is_open and may_edit(request.user, case),
    }
    return render(request, "pip_plans/criteria.html", context)


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def judge(request: StaffRequest, case_id: int, key: str) -> HttpResponse:
    case = editable_dossier_or_403(request, case_id, Act.READ_PIP)
    standing = next(
        (one for one in standings_of(case, timezone.localdate()) if one.criterion.key == key), None
    )
    if standing is None:
        raise Http404
    documents = documents_visible_to(request.user).filter(case=case)
    form = JudgementForm(sent(request), documents=documents)
    act = partial(services.judge_criterion, case=case, key=key, by=request.user)
    if acted(request, form, act, "Uw oordeel is bewaard. De nieuwkomer ziet het in het portaal."):
        return redirect("pip-criteria", case_id)
    context = {"case": case, "tab": "pip", "standing": standing, "form": form}
    return render(request, "pip_plans/judge.html", context, status=UNPROCESSABLE if form.errors else 200)


@require_http_methods(["GET", "POST"])
@staff_page(Role.FUNCTIONEEL_BEHEERDER)
def publish(request: StaffRequest) -> HttpResponse:
    """Which criteria the gemeente publishes."""
    gemeente = get_object_or_404(Gemeente, pk=request.user.gemeente_id)
    today = timezone.localdate()
    form = CriterionForm(sent(request), initial={"valid_from": today})
    act = partial(services.publish_criterion, by=request.user)
    if acted(request, form, act, "Het criterium is gepubliceerd."):
        return redirect("pip-criteria-beheer")
    context = {
        "form": form,
        "criteria": criteria_in_force(gemeente, today),
        "ended": [row for row in criteria_of(gemeente) if not row.in_force_on(today)],
    }
    return render(
        request, "pip_plans/publish_criteria.html", context, status=UNPROCESSABLE if form.errors else 200
    )


@require_POST
@staff_page(Role.FUNCTIONEEL_BEHEERDER)
def end(request: StaffRequest, criterion_id: int) -> HttpResponse:
    gemeente = get_object_or_404(Gemeente, pk=request.user.gemeente_id)
    found = get_object_or_404(criteria_of(gemeente), pk=criterion_id)
    services.end_criterion(criterion=found, by=request.user)
    messages.success(request, "Het criterium geldt niet meer.")
    return redirect("pip-criteria-beheer")


@resident_page
@require_safe
def my_criteria(request: HttpRequest) -> HttpResponse:
    """For the newcomer: which criteria, met or not, on what, and which test for what purpose and by whom (PP-40)."""
    own = cases_of_resident(request.user).filter(person__died_on=None).select_related("gemeente")
    case = own.filter(status=CaseStatus.OPEN).order_by("-id").first()
    if case is None:
        raise Http404
    language = (get_language() or "nl").split("-")[0]
    standings = standings_for_resident(request.user, case, timezone.localdate())
    context = {
        "case": case,
        "gemeente": case.gemeente,
        "standings": [(one, one.criterion.words.within(language)) for one in standings],
        "other_tests": other_tests(case, standings),
    }
    return render(request, "pip_plans/my_criteria.html", context)
