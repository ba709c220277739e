"""One step of an interpreter's booking, in the transaction of whoever holds the lock of the talk."""

from django.utils import timezone

from accounts.models import User
from cases.rules.languages import dutch_name
from contact.enums.appointments import AppointmentEvent
from contact.enums.interpreters import ACTIVE_BOOKINGS, BookingState
from contact.models import Appointment, InterpreterBooking
from contact.rules.appointments import when_in_words
from contact.services.appointments.telling import record

_BOOKING_EVENTS = {
    BookingState.REQUESTED: AppointmentEvent.INTERPRETER_REQUESTED,
    BookingState.CONFIRMED: AppointmentEvent.INTERPRETER_CONFIRMED,
    BookingState.DECLINED: AppointmentEvent.INTERPRETER_DECLINED,
    BookingState.CANCELLED: AppointmentEvent.INTERPRETER_CANCELLED,
    BookingState.NO_SHOW: AppointmentEvent.INTERPRETER_NO_SHOW,
}


def set_booking(booking: InterpreterBooking, state: BookingState, by: User | None) -> InterpreterBooking:
    """The next state; the hour is free again when nobody comes."""
    booking.state, booking.state_at, booking.state_by = state, timezone.now(), by
    booking.save(update_fields=["state", "state_at", "state_by"])
    if state not in ACTIVE_BOOKINGS:
        booking.appointment.participants.filter(interpreter=booking.interpreter).delete()
    record_booking(booking, by)
    return booking


def record_booking(booking: InterpreterBooking, by: User | None) -> None:
    who = f"{booking.interpreter.name}, {dutch_name(booking.language)}"
    event = _BOOKING_EVENTS[BookingState(booking.state)]
    text = (
        f"Tolk {BookingState(booking.state).label.lower()}: {who}, voor {talk_in_words(booking.appointment)}."
    )
    record(booking.appointment, event, text, by, booking_id=booking.pk, interpreter_id=booking.interpreter_id)


def talk_in_words(appointment: Appointment) -> str:
    return f"het gesprek van {when_in_words(appointment.starts_at, appointment.ends_at)}"
