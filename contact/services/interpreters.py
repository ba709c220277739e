"""Interpreters: the table of a gemeente, the decision for a talk, and asking one."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import Gemeente, User
from cases.rules.languages import dutch_name
from contact.enums.appointments import AppointmentEvent, ParticipantRole
from contact.enums.interpreters import (
    NEXT_BOOKING_STATES,
    WITH_INTERPRETER,
    BookingState,
    InterpreterDecision,
    InterpreterNeed,
)
from contact.models import Appointment, Interpreter, InterpreterBooking, Participant
from contact.rules.interpreters import decision_obstacles
from contact.selectors.appointments import active_booking, need_of, tongues_of
from contact.services.appointments.booking import (
    record_booking,
    set_booking,
    talk_in_words,
)
from contact.services.appointments.company import clashes, time_of
from contact.services.appointments.planning import check_words, locked, refuse_of_group, refuse_unless_open
from contact.services.appointments.refusing import refuse
from contact.services.appointments.telling import record


@transaction.atomic
def save_interpreter(
    *, gemeente: Gemeente, name: str, languages: Sequence[str], agency: str = "", phone: str = "", email: str = "",
    is_active: bool = True, interpreter: Interpreter | None = None,
) -> Interpreter:  # fmt: skip
    """Adds an interpreter to the table, or changes one. Who isn't available any more keeps what was agreed."""
    row = interpreter or Interpreter(gemeente=gemeente)
    row.name, row.agency, row.phone, row.email = name.strip(), agency.strip(), phone.strip(), email.strip()
    row.languages, row.is_active = sorted(set(languages)), is_active
    row.full_clean()
    row.save()
    return row


@transaction.atomic
def decide_interpreter(
    *, appointment: Appointment, decision: InterpreterDecision | str, by: User, reason: str = ""
) -> Appointment:
    """What happens about an interpreter at this talk. Without one, whoever was asked is cancelled."""
    appointment = locked(appointment, by)
    refuse_of_group(appointment)
    refuse_unless_open(appointment)
    need = need_of(appointment)
    refuse(decision_obstacles(need, tongues_of(appointment), decision, reason))
    decision = InterpreterDecision(decision)
    if decision not in WITH_INTERPRETER and (booking := active_booking(appointment)):
        set_booking(booking, BookingState.CANCELLED, by)
    reason = reason.strip() if decision == InterpreterDecision.NONE else ""
    if (appointment.interpreter_decision, appointment.interpreter_reason) == (decision, reason):
        return appointment
    appointment.interpreter_decision, appointment.interpreter_reason = decision, reason
    check_words(appointment)
    if appointment.is_planned:
        appointment.interpreter_needed = need.answer == InterpreterNeed.NEEDED
    appointment.save(update_fields=["interpreter_decision", "interpreter_reason", "interpreter_needed"])
    why = f" Reden: {reason}" if reason else ""
    text = f"Over de tolk bij {talk_in_words(appointment)}: {decision.label.lower()}.{why}"
    record(appointment, AppointmentEvent.INTERPRETER_DECIDED, text, by, decision=decision.value)
    return appointment


@transaction.atomic
def book_interpreter(
    *, appointment: Appointment, interpreter: Interpreter, language: str, by: User
) -> InterpreterBooking:
    """Asks an interpreter for a talk; the hour is held meanwhile. Asking the same one again gives the same booking."""
    appointment = locked(appointment, by)
    refuse_of_group(appointment)
    current = active_booking(appointment)
    if current and (current.interpreter_id, current.language) == (interpreter.pk, language):
        return current
    if obstacles := _booking_obstacles(appointment, interpreter, language, current):
        raise ValidationError(obstacles)
    seat = Participant(
        appointment=appointment, role=ParticipantRole.TOLK, interpreter=interpreter, during=time_of(appointment)
    )  # fmt: skip
    refuse(clashes([seat], appointment.starts_at, appointment.ends_at, besides=appointment))
    seat.save()
    booking = InterpreterBooking.objects.create(
        appointment=appointment, interpreter=interpreter, language=language, state_by=by
    )
    if appointment.interpreter_decision not in WITH_INTERPRETER:
        decide_interpreter(appointment=appointment, decision=InterpreterDecision.INTERPRETER, by=by)
    record_booking(booking, by)
    return booking


def _booking_obstacles(
    appointment: Appointment, interpreter: Interpreter, language: str, current: InterpreterBooking | None
) -> list[str]:
    refuse_unless_open(appointment)
    obstacles = []
    if interpreter.gemeente_id != appointment.case.gemeente_id or not interpreter.is_active:
        obstacles.append(f"{interpreter.name} is geen tolk van deze gemeente, of is niet beschikbaar.")
    if language not in interpreter.languages:
        obstacles.append(f"{interpreter.name} spreekt geen {dutch_name(language)}.")
    if appointment.starts_at <= timezone.now():
        obstacles.append("Het gesprek is al begonnen.")
    if current:
        obstacles.append(f"Tolk {current.interpreter.name} is al gevraagd. Zeg die eerst af.")
    return obstacles


@transaction.atomic
def answer_booking(*, booking: InterpreterBooking, state: BookingState | str, by: User) -> InterpreterBooking:
    """The interpreter comes, can't, isn't needed any more, or didn't turn up. The same answer twice is one answer."""
    appointment = locked(booking.appointment, by)
    booking = (
        appointment.bookings.select_for_update(of=("self",)).select_related("interpreter").get(pk=booking.pk)
    )
    state = BookingState(state)
    if booking.state == state:
        return booking
    obstacles = []
    if state == BookingState.REQUESTED or state not in NEXT_BOOKING_STATES[BookingState(booking.state)]:
        obstacles.append(
            f"Deze tolk is {booking.get_state_display().lower()}. Dat kan niet {state.label.lower()} worden."
        )
    if state == BookingState.NO_SHOW and appointment.starts_at > timezone.now():
        obstacles.append("Het gesprek moet nog beginnen.")
    if obstacles:
        raise ValidationError(obstacles)
    booking.appointment = appointment
    return set_booking(booking, state, by)
