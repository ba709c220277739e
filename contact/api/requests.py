"""Requests for other systems: the same services and rights as the pages, one class an act."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request as HttpRequest
from rest_framework.response import Response

from accounts.api import REFUSED, ActView, user_of
from accounts.enums import Act, Scope
from accounts.services import log_access
from cases.models import Case
from cases.selectors import cases_visible_to, may_edit
from contact.enums.requests import (
    Decision,
    Desk,
    PartyState,
    RefusalCode,
    RequestState,
    RequestType,
    TranslationSource,
    Via,
)
from contact.models import Request
from contact.rules.requests import ASKABLE, LONGEST_TEXT, asked_on_obstacles
from contact.selectors.requests import may_handle, requests_of_case, requests_visible_to, with_list
from contact.services.requests import answer_request, submit_request

_ASKABLE = [(type_.value, type_.label) for type_ in ASKABLE]


class PartyOut(serializers.Serializer[Any]):
    naam = serializers.CharField(source="name")
    antwoord = serializers.ChoiceField(choices=PartyState.choices, source="state")
    reden = serializers.CharField(source="refusal_code")
    gevraagdOp = serializers.DateField(source="asked_on")
    geantwoordOp = serializers.DateField(source="answered_on", allow_null=True)


class AnswerOut(serializers.Serializer[Any]):
    antwoord = serializers.ChoiceField(choices=Decision.choices, source="decision")
    reden = serializers.CharField(source="refusal_code")
    uitleg = serializers.CharField(source="reason")
    vertaling = serializers.CharField(source="translation")
    antwoordVolgtOp = serializers.DateField(source="later_on", allow_null=True)
    beslistDoor = serializers.CharField(source="decided_by.name")
    beslistOp = serializers.DateField(source="decided_on")


class VerzoekOut(serializers.Serializer[Any]):
    """A request with its term, the others whom it was put to, and the answers."""

    id = serializers.IntegerField()
    dossierId = serializers.IntegerField(source="case_id")
    soort = serializers.ChoiceField(choices=RequestType.choices, source="type")
    tekst = serializers.CharField(source="text")
    taal = serializers.CharField(source="language")
    vertaling = serializers.CharField(source="translation")
    via = serializers.ChoiceField(choices=Via.choices)
    gevraagdOp = serializers.DateField(source="asked_on")
    stand = serializers.ChoiceField(choices=RequestState.choices, source="state")
    ligtBij = serializers.ChoiceField(choices=Desk.choices, source="desk")
    antwoordUiterlijk = serializers.DateField(source="term_ends_on", allow_null=True)
    overDeTermijn = serializers.SerializerMethodField()
    komtTerugOp = serializers.DateField(source="later_on", allow_null=True)
    herbeoordelingVan = serializers.IntegerField(source="reviews_id", allow_null=True)
    voorgelegdAan = PartyOut(source="parties", many=True)
    antwoorden = AnswerOut(source="answers", many=True)

    def get_overDeTermijn(self, request: Request) -> bool:  # noqa: N802 - the API speaks camelCase
        return request.is_late(timezone.localdate())


class VerzoekIn(serializers.Serializer[Any]):
    soort = serializers.ChoiceField(source="type_", choices=_ASKABLE)
    tekst = serializers.CharField(source="text", max_length=LONGEST_TEXT)
    taal = serializers.RegexField(r"^[a-z]{2,3}$", source="language", default="nl")
    vertaling = serializers.CharField(
        source="translation", max_length=LONGEST_TEXT, default="", allow_blank=True
    )
    gevraagdOp = serializers.DateField(source="asked_on", required=False)

    def validate_gevraagdOp(self, asked_on: date) -> date:  # noqa: N802 - the API speaks camelCase
        if obstacles := asked_on_obstacles(asked_on, today=timezone.localdate()):
            raise serializers.ValidationError(obstacles)
        return asked_on


class AntwoordIn(serializers.Serializer[Any]):
    antwoord = serializers.ChoiceField(source="decision", choices=Decision.choices)
    uitleg = serializers.CharField(source="reason", max_length=LONGEST_TEXT)
    reden = serializers.ChoiceField(
        source="refusal_code", choices=RefusalCode.choices, default=None, allow_null=True,
        help_text="Alleen bij nee en deels.",
    )  # fmt: skip
    antwoordVolgtOp = serializers.DateField(
        source="later_on", default=None, allow_null=True, help_text="Alleen bij later."
    )
    vertaling = serializers.CharField(
        source="translation", max_length=LONGEST_TEXT, default="", allow_blank=True
    )
    hoeVertaald = serializers.ChoiceField(
        source="translation_source", choices=TranslationSource.choices, default=TranslationSource.NONE
    )
    zonderVertaling = serializers.BooleanField(source="without_translation", default=False)

    def to_answer(self) -> dict[str, Any]:
        """The fields as the service takes them: words of the law, not their codes."""
        data = dict(self.validated_data)
        data["decision"] = Decision(data["decision"])
        data["translation_source"] = TranslationSource(data["translation_source"])
        data["refusal_code"] = RefusalCode(data["refusal_code"]) if data["refusal_code"] else None
        return data


class ListVerzoeken(ActView):
    """The requests of a dossier: the open ones by term, then the others. What only the team lead may see isn't among them."""

    scope = Scope.DOSSIERS_LEZEN

    @extend_schema(operation_id="verzoeken", tags=["verzoeken"], responses={200: VerzoekOut(many=True)})
    def get(self, request: HttpRequest, case_id: int) -> Response:
        user = user_of(request)
        case = get_object_or_404(cases_visible_to(user), pk=case_id)
        log_access(user=user, case_id=case.pk, act=Act.READ)
        shown = requests_of_case(user, case).prefetch_related("answers__decided_by")
        return Response(VerzoekOut(shown, many=True).data)


class SubmitVerzoek(ActView):
    """Records a request of the newcomer. The answer says until when the gemeente has; the newcomer hears it too."""

    scope = Scope.DOSSIERS_SCHRIJVEN

    @extend_schema(
        operation_id="verzoekIndienen", tags=["verzoeken"], request=VerzoekIn, responses={201: VerzoekOut, 409: REFUSED}
    )  # fmt: skip
    def post(self, request: HttpRequest, case_id: int) -> Response:
        case: Case = get_object_or_404(cases_visible_to(user_of(request)), pk=case_id)
        if not may_edit(user_of(request), case):
            raise PermissionDenied
        shape = VerzoekIn(data=request.data)
        shape.is_valid(raise_exception=True)
        data = dict(shape.validated_data)
        data["type_"] = RequestType(data["type_"])
        asked = submit_request(case=case, by=user_of(request), via=Via.SYSTEEM, **data)
        return Response(VerzoekOut(asked).data, status=status.HTTP_201_CREATED)


class AnswerVerzoek(ActView):
    """Answers a request, within the mandate of who the token acts as. 409 names every obstacle."""

    scope = Scope.DOSSIERS_SCHRIJVEN

    @extend_schema(
        operation_id="verzoekBeantwoorden", tags=["verzoeken"], request=AntwoordIn, responses={200: VerzoekOut, 409: REFUSED}
    )  # fmt: skip
    def post(self, request: HttpRequest, request_id: int) -> Response:
        user = user_of(request)
        asked = get_object_or_404(requests_visible_to(user), pk=request_id)
        if not may_handle(user, asked):
            raise PermissionDenied
        shape = AntwoordIn(data=request.data)
        shape.is_valid(raise_exception=True)
        answer_request(request=asked, by=user, **shape.to_answer())
        shown = with_list(requests_visible_to(user)).prefetch_related("answers__decided_by")
        return Response(VerzoekOut(shown.get(pk=asked.pk)).data)
