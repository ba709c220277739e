"""Explains a term of the law, or a promise of the gemeente, from facts on the command line."""

import json
import re
import sys
from collections.abc import Mapping
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError

from deadlines.api import OutcomeOut
from deadlines.enums import Kind
from deadlines.management.facts import WrongInput, facts_of, options_of
from deadlines.management.listing import every_kind
from deadlines.rules import CATALOGUE, LANGUAGES, FactsError, Holds, due_date, explain, explain_steps
from deadlines.selectors import calendar

EXAMPLE = "pip --groep asielstatushouder --kennisgeving 2025-12-01 --brp-inschrijving 2026-02-14"
MORE = {
    "derde": ("NAAM", "Aan wie informatie is gevraagd."),
    "derde-gevraagd": ("DATUM", "Dag waarop die informatie is gevraagd."),
    "derde-ontvangen": ("DATUM", "Dag waarop die informatie is ontvangen."),
}
REPEATED = {
    "verlenging": (
        "GROND[:VAN[:TOT]]",
        "Verlenging door DUO: een grond zoals R-22a, met eerste en laatste dag of een lengte als ‘6 maanden’. Mag vaker.",
    ),
    "opschorting": ("VAN[:TOT]", "Dagen waarop de termijn stilstaat. Mag vaker."),
}


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
        parser.add_argument("--taal", help=f"Taal van de uitleg: {', '.join(LANGUAGES)}.")
        for info in CATALOGUE.values():
            action = {"action": "store_true"} if info.holds is Holds.FLAG else {"metavar": info.holds.upper()}
            parser.add_argument(f"--{info.name}", help=info.title, **action)  # type: ignore[arg-type]
        for name, (metavar, meaning) in MORE.items():
            parser.add_argument(f"--{name}", metavar=metavar, help=meaning)
        for name, (metavar, meaning) in REPEATED.items():
            parser.add_argument(f"--{name}", metavar=metavar, action="append", help=meaning)

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            self._print(every_kind() if options["list"] else _explained(_named(options)))
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
    names = ["kind", "taal", *(info.name for info in CATALOGUE.values()), *MORE, *REPEATED]
    given = {name: options.get(name.replace("-", "_")) for name in names}
    return {name: value for name, value in given.items() if value is not None and value is not False}


def _explained(given: dict[str, Any]) -> dict[str, Any]:
    kind, language = _kind(given.pop("kind", None)), _language(given.pop("taal", "nl"))
    if unused := set(given) - set(options_of(kind)):
        raise WrongInput(f"De termijn ‘{kind}’ gebruikt --{min(unused)} niet.")
    outcome = due_date(kind, facts_of(given), calendar())
    if outcome.missing and not outcome.rule_id:
        info = CATALOGUE[outcome.missing[0]]
        raise WrongInput(f"Voor de termijn ‘{kind}’ is ook nodig: --{info.name} ({info.with_article}).")
    steps = [{"dag": day.isoformat(), "tekst": text} for day, text in explain_steps(outcome, language)]
    answer = {"feiten": given, **OutcomeOut(outcome).data, "stappen": steps}
    return answer if language == "nl" else answer | {"zin": explain(outcome, language)}


def _kind(name: str | None) -> Kind:
    if name in Kind.values:
        return Kind(name)
    choices = f"Kies uit: {', '.join(Kind.values)}."
    raise WrongInput(
        f"De soort termijn ‘{name}’ bestaat niet. {choices}"
        if name
        else f"Noem de soort met --kind. {choices}"
    )


def _language(name: str) -> str:
    if name in LANGUAGES:
        return name
    raise WrongInput(f"De taal ‘{name}’ is er niet. Kies uit: {', '.join(LANGUAGES)}.")
