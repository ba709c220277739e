"""The PIP of a case."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q

from cases.models import Case
from pip_plans.enums import Leerroute, Niveau
from pip_plans.models.protection import PREVIOUS_PIP_OF_ESTABLISHED
from pip_plans.rules.plan import PreviousPip


class Pip(models.Model):
    """The PIP of a case, with what the gemeente before this one had decided (artikel 15 lid 4)."""

    case = models.OneToOneField(Case, models.PROTECT, related_name="pip", verbose_name="dossier")
    previous_leerroute = models.CharField(
        "leerroute in het vorige PIP", max_length=1, choices=Leerroute, blank=True
    )
    previous_niveau = models.CharField(
        "niveau in het vorige PIP", max_length=2, choices=Niveau, blank=True, default=""
    )
    previous_gemeente = models.CharField("vorige gemeente", max_length=120, blank=True)
    previous_dated_on = models.DateField("dagtekening van het vorige PIP", null=True, blank=True)
    first_lesson_on = models.DateField("eerste les", null=True, blank=True)

    class Meta:
        verbose_name = "PIP"
        verbose_name_plural = "PIP's"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="previous_pip_is_whole_or_absent",
                condition=Q(previous_leerroute="", previous_gemeente="", previous_dated_on=None)
                | (
                    Q(previous_leerroute__in=Leerroute.values, previous_dated_on__isnull=False)
                    & ~Q(previous_gemeente="")
                ),
                violation_error_message="Vul van het vorige PIP de gemeente, de leerroute en de dagtekening in.",
            ),
            models.CheckConstraint(
                name="previous_pip_has_a_level_of_its_route",
                condition=Q(previous_niveau="")
                | Q(previous_leerroute=Leerroute.B, previous_niveau__in=Niveau.values)
                | Q(previous_leerroute=Leerroute.O, previous_niveau=Niveau.B1)
                | Q(previous_leerroute=Leerroute.Z, previous_niveau=Niveau.A2),
                violation_error_message="Dit niveau kan niet bij de leerroute van het vorige PIP.",
            ),
        ]
        triggers: ClassVar = [
            pgtrigger.Protect(
                name="pip_stays_in_its_case",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange("id", "case"),
            ),
            pgtrigger.Trigger(
                name="previous_pip_of_established_never_changes",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(
                    "previous_leerroute", "previous_niveau", "previous_gemeente", "previous_dated_on"
                ),
                func=PREVIOUS_PIP_OF_ESTABLISHED,
            ),
        ]

    def __str__(self) -> str:
        return f"PIP van dossier {self.case_id}"

    @property
    def previous(self) -> PreviousPip | None:
        if self.previous_dated_on is None:
            return None
        return PreviousPip(
            gemeente=self.previous_gemeente,
            leerroute=Leerroute(self.previous_leerroute),
            niveau=self.previous_niveau,
            dated_on=self.previous_dated_on,
        )
