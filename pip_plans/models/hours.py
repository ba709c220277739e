"""Proof of course hours, for who can't reach B1."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from accounts.models import User
from cases.models import Document
from pip_plans.enums import HoursSource
from pip_plans.models.pips import Pip
from pip_plans.models.protection import HOURS_OF_ESTABLISHED

MOST_HOURS = 5000


class CourseHours(models.Model):
    """Lessons Nederlands that somebody followed until a day, with the document that shows it (Besluit inburgering 2021, 5.5)."""

    pip = models.ForeignKey(Pip, models.PROTECT, related_name="course_hours", verbose_name="PIP")
    hours = models.PositiveSmallIntegerField("uren les")
    until_on = models.DateField("gevolgd tot en met")
    provider = models.CharField("school of aanbieder", max_length=200)
    source = models.CharField("waaruit blijkt dat?", max_length=11, choices=HoursSource)
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+", verbose_name="bewijs")
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
                name="course_hours_have_their_document",
                condition=Q(document__isnull=False),
                violation_error_message="Voeg het bewijs van de lesuren toe.",
            ),
            # Whatever they appear from: the same hours twice would be enough for a lower level.
            models.UniqueConstraint(
                Lower("provider"),
                "pip",
                "until_on",
                "hours",
                name="the_same_course_hours_once",
                violation_error_message="Deze lesuren staan al in het dossier: dezelfde school, dag en uren.",
            ),
        ]
        triggers: ClassVar = [
            pgtrigger.Protect(name="course_hours_never_change", operation=pgtrigger.Update),
            pgtrigger.Trigger(
                name="course_hours_of_established_stay",
                when=pgtrigger.Before,
                operation=pgtrigger.Delete,
                func=HOURS_OF_ESTABLISHED,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.hours} uur bij {self.provider}"
