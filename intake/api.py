"""The brede intake for other systems: read, start, save an answer, add a talk, complete. Same services as the pages."""

from typing import Any, cast

from django.core.exceptions import PermissionDenied, ValidationError
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
from intake import services
from intake.enums import (
    IntakeStatus,
    Interpreter,
    LbtOutcome,
    Part,
    PromiseOutcome,
    PromiseSide,
    Source,
    TalkMode,
)
from intake.models import Intake, IntakeAnswer, IntakeTalk, TalkPromise
from intake.rules import QUESTIONS, SECTION_OF, fingerprint
from intake.selectors import (
    Overview,
    answers_visible_to,
    current_intake,
    intakes_visible_to,
    overview_of,
    talks_of,
)

_REFUSED = OpenApiResponse(
    description="Problem (RFC 9457): dit kan nu niet, met elke belemmering in een zin."
)


def _user(request: Request) -> User:
    return cast("User", request.user)


def _case(request: Request, case_id: int, *, edit: bool = False) -> Case:
    case = cases_visible_to(_user(request)).filter(pk=case_id).select_related("person").first()
    if case is None:
        raise Http404
    if edit and not may_edit(_user(request), case):
        raise PermissionDenied
    return case


def _editable_intake(request: Request, intake_id: int) -> Intake:
    intake = intakes_visible_to(_user(request)).filter(pk=intake_id).first()
    if intake is None:
        raise Http404
    if not may_edit(_user(request), intake.case):
        raise PermissionDenied
    return intake


# --- What goes out -------------------------------------------------------------------------------------


class AnswerOut(serializers.ModelSerializer[IntakeAnswer]):
    vraag = serializers.CharField(source="question")
    onderdeel = serializers.SerializerMethodField()
    antwoord = serializers.CharField(source="original")
    antwoordInWoorden = serializers.CharField(source="shown")
    taal = serializers.CharField(source="original_language")
    vertaling = serializers.CharField(source="translation")
    bron = serializers.ChoiceField(choices=Source.choices, source="source")
    wildeNietDelen = serializers.BooleanField(source="declined")
    gewijzigdOp = serializers.DateTimeField(source="updated_at")
    kenmerk = serializers.SerializerMethodField(
        help_text="Stuur dit mee als `gezien` bij het wijzigen van dit antwoord."
    )

    class Meta:
        model = IntakeAnswer
        fields = ("vraag", "onderdeel", "antwoord", "antwoordInWoorden", "taal", "vertaling", "bron", "wildeNietDelen",
                  "gewijzigdOp", "kenmerk")  # fmt: skip

    def get_onderdeel(self, answer: IntakeAnswer) -> str:
        section = SECTION_OF.get(answer.question)
        return section.key if section else ""

    def get_kenmerk(self, answer: IntakeAnswer) -> str:
        return fingerprint(answer.original)


class PromiseOut(serializers.ModelSerializer[TalkPromise]):
    tekst = serializers.CharField(source="text")
    wie = serializers.ChoiceField(choices=PromiseSide.choices, source="side")
    klaarOp = serializers.DateField(source="due_on", allow_null=True)
    afhandeling = serializers.ChoiceField(choices=PromiseOutcome.choices, source="outcome")
    toelichting = serializers.CharField(source="note")

    class Meta:
        model = TalkPromise
        fields = ("id", "tekst", "wie", "klaarOp", "afhandeling", "toelichting")


class TalkOut(serializers.ModelSerializer[IntakeTalk]):
    datum = serializers.DateField(source="held_on")
    waar = serializers.ChoiceField(choices=TalkMode.choices, source="mode")
    tolk = serializers.ChoiceField(choices=Interpreter.choices, source="interpreter")
    taalVanTolk = serializers.CharField(source="interpreter_language")
    waaromGeenTolk = serializers.CharField(source="no_interpreter_reason")
    anderen = serializers.CharField(source="others")
    afgeslotenOp = serializers.DateTimeField(source="closed_at", allow_null=True)
    toezeggingen = PromiseOut(many=True, source="promises.all")

    class Meta:
        model = IntakeTalk
        fields = ("id", "datum", "waar", "tolk", "taalVanTolk", "waaromGeenTolk", "anderen", "afgeslotenOp",
                  "toezeggingen")  # fmt: skip


class MissingOut(serializers.Serializer[Any]):
    zin = serializers.CharField(source="sentence")
    onderdeel = serializers.CharField(source="section")
    vraag = serializers.CharField(source="question")


class LbtOut(serializers.Serializer[Any]):
    uitslag = serializers.ChoiceField(
        choices=LbtOutcome.choices, source="result.result", allow_null=True, default=None
    )
    behaaldeScore = serializers.DecimalField(5, 2, source="result.score", allow_null=True, default=None)
    benodigdeScore = serializers.DecimalField(
        5, 2, source="result.needed_score", allow_null=True, default=None
    )
    datumAfname = serializers.DateField(source="result.taken_on", allow_null=True, default=None)
    ontheffing = serializers.BooleanField(source="is_exempt")
    tegenstrijdig = serializers.BooleanField(source="is_contradictory")
    tegenstrijdigOmdat = serializers.ListField(child=serializers.CharField(), source="contradictions")
    toelichting = serializers.CharField(source="not_binding")


class IntakeOut(serializers.Serializer[Any]):
    id = serializers.IntegerField(source="intake.pk")
    dossier = serializers.IntegerField(source="intake.case_id")
    status = serializers.ChoiceField(choices=IntakeStatus.choices, source="intake.status")
    gestartOp = serializers.DateField(source="intake.started_on")
    afgerondOp = serializers.DateTimeField(source="intake.completed_at", allow_null=True)
    gewezenOpGesprekAlleenOp = serializers.DateField(source="intake.private_talk_on", allow_null=True)
    antwoorden = AnswerOut(many=True, source="visible_answers")
    gesprekken = TalkOut(many=True, source="talks")
    leerbaarheidstoets = LbtOut(source="lbt")
    ontbreekt = MissingOut(many=True, source="missing")


def _intake_out(request: Request, intake: Intake) -> dict[str, Any]:
    overview: Overview = overview_of(intake)
    answers = answers_visible_to(_user(request), intake)
    return IntakeOut(
        {
            "intake": intake,
            "visible_answers": answers.values(),
            "lbt": overview.lbt,
            "missing": overview.missing,
            "talks": talks_of(intake).prefetch_related("promises"),
        }
    ).data


# --- What comes in -------------------------------------------------------------------------------------


class StartIn(serializers.Serializer[Any]):
    waaromOpnieuw = serializers.CharField(required=False, allow_blank=True, max_length=1000, default="",
                                          help_text="Verplicht als er al een brede intake is gedaan.")  # fmt: skip


class AnswerIn(serializers.Serializer[Any]):
    """Only what is sent changes."""

    antwoord = serializers.CharField(
        source="original", required=False, allow_blank=True, trim_whitespace=False
    )
    taal = serializers.CharField(source="original_language", required=False, allow_blank=True)
    vertaling = serializers.CharField(
        source="translation", required=False, allow_blank=True, trim_whitespace=False
    )
    bron = serializers.ChoiceField(choices=Source.choices, source="source", required=False)
    wildeNietDelen = serializers.BooleanField(source="declined", required=False)
    gezien = serializers.CharField(
        source="seen", required=False, max_length=16,
        help_text="Het `kenmerk` van het antwoord dat u las. Heeft een ander het intussen gewijzigd, dan volgt 409.",
    )  # fmt: skip


class TalkIn(serializers.Serializer[Any]):
    datum = serializers.DateField(source="held_on")
    waar = serializers.ChoiceField(choices=TalkMode.choices, source="mode")
    tolk = serializers.ChoiceField(choices=Interpreter.choices, source="interpreter")
    taalVanTolk = serializers.CharField(
        source="interpreter_language", required=False, allow_blank=True, max_length=60
    )
    waaromGeenTolk = serializers.CharField(
        source="no_interpreter_reason", required=False, allow_blank=True, max_length=500
    )
    anderen = serializers.CharField(source="others", required=False, allow_blank=True, max_length=200)


class PromiseIn(serializers.Serializer[Any]):
    tekst = serializers.CharField(source="text", max_length=1000)
    wie = serializers.ChoiceField(choices=PromiseSide.choices, source="side")
    klaarOp = serializers.DateField(source="due_on", required=False, allow_null=True)


class SettlePromiseIn(serializers.Serializer[Any]):
    afhandeling = serializers.ChoiceField(
        choices=[(one.value, one.label) for one in PromiseOutcome if one != PromiseOutcome.OPEN],
        source="outcome",
    )
    toelichting = serializers.CharField(
        source="note", required=False, allow_blank=True, max_length=1000, default="",
        help_text="Verplicht bij 'apart' (waar) en 'vervallen' (waarom).",
    )  # fmt: skip


class CompleteIn(serializers.Serializer[Any]):
    waaromZonderToets = serializers.CharField(required=False, allow_blank=True, max_length=1000, default="",
                                              help_text="Verplicht als er geen uitslag en geen ontheffing is.")  # fmt: skip


# --- Acts ----------------------------------------------------------------------------------------------


class ReadIntake(ActView):
    """The intake of a case: the one that runs, else the last. Health is in it only for who guides the case."""

    scope = Scope.INTAKE_LEZEN

    @extend_schema(operation_id="intake_lezen", tags=["intake"], responses={200: IntakeOut})
    def get(self, request: Request, case_id: int) -> Response:
        case = _case(request, case_id)
        log_access(user=_user(request), case_id=case.pk, act=Act.READ_INTAKE)
        intake = current_intake(case)
        if intake is None:
            raise Http404
        intake.case = case
        return Response(_intake_out(request, intake))


class StartIntake(ActView):
    """Starts the brede intake, or gives the one that runs."""

    scope = Scope.INTAKE_SCHRIJVEN

    @extend_schema(
        operation_id="intake_starten",
        tags=["intake"],
        request=StartIn,
        responses={201: IntakeOut, 409: _REFUSED},
    )
    def post(self, request: Request, case_id: int) -> Response:
        case = _case(request, case_id, edit=True)
        given = StartIn(data=request.data)
        given.is_valid(raise_exception=True)
        intake = services.open_intake(
            case=case, by=_user(request), reason_again=given.validated_data["waaromOpnieuw"]
        )
        return Response(_intake_out(request, intake), status=status.HTTP_201_CREATED)


class SaveAnswer(ActView):
    """Saves the answer to one question of the catalogue."""

    scope = Scope.INTAKE_SCHRIJVEN

    @extend_schema(
        operation_id="intake_antwoord_opslaan",
        tags=["intake"],
        request=AnswerIn,
        responses={200: AnswerOut, 409: _REFUSED},
    )
    def put(self, request: Request, intake_id: int, question: str) -> Response:
        intake = _editable_intake(request, intake_id)
        if question not in QUESTIONS:
            raise Http404
        given = AnswerIn(data=request.data)
        given.is_valid(raise_exception=True)
        parts = dict(given.validated_data)
        seen = {Part.ORIGINAL: parts.pop("seen")} if "seen" in parts else {}
        if not parts:
            raise serializers.ValidationError(
                "Stuur ten minste één van: antwoord, taal, vertaling, bron, wildeNietDelen."
            )
        try:
            answer = services.save_answer(
                intake=intake, question=question, by=_user(request), seen=seen, **parts
            )
        except ValidationError as error:
            if error.code == "invalid":  # The answer itself, not the moment.
                raise serializers.ValidationError(error.messages) from error
            raise
        return Response(AnswerOut(answer).data)


class AddTalk(ActView):
    """Adds a talk to the intake."""

    scope = Scope.INTAKE_SCHRIJVEN

    @extend_schema(
        operation_id="intake_gesprek_toevoegen",
        tags=["intake"],
        request=TalkIn,
        responses={201: TalkOut, 409: _REFUSED},
    )
    def post(self, request: Request, intake_id: int) -> Response:
        intake = _editable_intake(request, intake_id)
        given = TalkIn(data=request.data)
        given.is_valid(raise_exception=True)
        talk = services.add_talk(intake=intake, by=_user(request), **given.validated_data)
        return Response(TalkOut(talk).data, status=status.HTTP_201_CREATED)


class AddPromise(ActView):
    """Adds a promise to a talk."""

    scope = Scope.INTAKE_SCHRIJVEN

    @extend_schema(
        operation_id="intake_toezegging_toevoegen",
        tags=["intake"],
        request=PromiseIn,
        responses={201: PromiseOut, 409: _REFUSED},
    )
    def post(self, request: Request, intake_id: int, talk_id: int) -> Response:
        talk = get_object_or_404(_editable_intake(request, intake_id).talks, pk=talk_id)
        given = PromiseIn(data=request.data)
        given.is_valid(raise_exception=True)
        promise = services.add_promise(talk=talk, by=_user(request), **given.validated_data)
        return Response(PromiseOut(promise).data, status=status.HTTP_201_CREATED)


class SettlePromise(ActView):
    """Says what becomes of a promise: in the PIP, recorded apart, or dropped."""

    scope = Scope.INTAKE_SCHRIJVEN

    @extend_schema(
        operation_id="intake_toezegging_afhandelen",
        tags=["intake"],
        request=SettlePromiseIn,
        responses={200: PromiseOut, 409: _REFUSED},
    )
    def post(self, request: Request, intake_id: int, promise_id: int) -> Response:
        intake = _editable_intake(request, intake_id)
        promises = TalkPromise.objects.select_related("talk")
        promise = get_object_or_404(promises, pk=promise_id, talk__intake=intake)
        given = SettlePromiseIn(data=request.data)
        given.is_valid(raise_exception=True)
        promise = services.settle_promise(promise=promise, by=_user(request), **given.validated_data)
        return Response(PromiseOut(promise).data)


class CloseTalk(ActView):
    """Closes the report of a talk, or names each promise that is still open."""

    scope = Scope.INTAKE_SCHRIJVEN

    @extend_schema(
        operation_id="intake_gesprek_afsluiten",
        tags=["intake"],
        request=None,
        responses={200: TalkOut, 409: _REFUSED},
    )
    def post(self, request: Request, intake_id: int, talk_id: int) -> Response:
        talk = get_object_or_404(_editable_intake(request, intake_id).talks, pk=talk_id)
        return Response(TalkOut(services.close_talk(talk=talk, by=_user(request))).data)


class CompleteIntake(ActView):
    """Completes the intake, or says all that is missing."""

    scope = Scope.INTAKE_SCHRIJVEN

    @extend_schema(
        operation_id="intake_afronden",
        tags=["intake"],
        request=CompleteIn,
        responses={200: IntakeOut, 409: _REFUSED},
    )
    def post(self, request: Request, intake_id: int) -> Response:
        intake = _editable_intake(request, intake_id)
        given = CompleteIn(data=request.data)
        given.is_valid(raise_exception=True)
        intake = services.complete_intake(
            intake=intake, by=_user(request), without_lbt_reason=given.validated_data["waaromZonderToets"]
        )
        return Response(_intake_out(request, intake))
