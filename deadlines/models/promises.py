"""How long the gemeente gives itself."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from accounts.models import Gemeente, User
from deadlines.enums import Kind
from deadlines.rules import PROMISES, Length, Unit

MOST = 400


class PromiseTerm(models.Model):
    """The length of a promise of this gemeente from a day on. Never changed: a later row for the same day replaces it."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="promise_terms")
    kind = models.CharField("toezegging", max_length=32, choices=Kind)
    number = models.PositiveSmallIntegerField("aantal")
    unit = models.CharField("eenheid", max_length=12, choices=[(unit.value, unit.value) for unit in Unit])
    valid_from = models.DateField("geldt vanaf")
    set_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    set_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "termijn van een toezegging"
        verbose_name_plural = "termijnen van toezeggingen"
        ordering: ClassVar = ["-valid_from", "-id"]
        indexes: ClassVar = [
            models.Index(fields=["gemeente", "kind", "-valid_from", "-id"], name="promise_term_in_force")
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="promise_term_is_of_a_promise",
                condition=Q(kind__in=[promise.kind.value for promise in PROMISES]),
                violation_error_message="Deze termijn staat in de wet: de gemeente kiest hem niet.",
            ),
            models.CheckConstraint(
                name="promise_term_is_not_empty_or_endless",
                condition=Q(number__range=(1, MOST)),
                violation_error_message=f"Kies een aantal van 1 tot en met {MOST}.",
            ),
            models.CheckConstraint(
                name="promise_term_has_a_known_unit",
                condition=Q(unit__in=[unit.value for unit in Unit]),
                violation_error_message="Deze eenheid bestaat niet.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.length} vanaf {self.valid_from}"

    @property
    def length(self) -> Length:
        return Length(self.number, Unit(self.unit))
