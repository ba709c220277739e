"""The terms of a case. What a day is worth is computed; only the result is kept."""

from dataclasses import replace
from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property

from cases.models import Case
from deadlines.enums import Kind, Standing
from deadlines.models.days import EquatedDay
from deadlines.rules import (
    Facts,
    Outcome,
    Progress,
    due_date,
    followers_of,
    standing,
    takes_extensions,
    terms_of,
)
from inburgering.kit.calendar import Calendar

OPEN = Q(met_on=None, stopped_on=None)
# The kind that a kind is counted from the end of.
LEADERS = {follower: kind for kind in Kind for follower in followers_of(kind)}


class DeadlineQuerySet(models.QuerySet["Deadline"]):
    def open(self) -> Self:
        return self.filter(OPEN)

    def due_by(self, day: date) -> Self:
        """Open terms whose day is on or before this one: a list that missed a night still finds them."""
        return self.open().filter(due_on__lte=day)

    def most_urgent_first(self) -> Self:
        return self.order_by(F("due_on").asc(nulls_last=True), "id")


class Deadline(models.Model):
    """One term of one case, with the facts that it starts from.

    `rule_id`, `due_on`, `lapses_on` and `awaits_third_party` are what the rule made of the facts, and `next_look_on`
    is the day on which somebody may have to be warned; only `deadlines.services` writes them. A case can have more of
    one kind, each about something else: `about`.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="deadlines", verbose_name="dossier")
    kind = models.CharField("soort", max_length=32, choices=Kind)
    about = models.CharField("waarover", max_length=60, blank=True, default="")
    facts = models.JSONField("feiten", default=dict)
    rule_id = models.CharField("regel", max_length=16, blank=True)
    due_on = models.DateField("uiterlijk op", null=True)
    lapses_on = models.DateField("vervalt na", null=True)
    awaits_third_party = models.BooleanField("wacht op informatie van een ander", default=False)
    next_look_on = models.DateField("opnieuw bekijken op", null=True)
    met_on = models.DateField("gedaan op", null=True)
    stopped_on = models.DateField("gestopt op", null=True)
    stopped_reason = models.CharField("reden van stoppen", max_length=200, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        verbose_name = "termijn"
        verbose_name_plural = "termijnen"
        indexes: ClassVar = [
            models.Index(fields=["due_on"], name="open_deadlines_by_day", condition=OPEN),
            models.Index(fields=["case", "kind"], name="deadlines_of_case"),
            models.Index(
                fields=["next_look_on", "id"],
                name="open_deadlines_to_look_at",
                condition=OPEN & Q(next_look_on__isnull=False),
            ),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="one_open_deadline_a_case_and_kind",
                fields=["case", "kind", "about"],
                condition=OPEN,
                violation_error_message="Deze termijn loopt al in dit dossier.",
            ),
            models.CheckConstraint(
                name="deadline_kind_is_known",
                condition=Q(kind__in=Kind.values),
                violation_error_message="Deze soort termijn bestaat niet.",
            ),
            models.CheckConstraint(
                name="deadline_is_met_or_stopped_not_both",
                condition=Q(met_on=None) | Q(stopped_on=None),
                violation_error_message="Een termijn die gehaald is, kan niet ook gestopt zijn.",
            ),
            models.CheckConstraint(
                name="stopped_deadline_has_a_reason",
                condition=Q(stopped_on=None) | ~Q(stopped_reason=""),
                violation_error_message="Geef een reden waarom de termijn stopt.",
            ),
            models.CheckConstraint(
                name="deadline_lapses_after_it_is_due",
                condition=Q(lapses_on=None) | Q(lapses_on__gt=F("due_on")),
                violation_error_message="Een termijn vervalt niet vóór de dag waarop wij waarschuwen.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.due_on or 'nog geen datum'})"

    @property
    def is_open(self) -> bool:
        return self.met_on is None and self.stopped_on is None

    @cached_property
    def calendar(self) -> Calendar:
        """Read once for a whole list by `selectors.explained`."""
        return EquatedDay.objects.calendar()

    @cached_property
    def leader(self) -> "Deadline | None":
        """The term that this one is counted from the end of; set for a whole list by `selectors.explained`."""
        kind = LEADERS.get(Kind(self.kind))
        if kind is None:
            return None
        return self.case.deadlines.filter(kind=kind, about=self.about, stopped_on=None).order_by("id").last()

    @property
    def known_facts(self) -> Facts:
        """The facts of the row, and those that have rows of their own as far as these weren't withdrawn.

        The extensions of a term also move what is counted from its end.
        """
        extended = (self.leader or self) if takes_extensions(Kind(self.kind)) else self
        return replace(
            Facts.from_json(self.facts),
            third_parties=self._standing(self, "third_party_requests"),
            extensions=self._standing(extended, "extensions"),
            suspensions=self._standing(self, "suspensions"),
        )

    @staticmethod
    def _standing(deadline: "Deadline", rows: str) -> tuple[Any, ...]:
        """What wasn't withdrawn, as the rules take it; a term that isn't saved yet has none."""
        if deadline.pk is None:
            return ()
        return tuple(row.as_fact for row in getattr(deadline, rows).all() if not row.withdrawn_reason)

    @property
    def began_on(self) -> date | None:
        """The day of the fact that starts it; nothing that the term asks can be done before."""
        day: date | None = getattr(Facts.from_json(self.facts), terms_of(Kind(self.kind))[0].dated_by)
        return day

    @property
    def outcome(self) -> Outcome:
        """The sentence and the steps, from the same rule and rows that `due_on` comes from."""
        return due_date(Kind(self.kind), self.known_facts, self.calendar)

    @property
    def own_day(self) -> date | None:
        """The last day by our own count, where a date of DUO goes first."""
        return due_date(Kind(self.kind), replace(self.known_facts, duo_ends_on=None), self.calendar).due_on

    @property
    def progress(self) -> Progress:
        return Progress(
            kind=Kind(self.kind),
            started_on=Facts.from_json(self.facts).promised_on,
            due_on=self.due_on,
            lapses_on=self.lapses_on,
            awaits_third_party=self.awaits_third_party,
            met_on=self.met_on,
            stopped_on=self.stopped_on,
        )

    def standing(self, today: date) -> Standing:
        return standing(self.progress, today)
