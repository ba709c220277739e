"""The answer to "when, and why?"."""

from dataclasses import dataclass, replace
from datetime import date

from deadlines.enums import Confidence, Kind
from deadlines.rules.render import sentence_of, text_of
from deadlines.rules.term import Article
from deadlines.rules.wording import Phrase

DUTCH = "nl"


@dataclass(frozen=True)
class Step:
    """A day that the count passes, and what happens on it."""

    says: Phrase
    on: date

    @property
    def text(self) -> str:
        return text_of(self.says, DUTCH)


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """When a term ends, or why that isn't known yet.

    `due_on` is the day to act on or before (of an opening: the first day). `lapses_on` is set when the law can be
    read in two ways: then `due_on` is the earlier last day, to warn on, and `lapses_on` the later one.
    """

    kind: Kind
    rule_id: str
    clauses: tuple[Phrase, ...] = ()
    cites: tuple[Article, ...] = ()
    starts_on: date | None = None
    due_on: date | None = None
    lapses_on: date | None = None
    steps: tuple[Step, ...] = ()
    confidence: Confidence = Confidence.HIGH
    note: str = ""
    differences: tuple[Phrase, ...] = ()
    missing: tuple[str, ...] = ()
    awaits_third_party: bool = False

    @property
    def sentence(self) -> str:
        return sentence_of(self.clauses, self.cites, DUTCH)

    @property
    def info(self) -> str:
        """Where DUO's dates are others than our own count."""
        return " ".join(text_of(difference, DUTCH) for difference in self.differences)

    @property
    def explanation(self) -> str:
        """The sentence, and where DUO differs."""
        return f"{self.sentence} {self.info}".strip()

    @property
    def articles(self) -> tuple[str, ...]:
        return tuple(map(str, self.cites))

    @property
    def last_day(self) -> date | None:
        """The day after which the term is over, however one counts."""
        return self.lapses_on or self.due_on


@dataclass(frozen=True)
class Count:
    """One stretch of counting days, with the phrases that explain it. `end` is its last day before it moves."""

    first: date
    end: date
    last: date
    clauses: tuple[Phrase, ...]
    steps: tuple[Step, ...]
    articles: tuple[Article, ...]

    def then(self, other: "Count") -> "Count":
        """This stretch, made longer by another one that ends later; a shorter one changes only the steps."""
        steps = self.steps + other.steps
        if other.last <= self.last:
            return replace(self, steps=steps)
        return replace(
            other, first=self.first, clauses=self.clauses + other.clauses, steps=steps,
            articles=self.articles + other.articles,
        )  # fmt: skip

    def with_steps(self, *steps: Step) -> "Count":
        return replace(self, steps=(*self.steps, *steps))
