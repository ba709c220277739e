"""Whether somebody reads and writes, from what people saw and what was ticked (PP-32, PP-37)."""

from collections.abc import Iterable
from dataclasses import dataclass

from pip_plans.enums import Alphabetisation

LATIN = "latijns"
NO_SCRIPT = "geen"
NOT_YET = "niet"


@dataclass(frozen=True)
class Seen:
    """What a person saw of one script."""

    script: str
    reads: str
    writes: str

    @property
    def can(self) -> bool:
        return self.script != NO_SCRIPT and not self.reads == self.writes == NOT_YET


def alphabetisation(seen: Iterable[Seen], said: str) -> Alphabetisation | str:
    """By DUO's codes. `seen` has the newest judgement first: of each script that one counts. `said` is the ticked answer.

    What a person saw goes before the tick. The tick speaks for the Latin script only as long as nobody judged that.
    """
    latest: dict[str, Seen] = {}
    for one in seen:
        latest.setdefault(one.script, one)
    if not latest:
        return said
    if not any(one.can for one in latest.values()):
        return Alphabetisation.A
    reads_latin = latest[LATIN].can if LATIN in latest else said == Alphabetisation.NVT
    return Alphabetisation.NVT if reads_latin else Alphabetisation.AA
