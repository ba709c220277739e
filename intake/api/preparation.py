"""The preparation sheet for other systems: read what the newcomer wrote, and keep a step of it."""

from typing import Any

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.api import REFUSED, ActView, user_of
from accounts.enums import Act, Scope
from accounts.services import log_access
from cases.enums import Language
from cases.models import Case
from intake import services
from intake.api.finding import case_of
from intake.enums import Feeling, Importance, Indicator
from intake.rules import SHEET_QUESTIONS, STEP_BY_KEY
from intake.selectors import sheet_for_staff, shows_health

_QUESTIONS = sorted(SHEET_QUESTIONS)


def _seen() -> serializers.CharField:
    return serializers.CharField(
        source="mark", required=False, allow_blank=True, max_length=16,
        help_text="Stuur mee wat u las. Veranderde iemand anders het sindsdien, dan wordt de stap geweigerd (409). Leeg of "
                  "weggelaten: wat u stuurt, komt in de plaats.",
    )  # fmt: skip


class AntwoordShape(serializers.Serializer[Any]):
    """`tekst` is what the newcomer said, in `taal`; of a question with choices the value of the choice."""

    vraag = serializers.ChoiceField(choices=_QUESTIONS, source="question")
    tekst = serializers.CharField(source="original", allow_blank=True, trim_whitespace=False, default="")
    taal = serializers.CharField(source="language", read_only=True)
    wildeNietVertellen = serializers.BooleanField(source="declined", default=False)
    gezien = _seen()


class OnderwerpShape(serializers.Serializer[Any]):
    """How important an area is and how it goes: two separate questions."""

    onderwerp = serializers.ChoiceField(choices=Indicator.choices, source="indicator")
    belang = serializers.ChoiceField(
        choices=Importance.choices, source="importance", allow_blank=True, default=""
    )
    gevoel = serializers.ChoiceField(choices=Feeling.choices, source="feeling", allow_blank=True, default="")
    gezien = _seen()


class StapOut(serializers.Serializer[Any]):
    stap = serializers.CharField(source="step.key")
    antwoorden = AntwoordShape(source="answers", many=True)
    onderwerpen = OnderwerpShape(source="ratings", many=True)


class StapIn(serializers.Serializer[Any]):
    taal = serializers.ChoiceField(
        choices=Language.choices, source="language", allow_blank=True, default="", help_text="Van de teksten."
    )
    antwoorden = AntwoordShape(source="answers", many=True, default=list)
    onderwerpen = OnderwerpShape(source="ratings", many=True, default=list)


def _out(request: Request, case: Case) -> Any:
    steps = sheet_for_staff(user_of(request), case)
    log_access(user=user_of(request), case_id=case.pk, act=Act.READ_INTAKE)
    if shows_health(steps):
        log_access(user=user_of(request), case_id=case.pk, act=Act.READ_HEALTH)
    return StapOut(steps, many=True).data


class ReadSheet(ActView):
    """What the newcomer wrote on the preparation sheet; only the steps with something in them."""

    scope = Scope.INTAKE_LEZEN

    @extend_schema(
        operation_id="voorbereidingsblad_lezen", tags=["intake"], responses={200: StapOut(many=True)}
    )
    def get(self, request: Request, case_id: int) -> Response:
        return Response(_out(request, case_of(request, case_id)))


class SaveSheetStep(ActView):
    """Keeps one step, as heard from the newcomer; also before the intake was started."""

    scope = Scope.INTAKE_SCHRIJVEN

    @extend_schema(
        operation_id="voorbereidingsblad_stap", tags=["intake"], request=StapIn,
        responses={200: StapOut(many=True), 409: REFUSED},
    )  # fmt: skip
    def put(self, request: Request, case_id: int, key: str) -> Response:
        case = case_of(request, case_id, edit=True)
        if key not in STEP_BY_KEY:
            raise Http404
        given = StapIn(data=request.data)
        given.is_valid(raise_exception=True)
        data = given.validated_data
        services.save_sheet_step(
            case=case, step=key, by=user_of(request), language=data["language"],
            answers={
                one["question"]: services.Given(one["original"], one["declined"], one.get("mark", ""))
                for one in data["answers"]
            },
            ratings={
                one["indicator"]: services.Rated(one["importance"], one["feeling"], one.get("mark", ""))
                for one in data["ratings"]
            },
        )  # fmt: skip
        return Response(_out(request, case))
