"""A person of the BRP API Personen 2.7.0 as we keep one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from inburgering.kit.partial_date import PartialDate

FIELDS = (
    "burgerservicenummer",
    "geslacht",
    "naam.voornamen",
    "naam.voorvoegsel",
    "naam.geslachtsnaam",
    "geboorte",
    "nationaliteiten.nationaliteit",
    "overlijden.datum",
    "verblijfstitel.aanduiding",
    "gemeenteVanInschrijving",
    "datumInschrijvingInGemeente",
)
"""What inburgering needs and no more (AVG art. 5 lid 1 c). Geheimhouding and opschorting come by themselves."""

_UNKNOWN_NAME = "."
_STATELESS = "0499"


@dataclass(frozen=True)
class BrpPerson:
    """`registered_on` is None when the BRP doesn't know the exact day."""

    bsn: str
    first_names: str
    prefix: str
    last_name: str
    gender: str
    birth: PartialDate | None
    birth_place: str
    birth_country_code: str
    nationality_codes: tuple[str, ...]
    permit_code: str
    municipality_code: str
    registered_on: date | None
    died_on: date | None
    is_dead: bool
    is_secret: bool


def read_person(content: Mapping[str, Any]) -> BrpPerson:
    name = content.get("naam", {})
    first_names, last_name = _names(name.get("voornamen", ""), name.get("geslachtsnaam", ""))
    birth = content.get("geboorte", {})
    suspended = content.get("opschortingBijhouding", {})
    died = _partial(content.get("overlijden", {}).get("datum"))
    place = birth.get("plaats", {})
    return BrpPerson(
        bsn=content["burgerservicenummer"],
        first_names=first_names,
        prefix=name.get("voorvoegsel", ""),
        last_name=last_name,
        gender=_code(content, "geslacht") or "O",
        birth=_partial(birth.get("datum")),
        birth_place=place.get("omschrijving", "") or place.get("code", ""),
        birth_country_code=_code(birth, "land"),
        nationality_codes=tuple(_nationalities(content.get("nationaliteiten", ()))),
        permit_code=_code(content.get("verblijfstitel", {}), "aanduiding"),
        municipality_code=_code(content, "gemeenteVanInschrijving"),
        registered_on=_whole(content.get("datumInschrijvingInGemeente")),
        died_on=died.latest if died else None,
        is_dead="overlijden" in content or suspended.get("reden", {}).get("code") == "O",
        is_secret=bool(content.get("geheimhoudingPersoonsgegevens")),
    )


def _names(first_names: str, last_name: str) -> tuple[str, str]:
    """Who has one name has it as last name, wherever the BRP keeps it; a lone "." stands for "no last name"."""
    first_names, last_name = " ".join(first_names.split()), " ".join(last_name.split())
    if first_names and last_name in ("", _UNKNOWN_NAME):
        return "", first_names
    return first_names, last_name


def _partial(content: Mapping[str, Any] | None) -> PartialDate | None:
    """Datum, JaarMaandDatum, JaarDatum, or None for DatumOnbekend. Of 30 February the month is kept."""
    if not content:
        return None
    if day := content.get("datum"):
        year, month, number = (int(part) for part in day.split("-"))
        return _possible(year, month, number) or _possible(year, month)
    return _possible(content["jaar"], content.get("maand")) if "jaar" in content else None


def _possible(year: int, month: int | None, day: int | None = None) -> PartialDate | None:
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None


def _whole(content: Mapping[str, Any] | None) -> date | None:
    whole = _partial(content)
    return whole.earliest if whole and whole.day else None


def _code(content: Mapping[str, Any], name: str) -> str:
    return str(content.get(name, {}).get("code", ""))


def _nationalities(rows: Any) -> list[str]:
    """Codes of the national table; staatloos has one there, an unknown nationality is none."""
    codes = [_STATELESS if row.get("type") == "Staatloos" else _code(row, "nationaliteit") for row in rows]
    return [code for code in dict.fromkeys(codes) if code]
