"""A PIP through the doors: a concept by the API, the newcomer's answer in the portal, and the beschikking."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from accounts.models import User
from cases.models import Case
from tests.journeys.office import Office

ENGINEER = (("Werken als ingenieur", "werk", "De gemeente meldt u aan bij de school."),)


def establish(office: Office, by: User, me: User, case: Case, on: date, **fields: Any) -> int:
    """A concept with these fields, shared, agreed in the portal and established.

    Also for who reads a language that the product doesn't write: the klantmanager knows.
    """
    number = write(office, by, case, **fields)
    agree(office, me)
    office.act(by, f"pip/versies/{number}/vaststellen", dagtekening=on.isoformat(), zonderVertaling=True)
    return number


def write(
    office: Office, by: User, case: Case, goals: Sequence[tuple[str, str, str]] = ENGINEER, **fields: Any
) -> int:
    """A shared concept. Each goal has its part of life and what the gemeente does for it."""
    concept = office.act(by, f"dossiers/{case.pk}/pip/concept")
    number = int(concept["id"])
    office.act(by, f"pip/versies/{number}", method="patch", **fields)
    if not concept["afspraken"]:
        known = [goal["id"] for goal in concept["doelen"]]
        for place, (words, indicator, activity) in enumerate(goals):
            new = {"eigenWoorden": words, "taal": "nl", "indicator": indicator}
            # The first goal comes from the intake.
            goal = known[0] if known and place == 0 else None
            goal = goal or office.act(by, f"pip/versies/{number}/doelen", **new)["id"]
            office.act(by, f"pip/versies/{number}/afspraken", afspraak=activity, wie="gemeente", klaarOp="2022-12-01",
                       doelId=goal)  # fmt: skip
    office.act(by, f"pip/versies/{number}/delen")
    return number


def agree(office: Office, me: User, **answer: str) -> str:
    said = {"reaction": "akkoord", "means": "digid", "language": "ar"} | answer
    page = office.read(me, "/mijn/plan/concept/")
    seen = re.findall(r'name="expected_hash" value="(\w+)"', page)[0]
    return office.send(me, "/mijn/plan/concept/antwoord/", expected_hash=seen, **said)
