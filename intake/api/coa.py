"""What COA handed over, for other systems."""

from typing import Any

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.api import REFUSED, ActView, user_of
from accounts.enums import Act, Scope
from accounts.services import log_access
from intake import services
from intake.api.finding import case_of
from intake.enums import Level
from intake.models import CoaHandover
from intake.selectors import coa_handover_of


class CoaShape(serializers.ModelSerializer[CoaHandover]):
    """The same shape in and out; what isn't sent stays as it is."""

    contactpersoon = serializers.CharField(
        source="contact_name", required=False, allow_blank=True, max_length=200
    )
    telefoon = serializers.CharField(source="contact_phone", required=False, allow_blank=True, max_length=30)
    email = serializers.EmailField(source="contact_email", required=False, allow_blank=True)
    gekoppeldOp = serializers.DateField(source="coupled_on", required=False, allow_null=True)
    gesprekOp = serializers.DateField(source="talk_on", required=False, allow_null=True)
    nieuwkomerWasErbij = serializers.BooleanField(source="newcomer_present", required=False, allow_null=True)
    waaromGeenGesprek = serializers.CharField(
        source="no_talk_reason", required=False, allow_blank=True, max_length=500
    )
    taalniveau = serializers.ChoiceField(
        source="level", choices=Level.choices, required=False, allow_blank=True
    )
    voorinburgering = serializers.CharField(
        source="preparation", required=False, allow_blank=True, max_length=1000
    )
    voorinburgeringUren = serializers.IntegerField(
        source="preparation_hours", required=False, allow_null=True, min_value=0
    )
    ambitie = serializers.CharField(source="ambition", required=False, allow_blank=True, max_length=2000)
    regiovoorkeur = serializers.CharField(
        source="region_wish", required=False, allow_blank=True, max_length=1000
    )
    regioPastNiet = serializers.BooleanField(source="region_mismatch", required=False)
    regioToelichting = serializers.CharField(
        source="region_note", required=False, allow_blank=True, max_length=1000
    )
    gezin = serializers.CharField(source="family", required=False, allow_blank=True, max_length=1000)
    verhuizingen = serializers.IntegerField(source="moves", required=False, allow_null=True, min_value=0)

    class Meta:
        model = CoaHandover
        fields = (
            "contactpersoon", "telefoon", "email", "gekoppeldOp", "gesprekOp", "nieuwkomerWasErbij", "waaromGeenGesprek",
            "taalniveau", "voorinburgering", "voorinburgeringUren", "ambitie", "regiovoorkeur", "regioPastNiet",
            "regioToelichting", "gezin", "verhuizingen",
        )  # fmt: skip


class ReadCoa(ActView):
    """What COA handed over about somebody."""

    scope = Scope.INTAKE_LEZEN

    @extend_schema(operation_id="intake_coa_lezen", tags=["intake"], responses={200: CoaShape})
    def get(self, request: Request, case_id: int) -> Response:
        case = case_of(request, case_id)
        log_access(user=user_of(request), case_id=case.pk, act=Act.READ_INTAKE)
        handover = coa_handover_of(case)
        if handover is None:
            raise Http404
        return Response(CoaShape(handover).data)


class SaveCoa(ActView):
    """Keeps what COA handed over."""

    scope = Scope.INTAKE_SCHRIJVEN

    @extend_schema(
        operation_id="intake_coa_vastleggen",
        tags=["intake"],
        request=CoaShape,
        responses={200: CoaShape, 409: REFUSED},
    )
    def post(self, request: Request, case_id: int) -> Response:
        case = case_of(request, case_id, edit=True)
        given = CoaShape(data=request.data)
        given.is_valid(raise_exception=True)
        fields: dict[str, Any] = given.validated_data
        return Response(CoaShape(services.save_coa_handover(case=case, by=user_of(request), **fields)).data)
