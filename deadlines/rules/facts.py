"""The facts that terms start from, with the words for them and the checks that keep nonsense out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Self

from cases.enums import Group
from inburgering.kit.dutch import format_date

# The Wet inburgering 2021 came into force; nothing that starts one of its terms lies before it.
LAW_STARTED_ON = date(2022, 1, 1)
LATEST = date(2099, 12, 31)


class FactsError(ValueError):
    """No term can be computed from these facts; `obstacles` holds all the reasons, each a Dutch sentence."""

    def __init__(self, *obstacles: str) -> None:
        super().__init__(" ".join(obstacles))
        self.obstacles = obstacles


@dataclass(frozen=True)
class ThirdParty:
    """Information that the gemeente asked of somebody else and can't do without (Besluit, artikel 5.3 lid 2)."""

    asked_on: date
    received_on: date | None = None
    party: str = "een ander"


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is known. A fact that is empty is not known yet, or doesn't matter to the term."""

    group: Group | None = None
    notified_on: date | None = None
    brp_registered_on: date | None = None
    pip_dated_on: date | None = None
    duo_starts_on: date | None = None
    duo_ends_on: date | None = None
    announced_on: date | None = None
    with_committee: bool = False
    adjourned: bool = False
    third_parties: tuple[ThirdParty, ...] = ()

    def with_third_parties(self, third_parties: tuple[ThirdParty, ...]) -> Self:
        return replace(self, third_parties=third_parties)

    def to_json(self) -> dict[str, str | bool]:
        """The known facts by their Dutch names; requests to third parties have rows of their own and stay out."""
        known = ((info, getattr(self, info.attribute)) for info in CATALOGUE.values())
        return {info.name: _plain(value) for info, value in known if value}

    @classmethod
    def from_json(cls, stored: Mapping[str, str | bool]) -> Self:
        known = (info for info in CATALOGUE.values() if info.name in stored)
        return cls(**{info.attribute: info.typed(stored[info.name]) for info in known})  # type: ignore[arg-type]


class Holds(StrEnum):
    DATE = "datum"
    GROUP = "groep"
    FLAG = "ja of nee"


@dataclass(frozen=True)
class FactInfo:
    """How a fact is called: `name` outside (command, API), `label` in a list, `before_date` in a sentence."""

    attribute: str
    name: str
    label: str
    short: str = ""
    preposition: str = "op"
    holds: Holds = Holds.DATE
    earliest: date = LAW_STARTED_ON

    @property
    def before_date(self) -> str:
        """ "de bekendmaking van het besluit op", to be followed by the day."""
        return f"de {self.short or self.label} {self.preposition}"

    def typed(self, value: str | bool) -> date | bool | Group:
        if self.holds is Holds.FLAG:
            return bool(value)
        return Group(str(value)) if self.holds is Holds.GROUP else date.fromisoformat(str(value))


_FACTS = (
    FactInfo("group", "groep", "groep (asielstatushouder of gezinsmigrant)", holds=Holds.GROUP),
    FactInfo("notified_on", "kennisgeving", "kennisgeving van DUO", short="kennisgeving", preposition="van"),
    FactInfo(
        "brp_registered_on", "brp-inschrijving", "inschrijving in de gemeente", earliest=date(1900, 1, 1)
    ),
    FactInfo("pip_dated_on", "dagtekening", "dagtekening van het PIP"),
    FactInfo("duo_starts_on", "duo-startdatum", "startdatum van DUO"),
    FactInfo("duo_ends_on", "duo-einddatum", "einddatum van DUO"),
    FactInfo("announced_on", "bekendmaking", "bekendmaking van het besluit"),
    FactInfo("with_committee", "commissie", "adviescommissie voor bezwaar", holds=Holds.FLAG),
    FactInfo("adjourned", "verdaging", "verdaging van de beslissing", holds=Holds.FLAG),
)
CATALOGUE: Mapping[str, FactInfo] = {info.attribute: info for info in _FACTS}


def _plain(value: date | str | bool) -> str | bool:
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, bool) else str(value)


def obstacles(facts: Facts) -> list[str]:
    """Everything that can't be true about these facts, whatever the term."""
    return [*_out_of_range(facts), *_wrong_order(facts)]


def _out_of_range(facts: Facts) -> Iterator[str]:
    for info in CATALOGUE.values():
        day = getattr(facts, info.attribute)
        if info.holds is not Holds.DATE or day is None:
            continue
        if day < info.earliest:
            yield f"De {info.label} kan niet op {_day(day)} zijn: dat is vóór {_day(info.earliest)}."
        if day > LATEST:
            yield f"De {info.label} kan niet op {_day(day)} zijn: dat is na {_day(LATEST)}."


def _wrong_order(facts: Facts) -> Iterator[str]:
    for request in facts.third_parties:
        asked, received = request.asked_on, request.received_on
        if not LAW_STARTED_ON <= asked <= LATEST or (received and received > LATEST):
            yield f"De informatie kan niet op {_day(asked)} zijn gevraagd."
        if received and received < asked:
            yield f"De informatie kan niet op {_day(received)} zijn ontvangen: zij is pas op {_day(asked)} gevraagd."
    starts_on = facts.duo_starts_on or facts.pip_dated_on
    if starts_on and facts.duo_ends_on and facts.duo_ends_on <= starts_on:
        yield f"De einddatum van DUO, {_day(facts.duo_ends_on)}, ligt niet na het begin van de termijn, {_day(starts_on)}."


def _day(day: date) -> str:
    return format_date(day, weekday=False)
