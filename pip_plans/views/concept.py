"""Writing the concept: fields that keep themselves, and how it will look."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.enums import Act
from accounts.views import staff_page
from cases.models import Case
from cases.views import StaffRequest, editable_dossier_or_403
from inburgering.kit.conflicts import mark_of
from pip_plans import services
from pip_plans.forms import AgreementForm, GoalForm, PlanForm
from pip_plans.forms.plan import SEEN
from pip_plans.models import PLAN_FIELDS, PipVersion
from pip_plans.selectors import (
    CONFLICTS,
    concept_of,
    current_version,
    names_to_choose,
    situation_of,
    to_carry_out_in,
)
from pip_plans.views.advice import advice_beside, advice_sent
from pip_plans.views.conflicts import is_conflict, texts_to_choose
from pip_plans.views.gone import concept_page
from pip_plans.views.shared import (
    CONFLICT,
    EDITORS,
    GONE,
    UNPROCESSABLE,
    GoneError,
    back_to,
    confirm,
    editable_concept,
    is_of_another_version,
    kept_now,
    not_kept,
    pdf_response,
    what_is_missing,
)

CHANGED = "Een collega heeft dit intussen gewijzigd. Laad de bladzijde opnieuw om het te zien."


@require_http_methods(["GET", "POST"])
@concept_page
def editor(request: StaffRequest, case_id: int) -> HttpResponse:
    """The whole concept on one page. Each field keeps itself; the button does the same without JavaScript."""
    case, concept = editable_concept(request, case_id)
    form = PlanForm(request.POST or None, version=concept, ways=names_to_choose(concept))
    if request.method == "POST" and form.is_valid():
        return _save_all(request, case_id, concept, form)
    return show_editor(request, case, concept, form=form)


def _save_all(request: StaffRequest, case_id: int, concept: PipVersion, form: PlanForm) -> HttpResponse:
    """Of the fields that stood on the page only what was changed there is written."""
    seen = form.seen()
    fields = {name: value for name, value in form.cleaned_data.items() if not seen or name in seen}
    try:
        services.update_concept(version=concept, by=request.user, seen=seen, **fields)
    except ValidationError as refusal:
        if not is_conflict(refusal):  # Established while it was being sent.
            raise GoneError from refusal
        messages.warning(
            request, "Een collega heeft intussen ook iets gewijzigd. Kies hieronder welke tekst blijft."
        )
        return back_to(case_id, CONFLICTS)
    messages.success(request, "Het concept is opgeslagen.")
    return redirect("pip-concept", case_id)


def show_editor(
    request: StaffRequest, case: Case, concept: PipVersion, form: PlanForm | None = None, **others: Form
) -> HttpResponse:
    """The page with the form that was refused, if any, and fresh ones for the rest."""
    advice = advice_beside(concept)
    form = form or PlanForm(version=concept, ways=names_to_choose(concept))
    form.advice = advice["sent"]
    shown = {
        "form": form,
        "goal_form": GoalForm(initial={"own_language": concept.own_language}, auto_id="doel_%s"),
        "agreement_form": AgreementForm(version=concept, auto_id="afspraak_%s"),
    }
    refused = next((one for one in (form, *others.values()) if one.errors), None)
    context = {
        "case": case,
        "tab": "pip",
        "concept": concept,
        "refused": refused,
        "advice": advice,
        **texts_to_choose(concept),
    }
    context |= {**shown, **others, **what_is_missing(concept, request.user)}
    return render(request, "pip_plans/editor.html", context, status=UNPROCESSABLE if refused else 200)


@require_POST
@staff_page(*EDITORS)
def save_field(request: StaffRequest, case_id: int) -> HttpResponse:
    """Keeps one field while somebody types: 204, or one sentence with 422, or with 409 when a colleague came between."""
    concept = concept_of(editable_dossier_or_403(request, case_id, Act.READ_PIP))
    if concept is None or is_of_another_version(request, concept):
        return not_kept(GONE)
    name = request.POST.get("autosave_field", "")
    if name not in PLAN_FIELDS:
        return not_kept("Dit veld bestaat niet.")
    ways = names_to_choose(concept) if name == "pathways" else []
    form = PlanForm(request.POST, version=concept, only=frozenset({name}), ways=ways)
    if not form.is_valid():
        return not_kept(form.errors[name][0])
    value, seen = form.cleaned_data[name], {name: request.POST.get("gezien", "")}
    try:
        kept = services.update_concept(
            version=concept,
            by=request.user,
            seen=seen,
            weighed=advice_sent(request, concept),
            **{name: value},
        )
    except ValidationError as refusal:
        # 409 tells the page that the text is kept here, and must not be put back after a reload.
        return not_kept(refusal.messages[0], CONFLICT if is_conflict(refusal) else UNPROCESSABLE)
    # Typed back to how the page was; a colleague's text stands.
    if mark_of(getattr(kept, name)) != mark_of(value):
        return not_kept(CHANGED, CONFLICT)
    now = mark_of(value)
    return kept_now({"gezien": now, f"{name}{SEEN}": now})


@require_GET
@concept_page
def missing(request: StaffRequest, case_id: int) -> HttpResponse:
    """The panel "wat ontbreekt nog" alone, after a field was kept."""
    case, concept = editable_concept(request, case_id)
    return render(
        request,
        "pip_plans/_missing.html",
        {"case": case, "concept": concept, **what_is_missing(concept, request.user)},
    )


@require_http_methods(["GET", "POST"])
@concept_page
def discard(request: StaffRequest, case_id: int) -> HttpResponse:
    case, concept = editable_concept(request, case_id)
    if request.method == "POST":
        try:
            services.discard_concept(version=concept, by=request.user)
        except ValidationError as refusal:
            messages.error(request, refusal.messages[0])
            return redirect("pip-concept", case_id)
        messages.success(request, f"Het concept van versie {concept.number} is verwijderd.")
        return redirect("pip", case_id)
    text = "Alles wat in dit concept staat gaat weg. Een vastgesteld PIP blijft gelden."
    if owed := to_carry_out_in(case).first():
        text += f" Na bezwaar {owed.number} moet er nog steeds een nieuwe versie komen. Dat blijft in de werkvoorraad staan."
    return confirm(
        request, case_id, heading="Concept verwijderen?", text=text, confirm="Ja, verwijder het concept"
    )


@require_GET
@concept_page
def preview_letter(request: StaffRequest, case_id: int) -> HttpResponse:
    """The letter as it would be today, marked as a concept on every page."""
    return _preview(request, case_id, services.letter_pdf)


@require_GET
@concept_page
def preview_companion(request: StaffRequest, case_id: int) -> HttpResponse:
    """What goes along with the letter in the language of the newcomer, as it would be today."""
    return _preview(request, case_id, services.companion_pdf, "-uitleg")


def _preview(
    request: StaffRequest, case_id: int, make: Callable[..., bytes], ending: str = ""
) -> HttpResponse:
    case, concept = editable_concept(request, case_id)
    today, current = timezone.localdate(), current_version(case)
    pdf = make(version=concept, situation=situation_of(concept.pip, today=today), on=today, by=request.user,
               before=current.as_plan if current else None, is_concept=True)  # fmt: skip
    return pdf_response(pdf, f"Concept-PIP-{case.number}-versie-{concept.number}{ending}.pdf")


@require_GET
@concept_page
def preview_portal(request: StaffRequest, case_id: int) -> HttpResponse:
    """What the newcomer will read in the portal once this is established."""
    case, concept = editable_concept(request, case_id)
    return render(request, "pip_plans/preview_portal.html", {"case": case, "tab": "pip", "version": concept})
