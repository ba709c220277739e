"""`manage.py databaserol NAAM`: the role with which web, worker and beat work, without power over tables and triggers."""

import os
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from psycopg.sql import Composed

from inburgering.kit.database_role import creating, granting

PASSWORD = "APP_DATABASE_PASSWORD"  # noqa: S105 - the name of the variable


class Command(BaseCommand):
    help = (
        "Laat zien welke rechten de rol van het draaiende product krijgt. Met --uitvoeren krijgt zij die ook."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("naam", help="Bijvoorbeeld: inburgering_app")
        parser.add_argument(
            "--uitvoeren", action="store_true",
            help=f"Maakt de rol als zij er nog niet is, met het wachtwoord in {PASSWORD}, en geeft haar de rechten.",
        )  # fmt: skip

    @transaction.atomic
    def handle(self, **options: Any) -> None:
        name: str = options["naam"]
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user, current_database()")
            owner, database = cursor.fetchone()
            if name == owner:
                raise CommandError("Dit is de eigenaar van de tabellen. Kies een andere naam.")
            cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name])
            is_new = cursor.fetchone() is None
            rights = granting(name, database)
            if not options["uitvoeren"]:
                self._show([creating(name), *rights] if is_new else rights)
                return
            if is_new:
                self._create(name)
            for statement in rights:
                cursor.execute(statement)
        self.stdout.write(f"De rol {name} leest en schrijft, en kan niet om de regels van de database heen.")

    def _create(self, name: str) -> None:
        password = os.environ.get(PASSWORD, "")
        if not password:
            raise CommandError(f"De rol {name} is er nog niet. Zet haar wachtwoord in {PASSWORD}.")
        with connection.cursor() as cursor:
            cursor.execute(creating(name, password))

    def _show(self, statements: list[Composed]) -> None:
        for statement in statements:
            self.stdout.write(f"{statement.as_string(None)};")
