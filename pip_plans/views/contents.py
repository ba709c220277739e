"""Goals and agreements of the concept."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods, require_POST

from cases.models import Case
from cases.views import StaffRequest
from pip_plans import services
from pip_plans.forms import AgreementForm, GoalForm
from pip_plans.models import Agreement, Goal, PipVersion
from pip_plans.views.concept import show_editor
from pip_plans.views.gone import concept_page
from pip_plans.views.shared import CONFLICT, UNPROCESSABLE, back_to, confirm, editable_concept

REMOVED = (
    "Dit is intussen verwijderd. Wat u typte staat nog in de velden: voeg het opnieuw toe, of laat het weg."
)


@require_POST
@concept_page
def add_goal(request: StaffRequest, case_id: int) -> HttpResponse:
    case, concept = editable_concept(request, case_id)
    form = GoalForm(request.POST, auto_id="doel_%s")
    if _does(form, lambda fields: services.add_goal(version=concept, by=request.user, **fields)):
        messages.success(request, "Het doel staat in het plan.")
        return back_to(case_id, "doelen")
    return show_editor(request, case, concept, goal_form=form)


@require_http_methods(["GET", "POST"])
@concept_page
def change_goal(request: StaffRequest, case_id: int, goal_id: int) -> HttpResponse:
    case, concept = editable_concept(request, case_id)
    goal = concept.goals.filter(pk=goal_id).first()
    if goal is None:
        _check_was_of(concept, Goal, goal_id, request)
        form = GoalForm(request.POST, auto_id="doel_%s")
        form.add_error(None, REMOVED)
        return show_editor(request, case, concept, goal_form=form)
    initial = {name: getattr(goal, name) for name in GoalForm.base_fields}
    form = GoalForm(request.POST or None, initial=initial)
    seen = request.POST.get("gezien", "")
    if request.method == "POST" and _does(
        form, lambda fields: services.update_goal(goal=goal, by=request.user, seen=seen, **fields)
    ):
        messages.success(request, "Het doel is gewijzigd.")
        return back_to(case_id, "doelen")
    return _change_page(request, case, form, goal, heading="Doel wijzigen")


@require_http_methods(["GET", "POST"])
@concept_page
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
        return back_to(case_id, "doelen")
    return confirm(
        request, case_id, heading="Doel verwijderen?", text=goal.own_text, confirm="Ja, verwijder het doel"
    )


# --- Agreements ---------------------------------------------------------------------------------------------------


@require_POST
@concept_page
def add_agreement(request: StaffRequest, case_id: int) -> HttpResponse:
    case, concept = editable_concept(request, case_id)
    form = AgreementForm(request.POST, version=concept, auto_id="afspraak_%s")
    if _does(form, lambda fields: services.add_agreement(version=concept, by=request.user, **fields)):
        messages.success(request, "De afspraak staat in het plan.")
        return back_to(case_id, "afspraken")
    return show_editor(request, case, concept, agreement_form=form)


@require_http_methods(["GET", "POST"])
@concept_page
def change_agreement(request: StaffRequest, case_id: int, agreement_id: int) -> HttpResponse:
    case, concept = editable_concept(request, case_id)
    agreement = concept.agreements.filter(pk=agreement_id).first()
    if agreement is None:
        _check_was_of(concept, Agreement, agreement_id, request)
        form = AgreementForm(request.POST, version=concept, auto_id="afspraak_%s")
        form.add_error(None, REMOVED)
        return show_editor(request, case, concept, agreement_form=form)
    initial = {name: getattr(agreement, name) for name in AgreementForm.base_fields if name != "promise"}
    form = AgreementForm(request.POST or None, version=concept, for_change=True, initial=initial)
    seen = request.POST.get("gezien", "")
    if request.method == "POST" and _does(
        form,
        lambda fields: services.update_agreement(agreement=agreement, by=request.user, seen=seen, **fields),
    ):
        messages.success(request, "De afspraak is gewijzigd.")
        return back_to(case_id, "afspraken")
    return _change_page(request, case, form, agreement, heading="Afspraak wijzigen")


@require_http_methods(["GET", "POST"])
@concept_page
def remove_agreement(request: StaffRequest, case_id: int, agreement_id: int) -> HttpResponse:
    _, concept = editable_concept(request, case_id)
    agreement = get_object_or_404(concept.agreements, pk=agreement_id)
    if request.method == "POST":
        services.remove_agreement(agreement=agreement, by=request.user)
        messages.success(request, "De afspraak is verwijderd.")
        return back_to(case_id, "afspraken")
    return confirm(
        request,
        case_id,
        heading="Afspraak verwijderen?",
        text=agreement.text,
        confirm="Ja, verwijder de afspraak",
    )


# --- Shared ------------------------------------------------------------------------------------------------------------


def _does(form: Form, act: Callable[[dict[str, Any]], object]) -> bool:
    """Whether the form was right and the service took it; else the form says why not."""
    if not form.is_valid():
        return False
    try:
        act(form.cleaned_data)
    except ValidationError as refusal:
        form.add_error(None, refusal.error_list)
        return False
    return True


def _check_was_of(concept: PipVersion, model: type[Goal | Agreement], pk: int, request: StaffRequest) -> None:
    """404, except for who typed in something of this PIP that a colleague has removed meanwhile."""
    elsewhere = model.objects.filter(pk=pk).exclude(version__pip=concept.pip_id).exists()
    if request.method != "POST" or elsewhere:
        raise Http404("Dit staat niet in dit concept.")


def _change_page(
    request: StaffRequest, case: Case, form: Form, row: Goal | Agreement, *, heading: str
) -> HttpResponse:
    """A page that met a change of a colleague shows what stands now too, and the next time writes over just that."""
    seen, is_overtaken = request.POST.get("gezien") or row.mark, False
    if form.has_error("__all__", "conflict"):
        row.refresh_from_db()
        seen, is_overtaken = row.mark, True
    standing = [(field.label, _shown(row, field.name)) for field in form] if is_overtaken else []
    context = {
        "case": case,
        "tab": "pip",
        "form": form,
        "heading": heading,
        "seen": seen,
        "number": row.version.number,
        "standing": standing,
    }
    status = CONFLICT if is_overtaken else UNPROCESSABLE if form.errors else 200
    return render(request, "pip_plans/change.html", context, status=status)


def _shown(row: Goal | Agreement, name: str) -> Any:
    in_words = getattr(row, f"get_{name}_display", None)
    return in_words() if in_words else getattr(row, name)
