"""What the API tells about an intake, and what it takes."""

from typing import Any

from drf_spectacular.utils import extend_schema_serializer
from rest_framework import serializers

from intake.enums import (
    IntakeStatus,
    Interpreter,
    LbtOutcome,
    PromiseOutcome,
    PromiseSide,
    Source,
    TalkMode,
    Understood,
)
from intake.models import IntakeAnswer, IntakeTalk, TalkPromise
from intake.rules import SECTION_OF, fingerprint

# --- What goes out -------------------------------------------------------------------------------------


@extend_schema_serializer(component_name="IntakeAntwoord")
class AnswerOut(serializers.ModelSerializer[IntakeAnswer]):
    vraag = serializers.CharField(source="question")
    onderdeel = serializers.SerializerMethodField()
    antwoord = serializers.CharField(source="original")
    antwoordInWoorden = serializers.CharField(source="shown")
    taal = serializers.CharField(source="original_language")
    vertaling = serializers.CharField(source="translation")
    bron = serializers.ChoiceField(choices=Source.choices, source="said_by")
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


@extend_schema_serializer(component_name="GesprekToezegging")
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
    doelDuidelijk = serializers.ChoiceField(
        choices=Understood.choices, source="understood", allow_blank=True, read_only=True
    )
    afgeslotenOp = serializers.DateTimeField(source="closed_at", allow_null=True)
    toezeggingen = PromiseOut(many=True, source="promises.all")

    class Meta:
        model = IntakeTalk
        fields = ("id", "datum", "waar", "tolk", "taalVanTolk", "waaromGeenTolk", "anderen", "doelDuidelijk", "afgeslotenOp",
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
    oordeelNodig = serializers.BooleanField(
        source="is_open", help_text="Bronnen spreken elkaar tegen en er is nog geen oordeel of nieuwe toets."
    )
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
    doelDuidelijk = serializers.ChoiceField(
        choices=Understood.choices, source="understood", required=False, allow_blank=True,
        help_text="De eerste vraag van het gesprek: weet de nieuwkomer wat de brede intake en het PIP zijn?",
    )  # fmt: skip


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
