"""DUO's APIs for gemeenten; `VERSIONS` says which."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from .contacts import Contacts
from .http import Request, Response, Routes, as_json
from .persons import Gemeente, Person
from .world import RegisteredPip, World, has_good_headers

VERSIONS = {
    "inburgeringsplicht": "1.2.2",
    "leerbaarheidstoets": "1.2.0",
    "inburgeringstermijn": "1.0.0",
    "pip": "1.2.0",
    "contactpersoon": "1.0.0",
}
GROUNDS = (
    ("1", "Langdurige ziekte"),
    ("2", "Overlijden van partner of bloedverwant in de eerste graad"),
    ("3", "Bevalling"),
    ("4", "Verblijf in een blijf-van-mijn-lijfhuis"),
    ("5", "Alfabetiseringscursus"),
    ("6", "Dakloosheid"),
    ("7", "Geen tijdig inburgeringsaanbod"),
    ("8", "Vertraging door de cursusinstelling"),
    ("9", "Bijzondere individuele omstandigheid"),
)
PIP_FIELDS: dict[str, Callable[[Any], bool]] = {
    "dagtekeningPip": lambda value: isinstance(value, str) and _as_date(value) is not None,
    "leerroute": lambda value: value in ("B", "O", "Z"),
    "niveau": lambda value: value in ("A2", "B1"),
    "geschatteIntensiteitB1Route": lambda value: type(value) is int and 1 <= value <= 9999,
    "indicatorMagOpleidingAfmaken": lambda value: isinstance(value, bool),
    "indicatorAlfabetiseringsonderwijs": lambda value: value in ("A", "AA", "NVT"),
}

PersonHandler = Callable[[Request, Person, Gemeente], Response]


class Duo:
    """Answers as DUO does. `on_term_started` is called with a BSN and the OIN of a gemeente, to send SS102."""

    def __init__(self, world: World, on_term_started: Callable[[str, str], None]) -> None:
        self.world = world
        self.on_term_started = on_term_started
        self.routes = Routes()
        person = "/duo/{api}/v1/personen/{bsn}"
        for method, path, handler in (
            ("GET", "/inburgeringsplicht", self.duty),
            ("GET", "/inburgeringsplicht/historie", self.duty_history),
            ("GET", "/doelgroep", self.group),
            ("GET", "/doelgroep/historie", self.group_history),
            ("GET", "/lbt/examennummer", self.exam_number),
            ("DELETE", "/lbt/examennummer", self.skip_exam),
            ("GET", "/lbt/resultaten", self.exam_results),
            ("GET", "/inburgeringstermijn", self.term),
            ("GET", "/inburgeringstermijn/historie", self.term_history),
            ("GET", "/PIP", self.pip),
            ("POST", "/PIP", self.register_pip),
            ("DELETE", "/PIP", self.delete_pip),
        ):
            self.routes.add(method, person + path, self._for_person(handler))
        self.routes.add("GET", "/duo/{api}/v1/verlengingsgronden", self.grounds)
        Contacts(world, self.routes)

    def answer(self, request: Request) -> Response:
        """Every answer, good or bad, says the version of the API and repeats the berichtId of the question."""
        api = request.path.split("/")[2] if request.path.count("/") > 1 else ""
        response = self.routes.answer(request) if api in VERSIONS else Response(404)
        response.headers.setdefault("API-Version", VERSIONS.get(api, "1.0.0"))
        if message_id := request.headers.get("berichtid"):
            response.headers["berichtId"] = message_id
        return response

    def _for_person(self, handler: PersonHandler) -> Callable[..., Response]:
        def handle(request: Request, api: str, bsn: str) -> Response:
            if not has_good_headers(request) or not re.fullmatch(r"\d{9}", bsn):
                return Response(400)
            if not (gemeente := self.world.gemeenten.get(request.headers["bron"])):
                return Response(403)
            if not (person := self.world.person(bsn)):
                return Response(404)
            with self.world.lock:
                if not self.world.in_scope(person, gemeente.code):
                    return Response(403)
                return handler(request, person, gemeente)

        return handle

    # --- Inburgeringsplicht ------------------------------------------------------------------------------------
    def duty(self, _request: Request, person: Person, _gemeente: Gemeente) -> Response:
        ended = None if person.plicht or not person.plicht_vanaf else person.kennisgeving
        return as_json(
            _filled(
                indicatorInburgeringsplicht=person.plicht and not person.overleden_op,
                begindatum=person.plicht_vanaf,
                einddatum=ended,
                wijzigingsdatum=person.kennisgeving or person.plicht_vanaf,
                datumKennisgevingInburgeringsplicht=person.kennisgeving,
                redenGeenInburgeringsplicht="Overlijden" if person.overleden_op else person.reden_geen_plicht,
            )
        )

    def duty_history(self, _request: Request, person: Person, _gemeente: Gemeente) -> Response:
        row = _filled(
            indicatorInburgeringsplicht=person.plicht,
            begindatum=person.plicht_vanaf,
            wijzigingsdatum=person.kennisgeving,
        )
        return as_json([row])

    def group(self, _request: Request, person: Person, _gemeente: Gemeente) -> Response:
        return as_json(
            _filled(
                indeling=_group(person),
                begindatum=person.plicht_vanaf,
                gedetailleerdeDoelgroep=person.doelgroep
                or ("Asielstatushouder" if person.asiel else "Overig"),
            )
        )

    def group_history(self, _request: Request, person: Person, _gemeente: Gemeente) -> Response:
        return as_json([_filled(indeling=_group(person), begindatum=person.plicht_vanaf)])

    # --- Leerbaarheidstoets --------------------------------------------------------------------------------------
    def exam_number(self, _request: Request, person: Person, _gemeente: Gemeente) -> Response:
        if not person.examennummer or person.bsn in self.world.lbt_skipped:
            return Response(404)
        return as_json({"examennummer": person.examennummer})

    def skip_exam(self, _request: Request, person: Person, _gemeente: Gemeente) -> Response:
        if not person.examennummer or person.bsn in self.world.lbt_skipped:
            return Response(404)
        self.world.lbt_skipped.add(person.bsn)
        self.world.keep()
        return Response(200)

    def exam_results(self, _request: Request, person: Person, _gemeente: Gemeente) -> Response:
        return as_json(
            [
                {
                    "resultaat": one.resultaat,
                    "behaaldeScore": one.behaalde_score,
                    "benodigdeScore": one.benodigde_score,
                    "datumAfname": one.datum,
                }
                for one in person.lbt
            ]
        )

    # --- Inburgeringstermijn ---------------------------------------------------------------------------------------
    def term(self, _request: Request, person: Person, _gemeente: Gemeente) -> Response:
        if not (terms := self.world.terms.get(person.bsn)):
            return Response(404)
        return as_json(
            {
                "startdatum": terms[-1].starts,
                "einddatum": terms[-1].ends,
                "wijzigingsdatum": terms[-1].changed,
            }
        )

    def term_history(self, _request: Request, person: Person, _gemeente: Gemeente) -> Response:
        return as_json(
            [
                {"einddatum": one.ends, "wijzigingsdatum": one.changed}
                for one in self.world.terms.get(person.bsn, [])
            ]
        )

    def grounds(self, request: Request, api: str) -> Response:
        if not has_good_headers(request):
            return Response(400)
        return as_json([{"code": code, "omschrijving": text} for code, text in GROUNDS])

    # --- PIP -------------------------------------------------------------------------------------------------------
    def pip(self, _request: Request, person: Person, _gemeente: Gemeente) -> Response:
        if not (current := self.world.current_pip(person.bsn)):
            return Response(404)
        return as_json({"gemeentecode": current.gemeente, "pip": current.pip})

    def register_pip(self, request: Request, person: Person, gemeente: Gemeente) -> Response:
        try:
            content = request.json()
        except ValueError:
            return Response(400)
        if not _is_pip(content):
            return Response(400)
        # By DUO's file the texts come with a 403, although the message isn't about rights.
        if refusals := self._refusals(content, person, gemeente):
            return as_json([{"fouttekst": text[:200]} for text in refusals], status=403)
        kept = {name: value for name, value in content.items() if name in PIP_FIELDS}
        if kept["leerroute"] in ("B", "O"):
            kept.setdefault("niveau", "B1")
        if self.world.register_pip(person.bsn, RegisteredPip(gemeente.code, kept)):
            self.on_term_started(person.bsn, gemeente.oin)
        return Response(201)

    def delete_pip(self, _request: Request, person: Person, gemeente: Gemeente) -> Response:
        current = self.world.current_pip(person.bsn)
        if not current:
            return Response(404)
        texts = []
        if current.gemeente != gemeente.code:
            texts.append("Het actuele PIP is van een andere gemeente.")
        if self.world.terms.get(person.bsn):
            texts.append("Het PIP kan niet worden verwijderd: de inburgeringstermijn is al vastgesteld.")
        if texts:
            return as_json([{"fouttekst": text} for text in texts], status=403)
        self.world.delete_pip(person.bsn)
        return Response(200)

    def _refusals(self, pip: dict[str, Any], person: Person, gemeente: Gemeente) -> list[str]:
        """DUO's acceptance checks on a PIP, all at once."""
        signed = date.fromisoformat(pip["dagtekeningPip"])
        earlier = self.world.pips.get(person.bsn, [])
        route, level = pip["leerroute"], pip.get("niveau")
        settled = None if person.in_coa else person.gevestigd_op
        checks = (
            (not person.plicht, "De persoon is niet inburgeringsplichtig."),
            (bool(person.overleden_op), "De persoon is overleden."),
            (
                person.plicht_vanaf and signed < person.plicht_vanaf,
                "De dagtekening van het PIP ligt voor het begin van de inburgeringsplicht.",
            ),
            (
                settled and person.gemeente == gemeente.code and signed < settled,
                "De dagtekening van het PIP ligt voor de vestiging in de gemeente.",
            ),
            (
                earlier and signed < max(earlier[0].signed_on, earlier[-1].signed_on),
                "De dagtekening van het PIP ligt voor die van het eerste of het actuele PIP.",
            ),
            (level == "A2" and route == "O", "Niveau A2 kan niet bij de onderwijsroute."),
            (level == "B1" and route == "Z", "Niveau B1 kan niet bij de zelfredzaamheidsroute."),
            (
                level == "A2" and route == "B" and not earlier,
                "In het eerste PIP kan de B1-route niet met niveau A2.",
            ),
            (
                "geschatteIntensiteitB1Route" in pip and (route != "B" or not person.asiel),
                "De geschatte intensiteit mag alleen bij de B1-route van een asielstatushouder.",
            ),
        )
        return [text for refused, text in checks if refused]


def _group(person: Person) -> str:
    return "Asielstatushouder" if person.asiel else "Gezinsmigrant en overige migrant"


def _filled(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None and value != ""}


def _as_date(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def _is_pip(content: Any) -> bool:
    """By the schema: the two required fields are there, and each known field has a value that it can have."""
    return (
        isinstance(content, dict)
        and {"dagtekeningPip", "leerroute"} <= set(content)
        and all(is_good(content[name]) for name, is_good in PIP_FIELDS.items() if name in content)
    )
