"""Do we know this person already?

A name stands in the address, so that going back and sharing work. A number (BSN, V-number, phone) never does: addresses
end up in histories and logs. It waits in the session, encrypted, and the address only says which one it is.
"""

import base64
import secrets
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from accounts.enums import Role
from accounts.services import log_found
from accounts.views import staff_page
from cases.forms import SearchForm
from cases.rules import names_number
from cases.selectors import (
    CASE_ROLES,
    search_cases,
)
from cases.views.frame import UNPROCESSABLE, StaffRequest
from inburgering.kit.encryption import decrypt, encrypt

_KEPT = "gezochte_nummers"
_MOST_KEPT = 10
"""Searches in other tabs keep theirs."""


@staff_page(*CASE_ROLES)
def search(request: StaffRequest) -> HttpResponse:
    """Cases of the whole gemeente. Of those outside one's own teams no more than is needed to recognise somebody."""
    if request.method == "POST":
        form = SearchForm(request.POST)
        if form.is_valid():
            return redirect(with_search(request, "zoeken", form.cleaned_data["q"]))
        return _page(request, form, "")
    typed = searched(request)
    if "nummer" in request.GET and not typed:
        form = SearchForm({"q": ""})
        form.add_error("q", "Dit nummer bewaren wij niet langer. Typ het opnieuw.")
        return _page(request, form, "")
    form = SearchForm({"q": typed} if typed else None)
    return _page(request, form, form.cleaned_data["q"] if form.is_valid() else "")


def _page(request: StaffRequest, form: SearchForm, text: str) -> HttpResponse:
    found = search_cases(request.user, text)
    log_found(user=request.user, case_ids=[case.pk for case in found.cases if not case.is_readable])
    context = {
        "form": form,
        "text": text,
        "found": found,
        "may_open": request.user.has_role(Role.KLANTMANAGER, Role.TEAMLEIDER),
        "new_url": with_search(request, "dossier-nieuw", text) if text else "",
    }
    return render(request, "cases/search.html", context, status=UNPROCESSABLE if form.errors else 200)


def with_search(request: HttpRequest, name: str, text: str) -> str:
    """The address of a page that goes on with what was searched for (see `searched`)."""
    query = {"nummer": _kept_as(request, text)} if names_number(text) else {"q": text}
    return f"{reverse(name)}?{urlencode(query)}"


def searched(request: HttpRequest) -> str:
    """What was searched for; empty when nothing was, or when the session no longer has the number."""
    if "nummer" not in request.GET:
        return request.GET.get("q", "")
    return _numbers(request).get(request.GET["nummer"], "")


def _kept_as(request: HttpRequest, text: str) -> str:
    for key, number in _numbers(request).items():
        if number == text:
            return key
    key = secrets.token_urlsafe(6)
    kept = {**request.session.get(_KEPT, {}), key: base64.b64encode(encrypt(text)).decode()}
    request.session[_KEPT] = dict(list(kept.items())[-_MOST_KEPT:])
    return key


def _numbers(request: HttpRequest) -> dict[str, str]:
    return {key: decrypt(base64.b64decode(secret)) for key, secret in request.session.get(_KEPT, {}).items()}
