"""What goes in and out of group sessions. Of a case that the caller may not read there is no name."""

from typing import Any

from rest_framework import serializers

from cases.enums import Language
from contact.enums.appointments import STAFF_CANCEL_REASONS, AppointmentState, CancelReason, Place
from contact.enums.groups import GroupKind, GroupState
from contact.enums.interpreters import BookingState, InterpreterDecision
from contact.models import GroupInterpreter


class GroepOut(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    waarvoor = serializers.ChoiceField(choices=GroupKind.choices, source="kind")
    begin = serializers.DateTimeField(source="starts_at")
    einde = serializers.DateTimeField(source="ends_at")
    waar = serializers.ChoiceField(choices=Place.choices, source="place_kind")
    adres = serializers.CharField(source="place")
    stand = serializers.ChoiceField(choices=GroupState.choices, source="state")
    organisator = serializers.CharField(source="organiser.name")


class GroepRegelOut(GroepOut):
    aantal = serializers.IntegerField(source="guests")


class DeelnemerAanGroepOut(serializers.Serializer[Any]):
    """Somebody of a case that the caller may read, and how they can follow the session; `volgt` is empty when they can't."""

    afspraakId = serializers.IntegerField(source="appointment.pk")
    dossierId = serializers.IntegerField(source="appointment.case_id")
    naam = serializers.CharField(source="name")
    stand = serializers.ChoiceField(choices=AppointmentState.choices, source="appointment.state")
    volgt = serializers.ChoiceField(
        choices=InterpreterDecision.choices, source="cover.decision", allow_blank=True
    )
    taal = serializers.CharField(source="cover.language")
    zeker = serializers.BooleanField(source="cover.is_sure")


class GroepstolkOut(serializers.Serializer[GroupInterpreter]):
    id = serializers.IntegerField()
    tolk = serializers.CharField(source="interpreter.name")
    taal = serializers.CharField(source="language")
    stand = serializers.ChoiceField(choices=BookingState.choices, source="state")


class GroepMetDeelnemersOut(serializers.Serializer[Any]):
    """`anderen` counts those of cases that the caller may not read."""

    groep = GroepOut()
    deelnemers = DeelnemerAanGroepOut(many=True)
    anderen = serializers.IntegerField()
    tolken = GroepstolkOut(many=True)


class GroepIn(serializers.Serializer[Any]):
    waarvoor = serializers.ChoiceField(choices=GroupKind.choices, source="kind")
    begin = serializers.DateTimeField(source="starts_at")
    minuten = serializers.IntegerField(source="minutes", min_value=5, max_value=480)
    waar = serializers.ChoiceField(choices=Place.choices, source="place_kind")
    adres = serializers.CharField(source="place", max_length=200, required=False, allow_blank=True)
    collegas = serializers.ListField(
        child=serializers.IntegerField(), required=False, max_length=50, help_text="Nummers van collega's die erbij komen."
    )  # fmt: skip


class GroepVerplaatsIn(serializers.Serializer[Any]):
    begin = serializers.DateTimeField(source="starts_at")
    minuten = serializers.IntegerField(source="minutes", min_value=5, max_value=480)
    waar = serializers.ChoiceField(choices=Place.choices, source="place_kind")
    adres = serializers.CharField(
        source="place", max_length=200, required=False, allow_blank=True, default=""
    )
    zonderVertaling = serializers.BooleanField(source="confirmed_without_translation", default=False)


class GroepAfzegIn(serializers.Serializer[Any]):
    reden = serializers.ChoiceField(
        choices=[(one.value, one.label) for one in CancelReason if one in STAFF_CANCEL_REASONS],
        source="reason",
    )
    zonderVertaling = serializers.BooleanField(source="confirmed_without_translation", default=False)


class GroepDeelnemerIn(serializers.Serializer[Any]):
    dossierId = serializers.IntegerField()
    reden = serializers.CharField(
        source="reason", max_length=300, required=False, allow_blank=True, default="",
        help_text="Verplicht als de bijeenkomst bevestigd is en niemand de taal spreekt.",
    )  # fmt: skip
    zonderVertaling = serializers.BooleanField(source="confirmed_without_translation", default=False)


class GroepstolkIn(serializers.Serializer[Any]):
    tolkId = serializers.IntegerField()
    taal = serializers.ChoiceField(choices=Language.choices, source="language")


class GroepstolkAntwoordIn(serializers.Serializer[Any]):
    stand = serializers.ChoiceField(choices=BookingState.choices, source="state")


class GroepBevestigIn(serializers.Serializer[Any]):
    """`redenen` says by the number of the appointment why it goes on for who can't follow it."""

    redenen = serializers.DictField(
        source="reasons", child=serializers.CharField(max_length=300), required=False
    )
    zonderVertaling = serializers.BooleanField(source="confirmed_without_translation", default=False)

    def validate_redenen(self, given: dict[str, str]) -> dict[int, str]:
        if not all(key.isdecimal() for key in given):
            raise serializers.ValidationError("Noem elke reden bij het nummer van de afspraak.")
        return {int(key): reason for key, reason in given.items()}


class AanwezigIn(serializers.Serializer[Any]):
    kwam = serializers.BooleanField(source="came")
