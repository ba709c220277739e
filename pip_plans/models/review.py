"""How long a newcomer can read a concept, by the choice of a gemeente."""

from typing import ClassVar

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q

from accounts.models import Gemeente, User

MOST_REVIEW_DAYS = 60


class ReviewPeriod(models.Model):
    """From a day on, a concept is readable for so many days before it is established without akkoord (PP-28)."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    days = models.PositiveSmallIntegerField("dagen", validators=[MaxValueValidator(MOST_REVIEW_DAYS)])
    valid_from = models.DateField("geldt vanaf")
    set_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="ingesteld door")
    set_at = models.DateTimeField("ingesteld", auto_now=True)

    class Meta:
        verbose_name = "leestijd van een concept"
        verbose_name_plural = "leestijden van concepten"
        ordering: ClassVar = ["-valid_from"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["gemeente", "valid_from"], name="one_review_period_a_day",
                                    violation_error_message="Voor deze dag is al een leestijd ingesteld."),
            models.CheckConstraint(name="review_period_is_possible", condition=Q(days__lte=MOST_REVIEW_DAYS)),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.days} dagen vanaf {self.valid_from:%d-%m-%Y}"
