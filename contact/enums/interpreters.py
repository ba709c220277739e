"""Words about interpreters: whether one is needed, what was decided, and how a booking stands."""

from django.db import models


class InterpreterNeed(models.TextChoices):
    """What follows from the languages of both; a person decides."""

    NEEDED = "nodig", "Tolk nodig"
    NOT_NEEDED = "niet-nodig", "Geen tolk nodig"
    UNKNOWN = "onbekend", "Talen niet bekend"


class InterpreterDecision(models.TextChoices):
    """Empty means that nobody has decided yet; such a talk can't be confirmed."""

    NOT_NEEDED = "niet-nodig", "Geen tolk nodig"
    INTERPRETER = "tolk", "Tolk bij het gesprek"
    PHONE_INTERPRETER = "tolktelefoon", "Tolk aan de telefoon"
    OWN_LANGUAGE = "eigen-taal", "Gesprek in een taal die beiden spreken"
    NONE = "geen", "Geen tolk, ook al is er een nodig"


WITH_INTERPRETER = frozenset({InterpreterDecision.INTERPRETER, InterpreterDecision.PHONE_INTERPRETER})


class BookingState(models.TextChoices):
    REQUESTED = "gevraagd", "Gevraagd"
    CONFIRMED = "bevestigd", "Bevestigd"
    DECLINED = "kan-niet", "Kan niet"
    CANCELLED = "afgezegd", "Afgezegd"
    NO_SHOW = "niet-verschenen", "Niet verschenen"


ACTIVE_BOOKINGS = (BookingState.REQUESTED, BookingState.CONFIRMED)

NEXT_BOOKING_STATES: dict[BookingState, frozenset[BookingState]] = {
    BookingState.REQUESTED: frozenset(
        {BookingState.CONFIRMED, BookingState.DECLINED, BookingState.CANCELLED, BookingState.NO_SHOW}
    ),
    # The talk moved, so the interpreter must be asked anew; or an interpreter who had said yes falls ill.
    BookingState.CONFIRMED: frozenset(
        {BookingState.REQUESTED, BookingState.DECLINED, BookingState.CANCELLED, BookingState.NO_SHOW}
    ),
    BookingState.DECLINED: frozenset(),
    BookingState.CANCELLED: frozenset(),
    BookingState.NO_SHOW: frozenset(),
}


class InterpreterSign(models.TextChoices):
    """How the question of the interpreter stands for a talk that is to come; derived, never stored."""

    UNDECIDED = "geen-besluit", "Nog geen besluit over een tolk"
    UNBOOKED = "niet-geboekt", "Nog geen tolk gevraagd"
    REQUESTED = "gevraagd", "Tolk gevraagd"
    CONFIRMED = "bevestigd", "Tolk komt"
    WITHOUT = "zonder", "Zonder tolk"
    FINE = "in-orde", "Geen tolk nodig"
