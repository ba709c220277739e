"""Facts as they are typed on the command line. What is wrong gives one Dutch sentence."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import Any

from cases.enums import Group
from deadlines.enums import Ground, Kind, Route
from deadlines.rules import (
    CATALOGUE,
    Extension,
    FactInfo,
    Facts,
    Holds,
    Length,
    Suspension,
    ThirdParty,
    facts_used_by,
    takes_extensions,
    takes_suspensions,
    takes_third_parties,
)

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
THIRD_PARTY_OPTIONS = ("derde", "derde-gevraagd", "derde-ontvangen")
MOST_DAYS = 2


class WrongInput(Exception):
    """One Dutch sentence for the user."""


def options_of(kind: Kind) -> Iterator[str]:
    """The options that can change the outcome of this kind."""
    yield from (CATALOGUE[fact].name for fact in facts_used_by(kind))
    if takes_third_parties(kind):
        yield from THIRD_PARTY_OPTIONS
    if takes_extensions(kind):
        yield "verlenging"
    if takes_suspensions(kind):
        yield "opschorting"


def facts_of(given: Mapping[str, Any]) -> Facts:
    known = {
        info.attribute: _value(info, given[info.name]) for info in CATALOGUE.values() if info.name in given
    }
    return Facts(
        **known,
        third_parties=_third_parties(given),
        extensions=tuple(_extension(text) for text in given.get("verlenging", ())),
        suspensions=tuple(_suspension(text) for text in given.get("opschorting", ())),
    )


def _value(info: FactInfo, text: Any) -> Any:
    if info.holds is Holds.DATE:
        return _day(info.name, text)
    if info.holds is Holds.GROUP and text not in Group.values:
        raise WrongInput(f"De groep ‘{text}’ bestaat niet. Kies uit: {', '.join(Group.values)}.")
    if info.holds is Holds.ROUTE and text not in Route.values:
        raise WrongInput(f"De leerroute ‘{text}’ bestaat niet. Kies uit: {', '.join(Route.values)}.")
    if info.holds is Holds.NUMBER and not (text.isascii() and text.isdigit() and len(text) < 5):
        raise WrongInput(f"--{info.name} ‘{text}’ is geen getal van 0 tot en met 9999.")
    try:
        return info.typed(text)
    except ValueError as wrong:
        raise WrongInput(f"--{info.name}: {wrong}") from wrong


def _third_parties(given: Mapping[str, Any]) -> tuple[ThirdParty, ...]:
    days = {name: _day(name, given[name]) for name in THIRD_PARTY_OPTIONS[1:] if name in given}
    if "derde-gevraagd" not in days:
        if days or "derde" in given:
            raise WrongInput("Noem met --derde-gevraagd ook de dag waarop de informatie is gevraagd.")
        return ()
    party = given.get("derde", ThirdParty.party)
    return (ThirdParty(days["derde-gevraagd"], days.get("derde-ontvangen"), party),)


def _extension(text: str) -> Extension:
    """ "R-22a:2026-01-01:2026-05-31", "R-22g::2026-04-20", "R-25", or "R-26:6 maanden" as DUO decided."""
    code, _, rest = text.partition(":")
    if code not in Ground.values:
        raise WrongInput(f"De grond ‘{code}’ bestaat niet. Kies uit: {', '.join(Ground.values)}.")
    if rest and rest[0].isdigit() and " " in rest:
        with suppress(ValueError):
            return Extension(ground=Ground(code), length=Length.from_text(rest))
    first, last = _days("verlenging", rest)
    return Extension(ground=Ground(code), starts_on=first, ends_on=last)


def _suspension(text: str) -> Suspension:
    first, last = _days("opschorting", text)
    if first is None:
        raise WrongInput("Noem bij --opschorting de eerste dag.")
    return Suspension(from_on=first, until_on=last)


def _days(option: str, text: str) -> tuple[date | None, date | None]:
    days = [_day(option, day) if day else None for day in text.split(":")]
    if len(days) > MOST_DAYS:
        raise WrongInput(f"--{option} ‘{text}’ heeft te veel dagen: schrijf alleen de eerste en de laatste.")
    return days[0], days[1] if len(days) == MOST_DAYS else None


def _day(name: str, text: str) -> date:
    if ISO_DAY.fullmatch(text):
        with suppress(ValueError):
            return date.fromisoformat(text)
    raise WrongInput(f"--{name} ‘{text}’ is geen dag die bestaat. Schrijf een dag als 2026-12-31.")
