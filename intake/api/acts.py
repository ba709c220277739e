"""Acts on an intake: read, start, answer, talk, promise, complete."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.api import REFUSED, ActView, user_of
from accounts.enums import Act, Scope
from accounts.services import log_access
from intake import services
from intake.api.finding import case_of, editable_intake
from intake.api.shapes import (
    AnswerIn,
    AnswerOut,
    CompleteIn,
    IntakeOut,
    PromiseIn,
    PromiseOut,
    SettlePromiseIn,
    StartIn,
    TalkIn,
    TalkOut,
)
from intake.enums import (
    Part,
)
from intake.models import Intake, TalkPromise
from intake.rules import QUESTIONS, RESTRICTED
from intake.selectors import (
    Overview,
    answers_visible_to,
    current_intake,
    may_read_health,
    overview_of,
    talks_of,
)


def intake_out(request: Request, intake: Intake) -> dict[str, Any]:
    overview: Overview = overview_of(intake)
    user = user_of(request)
    answers = answers_visible_to(user, intake)
    if any(key in RESTRICTED and answer.is_given for key, answer in answers.items()):
        log_access(user=user, case_id=intake.case_id, act=Act.READ_HEALTH)
    sees_health = may_read_health(user, intake.case)
    return IntakeOut(
        {
            "intake": intake,
            "visible_answers": answers.values(),
            "lbt": overview.lbt,
            "missing": [one for one in overview.missing if sees_health or one.question not in RESTRICTED],
            "talks": talks_of(intake).prefetch_related("promises"),
        }
    ).data


class ReadIntake(ActView):
    """The intake of a case: the one that runs, else the last. Health is in it only for who guides the case."""

    scope = Scope.INTAKE_LEZEN

    @extend_schema(operation_id="intake_lezen", tags=["intake"], responses={200: IntakeOut})
    def get(self, request: Request, case_id: int) -> Response:
        case = case_of(request, case_id)
        log_access(user=user_of(request), case_id=case.pk, act=Act.READ_INTAKE)
        intake = current_intake(case)
        if intake is None:
            raise Http404
        intake.case = case
        return Response(intake_out(request, intake))


class StartIntake(ActView):
    """Starts the brede intake, or gives the one that runs."""

    scope = Scope.INTAKE_SCHRIJVEN

    @extend_schema(
        operation_id="intake_starten",
        tags=["intake"],
        request=StartIn,
        responses={201: IntakeOut, 409: REFUSED},
    )
    def post(self, request: Request, case_id: int) -> Response:
        case = case_of(request, case_id, edit=True)
        given = StartIn(data=request.data)
        given.is_valid(raise_exception=True)
        intake = services.open_intake(
            case=case, by=user_of(request), reason_again=given.validated_data["waaromOpnieuw"]
        )
        return Response(intake_out(request, intake), status=status.HTTP_201_CREATED)


class SaveAnswer(ActView):
    """Saves the answer to one question of the catalogue."""

    scope = Scope.INTAKE_SCHRIJVEN

    @extend_schema(
        operation_id="intake_antwoord_opslaan",
        tags=["intake"],
        request=AnswerIn,
        responses={200: AnswerOut, 409: REFUSED},
    )
    def put(self, request: Request, intake_id: int, question: str) -> Response:
        intake = editable_intake(request, intake_id)
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
                intake=intake, question=question, by=user_of(request), seen=seen, **parts
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
        responses={201: TalkOut, 409: REFUSED},
    )
    def post(self, request: Request, intake_id: int) -> Response:
        intake = editable_intake(request, intake_id)
        given = TalkIn(data=request.data)
        given.is_valid(raise_exception=True)
        talk = services.add_talk(intake=intake, by=user_of(request), **given.validated_data)
        return Response(TalkOut(talk).data, status=status.HTTP_201_CREATED)


class AddPromise(ActView):
    """Adds a promise to a talk."""

    scope = Scope.INTAKE_SCHRIJVEN

    @extend_schema(
        operation_id="intake_toezegging_toevoegen",
        tags=["intake"],
        request=PromiseIn,
        responses={201: PromiseOut, 409: REFUSED},
    )
    def post(self, request: Request, intake_id: int, talk_id: int) -> Response:
        talk = get_object_or_404(editable_intake(request, intake_id).talks, pk=talk_id)
        given = PromiseIn(data=request.data)
        given.is_valid(raise_exception=True)
        promise = services.add_promise(talk=talk, by=user_of(request), **given.validated_data)
        return Response(PromiseOut(promise).data, status=status.HTTP_201_CREATED)


class SettlePromise(ActView):
    """Says what becomes of a promise: in the PIP, recorded apart, or dropped."""

    scope = Scope.INTAKE_SCHRIJVEN

    @extend_schema(
        operation_id="intake_toezegging_afhandelen",
        tags=["intake"],
        request=SettlePromiseIn,
        responses={200: PromiseOut, 409: REFUSED},
    )
    def post(self, request: Request, intake_id: int, promise_id: int) -> Response:
        intake = editable_intake(request, intake_id)
        promises = TalkPromise.objects.select_related("talk")
        promise = get_object_or_404(promises, pk=promise_id, talk__intake=intake)
        given = SettlePromiseIn(data=request.data)
        given.is_valid(raise_exception=True)
        promise = services.settle_promise(promise=promise, by=user_of(request), **given.validated_data)
        return Response(PromiseOut(promise).data)


class CloseTalk(ActView):
    """Closes the report of a talk, or names each promise that is still open."""

    scope = Scope.INTAKE_SCHRIJVEN

    @extend_schema(
        operation_id="intake_gesprek_afsluiten",
        tags=["intake"],
        request=None,
        responses={200: TalkOut, 409: REFUSED},
    )
    def post(self, request: Request, intake_id: int, talk_id: int) -> Response:
        talk = get_object_or_404(editable_intake(request, intake_id).talks, pk=talk_id)
        return Response(TalkOut(services.close_talk(talk=talk, by=user_of(request))).data)


class CompleteIntake(ActView):
    """Completes the intake, or says all that is missing."""

    scope = Scope.INTAKE_SCHRIJVEN

    @extend_schema(
        operation_id="intake_afronden",
        tags=["intake"],
        request=CompleteIn,
        responses={200: IntakeOut, 409: REFUSED},
    )
    def post(self, request: Request, intake_id: int) -> Response:
        intake = editable_intake(request, intake_id)
        given = CompleteIn(data=request.data)
        given.is_valid(raise_exception=True)
        intake = services.complete_intake(
            intake=intake, by=user_of(request), without_lbt_reason=given.validated_data["waaromZonderToets"]
        )
        return Response(intake_out(request, intake))
