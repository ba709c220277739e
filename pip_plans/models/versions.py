"""A version of the PIP. Once it was established it never changes; the database sees to it."""

from datetime import datetime
from typing import ClassVar

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from accounts.models import User
from cases.models import Document
from inburgering.kit.dutch import upper_first
from pip_plans.enums import (
    REFUSALS,
    Alphabetisation,
    Benefit,
    Factor,
    FurtherLearning,
    Leerroute,
    Level,
    LevelSource,
    Niveau,
    Participation,
    Relief,
    ReliefCost,
    Status,
    StudyGoal,
    StudyWithBenefit,
    SwitchGround,
    TranslationState,
    Wish,
)
from pip_plans.models.deciding import DecisionShown
from pip_plans.models.pips import Pip
from pip_plans.rules.plan import Plan, fits
from pip_plans.rules.translations import UNILATERAL, Text, text_beside, texts_of

TEXT = "tekst"
"""In `PipVersion.authors`: who changed any of the words last, goals and agreements too."""


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
    translation_source = models.CharField("uitleg vertaald van", max_length=64, blank=True, editable=False)

    pvt_hours = models.PositiveSmallIntegerField("uren PVT", null=True, blank=True)
    map_hours = models.PositiveSmallIntegerField("praktijkuren MAP", null=True, blank=True)
    talks_per_year = models.PositiveSmallIntegerField(
        "voortgangsgesprekken in een jaar", null=True, blank=True
    )
    support = models.TextField("hulp en begeleiding", max_length=4000, blank=True)
    vve = models.TextField("voorschoolse educatie (VVE)", max_length=2000, blank=True)
    participation_duties = models.TextField("afspraken over meedoen en werk", max_length=4000, blank=True)
    perspective = models.TextField("na de inburgering", max_length=4000, blank=True)

    childcare = models.TextField("opvang van de kinderen", max_length=2000, blank=True)
    participation = models.CharField("meedoen en taal", max_length=13, choices=Participation, blank=True)
    participation_activity = models.TextField("wat doet iemand om mee te doen?", max_length=1000, blank=True)
    participation_hours = models.PositiveSmallIntegerField("uren in een week", null=True, blank=True)
    participation_in_dutch = models.BooleanField("spreekt daar Nederlands", default=False)
    participation_reason = models.TextField("waarom niet tegelijk?", max_length=2000, blank=True)
    benefit = models.CharField("bijstandsuitkering", max_length=3, choices=Benefit, blank=True)
    benefit_from = models.DateField("recht op bijstand vanaf", null=True, blank=True)
    benefit_duties = models.TextField(
        "plichten bij de uitkering (Participatiewet)", max_length=4000, blank=True
    )
    relief = models.CharField("vaste kosten (ontzorgen)", max_length=8, choices=Relief, blank=True)
    relief_costs = ArrayField(models.CharField(max_length=15, choices=ReliefCost), default=list, blank=True,
                              verbose_name="kosten die de gemeente betaalt")  # fmt: skip
    relief_from = models.DateField("ontzorgen vanaf", null=True, blank=True)
    relief_until = models.DateField("ontzorgen tot en met", null=True, blank=True)
    relief_reason = models.TextField("uitleg bij het ontzorgen", max_length=2000, blank=True)

    wished_level = models.CharField("gewenst taalniveau", max_length=2, choices=Level, blank=True)
    needed_level = models.CharField("taalniveau voor het beroep", max_length=2, choices=Level, blank=True)
    needed_level_source = models.CharField(
        "wie noemde dat niveau?", max_length=10, choices=LevelSource, blank=True
    )
    needed_level_by = models.CharField("naam bij dat niveau", max_length=200, blank=True)
    further_learning = models.CharField("doorleren", max_length=12, choices=FurtherLearning, blank=True)
    further_learning_reason = models.TextField("uitleg over doorleren", max_length=2000, blank=True)
    further_learning_decide_on = models.DateField(
        "besluit over doorleren uiterlijk op", null=True, blank=True
    )
    target_occupation = models.CharField("beroep of doel", max_length=200, blank=True)
    next_step = models.TextField("volgende stap", max_length=1000, blank=True)
    next_step_helper = models.CharField("wie helpt daarbij?", max_length=200, blank=True)
    next_step_on = models.DateField("wanneer is die stap?", null=True, blank=True)
    study_goal = models.CharField("gewenste opleiding", max_length=9, choices=StudyGoal, blank=True)
    pathways = ArrayField(
        models.CharField(max_length=120), default=list, blank=True, verbose_name="wegen na de route"
    )
    pathway_reason = models.TextField("waarom geen weg na de route?", max_length=1000, blank=True)
    study_with_benefit = models.CharField("studeren met behoud van uitkering", max_length=10, choices=StudyWithBenefit,
                                          blank=True)  # fmt: skip
    study_with_benefit_reason = models.TextField(
        "uitleg over studeren en uitkering", max_length=1000, blank=True
    )

    shared_on = models.DateField("gedeeld met de nieuwkomer sinds", null=True, blank=True)
    shared_hash = models.CharField(max_length=64, blank=True, editable=False)
    is_unilateral = models.BooleanField("eenzijdig vastgesteld", default=False)
    unilateral_reason = models.TextField("waarom zonder akkoord?", max_length=4000, blank=True)

    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="gemaakt door")
    updated_at = models.DateTimeField("bijgewerkt op")
    updated_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="bijgewerkt door")
    # Who gave each field its value, and when: at every save it matters whether a colleague came between.
    authors = models.JSONField(default=dict, blank=True, editable=False)
    established_on = models.DateField("dagtekening", null=True, blank=True)
    announced_on = models.DateField("bekendgemaakt op", null=True, blank=True)
    established_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+",
                                       verbose_name="vastgesteld door")  # fmt: skip
    document = models.OneToOneField(Document, models.PROTECT, null=True, blank=True, related_name="+",
                                    verbose_name="beschikking")  # fmt: skip
    companion = models.OneToOneField(Document, models.PROTECT, null=True, blank=True, related_name="+",
                                     verbose_name="uitleg bij de beschikking")  # fmt: skip
    companion_language = models.CharField("taal van de uitleg", max_length=3, blank=True)
    without_translation = models.BooleanField("vastgesteld zonder uitleg in de eigen taal", default=False)

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
                name="established_pip_says_when_or_why_not_about_further_learning",
                condition=Q(status=Status.CONCEPT)
                | Q(further_learning__in=["", FurtherLearning.TOEGEZEGD])
                | Q(further_learning=FurtherLearning.NIET_BESLIST, further_learning_decide_on__isnull=False)
                | (Q(further_learning__in=REFUSALS) & ~Q(further_learning_reason="")),
                violation_error_message="Schrijf op waarom doorleren niet kan, of wanneer daarover wordt besloten.",
            ),
            models.CheckConstraint(
                name="established_pip_says_who_named_the_level",
                condition=Q(status=Status.CONCEPT) | Q(needed_level="") | ~Q(needed_level_source=""),
                violation_error_message="Kies wie het taalniveau voor het beroep noemde.",
            ),
            models.CheckConstraint(
                name="established_pip_pays_costs_only_with_benefit_and_in_order",
                condition=Q(status=Status.CONCEPT) | Q(relief="")
                | (Q(benefit=Benefit.JA)
                   & (Q(relief_from=None) | Q(relief_until=None) | Q(relief_until__gte=F("relief_from")))),
                violation_error_message="Ontzorgen hoort bij een bijstandsuitkering en eindigt niet voor het begint.",
            ),
            models.CheckConstraint(
                name="unilateral_pip_is_established_and_says_why",
                condition=Q(is_unilateral=False, unilateral_reason="")
                | (Q(is_unilateral=True, status=Status.VASTGESTELD) & ~Q(unilateral_reason="")),
                violation_error_message="Schrijf op waarom het PIP zonder akkoord wordt vastgesteld.",
            ),
            models.CheckConstraint(
                name="companion_has_a_language_and_an_established_pip",
                condition=Q(companion=None, companion_language="", without_translation=False)
                | (Q(status=Status.VASTGESTELD, companion__isnull=False) & ~Q(companion_language="")),
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

    def author_of(self, name: str) -> int | None:
        """Id of the user who gave a field the value that it has now; None when nobody typed it."""
        author: int | None = self.authors.get(name, {}).get("by")
        return author

    def written_at(self, name: str) -> datetime | None:
        return datetime.fromisoformat(self.authors[name]["at"]) if name in self.authors else None

    @property
    def writers(self) -> frozenset[int]:
        """Ids of whose words these are: who wrote last, and who chose and explained the leerroute."""
        written = (self.author_of(name) for name in (TEXT, "leerroute", "motivation"))
        return frozenset(writer for writer in written if writer is not None)

    @property
    def text_since(self) -> datetime:
        """When the words became what they are now."""
        return self.written_at(TEXT) or self.created_at

    @property
    def factor_labels(self) -> list[str]:
        names = dict(Factor.choices)
        return [str(names.get(factor, factor)) for factor in self.factors]

    @property
    def has_perspective(self) -> bool:
        said = (self.target_occupation, self.next_step, self.next_step_helper)
        return all(text.strip() for text in said) and self.next_step_on is not None

    @property
    def relief_cost_labels(self) -> list[str]:
        names = dict(ReliefCost.choices)
        return [str(names.get(cost, cost)) for cost in self.relief_costs]

    @property
    def as_plan(self) -> Plan:
        """What the rules look at. Reads goals and agreements, so prefetch them for a list."""
        plain = {name: getattr(self, name) for name in (*PLAN_FIELDS, *KEPT_FIELDS)}
        return Plan(
            **plain | {name: tuple(plain[name]) for name in LIST_FIELDS},
            goals=tuple(goal.as_plan for goal in self.goals.all()),
            agreements=tuple(agreement.as_plan for agreement in self.agreements.all()),
            translations=tuple(row.as_plan for row in self.translations.all()),
        )

    @property
    def texts(self) -> dict[str, Text]:
        """The texts of the klantmanager by field, each with what there is of it in the own language."""
        return {one.field: one for one in texts_of(self.as_plan)}

    @property
    def motivation_is_translated(self) -> bool:
        return fits(self.motivation_own_language, self.translation_source, self.motivation, self.own_language)

    @property
    def unilateral_text(self) -> Text:
        """Why there was no akkoord, with what there is of it in the own language."""
        return text_beside(self.as_plan, UNILATERAL, self.unilateral_reason)

    @property
    def own_texts(self) -> list[tuple[str, Text]]:
        """What the newcomer reads in the own language, each with its label."""
        labels = {field.name: str(field.verbose_name) for field in self._meta.fields}
        return [(labels[one.field], one) for one in self.texts.values() if one.is_translated]


def label_of(field: str) -> str:
    """What the screen calls a field of the plan."""
    return upper_first(str(PipVersion._meta.get_field(field).verbose_name))  # type: ignore[union-attr]  # noqa: SLF001 - Django's own way to a field


KEPT_FIELDS = ("advice", "age_policy", "age_policy_link", "age_policy_document_id", "translation_source")
"""Fields of a plan that nobody fills in: they have their own act, or follow from another."""

PLAN_FIELDS = tuple(
    name
    for name in Plan.__dataclass_fields__
    if name not in {"goals", "agreements", "translations", *KEPT_FIELDS}
)
"""The fields of a version that the klantmanager fills in."""
LIST_FIELDS = ("factors", "pathways", "relief_costs")
