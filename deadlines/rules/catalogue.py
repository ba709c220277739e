"""What each fact is called: outside (command, API), in a list and in a sentence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from cases.enums import Group
from deadlines.enums import Route
from deadlines.rules.arithmetic import Length
from inburgering.kit.dutch import upper_first

# The Wet inburgering 2021 came into force; nothing that starts one of its terms lies before it.
LAW_STARTED_ON = date(2022, 1, 1)
EVER = date(1900, 1, 1)

# What a fact is in the JSON of a row.
Stored = str | bool | int


class Holds(StrEnum):
    DATE = "datum"
    GROUP = "groep"
    ROUTE = "leerroute"
    FLAG = "ja of nee"
    NUMBER = "getal"
    LENGTH = "lengte"


@dataclass(frozen=True)
class FactInfo:
    """How a fact is called: `name` outside (command, API), `label` in a list.

    In a sentence it is "de {short or label} {preposition}", to be followed by the day.
    """

    attribute: str
    name: str
    label: str
    short: str = ""
    preposition: str = "op"
    holds: Holds = Holds.DATE
    earliest: date = LAW_STARTED_ON
    # Somebody did it or it came in, so it never lies ahead. A day that DUO or a besluit names can.
    has_happened: bool = False

    @property
    def title(self) -> str:
        return upper_first(self.label)

    @property
    def with_article(self) -> str:
        return f"{'het' if self.holds is Holds.NUMBER else 'de'} {self.label}"

    @property
    def in_sentence(self) -> str:
        return self.short or self.label

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


_FACTS = (
    FactInfo("group", "groep", "groep (asielstatushouder of gezinsmigrant)", holds=Holds.GROUP),
    FactInfo("route", "leerroute", "leerroute (B, O of Z)", holds=Holds.ROUTE),
    FactInfo(
        "notified_on",
        "kennisgeving",
        "kennisgeving van DUO",
        short="kennisgeving",
        preposition="van",
        has_happened=True,
    ),
    FactInfo(
        "brp_registered_on",
        "brp-inschrijving",
        "inschrijving in de gemeente",
        earliest=EVER,
        has_happened=True,
    ),
    FactInfo("pip_dated_on", "dagtekening", "dagtekening van het PIP", has_happened=True),
    FactInfo("duo_starts_on", "duo-startdatum", "startdatum van DUO"),
    FactInfo("duo_ends_on", "duo-einddatum", "einddatum van DUO"),
    FactInfo("announced_on", "bekendmaking", "bekendmaking van het besluit", has_happened=True),
    FactInfo("with_committee", "commissie", "adviescommissie voor bezwaar", holds=Holds.FLAG),
    FactInfo("adjourned", "verdaging", "verdaging van de beslissing", holds=Holds.FLAG),
    FactInfo("plicht_began_on", "begin-plicht", "eerste dag van de inburgeringsplicht"),
    FactInfo("plicht_ended_on", "einde-plicht", "laatste dag van de inburgeringsplicht"),
    FactInfo("by_death", "overlijden", "einde van de plicht door overlijden", holds=Holds.FLAG),
    FactInfo("interrupted_on", "onderbreking", "laatste dag vóór de onderbreking"),
    FactInfo("applied_on", "aanvraag", "ontvangst van de aanvraag", has_happened=True),
    FactInfo("partial", "gedeeltelijk", "gedeeltelijke vrijstelling", holds=Holds.FLAG),
    FactInfo("special", "bijzonder", "ontheffing om bijzondere individuele omstandigheden", holds=Holds.FLAG),
    FactInfo("examined_on", "aanmelding-arts", "aanmelding bij de arts", has_happened=True),
    FactInfo("to_b1", "onderwijs-naar-b1", "wissel van onderwijsroute naar B1-route", holds=Holds.FLAG),
    FactInfo("pvt_map_open", "pvt-map-open", "aantal van PVT en MAP dat niet is gedaan", holds=Holds.NUMBER),
    FactInfo("parts_passed", "onderdelen-gehaald", "aantal gehaalde examenonderdelen", holds=Holds.NUMBER),
    FactInfo("hours", "uren", "aantal gevolgde uren in de Z-route", holds=Holds.NUMBER),
    FactInfo("repeated", "herhaald", "niet de eerste nieuwe termijn voor PVT of MAP", holds=Holds.FLAG),
    FactInfo("defaulted_on", "ingebrekestelling", "ontvangst van de ingebrekestelling", has_happened=True),
    FactInfo("report_on", "rapport", "dagtekening van het boeterapport", has_happened=True),
    FactInfo("offended_on", "overtreding", "overtreding", has_happened=True),
    FactInfo("detected_on", "constatering", "constatering van de overtreding", has_happened=True),
    FactInfo("above_340", "boven-340", "boete die meer dan 340 euro kan zijn", holds=Holds.FLAG),
    FactInfo("reminded_on", "aanmaning", "aanmaning", has_happened=True),
    FactInfo("bijstand_on", "bijstand", "eerste dag van het recht op bijstand"),
    FactInfo("entitlement_ended_on", "einde-lening", "laatste dag van het recht op de lening"),
    FactInfo("quarter_ends_on", "kwartaaleinde", "laatste dag van het kwartaal"),
    FactInfo("promised_on", "begin-afspraak", "eerste dag van de afspraak"),
    FactInfo("promise", "lengte", "lengte van de afspraak", holds=Holds.LENGTH),
)
CATALOGUE: Mapping[str, FactInfo] = {info.attribute: info for info in _FACTS}
