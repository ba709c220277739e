"""Appointments for other systems: the same services and rights as the pages, one class an act."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.api import REFUSED, ActView, user_of
from accounts.enums import Act, Scope
from accounts.services import log_access
from cases.models import Case
from cases.selectors import cases_visible_to, may_edit
from contact.enums.appointments import AppointmentState, CancelReason, Mode, ParticipantRole, Place, Purpose
from contact.enums.interpreters import InterpreterDecision, InterpreterSign
from contact.models import Appointment, Participant
from contact.selectors.appointments import appointments_of, appointments_visible_to, sign_of
from contact.services.appointments import cancel_appointment, move_appointment, plan_appointment


def case_of_call(request: Request, case_id: int, *, edit: bool = False) -> Case:
    case = get_object_or_404(
        cases_visible_to(user_of(request)).select_related("person", "gemeente"), pk=case_id
    )
    if edit and not may_edit(user_of(request), case):
        raise PermissionDenied
    return case


def _editable_appointment(request: Request, appointment_id: int) -> Appointment:
    appointment = appointments_visible_to(user_of(request)).filter(pk=appointment_id).first()
    if appointment is None:
        raise Http404
    if not may_edit(user_of(request), appointment.case):
        raise PermissionDenied
    return appointment


class DeelnemerOut(serializers.Serializer[Any]):
    rol = serializers.ChoiceField(choices=ParticipantRole.choices, source="role")
    naam = serializers.SerializerMethodField()

    def get_naam(self, participant: Participant) -> str:
        return str(participant)


class AfspraakOut(serializers.Serializer[Any]):
    """One talk: when, how, where, with whom, and how the question of the interpreter stands."""

    id = serializers.IntegerField()
    dossierId = serializers.IntegerField(source="case_id")
    waarvoor = serializers.ChoiceField(choices=Purpose.choices, source="purpose")
    begin = serializers.DateTimeField(source="starts_at")
    einde = serializers.DateTimeField(source="ends_at")
    hoe = serializers.ChoiceField(choices=Mode.choices, source="mode")
    wens = serializers.ChoiceField(choices=Mode.choices, source="wished_mode", allow_blank=True)
    waar = serializers.ChoiceField(choices=Place.choices, source="place_kind", allow_blank=True)
    adres = serializers.CharField(source="place")
    stand = serializers.ChoiceField(choices=AppointmentState.choices, source="state")
    tolk = serializers.ChoiceField(
        choices=InterpreterDecision.choices, source="interpreter_decision", allow_blank=True
    )
    standTolk = serializers.SerializerMethodField()
    deelnemers = DeelnemerOut(source="participants", many=True)

    def get_standTolk(self, appointment: Appointment) -> InterpreterSign:  # noqa: N802 - the API speaks camelCase
        return sign_of(appointment)


class AfspraakIn(serializers.Serializer[Any]):
    waarvoor = serializers.ChoiceField(choices=Purpose.choices, source="purpose")
    begin = serializers.DateTimeField(source="starts_at")
    minuten = serializers.IntegerField(source="minutes", min_value=5, max_value=480)
    hoe = serializers.ChoiceField(choices=Mode.choices, source="mode")
    waar = serializers.ChoiceField(
        choices=Place.choices, source="place_kind", required=False, allow_blank=True, help_text="Verplicht bij live."
    )  # fmt: skip
    adres = serializers.CharField(source="place", max_length=200, required=False, allow_blank=True)
    link = serializers.URLField(source="video_url", max_length=500, required=False, allow_blank=True)
    wens = serializers.ChoiceField(
        choices=Mode.choices, source="wished_mode", required=False, allow_blank=True
    )
    waaromAndersDanDeWens = serializers.CharField(
        source="wish_reason", max_length=300, required=False, allow_blank=True
    )
    onderwerp = serializers.CharField(source="subject", max_length=200, required=False, allow_blank=True)
    tolk = serializers.ChoiceField(
        choices=InterpreterDecision.choices, source="interpreter_decision", required=False, allow_blank=True,
        help_text="Verplicht als er een tolk nodig kan zijn, behalve bij een concept.",
    )  # fmt: skip
    waaromGeenTolk = serializers.CharField(
        source="interpreter_reason", max_length=300, required=False, allow_blank=True
    )
    waaromKorterVoorbereiden = serializers.CharField(
        source="short_preparation_reason", max_length=300, required=False, allow_blank=True,
        help_text="Verplicht als de brede intake te kort na het voorbereidingspakket is.",
    )  # fmt: skip
    concept = serializers.BooleanField(source="as_concept", default=False)
    zonderVertaling = serializers.BooleanField(source="confirmed_without_translation", default=False)


class VerplaatsIn(serializers.Serializer[Any]):
    begin = serializers.DateTimeField(source="starts_at")
    zonderVertaling = serializers.BooleanField(source="confirmed_without_translation", default=False)


class AfzegIn(serializers.Serializer[Any]):
    reden = serializers.ChoiceField(choices=CancelReason.choices, source="reason")
    zonderVertaling = serializers.BooleanField(source="confirmed_without_translation", default=False)


def _out(appointment: Appointment) -> dict[str, Any]:
    return AfspraakOut(appointments_of(appointment.case).get(pk=appointment.pk)).data


class ListAfspraken(ActView):
    """The talks of a dossier, the last one first."""

    scope = Scope.AFSPRAKEN_LEZEN

    @extend_schema(
        operation_id="afspraken_lezen", tags=["afspraken"], responses={200: AfspraakOut(many=True)}
    )
    def get(self, request: Request, case_id: int) -> Response:
        case = case_of_call(request, case_id)
        log_access(user=user_of(request), case_id=case.pk, act=Act.READ)
        return Response(AfspraakOut(appointments_of(case), many=True).data)


class PlanAfspraak(ActView):
    """Plans a talk and tells the newcomer, or keeps it as a concept."""

    scope = Scope.AFSPRAKEN_SCHRIJVEN

    @extend_schema(
        operation_id="afspraak_maken", tags=["afspraken"], request=AfspraakIn, responses={201: AfspraakOut, 409: REFUSED}
    )  # fmt: skip
    def post(self, request: Request, case_id: int) -> Response:
        case = case_of_call(request, case_id, edit=True)
        given = AfspraakIn(data=request.data)
        given.is_valid(raise_exception=True)
        appointment = plan_appointment(case=case, by=user_of(request), **given.validated_data)
        return Response(_out(appointment), status=status.HTTP_201_CREATED)


class MoveAfspraak(ActView):
    """Another time for the same talk; its interpreter is asked anew."""

    scope = Scope.AFSPRAKEN_SCHRIJVEN

    @extend_schema(
        operation_id="afspraak_verplaatsen", tags=["afspraken"], request=VerplaatsIn,
        responses={200: AfspraakOut, 409: REFUSED},
    )  # fmt: skip
    def post(self, request: Request, appointment_id: int) -> Response:
        appointment = _editable_appointment(request, appointment_id)
        given = VerplaatsIn(data=request.data)
        given.is_valid(raise_exception=True)
        moved = move_appointment(appointment=appointment, by=user_of(request), **given.validated_data)
        return Response(_out(moved))


class CancelAfspraak(ActView):
    """The talk doesn't go on."""

    scope = Scope.AFSPRAKEN_SCHRIJVEN

    @extend_schema(
        operation_id="afspraak_afzeggen", tags=["afspraken"], request=AfzegIn, responses={200: AfspraakOut, 409: REFUSED}
    )  # fmt: skip
    def post(self, request: Request, appointment_id: int) -> Response:
        appointment = _editable_appointment(request, appointment_id)
        given = AfzegIn(data=request.data)
        given.is_valid(raise_exception=True)
        cancelled = cancel_appointment(appointment=appointment, by=user_of(request), **given.validated_data)
        return Response(_out(cancelled))
