"""Adding a term to a day."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from deadlines.enums import Instrument
from inburgering.kit.calendar import Calendar

DAY = timedelta(days=1)


class Unit(StrEnum):
    DAYS = "dagen"
    WORKING_DAYS = "werkdagen"
    WEEKS = "weken"
    MONTHS = "maanden"
    YEARS = "jaar"


SINGULAR = {
    Unit.DAYS: "dag",
    Unit.WORKING_DAYS: "werkdag",
    Unit.WEEKS: "week",
    Unit.MONTHS: "maand",
    Unit.YEARS: "jaar",
}

# The longest terms that the Algemene termijnenwet still covers (artikel 4); a term in years never is, and one in
# working days ends on one anyhow.
ATW_LONGEST = {Unit.DAYS: 90, Unit.WORKING_DAYS: 0, Unit.WEEKS: 12, Unit.MONTHS: 3, Unit.YEARS: 0}


_ABOUT = {Unit.DAYS: 1, Unit.WORKING_DAYS: 1, Unit.WEEKS: 7, Unit.MONTHS: 30, Unit.YEARS: 365}


@dataclass(frozen=True)
class Length:
    number: int
    unit: Unit

    def __str__(self) -> str:
        return f"{self.number} {self.unit if self.number != 1 else SINGULAR[self.unit]}"

    @property
    def in_days(self) -> int:
        """About how many days this is: to tell the longest of more lengths."""
        return self.number * _ABOUT[self.unit]

    @classmethod
    def from_text(cls, text: str) -> Self:
        """The length that `str` gave: "10 werkdagen", "1 maand". Raises ValueError for anything else."""
        number, _, word = text.partition(" ")
        units = {word: unit for unit in Unit for word in (unit.value, SINGULAR[unit])}
        if not (number.isascii() and number.isdigit()) or word not in units or not 0 < int(number) <= 999:
            raise ValueError(f"‘{text}’ is geen lengte. Schrijf bijvoorbeeld ‘10 werkdagen’.")
        return cls(int(number), units[word])


def after(day: date, length: Length, calendar: Calendar | None = None) -> date:
    """The last day of a term of this length, when `day` itself doesn't count (Awb, artikel 6:8 and likewise).

    Working days need the calendar that says which those are.
    """
    if length.unit is Unit.WORKING_DAYS:
        return _working_days_after(day, length.number, calendar or Calendar())
    if length.unit in (Unit.DAYS, Unit.WEEKS):
        return day + _days(length)
    return _shift_months(day, _months(length))


def before(day: date, length: Length) -> date:
    """The day that lies this length before `day`; no rule counts working days backwards."""
    if length.unit in (Unit.DAYS, Unit.WEEKS):
        return day - _days(length)
    return _shift_months(day, -_months(length))


def covered_by_atw(length: Length, instrument: Instrument) -> bool:
    """Whether a term that runs forwards moves to a working day (Algemene termijnenwet, artikelen 1, 4 en 5).

    It does when a wet or an AMvB sets it and it isn't too long. Terms counted backwards never move (artikel 4).
    """
    return instrument in (Instrument.WET, Instrument.AMVB) and length.number <= ATW_LONGEST[length.unit]


def _working_days_after(day: date, number: int, calendar: Calendar) -> date:
    for _ in range(number):
        day = calendar.next_working_day(day + DAY)
    return day


def _days(length: Length) -> timedelta:
    return timedelta(days=length.number * (7 if length.unit == Unit.WEEKS else 1))


def _months(length: Length) -> int:
    return length.number * (12 if length.unit == Unit.YEARS else 1)


def _shift_months(day: date, months: int) -> date:
    """Same day number, or the last day of a shorter month (Europese Overeenkomst inzake de berekening van
    termijnen, artikel 4)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
