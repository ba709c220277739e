"""Acts on a PIP for other systems: the same services and rights as the pages, one class an act."""

from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.api import ActView
from accounts.enums import Act, Scope
from accounts.models import User
from accounts.services import log_access
from cases.models import Case
from cases.selectors import cases_visible_to, may_edit
from pip_plans import services
from pip_plans.enums import Alphabetisation, Factor, Leerroute, Niveau, Owner, TranslationState, Wish
from pip_plans.models import Goal, PipVersion
from pip_plans.selectors import versions_visible_to

CONFLICT = OpenApiResponse(description="De handeling kan nu niet; `errors` noemt alle redenen.")
NOT_FOUND = OpenApiResponse(description="Bestaat niet, of u mag het niet zien.")


class GoalOut(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    eigenWoorden = serializers.CharField(source="own_text")
    taal = serializers.CharField(source="own_language")
    vertaling = serializers.CharField(source="translation_nl")


class GoalIn(serializers.Serializer[Any]):
    eigenWoorden = serializers.CharField(source="own_text", max_length=5000)
    taal = serializers.RegexField(r"^[a-z]{2,3}$", source="own_language")
    vertaling = serializers.CharField(
        source="translation_nl", max_length=5000, required=False, allow_blank=True
    )


class AgreementOut(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    afspraak = serializers.CharField(source="text")
    wie = serializers.ChoiceField(source="owner", choices=Owner.choices)
    naam = serializers.CharField(source="owner_name")
    klaarOp = serializers.DateField(source="due_on")
    doelId = serializers.IntegerField(source="goal_id", allow_null=True)


class AgreementIn(serializers.Serializer[Any]):
    afspraak = serializers.CharField(source="text", max_length=2000)
    wie = serializers.ChoiceField(source="owner", choices=Owner.choices)
    naam = serializers.CharField(source="owner_name", max_length=200, required=False, allow_blank=True)
    klaarOp = serializers.DateField(source="due_on")
    doelId = serializers.IntegerField(source="goal_id", required=False, allow_null=True)


class PlanIn(serializers.Serializer[Any]):
    """The fields of a concept; only those that are sent change."""

    redenWijziging = serializers.CharField(
        source="change_reason", max_length=2000, allow_blank=True, required=False
    )
    leerroute = serializers.ChoiceField(choices=Leerroute.choices, allow_blank=True, required=False)
    gewensteLeerroute = serializers.ChoiceField(
        source="wished_leerroute", choices=Wish.choices, allow_blank=True, required=False
    )
    redenVerschilMetWens = serializers.CharField(source="wish_difference_reason", max_length=2000, allow_blank=True,
                                                 required=False)  # fmt: skip
    niveau = serializers.ChoiceField(choices=Niveau.choices, allow_blank=True, required=False)
    intensiteitUren = serializers.IntegerField(source="intensity_hours", min_value=1, max_value=9999, allow_null=True,
                                               required=False)  # fmt: skip
    alfabetisering = serializers.ChoiceField(source="alphabetisation", choices=Alphabetisation.choices, allow_blank=True,
                                             required=False)  # fmt: skip
    magOpleidingAfmaken = serializers.BooleanField(source="may_finish_education", required=False)
    magExamenA2 = serializers.BooleanField(source="a2_allowed", required=False)
    magExamenKnm = serializers.BooleanField(source="knm_allowed", required=False)
    redenen = serializers.ListField(
        source="factors", child=serializers.ChoiceField(choices=Factor.choices), required=False
    )
    uitleg = serializers.CharField(source="motivation", max_length=4000, allow_blank=True, required=False)
    uitlegEigenTaal = serializers.CharField(
        source="motivation_own_language", max_length=4000, allow_blank=True, required=False
    )
    eigenTaal = serializers.RegexField(
        r"^[a-z]{2,3}$", source="own_language", allow_blank=True, required=False
    )
    vertaling = serializers.ChoiceField(
        source="translation_state", choices=TranslationState.choices, required=False
    )
    urenPvt = serializers.IntegerField(
        source="pvt_hours", min_value=0, max_value=2000, allow_null=True, required=False
    )
    urenMap = serializers.IntegerField(
        source="map_hours", min_value=0, max_value=5000, allow_null=True, required=False
    )
    gesprekkenPerJaar = serializers.IntegerField(source="talks_per_year", min_value=0, max_value=52, allow_null=True,
                                                 required=False)  # fmt: skip
    begeleiding = serializers.CharField(source="support", max_length=4000, allow_blank=True, required=False)
    vve = serializers.CharField(max_length=2000, allow_blank=True, required=False)
    meedoen = serializers.CharField(
        source="participation_duties", max_length=4000, allow_blank=True, required=False
    )
    perspectief = serializers.CharField(
        source="perspective", max_length=4000, allow_blank=True, required=False
    )


class VersionOut(PlanIn):
    id = serializers.IntegerField(read_only=True)
    versie = serializers.IntegerField(source="number", read_only=True)
    status = serializers.CharField(read_only=True)
    dagtekening = serializers.DateField(source="established_on", read_only=True, allow_null=True)
    bekendgemaaktOp = serializers.DateField(source="announced_on", read_only=True, allow_null=True)
    gewijzigdOp = serializers.DateTimeField(source="updated_at", read_only=True)
    doelen = GoalOut(source="goals", many=True, read_only=True)
    afspraken = AgreementOut(source="agreements", many=True, read_only=True)


class PipOut(serializers.Serializer[Any]):
    versies = VersionOut(many=True)


class EstablishIn(serializers.Serializer[Any]):
    dagtekening = serializers.DateField(source="on")
    gewijzigdOp = serializers.DateTimeField(source="expected_updated_at", required=False,
                                            help_text="Het concept zoals u het kent; anders 409.")  # fmt: skip


class ReadPip(ActView):
    scope = Scope.PIP_LEZEN

    @extend_schema(operation_id="pip_lezen", tags=["pip"], responses={200: PipOut, 404: NOT_FOUND})
    def get(self, request: Request, case_id: int) -> Response:
        """All versions of the PIP of a dossier, the newest first."""
        case = _case(request, case_id)
        log_access(user=_user(request), case_id=case.pk, act=Act.READ_PIP)
        versions = versions_visible_to(_user(request)).filter(pip__case=case)
        return Response(PipOut({"versies": versions}).data)


class StartConcept(ActView):
    scope = Scope.PIP_SCHRIJVEN

    @extend_schema(
        operation_id="pip_concept_beginnen",
        tags=["pip"],
        request=None,
        responses={201: VersionOut, 404: NOT_FOUND, 409: CONFLICT},
    )
    def post(self, request: Request, case_id: int) -> Response:
        """Makes the concept of the next version, or gives the one that is there."""
        case = _case(request, case_id)
        _check_may_edit(_user(request), case)
        return _answer(request, services.start_concept(case=case, by=_user(request)), status.HTTP_201_CREATED)


class UpdateConcept(ActView):
    scope = Scope.PIP_SCHRIJVEN

    @extend_schema(
        operation_id="pip_concept_wijzigen",
        tags=["pip"],
        request=PlanIn,
        responses={200: VersionOut, 404: NOT_FOUND, 409: CONFLICT},
    )
    def patch(self, request: Request, version_id: int) -> Response:
        """Changes fields of a concept. An established version doesn't change: 409."""
        version = _editable(request, version_id)
        fields = _checked(PlanIn(data=request.data, partial=True))
        return _answer(request, services.update_concept(version=version, by=_user(request), **fields))


class AddGoal(ActView):
    scope = Scope.PIP_SCHRIJVEN

    @extend_schema(
        operation_id="pip_doel_toevoegen",
        tags=["pip"],
        request=GoalIn,
        responses={201: GoalOut, 404: NOT_FOUND, 409: CONFLICT},
    )
    def post(self, request: Request, version_id: int) -> Response:
        version = _editable(request, version_id)
        goal = services.add_goal(version=version, by=_user(request), **_checked(GoalIn(data=request.data)))
        return Response(GoalOut(goal).data, status=status.HTTP_201_CREATED)


class AddAgreement(ActView):
    scope = Scope.PIP_SCHRIJVEN

    @extend_schema(operation_id="pip_afspraak_toevoegen", tags=["pip"], request=AgreementIn,
                   responses={201: AgreementOut, 404: NOT_FOUND, 409: CONFLICT})  # fmt: skip
    def post(self, request: Request, version_id: int) -> Response:
        version = _editable(request, version_id)
        fields = _checked(AgreementIn(data=request.data))
        goal = _goal(version, fields.pop("goal_id", None))
        agreement = services.add_agreement(version=version, by=_user(request), goal=goal, **fields)
        return Response(AgreementOut(agreement).data, status=status.HTTP_201_CREATED)


class EstablishPip(ActView):
    scope = Scope.PIP_SCHRIJVEN

    @extend_schema(
        operation_id="pip_vaststellen",
        tags=["pip"],
        request=EstablishIn,
        responses={200: VersionOut, 404: NOT_FOUND, 409: CONFLICT},
    )
    def post(self, request: Request, version_id: int) -> Response:
        """Establishes the concept: letter, terms and message to DUO. 409 names everything that is missing."""
        version = _editable(request, version_id)
        fields = _checked(EstablishIn(data=request.data))
        return _answer(request, services.establish_pip(version=version, by=_user(request), **fields))


# --- Shared ------------------------------------------------------------------------------------------------------


def _user(request: Request) -> User:
    return cast("User", request.user)


def _case(request: Request, case_id: int) -> Case:
    return get_object_or_404(cases_visible_to(_user(request)), pk=case_id)


def _check_may_edit(user: User, case: Case) -> None:
    if not may_edit(user, case):
        raise PermissionDenied


def _editable(request: Request, version_id: int) -> PipVersion:
    """404 for who may not see the version, 403 for who may only read it."""
    version = get_object_or_404(versions_visible_to(_user(request)), pk=version_id)
    _check_may_edit(_user(request), version.pip.case)
    return version


def _goal(version: PipVersion, goal_id: int | None) -> Goal | None:
    if goal_id is None:
        return None
    goal = version.goals.filter(pk=goal_id).first()
    if goal is None:
        raise Http404("Dit doel staat niet in deze versie.")
    return goal


def _checked(serializer: serializers.Serializer[Any]) -> dict[str, Any]:
    serializer.is_valid(raise_exception=True)
    return dict(serializer.validated_data)


def _answer(request: Request, version: PipVersion, code: int = status.HTTP_200_OK) -> Response:
    shown = versions_visible_to(_user(request)).get(pk=version.pk)
    return Response(VersionOut(shown).data, status=code)
