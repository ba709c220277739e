"""Somebody who turns 18 soon: prepare in time, so that the intake can be in that month (PP-124)."""

from dataclasses import dataclass
from datetime import date

from inburgering.kit.partial_date import PartialDate

ADULT = 18
"""Years. The duty begins at 16 (Wet inburgering 2021, artikel 3), but until 18 somebody goes to school: who is
kwalificatieplichtig is exempt (Leerplichtwet 1969, artikel 4a; Besluit inburgering 2021, artikel 2.3).
"""


@dataclass(frozen=True, kw_only=True)
class Preparing:
    """So many months before the month of the birthday the preparation starts, from a day on."""

    valid_from: date
    months: int
    source: str


PREPARING = (
    Preparing(
        valid_from=date(2022, 1, 1),
        months=6,
        source="PP-124: zes maanden vooraf, zodat de intake in de maand van de verjaardag kan. Geen wet noemt dit.",
    ),
)


def preparing(on: date) -> Preparing:
    """The row that holds on a day; before the first row the first."""
    return next((row for row in reversed(PREPARING) if row.valid_from <= on), PREPARING[0])


@dataclass(frozen=True)
class ComingOfAge:
    """The days that matter. Of a birth of which the day isn't known, the first that it can be."""

    turns_on: date
    prepare_from: date
    intake_from: date

    def may_have_intake(self, today: date) -> bool:
        return today >= self.intake_from


def coming_of_age(birth: PartialDate | None, *, today: date) -> ComingOfAge | None:
    """From some months before the birthday until the end of its month; None before, after, or when nothing is known."""
    if birth is None:
        return None
    first = birth.earliest
    intake_from = date(first.year + ADULT, first.month, 1)
    prepare_from = _months_before(intake_from, preparing(today).months)
    if not prepare_from <= today < _months_before(intake_from, -1):
        return None
    return ComingOfAge(grown_up_on(first), prepare_from, intake_from)


def months_of_birth(today: date) -> range:
    """Who is to be prepared today, by the month of birth counted since the year 0: the same people as above."""
    grown_up = today.year * 12 + today.month - 1 - ADULT * 12
    return range(grown_up, grown_up + preparing(today).months + 1)


def grown_up_on(born: date) -> date:
    """Who was born on 29 February turns 18 on 1 March: eighteen years after a leap year is none."""
    try:
        return born.replace(year=born.year + ADULT)
    except ValueError:
        return date(born.year + ADULT, 3, 1)


def _months_before(first_of_month: date, months: int) -> date:
    count = first_of_month.year * 12 + first_of_month.month - 1 - months
    return date(count // 12, count % 12 + 1, 1)
