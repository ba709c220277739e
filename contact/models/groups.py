"""A session with newcomers of several cases: each has an own appointment, so that nobody sees who else comes."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from accounts.models import Gemeente, User
from contact.enums.appointments import CancelReason, Place
from contact.enums.groups import NEXT_GROUP_STATES, GroupKind, GroupState
from contact.enums.interpreters import ACTIVE_BOOKINGS, BookingState


class GroupSession(models.Model):
    """When, where, and who leads it. The newcomers are its `appointments`; colleagues and interpreters its `participants`."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="group_sessions")
    organiser = models.ForeignKey(User, models.PROTECT, related_name="organised_groups")
    kind = models.CharField("waarvoor", max_length=16, choices=GroupKind)
    starts_at = models.DateTimeField("begin")
    ends_at = models.DateTimeField("einde")
    place_kind = models.CharField("waar", max_length=12, choices=Place)
    place = models.CharField("adres of kamer", max_length=200, blank=True)
    state = models.CharField("stand", max_length=12, choices=GroupState, default=GroupState.CONCEPT)
    cancel_reason = models.CharField("waarom afgezegd", max_length=12, choices=CancelReason, blank=True)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = "groepsbijeenkomst"
        verbose_name_plural = "groepsbijeenkomsten"
        ordering: ClassVar = ["starts_at", "id"]
        indexes: ClassVar = [models.Index(fields=["gemeente", "starts_at"], name="groups_of_gemeente")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="group_ends_after_start",
                                   violation_error_message="Een bijeenkomst duurt ten minste een paar minuten."),
            models.CheckConstraint(name="cancelled_group_has_reason",
                                   condition=Q(state=GroupState.CANCELLED) & ~Q(cancel_reason="")
                                   | ~Q(state=GroupState.CANCELLED) & Q(cancel_reason=""),
                                   violation_error_message="Kies waarom de bijeenkomst niet doorgaat."),
        ]  # fmt: skip
        triggers: ClassVar = [
            pgtrigger.FSM(
                name="group_follows_the_table",
                field="state",
                transitions=[
                    (before.value, after.value)
                    for before, follow in NEXT_GROUP_STATES.items()
                    for after in sorted(follow)
                ],
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {timezone.localtime(self.starts_at):%d-%m-%Y %H:%M}"

    @property
    def is_open(self) -> bool:
        return self.state in {GroupState.CONCEPT, GroupState.PLANNED}

    @property
    def is_planned(self) -> bool:
        return self.state == GroupState.PLANNED

    @property
    def minutes(self) -> int:
        return int((self.ends_at - self.starts_at).total_seconds()) // 60


class GroupInterpreter(models.Model):
    """An interpreter asked for a group session, for one language (PP-69: no two who talk through each other)."""

    session = models.ForeignKey(GroupSession, models.PROTECT, related_name="interpreters")
    interpreter = models.ForeignKey("contact.Interpreter", models.PROTECT, related_name="group_bookings")
    language = models.CharField("taal", max_length=3)
    state = models.CharField("stand", max_length=16, choices=BookingState, default=BookingState.REQUESTED)
    state_at = models.DateTimeField("sinds", default=timezone.now)
    state_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "tolk bij een groepsbijeenkomst"
        verbose_name_plural = "tolken bij groepsbijeenkomsten"
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["session", "language"], condition=Q(state__in=ACTIVE_BOOKINGS),
                                    name="one_active_interpreter_a_group_and_language",
                                    violation_error_message="Er is al een tolk gevraagd voor deze taal."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.interpreter} ({self.get_state_display()})"

    @property
    def is_active(self) -> bool:
        return self.state in ACTIVE_BOOKINGS
