"""What stands in a case: its history, which is also the outbox, notes and documents."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.utils import timezone

from accounts.models import User
from cases.enums import DocumentKind
from cases.models.case import Case


class CaseEvent(models.Model):
    """What happened, who did it and the sentence that was shown. History and outbox in one; nothing is ever changed."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="events")
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    by_label = models.CharField(max_length=200)
    kind = models.CharField(max_length=40)
    text = models.TextField()
    data = models.JSONField(default=dict)

    class Meta:
        verbose_name = "gebeurtenis"
        verbose_name_plural = "gebeurtenissen"
        indexes: ClassVar = [
            models.Index(fields=["case", "-at", "-id"], name="events_of_case"),
            models.Index(fields=["kind", "id"], name="events_of_kind"),
        ]
        triggers: ClassVar = [
            pgtrigger.Protect(name="case_event_is_append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return self.text


class EventDelivery(models.Model):
    """A channel has taken this event: once, whatever crashes."""

    event = models.ForeignKey(CaseEvent, models.PROTECT, related_name="deliveries")
    channel = models.CharField(max_length=24)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "aflevering"
        verbose_name_plural = "afleveringen"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["event", "channel"], name="event_once_a_channel")
        ]

    def __str__(self) -> str:
        return f"{self.channel}: {self.event_id}"


class ParkedEvent(models.Model):
    """An event that a channel couldn't take: put aside, so that what comes after goes on, and tried again until it works."""

    event = models.ForeignKey(CaseEvent, models.PROTECT, related_name="parked")
    channel = models.CharField(max_length=24)
    since = models.DateTimeField("sinds", default=timezone.now)
    attempts = models.PositiveIntegerField("pogingen", default=0)
    next_attempt_at = models.DateTimeField("volgende poging", default=timezone.now)
    problem = models.CharField("wat er mis is", max_length=300)

    class Meta:
        verbose_name = "vastgelopen gebeurtenis"
        verbose_name_plural = "vastgelopen gebeurtenissen"
        indexes: ClassVar = [models.Index(fields=["channel", "next_attempt_at"], name="parked_events_due")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["event", "channel"], name="parked_once_a_channel")
        ]

    def __str__(self) -> str:
        return f"{self.channel}: {self.event_id}"


class Note(models.Model):
    case = models.ForeignKey(Case, models.CASCADE, related_name="notes")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    text = models.TextField("notitie", max_length=10_000)

    class Meta:
        verbose_name = "notitie"
        verbose_name_plural = "notities"
        ordering: ClassVar = ["-at"]

    def __str__(self) -> str:
        return self.text[:60]


# No other bytes than those of which the sum was kept with the document.
BYTES_OF_DOCUMENT = """
    IF NOT EXISTS (
        SELECT 1 FROM cases_document
        WHERE id = NEW.document_id AND sha256 = encode(sha256(NEW.data), 'hex') AND size = length(NEW.data)
    ) THEN
        RAISE EXCEPTION 'These bytes are not the document that was kept.';
    END IF;
    RETURN NEW;
"""


class Document(models.Model):
    """A file of the case, as it was kept: nothing about it changes and it never goes away.

    Its bytes stand in `DocumentContent`, in the same database and the same backup.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="documents")
    title = models.CharField("titel", max_length=200)
    kind = models.CharField("soort", max_length=12, choices=DocumentKind, default=DocumentKind.OVERIG)
    filename = models.CharField("bestandsnaam", max_length=200)
    mime = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    visible_to_resident = models.BooleanField("zichtbaar voor de inwoner", default=False)
    created_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "document"
        verbose_name_plural = "documenten"
        ordering: ClassVar = ["-created_at", "-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "sha256", "title"], name="document_once_a_case",
                                    violation_error_message="Dit document staat al in het dossier."),
        ]  # fmt: skip
        triggers: ClassVar = [
            pgtrigger.Protect(name="document_never_changes", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return self.title


class DocumentContent(models.Model):
    """The bytes, as kept: a letter that was sent is never changed."""

    document = models.OneToOneField(Document, models.CASCADE, primary_key=True, related_name="content")
    data = models.BinaryField()

    class Meta:
        verbose_name = "inhoud van document"
        verbose_name_plural = "inhoud van documenten"
        triggers: ClassVar = [
            pgtrigger.Protect(
                name="document_content_never_changes", operation=pgtrigger.Update | pgtrigger.Delete
            ),
            pgtrigger.Trigger(
                name="document_content_is_what_was_counted",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=BYTES_OF_DOCUMENT,
            ),
        ]

    def __str__(self) -> str:
        return f"inhoud van document {self.document_id}"
