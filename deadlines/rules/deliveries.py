"""When the gemeente delivers its figures to the CBS: once for each quarter, for all dossiers together."""

from datetime import date

from deadlines.enums import Kind
from deadlines.rules.arithmetic import DAY
from deadlines.rules.due_dates import due_date
from deadlines.rules.facts import Facts
from deadlines.rules.outcome import Outcome
from inburgering.kit.calendar import Calendar


def next_delivery(today: date, calendar: Calendar) -> Outcome:
    """The delivery of the first quarter whose last day to deliver isn't over (CBS, Statistiek Wet Inburgering)."""
    quarter = _quarter_end_before(today)
    while True:
        outcome = due_date(Kind.SWI_LEVERING, Facts(quarter_ends_on=quarter), calendar)
        if outcome.due_on is None or outcome.due_on >= today:
            return outcome
        quarter = _quarter_end_of(quarter + DAY)


def _quarter_end_before(day: date) -> date:
    return date(day.year, 3 * ((day.month - 1) // 3) + 1, 1) - DAY


def _quarter_end_of(day: date) -> date:
    """The last day of the quarter that this day is in."""
    month = 3 * ((day.month - 1) // 3) + 4
    return date(day.year + month // 13, (month - 1) % 12 + 1, 1) - DAY
