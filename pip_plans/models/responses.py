"""What the newcomer said about a version: comments on the concept, and a response to exactly one text of it."""

from datetime import datetime
from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q

from accounts.models import User
from cases.models import Document
from pip_plans.enums import CommentKind, Means, Reaction, TranslationState
from pip_plans.models.contents import Agreement, Goal
from pip_plans.models.fields import long_text
from pip_plans.models.protection import CONDITION_OF_ESTABLISHED, protect_content
from pip_plans.models.versions import PipVersion
from pip_plans.rules.plan import Plan
from pip_plans.rules.translations import Answer, Text
from pip_plans.rules.wording import plan_of

LONGEST_COMMENT = 5000
LONGEST_ANSWER = 4000
ANSWER_FIELDS = ("answer", "answered_by", "answered_at", "answer_own", "answer_language", "answer_state")


class AnswerInOwnLanguage(models.Model):
    """An answer of the klantmanager can stand beside its Dutch from the moment it is given; it changes no more than that."""

    answer: "models.TextField[str, str]"
    answered_by: "models.ForeignKey[User | None, User | None]"
    answered_at: "models.DateTimeField[datetime | None, datetime | None]"
    answer_language = models.CharField("taal van het antwoord", max_length=3, blank=True)
    answer_own = long_text("antwoord in de eigen taal", 2 * LONGEST_ANSWER, blank=True)
    answer_state = models.CharField("vertaling", max_length=13, choices=TranslationState,
                                    default=TranslationState.ONTBREEKT)  # fmt: skip

    class Meta:
        abstract = True
        constraints: ClassVar = [
            models.CheckConstraint(
                name="%(class)s_answer_has_language_and_state",
                condition=Q(answer_own="", answer_language="", answer_state=TranslationState.ONTBREEKT)
                | (~Q(answer="") & ~Q(answer_own="") & ~Q(answer_language="")
                   & Q(answer_state__in=[TranslationState.AUTOMATISCH, TranslationState.GECONTROLEERD])),
                violation_error_message="Kies bij een vertaling of een mens haar nakeek.",
            ),
        ]  # fmt: skip

    def answer_with(self, answer: Answer, *, by: User, at: datetime, language: str) -> None:
        """Without words of its own the answer stays in Dutch."""
        self.answer, self.answered_by, self.answered_at = answer.text.strip(), by, at
        if answer.own.strip():
            self.answer_own, self.answer_language = answer.own.strip(), language
            self.answer_state = answer.state or TranslationState.AUTOMATISCH

    @property
    def answer_text(self) -> Text:
        return Text(field="answer", dutch=self.answer, language=self.answer_language, own=self.answer_own,
                    state=TranslationState(self.answer_state))  # fmt: skip


class Comment(AnswerInOwnLanguage):
    """One remark on a concept, and its answer. `about` keeps the words that it was about, should these go away."""

    version = models.ForeignKey(PipVersion, models.PROTECT, related_name="comments")
    kind = models.CharField("waarover", max_length=9, choices=CommentKind)
    goal = models.ForeignKey(Goal, models.SET_NULL, null=True, blank=True, related_name="+")
    agreement = models.ForeignKey(Agreement, models.SET_NULL, null=True, blank=True, related_name="+")
    about = models.CharField("ging over", max_length=300, blank=True)
    text = long_text("opmerking", LONGEST_COMMENT)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="van")
    at = models.DateTimeField("gegeven", auto_now_add=True)
    answer = long_text("antwoord", LONGEST_ANSWER, blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField("beantwoord", null=True, blank=True)

    class Meta:
        verbose_name = "opmerking"
        verbose_name_plural = "opmerkingen"
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            *AnswerInOwnLanguage.Meta.constraints,
            models.CheckConstraint(
                name="comment_is_answered_by_somebody_or_not_at_all",
                condition=Q(answer="", answered_by=None, answered_at=None)
                | (Q(answered_by__isnull=False, answered_at__isnull=False) & ~Q(answer="")),
            ),
        ]
        triggers: ClassVar = [protect_content("comment_on_established_pip_never_changes")]

    def __str__(self) -> str:
        return self.text[:80]

    @property
    def is_answered(self) -> bool:
        return self.answered_at is not None


class Response(models.Model):
    """A reaction to exactly one text. `content` is that text as it was read; a later text of the concept isn't it."""

    version = models.ForeignKey(PipVersion, models.PROTECT, related_name="responses")
    reaction = models.CharField("reactie", max_length=16, choices=Reaction)
    reason = long_text("waarom niet?", LONGEST_ANSWER, blank=True)
    sooner_reason = long_text("waarom eerder?", 2000, blank=True)
    given_on = models.DateField("gegeven op")
    language = models.CharField("gelezen in het", max_length=3, blank=True)
    interpreter_used = models.BooleanField("met tolk", default=False)
    means = models.CharField("hoe gegeven", max_length=9, choices=Means, blank=True)
    signature = models.JSONField("handtekening", null=True, blank=True)
    scan = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="+")
    content = models.JSONField("de tekst")
    content_hash = models.CharField(max_length=64)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="vastgelegd door")
    at = models.DateTimeField("vastgelegd", auto_now_add=True)

    class Meta:
        verbose_name = "reactie"
        verbose_name_plural = "reacties"
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="silence_has_no_means_and_a_reaction_has",
                condition=Q(reaction=Reaction.GEEN_REACTIE, means="")
                | (~Q(reaction=Reaction.GEEN_REACTIE) & ~Q(means="") & ~Q(language="")),
            ),
            models.CheckConstraint(
                name="akkoord_is_signed",
                condition=~Q(reaction=Reaction.AKKOORD, means=Means.MONDELING),
                violation_error_message="Een akkoord heeft een handtekening, of een bevestiging met DigiD.",
            ),
            models.CheckConstraint(
                name="signature_stands_where_it_belongs",
                condition=(Q(means=Means.GETEKEND) & Q(signature__isnull=False) & Q(scan=None))
                | (Q(means=Means.PAPIER) & Q(signature__isnull=True) & Q(scan__isnull=False))
                | (~Q(means__in=[Means.GETEKEND, Means.PAPIER]) & Q(signature__isnull=True) & Q(scan=None)),
            ),
            models.CheckConstraint(
                name="niet_akkoord_says_why",
                condition=~Q(reaction=Reaction.NIET_AKKOORD, reason=""),
                violation_error_message="Schrijf op waarom het niet goed is.",
            ),
        ]
        triggers: ClassVar = [
            protect_content("response_to_established_pip_never_changes"),
            pgtrigger.Protect(name="response_never_changes", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.get_reaction_display()} op {self.given_on:%d-%m-%Y}"

    @property
    def as_read(self) -> Plan:
        return plan_of(self.content)


class Condition(AnswerInOwnLanguage):
    """A condition in the newcomer's own words, and what the gemeente says to it."""

    response = models.ForeignKey(Response, models.PROTECT, related_name="conditions")
    text = long_text("voorwaarde", 2000)
    answer = long_text("reactie van de gemeente", LONGEST_ANSWER, blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField("beantwoord", null=True, blank=True)

    class Meta:
        verbose_name = "voorwaarde"
        verbose_name_plural = "voorwaarden"
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            *AnswerInOwnLanguage.Meta.constraints,
            models.CheckConstraint(name="condition_has_words", condition=~Q(text="")),
            models.CheckConstraint(
                name="condition_is_answered_by_somebody_or_not_at_all",
                condition=Q(answer="", answered_by=None, answered_at=None)
                | (Q(answered_by__isnull=False, answered_at__isnull=False) & ~Q(answer="")),
            ),
        ]
        triggers: ClassVar = [
            pgtrigger.Trigger(
                name="condition_of_established_pip_never_changes",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                func=CONDITION_OF_ESTABLISHED,
            ),
            pgtrigger.Protect(
                name="condition_keeps_its_words",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__text__df=pgtrigger.F("new__text")),
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]
