"""Explains a term of the law from facts on the command line."""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError

from cases.enums import Group
from deadlines.api import OutcomeOut
from deadlines.enums import Kind
from deadlines.rules import (
    CATALOGUE,
    FactInfo,
    Facts,
    FactsError,
    Holds,
    Term,
    ThirdParty,
    due_date,
    facts_used_by,
    takes_third_parties,
    terms_of,
)
from deadlines.selectors import calendar

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
THIRD_PARTY_OPTIONS = ("derde", "derde-gevraagd", "derde-ontvangen")
EXAMPLE = "pip --groep asielstatushouder --kennisgeving 2025-12-01 --brp-inschrijving 2026-02-14"


class WrongInput(Exception):
    """One Dutch sentence for the user."""


class Command(BaseCommand):
    help = f"Rekent een termijn uit en legt hem uit. Voorbeeld: termijn --kind {EXAMPLE}"
    requires_system_checks = ()

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = super().create_parser(prog_name, subcommand, allow_abbrev=False, **kwargs)
        parser.error = self._refuse_usage  # type: ignore[method-assign]
        return parser

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--kind", help="De soort termijn; --list noemt ze.")
        parser.add_argument(
            "--list", action="store_true", help="Noem de soorten met de gegevens die ze nodig hebben."
        )
        for info in CATALOGUE.values():
            action = {"action": "store_true"} if info.holds is Holds.FLAG else {"metavar": info.holds.upper()}
            parser.add_argument(f"--{info.name}", help=info.label.capitalize(), **action)  # type: ignore[arg-type]
        parser.add_argument("--derde", metavar="NAAM", help="Aan wie informatie is gevraagd.")
        parser.add_argument(
            "--derde-gevraagd", metavar="DATUM", help="Dag waarop die informatie is gevraagd."
        )
        parser.add_argument(
            "--derde-ontvangen", metavar="DATUM", help="Dag waarop die informatie is ontvangen."
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            self._print(_kinds() if options["list"] else _explained(_named(options)))
        except WrongInput as wrong:
            self._refuse(str(wrong))
        except FactsError as wrong:
            self._refuse(wrong.obstacles[0])
        except DatabaseError:
            self._refuse(
                "De tabel met gelijkgestelde dagen is niet te lezen: start de database en draai ‘migrate’."
            )

    def _print(self, answer: Any) -> None:
        self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2))

    def _refuse(self, sentence: str) -> NoReturn:
        self.stderr.write(sentence)
        sys.exit(2)

    def _refuse_usage(self, message: str) -> NoReturn:
        named = ", ".join(dict.fromkeys(re.findall(r"--[\w-]+", message))) or message.rsplit(": ", 1)[-1]
        self._refuse(
            f"De opdracht klopt niet bij {named}: die optie bestaat niet of mist een waarde. Zie --help."
        )


def _named(options: Mapping[str, Any]) -> dict[str, Any]:
    """The options that were given, by their names on the command line."""
    names = ["kind", *(info.name for info in CATALOGUE.values()), *THIRD_PARTY_OPTIONS]
    given = {name: options.get(name.replace("-", "_")) for name in names}
    return {name: value for name, value in given.items() if value not in {None, False}}


def _explained(given: dict[str, Any]) -> dict[str, Any]:
    kind = _kind(given.pop("kind", None))
    if unused := set(given) - set(_options_of(kind)):
        raise WrongInput(f"De termijn ‘{kind}’ gebruikt --{min(unused)} niet.")
    outcome = due_date(kind, _facts(given), calendar())
    if outcome.missing and not outcome.rule_id:
        info = CATALOGUE[outcome.missing[0]]
        raise WrongInput(f"Voor de termijn ‘{kind}’ is ook nodig: --{info.name} (de {info.label}).")
    return {"feiten": given, **OutcomeOut(outcome).data}


def _kind(name: str | None) -> Kind:
    if name in Kind.values:
        return Kind(name)
    choices = f"Kies uit: {', '.join(Kind.values)}."
    raise WrongInput(
        f"De soort termijn ‘{name}’ bestaat niet. {choices}"
        if name
        else f"Noem de soort met --kind. {choices}"
    )


def _options_of(kind: Kind) -> Iterator[str]:
    yield from (CATALOGUE[fact].name for fact in facts_used_by(kind))
    if takes_third_parties(kind):
        yield from THIRD_PARTY_OPTIONS


def _facts(given: Mapping[str, Any]) -> Facts:
    known = {
        info.attribute: _value(info, given[info.name]) for info in CATALOGUE.values() if info.name in given
    }
    return Facts(**known, third_parties=_third_parties(given))


def _value(info: FactInfo, text: Any) -> Any:
    if info.holds is Holds.DATE:
        return _day(info.name, text)
    if info.holds is Holds.GROUP and text not in Group.values:
        raise WrongInput(f"De groep ‘{text}’ bestaat niet. Kies uit: {', '.join(Group.values)}.")
    return info.typed(text)


def _third_parties(given: Mapping[str, Any]) -> tuple[ThirdParty, ...]:
    days = {name: _day(name, given[name]) for name in THIRD_PARTY_OPTIONS[1:] if name in given}
    if "derde-gevraagd" not in days:
        if days or "derde" in given:
            raise WrongInput("Noem met --derde-gevraagd ook de dag waarop de informatie is gevraagd.")
        return ()
    party = given.get("derde", ThirdParty.party)
    return (ThirdParty(days["derde-gevraagd"], days.get("derde-ontvangen"), party),)


def _day(name: str, text: str) -> date:
    if ISO_DAY.fullmatch(text):
        with suppress(ValueError):
            return date.fromisoformat(text)
    raise WrongInput(f"--{name} ‘{text}’ is geen dag die bestaat. Schrijf een dag als 2026-12-31.")


def _kinds() -> list[dict[str, Any]]:
    return [
        {
            "soort": kind.value,
            "naam": kind.label,
            "gegevens": [f"--{name}" for name in _options_of(kind)],
            "regels": [_rule(term) for term in terms_of(kind)],
        }
        for kind in Kind
    ]


def _rule(term: Term) -> dict[str, Any]:
    return {
        "regel": term.id,
        "alleenAls": {CATALOGUE[fact].name: value for fact, value in term.when.items()},
        "lengte": str(term.length),
        "artikelen": [str(article) for article in term.articles],
        "schuiftNaarWerkdag": term.moves_to_working_day,
        "geldtVanaf": term.valid_from.isoformat(),
        "geldtTotEnMet": term.valid_until.isoformat() if term.valid_until else None,
        "zekerheid": term.confidence.value,
        "opmerking": term.note,
    }
