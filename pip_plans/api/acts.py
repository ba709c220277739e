"""Acts on a PIP for other systems: the same services and rights as the pages, one class an act."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.api import ActView, checked, user_of
from accounts.enums import Scope
from cases.selectors import documents_visible_to
from pip_plans import services
from pip_plans.api.finding import (
    CONFLICT,
    NOT_FOUND,
    case_of,
    editable_version,
    read_case,
)
from pip_plans.api.further import NeededLevelIn, NeededLevelOut
from pip_plans.api.shapes import (
    AgreementIn,
    AgreementOut,
    EstablishIn,
    GoalIn,
    GoalOut,
    PipOut,
    PlanChangeIn,
    ResponseIn,
    ResponseOut,
    VersionOut,
    sources_of_plan,
)
from pip_plans.models import Goal, PipVersion
from pip_plans.rules.plan import PlanTranslation
from pip_plans.selectors import versions_visible_to


class ReadPip(ActView):
    scope = Scope.PIP_LEZEN

    @extend_schema(operation_id="pip_lezen", tags=["pip"], responses={200: PipOut, 404: NOT_FOUND})
    def get(self, request: Request, case_id: int) -> Response:
        """All versions of the PIP of a dossier, the newest first."""
        case = read_case(request, case_id)
        versions = versions_visible_to(user_of(request)).filter(pip__case=case)
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
        case = case_of(request, case_id, edit=True)
        return _answer(
            request, services.start_concept(case=case, by=user_of(request)), status.HTTP_201_CREATED
        )


class RecordNeededLevel(ActView):
    scope = Scope.PIP_SCHRIJVEN

    @extend_schema(operation_id="pip_niveau_vastleggen", tags=["pip"], request=NeededLevelIn,
                   responses={201: NeededLevelOut, 404: NOT_FOUND, 409: CONFLICT})  # fmt: skip
    def post(self, request: Request, case_id: int) -> Response:
        """Keeps which level a profession asks, for instance from the system of a werkcoach. A higher one than the PIP goes
        to opens the decision about going on again.
        """
        case = case_of(request, case_id, edit=True)
        fields = checked(NeededLevelIn(data=request.data))
        need = services.record_needed_level(case=case, by=user_of(request), **fields)
        return Response(NeededLevelOut(need).data, status=status.HTTP_201_CREATED)


class UpdateConcept(ActView):
    scope = Scope.PIP_SCHRIJVEN

    @extend_schema(
        operation_id="pip_concept_wijzigen",
        tags=["pip"],
        request=PlanChangeIn,
        responses={200: VersionOut, 404: NOT_FOUND, 409: CONFLICT},
    )
    def patch(self, request: Request, version_id: int) -> Response:
        """Changes fields of a concept. An established version doesn't change: 409. So is a field that somebody else changed
        since you read it, when you send `gezien`.
        """
        version = editable_version(request, version_id)
        fields = checked(PlanChangeIn(data=request.data))
        told = [PlanTranslation(**one) for one in fields.pop("translations", [])]
        sources = sources_of_plan()
        seen = {sources[name]: mark for name, mark in fields.pop("gezien", {}).items() if name in sources}
        version = services.update_concept(
            version=version, by=user_of(request), seen=seen, translations=told, **fields
        )
        return _answer(request, version)


class AddGoal(ActView):
    scope = Scope.PIP_SCHRIJVEN

    @extend_schema(
        operation_id="pip_doel_toevoegen",
        tags=["pip"],
        request=GoalIn,
        responses={201: GoalOut, 404: NOT_FOUND, 409: CONFLICT},
    )
    def post(self, request: Request, version_id: int) -> Response:
        version = editable_version(request, version_id)
        goal = services.add_goal(version=version, by=user_of(request), **checked(GoalIn(data=request.data)))
        return Response(GoalOut(goal).data, status=status.HTTP_201_CREATED)


class AddAgreement(ActView):
    scope = Scope.PIP_SCHRIJVEN

    @extend_schema(operation_id="pip_afspraak_toevoegen", tags=["pip"], request=AgreementIn,
                   responses={201: AgreementOut, 404: NOT_FOUND, 409: CONFLICT})  # fmt: skip
    def post(self, request: Request, version_id: int) -> Response:
        version = editable_version(request, version_id)
        fields = checked(AgreementIn(data=request.data))
        goal = _goal(version, fields.pop("goal_id", None))
        agreement = services.add_agreement(version=version, by=user_of(request), goal=goal, **fields)
        return Response(AgreementOut(agreement).data, status=status.HTTP_201_CREATED)


class ShareConcept(ActView):
    scope = Scope.PIP_SCHRIJVEN

    @extend_schema(operation_id="pip_concept_delen", tags=["pip"], request=None,
                   responses={200: VersionOut, 404: NOT_FOUND, 409: CONFLICT})  # fmt: skip
    def post(self, request: Request, version_id: int) -> Response:
        """Shows the concept to the newcomer in the portal."""
        version = editable_version(request, version_id)
        return _answer(request, services.share_concept(version=version, by=user_of(request)))


class Respond(ActView):
    scope = Scope.PIP_SCHRIJVEN

    @extend_schema(operation_id="pip_reactie_vastleggen", tags=["pip"], request=ResponseIn,
                   responses={201: ResponseOut, 404: NOT_FOUND, 409: CONFLICT})  # fmt: skip
    def post(self, request: Request, version_id: int) -> Response:
        """Keeps the newcomer's response to the text as it stands now. 409 when the version isn't a concept any more."""
        version = editable_version(request, version_id)
        fields = checked(ResponseIn(data=request.data))
        scan = None
        if (document_id := fields.pop("document_id", None)) is not None:
            scan = get_object_or_404(documents_visible_to(user_of(request)), pk=document_id)
        given = services.respond(version=version, by=user_of(request), scan=scan, **fields)
        return Response(ResponseOut(given).data, status=status.HTTP_201_CREATED)


class EstablishPip(ActView):
    scope = Scope.PIP_SCHRIJVEN

    @extend_schema(
        operation_id="pip_vaststellen",
        tags=["pip"],
        request=EstablishIn,
        responses={200: VersionOut, 404: NOT_FOUND, 409: CONFLICT},
    )
    def post(self, request: Request, version_id: int) -> Response:
        """Establishes a concept with akkoord: letter, terms and message to DUO. 409 names everything that is missing.

        Without akkoord only a person can do this, on the page for it.
        """
        version = editable_version(request, version_id)
        fields = checked(EstablishIn(data=request.data))
        return _answer(request, services.establish_pip(version=version, by=user_of(request), **fields))


# --- Shared ------------------------------------------------------------------------------------------------------


def _goal(version: PipVersion, goal_id: int | None) -> Goal | None:
    if goal_id is None:
        return None
    goal = version.goals.filter(pk=goal_id).first()
    if goal is None:
        raise Http404("Dit doel staat niet in deze versie.")
    return goal


def _answer(request: Request, version: PipVersion, code: int = status.HTTP_200_OK) -> Response:
    shown = versions_visible_to(user_of(request)).get(pk=version.pk)
    return Response(VersionOut(shown).data, status=code)
