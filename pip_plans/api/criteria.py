"""The criteria of the onderwijsroute for other systems: which a gemeente published, and who meets them."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.api import ActView, checked, user_of
from accounts.enums import Role, Scope
from accounts.models import Gemeente
from cases.selectors import documents_visible_to
from intake.enums import Criterion
from pip_plans import services
from pip_plans.api.finding import CONFLICT, NOT_FOUND, case_of, read_case
from pip_plans.models.criteria import MET
from pip_plans.rules.criteria import Met
from pip_plans.selectors import criteria_in_force, criteria_of, standings_of


class CriteriumOut(serializers.Serializer[Any]):
    """`id` is 0 for a criterion of the product, which no gemeente wrote."""

    id = serializers.IntegerField()
    sleutel = serializers.CharField(source="key")
    tekst = serializers.CharField(source="words.nl")
    engels = serializers.CharField(source="words.en")
    arabisch = serializers.CharField(source="words.ar")
    bron = serializers.CharField(source="source")
    blijktUit = serializers.CharField(source="proof")


class CriteriumIn(serializers.Serializer[Any]):
    tekst = serializers.CharField(source="text_nl", max_length=500)
    engels = serializers.CharField(source="text_en", max_length=500, required=False, allow_blank=True)
    arabisch = serializers.CharField(source="text_ar", max_length=500, required=False, allow_blank=True)
    bron = serializers.CharField(source="source", max_length=300)
    blijktUit = serializers.ChoiceField(
        source="proof", choices=Criterion.choices, required=False, allow_blank=True
    )
    geldtVanaf = serializers.DateField(source="valid_from")


class GepubliceerdOut(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    tekst = serializers.CharField(source="text_nl")
    bron = serializers.CharField(source="source")
    geldtVanaf = serializers.DateField(source="valid_from")
    geldtTotEnMet = serializers.DateField(source="valid_until", allow_null=True)


class CriteriumoordeelOut(serializers.Serializer[Any]):
    voldaan = serializers.ChoiceField(source="met", choices=MET)
    uitleg = serializers.CharField(source="reason")
    documentId = serializers.IntegerField(source="document_id", allow_null=True)
    door = serializers.CharField(source="by.name")
    op = serializers.DateTimeField(source="at")


class CriteriumoordeelIn(serializers.Serializer[Any]):
    voldaan = serializers.ChoiceField(source="met", choices=MET)
    uitleg = serializers.CharField(
        source="reason", max_length=2000, required=False, allow_blank=True, default=""
    )
    documentId = serializers.IntegerField(source="document_id", required=False, allow_null=True)


class ToetsOut(serializers.Serializer[Any]):
    """A test that was asked for this criterion, with its purpose."""

    toets = serializers.CharField(source="name")
    waarom = serializers.CharField(source="purpose")
    geplandOp = serializers.DateField(source="planned_on", allow_null=True)
    gemaaktOp = serializers.DateField(source="taken_on", allow_null=True)
    uitslag = serializers.CharField(source="outcome")


class StandOut(serializers.Serializer[Any]):
    criterium = CriteriumOut(source="criterion")
    stand = serializers.ChoiceField(source="met", choices=[one.value for one in Met])
    oordeel = CriteriumoordeelOut(source="judgement", allow_null=True)
    bewijs = serializers.ListField(source="proofs", child=serializers.CharField())
    uitIntake = serializers.ListField(source="said", child=serializers.CharField())
    toetsen = ToetsOut(source="tests", many=True)


class ReadCriteria(ActView):
    """Each criterion for one newcomer: met, not met or not known yet, with what it rests on."""

    scope = Scope.PIP_LEZEN

    @extend_schema(
        operation_id="criteria_lezen", tags=["pip"], responses={200: StandOut(many=True), 404: NOT_FOUND}
    )
    def get(self, request: Request, case_id: int) -> Response:
        case = read_case(request, case_id)
        return Response(StandOut(standings_of(case, timezone.localdate()), many=True).data)


class JudgeCriterion(ActView):
    """Keeps whether somebody meets a criterion; the newcomer sees it in the portal."""

    scope = Scope.PIP_SCHRIJVEN

    @extend_schema(operation_id="criterium_beoordelen", tags=["pip"], request=CriteriumoordeelIn,
                   responses={201: CriteriumoordeelOut, 404: NOT_FOUND, 409: CONFLICT})  # fmt: skip
    def post(self, request: Request, case_id: int, key: str) -> Response:
        case = case_of(request, case_id, edit=True)
        if key not in {one.key for one in criteria_in_force(case.gemeente, timezone.localdate())}:
            raise Http404
        fields, document = checked(CriteriumoordeelIn(data=request.data)), None
        if (document_id := fields.pop("document_id", None)) is not None:
            documents = documents_visible_to(user_of(request)).filter(case=case)
            document = get_object_or_404(documents, pk=document_id)
        made = services.judge_criterion(case=case, key=key, document=document, by=user_of(request), **fields)
        return Response(CriteriumoordeelOut(made).data, status=status.HTTP_201_CREATED)


class PublishedCriteria(ActView):
    """The criteria that the own gemeente uses today."""

    scope = Scope.PIP_LEZEN

    @extend_schema(
        operation_id="criteria_van_de_gemeente", tags=["pip"], responses={200: CriteriumOut(many=True)}
    )
    def get(self, request: Request) -> Response:
        found: Any = criteria_in_force(_gemeente(request), timezone.localdate())
        return Response(CriteriumOut(found, many=True).data)


class PublishCriterion(ActView):
    """Publishes a criterion for the gemeente, for a functioneel beheerder. An age is no criterion."""

    scope = Scope.PIP_SCHRIJVEN

    @extend_schema(operation_id="criterium_publiceren", tags=["pip"], request=CriteriumIn,
                   responses={201: GepubliceerdOut, 409: CONFLICT})  # fmt: skip
    def post(self, request: Request) -> Response:
        _check_beheerder(request)
        made = services.publish_criterion(by=user_of(request), **checked(CriteriumIn(data=request.data)))
        return Response(GepubliceerdOut(made).data, status=status.HTTP_201_CREATED)


class EndCriterion(ActView):
    """The criterion doesn't count any more from today on; what was judged about it stays."""

    scope = Scope.PIP_SCHRIJVEN

    @extend_schema(operation_id="criterium_beeindigen", tags=["pip"], request=None,
                   responses={200: GepubliceerdOut, 404: NOT_FOUND})  # fmt: skip
    def post(self, request: Request, criterion_id: int) -> Response:
        _check_beheerder(request)
        mine = criteria_of(_gemeente(request))
        ended = services.end_criterion(
            criterion=get_object_or_404(mine, pk=criterion_id), by=user_of(request)
        )
        return Response(GepubliceerdOut(ended).data)


def _gemeente(request: Request) -> Gemeente:
    return get_object_or_404(Gemeente, pk=user_of(request).gemeente_id)


def _check_beheerder(request: Request) -> None:
    if not user_of(request).has_role(Role.FUNCTIONEEL_BEHEERDER):
        raise PermissionDenied
