"""How long before the talk of the brede intake a newcomer has the preparation pack (PP-26)."""

from dataclasses import dataclass
from datetime import date, timedelta

from contact.rules.appointments import Obstacle
from deadlines.rules.catalogue import LAW_STARTED_ON
from inburgering.kit.dutch import format_date
from inburgering.kit.typed import says_something

MOST_PACK_DAYS = 30
"""More would eat too much of the ten weeks that the law gives for the PIP (Besluit inburgering 2021, art. 5.3)."""


@dataclass(frozen=True)
class PackNorm:
    """Days between the pack and the talk, from a day on, with where the figure comes from."""

    days: int
    source: str
    valid_from: date


PACK_NORMS = (PackNorm(7, "PP-26", LAW_STARTED_ON),)


def pack_norm(on: date) -> PackNorm:
    """What holds where a gemeente chose nothing; before the first row that row."""
    return next((row for row in reversed(PACK_NORMS) if row.valid_from <= on), PACK_NORMS[0])


def first_talk_day(sent_on: date, days: int) -> date:
    """The first day on which the talk can be: so many days after the pack went out."""
    return sent_on + timedelta(days=days)


def pack_obstacles(*, sent_on: date, talk_on: date, days: int, reason: str) -> list[Obstacle]:
    """Why the talk can't be that soon after the pack (PP-26).

    A written reason lets it go on: no law asks these days, and the ten weeks for the PIP don't wait for them. What
    matters is that somebody decided it, and that it can be read afterwards.
    """
    first = first_talk_day(sent_on, days)
    if talk_on >= first or says_something(reason):
        return []
    return [
        Obstacle(
            f"De nieuwkomer heeft {days} dagen om zich voor te bereiden. De brede intake kan vanaf {format_date(first)}. "
            "Kies een latere dag, of schrijf in een hele zin op waarom het eerder moet.",
            "short_preparation_reason",
        )
    ]
