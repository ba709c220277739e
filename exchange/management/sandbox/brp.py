"""The BRP API Personen 2.7.0: RaadpleegMetBurgerservicenummer, with the fields that were asked for and no other."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from .http import Request, Response, as_json
from .persons import Person
from .world import World

PROBLEM = "application/problem+json"
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip
_SEXES = {"M": "man", "V": "vrouw", "O": "onbekend"}
_VALUE = {"code": None, "omschrijving": None}
# Dates and values of a table come whole, whichever part of them was asked for; None is a leaf.
_FIELDS: dict[str, Any] = {
    "aNummer": None,
    "burgerservicenummer": None,
    "leeftijd": None,
    "geslacht": _VALUE,
    "naam": dict.fromkeys(("voornamen", "voorvoegsel", "geslachtsnaam", "voorletters", "volledigeNaam"))
    | {"aanduidingNaamgebruik": _VALUE},
    "geboorte": {"datum": None, "land": _VALUE, "plaats": _VALUE},
    "overlijden": {"datum": None, "land": _VALUE, "plaats": _VALUE},
    "nationaliteiten": {
        "type": None,
        "nationaliteit": _VALUE,
        "redenOpname": _VALUE,
        "datumIngangGeldigheid": None,
    },
    "verblijfstitel": {"aanduiding": _VALUE, "datumIngang": None, "datumEinde": None},
    "gemeenteVanInschrijving": _VALUE,
    "datumInschrijvingInGemeente": None,
    "datumEersteInschrijvingGBA": None,
    "immigratie": {"datumVestigingInNederland": None, "landVanwaarIngeschreven": _VALUE},
    "partners": {"naam": None, "geboorte": None, "burgerservicenummer": None},
    "kinderen": {"naam": None, "geboorte": None, "burgerservicenummer": None},
    "verblijfplaats": {"type": None, "verblijfadres": None, "datumVan": None},
}
_WHOLE = {"datum", "land", "plaats", "geslacht", "nationaliteit", "aanduiding", "gemeenteVanInschrijving"}
_ALWAYS = ("geheimhoudingPersoonsgegevens", "opschortingBijhouding")
_SPECIAL_NATIONALITIES = {"0000": "NationaliteitOnbekend", "0002": "BehandeldAlsNederlander", "0499": "Staatloos",
                          "0500": "VastgesteldNietNederlander"}  # fmt: skip


class Brp:
    """Answers as the BRP does. With an `api_key`, who doesn't send it gets 401."""

    def __init__(self, world: World, api_key: str = "") -> None:
        self.world = world
        self.api_key = api_key

    def answer(self, request: Request) -> Response:
        if request.path != "/brp/personen":
            return _problem(404, "Opgevraagde resource bestaat niet.", "notFound")
        if request.method != "POST":
            return _problem(405, "Methode niet toegestaan.", "methodNotAllowed")
        if self.api_key and request.headers.get("x-api-key") != self.api_key:
            return _problem(401, "Niet correct geauthenticeerd.", "authentication")
        if not request.headers.get("content-type", "").lower().startswith("application/json"):
            return _problem(415, "Media Type wordt niet ondersteund.", "unsupportedMediaType")
        try:
            query = request.json()
        except ValueError:
            return _problem(400, "Een of meerdere parameters zijn niet correct.", "paramsValidation")
        if wrong := _wrong_params(query):
            return _problem(400, "Een of meerdere parameters zijn niet correct.", "paramsValidation", wrong)
        found = [self.world.person(bsn) for bsn in query["burgerservicenummer"]]
        place = query.get("gemeenteVanInschrijving")
        return as_json(
            {
                "type": "RaadpleegMetBurgerservicenummer",
                "personen": [
                    self._only(self.describe(one), query["fields"])
                    for one in found
                    if one and place in (None, one.gemeente)
                ],
            }
        )

    def _only(self, whole: Mapping[str, Any], paths: list[str]) -> dict[str, Any]:
        kept: dict[str, Any] = {name: whole[name] for name in _ALWAYS if name in whole}
        for path in paths:
            _copy(whole, kept, path.split("."))
        return kept

    def describe(self, person: Person) -> dict[str, Any]:
        """Everything that the BRP has of this person, in its own shape."""
        whole: dict[str, Any] = {
            "burgerservicenummer": person.bsn,
            "geslacht": {"code": person.geslacht, "omschrijving": _SEXES[person.geslacht]},
            "naam": _without_empty(
                voornamen=person.voornamen,
                voorvoegsel=person.voorvoegsel,
                geslachtsnaam=person.geslachtsnaam,
                voorletters=" ".join(f"{name[0]}." for name in person.voornamen.split()),
                volledigeNaam=person.naam,
            ),
            "geboorte": _without_empty(
                datum=brp_date(person.geboortedatum) if person.geboortedatum else None,
                land=self._value("landen", person.geboorteland),
                plaats=_place(person.geboorteplaats, self.world.names.get("gemeenten", {})),
            ),
            "nationaliteiten": [self._nationality(code) for code in person.nationaliteiten],
            "gemeenteVanInschrijving": self._value("gemeenten", person.gemeente),
            "verblijfstitel": _without_empty(
                aanduiding=self._value("verblijfstitels", person.verblijfstitel),
                datumIngang=brp_date(person.verblijfstitel_vanaf) if person.verblijfstitel_vanaf else None,
            ),
            "datumInschrijvingInGemeente": brp_date(person.inschrijving) if person.inschrijving else None,
            "leeftijd": _age(person.geboortedatum, self.world.today()),
        }
        if person.geheimhouding:
            whole["geheimhoudingPersoonsgegevens"] = True
        if person.overleden_op:
            died = brp_date(person.overleden_op)
            whole["overlijden"] = {"datum": died}
            whole["opschortingBijhouding"] = {
                "reden": {"code": "O", "omschrijving": "overlijden"},
                "datum": died,
            }
        return _without_empty(**whole)

    def _value(self, table: str, code: str) -> dict[str, str] | None:
        if not code:
            return None
        return _without_empty(code=code, omschrijving=self.world.names.get(table, {}).get(code))

    def _nationality(self, code: str) -> dict[str, Any]:
        if special := _SPECIAL_NATIONALITIES.get(code):
            return {"type": special}
        return {"type": "Nationaliteit", "nationaliteit": self._value("nationaliteiten", code)}


def brp_date(eight: str) -> dict[str, Any]:
    """19890700 is a year and a month, 19890000 a year, 00000000 unknown."""
    year, month, day = int(eight[:4]), int(eight[4:6]), int(eight[6:8])
    if not year:
        return {"type": "DatumOnbekend", "onbekend": True, "langFormaat": "onbekend"}
    if not month:
        return {"type": "JaarDatum", "jaar": year, "langFormaat": str(year)}
    if not day:
        name = f"{MONTHS[month - 1]} {year}"
        return {"type": "JaarMaandDatum", "jaar": year, "maand": month, "langFormaat": name}
    # The published test persons have somebody of 30 February: given on as it is, as registers do.
    whole = f"{year:04d}-{month:02d}-{day:02d}"
    return {"type": "Datum", "datum": whole, "langFormaat": f"{day} {MONTHS[month - 1]} {year}"}


def _wrong_params(query: Any) -> list[dict[str, str]]:
    if not isinstance(query, dict):
        return [_param("type", "required", "Parameter is verplicht.")]
    wrong = []
    if query.get("type") != "RaadpleegMetBurgerservicenummer":
        wrong.append(_param("type", "value", "Waarde is geen geldig zoek type."))
    fields = query.get("fields")
    if not isinstance(fields, list) or not fields:
        wrong.append(_param("fields", "required", "Parameter is verplicht."))
    else:
        for place, path in enumerate(fields):
            if not isinstance(path, str) or not _exists(path):
                reason = "Parameter bevat een niet bestaande veldnaam."
                wrong.append(_param(f"fields.{place}.", "fields", reason))
    numbers = query.get("burgerservicenummer")
    if not isinstance(numbers, list) or not 1 <= len(numbers) <= 20:
        wrong.append(
            _param("burgerservicenummer", "required", "Parameter is verplicht, met 1 tot 20 waarden.")
        )
    elif not all(isinstance(one, str) and re.fullmatch(r"[0-9]{9}", one) for one in numbers):
        wrong.append(_param("burgerservicenummer", "pattern", "Waarde voldoet niet aan patroon."))
    place_code = query.get("gemeenteVanInschrijving")
    if place_code is not None and not re.fullmatch(r"[0-9]{4}", str(place_code)):
        wrong.append(_param("gemeenteVanInschrijving", "pattern", "Waarde voldoet niet aan patroon."))
    return wrong


def _exists(path: str) -> bool:
    """Whether the path leads to a field that may be asked for; what always comes may not."""
    level: Any = _FIELDS
    for name in path.split("."):
        if level is None:
            return True
        if name not in level:
            return False
        level = level[name]
    return True


def _copy(source: Any, target: dict[str, Any], path: list[str]) -> None:
    name, rest = path[0], path[1:]
    if name not in source:
        return
    value = source[name]
    if isinstance(value, list):
        rows = target.setdefault(name, [{} for _ in value])
        for row, kept in zip(value, rows, strict=True):
            # The type says which kind it is; without it a nationality can't be read.
            kept["type"] = row["type"]
            if rest:
                _copy(row, kept, rest)
            else:
                kept.update(row)
    elif rest and isinstance(value, dict) and name not in _WHOLE and "type" not in value:
        _copy(value, target.setdefault(name, {}), rest)
    else:
        target[name] = value


def _param(name: str, code: str, reason: str) -> dict[str, str]:
    return {"name": name.rstrip("."), "code": code, "reason": reason}


def _problem(status: int, title: str, code: str, wrong: list[dict[str, str]] | None = None) -> Response:
    content: dict[str, Any] = {
        "type": f"https://datatracker.ietf.org/doc/html/rfc7231#status-{status}",
        "title": title,
        "status": status,
        "detail": "De foutieve parameters zijn opgenomen in invalidParams." if wrong else title,
        "instance": "/brp/personen",
        "code": code,
    }
    if wrong:
        content["invalidParams"] = wrong
    return as_json(content, status, PROBLEM)


def _place(text: str, gemeenten: Mapping[str, str]) -> dict[str, str] | None:
    """A Dutch gemeente by its code, any other place by its name."""
    if not text:
        return None
    if re.fullmatch(r"\d{4}", text):
        return _without_empty(code=text, omschrijving=gemeenten.get(text))
    return {"omschrijving": text}


def _age(eight: str, today: date) -> int | None:
    if not eight or "00" in (eight[4:6], eight[6:8]):
        return None
    return today.year - int(eight[:4]) - (f"{today:%m%d}" < eight[4:])


def _without_empty(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, "", {}, [])}
