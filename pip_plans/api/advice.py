"""The advice about the leerroute, and how long somebody waits for a lesson, for other systems."""

from typing import Any

from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.api import ActView, checked, user_of
from accounts.enums import Scope
from cases.models import Case
from pip_plans import services
from pip_plans.api.finding import CONFLICT, NOT_FOUND, case_of, editable_version, read_case
from pip_plans.enums import Leerroute
from pip_plans.rules.advice import kept
from pip_plans.selectors import advice_of, concept_of, wait_of


class GegevenOut(serializers.Serializer[Any]):
    onderwerp = serializers.CharField(source="topic")
    wat = serializers.CharField(source="label")
    gezegd = serializers.CharField(source="said")
    bron = serializers.CharField(source="source")
    op = serializers.CharField(source="on", allow_blank=True)
    opmerking = serializers.CharField(source="note")


class ArgumentOut(serializers.Serializer[Any]):
    leerroute = serializers.ChoiceField(source="route", choices=Leerroute.choices)
    omdat = serializers.CharField(source="because")
    pleitVoor = serializers.BooleanField(source="is_for")


class AdviesOut(serializers.Serializer[Any]):
    """It decides nothing: the klantmanager does. No route is named while sources contradict each other."""

    op = serializers.DateField(source="on")
    leerroutes = serializers.ListField(
        source="routes", child=serializers.ChoiceField(choices=Leerroute.choices)
    )
    argumenten = ArgumentOut(source="arguments", many=True)
    gegevens = GegevenOut(source="inputs", many=True)
    tegenstrijdig = serializers.ListField(source="contradictions", child=serializers.CharField())


class LeerrouteadviesOut(serializers.Serializer[Any]):
    nu = AdviesOut()
    bijConcept = AdviesOut(allow_null=True)


class WachtstapOut(serializers.Serializer[Any]):
    stap = serializers.CharField(source="name")
    dagen = serializers.IntegerField(source="days", allow_null=True)
    loopt = serializers.BooleanField(source="is_running")


class WachttijdOut(serializers.Serializer[Any]):
    kanVanaf = serializers.DateField(source="able_on")
    dagen = serializers.IntegerField(source="days")
    voorbij = serializers.BooleanField(source="is_over")
    eersteLesOp = serializers.DateField(source="lessons_on", allow_null=True)
    stappen = WachtstapOut(source="stages", many=True)


class EersteLesIn(serializers.Serializer[Any]):
    op = serializers.DateField(source="on")


class ReadAdvice(ActView):
    """What the facts support now, and what was kept with the concept."""

    scope = Scope.PIP_LEZEN

    @extend_schema(
        operation_id="leerrouteadvies_lezen",
        tags=["pip"],
        responses={200: LeerrouteadviesOut, 404: NOT_FOUND},
    )
    def get(self, request: Request, case_id: int) -> Response:
        return Response(_advice(read_case(request, case_id)))


class KeepAdvice(ActView):
    """Takes the advice of now over in the concept, after facts changed."""

    scope = Scope.PIP_SCHRIJVEN

    @extend_schema(operation_id="leerrouteadvies_bewaren", tags=["pip"], request=None,
                   responses={200: LeerrouteadviesOut, 404: NOT_FOUND, 409: CONFLICT})  # fmt: skip
    def post(self, request: Request, version_id: int) -> Response:
        version = editable_version(request, version_id)
        services.keep_advice(version=version, by=user_of(request))
        return Response(_advice(version.pip.case))


class ReadWait(ActView):
    """How long somebody waits for the intake, the PIP and the first lesson."""

    scope = Scope.PIP_LEZEN

    @extend_schema(
        operation_id="wachttijd_lezen", tags=["pip"], responses={200: WachttijdOut, 404: NOT_FOUND}
    )
    def get(self, request: Request, case_id: int) -> Response:
        return Response(_wait(read_case(request, case_id)))


class RecordFirstLesson(ActView):
    """Keeps when the lessons began; another day corrects the first."""

    scope = Scope.PIP_SCHRIJVEN

    @extend_schema(operation_id="eerste_les_vastleggen", tags=["pip"], request=EersteLesIn,
                   responses={200: WachttijdOut, 404: NOT_FOUND, 409: CONFLICT})  # fmt: skip
    def post(self, request: Request, case_id: int) -> Response:
        case = case_of(request, case_id, edit=True)
        services.record_first_lesson(
            case=case, by=user_of(request), **checked(EersteLesIn(data=request.data))
        )
        return Response(_wait(case))


def _advice(case: Case) -> Any:
    concept = concept_of(case)
    now = kept(advice_of(case), timezone.localdate())
    return LeerrouteadviesOut({"nu": now, "bijConcept": concept.advice or None if concept else None}).data


def _wait(case: Case) -> Any:
    return WachttijdOut(wait_of(case, today=timezone.localdate())).data
