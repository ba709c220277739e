"""`manage.py keten_sandbox`: plays DUO, the BRP and DigiD with fictional persons."""

import socket
from argparse import ArgumentTypeError
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from exchange.management.sandbox import persons
from exchange.management.sandbox.server import Sandbox, serve
from exchange.management.sandbox.world import AMSTERDAM, World


class Command(BaseCommand):
    help = "Speelt DUO, de BRP en DigiD na met personen die niet bestaan, voor demo en test."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        where = parser.add_mutually_exclusive_group(required=True)
        where.add_argument("--port", type=int, help="Poort; 0 kiest een vrije.")
        where.add_argument(
            "--socket", type=int, help="Nummer van een open socket, van het programma dat dit start."
        )
        parser.add_argument(
            "--personen", type=Path, default=persons.OWN_FILE, help="Bestand met personen (JSON)."
        )
        parser.add_argument("--notify-url", default="", help="Waar meldingen heen gaan: .../v1/notificaties")
        parser.add_argument(
            "--gemeente", action="append", default=[], type=_gemeente, help="CODE:OIN, mag vaker."
        )
        parser.add_argument("--base-url", default="", help="Adres van het programma; anders BASE_URL.")
        parser.add_argument(
            "--bewaar", type=Path, default=None, help="Bestand waarin de toestand bewaard blijft."
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        today = datetime.now(AMSTERDAM).date()
        try:
            cast = persons.load(options["personen"], today)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise CommandError(f"Het bestand met personen is niet te lezen: {error}") from error
        cast = persons.Cast((*options["gemeente"], *cast.gemeenten), cast.persons, cast.names)
        if not cast.gemeenten:
            raise CommandError("Dit bestand noemt geen gemeenten. Geef er een met --gemeente CODE:OIN.")
        world = World(cast, keep_in=options["bewaar"])
        sandbox = Sandbox(
            world,
            notify_url=options["notify_url"],
            client_id=settings.DIGID_CLIENT_ID,
            client_secret=settings.DIGID_CLIENT_SECRET,
            base_url=options["base_url"] or settings.BASE_URL,
            brp_api_key=settings.BRP_API_KEY,
        )
        server = serve(sandbox, _listening(options))
        self.stdout.write(f"Zandbak op http://{server.server_name}:{server.server_port}/beheer/")
        self.stdout.flush()
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            server.server_close()


def _listening(options: dict[str, Any]) -> socket.socket:
    if options["socket"] is not None:
        return socket.socket(fileno=options["socket"])
    try:
        return socket.create_server((options["host"], options["port"]), backlog=64)
    except OSError as error:
        raise CommandError(f"Poort {options['port']} is bezet of niet toegestaan: {error}") from error


def _gemeente(text: str) -> persons.Gemeente:
    code, _, oin = text.partition(":")
    if len(code) != 4 or len(oin) != 20 or not (code + oin).isdigit():
        raise ArgumentTypeError("Schrijf een gemeente als CODE:OIN, met vier en twintig cijfers.")
    return persons.Gemeente(code=code, oin=oin, name=code)
