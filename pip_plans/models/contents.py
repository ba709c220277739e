"""The goals and agreements of a version, and its texts in the own language."""

from dataclasses import asdict
from typing import ClassVar, cast

import pgtrigger
from django.db import models
from django.db.models import Q

from inburgering.kit.conflicts import mark_of
from intake.enums import Indicator
from pip_plans.enums import Owner, TranslationState
from pip_plans.models.fields import long_text
from pip_plans.models.protection import GOAL_OF_ANOTHER_VERSION, protect_content
from pip_plans.models.versions import PipVersion
from pip_plans.rules.plan import PlanAgreement, PlanGoal, PlanTranslation
from pip_plans.rules.translations import TRANSLATABLE


class Goal(models.Model):
    """What the newcomer wants, in the newcomer's own words; the translation stands beside it, never instead."""

    version = models.ForeignKey(PipVersion, models.CASCADE, related_name="goals")
    position = models.PositiveSmallIntegerField("volgorde")
    own_text = long_text("doel, in eigen woorden", 5000)
    own_language = models.CharField("taal van dit doel", max_length=3, default="nl")
    translation_nl = long_text("in het Nederlands", 5000, blank=True)
    indicator = models.CharField("waar gaat dit doel over?", max_length=18, choices=Indicator, blank=True)

    class Meta:
        verbose_name = "doel"
        verbose_name_plural = "doelen"
        ordering: ClassVar = ["position", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(name="goal_is_about_a_known_part_of_life", condition=Q(indicator__in=["", *Indicator.values]),
                                   violation_error_message="Kies een onderwerp uit de lijst."),
        ]  # fmt: skip
        triggers: ClassVar = [protect_content("goal_of_established_pip_never_changes")]

    def __str__(self) -> str:
        return self.in_dutch[:80]

    @property
    def in_dutch(self) -> str:
        return self.as_plan.in_dutch or self.own_text

    @property
    def as_plan(self) -> PlanGoal:
        return PlanGoal(
            id=self.pk,
            own_text=self.own_text,
            own_language=self.own_language,
            translation_nl=self.translation_nl,
            indicator=self.indicator,
        )

    @property
    def mark(self) -> str:
        """Tells whether somebody changed this since it was shown."""
        return mark_of(asdict(self.as_plan))


class Agreement(models.Model):
    """Who does what, and when it is done."""

    version = models.ForeignKey(PipVersion, models.CASCADE, related_name="agreements")
    goal = models.ForeignKey(Goal, models.PROTECT, null=True, blank=True, related_name="agreements",
                             verbose_name="bij welk doel?")  # fmt: skip
    position = models.PositiveSmallIntegerField("volgorde")
    text = long_text("wat is afgesproken?", 2000)
    owner = models.CharField("wie doet dit?", max_length=10, choices=Owner)
    owner_name = models.CharField("naam", max_length=200, blank=True)
    due_on = models.DateField("wanneer is het klaar?")
    own_language = models.CharField("taal van de vertaling", max_length=3, blank=True)
    translation = long_text("in de eigen taal", 4000, blank=True)
    translation_state = models.CharField("vertaling", max_length=13, choices=TranslationState,
                                         default=TranslationState.ONTBREEKT)  # fmt: skip
    translation_source = models.CharField("vertaald van", max_length=64, blank=True, editable=False)

    class Meta:
        verbose_name = "afspraak"
        verbose_name_plural = "afspraken"
        ordering: ClassVar = ["position", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(name="agreement_has_an_owner",
                                   condition=Q(owner__in=Owner.values) & (~Q(owner=Owner.ANDERS) | ~Q(owner_name="")),
                                   violation_error_message="Een afspraak heeft altijd iemand die haar nakomt."),
            models.CheckConstraint(name="translation_of_agreement_has_language_and_state",
                                   condition=Q(translation="", translation_state=TranslationState.ONTBREEKT)
                                   | (~Q(translation="") & ~Q(own_language="")
                                      & Q(translation_state__in=[TranslationState.AUTOMATISCH,
                                                                 TranslationState.GECONTROLEERD])),
                                   violation_error_message="Kies bij een vertaling de taal, en of een mens haar nakeek."),
        ]  # fmt: skip
        triggers: ClassVar = [
            protect_content("agreement_of_established_pip_never_changes"),
            pgtrigger.Trigger(
                name="agreement_has_a_goal_of_its_own_version",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                condition=pgtrigger.Q(new__goal_id__isnull=False),
                func=GOAL_OF_ANOTHER_VERSION,
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]

    @property
    def who(self) -> str:
        return self.owner_name or self.get_owner_display()

    @property
    def as_plan(self) -> PlanAgreement:
        return PlanAgreement(
            id=self.pk,
            text=self.text,
            owner=self.owner,
            owner_name=self.owner_name,
            due_on=self.due_on,
            goal_id=self.goal_id,
            own_language=self.own_language,
            translation=self.translation,
            translation_state=self.translation_state,
            translation_source=self.translation_source,
        )

    @property
    def is_translated(self) -> bool:
        return self.as_plan.is_translated

    @property
    def mark(self) -> str:
        """Tells whether somebody changed this since it was shown."""
        return mark_of(asdict(self.as_plan))


LONGEST_TRANSLATION = 8000


def longest_translation(field: str) -> int:
    """Twice what the Dutch may be: another language says the same in more words, hardly ever in so many."""
    dutch = cast("models.TextField[str, str]", PipVersion._meta.get_field(field))  # noqa: SLF001 - Django's own way to a field
    return 2 * (dutch.max_length or 0)


class Translation(models.Model):
    """What one text of the version says in its own language. `source` is the fingerprint of the Dutch text that it
    translates: once that reads otherwise, the translation no longer fits, and nobody has to remember to say so.
    """

    version = models.ForeignKey(PipVersion, models.CASCADE, related_name="translations")
    field = models.CharField("welke tekst", max_length=30, choices=[(name, name) for name in TRANSLATABLE])
    text = long_text("in de eigen taal", LONGEST_TRANSLATION)
    state = models.CharField("vertaling", max_length=13, choices=TranslationState)
    source = models.CharField("vertaald van", max_length=64, editable=False)

    class Meta:
        verbose_name = "vertaling"
        verbose_name_plural = "vertalingen"
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "field"], name="one_translation_a_text"),
            models.CheckConstraint(name="translation_is_of_a_known_text", condition=Q(field__in=TRANSLATABLE)),
            models.CheckConstraint(
                name="translation_has_words_and_a_state",
                condition=~Q(text="") & ~Q(source="")
                & Q(state__in=[TranslationState.AUTOMATISCH, TranslationState.GECONTROLEERD]),
                violation_error_message="Kies bij een vertaling of een mens haar nakeek.",
            ),
        ]  # fmt: skip
        triggers: ClassVar = [protect_content("translation_of_established_pip_never_changes")]

    def __str__(self) -> str:
        return self.text[:80]

    @property
    def as_plan(self) -> PlanTranslation:
        return PlanTranslation(field=self.field, text=self.text, source=self.source, state=self.state)
