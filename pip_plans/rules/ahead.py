"""Who is at the level of the plan well before the term ends: time to talk about a next step (PP-07)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from deadlines.rules.arithmetic import Length, Unit, before
from intake.enums import Level, LevelSource, Skill
from intake.rules.lists import Measurement, current_levels, is_at_least
from pip_plans.enums import Leerroute, Niveau
from pip_plans.rules.levels import route_level

AIMS = (Level.A2, Level.B1)
"""The levels that a plan can ask."""


def aim_of(leerroute: Leerroute | str, niveau: Niveau | str) -> Level:
    """What the plan asks: B1, or A2 after afschalen (Wet inburgering 2021, artikelen 7, 8 and 17 lid 3).

    The Z-route asks no level. There it is A2, of the exams that somebody in it may take who can (Besluit inburgering 2021,
    artikel 3.14 lid 7): who is at that level can do more than the route.
    """
    return Level.A2 if leerroute == Leerroute.Z else Level(route_level(leerroute, niveau))


def reached_on(measured: Iterable[Measurement], aim: Level) -> date | None:
    """Since when all four skills are at this level; None when one isn't, or was measured lower since.

    What somebody says of the own level isn't a measurement; of one day the strongest source counts.
    """
    rows = [one for one in measured if one.source != LevelSource.ZELF]
    found = [_since([one for one in rows if one.skill == skill], aim) for skill in Skill]
    known = [day for day in found if day]
    return max(known) if len(known) == len(Skill) else None


def _since(rows: list[Measurement], aim: Level) -> date | None:
    """The first day of the last unbroken row of measurements at or above the level, of one skill."""
    since = None
    for day in sorted({one.on for one in rows}):
        strongest = next(iter(current_levels(one for one in rows if one.on == day).values()))
        if not is_at_least(strongest.level, aim):
            since = None
        elif since is None:
            since = day
    return since


@dataclass(frozen=True, kw_only=True)
class Ahead:
    """Somebody is at the level of the plan, long before the last day of the term."""

    aim: Level
    reached_on: date
    ends_on: date


def ahead(
    *, measured: Iterable[Measurement], aim: Level, ends_on: date, months: int, today: date
) -> Ahead | None:
    """None when the level came less than so many months before the last day, or when that day has passed."""
    since = reached_on(measured, aim)
    if since is None or today > ends_on or since >= before(ends_on, Length(months, Unit.MONTHS)):
        return None
    return Ahead(aim=aim, reached_on=since, ends_on=ends_on)


def talk_obstacles(*, is_open: bool, spoken_on: date, text: str, today: date) -> list[tuple[str, str]]:
    """Why this talk about a next step can't be kept, each with the field that it is about."""
    obstacles = []
    if not is_open:
        obstacles.append(
            ("", "Er staat geen vervolgstap open. Misschien legde een collega het gesprek al vast.")
        )
    if spoken_on > today:
        obstacles.append(("spoken_on", "Het gesprek ligt in de toekomst. Leg het vast als het is geweest."))
    if not text.strip():
        obstacles.append(("text", "Schrijf op wat u afsprak, of waarom er geen vervolgstap komt."))
    return obstacles
