"""Days off by the Algemene termijnenwet (Atw), and what follows from them for the end of a term.

The algemeen erkende feestdagen are computed. The days that the government makes equal to them by koninklijk
besluit (Atw, artikel 3 lid 3) can't be computed; whoever makes a calendar hands them over.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

DAY = timedelta(days=1)
SATURDAY, SUNDAY = 5, 6


def easter(year: int) -> date:
    """First Easter day of the Gregorian calendar (the algorithm of Meeus, Jones and Butcher)."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    moon_correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - moon_correction + 15) % 30
    leaps, year_rest = divmod(of_century, 4)
    to_sunday = (32 + 2 * century_rest + 2 * leaps - epact - year_rest) % 7
    late_moon = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late_moon + 114, 31)
    return date(year, month, day + 1)


def koningsdag(year: int) -> date:
    """27 April, or the day before when that is a Sunday (since 2014)."""
    day = date(year, 4, 27)
    return day - DAY if day.weekday() == SUNDAY else day


@cache
def holidays(year: int) -> Mapping[date, str]:
    """The feestdagen of Atw, artikel 3 lid 1 and 2; 5 May counts every year, also when shops are open."""
    paasdag = easter(year)
    return MappingProxyType(
        {
            date(year, 1, 1): "Nieuwjaarsdag",
            paasdag - 2 * DAY: "Goede Vrijdag",
            paasdag + DAY: "Tweede Paasdag",
            koningsdag(year): "Koningsdag",
            date(year, 5, 5): "Bevrijdingsdag",
            paasdag + 39 * DAY: "Hemelvaartsdag",
            paasdag + 50 * DAY: "Tweede Pinksterdag",
            date(year, 12, 25): "Eerste Kerstdag",
            date(year, 12, 26): "Tweede Kerstdag",
        }
    )


@dataclass(frozen=True)
class Calendar:
    """Which days count as working days; `equated` holds the days made equal to a feestdag, with their source."""

    equated: Mapping[date, str] = field(default_factory=dict)

    def day_off(self, day: date) -> str:
        """Why this is no working day, in Dutch words for a sentence; empty when it is one."""
        if name := holidays(day.year).get(day):
            return name
        if day in self.equated:
            return "een gelijkgestelde dag"
        return {SATURDAY: "een zaterdag", SUNDAY: "een zondag"}.get(day.weekday(), "")

    def is_day_off(self, day: date) -> bool:
        return bool(self.day_off(day))

    def next_working_day(self, day: date) -> date:
        """The day itself, or the first one after it that is no Saturday, Sunday or feestdag (Atw, artikel 1)."""
        while self.is_day_off(day):
            day += DAY
        return day

    def working_days(self, first: date, last: date) -> int:
        """How many working days there are from `first` up to and including `last`."""
        days = (first + n * DAY for n in range((last - first).days + 1))
        return sum(not self.is_day_off(day) for day in days)

    def last_day(self, first: date, last: date) -> date:
        """The last day of a term that the Atw covers and that would run from `first` to `last`.

        It never ends on a day off (artikel 1), and a term of three days or more has at least two working days
        in it (artikel 2).
        """
        has_three_days = (last - first).days >= 2
        last = self.next_working_day(last)
        while has_three_days and self.working_days(first, last) < 2:
            last = self.next_working_day(last + DAY)
        return last
