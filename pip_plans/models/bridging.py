"""What somebody does while waiting for the first lesson."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from accounts.models import User
from pip_plans.enums import Bridge
from pip_plans.models.pips import Pip


class BridgingActivity(models.Model):
    """Agreed with the newcomer, so that nobody only waits (PP-58). Without a last day it goes on."""

    pip = models.ForeignKey(Pip, models.PROTECT, related_name="bridging")
    kind = models.CharField("wat gaat iemand doen?", max_length=10, choices=Bridge)
    what = models.CharField("waar of bij wie?", max_length=200, blank=True)
    from_on = models.DateField("vanaf")
    until_on = models.DateField("tot en met", null=True, blank=True)
    noted_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="vastgelegd door")
    noted_at = models.DateTimeField("vastgelegd", auto_now_add=True)

    class Meta:
        verbose_name = "overbruggende activiteit"
        verbose_name_plural = "overbruggende activiteiten"
        ordering: ClassVar = ["-from_on", "-id"]
        constraints: ClassVar = [
            models.CheckConstraint(name="bridging_is_of_a_known_kind",
                                   condition=Q(kind__in=Bridge.values) & (~Q(kind=Bridge.ANDERS) | ~Q(what="")),
                                   violation_error_message="Kies een activiteit. Bij ‘iets anders’ schrijft u op wat."),
            models.CheckConstraint(name="bridging_ends_after_it_began",
                                   condition=Q(until_on=None) | Q(until_on__gte=F("from_on")),
                                   violation_error_message="De laatste dag ligt voor de eerste dag."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.what})" if self.what else self.get_kind_display()
