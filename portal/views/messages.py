"""What the gemeente told the resident: every message, in the own language with the Dutch below it."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from contact.models import Notice
from contact.selectors.notices import notices_of_resident
from contact.services.notices.free import mark_read
from portal.selectors.cases import MyCases
from portal.selectors.messages import letters_of, my_message
from portal.views.case_page import my_act, my_page, shared

PER_PAGE = 25


@my_page
def overview(request: HttpRequest, mine: MyCases) -> HttpResponse:
    page = Paginator(notices_of_resident(request.user), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "portal/messages.html", shared(mine) | {"page": page})


@my_page
def detail(request: HttpRequest, mine: MyCases, notice_id: int) -> HttpResponse:
    """Looking changes nothing, so a link in a mail that a scanner follows leaves it unread: see `opened`."""
    notice = _found(request, notice_id)
    context = shared(mine) | {"notice": notice, "letters": letters_of(request.user, notice)}
    return render(request, "portal/message.html", context)


@my_act
def opened(request: HttpRequest, mine: MyCases, notice_id: int) -> HttpResponse:
    """Marks it read, and shows it: what an unread message in the list does."""
    mark_read(notice=_found(request, notice_id), by=request.user)
    return redirect("mijn-bericht", notice_id)


def _found(request: HttpRequest, notice_id: int) -> Notice:
    notice = my_message(request.user, notice_id)
    if notice is None:
        raise Http404
    return notice
