"""Who was called to the intake and didn't come, who was tried how, and the intake that ended without them (R-13)."""

from typing import ClassVar

import pgtrigger
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from contact.models import Appointment
from deadlines.models import Deadline
from intake.enums import AttemptChannel, Blame, ReasonVia
from intake.models.intakes import Intake

_STANDS = Q(withdrawn_at=None)


class Summons(models.Model):
    """One oproep, tied to the talk that it calls to. Its state is derived (`rules.summons`); what people decided is kept.

    A case can have a second `ladder`, after somebody came and later stayed away again. `told_as` is the state of the talk
    that the newcomer and the terms know of.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="summonses")
    ladder = models.PositiveSmallIntegerField("ladder", default=1)
    number = models.PositiveSmallIntegerField(
        "oproep", validators=[MinValueValidator(1), MaxValueValidator(3)]
    )
    appointment = models.ForeignKey(Appointment, models.PROTECT, related_name="summonses")
    issued_on = models.DateField("opgeroepen op")
    issued_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    is_afterwards = models.BooleanField("de uitnodiging zelf was de oproep", default=False)
    deadline = models.ForeignKey(Deadline, models.PROTECT, null=True, related_name="+")
    fine_announced_on = models.DateField("boetebeschikking bekendgemaakt op", null=True, blank=True)
    no_fine_reason = models.CharField("waarom geen boete", max_length=1000, blank=True)
    told_as = models.CharField(max_length=16, blank=True, editable=False)
    is_uncooperative = models.BooleanField("niet genoeg meegewerkt", default=False)
    outcome_note = models.CharField("wat er gebeurde", max_length=1000, blank=True)
    hearing = models.ForeignKey(Deadline, models.PROTECT, null=True, related_name="+")
    blame = models.CharField("oordeel", max_length=20, choices=Blame, blank=True)
    blame_reason = models.CharField("waarom dit oordeel", max_length=1000, blank=True)
    judged_at = models.DateTimeField(null=True, editable=False)
    judged_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    withdrawn_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    withdrawn_reason = models.CharField("waarom ingetrokken", max_length=1000, blank=True)

    class Meta:
        verbose_name = "oproep"
        verbose_name_plural = "oproepen"
        ordering: ClassVar = ["id"]
        indexes: ClassVar = [models.Index(fields=["case", "-id"], name="summonses_of_case")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["appointment"], condition=_STANDS, name="appointment_calls_once",
                                    violation_error_message="Voor deze afspraak is al een oproep gestuurd."),
            models.UniqueConstraint(fields=["case", "ladder", "number"], condition=_STANDS & ~Q(blame=Blame.EXCUSED),
                                    name="each_summons_once_a_ladder",
                                    violation_error_message="Deze oproep is er al."),
            models.CheckConstraint(condition=Q(number__range=(1, 3)), name="at_most_three_summonses",
                                   violation_error_message="De wet kent hoogstens drie oproepen."),
            models.CheckConstraint(name="last_summons_has_fine_or_reason",
                                   condition=Q(number__lt=3) | Q(fine_announced_on__isnull=False) | ~Q(no_fine_reason=""),
                                   violation_error_message="Vul de dag van de boetebeschikking in, of waarom er geen boete is."),
            models.CheckConstraint(name="judged_summons_has_judge_and_reason",
                                   condition=Q(blame="", judged_at=None)
                                   | Q(judged_at__isnull=False, judged_by__isnull=False) & ~Q(blame="") & ~Q(blame_reason=""),
                                   violation_error_message="Een oordeel heeft een reden."),
            models.CheckConstraint(name="withdrawn_summons_has_reason",
                                   condition=Q(withdrawn_at=None, withdrawn_reason="")
                                   | Q(withdrawn_at__isnull=False) & ~Q(withdrawn_reason=""),
                                   violation_error_message="Schrijf op waarom u de oproep intrekt."),
            models.CheckConstraint(name="uncooperative_has_note",
                                   condition=Q(is_uncooperative=False) | ~Q(outcome_note=""),
                                   violation_error_message="Schrijf op wat er gebeurde."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"oproep {self.number} van {self.issued_on:%d-%m-%Y}"


class SummonsReason(models.Model):
    """Why somebody couldn't come, in the own words. Kept as it was said: nobody changes it afterwards."""

    summons = models.ForeignKey(Summons, models.PROTECT, related_name="reasons")
    text = models.TextField("reden", max_length=2000)
    language = models.CharField("taal", max_length=3)
    via = models.CharField("hoe verteld", max_length=12, choices=ReasonVia)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "reden van niet komen"
        verbose_name_plural = "redenen van niet komen"
        ordering: ClassVar = ["id"]
        triggers: ClassVar = [
            pgtrigger.Protect(name="reason_stays_as_said", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"reden bij oproep {self.summons_id}"


class SummonsAttempt(models.Model):
    """One try to reach somebody: when, how, by whom, reached or not, and what was said."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="summons_attempts")
    summons = models.ForeignKey(Summons, models.PROTECT, null=True, related_name="attempts")
    on = models.DateField("dag")
    channel = models.CharField("hoe", max_length=12, choices=AttemptChannel)
    spoken_to = models.CharField("wie", max_length=120, blank=True)
    is_reached = models.BooleanField("de nieuwkomer zelf bereikt", default=False)
    said = models.CharField("wat is er gezegd", max_length=1000, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "poging om te bereiken"
        verbose_name_plural = "pogingen om te bereiken"
        ordering: ClassVar = ["on", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(name="reached_newcomer_said_something",
                                   condition=Q(is_reached=False) | ~Q(said=""),
                                   violation_error_message="Schrijf op wat de nieuwkomer zei."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_channel_display()} op {self.on:%d-%m-%Y}"


class IntakeInAbsence(models.Model):
    """The decision to complete a brede intake without the newcomer: who, on what it rests, and why."""

    intake = models.OneToOneField(Intake, models.PROTECT, related_name="absence")
    summons = models.OneToOneField(Summons, models.PROTECT, related_name="absence")
    basis = models.TextField("waar de intake op berust", max_length=2000)
    reason = models.TextField("waarom zonder de nieuwkomer", max_length=2000)
    decided_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "intake in afwezigheid"
        verbose_name_plural = "intakes in afwezigheid"
        constraints: ClassVar = [
            models.CheckConstraint(name="absence_has_basis_and_reason", condition=~Q(basis="") & ~Q(reason=""),
                                   violation_error_message="Schrijf op waar de intake op berust, en waarom."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"intake {self.intake_id} in afwezigheid"
