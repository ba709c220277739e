"""The page before the decision: what it will set in motion, and what still keeps it back."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts.models import User
from cases.views import StaffRequest
from deadlines.rules import FactsError, Outcome, due_date, nature_of
from deadlines.selectors import calendar, open_deadline
from pip_plans import services
from pip_plans.enums import Ground
from pip_plans.forms import EstablishForm
from pip_plans.models import Approval, PipVersion
from pip_plans.rules.approvals import Standing
from pip_plans.rules.obstacles import obstacles, signals
from pip_plans.rules.plan import Situation
from pip_plans.rules.responses import consent_obstacles
from pip_plans.rules.switching import carried_over
from pip_plans.rules.terms import met, started, stopped
from pip_plans.selectors import (
    approval_obstacles,
    approval_standing,
    approvals_of,
    companion_missing,
    conflict_obstacles,
    involvement_of,
    situation_of,
)
from pip_plans.views.gone import concept_page
from pip_plans.views.shared import UNPROCESSABLE, editable_concept


@require_http_methods(["GET", "POST"])
@concept_page
def establish(request: StaffRequest, case_id: int) -> HttpResponse:
    """Shows what follows from the chosen dagtekening, and establishes the PIP when the klantmanager says so."""
    case, concept = editable_concept(request, case_id)
    today = timezone.localdate()
    missing = companion_missing(case.person)
    form = EstablishForm(request.POST or request.GET or None, initial={"on": today}, missing=missing,
                         must_confirm=request.method == "POST")  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            version = services.establish_pip(version=concept, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(
                request,
                f"PIP versie {version.number} is vastgesteld. De brief staat klaar en DUO krijgt bericht.",
            )
            return redirect("pip", case_id)
    form_is_read = form.is_bound and (form.is_valid() or request.method == "POST")
    on = form.cleaned_data.get("on") if form_is_read else None
    context = {
        "case": case,
        "tab": "pip",
        "concept": concept,
        "form": form,
        "alone": _decided_alone(concept),
        **_consequences(concept, on or today, today, request.user),
    }
    return render(request, "pip_plans/establish.html", context, status=UNPROCESSABLE if form.errors else 200)


def _decided_alone(concept: PipVersion) -> Approval | None:
    """What the team lead decided about establishing exactly this text without akkoord."""
    if approval_standing(concept, Ground.EENZIJDIG) in (Standing.APPROVED, Standing.REFUSED):
        return approvals_of(concept, Ground.EENZIJDIG).last()
    return None


def _consequences(concept: PipVersion, on: date, today: date, user: User) -> dict[str, Any]:
    situation, plan = situation_of(concept.pip, today=today), concept.as_plan
    meets = [deadline for kind in met(situation) if (deadline := open_deadline(concept.pip.case, kind))]
    return {
        "on": on,
        "today": today,
        "obstacles": [
            *obstacles(plan, situation, on),
            *conflict_obstacles(concept),
            *approval_obstacles(concept, on, user),
            *consent_obstacles(involvement_of(concept, today=today), today),
        ],
        "signals": signals(plan, situation),
        "carried_over": carried_over(situation.current_leerroute, plan.leerroute),
        "meets": meets,
        "stops": [
            running for kind in stopped(plan, situation) if (running := open_deadline(concept.pip.case, kind))
        ],
        "starts": _outcomes(concept, situation, on),
        "situation": situation,
    }


def _outcomes(concept: PipVersion, situation: Situation, on: date) -> list[tuple[Outcome, str]]:
    """The terms that begin, with their days and reasons, and what the day means: a duty, a right or an opening.

    A dagtekening that can't be has none, and an obstacle says so.
    """
    days = calendar()
    found = []
    for start in started(concept.as_plan, situation, on):
        try:
            found.append((due_date(start.kind, start.facts, days), str(nature_of(start.kind).label)))
        except FactsError:
            continue
    return found
