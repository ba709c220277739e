"""The advice about the leerroute, with everything that it rests on. It decides nothing."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from accounts.views import staff_page
from cases.selectors import may_edit
from cases.views import StaffRequest
from pip_plans import services
from pip_plans.enums import Leerroute
from pip_plans.rules.advice import kept
from pip_plans.selectors import advice_of, concept_of
from pip_plans.views.shared import EDITORS, READERS, editable_concept, readable


@require_GET
@staff_page(*READERS)
def advice(request: StaffRequest, case_id: int) -> HttpResponse:
    """What the facts support now, and what was kept with the concept."""
    case = readable(request, case_id)
    found, concept = advice_of(case), concept_of(case)
    now = kept(found, concept.advice_on) if concept and concept.advice_on else None
    context = {
        "case": case,
        "tab": "pip",
        "advice": found,
        "routes": [(route, found.about(route), route in found.routes) for route in Leerroute],
        "concept": concept,
        "is_as_kept": concept is not None and now == concept.advice,
        "may_keep": concept is not None and case.is_open and may_edit(request.user, case),
    }
    return render(request, "pip_plans/advice.html", context)


@require_POST
@staff_page(*EDITORS)
def keep_advice(request: StaffRequest, case_id: int) -> HttpResponse:
    """The advice of now goes with the concept: the newcomer reads on what the decision was weighed."""
    _, concept = editable_concept(request, case_id)
    try:
        services.keep_advice(version=concept, by=request.user)
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])
    else:
        messages.success(
            request, "Het advies van nu staat bij het concept. U beslist zelf over de leerroute."
        )
    return redirect("pip-advies", case_id)
