"""The fictional persons: what the BRP and DUO know of them."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

OWN_FILE = Path(__file__).with_name("personen.json")
_RELATIVE = re.compile(r"([+-]\d{1,5})d")
_DEFAULT_DUTY_DAYS_AGO, _DEFAULT_LETTER_DAYS_AGO = 30, 28


@dataclass(frozen=True)
class Gemeente:
    """A gemeente that may ask, with the OIN by which DUO knows it."""

    code: str
    oin: str
    name: str


@dataclass(frozen=True)
class Exam:
    """One leerbaarheidstoets, scores in DUO's own notation ("45,50")."""

    resultaat: str
    behaalde_score: str
    benodigde_score: str
    datum: date


@dataclass(frozen=True)
class Person:
    """One fictional person. BRP dates are eight digits in which zeros mean "unknown", or empty."""

    bsn: str
    voornamen: str = ""
    voorvoegsel: str = ""
    geslachtsnaam: str = ""
    geboortedatum: str = ""
    geboorteplaats: str = ""
    geboorteland: str = ""
    geslacht: str = "O"
    nationaliteiten: tuple[str, ...] = ()
    verblijfstitel: str = ""
    verblijfstitel_vanaf: str = ""
    gemeente: str = ""
    inschrijving: str = ""
    overleden_op: str = ""
    geheimhouding: bool = False
    talen: tuple[str, ...] = ()
    # What DUO knows.
    plicht: bool = True
    plicht_vanaf: date | None = None
    kennisgeving: date | None = None
    reden_geen_plicht: str = ""
    asiel: bool = True
    doelgroep: str = ""
    in_coa: bool = False
    gekoppeld_aan: str = ""
    pip_van: str = ""
    pip_op: date | None = None
    pip_leerroute: str = ""
    v_nummer: int | None = None
    examennummer: str = ""
    lbt: tuple[Exam, ...] = field(default=())

    @property
    def naam(self) -> str:
        return " ".join(part for part in (self.voornamen, self.voorvoegsel, self.geslachtsnaam) if part)

    @property
    def gevestigd_op(self) -> date | None:
        """The day of registration in the gemeente, if that day is known."""
        return brp_day(self.inschrijving)

    def changed(self, changes: Mapping[str, Any], today: date) -> "Person":
        """This person with some facts changed (those of `Person`, written as in the file). KeyError for another name."""
        if unknown := set(changes) - {one.name for one in fields(self)}:
            raise KeyError(", ".join(sorted(unknown)))
        return replace(self, **_read_values(changes, today))


@dataclass(frozen=True)
class Cast:
    """All that a file of persons holds."""

    gemeenten: tuple[Gemeente, ...]
    persons: tuple[Person, ...]
    names: Mapping[str, Mapping[str, str]]


def brp_day(text: str) -> date | None:
    """20260312 as a date; None where a part of it isn't known."""
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:8]))
    except ValueError:
        return None


def load(path: Path, today: date) -> Cast:
    """Reads our own format, or a plain list of BRP test persons, who then get plausible facts at DUO."""
    content = json.loads(path.read_text(encoding="utf-8"))
    if isinstance(content, list):
        return Cast((), tuple(_test_person(row, today) for row in content), {})
    persons = tuple(Person(**_read_values(row, today)) for row in content["personen"])
    return Cast(tuple(Gemeente(**row) for row in content["gemeenten"]), persons, content["omschrijvingen"])


def to_json(person: Person) -> dict[str, Any]:
    """The person as plain JSON values, as `/beheer/personen` shows them."""
    plain: dict[str, Any] = json.loads(json.dumps(asdict(person), default=str))
    return plain


def _read_values(row: Mapping[str, Any], today: date) -> dict[str, Any]:
    """Turns what stands in a file into values: "-20d" is a day relative to today, so that no demo grows old."""
    values: dict[str, Any] = {}
    for name, value in row.items():
        if name in ("plicht_vanaf", "kennisgeving", "pip_op"):
            values[name] = _day(value, today) if value else None
        elif name in ("inschrijving", "overleden_op", "verblijfstitel_vanaf") and value:
            values[name] = f"{_day(value, today):%Y%m%d}" if _RELATIVE.fullmatch(value) else value
        elif name == "lbt":
            values[name] = tuple(Exam(**{**exam, "datum": _day(exam["datum"], today)}) for exam in value)
        else:
            values[name] = tuple(value) if isinstance(value, list) else value
    return values


def _day(text: str, today: date) -> date:
    if match := _RELATIVE.fullmatch(text):
        return today + timedelta(days=int(match[1]))
    return date.fromisoformat(text)


def _test_person(row: Mapping[str, Any], today: date) -> Person:
    title = row.get("verblijfstitel") or {}
    return Person(
        bsn=row["burgerservicenummer"],
        voornamen=(row["diakriet_voornamen"] or row["voornamen"] or "").strip(),
        voorvoegsel=row["voorvoegsel"] or "",
        geslachtsnaam=(row["diakriet_geslachtsnaam"] or row["geslachtsnaam"] or "").strip(),
        geboortedatum=row["geboortedatum"] or "",
        geboorteplaats=row["geboorteplaats"] or "",
        geboorteland=row["geboorteland"] or "",
        geslacht=row["geslacht"] or "O",
        nationaliteiten=tuple(dict.fromkeys(row["nationaliteiten"])),
        verblijfstitel=title.get("aanduiding") or "",
        verblijfstitel_vanaf=title.get("datumIngang") or "",
        gemeente=row["gemeenteVanInschrijving"] or "",
        inschrijving=row["datumInschrijvingInGemeente"] or "",
        plicht_vanaf=today - timedelta(days=_DEFAULT_DUTY_DAYS_AGO),
        kennisgeving=today - timedelta(days=_DEFAULT_LETTER_DAYS_AGO),
        examennummer=f"LBT{row['burgerservicenummer']}",
    )
