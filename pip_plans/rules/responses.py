"""How the newcomer was involved in a text, and what that means for establishing it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import hypot
from typing import Any, NamedTuple

from inburgering.kit.dutch import format_date
from inburgering.kit.typed import says_something
from pip_plans.enums import Means, Reaction
from pip_plans.rules.obstacle import Obstacle

MOST_POINTS = 5000
"""Of a drawn signature: more is no signature."""
GRID = 1000
"""A signature is drawn on a box of so many steps wide and high, whatever the screen."""
BOX = 3
"""How many times as wide as high that box is."""
SHORTEST = 150
"""What a drawn signature must be long, in steps of the height of the box: a dot is a slip of the finger, but who doesn't
write signs with a line or a cross. Our choice: 3 centimetres in a box of 20 high, and as large a part of a smaller one.
"""

ABOUT_REMARK = "opmerking:"
"""How the clock of a remark says which one it is about."""

RESPONSES = "reacties"
"""The place on the screen where all of this is done."""


@dataclass(frozen=True, kw_only=True)
class Involvement:
    """`readable_since` is the day since which exactly this text stands in the portal; None when it doesn't.

    `reaction` is the last one to exactly this text; `earlier` the last one to another text of the same version.
    `is_own`: the newcomer gave it in the portal; else a colleague wrote it down, who may have said in `sooner_reason` why
    the time to read needn't pass first.
    """

    review_days: int
    readable_since: date | None = None
    is_shared: bool = False
    open_comments: int = 0
    reaction: Reaction | str = ""
    reacted_on: date | None = None
    is_own: bool = False
    sooner_reason: str = ""
    earlier: Reaction | str = ""
    earlier_on: date | None = None
    open_conditions: int = 0

    @property
    def readable_until(self) -> date | None:
        """The first day on which this text may be established without akkoord."""
        return self.readable_since + timedelta(days=self.review_days) if self.readable_since else None


def consent_obstacles(involvement: Involvement, today: date) -> Iterator[Obstacle]:
    """What keeps a plan from being established as agreed: an akkoord with this text, time to read it at home before somebody
    else writes that akkoord down, and an answer to each comment (PP-01, PP-28).
    """
    yield from _comments(involvement)
    if involvement.reaction == Reaction.AKKOORD:
        yield from _time_to_read(involvement, today)
        return
    if involvement.reaction:
        said = Reaction(involvement.reaction).label.lower()
        yield Obstacle(RESPONSES, f"De nieuwkomer is niet zomaar akkoord: {said}. Pas het plan aan en vraag het opnieuw, of "
                                  "stel het eenzijdig vast met akkoord van de teamleider.")  # fmt: skip
    elif involvement.earlier and involvement.earlier_on:
        day = format_date(involvement.earlier_on, weekday=False)
        said = Reaction(involvement.earlier).label.lower()
        yield Obstacle(
            RESPONSES, f"De reactie van {day} ({said}) ging over een eerdere tekst. Vraag het opnieuw."
        )
    else:
        yield Obstacle(RESPONSES, "De nieuwkomer heeft nog niet gereageerd op dit plan. Leg de reactie vast.")


def _time_to_read(involvement: Involvement, today: date) -> Iterator[Obstacle]:
    if involvement.is_own or involvement.sooner_reason:
        return
    until = involvement.readable_until
    written, days = "Een collega schreef het akkoord op.", _days(involvement.review_days)
    sooner = "Kan het eerder? Leg de reactie dan nog eens vast, en schrijf op waarom."
    if until is None:
        yield Obstacle(RESPONSES, f"{written} Deze tekst staat niet in het portaal. Deel het concept, dan kan de nieuwkomer het "
                                  f"{days} lezen. {sooner}")  # fmt: skip
    elif today < until:
        day = format_date(until, weekday=False)
        yield Obstacle(RESPONSES, f"{written} De nieuwkomer mag deze tekst {days} lezen, tot {day}. {sooner}")


def unilateral_obstacles(involvement: Involvement, today: date) -> Iterator[Obstacle]:
    """What must have happened before a gemeente may ask for a decision without akkoord (PP-01, PP-28)."""
    if involvement.reaction == Reaction.AKKOORD:
        yield Obstacle(RESPONSES, "De nieuwkomer is akkoord met deze tekst. Stel het PIP gewoon vast.")
        return
    yield from _comments(involvement)
    if involvement.readable_until is None:
        yield Obstacle(RESPONSES, "Deze tekst staat niet in het portaal. Deel het concept, en wacht tot de nieuwkomer tijd "
                                  "had om het te lezen.")  # fmt: skip
    elif today < involvement.readable_until:
        first = format_date(involvement.readable_until, weekday=False)
        yield Obstacle(RESPONSES, f"De nieuwkomer mag deze tekst {_days(involvement.review_days)} lezen. Zonder akkoord kan "
                                  f"vaststellen vanaf {first}.")  # fmt: skip
    if not involvement.reaction:
        yield Obstacle(
            RESPONSES, "Leg vast wat de nieuwkomer van deze tekst vindt, of dat er geen reactie kwam."
        )
    if count := involvement.open_conditions:
        still = "is nog 1 voorwaarde" if count == 1 else f"zijn nog {count} voorwaarden"
        yield Obstacle(RESPONSES, f"Er {still} van de nieuwkomer waarop u niet reageerde.")


def _comments(involvement: Involvement) -> Iterator[Obstacle]:
    if count := involvement.open_comments:
        still = "is nog 1 opmerking" if count == 1 else f"zijn nog {count} opmerkingen"
        yield Obstacle(RESPONSES, f"Er {still} van de nieuwkomer zonder antwoord. Beantwoord elke opmerking.")


def _days(count: int) -> str:
    return "1 dag" if count == 1 else f"{count} dagen"


# --- A response by itself ------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A response before it is kept."""

    reaction: Reaction | str
    means: Means | str
    given_on: date
    language: str
    reason: str = ""
    sooner_reason: str = ""
    conditions: tuple[str, ...] = ()
    strokes: Any = None
    has_scan: bool = False
    by_resident: bool = False


class Fault(NamedTuple):
    """What a response misses, in Dutch; `code` names what a newcomer can make, for who says it in another language."""

    sentence: str
    code: str = ""


def response_obstacles(draft: Draft, *, since: date, today: date) -> list[Fault]:
    """Everything that a response misses. `since` is the day on which this text came to be."""
    return [*_said(draft), *_signed(draft), *_given(draft, since, today)]


def _said(draft: Draft) -> Iterator[Fault]:
    if draft.reaction not in Reaction.values:
        yield Fault("Kies een reactie.")
    if draft.reaction == Reaction.NIET_AKKOORD and not draft.reason:
        yield Fault("Schrijf op waarom het niet goed is.", "reden")
    if draft.reaction == Reaction.ONDER_VOORWAARDE and not draft.conditions:
        yield Fault("Schrijf de voorwaarde op, in de woorden van de nieuwkomer.", "voorwaarde")
    if draft.reaction != Reaction.ONDER_VOORWAARDE and draft.conditions:
        yield Fault("Er staan voorwaarden bij. Kies dan ‘akkoord onder voorwaarde’.", "toch_voorwaarden")
    if draft.sooner_reason and not says_something(draft.sooner_reason):
        yield Fault("Schrijf in gewone woorden op waarom het eerder kan dan na de tijd om te lezen.")


def _signed(draft: Draft) -> Iterator[Fault]:
    if draft.reaction == Reaction.GEEN_REACTIE:
        if draft.means or draft.by_resident:
            yield Fault("Wie niet reageert, zet ook geen handtekening.")
        return
    if draft.means not in Means.values:
        yield Fault("Kies hoe de reactie is gegeven.")
    if not draft.language:
        yield Fault("Kies in welke taal het plan is gelezen.")
    if draft.reaction == Reaction.AKKOORD and draft.means == Means.MONDELING:
        yield Fault("Een akkoord heeft een handtekening, of een bevestiging met DigiD.")
    if draft.means == Means.GETEKEND:
        yield from _drawn_well(draft.strokes)
    if draft.means == Means.PAPIER and not draft.has_scan:
        yield Fault("Voeg een scan of foto toe van het papier met de handtekening.")
    if draft.means == Means.DIGID and not draft.by_resident:
        yield Fault("Alleen de nieuwkomer zelf kan bevestigen met DigiD.")
    if draft.by_resident and draft.means in (Means.PAPIER, Means.MONDELING):
        yield Fault("Teken op het scherm, of bevestig met DigiD.")


def _drawn_well(strokes: Any) -> Iterator[Fault]:
    if not is_drawing(strokes):
        yield Fault("Er staat nog geen handtekening. Teken met een vinger of met de muis.", "handtekening")
    elif length_of(strokes) < SHORTEST:
        yield Fault(
            "De handtekening is te kort. Een lijn of een kruis mag ook, maar maak die groter.", "te_kort"
        )


def _given(draft: Draft, since: date, today: date) -> Iterator[Fault]:
    if draft.given_on > today:
        yield Fault("De datum van de reactie ligt in de toekomst.")
    if draft.given_on < since:
        day = format_date(since, weekday=False)
        yield Fault(
            f"De reactie kan niet van vóór deze tekst zijn. Het concept is het laatst gewijzigd op {day}."
        )


def is_drawing(strokes: Any) -> bool:
    """Strokes as a screen gives them: lists of points [x, y] in steps of 0 to `GRID`."""
    if not isinstance(strokes, list) or not all(isinstance(stroke, list) for stroke in strokes):
        return False
    points = [point for stroke in strokes for point in stroke]
    return 0 < len(points) <= MOST_POINTS and all(_is_point(point) for point in points)


def length_of(strokes: Sequence[Sequence[Sequence[int]]]) -> float:
    """All strokes together, in steps of the height of the box; static/js/signature.js measures the same way."""
    return sum(
        hypot((to_x - x) * BOX, to_y - y) for stroke in strokes for (x, y), (to_x, to_y) in pairwise(stroke)
    )


def _is_point(point: Any) -> bool:
    return (
        isinstance(point, list)
        and len(point) == 2
        and all(type(step) is int and 0 <= step <= GRID for step in point)
    )


def drawn(strokes: Sequence[Sequence[Sequence[int]]]) -> str:
    """The strokes as the path of an SVG picture."""
    return " ".join("M" + " L".join(f"{x} {y}" for x, y in stroke) for stroke in strokes if stroke)
