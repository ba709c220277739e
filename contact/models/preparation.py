"""How long before the brede intake the preparation pack must be there, by the choice of a gemeente."""

from typing import ClassVar

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q

from accounts.models import Gemeente, User
from contact.rules.preparation import MOST_PACK_DAYS


class PackPeriod(models.Model):
    """From a day on, the pack goes out so many days before the talk (PP-26)."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    days = models.PositiveSmallIntegerField("dagen", validators=[MaxValueValidator(MOST_PACK_DAYS)])
    valid_from = models.DateField("geldt vanaf")
    set_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="ingesteld door")
    set_at = models.DateTimeField("ingesteld", auto_now=True)

    class Meta:
        verbose_name = "tijd om voor te bereiden"
        verbose_name_plural = "tijden om voor te bereiden"
        ordering: ClassVar = ["-valid_from"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["gemeente", "valid_from"], name="one_pack_period_a_day",
                                    violation_error_message="Voor deze dag is al een aantal dagen ingesteld."),
            models.CheckConstraint(name="pack_period_is_possible", condition=Q(days__lte=MOST_PACK_DAYS),
                                   violation_error_message=f"Kies een aantal dagen van 0 tot en met {MOST_PACK_DAYS}."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.days} dagen vanaf {self.valid_from:%d-%m-%Y}"
