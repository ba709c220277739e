"""The leerbaarheidstoets of a case: registration or exemption, and results."""

from decimal import Decimal
from typing import ClassVar

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.models import Gemeente, User
from cases.models import Case
from intake.enums import ExemptionGround, LbtOutcome


class LbtRegistration(models.Model):
    """The leerbaarheidstoets of a case: DUO's number for the appointment, or why there is none.

    That is the college's exemption, or the PIP of another gemeente from before somebody moved here: then there is no new
    test and no new research into education and work (Wet inburgering 2021, artikel 15 lid 4; R-04).
    """

    case = models.OneToOneField(Case, models.PROTECT, related_name="lbt_registration")
    exam_number = models.CharField("examennummer", max_length=12, blank=True)
    exempt_ground = models.CharField("grond", max_length=8, choices=ExemptionGround, blank=True)
    exempt_reason = models.CharField("toelichting", max_length=1000, blank=True)
    exempt_on = models.DateField("ontheffing verleend op", null=True, blank=True)
    exempt_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    earlier_pip_of = models.CharField("gemeente van het vorige PIP", max_length=120, blank=True, default="")
    earlier_pip_on = models.DateField("dagtekening van het vorige PIP", null=True, blank=True)

    class Meta:
        verbose_name = "aanmelding leerbaarheidstoets"
        verbose_name_plural = "aanmeldingen leerbaarheidstoets"
        constraints: ClassVar = [
            models.CheckConstraint(name="lbt_exemption_has_ground_date_and_reason",
                                   condition=Q(exempt_ground="", exempt_on=None)
                                   | (~Q(exempt_ground="") & Q(exempt_on__isnull=False) & ~Q(exempt_reason="")),
                                   violation_error_message="Een ontheffing heeft een grond, een datum en een toelichting."),
            models.CheckConstraint(name="earlier_pip_has_gemeente_and_date",
                                   condition=Q(earlier_pip_of="", earlier_pip_on=None)
                                   | (~Q(earlier_pip_of="") & Q(earlier_pip_on__isnull=False)),
                                   violation_error_message="Vul van het vorige PIP de gemeente en de dagtekening in."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.exam_number or "ontheffing"

    @property
    def is_exempt(self) -> bool:
        return self.exempt_on is not None

    @property
    def has_earlier_pip(self) -> bool:
        return self.earlier_pip_on is not None


class LbtVersion(models.Model):
    """A version of the leerbaarheidstoets, from a day on, with its cesuur. DUO's messages don't name one (PP-35)."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    name = models.CharField("versie", max_length=60)
    valid_from = models.DateField("geldt vanaf")
    needed_score = models.DecimalField(
        "cesuur: benodigde score voor de B1-route", max_digits=5, decimal_places=2,
        validators=[MinValueValidator(Decimal(0))],
    )  # fmt: skip
    source = models.CharField("waar staat dit?", max_length=300)
    set_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="ingesteld door")
    set_at = models.DateTimeField("ingesteld", auto_now=True)

    class Meta:
        verbose_name = "versie van de leerbaarheidstoets"
        verbose_name_plural = "versies van de leerbaarheidstoets"
        ordering: ClassVar = ["-valid_from"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["gemeente", "valid_from"], name="one_lbt_version_a_day",
                                    violation_error_message="Vanaf deze dag geldt al een versie."),
            models.UniqueConstraint(fields=["gemeente", "name"], name="lbt_version_name_once",
                                    violation_error_message="Deze versie staat al in de lijst."),
            models.CheckConstraint(name="lbt_version_has_name_and_source", condition=~Q(name="") & ~Q(source=""),
                                   violation_error_message="Schrijf op hoe de versie heet, en waar dat staat."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name


class LbtResult(models.Model):
    """A result of the leerbaarheidstoets as DUO gave it: advice, never binding. More than one when it is taken again."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="lbt_results")
    result = models.CharField("uitslag", max_length=16, choices=LbtOutcome)
    score = models.DecimalField("behaalde score", max_digits=5, decimal_places=2)
    needed_score = models.DecimalField("benodigde score", max_digits=5, decimal_places=2)
    taken_on = models.DateField("datum", help_text="De dag waarop DUO de uitslag vastlegde.")
    received_at = models.DateTimeField("ontvangen op", default=timezone.now)
    version = models.ForeignKey(
        LbtVersion, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="versie van de toets",
        help_text="Alleen als iemand haar met de hand koos; anders volgt zij uit de datum.",
    )  # fmt: skip

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
