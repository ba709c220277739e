"""Writing the concept: fields that keep themselves, goals, agreements, and how it will look."""

import json
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.enums import Act
from accounts.views import staff_page
from cases.models import Case
from cases.views import StaffRequest, editable_dossier_or_403
from pip_plans import services
from pip_plans.forms import AgreementForm, GoalForm, PlanForm
from pip_plans.models import PLAN_FIELDS, PipVersion
from pip_plans.selectors import concept_of, current_version, names_to_choose, situation_of
from pip_plans.views.shared import EDITORS, UNPROCESSABLE, editable_concept, pdf_response, what_is_missing

GONE = (
    "Dit concept is intussen vastgesteld of verwijderd. Wat u typte staat nog op uw scherm: bewaar het zelf, en laad de "
    "bladzijde opnieuw."
)


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def editor(request: StaffRequest, case_id: int) -> HttpResponse:
    """The whole concept on one page. Each field keeps itself; the button does the same without JavaScript."""
    case, concept = editable_concept(request, case_id)
    form = PlanForm(request.POST or None, initial=_values(concept), ways=names_to_choose(concept))
    if request.method == "POST" and _is_of_another_version(request, concept):
        form.add_error(None, GONE)
    if request.method == "POST" and form.is_valid():
        services.update_concept(version=concept, by=request.user, **form.cleaned_data)
        messages.success(request, "Het concept is opgeslagen.")
        return redirect("pip-concept", case_id)
    return _editor(request, case, concept, form=form)


def _editor(request: StaffRequest, case: Case, concept: PipVersion, **forms: Form) -> HttpResponse:
    """The page with the form that was refused, if any, and fresh ones for the rest."""
    shown = {
        "form": forms.get("form") or PlanForm(initial=_values(concept), ways=names_to_choose(concept)),
        "goal_form": GoalForm(initial={"own_language": concept.own_language}, auto_id="doel_%s"),
        "agreement_form": AgreementForm(version=concept, auto_id="afspraak_%s"),
    }
    refused = next((form for form in forms.values() if form.errors), None)
    context = {"case": case, "tab": "pip", "concept": concept, "refused": refused,
               "of_version": json.dumps({"versie": str(concept.number)})}  # fmt: skip
    context |= {**shown, **forms, **what_is_missing(concept)}
    return render(request, "pip_plans/editor.html", context, status=UNPROCESSABLE if refused else 200)


def _is_of_another_version(request: StaffRequest, concept: PipVersion) -> bool:
    """The page was opened for a concept that has been established since; the next one mustn't get its words."""
    return request.POST.get("versie", str(concept.number)) != str(concept.number)


def _values(concept: PipVersion) -> dict[str, Any]:
    return {name: getattr(concept, name) for name in PLAN_FIELDS}


@require_POST
@staff_page(*EDITORS)
def save_field(request: StaffRequest, case_id: int) -> HttpResponse:
    """Keeps one field while somebody types: 204, or one sentence why not."""
    concept = concept_of(editable_dossier_or_403(request, case_id, Act.READ_PIP))
    if concept is None or _is_of_another_version(request, concept):
        return HttpResponse(GONE, status=UNPROCESSABLE, content_type="text/plain")
    name = request.POST.get("autosave_field", "")
    if name not in PLAN_FIELDS:
        return HttpResponse("Dit veld bestaat niet.", status=UNPROCESSABLE, content_type="text/plain")
    ways = names_to_choose(concept) if name == "pathways" else []
    form = PlanForm(request.POST, only=frozenset({name}), ways=ways)
    if not form.is_valid():
        return HttpResponse(form.errors[name][0], status=UNPROCESSABLE, content_type="text/plain")
    try:
        services.update_concept(version=concept, by=request.user, **{name: form.cleaned_data[name]})
    except ValidationError as refusal:
        return HttpResponse(refusal.messages[0], status=UNPROCESSABLE, content_type="text/plain")
    return HttpResponse(status=204)


@require_GET
@staff_page(*EDITORS)
def missing(request: StaffRequest, case_id: int) -> HttpResponse:
    """The panel "wat ontbreekt nog" alone, after a field was kept."""
    case, concept = editable_concept(request, case_id)
    return render(
        request, "pip_plans/_missing.html", {"case": case, "concept": concept, **what_is_missing(concept)}
    )


# --- Goals ------------------------------------------------------------------------------------------------------


@require_POST
@staff_page(*EDITORS)
def add_goal(request: StaffRequest, case_id: int) -> HttpResponse:
    case, concept = editable_concept(request, case_id)
    form = GoalForm(request.POST, auto_id="doel_%s")
    if _does(form, lambda fields: services.add_goal(version=concept, by=request.user, **fields)):
        messages.success(request, "Het doel staat in het plan.")
        return _back_to(case_id, "doelen")
    return _editor(request, case, concept, goal_form=form)


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def change_goal(request: StaffRequest, case_id: int, goal_id: int) -> HttpResponse:
    case, concept = editable_concept(request, case_id)
    goal = get_object_or_404(concept.goals, pk=goal_id)
    initial = {name: getattr(goal, name) for name in GoalForm.base_fields}
    form = GoalForm(request.POST or None, initial=initial)
    if request.method == "POST" and _does(
        form, lambda fields: services.update_goal(goal=goal, by=request.user, **fields)
    ):
        messages.success(request, "Het doel is gewijzigd.")
        return _back_to(case_id, "doelen")
    return _change_page(request, case, form, heading="Doel wijzigen")


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def remove_goal(request: StaffRequest, case_id: int, goal_id: int) -> HttpResponse:
    _, concept = editable_concept(request, case_id)
    goal = get_object_or_404(concept.goals, pk=goal_id)
    if request.method == "POST":
        try:
            services.remove_goal(goal=goal, by=request.user)
        except ValidationError as refusal:
            messages.error(request, refusal.messages[0])
        else:
            messages.success(request, "Het doel is verwijderd.")
        return _back_to(case_id, "doelen")
    return _confirm(
        request, case_id, heading="Doel verwijderen?", text=goal.own_text, confirm="Ja, verwijder het doel"
    )


# --- Agreements ---------------------------------------------------------------------------------------------------


@require_POST
@staff_page(*EDITORS)
def add_agreement(request: StaffRequest, case_id: int) -> HttpResponse:
    case, concept = editable_concept(request, case_id)
    form = AgreementForm(request.POST, version=concept, auto_id="afspraak_%s")
    if _does(form, lambda fields: services.add_agreement(version=concept, by=request.user, **fields)):
        messages.success(request, "De afspraak staat in het plan.")
        return _back_to(case_id, "afspraken")
    return _editor(request, case, concept, agreement_form=form)


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def change_agreement(request: StaffRequest, case_id: int, agreement_id: int) -> HttpResponse:
    case, concept = editable_concept(request, case_id)
    agreement = get_object_or_404(concept.agreements, pk=agreement_id)
    initial = {name: getattr(agreement, name) for name in AgreementForm.base_fields if name != "promise"}
    form = AgreementForm(request.POST or None, version=concept, for_change=True, initial=initial)
    if request.method == "POST" and _does(
        form, lambda fields: services.update_agreement(agreement=agreement, by=request.user, **fields)
    ):
        messages.success(request, "De afspraak is gewijzigd.")
        return _back_to(case_id, "afspraken")
    return _change_page(request, case, form, heading="Afspraak wijzigen")


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def remove_agreement(request: StaffRequest, case_id: int, agreement_id: int) -> HttpResponse:
    _, concept = editable_concept(request, case_id)
    agreement = get_object_or_404(concept.agreements, pk=agreement_id)
    if request.method == "POST":
        services.remove_agreement(agreement=agreement, by=request.user)
        messages.success(request, "De afspraak is verwijderd.")
        return _back_to(case_id, "afspraken")
    return _confirm(
        request,
        case_id,
        heading="Afspraak verwijderen?",
        text=agreement.text,
        confirm="Ja, verwijder de afspraak",
    )


# --- The concept as a whole ------------------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def discard(request: StaffRequest, case_id: int) -> HttpResponse:
    _, concept = editable_concept(request, case_id)
    if request.method == "POST":
        try:
            services.discard_concept(version=concept, by=request.user)
        except ValidationError as refusal:
            messages.error(request, refusal.messages[0])
            return redirect("pip-concept", case_id)
        messages.success(request, f"Het concept van versie {concept.number} is verwijderd.")
        return redirect("pip", case_id)
    text = "Alles wat in dit concept staat gaat weg. Een vastgesteld PIP blijft gelden."
    return _confirm(
        request, case_id, heading="Concept verwijderen?", text=text, confirm="Ja, verwijder het concept"
    )


@require_GET
@staff_page(*EDITORS)
def preview_letter(request: StaffRequest, case_id: int) -> HttpResponse:
    """The letter as it would be today, marked as a concept on every page."""
    case, concept = editable_concept(request, case_id)
    today = timezone.localdate()
    current = current_version(case)
    pdf = services.letter_pdf(version=concept, situation=situation_of(concept.pip, today=today), on=today, by=request.user,
                              before=current.as_plan if current else None, is_concept=True)  # fmt: skip
    return pdf_response(pdf, f"Concept-PIP-{case.number}-versie-{concept.number}.pdf")


@require_GET
@staff_page(*EDITORS)
def preview_companion(request: StaffRequest, case_id: int) -> HttpResponse:
    """What goes along with the letter in the language of the newcomer, as it would be today."""
    case, concept = editable_concept(request, case_id)
    today = timezone.localdate()
    current = current_version(case)
    pdf = services.companion_pdf(version=concept, situation=situation_of(concept.pip, today=today), on=today, by=request.user,
                                 before=current.as_plan if current else None, is_concept=True)  # fmt: skip
    return pdf_response(pdf, f"Concept-PIP-{case.number}-versie-{concept.number}-uitleg.pdf")


@require_GET
@staff_page(*EDITORS)
def preview_portal(request: StaffRequest, case_id: int) -> HttpResponse:
    """What the newcomer will read in the portal once this is established."""
    case, concept = editable_concept(request, case_id)
    return render(request, "pip_plans/preview_portal.html", {"case": case, "tab": "pip", "version": concept})


# --- Shared ------------------------------------------------------------------------------------------------------------


def _does(form: Form, act: Callable[[dict[str, Any]], object]) -> bool:
    """Whether the form was right and the service took it; else the form says why not."""
    if not form.is_valid():
        return False
    try:
        act(form.cleaned_data)
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
        return False
    return True


def _back_to(case_id: int, anchor: str) -> HttpResponse:
    return redirect(f"{redirect('pip-concept', case_id).url}#{anchor}")


def _change_page(request: StaffRequest, case: Case, form: Form, *, heading: str) -> HttpResponse:
    context = {"case": case, "tab": "pip", "form": form, "heading": heading}
    return render(request, "pip_plans/change.html", context, status=UNPROCESSABLE if form.errors else 200)


def _confirm(request: StaffRequest, case_id: int, *, heading: str, text: str, confirm: str) -> HttpResponse:
    back = redirect("pip-concept", case_id).url
    return render(
        request, "confirm.html", {"heading": heading, "text": text, "confirm": confirm, "back_url": back}
    )
