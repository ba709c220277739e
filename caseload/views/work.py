"""What must I do today, and what goes wrong if I don't?"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from accounts.enums import Role
from accounts.views import staff_page
from caseload.enums import Source
from caseload.selectors import LAST_PAGE, ROWS, WorkList, failed_messages, sources_for, work_list
from cases.selectors import CASE_ROLES
from cases.views import StaffRequest


def _residents_elsewhere(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The bare address of the product is what people remember: who is a newcomer goes on to the portal."""

    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        return redirect("mijn") if request.user.is_resident else view(request)

    return guarded


@_residents_elsewhere
@staff_page()
def werkvoorraad(request: StaffRequest) -> HttpResponse:
    """The choices stand in the address, so that they can be kept."""
    user = request.user
    context: dict[str, Any] = {"today": timezone.localdate()}
    if user.has_role(*CASE_ROLES):
        context |= _list(request)
    if user.has_role(Role.FUNCTIONEEL_BEHEERDER):
        context["failed"] = failed_messages(user)
    return render(request, "caseload/werkvoorraad.html", context)


def _list(request: StaffRequest) -> dict[str, Any]:
    user = request.user
    sources = sources_for(user)
    # A team lead and an ontzorgmedewerker look after the team; a klantmanager starts with the own dossiers.
    own_first = user.has_role(Role.KLANTMANAGER) and not user.has_role(Role.TEAMLEIDER)
    whose = request.GET.get("wie", "")
    whose = whose if whose in {"mijn", "team"} else ("mijn" if own_first else "team")
    kind = request.GET.get("soort", "")
    source = Source(kind) if kind in sources else None
    number = request.GET.get("pagina", "")
    page = (
        min(max(int(number), 1), LAST_PAGE)
        if number.isascii() and number.isdigit() and len(number) < 4
        else 1
    )
    work = work_list(user, today=timezone.localdate(), team=whose == "team", source=source, page=page)
    return {
        "work": work,
        "whose": whose,
        "source": source,
        "sources": [(one, *_count(work, one)) for one in sources],
        "page": page,
        "next_page": page + 1 if source and work.more and page < LAST_PAGE else None,
    }


def _count(work: WorkList, source: Source) -> tuple[str, str]:
    """The label of a filter, and how many there are as far as they were counted."""
    count = work.counts.get(source)
    if count is None:
        return source.label, ""
    return source.label, f"meer dan {ROWS}" if count > ROWS else str(count)
