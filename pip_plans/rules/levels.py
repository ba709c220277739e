"""Which level of Dutch the route asks, which one somebody wants or needs, and what lies between (PP-03, PP-05, PP-61)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from inburgering.kit.dutch import upper_first
from pip_plans.enums import REFUSALS, FurtherLearning, Leerroute, Level, Niveau

_ORDER: tuple[str, ...] = ("A0", *Level.values)


def rank(level: str) -> int:
    """The place on the scale; what isn't a level stands below all levels."""
    return _ORDER.index(level) if level in _ORDER else -1


def highest(*levels: str) -> str:
    known = [level for level in levels if level in Level.values]
    return max(known, key=rank, default="")


def route_level(leerroute: str, niveau: str = "") -> str:
    """What the route ends with (Wet inburgering 2021, artikelen 7 and 8). The Z-route has no exam: it aims at A1."""
    if leerroute == Leerroute.Z:
        return Level.A1
    return (niveau or Niveau.B1) if leerroute else ""


@dataclass(frozen=True, kw_only=True)
class LevelGap:
    """At least one level between what the route ends with and what somebody wants or needs."""

    required: str
    wished: str = ""
    needed: str = ""
    decision: str = ""

    @property
    def goal(self) -> str:
        return highest(self.wished, self.needed)

    @property
    def is_undecided(self) -> bool:
        """Nobody decided about going on: the flag asks for it until somebody does."""
        return self.decision in ("", FurtherLearning.NIET_BESLIST)

    @property
    def is_refused(self) -> bool:
        """Somebody decided, and the gap stays: to see, not to do."""
        return self.decision in REFUSALS

    @property
    def explanation(self) -> str:
        told = [
            f"het plan gaat tot {self.required}",
            *([f"gewenst is {self.wished}"] if self.wished else []),
            *([f"voor het beroep is {self.needed} nodig"] if self.needed else []),
        ]
        return f"{upper_first(', '.join(told))}."

    @property
    def sentence(self) -> str:
        return f"Niveaukloof: {self.explanation[0].lower()}{self.explanation[1:]}"


def level_gap(
    *, leerroute: str, niveau: str = "", wished: str = "", needed: str = "", decision: str = ""
) -> LevelGap | None:
    """None without a route, without a higher goal, or when going on was promised."""
    required = route_level(leerroute, niveau)
    if not required or rank(highest(wished, needed)) <= rank(required):
        return None
    if decision == FurtherLearning.TOEGEZEGD:
        return None
    return LevelGap(required=required, wished=wished, needed=needed, decision=decision)


def days_without_prospect(versions: Sequence[tuple[date, bool]], today: date) -> int:
    """How many days a plan held that stopped below the goal, without a promise to go on. `versions` has each version's
    day and whether it left a gap, oldest first.
    """
    ends = [*(day for day, _ in versions[1:]), today][: len(versions)]
    return sum((end - day).days for (day, gap), end in zip(versions, ends, strict=True) if gap)
