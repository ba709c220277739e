"""Answers to the questions of the catalogue, with their history, and texts that met."""

from typing import ClassVar

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from intake.enums import Part, Source
from intake.models.intakes import Intake
from intake.rules import QUESTIONS, Question

# A completed intake changes after it was opened again, which is told in the dossier.
ANSWER_OF_COMPLETED = """
    IF EXISTS (
        SELECT 1 FROM intake_intake WHERE id = OLD.intake_id AND status = 'afgerond'
    ) THEN
        RAISE EXCEPTION 'This intake was completed and its answers cannot change.';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
"""


@pghistory.track(
    model_name="IntakeAnswerHistory",
    append_only=True,
    obj_field=pghistory.ObjForeignKey(related_name="history"),
    exclude=["authors"],
)
class IntakeAnswer(models.Model):
    """What was answered to one question of the catalogue. The database itself keeps each value that it had."""

    intake = models.ForeignKey(Intake, models.CASCADE, related_name="answers")
    question = models.CharField("vraag", max_length=40)
    original = models.TextField("antwoord", blank=True)
    original_language = models.CharField("taal", max_length=3, blank=True)
    translation = models.TextField("vertaling", blank=True)
    source = models.CharField("bron", max_length=12, choices=Source, default=Source.NIEUWKOMER)
    declined = models.BooleanField("wilde niet delen", default=False)
    updated_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    updated_at = models.DateTimeField("gewijzigd op", default=timezone.now)
    # Who gave each part its value, by user id: autosave asks at every save whether a colleague came between.
    authors = models.JSONField(default=dict, editable=False)

    class Meta:
        verbose_name = "antwoord"
        verbose_name_plural = "antwoorden"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["intake", "question"], name="one_answer_a_question")
        ]
        triggers: ClassVar = [
            pgtrigger.Trigger(
                name="answer_of_completed_intake_never_changes",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                func=ANSWER_OF_COMPLETED,
            )
        ]

    def __str__(self) -> str:
        return self.shown or self.question

    @property
    def said_by(self) -> Source:
        """Who says so: a question to the klantmanager asks for a judgement, which no newcomer gave."""
        asks_staff = self.definition is not None and self.definition.for_staff
        return Source.KLANTMANAGER if asks_staff else Source(self.source)

    @property
    def definition(self) -> Question | None:
        """None when the question has left the catalogue; the answer stays readable."""
        return QUESTIONS.get(self.question)

    @property
    def shown(self) -> str:
        """The original, a choice in Dutch words."""
        return self.definition.shown(self.original) if self.definition else self.original

    @property
    def in_dutch(self) -> str:
        """What a Dutch reader reads: the translation where there is one."""
        return self.translation or self.shown

    @property
    def is_given(self) -> bool:
        return bool(self.original) or self.declined

    def author_of(self, part: Part) -> int | None:
        """Id of the user who gave a part the value that it has now."""
        return self.authors.get(part.value, self.updated_by_id)

    def value_of(self, part: Part) -> str:
        """One part as the text that a form sends; "ja" or "" for a tick."""
        value = getattr(self, part.value)
        return ("ja" if value else "") if part is Part.DECLINED else str(value)


class IntakeConflict(models.Model):
    """Text that wasn't saved because a colleague had changed the same field meanwhile. Kept, also after somebody chose."""

    answer = models.ForeignKey(IntakeAnswer, models.CASCADE, related_name="conflicts")
    part = models.CharField(max_length=20)
    value = models.TextField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "botsing"
        verbose_name_plural = "botsingen"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["answer", "part", "by"], condition=Q(settled_at=None),
                                    name="one_conflict_a_field_and_user"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.answer.question} ({self.by})"

    @property
    def shown(self) -> str:
        """The text that came later, a choice in Dutch words."""
        definition = self.answer.definition
        return definition.shown(self.value) if definition and self.part == Part.ORIGINAL else self.value
