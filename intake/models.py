"""The brede intake: its talks, its answers with their history, and the leerbaarheidstoets of the case."""

from typing import ClassVar

import pghistory
from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from intake.enums import ExemptionGround, IntakeStatus, Interpreter, LbtOutcome, Part, Source, TalkMode
from intake.rules import QUESTIONS, Question


class Intake(models.Model):
    """One brede intake. A second one on the same traject says why it was needed; it starts from the answers of the first."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="intakes")
    status = models.CharField("status", max_length=8, choices=IntakeStatus, default=IntakeStatus.OPEN)
    started_on = models.DateField("gestart op")
    started_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    reason_again = models.CharField("waarom opnieuw", max_length=1000, blank=True)
    private_talk_on = models.DateField("gewezen op gesprek alleen", null=True, blank=True)
    private_talk_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    without_lbt_reason = models.CharField("waarom zonder leerbaarheidstoets", max_length=1000, blank=True)
    completed_at = models.DateTimeField("afgerond op", null=True, blank=True)
    completed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "brede intake"
        verbose_name_plural = "brede intakes"
        indexes: ClassVar = [
            models.Index(fields=["case", "-id"], name="intake_of_case"),
            models.Index(
                fields=["started_on"], name="open_intakes_by_day", condition=Q(status=IntakeStatus.OPEN)
            ),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case"], condition=Q(status=IntakeStatus.OPEN), name="one_open_intake_a_case",
                                    violation_error_message="Er loopt al een brede intake in dit dossier."),
            models.CheckConstraint(name="completed_intake_has_moment_and_private_talk",
                                   condition=Q(status=IntakeStatus.OPEN, completed_at=None)
                                   | Q(status=IntakeStatus.AFGEROND, completed_at__isnull=False, private_talk_on__isnull=False),
                                   violation_error_message="Een afgeronde intake heeft een datum, en de nieuwkomer is "
                                                           "gewezen op het recht om alleen te praten."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"Brede intake {self.started_on:%d-%m-%Y}"

    @property
    def is_open(self) -> bool:
        return self.status == IntakeStatus.OPEN


class IntakeTalk(models.Model):
    """A talk for the intake: when, where, with whom, and with or without an interpreter."""

    intake = models.ForeignKey(Intake, models.CASCADE, related_name="talks")
    held_on = models.DateField("datum")
    mode = models.CharField("waar", max_length=10, choices=TalkMode)
    others = models.CharField("wie waren erbij", max_length=200, blank=True)
    interpreter = models.CharField("tolk", max_length=10, choices=Interpreter)
    interpreter_language = models.CharField("taal van de tolk", max_length=60, blank=True)
    no_interpreter_reason = models.CharField("waarom geen tolk", max_length=500, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "gesprek"
        verbose_name_plural = "gesprekken"
        ordering: ClassVar = ["held_on", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(name="talk_without_interpreter_has_reason",
                                   condition=~Q(interpreter=Interpreter.GEEN) | ~Q(no_interpreter_reason=""),
                                   violation_error_message="Schrijf op waarom er geen tolk was."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.held_on:%d-%m-%Y} {self.get_mode_display()}"


@pghistory.track(model_name="IntakeAnswerHistory", obj_field=pghistory.ObjForeignKey(related_name="history"))
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

    class Meta:
        verbose_name = "antwoord"
        verbose_name_plural = "antwoorden"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["intake", "question"], name="one_answer_a_question")
        ]

    def __str__(self) -> str:
        return self.shown or self.question

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


class LbtRegistration(models.Model):
    """The leerbaarheidstoets of a case: DUO's number for the appointment, or the college's exemption from it."""

    case = models.OneToOneField(Case, models.PROTECT, related_name="lbt_registration")
    exam_number = models.CharField("examennummer", max_length=12, blank=True)
    exempt_ground = models.CharField("grond", max_length=8, choices=ExemptionGround, blank=True)
    exempt_reason = models.CharField("toelichting", max_length=1000, blank=True)
    exempt_on = models.DateField("ontheffing verleend op", null=True, blank=True)
    exempt_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "aanmelding leerbaarheidstoets"
        verbose_name_plural = "aanmeldingen leerbaarheidstoets"
        constraints: ClassVar = [
            models.CheckConstraint(name="lbt_exemption_has_ground_date_and_reason",
                                   condition=Q(exempt_ground="", exempt_on=None)
                                   | (~Q(exempt_ground="") & Q(exempt_on__isnull=False) & ~Q(exempt_reason="")),
                                   violation_error_message="Een ontheffing heeft een grond, een datum en een toelichting."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.exam_number or "ontheffing"

    @property
    def is_exempt(self) -> bool:
        return self.exempt_on is not None


class LbtResult(models.Model):
    """A result of the leerbaarheidstoets as DUO gave it: advice, never binding. More than one when it is taken again."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="lbt_results")
    result = models.CharField("uitslag", max_length=16, choices=LbtOutcome)
    score = models.DecimalField("behaalde score", max_digits=5, decimal_places=2)
    needed_score = models.DecimalField("benodigde score", max_digits=5, decimal_places=2)
    taken_on = models.DateField("datum", help_text="De dag waarop DUO de uitslag vastlegde.")
    received_at = models.DateTimeField("ontvangen op", default=timezone.now)

    class Meta:
        verbose_name = "uitslag leerbaarheidstoets"
        verbose_name_plural = "uitslagen leerbaarheidstoets"
        ordering: ClassVar = ["-taken_on", "-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case", "taken_on", "result", "score", "needed_score"], name="lbt_result_once"
            )
        ]

    def __str__(self) -> str:
        return self.get_result_display()
