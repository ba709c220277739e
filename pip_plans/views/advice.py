"""The advice about the leerroute, with everything that it rests on. It decides nothing."""

from typing import Any

from django.contrib import messages
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from accounts.views import form_at, staff_page
from cases.selectors import may_edit
from cases.views import StaffRequest
from inburgering.kit.conflicts import mark_of
from pip_plans import services
from pip_plans.enums import Leerroute
from pip_plans.models import PipVersion
from pip_plans.rules.advice import in_words, kept
from pip_plans.selectors import advice_of, concept_of
from pip_plans.views.gone import concept_page
from pip_plans.views.shared import READERS, editable_concept, readable


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


@form_at("../../../advies/")
@require_POST
@concept_page
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


# --- The advice on the page where the leerroute is chosen ----------------------------------------------------------------


def advice_beside(concept: PipVersion) -> dict[str, Any]:
    """The advice of now in words, and signed: the page sends it back with the choice, which is then kept with just the
    advice that was on the screen, and without asking the whole dossier again at an autosave.
    """
    now = kept(advice_of(concept.pip.case), timezone.localdate())
    sent = {"advice": now, "instead_of": mark_of(concept.advice)}
    return {"now": in_words(now), "sent": signing.dumps(sent, salt=_salt(concept), compress=True)}


def advice_sent(request: StaffRequest, concept: PipVersion) -> dict[str, Any] | None:
    """The advice that the page showed. None when a newer one has been kept since, or when nothing of ours was sent."""
    try:
        sent = signing.loads(request.POST.get("advies", ""), salt=_salt(concept))
    except signing.BadSignature:
        return None
    advice: dict[str, Any] = sent["advice"]
    return advice if concept.advice == advice or mark_of(concept.advice) == sent["instead_of"] else None


def _salt(concept: PipVersion) -> str:
    return f"pip-advies-{concept.pk}"
