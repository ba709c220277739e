"""Terms for other systems: those of a dossier, any computation from facts, and the information that a PIP waits for."""

from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.api import ActView
from accounts.enums import Act, Scope
from accounts.models import User
from accounts.services import log_access
from cases.enums import Group
from cases.models import Case
from cases.selectors import cases_visible_to, may_edit
from deadlines import services
from deadlines.enums import Bearer, Confidence, Kind, Route, Standing
from deadlines.models import ThirdPartyRequest
from deadlines.rules import CATALOGUE, Facts, FactsError, Holds, Length, ThirdParty, due_date
from deadlines.selectors import calendar, clocks

_REFUSED = OpenApiResponse(
    description="Problem (RFC 9457): dit kan nu niet, met elke belemmering in een zin."
)


def _case(request: Request, case_id: int, *, edit: bool = False) -> Case:
    user = cast("User", request.user)
    case = cases_visible_to(user).filter(pk=case_id).first()
    if case is None:
        raise Http404
    if edit and not may_edit(user, case):
        raise PermissionDenied
    return case


# --- What goes out -------------------------------------------------------------------------------------


class StepOut(serializers.Serializer[Any]):
    dag = serializers.DateField(source="on")
    tekst = serializers.CharField(source="text")


class OutcomeOut(serializers.Serializer[Any]):
    """When a term ends, and why."""

    soort = serializers.ChoiceField(choices=Kind.choices, source="kind")
    regel = serializers.CharField(source="rule_id")
    begintOp = serializers.DateField(source="starts_on", allow_null=True)
    uiterlijkOp = serializers.DateField(
        source="due_on", allow_null=True, help_text="Leeg zolang de eerste dag van de termijn niet bekend is."
    )
    vervaltNa = serializers.DateField(
        source="lapses_on", allow_null=True,
        help_text="Alleen als de wet op twee manieren te lezen is: pas na deze dag is de termijn zeker voorbij.",
    )  # fmt: skip
    zin = serializers.CharField(source="sentence")
    stappen = StepOut(many=True, source="steps")
    artikelen = serializers.ListField(child=serializers.CharField(), source="articles")
    zekerheid = serializers.ChoiceField(choices=Confidence.choices, source="confidence")
    opmerking = serializers.CharField(source="note")
    verschilMetDuo = serializers.CharField(source="info")
    wachtOpAnder = serializers.BooleanField(source="awaits_third_party")
    ontbreekt = serializers.SerializerMethodField(help_text="Gegevens die nog nodig zijn.")

    def get_ontbreekt(self, outcome: Any) -> list[str]:
        return [_camel(CATALOGUE[fact].name) for fact in outcome.missing]


class ClockOut(serializers.Serializer[Any]):
    """A term of a dossier, as it stands today."""

    id = serializers.IntegerField(source="deadline.pk")
    stand = serializers.ChoiceField(choices=Standing.choices, source="standing")
    dagenTeGaan = serializers.IntegerField(source="days_left", allow_null=True)
    vanWie = serializers.ChoiceField(choices=Bearer.choices, source="bearer")
    gedaanOp = serializers.DateField(source="deadline.met_on", allow_null=True)
    gestoptOp = serializers.DateField(source="deadline.stopped_on", allow_null=True)
    redenGestopt = serializers.CharField(source="deadline.stopped_reason")
    berekening = OutcomeOut(source="outcome")


class RequestOut(serializers.ModelSerializer[ThirdPartyRequest]):
    """Information asked of somebody else."""

    partij = serializers.CharField(source="party")
    informatie = serializers.CharField(source="what")
    gevraagdOp = serializers.DateField(source="asked_on")
    ontvangenOp = serializers.DateField(source="received_on", allow_null=True)
    redenIngetrokken = serializers.CharField(source="withdrawn_reason")

    class Meta:
        model = ThirdPartyRequest
        fields = ("id", "partij", "informatie", "gevraagdOp", "ontvangenOp", "redenIngetrokken")


# --- What comes in -------------------------------------------------------------------------------------


class ThirdPartyIn(serializers.Serializer[Any]):
    partij = serializers.CharField(source="party", max_length=120, default=ThirdParty.party)
    gevraagdOp = serializers.DateField(source="asked_on")
    ontvangenOp = serializers.DateField(source="received_on", default=None, allow_null=True)


class ComputationIn(serializers.Serializer[Any]):
    """The kind of term and the facts that are known; `manage.py termijn --list` names which facts a kind uses."""

    soort = serializers.ChoiceField(choices=Kind.choices)
    derden = ThirdPartyIn(many=True, default=list)

    def get_fields(self) -> dict[str, Any]:
        return super().get_fields() | {
            _camel(info.name): _FIELDS[info.holds](info.attribute, info.label) for info in CATALOGUE.values()
        }

    def to_facts(self) -> Facts:
        data = dict(self.validated_data)
        requests = tuple(ThirdParty(**request) for request in data.pop("derden"))
        data.pop("soort")
        return Facts(**data).with_third_parties(requests)


class AskIn(serializers.Serializer[Any]):
    partij = serializers.CharField(source="party", max_length=120)
    informatie = serializers.CharField(source="what", max_length=300)
    gevraagdOp = serializers.DateField(source="asked_on")


class ReceiveIn(serializers.Serializer[Any]):
    ontvangenOp = serializers.DateField(source="received_on")


class WithdrawIn(serializers.Serializer[Any]):
    reden = serializers.CharField(source="reason", max_length=200)


def _date_field(attribute: str, label: str) -> serializers.Field[Any, Any, Any, Any]:
    return serializers.DateField(
        source=attribute, help_text=label.capitalize(), default=None, allow_null=True
    )


def _group_field(attribute: str, label: str) -> serializers.Field[Any, Any, Any, Any]:
    field = serializers.ChoiceField(
        choices=Group.choices, default=None, allow_null=True, help_text=label.capitalize()
    )
    field.source = attribute
    return field


def _route_field(attribute: str, label: str) -> serializers.Field[Any, Any, Any, Any]:
    field = serializers.ChoiceField(
        choices=Route.choices, default=None, allow_null=True, help_text=label.capitalize()
    )
    field.source = attribute
    return field


def _number_field(attribute: str, label: str) -> serializers.Field[Any, Any, Any, Any]:
    return serializers.IntegerField(
        source=attribute,
        min_value=0,
        max_value=9_999,
        default=None,
        allow_null=True,
        help_text=label.capitalize(),
    )


def _length_field(attribute: str, label: str) -> serializers.Field[Any, Any, Any, Any]:
    return LengthField(source=attribute, default=None, allow_null=True, help_text=label.capitalize())


class LengthField(serializers.Field[Length, str, str, Any]):
    """ "10 werkdagen", "6 weken"."""

    def to_internal_value(self, data: str) -> Length:
        try:
            return Length.from_text(str(data))
        except ValueError as wrong:
            raise serializers.ValidationError(str(wrong)) from wrong

    def to_representation(self, value: Length) -> str:
        return str(value)


def _flag_field(attribute: str, label: str) -> serializers.Field[Any, Any, Any, Any]:
    return serializers.BooleanField(source=attribute, help_text=label.capitalize(), default=False)


_FIELDS = {
    Holds.DATE: _date_field,
    Holds.GROUP: _group_field,
    Holds.ROUTE: _route_field,
    Holds.FLAG: _flag_field,
    Holds.NUMBER: _number_field,
    Holds.LENGTH: _length_field,
}


def _camel(name: str) -> str:
    first, *rest = name.split("-")
    return first + "".join(word.capitalize() for word in rest)


# --- Acts ----------------------------------------------------------------------------------------------


class ListTermijnen(ActView):
    """All terms of a dossier: the open ones by urgency, then what is done or stopped."""

    scope = Scope.TERMIJNEN_LEZEN

    @extend_schema(operation_id="dossierTermijnen", responses={200: ClockOut(many=True)})
    def get(self, request: Request, case_id: int) -> Response:
        case = _case(request, case_id)
        log_access(user=cast("User", request.user), case_id=case.pk, act=Act.READ)
        return Response(ClockOut(clocks(case, today=timezone.localdate()), many=True).data)


class ComputeTermijn(ActView):
    """Computes and explains a term from facts; nothing is kept."""

    scope = Scope.TERMIJNEN_LEZEN

    @extend_schema(operation_id="termijnBerekenen", request=ComputationIn, responses={200: OutcomeOut})
    def post(self, request: Request) -> Response:
        asked = ComputationIn(data=request.data)
        asked.is_valid(raise_exception=True)
        try:
            outcome = due_date(Kind(asked.validated_data["soort"]), asked.to_facts(), calendar())
        except FactsError as wrong:
            raise serializers.ValidationError(list(wrong.obstacles)) from wrong
        return Response(OutcomeOut(outcome).data)


class AskThirdParty(ActView):
    """Records that the PIP waits for information of somebody else."""

    scope = Scope.DOSSIERS_SCHRIJVEN

    @extend_schema(operation_id="derdeGevraagd", request=AskIn, responses={201: RequestOut, 409: _REFUSED})
    def post(self, request: Request, case_id: int) -> Response:
        case = _case(request, case_id, edit=True)
        shape = AskIn(data=request.data)
        shape.is_valid(raise_exception=True)
        asked = services.ask_third_party(case=case, by=cast("User", request.user), **shape.validated_data)
        return Response(RequestOut(asked).data, status=status.HTTP_201_CREATED)


class ReceiveFromThirdParty(ActView):
    """Records that the information came in."""

    scope = Scope.DOSSIERS_SCHRIJVEN

    @extend_schema(
        operation_id="derdeOntvangen", request=ReceiveIn, responses={200: RequestOut, 409: _REFUSED}
    )
    def post(self, request: Request, case_id: int, request_id: int) -> Response:
        asked = _request_of(_case(request, case_id, edit=True), request_id)
        shape = ReceiveIn(data=request.data)
        shape.is_valid(raise_exception=True)
        user = cast("User", request.user)
        asked = services.receive_from_third_party(request=asked, by=user, **shape.validated_data)
        return Response(RequestOut(asked).data)


class WithdrawRequest(ActView):
    """Takes back a request that was recorded by mistake or isn't needed any more."""

    scope = Scope.DOSSIERS_SCHRIJVEN

    @extend_schema(
        operation_id="derdeIntrekken", request=WithdrawIn, responses={200: RequestOut, 409: _REFUSED}
    )
    def post(self, request: Request, case_id: int, request_id: int) -> Response:
        asked = _request_of(_case(request, case_id, edit=True), request_id)
        shape = WithdrawIn(data=request.data)
        shape.is_valid(raise_exception=True)
        asked = services.withdraw_request(
            request=asked, by=cast("User", request.user), **shape.validated_data
        )
        return Response(RequestOut(asked).data)


def _request_of(case: Case, request_id: int) -> ThirdPartyRequest:
    asked = ThirdPartyRequest.objects.filter(pk=request_id, deadline__case=case).first()
    if asked is None:
        raise Http404
    return asked
