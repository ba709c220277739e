"""`manage.py laad_tabellen MAP`: reads the national tables of the BRP from their published CSV files."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from cases.services.tables import TABLES, TableError, load_table

OWN = Path(__file__).parent.parent / "tabellen"


class Command(BaseCommand):
    help = "Leest gemeenten.csv, landen.csv, nationaliteiten.csv en verblijfstitels.csv uit een map."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "map", type=Path, nargs="?", default=OWN, help="Zonder map: het kleine stel van de demo."
        )

    @transaction.atomic
    def handle(self, **options: Any) -> None:
        folder: Path = options["map"]
        if not folder.is_dir():
            raise CommandError(f"De map {folder} is er niet.")
        try:
            for name in TABLES:
                self.stdout.write(f"{name}: {load_table(name, folder / f'{name}.csv')} rijen")
        except TableError as error:
            raise CommandError(str(error)) from error
