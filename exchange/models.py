"""Messages that cross the border of the gemeente: what came in, what goes out, what DUO said, and every request made."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.utils import timezone

from accounts.models import Gemeente, User
from cases.models import Case, CaseEvent
from exchange.enums import Channel, FactKind, IncomingState, OutgoingState, Party
from exchange.rules.contact import ContactDetails
from exchange.rules.events import event_of
from exchange.rules.facts import in_words
from exchange.rules.retries import NEXT_STATES
from inburgering.kit.encryption import EncryptedTextField

_SHOWN_PROBLEM = 1000


class IncomingMessage(models.Model):
    """A notification of DUO, kept raw before it was answered. The body holds a BSN, so it stands encrypted."""

    message_id = models.UUIDField("berichtId", unique=True, editable=False)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    event = models.CharField("gebeurtenis", max_length=6)
    person_index = models.CharField(max_length=64, blank=True, editable=False)
    registered_at = models.DateTimeField("geregistreerd bij DUO")
    received_at = models.DateTimeField("ontvangen", default=timezone.now)
    raw = EncryptedTextField()
    state = models.CharField("stand", max_length=12, choices=IncomingState, default=IncomingState.RECEIVED)
    attempts = models.PositiveSmallIntegerField("pogingen", default=0)
    next_attempt_at = models.DateTimeField("volgende poging", default=timezone.now)
    problem = models.CharField("wat er mis is", max_length=_SHOWN_PROBLEM, blank=True)
    case = models.ForeignKey(Case, models.PROTECT, null=True, related_name="incoming_messages")
    handled_at = models.DateTimeField("verwerkt", null=True)
    settled_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    settled_reason = models.CharField("hoe het is afgedaan", max_length=300, blank=True, db_default="")

    class Meta:
        verbose_name = "bericht van DUO"
        verbose_name_plural = "berichten van DUO"
        indexes: ClassVar = [
            models.Index(
                fields=["next_attempt_at"],
                name="incoming_to_handle",
                condition=models.Q(state=IncomingState.RECEIVED),
            ),
            models.Index(
                fields=["gemeente", "-received_at"],
                name="incoming_not_handled",
                condition=models.Q(state__in=[IncomingState.RECEIVED, IncomingState.STUCK]),
            ),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["gemeente", "event", "person_index", "registered_at"],
                                    name="one_message_an_event_person_and_moment"),
            models.CheckConstraint(name="stuck_message_says_why",
                                   condition=~models.Q(state=IncomingState.STUCK, problem="")),
            models.CheckConstraint(name="settled_message_says_who_and_how",
                                   condition=~models.Q(state=IncomingState.SETTLED)
                                   | (models.Q(settled_by__isnull=False) & ~models.Q(settled_reason=""))),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.event} {self.registered_at:%Y-%m-%d %H:%M}"

    @property
    def sentence(self) -> str:
        return event_of(self.event).sentence


class OutgoingMessage(models.Model):
    """Something that DUO must know, made from a case event: once for an event, whatever crashes.

    `body` has no BSN in it; that is read from the person at the moment of sending.
    """

    event = models.ForeignKey(CaseEvent, models.PROTECT, related_name="+")
    channel = models.CharField("soort", max_length=24, choices=Channel)
    case = models.ForeignKey(Case, models.PROTECT, related_name="outgoing_messages")
    body = models.JSONField("bericht")
    state = models.CharField("stand", max_length=12, choices=OutgoingState, default=OutgoingState.WAITING)
    attempts = models.PositiveSmallIntegerField("pogingen", default=0)
    created_at = models.DateTimeField("gemaakt", default=timezone.now)
    patient_from = models.DateTimeField(default=timezone.now)
    next_attempt_at = models.DateTimeField("volgende poging", default=timezone.now)
    may_have_arrived = models.BooleanField(default=False)
    problem = models.CharField("wat er mis is", max_length=_SHOWN_PROBLEM, blank=True)
    done_at = models.DateTimeField("klaar", null=True)
    settled_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    settled_reason = models.CharField("hoe het is afgedaan", max_length=300, blank=True, db_default="")

    class Meta:
        verbose_name = "bericht aan DUO"
        verbose_name_plural = "berichten aan DUO"
        indexes: ClassVar = [
            models.Index(
                fields=["next_attempt_at"],
                name="outgoing_to_send",
                condition=models.Q(state__in=[OutgoingState.WAITING, OutgoingState.SENDING]),
            ),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["event", "channel"], name="one_message_an_event_and_channel"),
            models.CheckConstraint(name="settled_outgoing_says_who_and_how",
                                   condition=~models.Q(state=OutgoingState.SETTLED)
                                   | (models.Q(settled_by__isnull=False) & ~models.Q(settled_reason="")),
                                   violation_error_message="Schrijf wie dit bericht heeft afgedaan, en hoe."),
        ]  # fmt: skip
        triggers: ClassVar = [
            pgtrigger.FSM(
                name="outgoing_message_follows_the_table",
                field="state",
                transitions=[
                    (before.value, after.value)
                    for before, follow in NEXT_STATES.items()
                    for after in sorted(follow)
                ],
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_channel_display()} ({self.get_state_display()})"


class DuoFact(models.Model):
    """What DUO said last about one subject of a case. DUO decides; our own dates stand beside it."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="duo_facts")
    kind = models.CharField("onderwerp", max_length=12, choices=FactKind)
    content = models.JSONField("inhoud")
    fetched_at = models.DateTimeField("opgehaald", default=timezone.now)

    class Meta:
        verbose_name = "gegeven van DUO"
        verbose_name_plural = "gegevens van DUO"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "kind"], name="one_duo_fact_a_case_and_kind")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} van dossier {self.case_id}"

    @property
    def lines(self) -> list[tuple[str, str]]:
        """What it says, as label and words."""
        return in_words(FactKind(self.kind), self.content)


class DuoContact(models.Model):
    """A colleague whom DUO knows as contactpersoon of a gemeente, with the details that DUO has.

    Without `duo_id` DUO doesn't have this colleague: not yet, or not any more.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    duo_id = models.PositiveIntegerField("nummer bij DUO", null=True)
    name = models.CharField("naam", max_length=100, blank=True)
    email = models.CharField("e-mail", max_length=241, blank=True)
    phone = models.CharField("telefoonnummer", max_length=22, blank=True)
    registered_at = models.DateTimeField("bij DUO sinds", null=True)
    busy_until = models.DateTimeField(default=timezone.now)
    problem = models.CharField("wat er mis is", max_length=_SHOWN_PROBLEM, blank=True)

    class Meta:
        verbose_name = "contactpersoon bij DUO"
        verbose_name_plural = "contactpersonen bij DUO"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["gemeente", "user"], name="one_duo_contact_a_colleague"),
            models.UniqueConstraint(fields=["gemeente", "duo_id"], name="one_colleague_a_number_of_duo"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name or str(self.user)

    @property
    def details(self) -> ContactDetails:
        return ContactDetails(name=self.name, email=self.email, phone=self.phone)


class DuoContactLink(models.Model):
    """DUO has this colleague as contact of the person of this case. Without `since` we asked, and haven't heard."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="duo_contacts")
    contact = models.ForeignKey(DuoContact, models.PROTECT, related_name="links")
    asked_at = models.DateTimeField("gevraagd", default=timezone.now)
    since = models.DateTimeField("sinds", null=True)
    ended_at = models.DateTimeField("tot", null=True)

    class Meta:
        verbose_name = "contactpersoon van een dossier"
        verbose_name_plural = "contactpersonen van dossiers"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "contact"], condition=models.Q(ended_at=None),
                                    name="one_open_link_a_case_and_contact"),
            models.CheckConstraint(name="duo_contact_ends_after_start",
                                   condition=models.Q(ended_at=None) | models.Q(since=None)
                                   | models.Q(ended_at__gte=models.F("since")),
                                   violation_error_message="Een contactpersoon eindigt niet voor het begin."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.contact} van dossier {self.case_id}"


class ExchangeLog(models.Model):
    """One request to DUO or the BRP: who was asked what, for which purpose, and how it went. Never a BSN."""

    at = models.DateTimeField("moment", default=timezone.now)
    party = models.CharField("aan", max_length=4, choices=Party)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    person_index = models.CharField(max_length=64, blank=True)
    act = models.CharField("handeling", max_length=80)
    purpose = models.CharField("doel", max_length=200)
    message_id = models.UUIDField("berichtId")
    status = models.PositiveSmallIntegerField("antwoord", null=True)
    milliseconds = models.PositiveIntegerField("duur")

    class Meta:
        verbose_name = "verzoek aan de keten"
        verbose_name_plural = "verzoeken aan de keten"
        indexes: ClassVar = [models.Index(fields=["person_index", "-at"], name="exchange_of_person")]
        triggers: ClassVar = [
            pgtrigger.Protect(
                name="exchange_log_is_append_only", operation=pgtrigger.Update | pgtrigger.Delete
            )
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.party} {self.act}"
