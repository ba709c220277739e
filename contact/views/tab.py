"""The tab Contact of a dossier: what was said and promised, in one list."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from accounts.views import staff_page
from cases.selectors import CASE_ROLES, may_edit
from cases.views import StaffRequest, dossier_or_404
from contact.selectors.appointments import appointments_of, preference_of, sign_of
from contact.selectors.contact_log import contact_events
from contact.selectors.notices import latest_notices
from contact.selectors.preparation import pack_of
from contact.selectors.requests import open_request_rows

EVENTS_A_PAGE = 50
MOST_TALKS = 100


@require_GET
@staff_page(*CASE_ROLES)
def contact(request: StaffRequest, case_id: int) -> HttpResponse:
    case = dossier_or_404(request, case_id)
    talks = list(appointments_of(case)[:MOST_TALKS])
    page = Paginator(contact_events(request.user, case), EVENTS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "case": case, "tab": "dossier-contact", "may_edit": may_edit(request.user, case), "now": timezone.now(),
        "open_talks": [(talk, sign_of(talk)) for talk in reversed(talks) if talk.is_open],
        "earlier_talks": [talk for talk in talks if not talk.is_open], "preference": preference_of(case.person),
        "requests": open_request_rows(request.user, case, today=timezone.localdate()),
        "pack": pack_of(case), "notices": latest_notices(request.user, case), "events": page,
    }  # fmt: skip
    return render(request, "contact/tab.html", context)
