"""Whether a talk needs an interpreter, which decisions fit, and how that stands (PP-68)."""

from dataclasses import dataclass

from cases.enums import Language
from cases.rules.languages import dutch_name
from contact.enums.interpreters import (
    WITH_INTERPRETER,
    BookingState,
    InterpreterDecision,
    InterpreterNeed,
    InterpreterSign,
)
from contact.rules.appointments import Obstacle

DUTCH = Language.DUTCH.value
_SHARED = frozenset({InterpreterDecision.NOT_NEEDED, InterpreterDecision.OWN_LANGUAGE})


@dataclass(frozen=True)
class Tongues:
    """What both sides can talk in, by ISO 639 code. Staff speak Dutch, whatever else they speak.

    `wants_interpreter` is what the dossier says about the newcomer: None when nobody asked.
    """

    newcomer: frozenset[str]
    staff: frozenset[str]
    wants_interpreter: bool | None = None
    interpreter_language: str = ""

    @property
    def in_common(self) -> frozenset[str]:
        """Languages besides Dutch that both speak."""
        spoken = self.newcomer | {self.interpreter_language}
        return (spoken & self.staff) - {DUTCH, ""}


@dataclass(frozen=True)
class Need:
    """The answer and its reason, for the screen."""

    answer: InterpreterNeed
    sentence: str
    suggestion: str = ""
    """The decision that follows by itself; empty when a person has to decide."""

    @property
    def must_decide(self) -> bool:
        return self.answer != InterpreterNeed.NOT_NEEDED


def interpreter_need(tongues: Tongues) -> Need:
    """Needed when there is no language that both speak well; what the dossier says of it wins from a bit of Dutch."""
    if tongues.in_common:
        shared = _names(tongues.in_common)
        return Need(InterpreterNeed.NOT_NEEDED, f"Beiden spreken {shared}.", InterpreterDecision.OWN_LANGUAGE)
    if tongues.wants_interpreter:
        language = f" ({_names({tongues.interpreter_language})})" if tongues.interpreter_language else ""
        return Need(InterpreterNeed.NEEDED, f"In het dossier staat dat er een tolk nodig is{language}.")
    if tongues.wants_interpreter is False:
        said = "In het dossier staat dat er geen tolk nodig is."
        return Need(InterpreterNeed.NOT_NEEDED, said, InterpreterDecision.NOT_NEEDED)
    if DUTCH in tongues.newcomer:
        return Need(InterpreterNeed.NOT_NEEDED, "Beiden spreken Nederlands.", InterpreterDecision.NOT_NEEDED)
    if not tongues.newcomer:
        return Need(InterpreterNeed.UNKNOWN, "Het is nog niet bekend welke talen de nieuwkomer spreekt.")
    spoken = _names(tongues.newcomer)
    return Need(
        InterpreterNeed.NEEDED, f"De nieuwkomer spreekt {spoken}. Geen van de medewerkers spreekt dat."
    )


def _names(codes: frozenset[str] | set[str]) -> str:
    return ", ".join(sorted(map(dutch_name, codes)))


def decision_obstacles(need: Need, tongues: Tongues, decision: str, reason: str) -> list[Obstacle]:
    """Why a talk can't be confirmed with this decision about an interpreter."""
    if not decision:
        return [Obstacle(f"Beslis eerst over een tolk. {need.sentence}", "interpreter_decision")]
    if decision == InterpreterDecision.NONE and not reason.strip():
        return [Obstacle("Schrijf op waarom er geen tolk bij het gesprek is.", "interpreter_reason")]
    if decision == InterpreterDecision.NOT_NEEDED and need.answer == InterpreterNeed.NEEDED:
        sentence = f"{need.sentence} Kies een tolk, of kies ‘geen tolk’ met een reden."
        return [Obstacle(sentence, "interpreter_decision")]
    if (
        decision == InterpreterDecision.OWN_LANGUAGE
        and not tongues.in_common
        and DUTCH not in tongues.newcomer
    ):
        sentence = "Er is geen taal die beiden spreken. Vul de talen in, of kies een tolk."
        return [Obstacle(sentence, "interpreter_decision")]
    return []


def interpreter_sign(need: Need, decision: str, booking: str | None) -> InterpreterSign:
    """How the question stands for a talk that is to come; `booking` is the state of the active one.

    A decision to do without falls away when it turns out later that the two share no language.
    """
    if not decision:
        return InterpreterSign.UNDECIDED if need.must_decide else InterpreterSign.FINE
    if decision in _SHARED and need.answer == InterpreterNeed.NEEDED:
        return InterpreterSign.UNDECIDED
    if decision in WITH_INTERPRETER:
        signs = {
            BookingState.REQUESTED: InterpreterSign.REQUESTED,
            BookingState.CONFIRMED: InterpreterSign.CONFIRMED,
        }
        return (
            signs.get(BookingState(booking), InterpreterSign.UNBOOKED)
            if booking
            else InterpreterSign.UNBOOKED
        )
    return InterpreterSign.WITHOUT if decision == InterpreterDecision.NONE else InterpreterSign.FINE
