"""What the tests of this app share: the calendar with the days of the two besluiten, and short words."""

from datetime import date

from cases.enums import Group
from deadlines.enums import Kind, Route
from deadlines.rules import CATALOGUE, Facts, Holds, Outcome, due_date, facts_used_by
from inburgering.kit.calendar import Calendar

AS, GM = Group.ASIELSTATUSHOUDER, Group.GEZINSMIGRANT

EQUATED = (
    date(2023, 4, 28),
    date(2023, 5, 19),
    date(2024, 5, 10),
    date(2024, 12, 27),
    date(2025, 5, 30),
    date(2026, 1, 2),
    date(2026, 5, 15),
    date(2027, 5, 7),
    date(2028, 4, 28),
    date(2028, 5, 26),
)
CALENDAR = Calendar(dict.fromkeys(EQUATED, "KB"))

FOR_GEZINSMIGRANTEN = {Kind.BESLISSING_LENING, Kind.LENING_TOT}
DUO_DATES = {"duo_starts_on", "duo_ends_on"}
FLAGS = [attribute for attribute, info in CATALOGUE.items() if info.holds is Holds.FLAG]


def answer(kind: Kind, **facts: object) -> Outcome:
    return due_date(kind, Facts(**facts), CALENDAR)  # type: ignore[arg-type]


def facts_on(kind: Kind, day: date, *flags: str, **more: object) -> Facts:
    """Facts that give this kind a day: all its dates on one day, in a group and leerroute that have the term."""
    used = set(facts_used_by(kind)) - DUO_DATES
    known: dict[str, object] = {
        fact: day for fact in used if CATALOGUE[fact].holds is Holds.DATE
    } | dict.fromkeys(used.intersection(flags), True)
    if "group" in used:
        known["group"] = GM if kind in FOR_GEZINSMIGRANTEN else AS
    if kind is Kind.NIEUWE_TERMIJN:
        known |= {"route": Route.B, "parts_passed": 1}
    return Facts(**known | more)  # type: ignore[arg-type]


def on(kind: Kind, day: date, *flags: str, **more: object) -> Outcome:
    return due_date(kind, facts_on(kind, day, *flags, **more), CALENDAR)
