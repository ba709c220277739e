"""Choosing between the texts of two people at one field of a concept."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_POST

from accounts.views import form_at
from cases.views import StaffRequest
from pip_plans import services
from pip_plans.models import PipVersion
from pip_plans.selectors import CONFLICTS, choices_of, settled_conflicts_of
from pip_plans.views.gone import concept_page
from pip_plans.views.shared import back_to, editable_concept


def is_conflict(refusal: ValidationError) -> bool:
    return any(error.code == "conflict" for error in refusal.error_list)


def texts_to_choose(concept: PipVersion) -> dict[str, Any]:
    """What stands in the partial `pip_plans/_conflicts.html`."""
    return {"choices": choices_of(concept), "not_chosen": settled_conflicts_of(concept)}


@require_GET
@concept_page
def conflicts(request: StaffRequest, case_id: int) -> HttpResponse:
    """The cards to choose alone, as soon as autosave met a colleague's text."""
    case, concept = editable_concept(request, case_id)
    return render(request, "pip_plans/_conflicts.html", {"case": case, **texts_to_choose(concept)})


@form_at("../../")
@require_POST
@concept_page
def settle_conflict(request: StaffRequest, case_id: int, conflict_id: int) -> HttpResponse:
    _, concept = editable_concept(request, case_id)
    conflict = get_object_or_404(concept.conflicts.all(), pk=conflict_id)
    try:
        services.settle_conflict(
            conflict=conflict, take_later=request.POST.get("keuze") == "nieuw", by=request.user
        )
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])
    else:
        messages.success(
            request, f"Gekozen bij ‘{conflict.label}’. De andere tekst staat onder aan deze lijst."
        )
    return back_to(case_id, CONFLICTS)
