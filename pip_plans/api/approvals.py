"""What was asked of a team lead, for other systems. Deciding is for a person, on the page for it: four eyes aren't a system's."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.api import ActView, checked, user_of
from accounts.enums import Act, Role, Scope
from accounts.services import log_access
from pip_plans import services
from pip_plans.api.finding import CONFLICT, NOT_FOUND, editable_version
from pip_plans.enums import ApprovalDecision, Ground
from pip_plans.models import Approval
from pip_plans.rules.approvals import Standing
from pip_plans.selectors import approvals_needed, approvals_to, open_approvals_for


class AkkoordOut(serializers.Serializer[Approval]):
    id = serializers.IntegerField()
    waarvoor = serializers.ChoiceField(source="ground", choices=Ground.choices)
    waarom = serializers.CharField(source="motivation")
    gevraagdDoor = serializers.CharField(source="asked_by.name")
    gevraagdOp = serializers.DateTimeField(source="asked_at")
    besluit = serializers.ChoiceField(source="decision", choices=ApprovalDecision.choices, allow_blank=True)
    toelichting = serializers.CharField(source="decision_reason")
    beslotenDoor = serializers.CharField(source="decided_by.name", allow_null=True, default=None)
    beslotenOp = serializers.DateTimeField(source="decided_at", allow_null=True)


class NodigOut(serializers.Serializer[Any]):
    """A ground that needs the team lead, and how that stands for the text as it is now."""

    waarvoor = serializers.ChoiceField(source="ground", choices=Ground.choices)
    stand = serializers.ChoiceField(source="standing", choices=[one.value for one in Standing])


class AkkoordenOut(serializers.Serializer[Any]):
    nodig = NodigOut(many=True)
    gevraagd = AkkoordOut(many=True)


class AkkoordIn(serializers.Serializer[Any]):
    """`antwoorden` answers each condition of the newcomer by its id; only for establishing without akkoord."""

    waarvoor = serializers.ChoiceField(source="ground", choices=Ground.choices)
    waarom = serializers.CharField(source="motivation", max_length=4000)
    antwoorden = serializers.DictField(
        source="answers", child=serializers.CharField(max_length=2000), required=False
    )

    def validate_antwoorden(self, given: dict[str, str]) -> dict[int, str]:
        if not all(key.isdecimal() for key in given):
            raise serializers.ValidationError("Noem elke voorwaarde bij haar nummer.")
        return {int(key): answer for key, answer in given.items()}


class OpenAkkoordOut(AkkoordOut):
    dossierId = serializers.IntegerField(source="version.pip.case_id")
    dossiernummer = serializers.CharField(source="version.pip.case.number")
    versie = serializers.IntegerField(source="version.number")


class ReadApprovals(ActView):
    """Of one version, for who may change it: what the team lead must agree with, and what was asked and decided."""

    scope = Scope.PIP_LEZEN

    @extend_schema(
        operation_id="akkoorden_lezen", tags=["pip"], responses={200: AkkoordenOut, 404: NOT_FOUND}
    )
    def get(self, request: Request, version_id: int) -> Response:
        version = editable_version(request, version_id)
        log_access(user=user_of(request), case_id=version.pip.case_id, act=Act.READ_PIP)
        needed = (
            approvals_needed(version, timezone.localdate(), user_of(request)) if version.is_concept else ()
        )
        return Response(AkkoordenOut({"nodig": needed, "gevraagd": approvals_to(version)}).data)


class AskApproval(ActView):
    """Asks the team lead to agree with the text as it stands now."""

    scope = Scope.PIP_SCHRIJVEN

    @extend_schema(operation_id="akkoord_vragen", tags=["pip"], request=AkkoordIn,
                   responses={201: AkkoordOut, 404: NOT_FOUND, 409: CONFLICT})  # fmt: skip
    def post(self, request: Request, version_id: int) -> Response:
        version = editable_version(request, version_id)
        fields = checked(AkkoordIn(data=request.data))
        ground, answers = Ground(fields["ground"]), fields.get("answers", {})
        facts = {"version": version, "motivation": fields["motivation"], "by": user_of(request)}
        if ground == Ground.EENZIJDIG:
            made = services.ask_unilateral(answers=answers, **facts)
        else:
            made = services.ask_about_route(ground=ground, **facts)
        return Response(AkkoordOut(made).data, status=status.HTTP_201_CREATED)


class OpenApprovals(ActView):
    """What waits for a team lead in the own teams, oldest first."""

    scope = Scope.PIP_LEZEN

    @extend_schema(
        operation_id="goedkeuringen_lezen", tags=["pip"], responses={200: OpenAkkoordOut(many=True)}
    )
    def get(self, request: Request) -> Response:
        if not user_of(request).has_role(Role.TEAMLEIDER):
            raise PermissionDenied
        found: Any = open_approvals_for(user_of(request))
        return Response(OpenAkkoordOut(found, many=True).data)
