"""A version of the PIP. Once it was established it never changes; the database sees to it."""

from typing import ClassVar

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from accounts.models import User
from cases.models import Document
from pip_plans.enums import (
    Alphabetisation,
    Factor,
    Leerroute,
    Niveau,
    Status,
    SwitchGround,
    TranslationState,
    Wish,
)
from pip_plans.models.deciding import DecisionShown
from pip_plans.models.pips import Pip
from pip_plans.rules.plan import Plan


class PipVersion(DecisionShown, models.Model):
    """One version, from concept to established. A change after that is the next version."""

    pip = models.ForeignKey(Pip, models.PROTECT, related_name="versions", verbose_name="PIP")
    number = models.PositiveSmallIntegerField("versie")
    status = models.CharField("status", max_length=12, choices=Status, default=Status.CONCEPT)
    change_reason = models.TextField("waarom verandert het PIP?", max_length=2000, blank=True)

    switch_ground = models.CharField(
        "waarom mag de leerroute wisselen?", max_length=11, choices=SwitchGround, blank=True
    )
    switch_reason = models.TextField("uitleg bij de wissel", max_length=4000, blank=True)
    effort = models.TextField("inspanning tot nu toe", max_length=4000, blank=True)

    leerroute = models.CharField("leerroute", max_length=1, choices=Leerroute, blank=True)
    wished_leerroute = models.CharField("gewenste leerroute", max_length=9, choices=Wish, blank=True)
    wish_difference_reason = models.TextField("waarom anders dan de wens?", max_length=2000, blank=True)
    niveau = models.CharField("niveau", max_length=2, choices=Niveau, blank=True)
    intensity_hours = models.PositiveIntegerField("intensiteit in uren", null=True, blank=True)
    alphabetisation = models.CharField(
        "leren lezen en schrijven", max_length=3, choices=Alphabetisation, blank=True
    )
    may_finish_education = models.BooleanField("mag eerst een opleiding afmaken", default=False)
    a2_allowed = models.BooleanField("mag examen doen op A2", default=False)
    knm_allowed = models.BooleanField("mag examen doen in KNM", default=False)

    factors = ArrayField(
        models.CharField(max_length=20, choices=Factor), default=list, blank=True, verbose_name="redenen"
    )
    motivation = models.TextField("waarom deze leerroute?", max_length=4000, blank=True)
    motivation_own_language = models.TextField(
        "dezelfde uitleg in de eigen taal", max_length=4000, blank=True
    )
    why_not_b = models.TextField("waarom niet de B1-route?", max_length=2000, blank=True)
    why_not_o = models.TextField("waarom niet de onderwijsroute?", max_length=2000, blank=True)
    why_not_z = models.TextField("waarom niet de Z-route?", max_length=2000, blank=True)
    advice = models.JSONField("advies over de leerroute", null=True, blank=True, editable=False)
    advice_difference_reason = models.TextField("waarom anders dan het advies?", max_length=2000, blank=True)
    age_policy = models.TextField("beleid over leeftijd", max_length=2000, blank=True, editable=False)
    age_policy_link = models.URLField("waar staat dit beleid?", max_length=500, blank=True, editable=False)
    age_policy_document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, editable=False,
                                            related_name="+", verbose_name="beleid als document")  # fmt: skip
    own_language = models.CharField("eigen taal", max_length=3, blank=True)
    translation_state = models.CharField("vertaling", max_length=13, choices=TranslationState,
                                         default=TranslationState.ONTBREEKT)  # fmt: skip

    pvt_hours = models.PositiveSmallIntegerField("uren PVT", null=True, blank=True)
    map_hours = models.PositiveSmallIntegerField("praktijkuren MAP", null=True, blank=True)
    talks_per_year = models.PositiveSmallIntegerField(
        "voortgangsgesprekken in een jaar", null=True, blank=True
    )
    support = models.TextField("hulp en begeleiding", max_length=4000, blank=True)
    vve = models.TextField("voorschoolse educatie (VVE)", max_length=2000, blank=True)
    participation_duties = models.TextField("afspraken over meedoen en werk", max_length=4000, blank=True)
    perspective = models.TextField("na de inburgering", max_length=4000, blank=True)

    shared_on = models.DateField("gedeeld met de nieuwkomer sinds", null=True, blank=True)
    shared_hash = models.CharField(max_length=64, blank=True, editable=False)
    is_unilateral = models.BooleanField("eenzijdig vastgesteld", default=False)
    unilateral_reason = models.TextField("waarom zonder akkoord?", max_length=4000, blank=True)

    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="gemaakt door")
    updated_at = models.DateTimeField("bijgewerkt op")
    updated_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="bijgewerkt door")
    established_on = models.DateField("dagtekening", null=True, blank=True)
    announced_on = models.DateField("bekendgemaakt op", null=True, blank=True)
    established_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+",
                                       verbose_name="vastgesteld door")  # fmt: skip
    document = models.OneToOneField(Document, models.PROTECT, null=True, blank=True, related_name="+",
                                    verbose_name="beschikking")  # fmt: skip

    class Meta:
        verbose_name = "versie van het PIP"
        verbose_name_plural = "versies van het PIP"
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["pip", "number"], name="pip_version_number_once"),
            models.UniqueConstraint(fields=["pip"], condition=Q(status=Status.CONCEPT), name="one_concept_a_pip",
                                    violation_error_message="Er is al een concept van dit PIP."),
            models.CheckConstraint(
                name="established_pip_has_route_day_person_and_letter",
                condition=Q(status=Status.CONCEPT, established_on=None, announced_on=None,
                    established_by=None, document=None)
                | Q(status=Status.VASTGESTELD, leerroute__in=Leerroute.values, established_on__isnull=False,
                    announced_on__isnull=False, established_by__isnull=False, document__isnull=False),
                violation_error_message="Een vastgesteld PIP heeft een leerroute, een dagtekening en een beschikking.",
            ),
            models.CheckConstraint(
                name="established_pip_level_fits_route",
                condition=Q(status=Status.CONCEPT)
                | ~(Q(leerroute=Leerroute.O, niveau=Niveau.A2) | Q(leerroute=Leerroute.Z, niveau=Niveau.B1)),
                violation_error_message="Dit niveau kan niet bij deze leerroute.",
            ),
            models.CheckConstraint(
                name="established_pip_intensity_only_in_b1_route",
                condition=Q(status=Status.CONCEPT) | Q(leerroute=Leerroute.B) | Q(intensity_hours=None),
                violation_error_message="De intensiteit hoort alleen bij de B1-route.",
            ),
            models.CheckConstraint(
                name="unilateral_pip_is_established_and_says_why",
                condition=Q(is_unilateral=False, unilateral_reason="")
                | (Q(is_unilateral=True, status=Status.VASTGESTELD) & ~Q(unilateral_reason="")),
                violation_error_message="Schrijf op waarom het PIP zonder akkoord wordt vastgesteld.",
            ),
            models.CheckConstraint(
                name="shared_pip_remembers_its_text",
                condition=Q(shared_on=None, shared_hash="") | (Q(shared_on__isnull=False) & ~Q(shared_hash="")),
            ),
        ]  # fmt: skip
        triggers: ClassVar = [
            pgtrigger.Protect(
                name="established_pip_never_changes",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__status=Status.VASTGESTELD.value),
            )
        ]

    def __str__(self) -> str:
        return f"PIP versie {self.number}"

    @property
    def is_concept(self) -> bool:
        return self.status == Status.CONCEPT

    @property
    def factor_labels(self) -> list[str]:
        names = dict(Factor.choices)
        return [str(names.get(factor, factor)) for factor in self.factors]

    @property
    def as_plan(self) -> Plan:
        """What the rules look at. Reads goals and agreements, so prefetch them for a list."""
        plain = {name: getattr(self, name) for name in (*PLAN_FIELDS, *KEPT_FIELDS)}
        return Plan(
            **plain | {"factors": tuple(self.factors)},
            goals=tuple(goal.as_plan for goal in self.goals.all()),
            agreements=tuple(agreement.as_plan for agreement in self.agreements.all()),
        )


KEPT_FIELDS = ("advice", "age_policy", "age_policy_link", "age_policy_document_id")
"""Fields of a plan that have their own act."""

PLAN_FIELDS = tuple(
    name for name in Plan.__dataclass_fields__ if name not in {"goals", "agreements", *KEPT_FIELDS}
)
"""The fields of a version that the klantmanager fills in."""
