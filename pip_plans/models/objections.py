"""A bezwaar against an established version: what came in, what was done with it, and the decision."""

from datetime import date
from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q

from accounts.models import User
from cases.models import Document
from deadlines.models import Deadline
from pip_plans.enums import Effect, Excuse, ObjectionDecision, ObjectionVia, WaiveGround
from pip_plans.models.fields import long_text
from pip_plans.models.versions import PipVersion
from pip_plans.rules.objections import LONGEST_GROUNDS, Standing
from pip_plans.rules.plan import DUTCH

_FILED = ("id", "version", "received_on", "via", "posted_on", "text", "language", "late_reason", "scan", "last_day",
          "is_late", "with_committee", "receipt", "by", "at")  # fmt: skip
"""What came in, and what the newcomer was told about it on that day."""
# All that a decided bezwaar says, but which concept came of it: a concept can be thrown away.
_DECIDED_CHANGES = (
    "OLD.decision <> '' AND "
    "to_jsonb(OLD) - 'new_version_id' IS DISTINCT FROM to_jsonb(NEW) - 'new_version_id'"
)


class Objection(models.Model):
    """One bezwaar. Its last days are no columns: they follow from the terms of the case (`bezwaar`, `deadline`)."""

    version = models.ForeignKey(
        PipVersion, models.PROTECT, related_name="objections", verbose_name="tegen versie"
    )
    received_on = models.DateField("ontvangen op")
    via = models.CharField("hoe ontvangen", max_length=8, choices=ObjectionVia)
    posted_on = models.DateField("verstuurd op", null=True, blank=True)
    text = long_text("waarom niet eens", LONGEST_GROUNDS)
    language = models.CharField("taal", max_length=3, default="nl")
    translation_nl = long_text("in het Nederlands", LONGEST_GROUNDS, blank=True)
    late_reason = long_text("waarom te laat", 2000, blank=True)
    scan = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="stuk"
    )
    last_day = models.DateField("laatste dag om bezwaar te maken")
    is_late = models.BooleanField("te laat", default=False)
    with_committee = models.BooleanField("met adviescommissie", default=False)
    deadline = models.ForeignKey(
        Deadline, models.PROTECT, related_name="+", verbose_name="termijn om te beslissen"
    )
    receipt = models.ForeignKey(
        Document, models.PROTECT, related_name="+", verbose_name="ontvangstbevestiging"
    )
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="vastgelegd door")
    at = models.DateTimeField("vastgelegd", auto_now_add=True)

    excuse = models.CharField("te laat: oordeel", max_length=18, choices=Excuse, blank=True)
    excuse_reason = long_text("uitleg bij het oordeel", 2000, blank=True)
    excuse_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    heard_on = models.DateField("gehoord op", null=True, blank=True)
    heard_by = models.CharField("gehoord door", max_length=200, blank=True)
    # Empty when it was somebody from outside the gemeente.
    hearer = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+",
                               verbose_name="collega die hoorde")  # fmt: skip
    heard_with_interpreter = models.BooleanField("met tolk", default=False)
    hearing_report = long_text("verslag van de hoorzitting", LONGEST_GROUNDS, blank=True)
    waived = models.CharField("waarom niet gehoord", max_length=1, choices=WaiveGround, blank=True)

    adjourned_reason = long_text("waarom verdaagd", 2000, blank=True)
    agreed_until = models.DateField("met instemming uitgesteld tot", null=True, blank=True)
    defaulted_on = models.DateField("ingebrekestelling ontvangen op", null=True, blank=True)

    # A team lead of another team, named because in the own team nobody may decide.
    decider = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+",
                                verbose_name="aangewezen om te beslissen")  # fmt: skip
    decision = models.CharField("besluit", max_length=17, choices=ObjectionDecision, blank=True)
    decision_reason = long_text("waarom", LONGEST_GROUNDS, blank=True)
    effect = models.CharField("gevolg voor het PIP", max_length=9, choices=Effect, blank=True)
    decided_on = models.DateField("beslist op", null=True, blank=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+",
                                   verbose_name="beslist door")  # fmt: skip
    document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="+",
                                 verbose_name="beslissing op bezwaar")  # fmt: skip
    new_version = models.ForeignKey(PipVersion, models.SET_NULL, null=True, blank=True, related_name="from_objections",
                                    verbose_name="nieuwe versie")  # fmt: skip

    class Meta:
        verbose_name = "bezwaar"
        verbose_name_plural = "bezwaren"
        ordering: ClassVar = ["-received_on", "-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["version"], condition=~Q(decision=ObjectionDecision.INGETROKKEN), name="one_objection_a_version",
                violation_error_message="Er is al een bezwaar tegen deze versie.",
            ),
            models.CheckConstraint(name="objection_has_words", condition=~Q(text="")),
            models.CheckConstraint(
                name="objection_is_decided_by_somebody_with_an_effect_or_not_at_all",
                condition=Q(decision="", decided_on=None, decided_by=None, document=None, effect="")
                | Q(decision=ObjectionDecision.INGETROKKEN, effect=Effect.GEEN, decided_by__isnull=False,
                    decided_on__isnull=False)
                | (Q(decision__in=[ObjectionDecision.ONGEGROND, ObjectionDecision.NIET_ONTVANKELIJK], effect=Effect.GEEN,
                     decided_by__isnull=False, decided_on__isnull=False, document__isnull=False) & ~Q(decision_reason=""))
                | (Q(decision__in=[ObjectionDecision.GEGROND, ObjectionDecision.DEELS], effect__in=Effect.values,
                     decided_by__isnull=False, decided_on__isnull=False, document__isnull=False) & ~Q(decision_reason="")),
                violation_error_message="Een besluit op bezwaar heeft een reden, een gevolg en een brief.",
            ),
            models.CheckConstraint(
                name="only_a_late_objection_is_judged_late",
                condition=Q(excuse="", excuse_by=None)
                | (Q(is_late=True, excuse__in=Excuse.values, excuse_by__isnull=False) & ~Q(excuse_reason="")),
            ),
            models.CheckConstraint(
                name="objection_is_heard_or_waived",
                condition=Q(heard_on=None, heard_by="", hearer=None) | (Q(heard_on__isnull=False, waived="") & ~Q(heard_by="")),
                violation_error_message="De nieuwkomer is gehoord, of dat hoefde niet. Niet allebei.",
            ),
        ]  # fmt: skip
        triggers: ClassVar = [
            pgtrigger.Protect(name="objection_stays", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="objection_stays_as_filed",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(*_FILED),
            ),
            pgtrigger.Protect(
                name="decided_objection_never_changes",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(_DECIDED_CHANGES),
            ),
        ]

    def __str__(self) -> str:
        return f"Bezwaar van {self.received_on:%d-%m-%Y} tegen versie {self.version.number}"

    @property
    def number(self) -> str:
        return f"{self.version.pip.case.number}-B{self.pk}"

    @property
    def is_open(self) -> bool:
        return self.decision == ""

    @property
    def is_untranslated(self) -> bool:
        """In another language, without Dutch beside it: who decides reads that language, or waits for a translation."""
        return self.language != DUTCH and not self.translation_nl

    @property
    def effect_on_plan(self) -> str:
        """What the decision did to the plan that held: of the last of the versions that it is about."""
        effects = [row.effect for row in self.later_versions.all()]
        return effects[-1] if effects else self.effect

    @property
    def awaits_version(self) -> bool:
        """Decided that there comes a new version, which nobody established yet."""
        return self.effect == Effect.NIEUW_PIP and (self.new_version is None or self.new_version.is_concept)

    @property
    def decide_by(self) -> date:
        """The last day to decide: of the law, or the later one that the newcomer agreed to (Awb, 7:10 lid 4)."""
        legal = self.deadline.due_on or self.last_day
        return max(legal, self.agreed_until) if self.agreed_until else legal

    def standing(self, today: date) -> Standing:
        running = [row.until_on for row in self.omissions.all() if row.runs_on(today)]
        return Standing(
            received_on=self.received_on, due_on=self.decide_by, late=self.is_late, excuse=self.excuse,
            mending_until=max(running, default=None), heard=self.heard_on is not None, waived=self.waived,
            adjourned=self.adjourned_reason != "", decided=not self.is_open,
        )  # fmt: skip


class LaterVersion(models.Model):
    """What the decision does with a version that came in the place of the one objected to (Awb, artikel 6:19)."""

    objection = models.ForeignKey(Objection, models.PROTECT, related_name="later_versions")
    version = models.ForeignKey(
        PipVersion, models.PROTECT, related_name="decided_along", verbose_name="versie"
    )
    effect = models.CharField("gevolg", max_length=9, choices=Effect)

    class Meta:
        verbose_name = "latere versie in een besluit op bezwaar"
        verbose_name_plural = "latere versies in een besluit op bezwaar"
        ordering: ClassVar = ["version__number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["objection", "version"], name="later_version_once_an_objection")
        ]
        triggers: ClassVar = [
            pgtrigger.Protect(
                name="later_version_never_changes", operation=pgtrigger.Update | pgtrigger.Delete
            )
        ]

    def __str__(self) -> str:
        return f"{self.version}: {self.get_effect_display()}"


class Omission(models.Model):
    """Something that a bezwaar lacks (verzuim), and until when it can be mended (Awb, artikel 6:6)."""

    objection = models.ForeignKey(Objection, models.PROTECT, related_name="omissions")
    what = long_text("wat ontbreekt", 2000)
    asked_on = models.DateField("gevraagd op")
    until_on = models.DateField("aanvullen tot en met")
    mended_on = models.DateField("aangevuld op", null=True, blank=True)
    mended_with = long_text("aanvulling", LONGEST_GROUNDS, blank=True)
    document = models.ForeignKey(Document, models.PROTECT, related_name="+", verbose_name="brief")
    suspension = models.ForeignKey("deadlines.Suspension", models.PROTECT, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "verzuim"
        verbose_name_plural = "verzuimen"
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.CheckConstraint(name="mending_ends_after_it_was_asked", condition=Q(until_on__gt=models.F("asked_on"))),
            models.CheckConstraint(name="mended_after_it_was_asked",
                                   condition=Q(mended_on=None) | Q(mended_on__gte=models.F("asked_on"))),
        ]  # fmt: skip
        triggers: ClassVar = [
            pgtrigger.Protect(name="omission_stays", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="omission_stays_as_asked",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(
                    "id", "objection", "what", "asked_on", "until_on", "document", "by"
                ),
            ),
            pgtrigger.Protect(
                name="mended_omission_never_changes",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition("OLD.mended_on IS NOT NULL AND OLD.* IS DISTINCT FROM NEW.*"),
            ),
        ]

    def __str__(self) -> str:
        return self.what[:80]

    def runs_on(self, today: date) -> bool:
        return self.mended_on is None and today <= self.until_on
