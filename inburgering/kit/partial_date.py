"""Dates of which the day, or the day and the month, are not known. The BRP has them; so do refugees."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
          "november", "december")  # fmt: skip
_DUTCH = re.compile(r"(?:(?:(?P<day>\d{1,2})-)?(?P<month>\d{1,2})-)?(?P<year>\d{4})")


@dataclass(frozen=True, order=True)
class PartialDate:
    """A year, with perhaps a month, with perhaps a day. Raises ValueError for a date that can't exist."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if not 1850 <= self.year <= 2200:
            raise ValueError(f"Het jaar {self.year:04d} kan niet.")
        if self.month is None and self.day is not None:
            raise ValueError("Een dag zonder maand kan niet.")
        if self.month is not None and not 1 <= self.month <= 12:
            raise ValueError(f"Maand {self.month} bestaat niet.")
        if self.day is not None and not 1 <= self.day <= self._days_in_month():
            raise ValueError(f"De datum {self} bestaat niet.")

    def _days_in_month(self) -> int:
        return calendar.monthrange(self.year, self.month or 1)[1]

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Reads "16-3-1990", "3-1990" or "1990"."""
        if not (match := _DUTCH.fullmatch(text.strip())):
            raise ValueError("Schrijf de datum als dag-maand-jaar, of alleen maand-jaar of jaar.")
        part = {name: int(value) if value else None for name, value in match.groupdict().items()}
        return cls(part["year"] or 0, part["month"], part["day"])

    @property
    def earliest(self) -> date:
        """The first day that it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day that it can be."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        if self.month is None:
            return str(self.year)
        if self.day is None:
            return f"{MONTHS[self.month - 1]} {self.year}"
        return f"{self.day} {MONTHS[self.month - 1]} {self.year}"
