"""The facts that terms start from, and what moves their end."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from cases.enums import Group
from deadlines.enums import Ground, Route
from deadlines.rules.arithmetic import Length
from deadlines.rules.catalogue import CATALOGUE, Stored


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
class Extension:
    """A verlenging of the inburgeringstermijn by DUO (Besluit, hoofdstuk 4).

    A ground with a period counts from `starts_on` to `ends_on`, both included; `ends_on` is empty while it lasts.
    Some grounds have a fixed length. `length` is what DUO decided, and goes before both.
    """

    ground: Ground
    starts_on: date | None = None
    ends_on: date | None = None
    length: Length | None = None


@dataclass(frozen=True, kw_only=True)
class Suspension:
    """Days on which a term stands still, from `from_on` to `until_on`, both included; empty while it lasts."""

    from_on: date
    until_on: date | None = None
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is known. A fact that is empty is not known yet, or doesn't matter to the term."""

    group: Group | None = None
    route: Route | None = None
    notified_on: date | None = None
    brp_registered_on: date | None = None
    pip_dated_on: date | None = None
    duo_starts_on: date | None = None
    duo_ends_on: date | None = None
    announced_on: date | None = None
    with_committee: bool = False
    adjourned: bool = False
    plicht_began_on: date | None = None
    plicht_ended_on: date | None = None
    by_death: bool = False
    interrupted_on: date | None = None
    applied_on: date | None = None
    partial: bool = False
    special: bool = False
    examined_on: date | None = None
    to_b1: bool = False
    pvt_map_open: int | None = None
    parts_passed: int | None = None
    hours: int | None = None
    repeated: bool = False
    defaulted_on: date | None = None
    report_on: date | None = None
    offended_on: date | None = None
    detected_on: date | None = None
    above_340: bool = False
    reminded_on: date | None = None
    bijstand_on: date | None = None
    entitlement_ended_on: date | None = None
    quarter_ends_on: date | None = None
    promised_on: date | None = None
    promise: Length | None = None
    third_parties: tuple[ThirdParty, ...] = ()
    extensions: tuple[Extension, ...] = ()
    suspensions: tuple[Suspension, ...] = ()

    def with_third_parties(self, third_parties: tuple[ThirdParty, ...]) -> Self:
        return replace(self, third_parties=third_parties)

    def to_json(self) -> dict[str, Stored]:
        """The known facts by their Dutch names; third parties, extensions and suspensions have rows of their own."""
        known = ((info, getattr(self, info.attribute)) for info in CATALOGUE.values())
        return {info.name: _plain(value) for info, value in known if value is not None and value is not False}

    @classmethod
    def from_json(cls, stored: Mapping[str, Stored]) -> Self:
        known = (info for info in CATALOGUE.values() if info.name in stored)
        return cls(**{info.attribute: info.typed(stored[info.name]) for info in known})


def _plain(value: date | str | bool | int | Length) -> Stored:
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, bool | int) else str(value)
