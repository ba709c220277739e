"""What a newcomer wrote down before the brede intake, in the own words and language."""

from typing import ClassVar

import pghistory
from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from inburgering.kit.conflicts import mark_of
from intake.enums import Feeling, Importance, Indicator
from intake.rules import QUESTIONS, SHEET_QUESTIONS, Question


class PreparationSheet(models.Model):
    """The sheet of one case; its answers can change until the intake is completed."""

    case = models.OneToOneField(
        Case, models.PROTECT, related_name="preparation_sheet", verbose_name="dossier"
    )
    started_at = models.DateTimeField("begonnen op", default=timezone.now)
    updated_at = models.DateTimeField("gewijzigd op", default=timezone.now)

    class Meta:
        verbose_name = "voorbereidingsblad"
        verbose_name_plural = "voorbereidingsbladen"

    def __str__(self) -> str:
        return f"voorbereidingsblad van dossier {self.case_id}"


@pghistory.track(model_name="SheetAnswerHistory", obj_field=pghistory.ObjForeignKey(related_name="history"))
class SheetAnswer(models.Model):
    """One answer on the sheet, as the newcomer wrote it. Translating is done in the intake."""

    sheet = models.ForeignKey(PreparationSheet, models.CASCADE, related_name="answers")
    question = models.CharField("vraag", max_length=40)
    original = models.TextField("antwoord", blank=True)
    language = models.CharField("taal", max_length=3, blank=True)
    declined = models.BooleanField("wilde niet vertellen", default=False)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "antwoord op het voorbereidingsblad"
        verbose_name_plural = "antwoorden op het voorbereidingsblad"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["sheet", "question"], name="one_sheet_answer_a_question",
                                    violation_error_message="Deze vraag is al beantwoord."),
            models.CheckConstraint(name="sheet_answer_is_of_the_sheet", condition=Q(question__in=sorted(SHEET_QUESTIONS)),
                                   violation_error_message="Deze vraag staat niet op het voorbereidingsblad."),
            models.CheckConstraint(name="declined_sheet_answer_is_empty", condition=Q(declined=False) | Q(original=""),
                                   violation_error_message="Wie iets niet wil vertellen, geeft geen antwoord."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.shown

    @property
    def definition(self) -> Question:
        return QUESTIONS[self.question]

    @property
    def shown(self) -> str:
        """The original, a choice in Dutch words."""
        return self.definition.shown(self.original)

    @property
    def is_given(self) -> bool:
        return bool(self.original) or self.declined

    @property
    def label(self) -> str:
        return self.definition.label

    @property
    def value(self) -> tuple[str, bool]:
        return self.original, self.declined

    @value.setter
    def value(self, value: tuple[str, bool]) -> None:
        self.original, self.declined = value

    @property
    def mark(self) -> str:
        """To tell whether somebody changed it since it was shown."""
        return mark_of(self.value)


@pghistory.track(model_name="SheetRatingHistory", obj_field=pghistory.ObjForeignKey(related_name="history"))
class SheetRating(models.Model):
    """How important one of the 14 areas is, and how it goes: two questions, two fields."""

    sheet = models.ForeignKey(PreparationSheet, models.CASCADE, related_name="ratings")
    indicator = models.CharField("onderwerp", max_length=20, choices=Indicator)
    importance = models.CharField("hoe belangrijk", max_length=12, choices=Importance, blank=True)
    feeling = models.CharField("hoe gaat het", max_length=12, choices=Feeling, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "onderwerp op het voorbereidingsblad"
        verbose_name_plural = "onderwerpen op het voorbereidingsblad"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["sheet", "indicator"], name="one_rating_an_indicator",
                                    violation_error_message="Dit onderwerp is al ingevuld."),
            models.CheckConstraint(
                name="rating_is_of_the_lists",
                condition=Q(indicator__in=Indicator.values)
                & Q(importance__in=["", *Importance.values])
                & Q(feeling__in=["", *Feeling.values]),
                violation_error_message="Kies een van de antwoorden.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.get_indicator_display()

    @property
    def is_given(self) -> bool:
        return bool(self.importance or self.feeling)

    @property
    def label(self) -> str:
        return self.get_indicator_display()

    @property
    def value(self) -> tuple[str, str]:
        return self.importance, self.feeling

    @value.setter
    def value(self, value: tuple[str, str]) -> None:
        self.importance, self.feeling = value

    @property
    def mark(self) -> str:
        """To tell whether somebody changed it since it was shown."""
        return mark_of(self.value)
