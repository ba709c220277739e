"""Do we know this person already?"""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from accounts.enums import Role
from accounts.services import log_found
from accounts.views import staff_page
from cases.forms import SearchForm
from cases.selectors import (
    CASE_ROLES,
    search_cases,
)
from cases.views.frame import StaffRequest


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
