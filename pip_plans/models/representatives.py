"""Who acts for a newcomer in a bezwaar."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from pip_plans.models.objections import Objection


class Representative(models.Model):
    """A gemachtigde or advocaat (Awb, artikel 2:1), from a day on until somebody ended it. One at a time.

    The address is for the post: the letters about the bezwaar go there in any case (Awb, artikel 6:17).
    """

    objection = models.ForeignKey(Objection, models.PROTECT, related_name="representatives")
    name = models.CharField("naam", max_length=200)
    address_line = models.CharField("straat en nummer, of postbus", max_length=200, blank=True)
    postcode_place = models.CharField("postcode en plaats", max_length=200, blank=True)
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="vastgelegd door")
    added_at = models.DateTimeField("vastgelegd", default=timezone.now)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+",
                                 verbose_name="beëindigd door")  # fmt: skip
    ended_at = models.DateTimeField("beëindigd", null=True, blank=True)

    class Meta:
        verbose_name = "vertegenwoordiger"
        verbose_name_plural = "vertegenwoordigers"
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["objection"], condition=Q(ended_at=None), name="one_representative_at_a_time",
                                    violation_error_message="Er is al een vertegenwoordiger in dit bezwaar."),
            models.CheckConstraint(name="representative_has_a_name", condition=~Q(name=""),
                                   violation_error_message="Schrijf op wie de vertegenwoordiger is."),
            models.CheckConstraint(name="ended_representative_says_by_whom",
                                   condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
                                   violation_error_message="Wie de vertegenwoordiging beëindigt, staat erbij."),
        ]  # fmt: skip
        triggers: ClassVar = [pgtrigger.Protect(name="representative_stays", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.name

    @property
    def has_address(self) -> bool:
        return bool(self.address_line and self.postcode_place)
