"""The fields of a plan about taking part, money, and what comes above and after the route, in the words of the outside."""

from typing import Any

from rest_framework import serializers

from pip_plans.enums import (
    Benefit,
    FurtherLearning,
    Level,
    LevelSource,
    Participation,
    Relief,
    ReliefCost,
    StudyGoal,
    StudyWithBenefit,
)


def _text(source: str, most: int) -> serializers.CharField:
    return serializers.CharField(source=source, max_length=most, allow_blank=True, required=False)


def _choice(source: str, choices: Any) -> serializers.ChoiceField:
    return serializers.ChoiceField(source=source, choices=choices.choices, allow_blank=True, required=False)


def _day(source: str) -> serializers.DateField:
    return serializers.DateField(source=source, allow_null=True, required=False)


class FurtherIn(serializers.Serializer[Any]):
    opvang = _text("childcare", 2000)
    meedoenEnTaal = _choice("participation", Participation)
    meedoenActiviteit = _text("participation_activity", 1000)
    meedoenUren = serializers.IntegerField(
        source="participation_hours", min_value=1, max_value=60, allow_null=True, required=False
    )
    meedoenInNederlands = serializers.BooleanField(source="participation_in_dutch", required=False)
    redenNietTegelijk = _text("participation_reason", 2000)
    bijstand = _choice("benefit", Benefit)
    bijstandVanaf = _day("benefit_from")
    plichtenUitkering = _text("benefit_duties", 4000)
    ontzorgen = _choice("relief", Relief)
    ontzorgenKosten = serializers.ListField(
        source="relief_costs", child=serializers.ChoiceField(choices=ReliefCost.choices), required=False
    )
    ontzorgenVanaf = _day("relief_from")
    ontzorgenTotEnMet = _day("relief_until")
    ontzorgenUitleg = _text("relief_reason", 2000)
    gewenstNiveau = _choice("wished_level", Level)
    niveauBeroep = _choice("needed_level", Level)
    niveauBeroepBron = _choice("needed_level_source", LevelSource)
    niveauBeroepNaam = _text("needed_level_by", 200)
    doorleren = _choice("further_learning", FurtherLearning)
    doorlerenUitleg = _text("further_learning_reason", 2000)
    doorlerenBesluitOp = _day("further_learning_decide_on")
    beroepOfDoel = _text("target_occupation", 200)
    volgendeStap = _text("next_step", 1000)
    volgendeStapHulp = _text("next_step_helper", 200)
    volgendeStapOp = _day("next_step_on")
    gewensteOpleiding = _choice("study_goal", StudyGoal)
    wegenNaDeRoute = serializers.ListField(
        source="pathways", child=serializers.CharField(max_length=120), max_length=20, required=False
    )
    redenGeenWeg = _text("pathway_reason", 1000)
    studerenMetUitkering = _choice("study_with_benefit", StudyWithBenefit)
    studerenMetUitkeringUitleg = _text("study_with_benefit_reason", 1000)


class NeededLevelIn(serializers.Serializer[Any]):
    niveau = serializers.ChoiceField(source="level", choices=Level.choices)
    bron = serializers.ChoiceField(source="source", choices=LevelSource.choices)
    naam = serializers.CharField(source="said_by", max_length=200, required=False, allow_blank=True)
    beroep = serializers.CharField(source="occupation", max_length=200)
    toelichting = serializers.CharField(source="remark", max_length=2000, required=False, allow_blank=True)


class NeededLevelOut(NeededLevelIn):
    id = serializers.IntegerField(read_only=True)
    vastgelegdOp = serializers.DateTimeField(source="noted_at", read_only=True)
