"""What is told to a newcomer: one row for each message and channel, which is its outbox too."""

from typing import ClassVar

import pgtrigger
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from cases.models import Case, CaseEvent, Document, Person
from contact.enums.notices import Channel, NoticeKind, NoticeState
from contact.models.appointments import Appointment
from contact.rules.notices import NEXT_STATES
from deadlines.models import Deadline

UNDER_WAY = (NoticeState.WAITING, NoticeState.SENDING)
NEEDS_PEOPLE = (NoticeState.FAILED, NoticeState.BOUNCED)
TO_SEND = Q(state__in=UNDER_WAY) & (~Q(channel=Channel.LETTER) | Q(document=None))
TO_POST = Q(state=NoticeState.WAITING, channel=Channel.LETTER, document__isnull=False)
TO_FOLLOW = Q(state=NoticeState.SENT, channel=Channel.SMS)
_SHOWN_PROBLEM = 500


class Notice(models.Model):
    """One message to one person over one channel, with its text as it was or will be sent.

    `source` says what it is about ("event:812", "afspraak:5:2"); with kind, person and channel it is unique, so
    asking for the same message twice gives one. `kind` has no choices on purpose: a new kind is no migration.
    A letter about the person can go to somebody else, such as a lawyer: `addressee` is their name.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="notices", verbose_name="dossier")
    person = models.ForeignKey(Person, models.PROTECT, related_name="notices", verbose_name="aan")
    kind = models.CharField("soort", max_length=40)
    channel = models.CharField("kanaal", max_length=8, choices=Channel)
    source = models.CharField("waarover", max_length=80)
    context = models.JSONField("gegevens", default=dict, encoder=DjangoJSONEncoder)
    appointment = models.ForeignKey(Appointment, models.PROTECT, null=True, related_name="notices")
    request = models.ForeignKey("contact.Request", models.PROTECT, null=True, related_name="notices")
    deadline = models.ForeignKey(Deadline, models.PROTECT, null=True, related_name="notices")
    event = models.ForeignKey(CaseEvent, models.PROTECT, null=True, related_name="+")
    language = models.CharField("taal", max_length=3)
    subject = models.CharField("onderwerp", max_length=200)
    short = models.TextField("kort")
    text = models.TextField("tekst")
    text_dutch = models.TextField("tekst in het Nederlands")
    without_translation = models.BooleanField("zonder vertaling", default=False)
    confirmed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField("gemaakt", default=timezone.now)
    state = models.CharField("stand", max_length=12, choices=NoticeState, default=NoticeState.WAITING)
    not_before = models.DateTimeField("niet eerder dan", null=True)
    attempts = models.PositiveSmallIntegerField("pogingen", default=0)
    attempt = models.UUIDField("deze poging", null=True, editable=False)
    next_attempt_at = models.DateTimeField("volgende poging", default=timezone.now)
    patient_from = models.DateTimeField("eerste poging", default=timezone.now)
    may_have_arrived = models.BooleanField("misschien aangekomen", default=False)
    message_id = models.CharField("bericht-id", max_length=120, blank=True)
    channel_ref = models.CharField("nummer bij het kanaal", max_length=120, blank=True)
    sent_to = models.CharField("gestuurd naar", max_length=254, blank=True)
    sent_at = models.DateTimeField("verstuurd", null=True)
    read_at = models.DateTimeField("gelezen", null=True)
    dropped_reason = models.CharField("waarom niet verstuurd", max_length=200, blank=True)
    problem = models.CharField("wat er misging", max_length=_SHOWN_PROBLEM, blank=True)
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    addressee = models.CharField("aan een ander", max_length=200, blank=True)
    posted_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="op de post door"
    )

    class Meta:
        verbose_name = "bericht aan inwoner"
        verbose_name_plural = "berichten aan inwoners"
        indexes: ClassVar = [
            models.Index(fields=["next_attempt_at", "id"], name="notices_to_send", condition=TO_SEND),
            models.Index(fields=["case", "id"], name="letters_to_post", condition=TO_POST),
            models.Index(fields=["next_attempt_at"], name="notices_to_follow", condition=TO_FOLLOW),
            models.Index(
                fields=["case", "id"], name="notices_that_need_people", condition=Q(state__in=NEEDS_PEOPLE)
            ),
            models.Index(
                fields=["made_at"], name="notices_without_translation", condition=Q(without_translation=True)
            ),
            models.Index(fields=["case", "-made_at", "-id"], name="notices_of_case"),
            models.Index(fields=["person", "-sent_at"], name="notices_sent_to_person"),
            models.Index(fields=["message_id"], name="notice_by_message_id", condition=~Q(message_id="")),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["source", "kind", "person", "channel"],
                name="one_notice_a_source_person_and_channel",
                violation_error_message="Dit bericht is er al.",
            ),
            models.CheckConstraint(
                name="dropped_notice_says_why",
                condition=~Q(state=NoticeState.DROPPED, dropped_reason=""),
                violation_error_message="Zeg waarom dit bericht niet meer nodig is.",
            ),
            models.CheckConstraint(
                name="failed_notice_says_why",
                condition=~Q(state__in=(NoticeState.FAILED, NoticeState.BOUNCED), problem=""),
                violation_error_message="Zeg waarom dit bericht niet is aangekomen.",
            ),
            models.CheckConstraint(
                name="sent_notice_has_moment",
                condition=~Q(state__in=(NoticeState.SENT, NoticeState.DELIVERED), sent_at=None),
                violation_error_message="Een verstuurd bericht heeft een moment.",
            ),
        ]
        triggers: ClassVar = [
            pgtrigger.FSM(
                name="notice_follows_the_table",
                field="state",
                transitions=[
                    (before.value, after.value)
                    for before, follow in NEXT_STATES.items()
                    for after in sorted(follow)
                ],
            ),
            pgtrigger.Protect(
                name="sent_notice_keeps_its_text",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__sent_at__isnull=False)
                & (
                    pgtrigger.Q(old__text__df=pgtrigger.F("new__text"))
                    | pgtrigger.Q(old__text_dutch__df=pgtrigger.F("new__text_dutch"))
                    | pgtrigger.Q(old__subject__df=pgtrigger.F("new__subject"))
                    | pgtrigger.Q(old__short__df=pgtrigger.F("new__short"))
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind_label} ({self.get_channel_display()})"

    @property
    def kind_label(self) -> str:
        return str(NoticeKind(self.kind).label)


class EventCursor(models.Model):
    """How far the case events were read. Numbers are given out before their transaction commits, so "all up to 812"
    is only known to be complete when every transaction has ended that was there when 812 was seen: see `reading`.
    """

    name = models.CharField(max_length=24, primary_key=True)
    complete_up_to = models.BigIntegerField(default=0)
    seen_up_to = models.BigIntegerField(default=0)
    seen_before_xid = models.BigIntegerField(null=True)
    seen_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "leesteken"
        verbose_name_plural = "leestekens"

    def __str__(self) -> str:
        return f"{self.name}: {self.complete_up_to}"
