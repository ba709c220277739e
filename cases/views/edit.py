"""Correcting a person, closing a case, and who lives with whom."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render

from accounts.enums import Role
from accounts.views import staff_page
from cases.forms import CloseForm, GroupForm, HouseholdForm, PersonForm
from cases.models import Case
from cases.rules import search_terms
from cases.selectors import cases_visible_to, household_of
from cases.services import close_case, join_household, update_facts, update_person
from cases.views.frame import UNPROCESSABLE, StaffRequest, editable_dossier_or_403

GUIDES = (Role.KLANTMANAGER, Role.TEAMLEIDER)


@staff_page(*GUIDES)
def edit(request: StaffRequest, case_id: int) -> HttpResponse:
    """Data of the person, and the doelgroep."""
    case = editable_dossier_or_403(request, case_id)
    form = PersonForm(request.POST or None, person=case.person)
    group = GroupForm(request.POST or None, initial={"group": case.group, "in_coa": case.in_coa})
    if request.method == "POST" and form.is_valid() and group.is_valid():
        try:
            _save(request, case, form, group)
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, "De gegevens zijn opgeslagen.")
            return redirect("dossier", case.pk)
    context = {"case": case, "form": form, "group": group, "tab": "dossier"}
    return render(request, "cases/edit.html", context, status=UNPROCESSABLE if form.errors else 200)


@transaction.atomic
def _save(request: StaffRequest, case: Case, form: PersonForm, group: GroupForm) -> None:
    update_person(
        case=case, by=request.user, nationalities=form.nationalities(), languages=form.languages(), **form.person_fields()
    )  # fmt: skip
    update_facts(case=case, by=request.user, reason="Gegevens gewijzigd.", **group.cleaned_data)


@staff_page(*GUIDES)
def close(request: StaffRequest, case_id: int) -> HttpResponse:
    case = editable_dossier_or_403(request, case_id)
    form = CloseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            close_case(case=case, on=form.cleaned_data["on"], reason=form.text(), by=request.user)
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, f"Dossier {case.number} is gesloten.")
            return redirect("dossier", case.pk)
    context = {"case": case, "form": form, "tab": "dossier"}
    return render(request, "cases/close.html", context, status=UNPROCESSABLE if form.errors else 200)


@staff_page(*GUIDES)
def household(request: StaffRequest, case_id: int) -> HttpResponse:
    """Ties this person to somebody of another dossier that one may read."""
    case = editable_dossier_or_403(request, case_id)
    form = HouseholdForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        number = search_terms(data["number"]).case_number
        other = cases_visible_to(request.user).select_related("person").filter(number=number).first()
        if other is None:
            form.add_error(
                "number", "Dit dossier is er niet, of u mag het niet zien. Zoek het nummer op bij Zoeken."
            )
        else:
            try:
                join_household(
                    case=case, other=other, relation=data["relation"], on=data["on"], by=request.user
                )
            except ValidationError as refusal:
                form.add_error(None, refusal.messages)
            else:
                messages.success(request, f"{other.person} hoort nu bij hetzelfde huishouden.")
                return redirect("dossier", case.pk)
    context = {"case": case, "form": form, "members": household_of(case), "tab": "dossier"}
    return render(request, "cases/household.html", context, status=UNPROCESSABLE if form.errors else 200)
