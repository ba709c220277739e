"""How the results of the leerbaarheidstoets fall, and how often a route was chosen against them (PP-35)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from intake.enums import LbtOutcome
from pip_plans.enums import Leerroute


def deviates_from_test(leerroute: Leerroute | str, outcome: LbtOutcome | str) -> bool:
    """The Z-route though the test calls B1 feasible, or another though it doesn't. Allowed: the test is advice."""
    return (leerroute == Leerroute.Z) == (outcome == LbtOutcome.HAALBAAR)


@dataclass(frozen=True, kw_only=True)
class Result:
    """One result, with the version of the test. `leerroute` is that of the first PIP after it.

    It is empty without one, or when a retest came first.
    """

    taken_on: date
    outcome: LbtOutcome | str
    needed_score: Decimal
    version: str = ""
    leerroute: Leerroute | str = ""

    @property
    def is_known(self) -> bool:
        return self.outcome in (LbtOutcome.HAALBAAR, LbtOutcome.NIET_HAALBAAR)


@dataclass(frozen=True)
class Share:
    """So many of so many. A percentage of few people says nothing, and points at somebody."""

    part: int
    whole: int
    fewest: int

    def __str__(self) -> str:
        if not self.whole:
            return "nog geen"
        counted = f"{self.part} van {self.whole}"
        return f"{round(100 * self.part / self.whole)}% ({counted})" if self.whole >= self.fewest else counted


@dataclass(frozen=True)
class MonthOfTests:
    """The results of one month with one version of the test."""

    month: date
    version: str
    needed_scores: tuple[Decimal, ...]
    results: int
    infeasible: Share
    deviations: Share


def by_month(results: Iterable[Result], *, fewest: int) -> list[MonthOfTests]:
    """Newest month first. An outcome that DUO doesn't know counts as a result, in no share."""
    grouped: dict[tuple[date, str], list[Result]] = defaultdict(list)
    for one in results:
        grouped[one.taken_on.replace(day=1), one.version].append(one)
    found = sorted(grouped.items(), key=lambda item: (-item[0][0].toordinal(), item[0][1]))
    return [_month(month, version, rows, fewest) for (month, version), rows in found]


def _month(month: date, version: str, rows: list[Result], fewest: int) -> MonthOfTests:
    known = [one for one in rows if one.is_known]
    decided = [one for one in known if one.leerroute]
    return MonthOfTests(
        month=month,
        version=version,
        needed_scores=tuple(sorted({one.needed_score for one in rows})),
        results=len(rows),
        infeasible=Share(sum(one.outcome == LbtOutcome.NIET_HAALBAAR for one in known), len(known), fewest),
        deviations=Share(
            sum(deviates_from_test(one.leerroute, one.outcome) for one in decided), len(decided), fewest
        ),
    )


def months_back(today: date, months: int) -> date:
    """The first day of the month that so many months, this one included, begin with."""
    count = today.year * 12 + today.month - months
    return date(count // 12, count % 12 + 1, 1)
