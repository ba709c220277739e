"""What lets a term end later, each in rows of its own: questions to others, extensions and suspensions."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from accounts.models import User
from cases.models import Document
from deadlines.enums import Ground
from deadlines.models.deadline import Deadline
from deadlines.rules import Extension as ExtensionFact
from deadlines.rules import Length, ThirdParty, Unit
from deadlines.rules import Suspension as SuspensionFact


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


class Extension(models.Model):
    """A verlenging of the inburgeringstermijn that DUO decided (Besluit inburgering 2021, hoofdstuk 4)."""

    deadline = models.ForeignKey(Deadline, models.PROTECT, related_name="extensions")
    ground = models.CharField("grond", max_length=16, choices=Ground)
    starts_on = models.DateField("vanaf", null=True)
    ends_on = models.DateField("tot en met", null=True)
    number = models.PositiveSmallIntegerField("aantal", null=True)
    unit = models.CharField("eenheid", max_length=12, blank=True)
    decided_on = models.DateField("besluit van")
    reason = models.CharField("toelichting", max_length=300)
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, related_name="+", verbose_name="document"
    )
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    withdrawn_reason = models.CharField("reden van intrekken", max_length=200, blank=True)

    class Meta:
        verbose_name = "verlenging"
        verbose_name_plural = "verlengingen"
        ordering: ClassVar = ["decided_on", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="extension_has_a_known_ground",
                condition=Q(ground__in=Ground.values),
                violation_error_message="Deze grond voor verlenging bestaat niet.",
            ),
            models.CheckConstraint(
                name="extension_ends_after_it_starts",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message="De laatste dag van de verlenging ligt vóór de eerste.",
            ),
            models.CheckConstraint(
                name="extension_length_has_number_and_unit",
                condition=Q(number=None, unit="") | Q(number__gte=1, unit__in=[unit.value for unit in Unit]),
                violation_error_message="Geef bij een lengte zowel het aantal als de eenheid.",
            ),
            models.CheckConstraint(
                name="extension_has_a_reason",
                condition=~Q(reason=""),
                violation_error_message="Schrijf op waarom de termijn langer wordt.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_ground_display()} ({self.decided_on})"

    @property
    def length(self) -> Length | None:
        return Length(self.number, Unit(self.unit)) if self.number else None

    @property
    def as_fact(self) -> ExtensionFact:
        return ExtensionFact(
            ground=Ground(self.ground), starts_on=self.starts_on, ends_on=self.ends_on, length=self.length
        )


class Suspension(models.Model):
    """Days on which a term stands still (opschorting), until the last one that is known."""

    deadline = models.ForeignKey(Deadline, models.PROTECT, related_name="suspensions")
    from_on = models.DateField("vanaf")
    until_on = models.DateField("tot en met", null=True)
    reason = models.CharField("toelichting", max_length=300)
    article = models.CharField("artikel", max_length=80, blank=True)
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, related_name="+", verbose_name="document"
    )
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    withdrawn_reason = models.CharField("reden van intrekken", max_length=200, blank=True)

    class Meta:
        verbose_name = "opschorting"
        verbose_name_plural = "opschortingen"
        ordering: ClassVar = ["from_on", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="suspension_ends_after_it_starts",
                condition=Q(until_on=None) | Q(until_on__gte=F("from_on")),
                violation_error_message="De laatste dag van de opschorting ligt vóór de eerste.",
            ),
            models.CheckConstraint(
                name="suspension_has_a_reason",
                condition=~Q(reason=""),
                violation_error_message="Schrijf op waarom de termijn stilstaat.",
            ),
            models.UniqueConstraint(
                name="one_running_suspension_a_deadline",
                fields=["deadline"],
                condition=Q(until_on=None, withdrawn_reason=""),
                violation_error_message="Deze termijn staat al stil.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reason} ({self.from_on})"

    @property
    def is_running(self) -> bool:
        return self.until_on is None and not self.withdrawn_reason

    @property
    def as_fact(self) -> SuspensionFact:
        return SuspensionFact(from_on=self.from_on, until_on=self.until_on, reason=self.reason)
