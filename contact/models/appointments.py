"""A talk in the agenda: when, where, with whom; nobody can be at two at once."""

from datetime import timedelta
from typing import ClassVar
from uuid import uuid4

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from accounts.models import User
from cases.models import Case, Person
from contact.enums.appointments import (
    NEXT_APPOINTMENT_STATES,
    AppointmentState,
    CancelReason,
    Mode,
    ParticipantRole,
    Place,
    Purpose,
)
from contact.enums.interpreters import InterpreterDecision
from contact.rules.appointments import beside_kind

_CONFIRMED = (AppointmentState.PLANNED, AppointmentState.DONE, AppointmentState.NO_SHOW)


class Appointment(models.Model):
    """One talk with a newcomer. Moving it keeps the row and its `uid`; `sequence` counts the versions that people got."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="appointments")
    session = models.ForeignKey(
        "contact.GroupSession", models.PROTECT, null=True, related_name="appointments"
    )
    organiser = models.ForeignKey(User, models.PROTECT, related_name="organised_appointments")
    purpose = models.CharField("waarvoor", max_length=16, choices=Purpose)
    subject = models.CharField("onderwerp, alleen voor medewerkers", max_length=200, blank=True)
    starts_at = models.DateTimeField("begin")
    ends_at = models.DateTimeField("einde")
    mode = models.CharField("hoe", max_length=10, choices=Mode)
    wished_mode = models.CharField("wens van de nieuwkomer", max_length=10, choices=Mode, blank=True)
    wish_reason = models.CharField("waarom anders dan de wens", max_length=300, blank=True)
    place_kind = models.CharField("waar", max_length=12, choices=Place, blank=True)
    place = models.CharField("adres of kamer", max_length=200, blank=True)
    video_url = models.URLField("link voor videobellen", max_length=500, blank=True)
    state = models.CharField(
        "stand", max_length=16, choices=AppointmentState, default=AppointmentState.CONCEPT
    )
    cancel_reason = models.CharField("waarom afgezegd", max_length=12, choices=CancelReason, blank=True)
    cancelled_by_resident = models.BooleanField("afgezegd door de nieuwkomer", default=False)
    interpreter_decision = models.CharField("tolk", max_length=12, choices=InterpreterDecision, blank=True)
    interpreter_reason = models.CharField("waarom geen tolk", max_length=300, blank=True)
    # As the languages were when the talk was confirmed: what is counted doesn't change with a later language.
    interpreter_needed = models.BooleanField("tolk was nodig", null=True)
    short_preparation_reason = models.CharField("waarom korter voorbereiden", max_length=300, blank=True)
    said = models.TextField("wat er is besproken", max_length=10_000, blank=True)
    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = "afspraak"
        verbose_name_plural = "afspraken"
        indexes: ClassVar = [
            models.Index(fields=["case", "-starts_at"], name="appointments_of_case"),
            models.Index(fields=["organiser", "starts_at"], name="appointments_of_organiser"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(name="talk_of_a_group_has_its_session",
                                   condition=Q(purpose=Purpose.GROEP, session__isnull=False)
                                   | ~Q(purpose=Purpose.GROEP) & Q(session=None),
                                   violation_error_message="Een groepsbijeenkomst maakt u niet in één dossier."),
            models.UniqueConstraint(fields=["session", "case"], name="case_comes_once_to_a_group",
                                    condition=~Q(state=AppointmentState.CANCELLED) & Q(session__isnull=False),
                                    violation_error_message="Deze nieuwkomer is al gevraagd."),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="appointment_ends_after_start",
                                   violation_error_message="Een afspraak duurt ten minste een paar minuten."),
            models.CheckConstraint(condition=~Q(mode=Mode.LIVE) | ~Q(place_kind=""), name="live_appointment_has_place",
                                   violation_error_message="Kies waar u elkaar ziet."),
            models.CheckConstraint(condition=Q(wished_mode="") | Q(wished_mode=F("mode")) | ~Q(wish_reason=""),
                                   name="unfollowed_wish_has_reason",
                                   violation_error_message="Schrijf op waarom u de wens van de nieuwkomer niet volgt."),
            models.CheckConstraint(condition=~Q(state__in=_CONFIRMED) | ~Q(interpreter_decision=""),
                                   name="confirmed_appointment_has_interpreter_decision",
                                   violation_error_message="Beslis eerst over een tolk."),
            models.CheckConstraint(condition=~Q(interpreter_decision=InterpreterDecision.NONE) | ~Q(interpreter_reason=""),
                                   name="appointment_without_interpreter_has_reason",
                                   violation_error_message="Schrijf op waarom er geen tolk is."),
            models.CheckConstraint(name="cancelled_appointment_has_reason",
                                   condition=Q(state=AppointmentState.CANCELLED) & ~Q(cancel_reason="")
                                   | ~Q(state=AppointmentState.CANCELLED) & Q(cancel_reason="", cancelled_by_resident=False),
                                   violation_error_message="Kies waarom de afspraak niet doorgaat."),
        ]  # fmt: skip
        triggers: ClassVar = [
            pgtrigger.FSM(
                name="appointment_follows_the_table",
                field="state",
                transitions=[
                    (before.value, after.value)
                    for before, follow in NEXT_APPOINTMENT_STATES.items()
                    for after in sorted(follow)
                ],
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()} {timezone.localtime(self.starts_at):%d-%m-%Y %H:%M}"

    @property
    def is_open(self) -> bool:
        """Whether it can still be changed: it wasn't cancelled and has no outcome."""
        return self.state in {AppointmentState.CONCEPT, AppointmentState.PLANNED}

    @property
    def is_planned(self) -> bool:
        return self.state == AppointmentState.PLANNED

    @property
    def duration(self) -> timedelta:
        return self.ends_at - self.starts_at

    @property
    def minutes(self) -> int:
        return int(self.duration.total_seconds()) // 60

    @property
    def place_besides_kind(self) -> str:
        """What stands after the kind of place without saying it again."""
        return beside_kind(self.place, self.get_place_kind_display())

    @property
    def wish_is_followed(self) -> bool:
        return self.wished_mode in {"", self.mode}


def _at_one_at_a_time(who: str, name: str, sentence: str) -> ExclusionConstraint:
    return ExclusionConstraint(
        name=name,
        expressions=[(who, RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
        condition=Q(is_active=True),
        violation_error_message=sentence,
    )


class Participant(models.Model):
    """Somebody at a talk: a colleague, a newcomer or partner, an interpreter, or somebody of whom we know just the name.

    Of a group session only who leads it and interprets sit here; each newcomer sits at the own appointment.

    `during` is the time of the talk, kept here because the database itself refuses two talks of one person at once.
    """

    appointment = models.ForeignKey(Appointment, models.CASCADE, null=True, related_name="participants")
    session = models.ForeignKey(
        "contact.GroupSession", models.CASCADE, null=True, related_name="participants"
    )
    role = models.CharField("rol", max_length=12, choices=ParticipantRole)
    user = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="participations")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="participations")
    interpreter = models.ForeignKey("contact.Interpreter", models.PROTECT, null=True, blank=True,
                                    related_name="participations")  # fmt: skip
    name = models.CharField("naam", max_length=120, blank=True)
    during = DateTimeRangeField("tijd")
    is_active = models.BooleanField(default=True)

    class Meta:
        verbose_name = "deelnemer"
        verbose_name_plural = "deelnemers"
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="participant_is_exactly_one",
                condition=Q(user__isnull=False, person=None, interpreter=None, name="")
                | Q(user=None, person__isnull=False, interpreter=None, name="")
                | Q(user=None, person=None, interpreter__isnull=False, name="")
                | (Q(user=None, person=None, interpreter=None) & ~Q(name="")),
                violation_error_message="Een deelnemer is een collega, een nieuwkomer, een tolk of iemand met een naam.",
            ),
            models.CheckConstraint(
                name="participant_is_at_a_talk_or_a_group",
                condition=Q(appointment__isnull=False, session=None) | Q(appointment=None, session__isnull=False),
                violation_error_message="Een deelnemer hoort bij één afspraak of bij één bijeenkomst.",
            ),
            models.CheckConstraint(
                name="no_newcomer_sits_at_the_group_itself",
                condition=Q(session=None) | Q(person=None),
                violation_error_message="Elke nieuwkomer heeft een eigen afspraak bij de bijeenkomst.",
            ),
            _at_one_at_a_time("user", "colleague_is_at_one_appointment_at_a_time",
                              "Deze collega heeft dan al een afspraak."),
            _at_one_at_a_time("person", "person_is_at_one_appointment_at_a_time",
                              "Deze persoon heeft dan al een afspraak."),
            _at_one_at_a_time("interpreter", "interpreter_is_at_one_appointment_at_a_time",
                              "Deze tolk heeft dan al een afspraak."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.user or self.person or self.interpreter or self.name)


class MeetingPreference(models.Model):
    """How and where a newcomer likes to talk, remembered from the last choice."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="meeting_preference")
    mode = models.CharField("hoe", max_length=10, choices=Mode, blank=True)
    place_kind = models.CharField("waar", max_length=12, choices=Place, blank=True)
    set_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "voorkeur voor gesprekken"
        verbose_name_plural = "voorkeuren voor gesprekken"

    def __str__(self) -> str:
        return self.get_mode_display() or self.get_place_kind_display()
