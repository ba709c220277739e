"""Group sessions: the list, one session, and the acts on it. Nobody sees a newcomer of a case that they may not read."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.enums import Role
from accounts.views import staff_page
from cases.selectors import CASE_ROLES, may_edit
from cases.views import UNPROCESSABLE, StaffRequest, sent
from contact.enums.interpreters import NEXT_BOOKING_STATES, BookingState
from contact.forms.appointments import ConfirmedForm, add_refusal
from contact.forms.groups import (
    AskGuestForm,
    CancelGroupForm,
    ConfirmGroupForm,
    GroupInterpreterForm,
    MoveGroupForm,
    PlanGroupForm,
)
from contact.models import GroupSession
from contact.rules.groups import LATELY
from contact.selectors.groups import groups_visible_to, listed_groups, may_lead, seats_of
from contact.services import groups as services

EDITORS = (Role.KLANTMANAGER, Role.TEAMLEIDER)


@require_GET
@staff_page(*CASE_ROLES)
def groups(request: StaffRequest) -> HttpResponse:
    """What is to come, and the last two weeks; red where somebody couldn't follow it."""
    now = timezone.now()
    listed = [
        (one, [seat for seat in seats_of(request.user, one) if seat.is_coming and seat.cover.is_uncovered])
        for one in listed_groups(request.user, since=now - LATELY)
    ]
    may_plan = request.user.has_role(*EDITORS)
    return render(request, "contact/groups/list.html", {"listed": listed, "now": now, "may_plan": may_plan})


@require_GET
@staff_page(*CASE_ROLES)
def group(request: StaffRequest, session_id: int) -> HttpResponse:
    session = _found(request, session_id)
    seats = seats_of(request.user, session)
    bookings = list(session.interpreters.select_related("interpreter"))
    answers = [(one, [BookingState(state) for state in sorted(NEXT_BOOKING_STATES[BookingState(one.state)])
                      if state != BookingState.REQUESTED]) for one in bookings]  # fmt: skip
    coming = [seat for seat in seats if seat.is_coming]
    context = {
        "session": session, "seats": [seat for seat in seats if seat.is_readable],
        "others": sum(not seat.is_readable for seat in coming), "coming": len(coming),
        "uncovered": [seat for seat in coming if seat.cover.is_uncovered],
        "unsure": [seat for seat in coming if not seat.cover.is_sure],
        "staff": session.participants.filter(user__isnull=False).select_related("user"),
        "bookings": answers, "leads": may_lead(request.user, session), "may_ask": request.user.has_role(*EDITORS),
        "has_begun": session.starts_at <= timezone.now(),
    }  # fmt: skip
    return render(request, "contact/groups/group.html", context)


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def plan(request: StaffRequest) -> HttpResponse:
    form = PlanGroupForm(sent(request), user=request.user)
    if request.method == "POST" and form.is_valid():
        given = form.times() | {name: form.cleaned_data[name] for name in ("kind", "colleagues")}
        made: list[GroupSession] = []

        if _acted(form, lambda: made.append(services.plan_group(by=request.user, **given))):
            messages.success(
                request, "De bijeenkomst is bewaard. Nodig nu mensen uit; er is nog niets verstuurd."
            )
            return redirect("groep", made[0].pk)
    return _form(request, form, None, heading="Groepsbijeenkomst maken", confirm="Bewaar als concept", icon="users",
                 text="Uw tijd en die van uw collega's is daarna bezet. De nieuwkomers horen nog niets.")  # fmt: skip


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def ask(request: StaffRequest, session_id: int) -> HttpResponse:
    """Only newcomers of cases that this colleague may change."""
    session = _found(request, session_id)
    form = AskGuestForm(sent(request), user=request.user, session=session)
    act = partial(services.ask_guest, session=session, by=request.user)
    text = (
        "De nieuwkomer krijgt meteen een uitnodiging." if session.is_planned
        else "De tijd van de nieuwkomer is daarna bezet. De uitnodiging gaat uit als u de bijeenkomst bevestigt."
    )  # fmt: skip
    return _done(request, session, form, lambda: act(**form.cleaned_data), "De nieuwkomer is toegevoegd.",
                 heading="Nieuwkomer toevoegen", confirm="Voeg toe", icon="plus", text=text)  # fmt: skip


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def ask_interpreter(request: StaffRequest, session_id: int) -> HttpResponse:
    session = _led(request, session_id)
    form = GroupInterpreterForm(sent(request), session=session)
    act = partial(services.ask_group_interpreter, session=session, by=request.user)
    return _done(request, session, form, lambda: act(**form.cleaned_data), "De tolk is gevraagd.",
                 heading="Tolk vragen", confirm="Vraag deze tolk", icon="language",
                 text="Eén tolk voor elke taal. De tijd van de tolk is daarna bezet.")  # fmt: skip


@require_POST
@staff_page(*EDITORS)
def answer_interpreter(request: StaffRequest, session_id: int, booking_id: int) -> HttpResponse:
    session = _led(request, session_id)
    booking = get_object_or_404(session.interpreters, pk=booking_id)
    state = request.POST.get("state", "")
    if state not in BookingState.values:
        messages.error(request, "Kies wat de tolk antwoordde.")
        return redirect("groep", session.pk)
    try:
        services.answer_group_interpreter(booking=booking, state=state, by=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    return redirect("groep", session.pk)


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def confirm(request: StaffRequest, session_id: int) -> HttpResponse:
    """Asks a reason for each newcomer who couldn't follow it."""
    session = _led(request, session_id)
    form = ConfirmGroupForm(sent(request), seats=seats_of(request.user, session))
    act = lambda: services.confirm_group(  # noqa: E731 - what is done with the form below
        session=session, by=request.user, reasons=form.reasons(),
        confirmed_without_translation=form.cleaned_data["confirmed_without_translation"],
    )  # fmt: skip
    return _done(request, session, form, act, "De bijeenkomst is bevestigd. Iedereen krijgt een uitnodiging.",
                 heading="Bijeenkomst bevestigen", confirm="Ja, nodig iedereen uit", icon="send",
                 text="Elke nieuwkomer krijgt een eigen bericht. Niemand ziet wie er nog meer komt.")  # fmt: skip


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def move(request: StaffRequest, session_id: int) -> HttpResponse:
    session = _led(request, session_id)
    form = MoveGroupForm(sent(request), session=session)
    act = lambda: services.move_group(  # noqa: E731
        session=session, by=request.user, **form.times(),
        confirmed_without_translation=form.cleaned_data["confirmed_without_translation"],
    )  # fmt: skip
    return _done(request, session, form, act, "De bijeenkomst is gewijzigd.", heading="Bijeenkomst verplaatsen",
                 confirm="Verplaats voor iedereen", icon="calendar-time",
                 text="Iedereen die is uitgenodigd krijgt één bericht. Tolken worden opnieuw gevraagd.")  # fmt: skip


@require_http_methods(["GET", "POST"])
@staff_page(*EDITORS)
def cancel(request: StaffRequest, session_id: int) -> HttpResponse:
    session = _led(request, session_id)
    form = CancelGroupForm(sent(request))
    act = partial(services.cancel_group, session=session, by=request.user)
    return _done(request, session, form, lambda: act(**form.cleaned_data), "De bijeenkomst is afgezegd.",
                 heading="Bijeenkomst afzeggen", confirm="Ja, zeg de bijeenkomst af", icon="x", variant="danger",
                 text="Iedereen die is uitgenodigd krijgt bericht, en ook de tolken. U kunt dit niet terughalen.")  # fmt: skip


@require_POST
@staff_page(*EDITORS)
def attendance(request: StaffRequest, session_id: int, appointment_id: int) -> HttpResponse:
    """Whether one newcomer came, by who may change that case."""
    session = _found(request, session_id)
    seat = next(
        (one for one in seats_of(request.user, session) if one.appointment.pk == appointment_id), None
    )
    if seat is None or not seat.is_readable:
        raise Http404
    if not may_edit(request.user, seat.appointment.case):
        raise PermissionDenied
    try:
        came = request.POST.get("kwam") == "ja"
        services.record_attendance(appointment=seat.appointment, came=came, by=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    return redirect("groep", session.pk)


def _found(request: StaffRequest, session_id: int) -> GroupSession:
    return get_object_or_404(groups_visible_to(request.user), pk=session_id)


def _led(request: StaffRequest, session_id: int) -> GroupSession:
    session = _found(request, session_id)
    if not may_lead(request.user, session):
        raise PermissionDenied
    return session


def _acted(form: forms.Form, act: Callable[[], object]) -> bool:
    try:
        act()
    except ValidationError as refusal:
        if isinstance(form, ConfirmedForm) and "confirmed_without_translation" in form.fields:
            form.refused(refusal)
        else:
            add_refusal(form, refusal)
        return False
    return True


def _done(
    request: StaffRequest, session: GroupSession, form: forms.Form, act: Callable[[], object], done: str, **shown: Any
) -> HttpResponse:  # fmt: skip
    if request.method == "POST" and form.is_valid() and _acted(form, act):
        messages.success(request, done)
        return redirect("groep", session.pk)
    return _form(request, form, session, **shown)


def _form(
    request: StaffRequest, form: forms.Form, session: GroupSession | None, **shown: Any
) -> HttpResponse:
    status = UNPROCESSABLE if form.errors else 200
    return render(
        request, "contact/groups/act.html", {"form": form, "session": session} | shown, status=status
    )
