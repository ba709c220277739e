"""Interpreters that a gemeente asks, and what was agreed with them for a talk."""

from typing import ClassVar

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.models import Gemeente, User
from contact.enums.interpreters import ACTIVE_BOOKINGS, NEXT_BOOKING_STATES, BookingState
from contact.models.appointments import Appointment


class Interpreter(models.Model):
    """Somebody who interprets for this gemeente. ISO 639 codes, as a person's languages."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="interpreters")
    name = models.CharField("naam", max_length=120)
    agency = models.CharField("bureau", max_length=120, blank=True)
    phone = models.CharField("telefoon", max_length=30, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    languages = ArrayField(models.CharField(max_length=3), verbose_name="talen")
    is_active = models.BooleanField("beschikbaar", default=True)

    class Meta:
        verbose_name = "tolk"
        verbose_name_plural = "tolken"
        ordering: ClassVar = ["name", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["gemeente", "name", "agency"], name="interpreter_once_a_gemeente",
                                    violation_error_message="Deze tolk staat al in de lijst."),
            models.CheckConstraint(condition=Q(languages__len__gt=0), name="interpreter_speaks_a_language",
                                   violation_error_message="Kies ten minste één taal."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.name} ({self.agency})" if self.agency else self.name


class InterpreterBooking(models.Model):
    """An interpreter asked for a talk, and the answer. Every step is a case event as well."""

    appointment = models.ForeignKey(Appointment, models.PROTECT, related_name="bookings")
    interpreter = models.ForeignKey(Interpreter, models.PROTECT, related_name="bookings")
    language = models.CharField("taal", max_length=3)
    state = models.CharField("stand", max_length=16, choices=BookingState, default=BookingState.REQUESTED)
    state_at = models.DateTimeField("sinds", default=timezone.now)
    state_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    requested_at = models.DateTimeField("gevraagd op", default=timezone.now)

    class Meta:
        verbose_name = "boeking van een tolk"
        verbose_name_plural = "boekingen van tolken"
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["appointment"], condition=Q(state__in=ACTIVE_BOOKINGS),
                                    name="one_active_booking_an_appointment",
                                    violation_error_message="Er is al een tolk gevraagd voor deze afspraak."),
        ]  # fmt: skip
        triggers: ClassVar = [
            pgtrigger.FSM(
                name="booking_follows_the_table",
                field="state",
                transitions=[
                    (before.value, after.value)
                    for before, follow in NEXT_BOOKING_STATES.items()
                    for after in sorted(follow)
                ],
            )
        ]

    def __str__(self) -> str:
        return f"{self.interpreter} ({self.get_state_display()})"

    @property
    def is_active(self) -> bool:
        return self.state in ACTIVE_BOOKINGS
