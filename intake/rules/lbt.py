"""The leerbaarheidstoets: one source among others, and never binding."""

import re
from collections.abc import Mapping
from decimal import Decimal

from intake.enums import LbtOutcome
from intake.rules.catalogue import QUESTIONS

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


def contradictions(outcome: LbtOutcome | None, values: Mapping[str, str]) -> tuple[str, ...]:
    """Why the test and other sources don't agree; empty when they do, or when there is nothing to compare.

    Somebody with a diploma whom the test calls unable is heard, not filed away; and the other way round.
    """
    if outcome == LbtOutcome.NIET_HAALBAAR:
        return _more_than_the_test(values)
    if outcome == LbtOutcome.HAALBAAR:
        return _less_than_the_test(values)
    return ()


def _more_than_the_test(values: Mapping[str, str]) -> tuple[str, ...]:
    found = []
    if values.get("hoogste_opleiding") in _LEARNED:
        found.append(
            f"De hoogste opleiding is: {QUESTIONS['hoogste_opleiding'].shown(values['hoogste_opleiding']).lower()}."
        )
    if values.get("diploma") in {"met_papieren", "zonder_papieren"}:
        found.append("De nieuwkomer heeft een diploma.")
    if values.get("eigen_schrift_lezen") == "goed" and values.get("eigen_schrift_schrijven") == "goed":
        found.append("De nieuwkomer leest en schrijft het eerste schrift goed.")
    if _LITERATE_LEVELS & {values.get("taal_lezen", ""), values.get("taal_schrijven", "")}:
        found.append("De nieuwkomer leest of schrijft al Nederlands op A2 of hoger.")
    if values.get("oordeel_toets") == "te_laag":
        found.append("U vindt dat de nieuwkomer meer kan dan de toets zegt.")
    return tuple(found)


def _less_than_the_test(values: Mapping[str, str]) -> tuple[str, ...]:
    found = []
    if values.get("alfabetisering") == "A":
        found.append("De nieuwkomer leert lezen en schrijven voor het eerst.")
    if values.get("oordeel_toets") == "te_hoog":
        found.append("U vindt dat de toets meer verwacht dan nu kan.")
    return tuple(found)
