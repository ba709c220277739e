"""Which lessons Nederlands count for scaling down to A2, and which can't be (Besluit inburgering 2021, artikel 5.5)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from inburgering.kit.dutch import format_date
from pip_plans.rules.norms import NormKind, norm

_DAYS_A_WEEK = 7


@dataclass(frozen=True)
class Lessons:
    """Hours that somebody followed until and including a day."""

    hours: int
    until_on: date


def hours_until(lessons: Iterable[Lessons], day: date) -> int:
    return sum(one.hours for one in lessons if one.until_on <= day)


def lesson_obstacles(added: Lessons, earlier: Iterable[Lessons], since: date | None) -> Iterator[str]:
    """Lessons from before the PIP don't count, those during the brede intake do (Besluit inburgering 2021, artikelen 5.3
    lid 5 and 5.5 lid 2). `since` is the day on which the brede intake began, or else the day of the first PIP.
    """
    if since is None:
        yield "Er is nog geen brede intake en geen PIP. Lessen van daarvoor tellen niet mee voor afschalen."
        return
    if added.until_on < since:
        began = format_date(since, weekday=False)
        yield f"Lessen van vóór de brede intake tellen niet mee voor afschalen. De intake begon op {began}."
        return
    most = norm(NormKind.LESSON_HOURS_A_WEEK, added.until_on)
    known = [*earlier, added]
    for day in sorted({one.until_on for one in known if one.until_on >= added.until_on}):
        weeks = ((day - since).days + 1) / _DAYS_A_WEEK
        if hours_until(known, day) > most.figure * weeks:
            yield (
                f"Van {format_date(since, weekday=False)} tot en met {format_date(day, weekday=False)} kan niemand "
                f"{hours_until(known, day)} uur les volgen: wij rekenen met hoogstens {most} in een week. "
                "Kijk de uren en de dag na."
            )
            return
