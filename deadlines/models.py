"""The terms of a case, and what makes them longer. What a day is worth is computed; only the result is kept."""

from datetime import date
from typing import ClassVar, Self

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property

from accounts.models import User
from cases.models import Case
from deadlines.enums import Kind, Standing
from deadlines.rules import Facts, Outcome, Progress, ThirdParty, due_date, standing
from inburgering.kit.calendar import Calendar

OPEN = Q(met_on=None, stopped_on=None)


class EquatedDayQuerySet(models.QuerySet["EquatedDay"]):
    def calendar(self) -> Calendar:
        return Calendar(dict(self.values_list("day", "source")))


@pghistory.track(
    pghistory.InsertEvent(),
    pghistory.UpdateEvent(),
    pghistory.DeleteEvent(),
    model_name="EquatedDayHistory",
    obj_field=pghistory.ObjForeignKey(related_name="history"),
)
class EquatedDay(models.Model):
    """A day that a koninklijk besluit makes equal to a feestdag (Algemene termijnenwet, artikel 3 lid 3)."""

    day = models.DateField("dag", unique=True, error_messages={"unique": "Deze dag staat al in de tabel."})
    source = models.CharField("bron", max_length=200, help_text="Het koninklijk besluit, met vindplaats.")
    added_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    objects = EquatedDayQuerySet.as_manager()

    class Meta:
        verbose_name = "gelijkgestelde dag"
        verbose_name_plural = "gelijkgestelde dagen"
        ordering: ClassVar = ["day"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="equated_day_is_a_weekday",
                condition=Q(day__iso_week_day__lte=5),
                violation_error_message="Een zaterdag of zondag is al geen werkdag.",
            ),
            models.CheckConstraint(
                name="equated_day_has_a_source",
                condition=~Q(source=""),
                violation_error_message="Noem het koninklijk besluit waar deze dag in staat.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.day)


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

    `rule_id`, `due_on`, `lapses_on` and `awaits_third_party` are what the rule made of the facts; only
    `deadlines.services` writes them. A case can have more of one kind, each about another besluit: `about`.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="deadlines", verbose_name="dossier")
    kind = models.CharField("soort", max_length=32, choices=Kind)
    about = models.CharField("besluit", max_length=60, blank=True, default="")
    facts = models.JSONField("feiten", default=dict)
    rule_id = models.CharField("regel", max_length=16, blank=True)
    due_on = models.DateField("uiterlijk op", null=True)
    lapses_on = models.DateField("vervalt na", null=True)
    awaits_third_party = models.BooleanField("wacht op informatie van een ander", default=False)
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

    @property
    def known_facts(self) -> Facts:
        requests = (request for request in self.third_party_requests.all() if not request.withdrawn_reason)
        return Facts.from_json(self.facts).with_third_parties(tuple(request.as_fact for request in requests))

    @property
    def outcome(self) -> Outcome:
        """The sentence and the steps, from the same rule and rows that `due_on` comes from."""
        return due_date(Kind(self.kind), self.known_facts, self.calendar)

    @property
    def progress(self) -> Progress:
        return Progress(
            kind=Kind(self.kind),
            due_on=self.due_on,
            lapses_on=self.lapses_on,
            awaits_third_party=self.awaits_third_party,
            met_on=self.met_on,
            stopped_on=self.stopped_on,
        )

    def standing(self, today: date) -> Standing:
        return standing(self.progress, today)


class ThirdPartyRequest(models.Model):
    """Information asked of somebody else, without which the PIP can't be made (Besluit inburgering, artikel 5.3 lid 2)."""

    deadline = models.ForeignKey(Deadline, models.PROTECT, related_name="third_party_requests")
    party = models.CharField("aan wie", max_length=120)
    what = models.CharField("welke informatie", max_length=300)
    asked_on = models.DateField("gevraagd op")
    received_on = models.DateField("ontvangen op", null=True)
    withdrawn_reason = models.CharField("reden van intrekken", max_length=200, blank=True)
    asked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "vraag aan een ander"
        verbose_name_plural = "vragen aan anderen"
        ordering: ClassVar = ["asked_on", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="information_is_received_after_it_was_asked",
                condition=Q(received_on=None) | Q(received_on__gte=F("asked_on")),
                violation_error_message="Informatie kan niet ontvangen zijn voordat zij is gevraagd.",
            ),
            models.CheckConstraint(
                name="request_names_party_and_information",
                condition=~Q(party="") & ~Q(what=""),
                violation_error_message="Schrijf op aan wie u welke informatie vroeg.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what} ({self.party})"

    @property
    def as_fact(self) -> ThirdParty:
        return ThirdParty(asked_on=self.asked_on, received_on=self.received_on, party=self.party)

    @property
    def is_out(self) -> bool:
        return self.received_on is None and not self.withdrawn_reason
