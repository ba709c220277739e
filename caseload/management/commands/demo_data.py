"""`manage.py demo_data`: a fictional gemeente with staff, so that the demo has somebody to log in."""

from io import StringIO
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from accounts.enums import Role
from accounts.models import Gemeente
from accounts.services import add_staff, set_up_gemeente
from caseload.management import story

PASSWORD = "zonnedijk-demo-2021"  # noqa: S105 - printed for everybody to see
"""Only for the demo: the command refuses to run elsewhere."""

GEMEENTEN: list[dict[str, Any]] = [
    {
        "code": "9901", "name": "Zonnedijk", "oin": "00000001999901000000", "teams": ["Team Noord", "Team Zuid"],
        "address_line": "Postbus 100", "postcode_place": "9999 AA Zonnedijk", "phone": "14 0999",
        "email": "inburgering@zonnedijk.example", "website": "https://www.zonnedijk.example",
    },
    {
        "code": "9902", "name": "Lindeveen", "oin": "00000001999902000000", "teams": ["Team Inburgering"],
        "address_line": "Postbus 200", "postcode_place": "9998 ZZ Lindeveen", "phone": "14 0998",
        "email": "inburgering@lindeveen.example", "website": "https://www.lindeveen.example",
    },
]  # fmt: skip

STAFF: list[tuple[str, str, str, dict[str, list[Role]]]] = [
    ("sanne@zonnedijk.example", "Sanne de Wit", "9901", {"Team Noord": [Role.KLANTMANAGER]}),
    ("bilal@zonnedijk.example", "Bilal Aydın", "9901", {"Team Noord": [Role.KLANTMANAGER]}),
    ("eva@zonnedijk.example", "Eva Jansen", "9901", {"Team Zuid": [Role.KLANTMANAGER]}),
    ("truus@zonnedijk.example", "Truus van Dam", "9901",
     {"Team Noord": [Role.TEAMLEIDER], "Team Zuid": [Role.TEAMLEIDER]}),
    ("wim@zonnedijk.example", "Wim Peters", "9901", {"Team Zuid": [Role.TEAMLEIDER]}),
    ("omar@zonnedijk.example", "Omar Haddou", "9901", {"Team Noord": [Role.ONTZORGMEDEWERKER]}),
    ("beheer@zonnedijk.example", "Femke Bos", "9901", {"Team Noord": [Role.FUNCTIONEEL_BEHEERDER]}),
    ("privacy@zonnedijk.example", "Paul Mulder", "9901", {"Team Noord": [Role.PRIVACY_OFFICER]}),
    ("zaaksysteem@zonnedijk.example", "Zaaksysteem (koppeling)", "9901", {"Team Noord": [Role.TEAMLEIDER]}),
    ("ilse@lindeveen.example", "Ilse Kok", "9902", {"Team Inburgering": [Role.KLANTMANAGER, Role.TEAMLEIDER]}),
]  # fmt: skip

SYSTEMS = frozenset({"zaaksysteem@zonnedijk.example"})
"""Accounts that only API tokens act as."""


class Command(BaseCommand):
    help = "Zet de fictieve gemeente van de demo klaar. Opnieuw draaien verandert niets."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--alleen-medewerkers", action="store_true", help="Maak geen dossiers.")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError(
                "demo_data draait alleen met DEMO=true: het maakt accounts met een bekend wachtwoord."
            )
        call_command("laad_tabellen", verbosity=0, stdout=StringIO())
        gemeenten = {row["code"]: set_up_gemeente(**row) for row in GEMEENTEN}
        staff = {
            email: add_staff(
                email=email,
                name=name,
                gemeente=gemeenten[code],
                password=None if email in SYSTEMS else PASSWORD,
                roles=roles,
            )
            for email, name, code, roles in STAFF
        }
        if not options["alleen_medewerkers"]:
            story.tell(gemeenten["9901"], staff["sanne@zonnedijk.example"], today=timezone.localdate())
        self._tell(gemeenten["9901"])

    def _tell(self, gemeente: Gemeente) -> None:
        self.stdout.write(f"Medewerkers van {gemeente} (wachtwoord: {PASSWORD})")
        for email, name, code, roles in STAFF:
            if code == gemeente.code and email not in SYSTEMS:
                labels = ", ".join(sorted({role.label for several in roles.values() for role in several}))
                self.stdout.write(f"  {email:<28} {name}, {labels.lower()}")
