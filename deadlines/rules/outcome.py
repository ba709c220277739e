"""The answer to "when, and why?"."""

from dataclasses import dataclass, replace
from datetime import date

from deadlines.enums import Confidence, Kind
from deadlines.rules.term import Article
from inburgering.kit.dutch import format_date


@dataclass(frozen=True)
class Step:
    text: str
    on: date


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """When a term ends, or why that isn't known yet.

    `due_on` is the day to act on or before (of an opening: the first day). `lapses_on` is set when the law can be
    read in two ways: then `due_on` is the earlier last day, to warn on, and `lapses_on` the later one.
    """

    kind: Kind
    rule_id: str
    sentence: str
    starts_on: date | None = None
    due_on: date | None = None
    lapses_on: date | None = None
    steps: tuple[Step, ...] = ()
    articles: tuple[str, ...] = ()
    confidence: Confidence = Confidence.HIGH
    note: str = ""
    info: str = ""
    missing: tuple[str, ...] = ()
    awaits_third_party: bool = False

    @property
    def explanation(self) -> str:
        """The sentence, and where DUO differs."""
        return f"{self.sentence} {self.info}".strip()

    @property
    def last_day(self) -> date | None:
        """The day after which the term is over, however one counts."""
        return self.lapses_on or self.due_on


@dataclass(frozen=True)
class Count:
    """One stretch of counting days, with the words that explain it."""

    first: date
    last: date
    clause: str
    steps: tuple[Step, ...]
    articles: tuple[Article, ...]

    def then(self, other: "Count") -> "Count":
        """This stretch, made longer by another one that ends later; a shorter one changes only the steps."""
        steps = self.steps + other.steps
        if other.last <= self.last:
            return replace(self, steps=steps)
        clause = f"{self.clause}; {other.clause}"
        return Count(self.first, other.last, clause, steps, self.articles + other.articles)


def in_full(day: date) -> str:
    return format_date(day, weekday=False)


def near(day: date, other: date) -> str:
    """The day without its year, when a day of that same year was just named."""
    return in_full(day) if day.year != other.year else in_full(day).rsplit(" ", 1)[0]
