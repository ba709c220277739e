"""The interpreters of a group session, one for a language."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.rules.languages import dutch_name
from contact.enums.appointments import ParticipantRole
from contact.enums.interpreters import ACTIVE_BOOKINGS, NEXT_BOOKING_STATES, BookingState
from contact.models import GroupInterpreter, GroupSession, Interpreter, Participant
from contact.services.appointments.company import clashes
from contact.services.appointments.refusing import refuse
from contact.services.groups.planning import locked_group, span_of


@transaction.atomic
def ask_group_interpreter(
    *, session: GroupSession, interpreter: Interpreter, language: str, by: User
) -> GroupInterpreter:
    """Asks an interpreter for one language; the hour is held meanwhile. The same again is the same booking."""
    session = locked_group(session, by)
    active = session.interpreters.filter(state__in=ACTIVE_BOOKINGS).select_related("interpreter")
    known = next((one for one in active if one.language == language), None)
    if known and known.interpreter_id == interpreter.pk:
        return known
    obstacles = []
    if interpreter.gemeente_id != session.gemeente_id or not interpreter.is_active:
        obstacles.append(f"{interpreter.name} is geen tolk van deze gemeente, of is niet beschikbaar.")
    if language not in interpreter.languages:
        obstacles.append(f"{interpreter.name} spreekt geen {dutch_name(language)}.")
    if known:
        obstacles.append(f"Tolk {known.interpreter.name} is al gevraagd voor deze taal. Zeg die eerst af.")
    if session.starts_at <= timezone.now():
        obstacles.append("De bijeenkomst is al begonnen.")
    if obstacles:
        raise ValidationError(obstacles)
    seat = Participant(
        role=ParticipantRole.TOLK, interpreter=interpreter, session=session, during=span_of(session)
    )
    refuse(clashes([seat], session.starts_at, session.ends_at))
    seat.save()
    return GroupInterpreter.objects.create(
        session=session, interpreter=interpreter, language=language, state_by=by
    )


@transaction.atomic
def answer_group_interpreter(
    *, booking: GroupInterpreter, state: BookingState | str, by: User
) -> GroupInterpreter:
    """Comes, can't, isn't needed any more, or didn't turn up; the hour is free again when nobody comes."""
    session = locked_group(booking.session, by)
    booking = session.interpreters.select_related("interpreter").get(pk=booking.pk)
    state = BookingState(state)
    if booking.state == state:
        return booking
    obstacles = []
    if state == BookingState.REQUESTED or state not in NEXT_BOOKING_STATES[BookingState(booking.state)]:
        obstacles.append(
            f"Deze tolk is {booking.get_state_display().lower()}. Dat kan niet {state.label.lower()} worden."
        )
    if state == BookingState.NO_SHOW and session.starts_at > timezone.now():
        obstacles.append("De bijeenkomst moet nog beginnen.")
    if obstacles:
        raise ValidationError(obstacles)
    booking.state, booking.state_at, booking.state_by = state, timezone.now(), by
    booking.save(update_fields=["state", "state_at", "state_by"])
    if state not in ACTIVE_BOOKINGS:
        session.participants.filter(interpreter=booking.interpreter).delete()
    return booking
