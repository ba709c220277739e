"""Which level of Dutch a profession or education asks, as somebody said it."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q

from accounts.models import User
from pip_plans.enums import Level, LevelSource
from pip_plans.models.fields import long_text
from pip_plans.models.pips import Pip


class LevelNeed(models.Model):
    """What an employer, a werkcoach or the law asks, from the day that the gemeente knew. Kept, never changed (PP-61)."""

    pip = models.ForeignKey(Pip, models.PROTECT, related_name="level_needs")
    level = models.CharField("niveau", max_length=2, choices=Level)
    source = models.CharField("wie zegt dat?", max_length=10, choices=LevelSource)
    said_by = models.CharField("naam", max_length=200, blank=True)
    occupation = models.CharField("voor welk beroep of welke opleiding?", max_length=200)
    remark = long_text("toelichting", 2000, blank=True)
    noted_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="vastgelegd door")
    noted_at = models.DateTimeField("vastgelegd", auto_now_add=True)

    class Meta:
        verbose_name = "taalniveau dat nodig is"
        verbose_name_plural = "taalniveaus die nodig zijn"
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="level_need_is_known_and_has_a_source",
                condition=Q(level__in=Level.values, source__in=LevelSource.values) & ~Q(occupation=""),
                violation_error_message="Kies het niveau, wie dat zei, en voor welk beroep.",
            ),
        ]
        triggers: ClassVar = [
            pgtrigger.Protect(name="level_need_stays", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.level} voor {self.occupation}"

    @property
    def who(self) -> str:
        return f"{self.get_source_display()}, {self.said_by}" if self.said_by else self.get_source_display()
