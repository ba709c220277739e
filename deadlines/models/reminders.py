"""Who was reminded of which day."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from cases.models import CaseEvent
from deadlines.enums import Audience
from deadlines.models.deadline import Deadline


class Reminder(models.Model):
    """One step of the ladder for one audience, given once for each day that a term was due on.

    `rung` counts days from that day: -7 is a week before. When the day moves, the ladder begins anew.
    """

    deadline = models.ForeignKey(Deadline, models.PROTECT, related_name="reminders")
    audience = models.CharField("aan", max_length=16, choices=Audience)
    rung = models.SmallIntegerField("dagen na de laatste dag")
    due_on = models.DateField("herinnerd aan")
    given_on = models.DateField("op")
    event = models.OneToOneField(CaseEvent, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "herinnering"
        verbose_name_plural = "herinneringen"
        ordering: ClassVar = ["given_on", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="reminder_once_a_rung",
                fields=["deadline", "audience", "rung", "due_on"],
                violation_error_message="Deze herinnering is al gegeven.",
            ),
            models.CheckConstraint(
                name="reminder_has_a_known_audience",
                condition=Q(audience__in=Audience.values),
                violation_error_message="Deze ontvanger bestaat niet.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_audience_display()} op {self.given_on}"
