"""Words as data: which phrase, with which days, lengths and names. `rules.words` holds each language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from deadlines.enums import Ground
from deadlines.rules.arithmetic import Length
from deadlines.rules.term import Article


@dataclass(frozen=True)
class Near:
    """A day whose year goes without saying when `other`, named just before, is in the same year."""

    day: date
    other: date


@dataclass(frozen=True)
class Label:
    """A fact or the start of a promise, by itself: "inschrijving in de gemeente"."""

    key: str


@dataclass(frozen=True)
class Start:
    """What a term is counted from, right before its day: "na de kennisgeving van"."""

    key: str


@dataclass(frozen=True)
class DaysOff:
    """Why no term ends on these days, one after another, by their Dutch words; "" when two working days are still missing."""

    whys: tuple[str, ...]


@dataclass(frozen=True)
class Name:
    """Somebody's name, as it was typed in."""

    name: str


Value = date | Near | Label | Start | DaysOff | Name | Ground | Length | Article


@dataclass(frozen=True)
class Phrase:
    """A phrase by its key in the tables of words, with what stands in it."""

    key: str
    values: Mapping[str, Value]


def say(key: str, **values: Value) -> Phrase:
    return Phrase(key, values)
