"""What goes in and out, in the words of the outside."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from inburgering.kit.conflicts import mark_of
from intake.enums import Indicator
from pip_plans.api.further import FurtherIn
from pip_plans.enums import (
    Alphabetisation,
    Factor,
    Leerroute,
    Means,
    Niveau,
    Owner,
    Reaction,
    SwitchGround,
    TranslationState,
    Wish,
)
from pip_plans.models import LONGEST_TRANSLATION, PipVersion
from pip_plans.rules.translations import TEXTS, Text


class GoalOut(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    eigenWoorden = serializers.CharField(source="own_text")
    taal = serializers.CharField(source="own_language")
    vertaling = serializers.CharField(source="translation_nl")
    indicator = serializers.CharField()


class GoalIn(serializers.Serializer[Any]):
    eigenWoorden = serializers.CharField(source="own_text", max_length=5000)
    taal = serializers.RegexField(r"^[a-z]{2,3}$", source="own_language")
    vertaling = serializers.CharField(
        source="translation_nl", max_length=5000, required=False, allow_blank=True
    )
    indicator = serializers.ChoiceField(choices=Indicator.choices, required=False, allow_blank=True)


class AgreementOut(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    afspraak = serializers.CharField(source="text")
    wie = serializers.ChoiceField(source="owner", choices=Owner.choices)
    naam = serializers.CharField(source="owner_name")
    klaarOp = serializers.DateField(source="due_on")
    doelId = serializers.IntegerField(source="goal_id", allow_null=True)
    vertaling = serializers.CharField(source="translation")
    taal = serializers.CharField(source="own_language")
    standVertaling = serializers.CharField(source="translation_state")


class AgreementIn(serializers.Serializer[Any]):
    afspraak = serializers.CharField(source="text", max_length=2000)
    wie = serializers.ChoiceField(source="owner", choices=Owner.choices)
    naam = serializers.CharField(source="owner_name", max_length=200, required=False, allow_blank=True)
    klaarOp = serializers.DateField(source="due_on")
    doelId = serializers.IntegerField(source="goal_id", required=False, allow_null=True)
    vertaling = serializers.CharField(source="translation", max_length=4000, required=False, allow_blank=True)
    taal = serializers.RegexField(r"^[a-z]{2,3}$", source="own_language", required=False, allow_blank=True)
    standVertaling = serializers.ChoiceField(
        source="translation_state", choices=TranslationState.choices, required=False
    )


class PlanIn(FurtherIn, serializers.Serializer[Any]):
    """The fields of a concept; only those that are sent change."""

    redenWijziging = serializers.CharField(
        source="change_reason", max_length=2000, allow_blank=True, required=False
    )
    grondRoutewissel = serializers.ChoiceField(
        source="switch_ground", choices=SwitchGround.choices, allow_blank=True, required=False
    )
    redenRoutewissel = serializers.CharField(
        source="switch_reason", max_length=4000, allow_blank=True, required=False
    )
    inspanning = serializers.CharField(source="effort", max_length=4000, allow_blank=True, required=False)
    leerroute = serializers.ChoiceField(choices=Leerroute.choices, allow_blank=True, required=False)
    gewensteLeerroute = serializers.ChoiceField(
        source="wished_leerroute", choices=Wish.choices, allow_blank=True, required=False
    )
    redenVerschilMetWens = serializers.CharField(source="wish_difference_reason", max_length=2000, allow_blank=True,
                                                 required=False)  # fmt: skip
    waaromNietB = serializers.CharField(source="why_not_b", max_length=2000, allow_blank=True, required=False)
    waaromNietO = serializers.CharField(source="why_not_o", max_length=2000, allow_blank=True, required=False)
    waaromNietZ = serializers.CharField(source="why_not_z", max_length=2000, allow_blank=True, required=False)
    redenVerschilMetAdvies = serializers.CharField(source="advice_difference_reason", max_length=2000, allow_blank=True,
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


def sources_of_plan() -> dict[str, str]:
    """The name of each field of a concept outside, with its name inside."""
    return {name: field.source or name for name, field in PlanIn().fields.items()}


_NAMES = {source: name for name, source in sources_of_plan().items()} | {"age_policy": "leeftijdsbeleid"}
_TEXTS = {_NAMES[name]: name for name in TEXTS}
"""By the name of the outside."""


class TranslationIn(serializers.Serializer[Any]):
    """What one text of the plan says in the own language, for the text as it stands after this call. Empty takes it away."""

    veld = serializers.ChoiceField(source="field", choices=list(_TEXTS))
    tekst = serializers.CharField(source="text", max_length=LONGEST_TRANSLATION, allow_blank=True)
    stand = serializers.ChoiceField(
        source="state",
        choices=[TranslationState.AUTOMATISCH, TranslationState.GECONTROLEERD],
        default=TranslationState.AUTOMATISCH,
    )

    def validate_veld(self, name: str) -> str:
        return _TEXTS[name]


class TranslationOut(serializers.Serializer[Any]):
    veld = serializers.SerializerMethodField()
    tekst = serializers.CharField(source="own")
    stand = serializers.CharField(source="state")
    hoortBijDezeTekst = serializers.BooleanField(
        source="is_translated", help_text="Anders is het Nederlands veranderd."
    )

    def get_veld(self, text: Text) -> str:
        return _NAMES[text.field]


class PlanChangeIn(PlanIn):
    gezien = serializers.DictField(
        child=serializers.CharField(max_length=16), required=False,
        help_text="Per veld het kenmerk uit `kenmerken` van de versie die u las. Heeft een ander dat veld intussen gewijzigd, "
                  "dan volgt 409: uw tekst wordt apart bewaard en een medewerker kiest. De andere velden worden bewaard.",
    )  # fmt: skip
    vertalingen = TranslationIn(source="translations", many=True, required=False)


class VersionOut(PlanIn):
    id = serializers.IntegerField(read_only=True)
    versie = serializers.IntegerField(source="number", read_only=True)
    status = serializers.CharField(read_only=True)
    dagtekening = serializers.DateField(source="established_on", read_only=True, allow_null=True)
    advies = serializers.JSONField(source="advice", read_only=True, allow_null=True)
    bekendgemaaktOp = serializers.DateField(source="announced_on", read_only=True, allow_null=True)
    gewijzigdOp = serializers.DateTimeField(source="updated_at", read_only=True)
    kenmerken = serializers.SerializerMethodField(
        help_text="Per veld een kenmerk. Stuur het mee in `gezien` als u dat veld wijzigt."
    )
    doelen = GoalOut(source="goals", many=True, read_only=True)
    afspraken = AgreementOut(source="agreements", many=True, read_only=True)
    vertalingen = serializers.SerializerMethodField()

    @extend_schema_field(TranslationOut(many=True))
    def get_vertalingen(self, version: PipVersion) -> Any:
        written = [text for text in version.texts.values() if text.own]
        return TranslationOut(written, many=True).data

    def get_kenmerken(self, version: PipVersion) -> dict[str, str]:
        return {name: mark_of(getattr(version, source)) for name, source in sources_of_plan().items()}


class PipOut(serializers.Serializer[Any]):
    versies = VersionOut(many=True)


class EstablishIn(serializers.Serializer[Any]):
    dagtekening = serializers.DateField(source="on")
    gewijzigdOp = serializers.DateTimeField(source="expected_updated_at", required=False,
                                            help_text="Het concept zoals u het kent; anders 409.")  # fmt: skip
    zonderVertaling = serializers.BooleanField(source="confirmed_without_translation", default=False,
                                               help_text="De uitleg mag zonder eigen taal mee.")  # fmt: skip


class ResponseIn(serializers.Serializer[Any]):
    """A response that was given on paper or in a talk. `documentId` is the scan of the paper."""

    reactie = serializers.ChoiceField(source="reaction", choices=Reaction.choices)
    hoe = serializers.ChoiceField(
        source="means", choices=[(means.value, means.label) for means in (Means.PAPIER, Means.MONDELING)], required=False,
        allow_blank=True,
    )  # fmt: skip
    datum = serializers.DateField(source="given_on", required=False)
    taal = serializers.RegexField(r"^[a-z]{2,3}$", source="language", required=False, allow_blank=True)
    metTolk = serializers.BooleanField(source="interpreter_used", required=False)
    reden = serializers.CharField(source="reason", max_length=4000, required=False, allow_blank=True)
    redenEerder = serializers.CharField(
        source="sooner_reason", max_length=2000, required=False, allow_blank=True,
        help_text="Waarom de tijd om te lezen niet eerst voorbij hoeft te zijn.",
    )  # fmt: skip
    voorwaarden = serializers.ListField(
        source="conditions", child=serializers.CharField(max_length=2000), max_length=20, required=False
    )
    documentId = serializers.IntegerField(source="document_id", required=False, allow_null=True)
    tekst = serializers.CharField(
        source="expected_hash",
        max_length=64,
        required=False,
        help_text="De tekst zoals u die kent; anders 409.",
    )


class ResponseOut(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    reactie = serializers.CharField(source="reaction")
    hoe = serializers.CharField(source="means")
    datum = serializers.DateField(source="given_on")
    tekst = serializers.CharField(source="content_hash")
