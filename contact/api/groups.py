"""Group sessions for other systems: the same services and rights as the pages. Nobody gets a name of a case that they may
not read.
"""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.api import REFUSED, ActView, checked, user_of
from accounts.enums import Role, Scope
from accounts.selectors import colleagues_visible_to
from contact.api.appointments import case_of_call
from contact.api.groups_shapes import (
    AanwezigIn,
    GroepAfzegIn,
    GroepBevestigIn,
    GroepDeelnemerIn,
    GroepIn,
    GroepMetDeelnemersOut,
    GroepRegelOut,
    GroepstolkAntwoordIn,
    GroepstolkIn,
    GroepVerplaatsIn,
)
from contact.models import GroupSession
from contact.rules.groups import LATELY
from contact.selectors.groups import groups_visible_to, listed_groups, may_lead, seats_of
from contact.selectors.interpreters import interpreters_visible_to
from contact.services import groups as services

_EDITORS = (Role.KLANTMANAGER, Role.TEAMLEIDER)


class ListGroepen(ActView):
    """What is to come, and the last two weeks."""

    scope = Scope.AFSPRAKEN_LEZEN

    @extend_schema(
        operation_id="groepen_lezen", tags=["afspraken"], responses={200: GroepRegelOut(many=True)}
    )
    def get(self, request: Request) -> Response:
        found: Any = listed_groups(user_of(request), since=timezone.now() - LATELY)
        return Response(GroepRegelOut(found, many=True).data)


class ReadGroep(ActView):
    """One session, with who comes as far as the caller may read those cases."""

    scope = Scope.AFSPRAKEN_LEZEN

    @extend_schema(operation_id="groep_lezen", tags=["afspraken"], responses={200: GroepMetDeelnemersOut})
    def get(self, request: Request, session_id: int) -> Response:
        return Response(_out(request, _found(request, session_id)))


class PlanGroep(ActView):
    """A concept that holds the time of the colleagues; no newcomer is told yet."""

    scope = Scope.AFSPRAKEN_SCHRIJVEN

    @extend_schema(operation_id="groep_maken", tags=["afspraken"], request=GroepIn,
                   responses={201: GroepMetDeelnemersOut, 409: REFUSED})  # fmt: skip
    def post(self, request: Request) -> Response:
        user = user_of(request)
        if not user.has_role(*_EDITORS):
            raise PermissionDenied
        given = checked(GroepIn(data=request.data))
        wanted = set(given.pop("collegas", []))
        colleagues = list(colleagues_visible_to(user).filter(pk__in=wanted))
        if len(colleagues) != len(wanted):
            raise serializers.ValidationError(
                {"collegas": ["Een van deze collega's werkt niet in uw gemeente."]}
            )
        session = services.plan_group(by=user, colleagues=colleagues, **given)
        return Response(_out(request, session), status=status.HTTP_201_CREATED)


class AskDeelnemer(ActView):
    """Adds a newcomer of a case that the caller may change."""

    scope = Scope.AFSPRAKEN_SCHRIJVEN

    @extend_schema(operation_id="groep_deelnemer_vragen", tags=["afspraken"], request=GroepDeelnemerIn,
                   responses={201: GroepMetDeelnemersOut, 409: REFUSED})  # fmt: skip
    def post(self, request: Request, session_id: int) -> Response:
        session = _found(request, session_id)
        if not user_of(request).has_role(*_EDITORS):
            raise PermissionDenied
        given = checked(GroepDeelnemerIn(data=request.data))
        case = case_of_call(request, given.pop("dossierId"), edit=True)
        services.ask_guest(session=session, case=case, by=user_of(request), **given)
        return Response(_out(request, session), status=status.HTTP_201_CREATED)


class RecordAanwezig(ActView):
    """Whether one newcomer came, by who may change that case."""

    scope = Scope.AFSPRAKEN_SCHRIJVEN

    @extend_schema(operation_id="groep_aanwezigheid", tags=["afspraken"], request=AanwezigIn,
                   responses={200: GroepMetDeelnemersOut, 409: REFUSED})  # fmt: skip
    def post(self, request: Request, session_id: int, appointment_id: int) -> Response:
        session, user = _found(request, session_id), user_of(request)
        seats = (one for one in seats_of(user, session) if one.appointment.pk == appointment_id)
        seat = next(seats, None)
        if seat is None or not seat.is_readable:
            raise Http404
        if not seat.is_editable:
            raise PermissionDenied
        given = checked(AanwezigIn(data=request.data))
        services.record_attendance(appointment=seat.appointment, by=user, **given)
        return Response(_out(request, session))


class AskGroepstolk(ActView):
    """Asks an interpreter for one language; the hour is held meanwhile."""

    scope = Scope.AFSPRAKEN_SCHRIJVEN

    @extend_schema(operation_id="groep_tolk_vragen", tags=["afspraken"], request=GroepstolkIn,
                   responses={201: GroepMetDeelnemersOut, 409: REFUSED})  # fmt: skip
    def post(self, request: Request, session_id: int) -> Response:
        session = _led(request, session_id)
        given = checked(GroepstolkIn(data=request.data))
        known = interpreters_visible_to(user_of(request))
        interpreter = get_object_or_404(known, pk=given.pop("tolkId"))
        services.ask_group_interpreter(session=session, interpreter=interpreter, by=user_of(request), **given)
        return Response(_out(request, session), status=status.HTTP_201_CREATED)


class AnswerGroepstolk(ActView):
    """The interpreter comes, can't, isn't needed any more, or didn't turn up."""

    scope = Scope.AFSPRAKEN_SCHRIJVEN

    @extend_schema(operation_id="groep_tolk_antwoord", tags=["afspraken"], request=GroepstolkAntwoordIn,
                   responses={200: GroepMetDeelnemersOut, 409: REFUSED})  # fmt: skip
    def post(self, request: Request, session_id: int, booking_id: int) -> Response:
        session = _led(request, session_id)
        booking = get_object_or_404(session.interpreters, pk=booking_id)
        given = checked(GroepstolkAntwoordIn(data=request.data))
        services.answer_group_interpreter(booking=booking, by=user_of(request), **given)
        return Response(_out(request, session))


class ConfirmGroep(ActView):
    """Invites everybody, each with a message of the own."""

    scope = Scope.AFSPRAKEN_SCHRIJVEN

    @extend_schema(operation_id="groep_bevestigen", tags=["afspraken"], request=GroepBevestigIn,
                   responses={200: GroepMetDeelnemersOut, 409: REFUSED})  # fmt: skip
    def post(self, request: Request, session_id: int) -> Response:
        return _act_as_leader(request, session_id, GroepBevestigIn, services.confirm_group)


class MoveGroep(ActView):
    """Another time or place, for everybody at once or for nobody."""

    scope = Scope.AFSPRAKEN_SCHRIJVEN

    @extend_schema(operation_id="groep_verplaatsen", tags=["afspraken"], request=GroepVerplaatsIn,
                   responses={200: GroepMetDeelnemersOut, 409: REFUSED})  # fmt: skip
    def post(self, request: Request, session_id: int) -> Response:
        return _act_as_leader(request, session_id, GroepVerplaatsIn, services.move_group)


class CancelGroep(ActView):
    """It doesn't go on, and each who was invited hears it once."""

    scope = Scope.AFSPRAKEN_SCHRIJVEN

    @extend_schema(operation_id="groep_afzeggen", tags=["afspraken"], request=GroepAfzegIn,
                   responses={200: GroepMetDeelnemersOut, 409: REFUSED})  # fmt: skip
    def post(self, request: Request, session_id: int) -> Response:
        return _act_as_leader(request, session_id, GroepAfzegIn, services.cancel_group)


def _found(request: Request, session_id: int) -> GroupSession:
    return get_object_or_404(groups_visible_to(user_of(request)), pk=session_id)


def _led(request: Request, session_id: int) -> GroupSession:
    session = _found(request, session_id)
    if not may_lead(user_of(request), session):
        raise PermissionDenied
    return session


def _act_as_leader(
    request: Request,
    session_id: int,
    shape: type[serializers.Serializer[Any]],
    act: Callable[..., GroupSession],
) -> Response:
    """One act on a whole session, with what was sent for it."""
    session = _led(request, session_id)
    given = checked(shape(data=request.data))
    return Response(_out(request, act(session=session, by=user_of(request), **given)))


def _out(request: Request, session: GroupSession) -> Any:
    seats = seats_of(user_of(request), session)
    readable = [seat for seat in seats if seat.is_readable]
    return GroepMetDeelnemersOut({
        "groep": groups_visible_to(user_of(request)).get(pk=session.pk),
        "deelnemers": readable,
        "anderen": sum(seat.is_coming and not seat.is_readable for seat in seats),
        "tolken": session.interpreters.select_related("interpreter"),
    }).data  # fmt: skip
