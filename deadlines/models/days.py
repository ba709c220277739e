"""The table of days that aren't working days, beyond the feestdagen that the law itself names."""

from typing import ClassVar

import pghistory
from django.db import models
from django.db.models import Q

from accounts.models import User
from inburgering.kit.calendar import Calendar


class EquatedDayQuerySet(models.QuerySet["EquatedDay"]):
    def calendar(self) -> Calendar:
        return Calendar(dict(self.values_list("day", "source")))


@pghistory.track(
    pghistory.InsertEvent(),
    pghistory.UpdateEvent(),
    pghistory.DeleteEvent(),
    model_name="EquatedDayHistory",
    obj_field=pghistory.ObjForeignKey(related_name="history"),
)
class EquatedDay(models.Model):
    """A day that a koninklijk besluit makes equal to a feestdag (Algemene termijnenwet, artikel 3 lid 3)."""

    day = models.DateField("dag", unique=True, error_messages={"unique": "Deze dag staat al in de tabel."})
    source = models.CharField("bron", max_length=200, help_text="Het koninklijk besluit, met vindplaats.")
    added_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    objects = EquatedDayQuerySet.as_manager()

    class Meta:
        verbose_name = "gelijkgestelde dag"
        verbose_name_plural = "gelijkgestelde dagen"
        ordering: ClassVar = ["day"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="equated_day_is_a_weekday",
                condition=Q(day__iso_week_day__lte=5),
                violation_error_message="Een zaterdag of zondag is al geen werkdag.",
            ),
            models.CheckConstraint(
                name="equated_day_has_a_source",
                condition=~Q(source=""),
                violation_error_message="Noem het koninklijk besluit waar deze dag in staat.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.day)
