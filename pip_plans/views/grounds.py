"""Decisions about a leerroute that the team lead looks at too."""

from functools import partial

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts.enums import Role
from accounts.models import Gemeente
from accounts.views import staff_page
from cases.services import Upload
from cases.views import StaffRequest, acted, sent
from pip_plans import services
from pip_plans.enums import Ground
from pip_plans.forms import AgePolicyForm, AskGroundForm, YouthBoundsForm
from pip_plans.rules.approvals import Standing
from pip_plans.rules.grounds import words_about_age
from pip_plans.selectors import approvals_needed, approvals_of, youth_bounds, youth_bounds_of
from pip_plans.views.gone import concept_page
from pip_plans.views.shared import UNPROCESSABLE, editable_concept

ASKABLE = tuple(ground for ground in Ground if ground != Ground.EENZIJDIG)


@require_http_methods(["GET", "POST"])
@concept_page
def ask_about_route(request: StaffRequest, case_id: int, ground: str) -> HttpResponse:
    """The question to the team lead, for one ground."""
    if ground not in ASKABLE:
        raise Http404
    case, concept = editable_concept(request, case_id)
    asked = approvals_needed(concept, timezone.localdate(), request.user)
    needed = next((one for one in asked if one.ground == ground), None)
    form = AskGroundForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.ask_about_route(
                version=concept, ground=Ground(ground), by=request.user, **form.cleaned_data
            )
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, "De teamleider krijgt uw vraag op de lijst ‘Goedkeuren’.")
            return redirect("pip-akkoord-vragen", case_id, ground)
    may_ask = needed is not None and needed.standing not in (Standing.ASKED, Standing.APPROVED)
    context = {
        "case": case, "tab": "pip", "concept": concept, "form": form, "needed": needed, "may_ask": may_ask,
        "ground": Ground(ground), "approval": approvals_of(concept, Ground(ground)).last(), "Standing": Standing,
    }  # fmt: skip
    return render(
        request, "pip_plans/ask_approval.html", context, status=UNPROCESSABLE if form.errors else 200
    )


@require_http_methods(["GET", "POST"])
@concept_page
def age_policy(request: StaffRequest, case_id: int) -> HttpResponse:
    """Which policy of the gemeente makes age count. The law has no age limit."""
    case, concept = editable_concept(request, case_id)
    initial = {"policy": concept.age_policy, "link": concept.age_policy_link}
    form = AgePolicyForm(request.POST or None, request.FILES or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            file = form.cleaned_data["upload"]
            services.record_age_policy(
                version=concept, policy=form.cleaned_data["policy"], link=form.cleaned_data["link"],
                document=concept.age_policy_document, upload=Upload.of(file) if file else None, by=request.user,
            )  # fmt: skip
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, "Het beleid is bij het concept bewaard.")
            return redirect("pip-concept", case_id)
    context = {
        "case": case,
        "tab": "pip",
        "concept": concept,
        "form": form,
        "words": words_about_age(concept.as_plan),
    }
    return render(request, "pip_plans/age_policy.html", context, status=UNPROCESSABLE if form.errors else 200)


@require_http_methods(["GET", "POST"])
@staff_page(Role.FUNCTIONEEL_BEHEERDER)
def young(request: StaffRequest) -> HttpResponse:
    """Until which age a gemeente looks twice at a young person in the Z-route."""
    today = timezone.localdate()
    gemeente = get_object_or_404(Gemeente, pk=request.user.gemeente_id)
    form = YouthBoundsForm(sent(request), initial={"valid_from": today})
    act = partial(services.set_youth_bounds, by=request.user)
    if acted(request, form, act, "De leeftijden zijn ingesteld."):
        return redirect("pip-jongeren")
    context = {"form": form, "now": youth_bounds(gemeente, today), "rows": youth_bounds_of(gemeente)}
    return render(request, "pip_plans/young.html", context, status=UNPROCESSABLE if form.errors else 200)
