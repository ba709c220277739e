"""The facts that terms start from, with the words for them and the checks that keep nonsense out."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Self

from cases.enums import Group
from deadlines.enums import Ground, Route
from deadlines.rules.arithmetic import Length
from inburgering.kit.dutch import format_date

# The Wet inburgering 2021 came into force; nothing that starts one of its terms lies before it.
LAW_STARTED_ON = date(2022, 1, 1)
LATEST = date(2099, 12, 31)


# What a fact is in the JSON of a row.
Stored = str | bool | int


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


class Holds(StrEnum):
    DATE = "datum"
    GROUP = "groep"
    ROUTE = "leerroute"
    FLAG = "ja of nee"
    NUMBER = "getal"
    LENGTH = "lengte"


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

    def typed(self, value: Stored) -> Any:
        """The stored or typed text as the fact itself. Raises ValueError when it is none."""
        return _TYPED[self.holds](value)


_TYPED: Mapping[Holds, Callable[[Any], Any]] = {
    Holds.DATE: date.fromisoformat,
    Holds.GROUP: Group,
    Holds.ROUTE: Route,
    Holds.FLAG: bool,
    Holds.NUMBER: int,
    Holds.LENGTH: Length.from_text,
}


EVER = date(1900, 1, 1)

_FACTS = (
    FactInfo("group", "groep", "groep (asielstatushouder of gezinsmigrant)", holds=Holds.GROUP),
    FactInfo("route", "leerroute", "leerroute (B, O of Z)", holds=Holds.ROUTE),
    FactInfo("notified_on", "kennisgeving", "kennisgeving van DUO", short="kennisgeving", preposition="van"),
    FactInfo("brp_registered_on", "brp-inschrijving", "inschrijving in de gemeente", earliest=EVER),
    FactInfo("pip_dated_on", "dagtekening", "dagtekening van het PIP"),
    FactInfo("duo_starts_on", "duo-startdatum", "startdatum van DUO"),
    FactInfo("duo_ends_on", "duo-einddatum", "einddatum van DUO"),
    FactInfo("announced_on", "bekendmaking", "bekendmaking van het besluit"),
    FactInfo("with_committee", "commissie", "adviescommissie voor bezwaar", holds=Holds.FLAG),
    FactInfo("adjourned", "verdaging", "verdaging van de beslissing", holds=Holds.FLAG),
    FactInfo("plicht_began_on", "begin-plicht", "eerste dag van de inburgeringsplicht"),
    FactInfo("plicht_ended_on", "einde-plicht", "laatste dag van de inburgeringsplicht"),
    FactInfo("by_death", "overlijden", "einde van de plicht door overlijden", holds=Holds.FLAG),
    FactInfo("interrupted_on", "onderbreking", "laatste dag vóór de onderbreking"),
    FactInfo("applied_on", "aanvraag", "ontvangst van de aanvraag"),
    FactInfo("partial", "gedeeltelijk", "gedeeltelijke vrijstelling", holds=Holds.FLAG),
    FactInfo("special", "bijzonder", "ontheffing om bijzondere individuele omstandigheden", holds=Holds.FLAG),
    FactInfo("examined_on", "aanmelding-arts", "aanmelding bij de arts"),
    FactInfo("to_b1", "onderwijs-naar-b1", "wissel van onderwijsroute naar B1-route", holds=Holds.FLAG),
    FactInfo("pvt_map_open", "pvt-map-open", "aantal van PVT en MAP dat niet is gedaan", holds=Holds.NUMBER),
    FactInfo("parts_passed", "onderdelen-gehaald", "aantal gehaalde examenonderdelen", holds=Holds.NUMBER),
    FactInfo("hours", "uren", "aantal gevolgde uren in de Z-route", holds=Holds.NUMBER),
    FactInfo("repeated", "herhaald", "niet de eerste nieuwe termijn voor PVT of MAP", holds=Holds.FLAG),
    FactInfo("defaulted_on", "ingebrekestelling", "ontvangst van de ingebrekestelling"),
    FactInfo("report_on", "rapport", "dagtekening van het boeterapport"),
    FactInfo("offended_on", "overtreding", "overtreding"),
    FactInfo("detected_on", "constatering", "constatering van de overtreding"),
    FactInfo("above_340", "boven-340", "boete die meer dan 340 euro kan zijn", holds=Holds.FLAG),
    FactInfo("reminded_on", "aanmaning", "aanmaning"),
    FactInfo("bijstand_on", "bijstand", "eerste dag van het recht op bijstand"),
    FactInfo("entitlement_ended_on", "einde-lening", "einde van het recht op de lening"),
    FactInfo("quarter_ends_on", "kwartaaleinde", "laatste dag van het kwartaal"),
    FactInfo("promised_on", "begin-afspraak", "eerste dag van de afspraak"),
    FactInfo("promise", "lengte", "lengte van de afspraak", holds=Holds.LENGTH),
)
CATALOGUE: Mapping[str, FactInfo] = {info.attribute: info for info in _FACTS}


def _plain(value: date | str | bool | int | Length) -> Stored:
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, bool | int) else str(value)


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
