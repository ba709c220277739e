"""How a companion says something: in the own language, in Dutch that is marked as Dutch, or as somebody wrote it."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from babel.dates import format_date

from cases.rules.languages import RIGHT_TO_LEFT
from pip_plans.enums import TranslationState
from pip_plans.rules.companion.words import LANGUAGES
from pip_plans.rules.letter.blocks import Block
from pip_plans.rules.letter.frame import Letter
from pip_plans.rules.plan import DUTCH, Plan
from pip_plans.rules.translations import Text


@dataclass(frozen=True, kw_only=True)
class Companion:
    """Beside the letter: the language that it is written in, and the language of the person that we don't write."""

    letter: Letter
    language: str
    since: date
    before: Plan | None = None
    missing: str = ""

    def say(self, name: str, **values: object) -> str:
        return LANGUAGES[self.language].say[name].format(**values)

    def day(self, day: date) -> str:
        return format_date(day, "EEEE d MMMM y", locale=self.language)


def part(text: str, language: str, *, small: bool = False) -> dict[str, Any]:
    return {"text": text, "lang": language, "rtl": language in RIGHT_TO_LEFT, "small": small}


def lines(*parts: dict[str, Any]) -> Block:
    return {"kind": "lines", "parts": list(parts)}


def said(beside: Companion, name: str, **values: object) -> Block:
    return lines(part(beside.say(name, **values), beside.language))


def heading(beside: Companion, name: str) -> Block:
    return {"kind": "heading", "text": beside.say(name)}


def unbroken(text: str) -> str:
    """Loose groups of digits after Arabic letters are set from right to left: a number would read backwards."""
    return text.replace(" ", "\u00a0")


def in_dutch(beside: Companion, text: str) -> list[dict[str, Any]]:
    """Words of the plan that nobody translated, after a line that says so."""
    dutch = part(text, DUTCH)
    if beside.language == DUTCH and not beside.missing:
        return [dutch]
    return [part(beside.say("untranslated"), beside.language, small=True), dutch]


def translated(
    beside: Companion, text: str, language: str, state: TranslationState | str
) -> list[dict[str, Any]]:
    if state == TranslationState.GECONTROLEERD:
        return [part(text, language)]
    return [part(text, language), part(beside.say("by-machine"), beside.language, small=True)]


def of_klantmanager(beside: Companion, dutch: str, texts: Mapping[str, Text]) -> list[dict[str, Any]]:
    """A text of the plan in the own language, where somebody wrote one that fits it."""
    found = texts.get(dutch)
    if found and beside.language in (found.language, DUTCH):
        return translated(beside, found.own, found.language, found.state)
    return in_dutch(beside, dutch)


def as_written(text: str, language: str) -> dict[str, Any]:
    """Words of the newcomer, who may have written in another script than that of the language that he reads."""
    first = next((kind for kind in map(unicodedata.bidirectional, text) if kind in ("L", "R", "AL")), "L")
    return part(text, language) | {"rtl": first != "L"}
