"""What was promised in a talk, and when its report may close. Nothing said is forgotten by closing a page."""

from collections.abc import Collection

from inburgering.kit.typed import says_something
from intake.enums import PromiseOutcome

_NOTE_NEEDED = {
    PromiseOutcome.APART: "Schrijf op waar u deze toezegging hebt vastgelegd.",
    PromiseOutcome.VERVALLEN: "Schrijf op waarom deze toezegging vervalt. De nieuwkomer leest dat ook.",
}


def settling_obstacles(*, outcome: str, note: str) -> list[str]:
    """In the PIP, recorded apart (where?), or dropped (why?): one of these three."""
    if outcome not in {PromiseOutcome.IN_PIP, *_NOTE_NEEDED}:
        return ["Kies wat er met deze toezegging gebeurt."]
    says_where_or_why = says_something(note) if outcome == PromiseOutcome.VERVALLEN else note.strip()
    if outcome in _NOTE_NEEDED and not says_where_or_why:
        return [_NOTE_NEEDED[PromiseOutcome(outcome)]]
    return []


def closing_obstacles(open_promises: Collection[str]) -> list[str]:
    """One sentence for each promise with which nothing was done yet."""
    return [f"Deze toezegging is nog niet afgehandeld: {shortened(text)}" for text in open_promises]


def shortened(text: str, length: int = 120) -> str:
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"
