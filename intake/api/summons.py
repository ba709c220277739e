"""Oproepen for other systems: reading them, sending the next, writing down a try, and judging."""

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.api import REFUSED, ActView, user_of
from accounts.enums import Act, Scope
from accounts.services import log_access
from intake import services
from intake.api.finding import case_of
from intake.enums import AttemptChannel, Blame, SummonsState
from intake.models import Summons
from intake.selectors.summons import ladder_of, pip_term_of


class OproepOut(serializers.Serializer[Any]):
    """One oproep. Why somebody didn't come isn't in it: that can be about health."""

    id = serializers.IntegerField(source="summons.pk")
    nummer = serializers.IntegerField(source="summons.number")
    afspraakId = serializers.IntegerField(source="summons.appointment_id")
    verstuurdOp = serializers.DateField(source="summons.issued_on")
    termijnTot = serializers.DateField(source="summons.deadline.due_on", default=None, allow_null=True)
    stand = serializers.ChoiceField(choices=SummonsState.choices, source="state")
    oordeel = serializers.ChoiceField(choices=Blame.choices, source="summons.blame", allow_blank=True)


class OproepenOut(serializers.Serializer[Any]):
    volgende = serializers.IntegerField(source="ladder.due", help_text="Welke oproep nu aan de beurt is.")
    pipUiterlijk = serializers.DateField(
        source="pip_on", allow_null=True, help_text="De termijn voor het PIP. Geen oproep schort hem op."
    )
    oproepen = OproepOut(source="ladder.rungs", many=True)


class OproepIn(serializers.Serializer[Any]):
    afspraakId = serializers.IntegerField(min_value=1)
    nummer = serializers.IntegerField(source="number", min_value=1, max_value=99)
    boetebeschikkingOp = serializers.DateField(source="fine_announced_on", required=False, allow_null=True)
    waaromGeenBoete = serializers.CharField(
        source="no_fine_reason", max_length=1000, required=False, allow_blank=True
    )
    zonderVertaling = serializers.BooleanField(source="confirmed_without_translation", default=False)


class PogingIn(serializers.Serializer[Any]):
    dag = serializers.DateField(source="on")
    hoe = serializers.ChoiceField(choices=AttemptChannel.choices, source="channel")
    bereikt = serializers.BooleanField(source="is_reached", default=False)
    wie = serializers.CharField(source="spoken_to", max_length=120, required=False, allow_blank=True)
    gezegd = serializers.CharField(source="said", max_length=1000, required=False, allow_blank=True)


class OordeelIn(serializers.Serializer[Any]):
    oordeel = serializers.ChoiceField(choices=Blame.choices, source="blame")
    reden = serializers.CharField(source="reason", max_length=1000)


def _out(request: Request, case_id: int) -> dict[str, Any]:
    case = case_of(request, case_id)
    term = pip_term_of(case)
    ladder = ladder_of(case, now=timezone.now())
    return OproepenOut({"ladder": ladder, "pip_on": term.due_on if term else None}).data


class ReadSummonses(ActView):
    """The oproepen of a dossier, the first one first, and which comes next."""

    scope = Scope.INTAKE_LEZEN

    @extend_schema(operation_id="oproepen_lezen", tags=["oproepen"], responses={200: OproepenOut})
    def get(self, request: Request, case_id: int) -> Response:
        case = case_of(request, case_id)
        log_access(user=user_of(request), case_id=case.pk, act=Act.READ_INTAKE)
        return Response(_out(request, case_id))


class SendSummons(ActView):
    """Calls the newcomer to a talk that was planned."""

    scope = Scope.INTAKE_SCHRIJVEN

    @extend_schema(
        operation_id="oproep_sturen", tags=["oproepen"], request=OproepIn, responses={201: OproepenOut, 409: REFUSED}
    )  # fmt: skip
    def post(self, request: Request, case_id: int) -> Response:
        case = case_of(request, case_id, edit=True)
        given = OproepIn(data=request.data)
        given.is_valid(raise_exception=True)
        fields = dict(given.validated_data)
        talk = get_object_or_404(case.appointments, pk=fields.pop("afspraakId"))
        services.summon(case=case, appointment=talk, by=user_of(request), **fields)
        return Response(_out(request, case_id), status=status.HTTP_201_CREATED)


class LogAttempt(ActView):
    """Writes down one try to reach the newcomer."""

    scope = Scope.INTAKE_SCHRIJVEN

    @extend_schema(
        operation_id="oproep_poging", tags=["oproepen"], request=PogingIn, responses={201: OproepenOut, 409: REFUSED}
    )  # fmt: skip
    def post(self, request: Request, case_id: int) -> Response:
        case = case_of(request, case_id, edit=True)
        given = PogingIn(data=request.data)
        given.is_valid(raise_exception=True)
        services.log_attempt(case=case, by=user_of(request), **given.validated_data)
        return Response(_out(request, case_id), status=status.HTTP_201_CREATED)


class JudgeSummons(ActView):
    """Whether not coming is to blame, as a person judged it."""

    scope = Scope.INTAKE_SCHRIJVEN

    @extend_schema(
        operation_id="oproep_oordeel", tags=["oproepen"], request=OordeelIn, responses={200: OproepenOut, 409: REFUSED}
    )  # fmt: skip
    def post(self, request: Request, case_id: int, summons_id: int) -> Response:
        case = case_of(request, case_id, edit=True)
        summons = Summons.objects.filter(case=case, pk=summons_id).first()
        if summons is None:
            raise Http404
        given = OordeelIn(data=request.data)
        given.is_valid(raise_exception=True)
        services.judge_summons(summons=summons, by=user_of(request), **given.validated_data)
        return Response(_out(request, case_id))
