"""The leerbaarheidstoets: one source among others, and never binding."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Protocol, TypeVar

from deadlines.rules.catalogue import LAW_STARTED_ON
from intake.enums import LbtOutcome, Level, Skill
from intake.rules.catalogue import QUESTIONS
from intake.rules.lists import Measurement, is_at_least

NOT_BINDING = (
    "De uitslag is een advies en is niet bindend. De gemeente kiest de leerroute op grond van het hele gesprek: "
    "eigen wens, onderwijs, werk, taal en omstandigheden."
)
"""Stands beside every result (Wet inburgering 2021, art. 14 lid 5 and 15)."""

MOST_POINTS = 1000
AHEAD = timedelta(days=366)
"""A version that begins later than this is a mistake in typing: our choice."""

_DUO_SCORE = re.compile(r"(\d{1,3}),(\d{2})")
_LEARNED = {"middelbaar", "beroep", "hoger_niet_af", "hoger"}
_LITERATE_LEVELS = {"A2", "B1", "B2", "C1"}


def score_of_duo(text: str) -> Decimal:
    """Reads a score as DUO writes it: "62,50". Raises ValueError."""
    if not (match := _DUO_SCORE.fullmatch(text)):
        raise ValueError(f"DUO schrijft een score als 62,50, niet als '{text[:20]}'.")
    return Decimal(f"{match[1]}.{match[2]}")


class Dated(Protocol):
    """Something that holds from a day on."""

    @property
    def valid_from(self) -> date: ...


Version = TypeVar("Version", bound=Dated)


def version_on(versions: Iterable[Version], taken_on: date) -> Version | None:
    """The version of the test that held on the day of a result; None before the first that we know of."""
    return max(
        (one for one in versions if one.valid_from <= taken_on), key=lambda one: one.valid_from, default=None
    )


def version_obstacles(
    *, name: str, source: str, needed_score: Decimal, valid_from: date, today: date
) -> list[str]:
    """Why a version of the test can't be kept. It may begin in the past: DUO sets it, and a gemeente hears of it later."""
    obstacles = []
    if not name.strip():
        obstacles.append("Schrijf op hoe deze versie van de toets heet.")
    if not source.strip():
        obstacles.append("Schrijf op waar dit staat.")
    if not 0 < needed_score < MOST_POINTS:
        obstacles.append("De cesuur is een aantal punten boven 0.")
    if not LAW_STARTED_ON <= valid_from <= today + AHEAD:
        obstacles.append("Kies een dag vanaf 1 januari 2022, en hoogstens een jaar vooruit.")
    return obstacles


@dataclass(frozen=True)
class ScriptSeen:
    """How somebody reads and writes a script, as `judge` saw it."""

    script: str
    well: bool
    not_yet: bool
    judge: str


@dataclass(frozen=True)
class Evidence:
    """What stands in the lists of the intake, beside the answers."""

    diplomas: tuple[str, ...] = ()
    levels: Mapping[Skill, Measurement] = field(default_factory=dict)
    scripts: tuple[ScriptSeen, ...] = ()


NOTHING = Evidence()


def contradictions(
    outcome: LbtOutcome | None, values: Mapping[str, str], evidence: Evidence = NOTHING
) -> tuple[str, ...]:
    """Why the test and other sources don't agree; empty when they do, or when there is nothing to compare (PP-32).

    Somebody with a diploma whom the test calls unable is heard, not filed away; and the other way round.
    """
    if outcome == LbtOutcome.NIET_HAALBAAR:
        return tuple(_more_than_the_test(values, evidence))
    if outcome == LbtOutcome.HAALBAAR:
        return tuple(_less_than_the_test(values, evidence))
    return ()


def _more_than_the_test(values: Mapping[str, str], evidence: Evidence) -> Iterator[str]:
    if values.get("hoogste_opleiding") in _LEARNED:
        yield f"De hoogste opleiding is: {QUESTIONS['hoogste_opleiding'].shown(values['hoogste_opleiding']).lower()}."
    if evidence.diplomas:
        yield f"De nieuwkomer heeft een diploma: {evidence.diplomas[0]}."
    elif values.get("diploma") in {"met_papieren", "zonder_papieren"}:
        yield "De nieuwkomer heeft een diploma."
    if values.get("eigen_schrift_lezen") == "goed" and values.get("eigen_schrift_schrijven") == "goed":
        yield "De nieuwkomer leest en schrijft het eerste schrift goed."
    for seen in evidence.scripts:
        if seen.well:
            yield f"De nieuwkomer leest en schrijft goed in schrift: {seen.script}. Gezien door {seen.judge}."
    measured = [
        evidence.levels[skill] for skill in (Skill.LEZEN, Skill.SCHRIJVEN) if skill in evidence.levels
    ]
    if any(is_at_least(one.level, Level.A2) for one in measured):
        yield "Er is gemeten dat de nieuwkomer Nederlands leest of schrijft op A2 of hoger."
    elif _LITERATE_LEVELS & {values.get("taal_lezen", ""), values.get("taal_schrijven", "")}:
        yield "De nieuwkomer leest of schrijft al Nederlands op A2 of hoger."
    if values.get("oordeel_toets") == "te_laag":
        yield "U vindt dat de nieuwkomer meer kan dan de toets zegt."


def _less_than_the_test(values: Mapping[str, str], evidence: Evidence) -> Iterator[str]:
    if values.get("alfabetisering") == "A":
        yield "De nieuwkomer leert lezen en schrijven voor het eerst."
    if evidence.scripts and all(seen.not_yet for seen in evidence.scripts):
        yield f"Lezen en schrijven gaat nog niet. Gezien door {evidence.scripts[0].judge}."
    if values.get("oordeel_toets") == "te_hoog":
        yield "U vindt dat de toets meer verwacht dan nu kan."
