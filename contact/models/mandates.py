"""Who may decide what. A row holds from its day until the next row of the same type and role."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from accounts.enums import Role
from accounts.models import Gemeente, User
from contact.enums.mandates import DECIDING_ROLES
from contact.enums.requests import RequestType


class Mandate(models.Model):
    """From this day on, this role may (or may not) decide on requests of this type. Without rows the defaults hold."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    type = models.CharField("soort verzoek", max_length=24, choices=RequestType)
    role = models.CharField("rol", max_length=24, choices=Role)
    may_decide = models.BooleanField("mag beslissen")
    valid_from = models.DateField("geldt vanaf")
    set_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    set_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "mandaat"
        verbose_name_plural = "mandaten"
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="one_mandate_a_type_role_and_day",
                fields=["gemeente", "type", "role", "valid_from"],
                violation_error_message="Op deze dag verandert dit mandaat al.",
            ),
            models.CheckConstraint(
                name="mandate_is_for_who_decides",
                condition=Q(role__in=[role.value for role in DECIDING_ROLES]),
                violation_error_message="Alleen een klantmanager of een teamleider kan een mandaat krijgen.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_type_display()}: {self.get_role_display()} vanaf {self.valid_from}"
