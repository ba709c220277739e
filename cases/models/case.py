"""The case that a gemeente has about a person, who guides it and who may look."""

from typing import ClassVar

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from accounts.models import Gemeente, Team, User
from cases.enums import AssignmentKind, Group, Origin, Status
from cases.models.person import Person


@pghistory.track(
    model_name="CaseHistory",
    obj_field=pghistory.ObjForeignKey(related_name="history"),
    exclude=["has_klantmanager"],
)
class Case(models.Model):
    """The dossier: one person at one gemeente, with the facts that start the terms of the law."""

    number = models.CharField("dossiernummer", max_length=12, unique=True, editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="cases")
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="cases")
    team = models.ForeignKey(Team, models.PROTECT, related_name="cases")
    group = models.CharField("doelgroep", max_length=20, choices=Group, blank=True)
    status = models.CharField("status", max_length=8, choices=Status, default=Status.OPEN)
    origin = models.CharField("herkomst", max_length=12, choices=Origin)
    opened_on = models.DateField("geopend op")
    closed_on = models.DateField("gesloten op", null=True, blank=True)
    closed_reason = models.CharField("reden van sluiten", max_length=200, blank=True)
    duty_from = models.DateField("inburgeringsplichtig vanaf", null=True, blank=True)
    notified_on = models.DateField("kennisgeving van DUO", null=True, blank=True)
    brp_registered_on = models.DateField("ingeschreven in deze gemeente", null=True, blank=True)
    in_coa = models.BooleanField("verblijft bij COA", default=False)
    # Follows `Assignment`, so that an index finds the few cases without a guide among all.
    has_klantmanager = models.BooleanField(default=False, editable=False)

    class Meta:
        verbose_name = "dossier"
        verbose_name_plural = "dossiers"
        indexes: ClassVar = [
            models.Index(
                fields=["team", "opened_on", "id"], name="open_case_of_team", condition=Q(status="open")
            ),
            models.Index(fields=["gemeente", "status"], name="case_of_gemeente"),
            models.Index(
                fields=["team", "opened_on"],
                name="case_without_klantmanager",
                condition=Q(status="open", has_klantmanager=False),
            ),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "gemeente"], condition=Q(status=Status.OPEN),
                                    name="one_open_case_a_person_and_gemeente",
                                    violation_error_message="Er is al een open dossier van deze persoon."),
            models.CheckConstraint(name="closed_case_has_date_and_reason",
                                   condition=Q(status=Status.OPEN, closed_on=None)
                                   | (Q(status=Status.CLOSED, closed_on__isnull=False) & ~Q(closed_reason="")),
                                   violation_error_message="Een gesloten dossier heeft een datum en een reden."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.number} {self.person}"

    @property
    def is_open(self) -> bool:
        return self.status == Status.OPEN


@pghistory.track(model_name="AssignmentHistory", obj_field=pghistory.ObjForeignKey(related_name="history"))
class Assignment(models.Model):
    """Who guides this case, or stands in. Ending one means starting the next: `services.assign_klantmanager`."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="assignments")
    user = models.ForeignKey(User, models.PROTECT, related_name="assignments")
    kind = models.CharField(
        "soort", max_length=12, choices=AssignmentKind, default=AssignmentKind.KLANTMANAGER
    )
    starts_at = models.DateTimeField("vanaf", default=timezone.now)
    ends_at = models.DateTimeField("tot", null=True, blank=True)
    reason = models.CharField("reden", max_length=200, blank=True)

    class Meta:
        verbose_name = "toewijzing"
        verbose_name_plural = "toewijzingen"
        indexes: ClassVar = [
            models.Index(fields=["user", "case"], name="active_assignment_of_user", condition=Q(ends_at=None))
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case"], condition=Q(ends_at=None, kind=AssignmentKind.KLANTMANAGER),
                                    name="one_active_klantmanager_a_case",
                                    violation_error_message="Een dossier heeft precies één klantmanager."),
            models.UniqueConstraint(fields=["case", "user"], condition=Q(ends_at=None),
                                    name="one_active_assignment_a_user_and_case"),
            models.CheckConstraint(condition=Q(ends_at=None) | Q(ends_at__gte=F("starts_at")),
                                   name="assignment_ends_after_start"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.user} ({self.get_kind_display()})"


class PurposeAccess(models.Model):
    """Leave to read a case outside one's own team, for a stated purpose, until the end of the day."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="purpose_access")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    purpose = models.CharField("doel", max_length=300)
    granted_at = models.DateTimeField(auto_now_add=True)
    until = models.DateTimeField()

    class Meta:
        verbose_name = "toegang met doel"
        verbose_name_plural = "toegang met doel"
        indexes: ClassVar = [models.Index(fields=["user", "until"], name="purpose_access_of_user")]

    def __str__(self) -> str:
        return f"{self.user}: {self.purpose}"


class CaseNumber(models.Model):
    """The last case number given out in a year; locked while the next one is made."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "laatste dossiernummer"
        verbose_name_plural = "laatste dossiernummers"

    def __str__(self) -> str:
        return f"{self.year}: {self.last}"
