"""Messages from and to DUO: those of the gemeente that need people, and those of one dossier."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from accounts.enums import Act, Role
from accounts.models import User
from accounts.services import log_access
from accounts.views import staff_page
from cases.selectors import CASE_ROLES, cases_visible_to, parked_visible_to, with_header
from cases.services import retry_parked
from cases.views import UNPROCESSABLE, editable_dossier_or_403
from exchange.enums import IncomingState
from exchange.forms import SettleForm
from exchange.models import IncomingMessage, OutgoingMessage
from exchange.rules.notification import parse
from exchange.selectors import (
    MESSAGE_ROLES,
    NEEDS_PEOPLE,
    NOT_DONE,
    contact_message_open,
    contacts_of,
    contacts_to_mend,
    duo_facts_of,
    incoming_of,
    incoming_visible_to,
    names_by_index,
    open_differences,
    outgoing_of,
    outgoing_visible_to,
    stuck,
    unfinished,
    waiting,
)
from exchange.services.differences import settle_differences
from exchange.services.incoming import retry_incoming, settle_incoming
from exchange.services.outgoing import retry_outgoing, settle_outgoing
from inburgering.kit.after_commit import queue

PER_PAGE = 25


@dataclass(frozen=True)
class IncomingRow:
    """A message and, for who works with dossiers, whom it is about; `case_id` when they may open that dossier."""

    message: IncomingMessage
    number: str
    name: str
    case_id: int | None
    form: SettleForm | None


@dataclass(frozen=True)
class OutgoingRow:
    """`form` when people may say that they told DUO in another way."""

    message: OutgoingMessage
    form: SettleForm | None


@staff_page(*MESSAGE_ROLES)
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """What couldn't be handled or sent, and what still waits. `?toon=` narrows it down."""
    incoming, outgoing = incoming_visible_to(request.user), outgoing_visible_to(request.user)
    show = request.GET.get("toon", "")
    parked = parked_visible_to(request.user)
    counts = {
        "vast": stuck(incoming).count() + parked.count(),
        "unsent": outgoing.filter(state__in=NEEDS_PEOPLE).count(),
        "wacht": waiting(incoming).count()
        + outgoing.filter(state__in=set(NOT_DONE) - set(NEEDS_PEOPLE)).count(),
    }
    shown_in = {"vast": stuck(incoming), "wacht": waiting(incoming), "niet-verzonden": incoming.none()}
    shown_out = {
        "vast": outgoing.none(),
        "wacht": outgoing.filter(state__in=set(NOT_DONE) - set(NEEDS_PEOPLE)),
        "niet-verzonden": outgoing.filter(state__in=NEEDS_PEOPLE),
    }
    in_page = Paginator(shown_in.get(show, unfinished(incoming)), PER_PAGE)
    out_page = Paginator(shown_out.get(show, outgoing.filter(state__in=NOT_DONE)), PER_PAGE)
    number = request.GET.get("page")
    in_rows = in_page.get_page(number)
    names_people = request.user.has_role(Role.TEAMLEIDER)
    context = {
        "show": show if show in shown_in else "",
        "counts": counts,
        "incoming": _rows(list(in_rows), user=request.user),
        "outgoing": [
            OutgoingRow(one, SettleForm(auto_id=f"id_uit_{one.pk}_%s") if one.state in NEEDS_PEOPLE else None)
            for one in out_page.get_page(number)
        ],
        "parked": parked[:100] if show in ("", "vast") else [],
        "contacts_to_mend": contacts_to_mend(request.user) if show in ("", "niet-verzonden") else [],
        "page_obj": in_rows if in_page.num_pages >= out_page.num_pages else out_page.get_page(number),
        "names_people": names_people,
    }
    return render(request, "exchange/overview.html", context)


def _rows(shown: Sequence[IncomingMessage], *, user: User) -> list[IncomingRow]:
    names_people = user.has_role(Role.TEAMLEIDER)
    indexes = {message.person_index for message in shown if message.person_index} if names_people else set()
    names = names_by_index(indexes)
    cases = dict(
        cases_visible_to(user)
        .filter(person__bsn_index__in=indexes)
        .order_by("id")
        .values_list("person__bsn_index", "pk")
        if indexes
        else ()
    )
    return [
        IncomingRow(
            message=one,
            number=_masked(_number(one)) if names_people else "",
            name=names.get(one.person_index, ""),
            case_id=cases.get(one.person_index),
            form=SettleForm(auto_id=f"id_{one.pk}_%s") if one.state == IncomingState.STUCK else None,
        )
        for one in shown
    ]


def _number(message: IncomingMessage) -> str:
    notification = parse(message.raw.encode())
    if notification.bsn:
        return f"BSN {notification.bsn}"
    return f"V-nummer {notification.v_number}" if notification.v_number else ""


def _masked(number: str) -> str:
    """As a dossier does: enough to recognise a number that one already knows."""
    kind, _, digits = number.partition(" ")
    return f"{kind} ••••••{digits[-3:]}" if digits else ""


@staff_page(Role.TEAMLEIDER)
@require_POST
@never_cache
def show_number(request: HttpRequest, message_id: int) -> HttpResponse:
    """The whole number, of who isn't found otherwise; it says in the log who saw it."""
    message = get_object_or_404(incoming_visible_to(request.user), pk=message_id)
    log_access(user=request.user, case_id=None, act=Act.SAW_NUMBER, purpose=f"Bericht {message.pk} van DUO")
    return render(request, "exchange/number.html", {"message": message, "number": _number(message)})


@staff_page(*MESSAGE_ROLES)
@require_POST
def retry_in(request: HttpRequest, message_id: int) -> HttpResponse:
    message = get_object_or_404(incoming_visible_to(request.user), pk=message_id)
    try:
        retry_incoming(message=message)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        queue("exchange.tasks.process_message", message.pk)
        messages.success(
            request, "Wij verwerken het bericht opnieuw. Lukt het niet, dan staat het hier straks weer."
        )
    return redirect("ketenberichten")


@staff_page(*MESSAGE_ROLES)
@require_POST
def settle_in(request: HttpRequest, message_id: int) -> HttpResponse:
    message = get_object_or_404(incoming_visible_to(request.user), pk=message_id)
    try:
        settle_incoming(message=message, reason=request.POST.get("reden", ""), by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, "Het bericht is afgedaan en staat niet meer in de lijst.")
    return redirect("ketenberichten")


@staff_page(*MESSAGE_ROLES)
@require_POST
def retry_out(request: HttpRequest, message_id: int) -> HttpResponse:
    message = get_object_or_404(outgoing_visible_to(request.user), pk=message_id)
    try:
        retry_outgoing(message=message)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        queue("exchange.tasks.send_outgoing", message.pk)
        messages.success(
            request, "Wij sturen het bericht opnieuw. Lukt het niet, dan staat het hier straks weer."
        )
    return redirect("ketenberichten")


@staff_page(*MESSAGE_ROLES)
@require_POST
def settle_out(request: HttpRequest, message_id: int) -> HttpResponse:
    message = get_object_or_404(outgoing_visible_to(request.user), pk=message_id)
    try:
        settle_outgoing(message=message, reason=request.POST.get("reden", ""), by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, "Het bericht is afgedaan en staat niet meer in de lijst.")
    return redirect("ketenberichten")


@staff_page(*MESSAGE_ROLES)
@require_POST
def retry_event(request: HttpRequest, parked_id: int) -> HttpResponse:
    retry_parked(parked=get_object_or_404(parked_visible_to(request.user), pk=parked_id))
    messages.success(
        request, "Wij verwerken de gebeurtenis opnieuw. Lukt het niet, dan staat zij hier straks weer."
    )
    return redirect("ketenberichten")


@staff_page(*CASE_ROLES)
@require_GET
def of_case(request: HttpRequest, case_id: int) -> HttpResponse:
    """The messages of one dossier; for htmx only the part that fits in the page of the dossier."""
    case = get_object_or_404(with_header(cases_visible_to(request.user)), pk=case_id)
    facts = list(duo_facts_of(case))
    context = {
        "case": case,
        "incoming": incoming_of(case)[:100],
        "outgoing": outgoing_of(case)[:100],
        "contacts": contacts_of(case),
        "contact_waits": contact_message_open(case),
        "facts": facts,
        "fetched_at": max((fact.fetched_at for fact in facts), default=None),
    }
    template = (
        "exchange/_case_messages.html" if request.headers.get("HX-Request") else "exchange/case_messages.html"
    )
    return render(request, template, context)


@staff_page()
def difference(request: HttpRequest, case_id: int) -> HttpResponse:
    """What DUO or the BRP says otherwise than a colleague did: confirm it here, or correct the facts of the dossier."""
    case = editable_dossier_or_403(request, case_id)
    found, refused = list(open_differences(case)), []
    if request.method == "POST":
        try:
            settle_differences(case=case, by=request.user)
        except ValidationError as refusal:
            refused = refusal.messages
        else:
            messages.success(request, "U hebt bevestigd dat de gegevens kloppen.")
            return redirect("dossier", case_id)
    context = {"case": case, "tab": "dossier", "found": found, "refused": refused}
    return render(request, "exchange/difference.html", context, status=UNPROCESSABLE if refused else 200)
