"""Where somebody can go after the route, as the gemeente offers it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from accounts.models import Gemeente, User
from pip_plans.enums import PathwayKind
from pip_plans.models.fields import long_text


class Pathway(models.Model):
    """A way of this gemeente, beside those of `rules.pathways`. With the name of one of those it stands in its place.

    A plan keeps the name as it was chosen: a way that is renamed or no longer offered changes no PIP.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    kind = models.CharField("soort", max_length=10, choices=PathwayKind)
    name = models.CharField("naam", max_length=120)
    explanation = long_text("uitleg in gewone woorden", 1000, blank=True)
    is_offered = models.BooleanField("kan nu worden gekozen", default=True)
    changed_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="gewijzigd door")
    changed_at = models.DateTimeField("gewijzigd", auto_now=True)

    class Meta:
        verbose_name = "weg na de route"
        verbose_name_plural = "wegen na de route"
        ordering: ClassVar = ["kind", "name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["gemeente", "name"], name="one_pathway_a_name",
                                    violation_error_message="Deze weg staat al in de lijst."),
            models.CheckConstraint(name="pathway_has_a_name_and_kind",
                                   condition=~Q(name="") & Q(kind__in=PathwayKind.values)),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name
