"""Texts of two people at one field of a concept."""

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from inburgering.kit.dutch import format_date
from pip_plans.models.protection import protect_content
from pip_plans.models.versions import PipVersion, label_of


class PlanConflict(models.Model):
    """What somebody typed while a colleague changed the same field. Kept, also after somebody chose.

    `seen` is the mark of the value that it was typed over: who types on, adds to the same conflict.
    """

    version = models.ForeignKey(PipVersion, models.CASCADE, related_name="conflicts")
    field = models.CharField("veld", max_length=40)
    value = models.JSONField("kwam later", null=True)
    seen = models.CharField(max_length=16)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="door")
    at = models.DateTimeField("op", default=timezone.now)
    settled_at = models.DateTimeField("gekozen op", null=True, blank=True)
    settled_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+",
                                   verbose_name="gekozen door")  # fmt: skip
    dropped = models.JSONField("niet gekozen", null=True, blank=True)

    class Meta:
        verbose_name = "botsing"
        verbose_name_plural = "botsingen"
        ordering: ClassVar = ["at", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "field", "by", "seen"], condition=Q(settled_at=None),
                                    name="one_conflict_a_field_and_page"),
            models.CheckConstraint(name="settled_conflict_says_who_chose",
                                   condition=Q(settled_at=None, settled_by=None)
                                   | Q(settled_at__isnull=False, settled_by__isnull=False)),
        ]  # fmt: skip
        triggers: ClassVar = [protect_content("conflict_of_established_pip_never_changes")]

    def __str__(self) -> str:
        return f"{self.label} ({self.by})"

    @property
    def label(self) -> str:
        return label_of(self.field)

    @property
    def shown(self) -> str:
        return in_words(self.field, self.value)

    @property
    def dropped_shown(self) -> str:
        return in_words(self.field, self.dropped)


def in_words(name: str, value: Any) -> str:
    """A value of a field of the plan as somebody reads it; "" when nothing was filled in."""
    field: Any = PipVersion._meta.get_field(name)  # noqa: SLF001 - Django's own way to a field
    value = field.to_python(value)
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return format_date(value, weekday=False)
    if value in (None, "", []):
        return ""
    names = dict(getattr(field, "base_field", field).flatchoices)
    values = value if isinstance(value, list) else [value]
    return ", ".join(str(names.get(one, one)) for one in values)
