"""Group sessions that a colleague may see, and whether everybody at one can follow it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Count, Q, QuerySet

from accounts.enums import Role
from accounts.models import User
from cases.models import Case
from cases.selectors import CASE_ROLES, cases_editable_by, cases_visible_to
from contact.enums.appointments import AppointmentState
from contact.enums.interpreters import BookingState
from contact.models import Appointment, GroupSession, Interpreter, Participant
from contact.rules.appointments import AMSTERDAM
from contact.rules.groups import Cover, Guest, cover_of

SOMEBODY_ELSE = "Een andere deelnemer"


def groups_visible_to(user: User) -> QuerySet[GroupSession]:
    """The sessions of the own gemeente, for who works with cases. Who comes is for who may read those cases."""
    if user.is_resident or user.gemeente_id is None or not user.has_role(*CASE_ROLES):
        return GroupSession.objects.none()
    return GroupSession.objects.filter(gemeente_id=user.gemeente_id).select_related("gemeente", "organiser")


def listed_groups(user: User, *, since: datetime) -> QuerySet[GroupSession]:
    """What is to come, and what was lately, with how many come."""
    coming = ~Q(appointments__state=AppointmentState.CANCELLED) & Q(appointments__isnull=False)
    return (
        groups_visible_to(user)
        .filter(ends_at__gte=since)
        .annotate(guests=Count("appointments", filter=coming))
    )


def groups_led_by(user: User, first: date, until: date) -> QuerySet[GroupSession]:
    """The sessions to which this colleague goes, from the first day until the last, which isn't in it."""
    begin, end = (datetime.combine(day, time.min, AMSTERDAM) for day in (first, until))
    mine = Participant.objects.filter(user=user, is_active=True, session__isnull=False).values("session_id")
    return groups_visible_to(user).filter(pk__in=mine, starts_at__gte=begin, starts_at__lt=end)


def may_lead(user: User, session: GroupSession) -> bool:
    """Who made it, or a team lead of that colleague: their acts are about everybody who comes."""
    if user.is_resident or user.gemeente_id != session.gemeente_id:
        return False
    leads = set(user.team_ids(Role.TEAMLEIDER))
    is_lead = bool(leads & set(session.organiser.memberships.values_list("team_id", flat=True)))
    return session.organiser_id == user.pk or is_lead


def appointments_of_group(session: GroupSession) -> QuerySet[Appointment]:
    """The appointment of each newcomer who was asked, those that were called off too."""
    rows = session.appointments.select_related("case__person", "case__gemeente", "organiser", "session")
    return rows.prefetch_related("case__person__languages").order_by("id")


def cases_to_ask(user: User, session: GroupSession) -> QuerySet[Case]:
    """Open cases that this colleague may change and that don't come yet."""
    asked = session.appointments.exclude(state=AppointmentState.CANCELLED).values("case_id")
    mine = cases_editable_by(user).filter(gemeente_id=session.gemeente_id).exclude(pk__in=asked)
    return mine.select_related("person").order_by("person__last_name", "pk")


def interpreters_for_group(session: GroupSession) -> QuerySet[Interpreter]:
    """Interpreters of the gemeente who are free then."""
    busy = Participant.objects.filter(
        is_active=True, interpreter__isnull=False, during__overlap=(session.starts_at, session.ends_at)
    ).values("interpreter_id")
    free = Interpreter.objects.filter(gemeente_id=session.gemeente_id, is_active=True)
    return free.exclude(pk__in=busy).order_by("name", "id")


@dataclass(frozen=True)
class Seat:
    """One newcomer of a session as a colleague sees it. Without `is_readable` there is no name and no way to the case."""

    appointment: Appointment
    cover: Cover
    is_readable: bool
    is_editable: bool

    @property
    def name(self) -> str:
        return self.cover.guest.name

    @property
    def is_coming(self) -> bool:
        return self.appointment.state != AppointmentState.CANCELLED


def seats_of(user: User, session: GroupSession) -> list[Seat]:
    """Everybody who was asked, with whether they can follow it; names only of the cases that this user may read."""
    found = list(appointments_of_group(session))
    cases = [one.case_id for one in found]
    readable = set(cases_visible_to(user).filter(pk__in=cases).values_list("pk", flat=True))
    editable = set(cases_editable_by(user).filter(pk__in=cases).values_list("pk", flat=True))
    covers = covers_of(session, found, readable)
    return [
        Seat(one, cover, one.case_id in readable, one.case_id in editable)
        for one, cover in zip(found, covers, strict=True)
    ]


def covers_of(session: GroupSession, appointments: Sequence[Appointment], readable: set[int]) -> list[Cover]:
    people = session.participants.filter(user__isnull=False).prefetch_related("user__languages")
    staff = frozenset(one.code for row in people if row.user for one in row.user.languages.all())
    booked = list(session.interpreters.all())
    asked = frozenset(one.language for one in booked if one.state == BookingState.REQUESTED)
    confirmed = frozenset(one.language for one in booked if one.state == BookingState.CONFIRMED)
    return [
        cover_of(_guest(one, one.case_id in readable), staff=staff, asked=asked, confirmed=confirmed)
        for one in appointments
    ]


def _guest(appointment: Appointment, is_readable: bool) -> Guest:
    person = appointment.case.person
    return Guest(
        key=appointment.pk,
        name=person.full_name if is_readable else SOMEBODY_ELSE,
        speaks=frozenset(one.code for one in person.languages.all() if one.speaks),
        wants_interpreter=person.interpreter_needed,
        interpreter_language=person.interpreter_language,
    )
