"""Adding a term of the law to a day."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from deadlines.enums import Instrument


class Unit(StrEnum):
    DAYS = "dagen"
    WEEKS = "weken"
    MONTHS = "maanden"
    YEARS = "jaar"


SINGULAR = {Unit.DAYS: "dag", Unit.WEEKS: "week", Unit.MONTHS: "maand", Unit.YEARS: "jaar"}

# The longest terms that the Algemene termijnenwet still covers (artikel 4); a term in years never is.
ATW_LONGEST = {Unit.DAYS: 90, Unit.WEEKS: 12, Unit.MONTHS: 3, Unit.YEARS: 0}


@dataclass(frozen=True)
class Length:
    number: int
    unit: Unit

    def __str__(self) -> str:
        return f"{self.number} {self.unit if self.number != 1 else SINGULAR[self.unit]}"


def after(day: date, length: Length) -> date:
    """The last day of a term of this length, when `day` itself doesn't count (Awb, artikel 6:8 and likewise)."""
    if length.unit in (Unit.DAYS, Unit.WEEKS):
        return day + _days(length)
    return _shift_months(day, _months(length))


def before(day: date, length: Length) -> date:
    """The day that lies this length before `day`."""
    if length.unit in (Unit.DAYS, Unit.WEEKS):
        return day - _days(length)
    return _shift_months(day, -_months(length))


def covered_by_atw(length: Length, instrument: Instrument) -> bool:
    """Whether a term that runs forwards moves to a working day (Algemene termijnenwet, artikelen 1, 4 en 5).

    It does when a wet or an AMvB sets it and it isn't too long. Terms counted backwards never move (artikel 4).
    """
    return instrument in (Instrument.WET, Instrument.AMVB) and length.number <= ATW_LONGEST[length.unit]


def _days(length: Length) -> timedelta:
    return timedelta(days=length.number * (7 if length.unit == Unit.WEEKS else 1))


def _months(length: Length) -> int:
    return length.number * (12 if length.unit == Unit.YEARS else 1)


def _shift_months(day: date, months: int) -> date:
    """Same day number, or the last day of a shorter month (Europese Overeenkomst inzake de berekening van
    termijnen, artikel 4)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
