"""Lists of requests, and one request with its history."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from accounts.enums import Role
from accounts.views import staff_page
from cases.selectors import may_edit
from cases.views import UNPROCESSABLE, StaffRequest, dossier_or_404, editable_dossier_or_403
from contact.enums.requests import CLOSED, Desk, PartyState, RequestState
from contact.forms.requests import RecordForm
from contact.models import Request, RequestParty
from contact.rules.requests import decider_obstacles, referral_obstacles
from contact.selectors.mandates import decider, leads
from contact.selectors.requests import (
    can_be_reviewed,
    handler_of,
    may_handle,
    may_triage,
    may_withdraw,
    request_rows,
    requests_of_case,
    requests_of_teams,
    requests_on_desk_of,
    requests_visible_to,
    situation_of,
    term_of,
    untriaged_requests,
    with_list,
)
from contact.services.requests import submit_request
from contact.views.requests.shared import HANDLERS, READERS, frame, request_or_404

ROWS = 25

FILTERS = {
    "alles": ("Alle open verzoeken", Q()),
    "wacht": ("Wacht op de gemeente", Q(state=RequestState.OPEN)),
    "bij-anderen": ("Ligt bij anderen", Q(state=RequestState.AT_PARTIES)),
    "later": ("Komt later terug", Q(state=RequestState.LATER)),
    "heen-en-weer": (
        "Teruggestuurd",
        Q(pk__in=RequestParty.objects.filter(state=PartyState.RETURNED).values("request_id")),
    ),
}
LATE, NEW = "te-laat", "nieuw"


@require_GET
@staff_page(*READERS)
def requests(request: StaffRequest) -> HttpResponse:
    """Open requests, the soonest term first: one's own, or those of the team."""
    user, today = request.user, timezone.localdate()
    is_lead = user.has_role(Role.TEAMLEIDER)
    whose = request.GET.get("wie", "mijn" if user.has_role(*HANDLERS) else "team")
    kind = request.GET.get("soort", "alles")
    found = requests_of_teams(user) if whose == "team" else requests_on_desk_of(user)
    if kind == NEW and is_lead:
        found = untriaged_requests(user)
    elif kind == LATE:
        found = found.overdue(today)
    else:
        found = found.filter(FILTERS.get(kind, FILTERS["alles"])[1])
    page = Paginator(with_list(found), ROWS).get_page(request.GET.get("page"))
    context = {
        "page_obj": page,
        "rows": request_rows(page, today=today),
        "whose": whose,
        "kind": kind,
        "filters": _filters(is_lead),
        "untriaged": untriaged_requests(user).count() if is_lead else 0,
    }
    return render(request, "contact/requests/list.html", context)


def _filters(is_lead: bool) -> list[tuple[str, str]]:
    shown = [(name, label) for name, (label, _) in FILTERS.items()]
    shown.insert(1, (LATE, "Over de termijn"))
    return [*shown, (NEW, "Vertrouwelijk en nog niet bekeken")] if is_lead else shown


@require_GET
@staff_page(*READERS)
def case_requests(request: StaffRequest, case_id: int) -> HttpResponse:
    """All requests of one dossier."""
    case = dossier_or_404(request, case_id)
    today = timezone.localdate()
    page = Paginator(requests_of_case(request.user, case), ROWS).get_page(request.GET.get("page"))
    context = {
        "case": case,
        "tab": "dossier-contact",
        "page_obj": page,
        "rows": request_rows(page, today=today),
        "may_edit": may_edit(request.user, case),
    }
    return render(request, "contact/requests/case.html", context)


@require_http_methods(["GET", "POST"])
@staff_page(*HANDLERS)
def record_request(request: StaffRequest, case_id: int) -> HttpResponse:
    """Writes down what a newcomer asked by phone, at the desk or in a talk."""
    case = editable_dossier_or_403(request, case_id)
    form = RecordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = dict(form.cleaned_data)
        number = data.pop("together_with")
        other = requests_visible_to(request.user).filter(pk=number).first() if number else None
        if number and other is None:
            form.add_error("together_with", "Dit verzoek is er niet, of u mag het niet zien.")
        else:
            try:
                asked = submit_request(
                    case=case, type_=data.pop("type"), together_with=other, by=request.user, **data
                )
            except ValidationError as refusal:
                form.add_error(None, refusal.messages)
            else:
                return _recorded(request, asked)
    context = {"case": case, "tab": "dossier-contact", "form": form}
    return render(
        request, "contact/requests/record.html", context, status=UNPROCESSABLE if form.errors else 200
    )


def _recorded(request: StaffRequest, asked: Request) -> HttpResponse:
    """Whoever wrote down a complaint about a colleague can't open it either."""
    messages.success(request, f"Het verzoek is opgeschreven. Het nummer is {asked.pk}.")
    if not requests_visible_to(request.user).filter(pk=asked.pk).exists():
        messages.info(request, "De teamleider behandelt dit verzoek. U ziet het zelf niet in het dossier.")
        return redirect("dossier-verzoeken", asked.case_id)
    return redirect("verzoek", asked.pk)


@require_GET
@staff_page(*READERS)
def request_page(request: StaffRequest, request_id: int) -> HttpResponse:
    asked = request_or_404(request, request_id)
    others = Q(pk=asked.together_with_id) | Q(together_with=asked)
    context = frame(request.user, asked.case) | {
        "asked": asked,
        "answers": asked.answers.select_related("decided_by"),
        "parties": asked.parties.select_related("asked_by"),
        "steps": asked.steps.select_related("by").order_by("-id"),
        "term": term_of(asked),
        "is_late": asked.is_late(timezone.localdate()),
        "handler": handler_of(asked),
        "together": requests_visible_to(request.user).filter(others).select_related("case__person"),
        "review": requests_visible_to(request.user).filter(reviews=asked).first(),
        "can": _possible(request, asked),
        "may_review": can_be_reviewed(asked),
    }
    return render(request, "contact/requests/request.html", context)


def _possible(request: StaffRequest, asked: Request) -> dict[str, Any]:
    """Which acts this colleague can do now, and in a sentence why answering isn't one of them."""
    if not may_handle(request.user, asked):
        return {}
    by, situation = decider(request.user, asked, today=timezone.localdate()), situation_of(asked)
    is_open = asked.state not in CLOSED
    why_not = decider_obstacles(situation, by) if is_open else []
    return {
        "handle": True,
        "answer": is_open and not why_not,
        "why_not": why_not,
        "escalate": is_open and not (asked.desk == Desk.TEAMLEIDER and asked.owner_id is None),
        "triage": may_triage(request.user, asked),
        "assign": is_open and leads(request.user, asked) and not situation.awaits_triage,
        "refer": is_open and not referral_obstacles(situation, by),
        "conference": is_open and situation.needs_conference,
        "translate": is_open and asked.language != "nl",
        "call": is_open,
        "withdraw": is_open and not situation.needs_conference and may_withdraw(request.user, asked),
    }
