"""Whether everybody at a group session can follow it (PP-67)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from cases.enums import Language
from cases.rules.languages import dutch_name
from contact.enums.interpreters import InterpreterDecision
from contact.rules.appointments import Obstacle

DUTCH = Language.DUTCH.value
LATELY = timedelta(days=14)
"""How long a session that was stays on the list: until everybody's attendance is known."""
MOST_GUESTS = 40
"""Our own limit: with more people nobody can be heard."""


@dataclass(frozen=True)
class Guest:
    """One newcomer at a group session, by the number of the own appointment."""

    key: int
    name: str
    speaks: frozenset[str]
    wants_interpreter: bool | None = None
    interpreter_language: str = ""

    @property
    def languages(self) -> frozenset[str]:
        return (self.speaks | {self.interpreter_language}) - {""}


@dataclass(frozen=True)
class Cover:
    """How a guest can follow the session. `decision` is empty when nobody speaks a language of the guest."""

    guest: Guest
    decision: str
    language: str = ""
    is_sure: bool = True

    @property
    def is_uncovered(self) -> bool:
        return not self.decision

    @property
    def sentence(self) -> str:
        if not self.is_uncovered:
            return ""
        if not self.guest.languages:
            return f"De talen van {self.guest.name} zijn niet bekend. Vul ze in het dossier in."
        spoken = ", ".join(sorted(map(dutch_name, self.guest.languages)))
        return f"{self.guest.name} spreekt {spoken}. Er is geen tolk en geen medewerker die dat spreekt."


def cover_of(
    guest: Guest, *, staff: frozenset[str], asked: frozenset[str], confirmed: frozenset[str]
) -> Cover:
    """The way in which a guest follows a session that is held in Dutch: Dutch, a colleague, or an interpreter.

    `asked` are the languages of interpreters who didn't answer yet: enough to invite, not enough to rely on.
    What the dossier says of an interpreter wins from a bit of Dutch.
    """
    own = guest.languages - {DUTCH}
    if guest.wants_interpreter is False or (DUTCH in guest.speaks and not guest.wants_interpreter):
        return Cover(guest, InterpreterDecision.NOT_NEEDED)
    if shared := own & staff:
        return Cover(guest, InterpreterDecision.OWN_LANGUAGE, min(shared))
    if sure := own & confirmed:
        return Cover(guest, InterpreterDecision.INTERPRETER, min(sure))
    if hoped := own & asked:
        return Cover(guest, InterpreterDecision.INTERPRETER, min(hoped), is_sure=False)
    return Cover(guest, "")


def uncovered_obstacles(covers: Iterable[Cover], reasons: Mapping[int, str]) -> list[Obstacle]:
    """Why the session can't be confirmed: each guest who couldn't follow it, unless somebody said why it goes on so."""
    return [
        Obstacle(
            f"{cover.sentence} Vraag een tolk, plan een eigen gesprek, of schrijf op waarom het zo doorgaat.",
            f"reason_{cover.guest.key}",
        )
        for cover in covers
        if cover.is_uncovered and not reasons.get(cover.guest.key, "").strip()
    ]
