"""What the tests of this app share: the calendar with the days of the two besluiten, and short words."""

from datetime import date

from cases.enums import Group
from deadlines.enums import Kind
from deadlines.rules import Facts, Outcome, due_date
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


def answer(kind: Kind, **facts: object) -> Outcome:
    return due_date(kind, Facts(**facts), CALENDAR)  # type: ignore[arg-type]
