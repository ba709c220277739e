"""The criteria that a gemeente published for the onderwijsroute, and who meets them."""

from datetime import date
from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import F, Q

from accounts.models import Gemeente, User
from cases.models import Case, Document
from intake.enums import Criterion
from pip_plans.models.fields import long_text
from pip_plans.rules.criteria import Met

MET = [(one.value, one.value.capitalize()) for one in (Met.JA, Met.NEE)]


class RouteCriterion(models.Model):
    """One criterion, from a day on, until the gemeente ends it. Its words don't change: judgements were given about them."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    key = models.CharField(max_length=20, blank=True, editable=False)
    text_nl = models.CharField("criterium in het Nederlands", max_length=500)
    text_en = models.CharField("in het Engels", max_length=500, blank=True)
    text_ar = models.CharField("in het Arabisch", max_length=500, blank=True)
    source = models.CharField("waar staat dit?", max_length=300)
    proof = models.CharField("waaruit blijkt dit?", max_length=16, choices=Criterion, blank=True)
    position = models.PositiveSmallIntegerField("volgorde")
    valid_from = models.DateField("geldt vanaf")
    valid_until = models.DateField("geldt tot en met", null=True, blank=True)
    set_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "criterium van de onderwijsroute"
        verbose_name_plural = "criteria van de onderwijsroute"
        ordering: ClassVar = ["position", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["gemeente", "key"], condition=~Q(key=""), name="default_criterion_once"
            ),
            models.CheckConstraint(
                name="route_criterion_ends_after_it_began",
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
            ),
            models.CheckConstraint(
                name="route_criterion_has_words_and_source", condition=~Q(text_nl="") & ~Q(source="")
            ),
        ]
        triggers: ClassVar = [
            pgtrigger.Protect(
                name="route_criterion_keeps_its_words",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange("text_nl", "text_en", "text_ar", "source", "proof"),
            )
        ]

    def __str__(self) -> str:
        return self.text_nl

    @property
    def shown_key(self) -> str:
        """What it is called in addresses: a word for ours, the number of its row for one of the gemeente."""
        return self.key or str(self.pk)

    def in_force_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


class CriterionJudgement(models.Model):
    """Whether somebody met a criterion, as a colleague judged it on a day. A later one stands beside it."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    criterion = models.ForeignKey(RouteCriterion, models.PROTECT, related_name="judgements")
    met = models.CharField("voldaan", max_length=12, choices=MET)
    reason = long_text("uitleg", 2000, blank=True)
    document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "oordeel over een criterium"
        verbose_name_plural = "oordelen over criteria"
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="criterion_not_met_says_why", condition=~Q(met=Met.NEE.value, reason="")
            )
        ]
        triggers: ClassVar = [
            pgtrigger.Protect(
                name="criterion_judgement_never_changes", operation=pgtrigger.Update | pgtrigger.Delete
            )
        ]

    def __str__(self) -> str:
        return self.met
