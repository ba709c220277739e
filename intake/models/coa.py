"""What COA hands over about somebody who still lives in an azc, or did until now."""

from typing import ClassVar

import pghistory
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from intake.enums import Level


@pghistory.track(model_name="CoaHandoverHistory", obj_field=pghistory.ObjForeignKey(related_name="history"))
class CoaHandover(models.Model):
    """The warme overdracht: who told the gemeente what. Health isn't in it: that belongs to the restricted section."""

    case = models.OneToOneField(Case, models.PROTECT, related_name="coa_handover")
    contact_name = models.CharField("contactpersoon bij COA", max_length=200, blank=True)
    contact_phone = models.CharField("telefoon", max_length=30, blank=True)
    contact_email = models.EmailField("e-mailadres", blank=True)
    coupled_on = models.DateField("gekoppeld op", null=True, blank=True)
    talk_on = models.DateField("gesprek met COA op", null=True, blank=True)
    newcomer_present = models.BooleanField("was de nieuwkomer erbij", null=True, blank=True)
    no_talk_reason = models.CharField("waarom geen gesprek", max_length=500, blank=True)
    level = models.CharField("taalniveau volgens COA", max_length=4, choices=Level, blank=True)
    preparation = models.CharField("voorinburgering: wat is gedaan", max_length=1000, blank=True)
    preparation_hours = models.PositiveSmallIntegerField("voorinburgering: uren", null=True, blank=True,
                                                         validators=[MaxValueValidator(2000)])  # fmt: skip
    ambition = models.CharField("ambitie, zoals verteld bij COA", max_length=2000, blank=True)
    region_wish = models.CharField("voorkeur voor een regio, en waarom", max_length=1000, blank=True)
    region_mismatch = models.BooleanField(
        "de plaatsing past niet bij de voorkeur of het beroep", default=False
    )
    region_note = models.CharField("wat doet u met dat verschil", max_length=1000, blank=True)
    family = models.CharField("gezinssamenstelling", max_length=1000, blank=True)
    moves = models.PositiveSmallIntegerField("aantal verhuizingen in de opvang", null=True, blank=True,
                                             validators=[MaxValueValidator(50)])  # fmt: skip
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "overdracht van COA"
        verbose_name_plural = "overdrachten van COA"
        constraints: ClassVar = [
            models.CheckConstraint(name="coa_mismatch_shows_the_wish",
                                   condition=Q(region_mismatch=False) | ~Q(region_wish=""),
                                   violation_error_message="Schrijf op welke regio de nieuwkomer wilde, en waarom."),
            models.CheckConstraint(name="coa_talk_or_reason",
                                   condition=Q(talk_on__isnull=False) | ~Q(no_talk_reason=""),
                                   violation_error_message="Vul in wanneer u met COA sprak, of waarom dat niet gebeurde."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"overdracht van COA in dossier {self.case_id}"
