"""Who did and who looked."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from accounts.enums import Act, Role
from accounts.services import log_access
from accounts.views import staff_page
from cases.rules import search_terms
from cases.selectors import (
    CASE_ROLES,
    LOOKED,
    cases_logged_for,
    cases_visible_to,
    log_line,
    log_of,
    people_in_log,
    purposes_visible_to,
    with_header,
)
from cases.views.frame import StaffRequest

ROWS = 50
KINDS = [("dossier", "Dossier"), ("intake", "Intake"), ("pip", "PIP"), ("termijn", "Termijnen"), ("duo", "DUO"),
         ("verzoek", "Verzoeken"),
         (LOOKED, "Inzage")]  # fmt: skip


@staff_page(*CASE_ROLES, Role.PRIVACY_OFFICER)
def case_log(request: StaffRequest, case_id: int) -> HttpResponse:
    """Events and looks of one case. The privacy officer sees this of any case of the gemeente, and nothing else of it."""
    case = get_object_or_404(with_header(cases_logged_for(request.user)), pk=case_id)
    log_access(user=request.user, case_id=case.pk, act=Act.READ_LOG)
    people = people_in_log(case)
    person = request.GET.get("wie", "")
    kind = request.GET.get("soort", "")
    rows = log_of(
        case,
        user_id=int(person) if person.isascii() and person.isdigit() and int(person) < 2**31 else None,
        kind=kind if kind in dict(KINDS) else "",
    )
    page = Paginator(rows, ROWS).get_page(request.GET.get("page"))
    context = {
        "case": case,
        "lines": [log_line(row) for row in page],
        "page_obj": page,
        "people": people,
        "person": person,
        "kinds": KINDS,
        "kind": kind,
        "only_log": not cases_visible_to(request.user).filter(pk=case.pk).exists(),
    }
    return render(request, "cases/log.html", context)


@staff_page(Role.PRIVACY_OFFICER)
def purposes(request: StaffRequest) -> HttpResponse:
    """Every look outside somebody's own teams with the purpose that was given, and the way to the log of any dossier."""
    number = request.GET.get("nummer", "")
    found = (
        cases_logged_for(request.user).filter(number=search_terms(number).case_number).first()
        if number
        else None
    )
    page = Paginator(purposes_visible_to(request.user)[: ROWS * 20], ROWS).get_page(request.GET.get("page"))
    context = {"number": number, "found": found, "page_obj": page}
    return render(request, "cases/purposes.html", context)
