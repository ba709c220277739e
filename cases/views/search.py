"""Do we know this person already? Only then: a new dossier."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from accounts.enums import Role
from accounts.services import log_found
from accounts.views import staff_page
from cases.forms import NewDossierForm, SearchForm
from cases.models import Case
from cases.rules import search_terms
from cases.selectors import (
    CASE_ROLES,
    cases_like,
    guides_for,
    search_cases,
    teams_of,
)
from cases.services import ALIKE, register_newcomer
from cases.views.frame import UNPROCESSABLE, StaffRequest
from inburgering.kit.numbers import is_valid_bsn


@staff_page(*CASE_ROLES)
def search(request: StaffRequest) -> HttpResponse:
    """Cases of the whole gemeente. Of those outside one's own teams no more than is needed to recognise somebody."""
    form = SearchForm(request.GET if request.GET.get("q") else None)
    text = form.cleaned_data["q"] if form.is_valid() else ""
    found = search_cases(request.user, text)
    log_found(user=request.user, case_ids=[case.pk for case in found.cases if not case.is_readable])
    context = {
        "form": form,
        "text": text,
        "found": found,
        "may_open": request.user.has_role(Role.KLANTMANAGER, Role.TEAMLEIDER),
        "new_url": f"{reverse('dossier-nieuw')}?{urlencode({'q': text})}",
    }
    return render(
        request, "cases/search.html", context, status=200 if form.is_valid() or not form.is_bound else 422
    )


@staff_page(Role.KLANTMANAGER, Role.TEAMLEIDER)
def new_dossier(request: StaffRequest) -> HttpResponse:
    """Opens only after a search, whose words fill the form; what looks like it stands above the form once more."""
    text = request.GET.get("q", "").strip()
    if not text:
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
        "text": text,
        "alike": alike,
    }
    return render(request, "cases/new_dossier.html", context, status=UNPROCESSABLE if form.errors else 200)


def _register(request: StaffRequest, form: NewDossierForm) -> Case:
    data = form.cleaned_data
    own = request.user if request.user.has_role(Role.KLANTMANAGER) else None
    return register_newcomer(
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
