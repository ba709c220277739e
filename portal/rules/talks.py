"""What the newcomer is told about the interpreter at a talk."""

from contact.enums.interpreters import WITH_INTERPRETER, BookingState, InterpreterDecision
from portal.enums import Tolk


def tolk(decision: str, booking: str | None) -> Tolk:
    """From the decision of the gemeente and the state of the active booking; nothing is promised before it is certain."""
    if decision not in WITH_INTERPRETER:
        shares = decision == InterpreterDecision.OWN_LANGUAGE
        return Tolk.SHARED_LANGUAGE if shares else Tolk.WITHOUT
    if booking != BookingState.CONFIRMED:
        return Tolk.ARRANGING
    return Tolk.COMES if decision == InterpreterDecision.INTERPRETER else Tolk.PHONES
