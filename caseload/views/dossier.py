"""A dossier with what each app knows of it; opening, correcting and closing it, which reaches its terms."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.enums import Role
from accounts.views import staff_page
from caseload.selectors import moved_by
from caseload.services import close_dossier, correct_dossier, open_dossier
from cases.forms import CloseForm, FactsForm, NewDossierForm, NoteForm, PersonForm
from cases.models import Case
from cases.rules import search_terms
from cases.selectors import (
    CASE_ROLES,
    cases_like,
    guides_for,
    household_of,
    may_assign,
    may_edit,
    search_cases,
    teams_of,
)
from cases.services import ALIKE
from cases.views import (
    UNPROCESSABLE,
    StaffRequest,
    dossier_or_404,
    editable_dossier_or_403,
    searched,
    with_search,
)
from deadlines.forms import MoveForm
from deadlines.selectors import Correction
from inburgering.kit.numbers import is_valid_bsn
from intake.selectors import coa_handover_of, overview_of_case, turning_18
from pip_plans.selectors import status_of

TIMELINE, NOTES = 12, 3
GUIDES = (Role.KLANTMANAGER, Role.TEAMLEIDER)


@staff_page(*CASE_ROLES)
def dossier(request: StaffRequest, case_id: int) -> HttpResponse:
    """Who is this, how far are we, what is next?"""
    case = dossier_or_404(request, case_id)
    events = list(case.events.order_by("-at", "-id")[: TIMELINE + 1])
    notes = list(case.notes.select_related("by")[: NOTES + 1])
    context = {
        "case": case,
        "may_edit": may_edit(request.user, case),
        "may_assign": may_assign(request.user, case),
        "intake_overview": overview_of_case(case),
        "coa": coa_handover_of(case),
        "turning_18": turning_18(case, today=timezone.localdate()),
        **status_of(case),
        "events": events[:TIMELINE],
        "more_events": len(events) > TIMELINE,
        "household": household_of(case),
        "notes": notes[:NOTES],
        "more_notes": len(notes) > NOTES,
        "note_form": NoteForm(),
    }
    return render(request, "caseload/dossier.html", context)


@staff_page(*GUIDES)
def new_dossier(request: StaffRequest) -> HttpResponse:
    """Opens only after a search, whose words fill the form; what looks like it stands above the form once more."""
    text = searched(request).strip()
    # What was typed since isn't thrown away when the session no longer has the number.
    if not text and not (request.method == "POST" and "nummer" in request.GET):
        messages.info(request, "Zoek eerst of deze persoon er al is. Daarna kunt u een nieuw dossier maken.")
        return redirect("zoeken")
    form = NewDossierForm(
        request.POST or None,
        initial=_typed_in_search(text),
        teams=list(teams_of(request.user)),
        guides=guides_for(request.user) if request.user.has_role(Role.TEAMLEIDER) else None,
    )
    alike = search_cases(request.user, text, limit=10).cases
    if request.method == "POST":
        if form.is_valid():
            try:
                case = _register(request, form)
            except ValidationError as refusal:
                form.add_error(
                    "is_somebody_else" if getattr(refusal, "code", "") == ALIKE else None, refusal.messages
                )
            else:
                messages.success(request, f"Dossier {case.number} is geopend.")
                return redirect("dossier", case.pk)
        alike = _alike(request, form)
    context = {
        "form": form,
        "search_url": with_search(request, "zoeken", text) if text else reverse("zoeken"),
        "alike": alike,
    }
    return render(request, "caseload/new_dossier.html", context, status=UNPROCESSABLE if form.errors else 200)


def _register(request: StaffRequest, form: NewDossierForm) -> Case:
    data = form.cleaned_data
    own = request.user if request.user.has_role(Role.KLANTMANAGER) else None
    return open_dossier(
        by=request.user,
        team=data["team"],
        person=form.person_fields(),
        languages=form.languages(),
        nationalities=form.nationalities(),
        klantmanager=data.get("klantmanager") or (own if "klantmanager" not in form.fields else None),
        is_somebody_else=data["is_somebody_else"],
        **form.case_facts(),
    )


def _alike(request: StaffRequest, form: NewDossierForm) -> list[Case]:
    data: dict[str, Any] = getattr(form, "cleaned_data", {})
    return cases_like(
        request.user,
        bsn=data.get("bsn", ""),
        v_number=data.get("v_number"),
        name=form.full_name(),
        birth=data.get("birth"),
    )


def _typed_in_search(text: str) -> dict[str, str]:
    """What the search box says about the person: a number, or a name of which the last word is the achternaam."""
    terms = search_terms(text)
    if terms.number:
        if is_valid_bsn(terms.number):
            return {"bsn": terms.number}
        return {"phone" if terms.number.startswith("0") else "v_number": terms.number}
    if terms.case_number or not terms.name:
        return {}
    *first, last = text.split()
    return {"first_names": " ".join(first), "last_name": last}


@staff_page(*GUIDES)
def edit(request: StaffRequest, case_id: int) -> HttpResponse:
    """Data of the person, and the facts that terms start from."""
    case = editable_dossier_or_403(request, case_id)
    form = PersonForm(request.POST or None, person=case.person)
    facts = FactsForm(request.POST or None, case=case)
    if request.method == "POST" and form.is_valid() and facts.is_valid() and "terug" not in request.POST:
        moved = moved_by(case, facts.cleaned_data)
        why = MoveForm(request.POST if "bevestigd" in request.POST else None, reminded=bool(_reminded(moved)))
        if not moved or why.is_valid():
            try:
                _save(request, case, form, facts)
            except ValidationError as refusal:
                (why if moved else form).add_error(None, refusal.messages)
            else:
                messages.success(request, "De gegevens zijn opgeslagen.")
                return redirect("dossier", case.pk)
        if moved:
            return _ask_why(request, case, moved, why)
    context = {"case": case, "form": form, "facts": facts, "tab": "dossier"}
    return render(
        request, "caseload/edit.html", context, status=UNPROCESSABLE if form.errors or facts.errors else 200
    )


def _ask_why(request: StaffRequest, case: Case, moved: list[Correction], form: MoveForm) -> HttpResponse:
    """The days before and after, with all that was typed, until a reason is given."""
    asked = {"csrfmiddlewaretoken", "bevestigd", *form.fields}
    context = {
        "case": case,
        "tab": "dossier",
        "form": form,
        "preview": moved,
        "reminded": _reminded(moved),
        "typed": [
            (name, value) for name, values in request.POST.lists() if name not in asked for value in values
        ],
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "caseload/edit_confirm.html", context, status=status)


def _reminded(moved: list[Correction]) -> list[Correction]:
    return [one for one in moved if one.contradicts_reminders]


def _save(request: StaffRequest, case: Case, form: PersonForm, facts: FactsForm) -> None:
    nationalities, languages = form.nationalities(), form.languages()
    person = {"nationalities": nationalities, "languages": languages, **form.person_fields()}
    correct_dossier(
        case=case,
        by=request.user,
        person=person,
        facts=facts.cleaned_data,
        reason=request.POST.get("reason", ""),
        despite_reminders="toch" in request.POST,
    )


@staff_page(*GUIDES)
def close(request: StaffRequest, case_id: int) -> HttpResponse:
    case = editable_dossier_or_403(request, case_id)
    form = CloseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            close_dossier(case=case, on=form.cleaned_data["on"], reason=form.text(), by=request.user)
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, f"Dossier {case.number} is gesloten.")
            return redirect("dossier", case.pk)
    context = {"case": case, "form": form, "tab": "dossier"}
    return render(request, "caseload/close.html", context, status=UNPROCESSABLE if form.errors else 200)
