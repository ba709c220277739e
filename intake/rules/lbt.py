"""The leerbaarheidstoets: one source among others, and never binding."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from intake.enums import LbtOutcome, Level, Skill
from intake.rules.catalogue import QUESTIONS
from intake.rules.lists import Measurement, is_at_least

NOT_BINDING = (
    "De uitslag is een advies en is niet bindend. De gemeente kiest de leerroute op grond van het hele gesprek: "
    "eigen wens, onderwijs, werk, taal en omstandigheden."
)
"""Stands beside every result (Wet inburgering 2021, art. 14 lid 5 and 15)."""

_DUO_SCORE = re.compile(r"(\d{1,3}),(\d{2})")
_LEARNED = {"middelbaar", "beroep", "hoger_niet_af", "hoger"}
_LITERATE_LEVELS = {"A2", "B1", "B2", "C1"}


def score_of_duo(text: str) -> Decimal:
    """Reads a score as DUO writes it: "62,50". Raises ValueError."""
    if not (match := _DUO_SCORE.fullmatch(text)):
        raise ValueError(f"DUO schrijft een score als 62,50, niet als '{text[:20]}'.")
    return Decimal(f"{match[1]}.{match[2]}")


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
