"""Who was ahead of the plan, what came of the talk about a next step, and how far ahead counts in a gemeente."""

from typing import ClassVar

import pgtrigger
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from accounts.models import Gemeente, User
from cases.models import Case
from pip_plans.enums import NextStep
from pip_plans.models.fields import long_text

MOST_AHEAD_MONTHS = 36


class NextStepTalk(models.Model):
    """The talk with somebody who reached the level of the plan early: what was agreed, or why nothing was (PP-07)."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="next_step_talks")
    level = models.CharField("gehaald niveau", max_length=4)
    spoken_on = models.DateField("besproken op")
    outcome = models.CharField("uitkomst", max_length=12, choices=NextStep)
    text = long_text("wat is afgesproken, of waarom niet?", 2000)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="vastgelegd door")
    at = models.DateTimeField("vastgelegd", auto_now_add=True)

    class Meta:
        verbose_name = "gesprek over een vervolgstap"
        verbose_name_plural = "gesprekken over een vervolgstap"
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="next_step_talk_has_an_outcome_and_words",
                condition=Q(outcome__in=NextStep.values) & ~Q(text=""),
                violation_error_message="Kies wat eruit kwam, en schrijf op wat of waarom.",
            )
        ]
        triggers: ClassVar = [
            pgtrigger.Protect(name="next_step_talk_stays", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()} ({self.spoken_on:%d-%m-%Y})"


class AheadPeriod(models.Model):
    """From a day on, who is at the level of the plan more than so many months before the end is ahead (PP-07)."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    months = models.PositiveSmallIntegerField(
        "maanden", validators=[MinValueValidator(1), MaxValueValidator(MOST_AHEAD_MONTHS)]
    )
    valid_from = models.DateField("geldt vanaf")
    set_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="ingesteld door")
    set_at = models.DateTimeField("ingesteld", auto_now=True)

    class Meta:
        verbose_name = "tijd voor op schema"
        verbose_name_plural = "tijden voor op schema"
        ordering: ClassVar = ["-valid_from"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["gemeente", "valid_from"], name="one_ahead_period_a_day",
                                    violation_error_message="Voor deze dag is al een tijd ingesteld."),
            models.CheckConstraint(
                name="ahead_period_is_possible", condition=Q(months__range=(1, MOST_AHEAD_MONTHS))
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.months} maanden vanaf {self.valid_from:%d-%m-%Y}"
