"""The preparation pack, read aloud by somebody of the gemeente, for who doesn't read."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.models import Gemeente, User
from cases.enums import Language
from intake.rules import SOUND_TYPES, SPOKEN_BY_KEY


class PackRecording(models.Model):
    """One part in one language. It keeps the words that were read, so that it shows when the text changed since.

    It never changes: another recording replaces it. The row stays as history; the voice itself goes.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    part = models.CharField("onderdeel", max_length=20)
    language = models.CharField("taal", max_length=3, choices=Language)
    text = models.TextField("voorgelezen tekst")
    speaker = models.CharField("ingesproken door", max_length=120)
    recorded_on = models.DateField("opgenomen op")
    mime = models.CharField(max_length=20)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="toegevoegd door")
    added_at = models.DateTimeField("toegevoegd", default=timezone.now)
    ended_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="weggehaald door"
    )
    ended_at = models.DateTimeField("weggehaald", null=True)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")

    class Meta:
        verbose_name = "opname van het voorbereidingspakket"
        verbose_name_plural = "opnamen van het voorbereidingspakket"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["gemeente", "part", "language"], condition=Q(ended_at=None),
                                    name="one_recording_a_part_and_language",
                                    violation_error_message="Voor dit onderdeel en deze taal is al een opname."),
            models.CheckConstraint(name="recording_is_of_the_pack", condition=Q(part__in=sorted(SPOKEN_BY_KEY)),
                                   violation_error_message="Dit onderdeel hoort niet bij het pakket."),
            models.CheckConstraint(name="recording_is_sound", condition=Q(mime__in=SOUND_TYPES, size__gt=0),
                                   violation_error_message="Dit bestand is geen geluid."),
            models.CheckConstraint(name="ended_recording_says_by_whom",
                                   condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
                                   violation_error_message="Wie een opname weghaalt, staat erbij."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{SPOKEN_BY_KEY[self.part].title.nl} ({self.get_language_display()})"

    @property
    def is_older(self) -> bool:
        """Whether the text changed after it was read aloud."""
        return self.text != SPOKEN_BY_KEY[self.part].text(self.language)


class RecordingSound(models.Model):
    """The bytes, in the same database and the same backup as everything else."""

    recording = models.OneToOneField(PackRecording, models.CASCADE, primary_key=True, related_name="sound")
    data = models.BinaryField()

    class Meta:
        verbose_name = "geluid van een opname"
        verbose_name_plural = "geluid van opnamen"
        triggers: ClassVar = [pgtrigger.Protect(name="sound_never_changes", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return f"geluid van opname {self.recording_id}"
