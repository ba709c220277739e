"""The resident's appointments: where to be, when, with whom, and which other times are free."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from django.db.models import Q, QuerySet
from django.utils import timezone

from accounts.models import User
from cases.selectors import cases_of_resident
from contact.enums.appointments import AppointmentState, Mode, Place
from contact.models import Appointment
from contact.selectors.appointments import (
    appointments_of_resident,
    booking_state_of,
    free_slots,
    is_offered,
    with_company,
)
from portal.enums import Tolk
from portal.rules import tolk

MOST_PAST = 20


@dataclass(frozen=True)
class Talk:
    """One appointment as the resident reads it on this moment."""

    appointment: Appointment
    is_mine: bool
    now: datetime

    @property
    def on(self) -> date:
        return timezone.localtime(self.appointment.starts_at).date()

    @property
    def is_over(self) -> bool:
        return self.appointment.ends_at <= self.now

    @property
    def is_cancelled(self) -> bool:
        return self.appointment.state == AppointmentState.CANCELLED

    @property
    def is_coming(self) -> bool:
        """Still to go to: also the one that is under way."""
        return self.appointment.is_planned and not self.is_over

    @property
    def was_changed(self) -> bool:
        return self.is_coming and self.appointment.sequence > 1

    @property
    def may_change(self) -> bool:
        """The newcomer whom it is about moves and cancels; a partner who comes along doesn't."""
        talk = self.appointment
        return self.is_mine and talk.is_planned and talk.starts_at > self.now and talk.case.is_open

    @property
    def may_move(self) -> bool:
        """A group session has one time for everybody."""
        return self.may_change and not self.is_group

    @property
    def is_group(self) -> bool:
        return self.appointment.session_id is not None

    @cached_property
    def tolk(self) -> Tolk:
        return tolk(self.appointment.interpreter_decision, booking_state_of(self.appointment))

    @cached_property
    def people(self) -> list[str]:
        """Whom one meets: colleagues, and who else comes; the interpreter has a line of their own."""
        group = self.appointment.session
        present = group.participants.all() if group else self.appointment.participants.all()
        return [str(row) for row in present if row.interpreter_id is None and row.person_id is None]

    @property
    def address(self) -> str:
        """Where it is, as one would tell a route planner; nothing for who stays at home or phones."""
        talk, gemeente = self.appointment, self.appointment.case.gemeente
        if talk.mode != Mode.LIVE or talk.place_kind == Place.THUIS:
            return ""
        if talk.place_kind == Place.GEMEENTEHUIS:
            return ", ".join(part for part in (gemeente.address_line, gemeente.postcode_place) if part)
        return talk.place


@dataclass(frozen=True)
class MyTalks:
    coming: list[Talk]
    past: list[Talk]


def my_talks(user: User, *, now: datetime) -> MyTalks:
    """What is to come with what was cancelled of it, soonest first; and what is over, the last first."""
    own = set(cases_of_resident(user).values_list("pk", flat=True))
    found = _talks(user)
    coming = found.filter(ends_at__gt=now)
    past = found.filter(ends_at__lte=now).order_by("-starts_at", "-id")[:MOST_PAST]
    return MyTalks(
        [Talk(row, row.case_id in own, now) for row in coming],
        [Talk(row, row.case_id in own, now) for row in past],
    )


def my_talk(user: User, appointment_id: int, *, now: datetime) -> Talk | None:
    return _first(user, _talks(user).filter(pk=appointment_id), now)


def next_talk(user: User, *, now: datetime) -> Talk | None:
    """The first talk to go to."""
    coming = Q(state=AppointmentState.PLANNED, ends_at__gt=now)
    return _first(user, _talks(user).filter(coming), now)


def _first(user: User, talks: QuerySet[Appointment], now: datetime) -> Talk | None:
    found = talks.first()
    if found is None:
        return None
    return Talk(found, cases_of_resident(user).filter(pk=found.case_id).exists(), now)


def _talks(user: User) -> QuerySet[Appointment]:
    return with_company(appointments_of_resident(user))


def free_times(talk: Talk) -> dict[str, datetime]:
    """The times to which this talk can move, each by the wall-clock time that stands in the address of its page."""
    return {key_of(slot): slot for slot in free_slots(talk.appointment, now=talk.now)}


def key_of(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%dT%H:%M}"


def was_taken(talk: Talk, wanted: str) -> bool:
    """Whether a time that isn't free any more is one that could have been."""
    try:
        moment = timezone.make_aware(datetime.fromisoformat(wanted))
    except ValueError:
        return False
    return is_offered(talk.appointment, moment, now=talk.now)
