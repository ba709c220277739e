"""Who lives with whom."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render

from accounts.enums import Role
from accounts.views import staff_page
from cases.forms import HouseholdForm
from cases.rules import search_terms
from cases.selectors import cases_visible_to, household_of
from cases.services import join_household
from cases.views.frame import UNPROCESSABLE, StaffRequest, editable_dossier_or_403

GUIDES = (Role.KLANTMANAGER, Role.TEAMLEIDER)


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
