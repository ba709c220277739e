"""Another time or place for everybody, or calling it off: each hears it once."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from contact.enums.appointments import STAFF_CANCEL_REASONS, AppointmentEvent, CancelReason, Place
from contact.enums.groups import GroupState
from contact.enums.interpreters import ACTIVE_BOOKINGS, BookingState
from contact.enums.notices import NoticeKind
from contact.models import GroupSession, Participant
from contact.rules.appointments import Obstacle, end_of
from contact.services.appointments.changing import call_off
from contact.services.appointments.company import clashes
from contact.services.appointments.refusing import refuse
from contact.services.appointments.telling import in_words, record, tell
from contact.services.groups.planning import locked_group, locked_guests, shape_obstacles, span_of


@transaction.atomic
def move_group(
    *, session: GroupSession, starts_at: datetime, minutes: int, place_kind: Place | str, by: User, place: str = "",
    confirmed_without_translation: bool = False,
) -> GroupSession:  # fmt: skip
    """For everybody at once, or for nobody: one newcomer with another talk then stops it. The interpreters are asked anew.

    The same time and place again does nothing.
    """
    session = locked_group(session, by)
    wanted = (starts_at, end_of(starts_at, minutes), str(place_kind), place.strip())
    if wanted == (session.starts_at, session.ends_at, session.place_kind, session.place):
        return session
    is_moved = wanted[:2] != (session.starts_at, session.ends_at)
    guests = locked_guests(session)
    session.starts_at, session.ends_at, session.place_kind, session.place = wanted
    session.changed_at = timezone.now()
    refuse(shape_obstacles(session) + _taken(session))
    session.save(update_fields=["starts_at", "ends_at", "place_kind", "place", "changed_at"])
    seats = Participant.objects.filter(session=session) | Participant.objects.filter(appointment__in=guests)
    seats.update(during=span_of(session))
    if is_moved:
        again = session.interpreters.filter(state=BookingState.CONFIRMED)
        again.update(state=BookingState.REQUESTED, state_at=timezone.now(), state_by=by)
    for guest in guests:
        before = in_words(guest)
        guest.starts_at, guest.ends_at, guest.place_kind, guest.place = wanted
        guest.sequence, guest.changed_at = guest.sequence + guest.is_planned, timezone.now()
        guest.save()
        text = f"Groepsbijeenkomst verplaatst: was {before}; is nu {in_words(guest)}."
        event = record(guest, AppointmentEvent.MOVED, text, by)
        if guest.is_planned:
            tell(guest, NoticeKind.APPOINTMENT_MOVED, by, event,
                 confirmed_without_translation=confirmed_without_translation)  # fmt: skip
    return session


def _taken(session: GroupSession) -> list[Obstacle]:
    """Colleagues and interpreters by name; of newcomers only how many, because they may be of other colleagues."""
    staff = list(session.participants.filter(is_active=True))
    newcomers = list(Participant.objects.filter(appointment__session=session, is_active=True))
    busy = clashes(staff + newcomers, session.starts_at, session.ends_at, besides_group=session)
    own = clashes(staff, session.starts_at, session.ends_at, besides_group=session)
    others = len(busy) - len(own)
    if others:
        own.append(
            Obstacle(
                f"{others} van de nieuwkomers heeft dan al een andere afspraak. Kies een andere tijd.", "at"
            )
        )
    return own


@transaction.atomic
def cancel_group(
    *,
    session: GroupSession,
    reason: CancelReason | str,
    by: User,
    confirmed_without_translation: bool = False,
) -> GroupSession:
    """It doesn't go on; everybody's time is free again and each hears it once. Twice is once."""
    current = GroupSession.objects.select_for_update().get(pk=session.pk)
    if current.state == GroupState.CANCELLED:
        return current
    session = locked_group(session, by)
    if reason not in STAFF_CANCEL_REASONS:
        refuse([Obstacle("Kies waarom de bijeenkomst niet doorgaat.", "reason")])
    for guest in locked_guests(session):
        call_off(guest, CancelReason(reason), by, confirmed_without_translation)
    session.state, session.cancel_reason, session.changed_at = (
        GroupState.CANCELLED,
        str(reason),
        timezone.now(),
    )
    session.save(update_fields=["state", "cancel_reason", "changed_at"])
    booked = session.interpreters.filter(state__in=ACTIVE_BOOKINGS)
    booked.update(state=BookingState.CANCELLED, state_at=timezone.now(), state_by=by)
    session.participants.update(is_active=False)
    return session
