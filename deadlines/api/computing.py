"""Any computation from facts; nothing is kept."""

from typing import Any

from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.api import ActView
from accounts.enums import Scope
from cases.enums import Group
from deadlines.api.shapes import OutcomeOut, camel
from deadlines.enums import Ground, Kind, Route
from deadlines.rules import (
    CATALOGUE,
    Extension,
    FactInfo,
    Facts,
    FactsError,
    Holds,
    Length,
    Suspension,
    ThirdParty,
    due_date,
)
from deadlines.selectors import calendar


@extend_schema_field(str)
class LengthField(serializers.Field[Length, str, str, Any]):
    """ "10 werkdagen", "6 weken"."""

    def to_internal_value(self, data: str) -> Length:
        try:
            return Length.from_text(str(data))
        except ValueError as wrong:
            raise serializers.ValidationError(str(wrong)) from wrong

    def to_representation(self, value: Length) -> str:
        return str(value)


class ThirdPartyIn(serializers.Serializer[Any]):
    partij = serializers.CharField(source="party", max_length=120, default=ThirdParty.party)
    gevraagdOp = serializers.DateField(source="asked_on")
    ontvangenOp = serializers.DateField(source="received_on", default=None, allow_null=True)


class ExtensionIn(serializers.Serializer[Any]):
    grond = serializers.ChoiceField(choices=Ground.choices, source="ground")
    eersteDag = serializers.DateField(source="starts_on", default=None, allow_null=True)
    laatsteDag = serializers.DateField(source="ends_on", default=None, allow_null=True)
    lengte = LengthField(source="length", default=None, allow_null=True, help_text="Lengte die DUO besloot")


class SuspensionIn(serializers.Serializer[Any]):
    eersteDag = serializers.DateField(source="from_on")
    laatsteDag = serializers.DateField(source="until_on", default=None, allow_null=True)


class ComputationIn(serializers.Serializer[Any]):
    """The kind of term and the facts that are known; `manage.py termijn --list` names which facts a kind uses."""

    soort = serializers.ChoiceField(choices=Kind.choices)
    derden = ThirdPartyIn(many=True, default=list)
    verlengingen = ExtensionIn(many=True, default=list)
    opschortingen = SuspensionIn(many=True, default=list)

    def get_fields(self) -> dict[str, Any]:
        return super().get_fields() | {camel(info.name): _field(info) for info in CATALOGUE.values()}

    def to_facts(self) -> Facts:
        data = dict(self.validated_data)
        data.pop("soort")
        return Facts(
            third_parties=tuple(ThirdParty(**one) for one in data.pop("derden")),
            extensions=tuple(Extension(**_known(one)) for one in data.pop("verlengingen")),
            suspensions=tuple(Suspension(**one) for one in data.pop("opschortingen")),
            **_known(data),
        )


def _known(data: dict[str, Any]) -> dict[str, Any]:
    """Codes as members of their enum: the rules tell a ground or a leerroute by that."""
    typed = {"ground": Ground, "route": Route, "group": Group}
    return {name: typed[name](value) if name in typed and value else value for name, value in data.items()}


def _field(info: FactInfo) -> serializers.Field[Any, Any, Any, Any]:
    """The field for a fact; a fact that isn't given is not known."""
    given: dict[str, Any] = {"source": info.attribute, "help_text": info.title}
    if info.holds is Holds.FLAG:
        return serializers.BooleanField(**given, default=False)
    given |= {"default": None, "allow_null": True}
    if info.holds is Holds.NUMBER:
        return serializers.IntegerField(**given, min_value=0, max_value=9_999)
    if info.holds is Holds.LENGTH:
        return LengthField(**given)
    choices = {Holds.GROUP: Group.choices, Holds.ROUTE: Route.choices}
    if info.holds in choices:
        return serializers.ChoiceField(**given, choices=choices[info.holds])
    return serializers.DateField(**given)


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
