"""Proof of course hours, for who can't reach B1."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from accounts.models import User
from cases.models import Document
from pip_plans.enums import HoursSource
from pip_plans.models.pips import Pip

MOST_HOURS = 5000


class CourseHours(models.Model):
    """Lessons Nederlands that somebody followed until a day, and how the gemeente knows (Besluit inburgering 2021, 5.5)."""

    pip = models.ForeignKey(Pip, models.PROTECT, related_name="course_hours", verbose_name="PIP")
    hours = models.PositiveSmallIntegerField("uren les")
    until_on = models.DateField("gevolgd tot en met")
    provider = models.CharField("school of aanbieder", max_length=200)
    source = models.CharField("waaruit blijkt dat?", max_length=11, choices=HoursSource)
    document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="vastgelegd door")
    at = models.DateTimeField("vastgelegd", auto_now_add=True)

    class Meta:
        verbose_name = "gevolgde lesuren"
        verbose_name_plural = "gevolgde lesuren"
        ordering: ClassVar = ["until_on", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="course_hours_are_possible",
                condition=Q(hours__gte=1, hours__lte=MOST_HOURS),
                violation_error_message=f"Vul een aantal uren in van 1 tot en met {MOST_HOURS}.",
            ),
            models.CheckConstraint(
                name="statement_of_hours_has_its_document",
                condition=~Q(source=HoursSource.VERKLARING, document=None),
                violation_error_message="Voeg de verklaring toe.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.hours} uur bij {self.provider}"
