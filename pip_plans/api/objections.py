"""Bezwaren for other systems: what came in, what stands open, and registering what a post room received."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.api import ActView, checked, user_of
from accounts.enums import Scope
from cases.enums import Language
from cases.models import Case
from pip_plans import services
from pip_plans.api.finding import CONFLICT, NOT_FOUND, read_case
from pip_plans.enums import ObjectionVia
from pip_plans.models import Objection
from pip_plans.rules.objections import LONGEST_GROUNDS, LONGEST_NAME, Representation
from pip_plans.selectors import may_handle, objections_of, representative_of, versions_visible_to


class ObjectionOut(serializers.Serializer[Objection]):
    id = serializers.IntegerField()
    kenmerk = serializers.CharField(source="number")
    versie = serializers.IntegerField(source="version.number")
    ontvangenOp = serializers.DateField(source="received_on")
    ontvangenVia = serializers.CharField(source="via")
    teLaat = serializers.BooleanField(source="is_late")
    verschoonbaar = serializers.CharField(source="excuse")
    beslissenUiterlijk = serializers.DateField(source="decide_by")
    besluit = serializers.CharField(source="decision")
    gevolg = serializers.CharField(source="effect")
    beslistOp = serializers.DateField(source="decided_on", allow_null=True)
    vertegenwoordiger = serializers.SerializerMethodField()

    def get_vertegenwoordiger(self, objection: Objection) -> str:
        who = representative_of(objection)
        return who.name if who else ""


class RepresentativeIn(serializers.Serializer[dict[str, str]]):
    """Who acts for the newcomer; each letter about the bezwaar goes there too."""

    naam = serializers.CharField(source="name", max_length=LONGEST_NAME)
    adres = serializers.CharField(source="address_line", max_length=LONGEST_NAME)
    postcodePlaats = serializers.CharField(source="postcode_place", max_length=LONGEST_NAME)


class ObjectionIn(serializers.Serializer[dict[str, Any]]):
    ontvangenOp = serializers.DateField(source="received_on")
    ontvangenVia = serializers.ChoiceField(source="via", choices=[ObjectionVia.BRIEF, ObjectionVia.BALIE])
    verstuurdOp = serializers.DateField(source="posted_on", required=False, allow_null=True)
    tekst = serializers.CharField(source="text", max_length=LONGEST_GROUNDS)
    taal = serializers.ChoiceField(source="language", choices=Language.choices, default="nl")
    vertaling = serializers.CharField(
        source="translation_nl", max_length=LONGEST_GROUNDS, required=False, allow_blank=True
    )
    vertegenwoordiger = RepresentativeIn(source="representative", required=False, allow_null=True)


class Objections(ActView):
    scope = Scope.PIP_LEZEN

    @extend_schema(
        operation_id="bezwaren_lezen", tags=["pip"], responses={200: ObjectionOut(many=True), 404: NOT_FOUND}
    )
    def get(self, request: Request, case_id: int) -> Response:
        """All bezwaren against the PIP of a dossier, newest first."""
        case = read_case(request, case_id)
        found: Any = objections_of(case)
        return Response(ObjectionOut(found, many=True).data)


class RegisterObjection(ActView):
    scope = Scope.PIP_SCHRIJVEN

    @extend_schema(
        operation_id="bezwaar_vastleggen", tags=["pip"], request=ObjectionIn,
        responses={201: ObjectionOut, 404: NOT_FOUND, 409: CONFLICT},
    )  # fmt: skip
    def post(self, request: Request, version_id: int) -> Response:
        """Registers a bezwaar against an established version: the term to decide starts and the newcomer is told."""
        version = get_object_or_404(versions_visible_to(user_of(request)), pk=version_id)
        _check(request, version.pip.case)
        facts = checked(ObjectionIn(data=request.data))
        if who := facts.pop("representative", None):
            facts["representative"] = Representation(**who)
        made = services.register_objection(version=version, by=user_of(request), **facts)
        return Response(ObjectionOut(made).data, status=status.HTTP_201_CREATED)


def _check(request: Request, case: Case) -> None:
    if not may_handle(user_of(request), case):
        raise PermissionDenied("U mag dit dossier lezen, maar niet wijzigen.")
