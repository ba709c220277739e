"""What goes out and comes in."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from deadlines import rules
from deadlines.enums import Bearer, Confidence, Kind, Standing
from deadlines.models import ThirdPartyRequest
from deadlines.rules import CATALOGUE, LANGUAGES, Outcome, explain


def camel(name: str) -> str:
    first, *rest = name.split("-")
    return first + "".join(word.capitalize() for word in rest)


class StepOut(serializers.Serializer[Any]):
    dag = serializers.DateField(source="on")
    tekst = serializers.CharField(source="text")


class ExplanationOut(serializers.Serializer[Any]):
    """The sentence, and where DUO differs, in each language of the portal."""

    nl = serializers.CharField()
    en = serializers.CharField()
    ar = serializers.CharField()


class OutcomeOut(serializers.Serializer[Any]):
    """When a term ends, and why."""

    soort = serializers.ChoiceField(choices=Kind.choices, source="kind")
    regel = serializers.CharField(source="rule_id")
    begintOp = serializers.DateField(source="starts_on", allow_null=True)
    uiterlijkOp = serializers.DateField(
        source="due_on", allow_null=True, help_text="Leeg zolang de eerste dag van de termijn niet bekend is."
    )
    vervaltNa = serializers.DateField(
        source="lapses_on", allow_null=True,
        help_text="Alleen als de wet op twee manieren te lezen is: pas na deze dag is de termijn zeker voorbij.",
    )  # fmt: skip
    zin = serializers.CharField(source="sentence")
    stappen = StepOut(many=True, source="steps")
    artikelen = serializers.ListField(child=serializers.CharField(), source="articles")
    zekerheid = serializers.ChoiceField(choices=Confidence.choices, source="confidence")
    opmerking = serializers.CharField(source="note")
    verschilMetDuo = serializers.CharField(source="info")
    wachtOpAnder = serializers.BooleanField(source="awaits_third_party")
    isToezegging = serializers.SerializerMethodField(
        method_name="is_promise",
        help_text="De gemeente stelt of belooft deze termijn zelf; hij staat niet in de wet.",
    )
    uitleg = serializers.SerializerMethodField(
        method_name="explanations", help_text="De zin in de talen van het portaal."
    )
    ontbreekt = serializers.SerializerMethodField(help_text="Gegevens die nog nodig zijn.")

    def is_promise(self, outcome: Outcome) -> bool:
        return rules.is_promise(outcome.kind)

    @extend_schema_field(ExplanationOut)
    def explanations(self, outcome: Outcome) -> dict[str, str]:
        return {language: explain(outcome, language) for language in LANGUAGES}

    def get_ontbreekt(self, outcome: Outcome) -> list[str]:
        return [camel(CATALOGUE[fact].name) for fact in outcome.missing]


class ClockOut(serializers.Serializer[Any]):
    """A term of a dossier, as it stands today."""

    id = serializers.IntegerField(source="deadline.pk")
    stand = serializers.ChoiceField(choices=Standing.choices, source="standing")
    dagenTeGaan = serializers.IntegerField(source="days_left", allow_null=True)
    vanWie = serializers.ChoiceField(choices=Bearer.choices, source="bearer")
    gedaanOp = serializers.DateField(source="deadline.met_on", allow_null=True)
    gestoptOp = serializers.DateField(source="deadline.stopped_on", allow_null=True)
    redenGestopt = serializers.CharField(source="deadline.stopped_reason")
    berekening = OutcomeOut(source="outcome")


class RequestOut(serializers.ModelSerializer[ThirdPartyRequest]):
    """Information asked of somebody else."""

    partij = serializers.CharField(source="party")
    informatie = serializers.CharField(source="what")
    gevraagdOp = serializers.DateField(source="asked_on")
    ontvangenOp = serializers.DateField(source="received_on", allow_null=True)
    redenIngetrokken = serializers.CharField(source="withdrawn_reason")

    class Meta:
        model = ThirdPartyRequest
        fields = ("id", "partij", "informatie", "gevraagdOp", "ontvangenOp", "redenIngetrokken")


class AskIn(serializers.Serializer[Any]):
    partij = serializers.CharField(source="party", max_length=120)
    informatie = serializers.CharField(source="what", max_length=300)
    gevraagdOp = serializers.DateField(source="asked_on")


class ReceiveIn(serializers.Serializer[Any]):
    ontvangenOp = serializers.DateField(source="received_on")


class WithdrawIn(serializers.Serializer[Any]):
    reden = serializers.CharField(source="reason", max_length=200)
