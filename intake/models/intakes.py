"""The brede intake as a whole, its talks, and what was promised there."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import MD5
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from intake.enums import IntakeStatus, Interpreter, PromiseOutcome, PromiseSide, TalkMode, Understood


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
    in_absence = models.BooleanField("afgerond zonder de nieuwkomer", default=False)
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
                                   | Q(status=IntakeStatus.AFGEROND, completed_at__isnull=False, private_talk_on__isnull=False)
                                   | Q(status=IntakeStatus.AFGEROND, completed_at__isnull=False, in_absence=True),
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
    understood = models.CharField("was het doel duidelijk", max_length=5, choices=Understood, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    closed_at = models.DateTimeField("verslag afgesloten op", null=True, blank=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

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

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None


class TalkPromise(models.Model):
    """Something that was promised in a talk, and what became of it.

    `agreement_id` is the agreement of the PIP that it became; the PIP stands above this app, so it is a number only.
    """

    talk = models.ForeignKey(IntakeTalk, models.CASCADE, related_name="promises")
    text = models.CharField("wat is toegezegd", max_length=1000)
    side = models.CharField("wie doet dit", max_length=10, choices=PromiseSide)
    due_on = models.DateField("wanneer klaar", null=True, blank=True)
    outcome = models.CharField(
        "afhandeling", max_length=10, choices=PromiseOutcome, default=PromiseOutcome.OPEN
    )
    note = models.CharField("toelichting", max_length=1000, blank=True)
    agreement_id = models.BigIntegerField(null=True, blank=True, editable=False)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    settled_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "toezegging"
        verbose_name_plural = "toezeggingen"
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint("talk", "side", MD5("text"), name="promise_once_a_talk",
                                    violation_error_message="Deze toezegging staat al bij dit gesprek."),
            models.CheckConstraint(name="settled_promise_has_moment_and_reason",
                                   condition=Q(outcome=PromiseOutcome.OPEN, settled_at=None)
                                   | Q(outcome=PromiseOutcome.IN_PIP, settled_at__isnull=False)
                                   | (Q(outcome__in=[PromiseOutcome.APART, PromiseOutcome.VERVALLEN],
                                        settled_at__isnull=False) & ~Q(note="")),
                                   violation_error_message="Schrijf op waar de toezegging staat, of waarom die vervalt."),
            models.CheckConstraint(name="only_promise_in_pip_has_agreement",
                                   condition=Q(agreement_id=None) | Q(outcome=PromiseOutcome.IN_PIP),
                                   violation_error_message="Alleen een toezegging in het PIP hoort bij een afspraak."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.text

    @property
    def is_open(self) -> bool:
        return self.outcome == PromiseOutcome.OPEN
