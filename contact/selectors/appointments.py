"""Appointments that somebody may see, the agenda of a colleague, and the times that are still free."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet

from accounts.models import User
from cases.enums import Relation
from cases.models import Case, Person
from cases.selectors import cases_of_resident, cases_visible_to, household_of
from contact.enums.appointments import AppointmentState
from contact.enums.interpreters import (
    ACTIVE_BOOKINGS,
    WITH_INTERPRETER,
    BookingState,
    InterpreterDecision,
    InterpreterSign,
)
from contact.models import Appointment, InterpreterBooking, MeetingPreference, Participant
from contact.rules.appointments import AMSTERDAM, HOURS_AHEAD, Span, free_starts
from contact.rules.interpreters import Need, Tongues, interpreter_need, interpreter_sign
from deadlines.selectors import calendar
from inburgering.kit.calendar import DAY

DAYS_OFFERED = 21
"""How far ahead a newcomer is offered other times."""


def appointments_visible_to(user: User) -> QuerySet[Appointment]:
    """Appointments of the cases that a staff user may read, concepts too."""
    return Appointment.objects.filter(case__in=cases_visible_to(user)).select_related("case", "organiser")


def appointments_of_resident(user: User) -> QuerySet[Appointment]:
    """Talks to which this resident was asked: the own ones and those of a partner, cancelled ones too.

    Nobody was told of a concept. Only the own ones can be moved and cancelled: see `may_change`.
    """
    if not user.is_resident or not user.is_active:
        return Appointment.objects.none()
    asked = Participant.objects.filter(appointment=OuterRef("pk"), person__bsn_index=user.bsn_index)
    return (
        Appointment.objects.filter(Exists(asked), sequence__gt=0)
        .select_related("case", "case__gemeente", "organiser")
        .order_by("starts_at", "id")
    )


def may_change(user: User, appointment: Appointment, *, now: datetime) -> bool:
    """Whether this resident may move or cancel it: it is about the own case, and still to come."""
    mine = cases_of_resident(user).filter(pk=appointment.case_id)
    return appointment.is_planned and appointment.starts_at > now and mine.exists()


def appointments_of(case: Case) -> QuerySet[Appointment]:
    """All talks of a case with what a list shows of each, in a fixed number of queries; the last one first."""
    return with_company(case.appointments.all()).order_by("-starts_at", "-id")


def with_company(appointments: QuerySet[Appointment]) -> QuerySet[Appointment]:
    """Adds what `sign_of` asks: who is there, which languages they speak, and the interpreter."""
    people = Participant.objects.select_related("user", "person", "interpreter")
    active = InterpreterBooking.objects.filter(state__in=ACTIVE_BOOKINGS).select_related("interpreter")
    return appointments.select_related("case__person", "organiser", "session").prefetch_related(
        "session__interpreters",
        Prefetch("session__participants", queryset=people),
        Prefetch("participants", queryset=people.prefetch_related("user__languages")),
        Prefetch("bookings", queryset=active, to_attr="active_bookings"),
        "case__person__languages",
    )


def tongues_of(appointment: Appointment) -> Tongues:
    staff = [p.user for p in appointment.participants.all() if p.user]
    return tongues(appointment.case.person, staff)


def tongues(person: Person, staff: Sequence[User]) -> Tongues:
    """What the newcomer and the colleagues at a talk speak."""
    return Tongues(
        newcomer=frozenset(language.code for language in person.languages.all() if language.speaks),
        staff=frozenset(language.code for user in staff for language in user.languages.all()),
        wants_interpreter=person.interpreter_needed,
        interpreter_language=person.interpreter_language,
    )


def need_of(appointment: Appointment) -> Need:
    return interpreter_need(tongues_of(appointment))


def active_booking(appointment: Appointment) -> InterpreterBooking | None:
    """The interpreter who was asked or comes; read without a query after `with_company`."""
    known: list[InterpreterBooking] | None = getattr(appointment, "active_bookings", None)
    if known is not None:
        return known[0] if known else None
    return appointment.bookings.filter(state__in=ACTIVE_BOOKINGS).select_related("interpreter").first()


def booking_state_of(appointment: Appointment) -> str | None:
    """How far the interpreter of this talk is; of a group session the one for a language of this newcomer."""
    if appointment.session is None:
        booking = active_booking(appointment)
        return booking.state if booking else None
    person = appointment.case.person
    speaks = {one.code for one in person.languages.all() if one.speaks} | {person.interpreter_language}
    states = {one.state for one in appointment.session.interpreters.all() if one.language in speaks}
    return next(
        (state for state in (BookingState.CONFIRMED, BookingState.REQUESTED) if state in states), None
    )


def sign_of(appointment: Appointment) -> InterpreterSign:
    """A newcomer at a group session shares the colleagues and interpreters of the session, who don't sit at the own talk."""
    state, decision = booking_state_of(appointment), appointment.interpreter_decision
    if appointment.session is None or decision in WITH_INTERPRETER:
        return interpreter_sign(need_of(appointment), decision, state)
    signs = {"": InterpreterSign.UNDECIDED, InterpreterDecision.NONE: InterpreterSign.WITHOUT}
    return signs.get(decision, InterpreterSign.FINE)


def preference_of(person: Person) -> MeetingPreference | None:
    return MeetingPreference.objects.filter(person=person).first()


def partner_of(case: Case) -> Person | None:
    member = household_of(case).filter(relation=Relation.PARTNER).first()
    return member.person if member else None


# --- Time ----------------------------------------------------------------------------------------------


def taken(appointment: Appointment, first: datetime, last: datetime) -> list[Span]:
    """When somebody who comes to this talk is at another one."""
    mine = appointment.participants.all()
    others = Participant.objects.filter(
        Q(user__in=[p.user_id for p in mine if p.user_id])
        | Q(person__in=[p.person_id for p in mine if p.person_id])
        | Q(interpreter__in=[p.interpreter_id for p in mine if p.interpreter_id]),
        is_active=True,
        during__overlap=(first, last),
    ).exclude(appointment=appointment)
    return [(p.during.lower, p.during.upper) for p in others]


def free_slots(appointment: Appointment, *, now: datetime, days: int = DAYS_OFFERED) -> list[datetime]:
    """Times to which the newcomer can move this talk: working days from nine to five, free for everybody who comes."""
    first, last = now + timedelta(hours=HOURS_AHEAD), now + timedelta(days=days + 2)
    slots = _starts(appointment, first, days, taken(appointment, first, last))
    return [slot for slot in slots if slot != appointment.starts_at]


def is_offered(
    appointment: Appointment, starts_at: datetime, *, now: datetime, days: int = DAYS_OFFERED
) -> bool:
    """Whether this is a time that the newcomer could take if nobody had another talk then."""
    return starts_at in _starts(appointment, now + timedelta(hours=HOURS_AHEAD), days, ())


def _starts(appointment: Appointment, first: datetime, days: int, busy: Sequence[Span]) -> Iterator[datetime]:
    return free_starts(
        duration=appointment.duration, busy=busy, calendar=calendar(), not_before=first, days=days
    )


# --- Agenda ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class AgendaLine:
    """One talk in a colleague's agenda. Without `is_readable` the newcomer stays unnamed."""

    appointment: Appointment
    is_readable: bool
    sign: InterpreterSign
    booking: InterpreterBooking | None

    @property
    def day(self) -> date:
        return self.appointment.starts_at.astimezone(AMSTERDAM).date()

    @property
    def is_trouble(self) -> bool:
        """Nobody has decided about an interpreter, or nobody was asked."""
        return self.appointment.is_open and self.sign in {
            InterpreterSign.UNDECIDED,
            InterpreterSign.UNBOOKED,
        }


def agenda_of(user: User, first: date, last: date) -> list[AgendaLine]:
    """Talks to which this colleague goes, from the first day up to and including the last, in order of time.

    With those that were called off, so that a gap explains itself; a concept that was dropped nobody heard of.
    """
    begin = datetime.combine(first, time.min, AMSTERDAM)
    end = datetime.combine(last + DAY, time.min, AMSTERDAM)
    called_off = Q(appointment__state=AppointmentState.CANCELLED, appointment__sequence__gt=0)
    mine = Participant.objects.filter(Q(is_active=True) | called_off, user=user).values("appointment_id")
    found = with_company(
        Appointment.objects.filter(pk__in=mine, starts_at__gte=begin, starts_at__lt=end)
    ).order_by("starts_at", "id")
    readable = set(
        cases_visible_to(user)
        .filter(appointments__in=[talk.pk for talk in found])
        .values_list("pk", flat=True)
    )
    return [AgendaLine(talk, talk.case_id in readable, sign_of(talk), active_booking(talk)) for talk in found]


# --- Counts ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class TalkCount:
    """How often a klantmanager's talks went without the interpreter or in another way than was wished."""

    organiser_id: int
    name: str
    talks: int
    needed: int
    without_interpreter: int
    wishes: int
    wishes_not_followed: int

    @property
    def percentage_without(self) -> int:
        return round(100 * self.without_interpreter / self.needed) if self.needed else 0


def talk_counts(user: User, first: date, last: date) -> list[TalkCount]:
    """For each klantmanager whose cases this user may read: confirmed talks in a period (PP-15, PP-68)."""
    states = (AppointmentState.PLANNED, AppointmentState.DONE, AppointmentState.NO_SHOW)
    needed = Q(interpreter_needed=True)
    rows = (
        appointments_visible_to(user)
        .filter(
            state__in=states,
            starts_at__gte=datetime.combine(first, time.min, AMSTERDAM),
            starts_at__lt=datetime.combine(last + DAY, time.min, AMSTERDAM),
        )
        .order_by()
        .values("organiser_id", name=F("organiser__name"))
        .annotate(
            talks=Count("pk"),
            needed=Count("pk", filter=needed),
            without_interpreter=Count("pk", filter=needed & Q(interpreter_decision=InterpreterDecision.NONE)),
            wishes=Count("pk", filter=~Q(wished_mode="")),
            wishes_not_followed=Count("pk", filter=~Q(wished_mode="") & ~Q(wished_mode=F("mode"))),
        )
        .order_by("name", "organiser_id")
    )
    return [TalkCount(**row) for row in rows]
