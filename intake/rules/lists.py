"""The lists of the intake: what is more than one answer, each row with its own source and day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from inburgering.kit.typed import says_something
from intake.enums import Level, LevelSource, Skill


@dataclass(frozen=True)
class EntryList:
    """One list. `section` is the key of the section of the catalogue where it stands; `one` names a row."""

    key: str
    section: str
    title: str
    one: str
    icon: str
    intro: str
    empty: str
    past_days: tuple[str, ...] = ()
    """Fields with a day on which something was already so."""


LISTS: tuple[EntryList, ...] = (
    EntryList(
        key="diplomas", section="onderwijs-werk", title="Diploma's en waardering", one="diploma", icon="certificate",
        intro="Een diploma en de waardering staan één keer in het dossier. Vraag er niet nog een keer om.",
        empty="Er is nog geen diploma vastgelegd.", past_days=("valued_on",),
    ),
    EntryList(
        key="niveaus", section="taal", title="Taalniveau: metingen", one="meting", icon="chart-bar",
        intro="Elke meting per vaardigheid, met bron en datum. Een oudere meting blijft staan.",
        empty="Er is nog geen meting vastgelegd.", past_days=("measured_on",),
    ),
    EntryList(
        key="schriften", section="taal", title="Lezen en schrijven per schrift", one="oordeel", icon="writing",
        intro="Wie zag hoe iemand leest en schrijft, in welk schrift? Een mens oordeelt, niet de toets.",
        empty="Er is nog geen oordeel vastgelegd.", past_days=("judged_on",),
    ),
    EntryList(
        key="toetsen", section="toets", title="Andere toetsen", one="toets", icon="clipboard-text",
        intro="Vraag alleen een toets die nodig is. De nieuwkomer en de teamleider zien waarom.",
        empty="Er is geen andere toets gevraagd.", past_days=("taken_on",),
    ),
    EntryList(
        key="kinderen", section="kinderen", title="Kinderen", one="kind", icon="users",
        intro="Per kind de voorschool of opvang, en wie dat regelt.",
        empty="Er is nog geen kind vastgelegd.", past_days=("born_on", "waiting_since"),
    ),
    EntryList(
        key="weektijden", section="arbeid", title="Vaste tijden in de week", one="tijd", icon="clock",
        intro="Werk, opvang, school en zorg, met de reistijd. Zo passen de lessen straks.",
        empty="Er zijn nog geen vaste tijden vastgelegd.",
    ),
)  # fmt: skip
LIST_BY_KEY: Mapping[str, EntryList] = {one.key: one for one in LISTS}

_STRENGTH = {source: place for place, source in enumerate(LevelSource)}


@dataclass(frozen=True)
class Measurement:
    """A level in one skill, as somebody measured it on a day."""

    skill: Skill
    level: Level
    source: LevelSource
    on: date


def current_levels(measurements: Iterable[Measurement]) -> dict[Skill, Measurement]:
    """For each skill what was measured last; of one day the strongest source counts."""
    ordered = sorted(measurements, key=lambda one: (one.on, -_STRENGTH[one.source]))
    return {one.skill: one for one in ordered}


def is_at_least(level: Level, other: Level) -> bool:
    order = list(Level)
    return order.index(level) >= order.index(other)


def past_day_obstacles(entry_list: EntryList, days: Mapping[str, date | None], *, today: date) -> list[str]:
    late = [name for name in entry_list.past_days if (day := days.get(name)) and day > today]
    return ["De datum ligt in de toekomst. Vul de dag in waarop het is gebeurd."] if late else []


def purpose_obstacles(*, purpose: str, earlier: Iterable[str]) -> list[str]:
    """Nobody has to prove the same again and again: a second test for one criterion says what it is for (PP-40)."""
    known = "; ".join(earlier)
    if not known or says_something(purpose):
        return []
    return [f"Dit is al eerder gemeten ({known}). Schrijf op waarom nog een toets nodig is."]
