"""What a row of the table of terms holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from itertools import groupby

from deadlines.enums import Bearer, Confidence, Instrument, Kind, Nature
from deadlines.rules.arithmetic import Length, covered_by_atw
from deadlines.rules.facts import LAW_STARTED_ON, Facts


@dataclass(frozen=True)
class Law:
    name: str
    instrument: Instrument


WET = Law("Wet inburgering 2021", Instrument.WET)
BESLUIT = Law("Besluit inburgering 2021", Instrument.AMVB)
REGELING = Law("Regeling inburgering 2021", Instrument.REGELING)
AWB = Law("Algemene wet bestuursrecht", Instrument.WET)
ATW = Law("Algemene termijnenwet", Instrument.WET)


@dataclass(frozen=True)
class Article:
    law: Law
    number: str

    def __str__(self) -> str:
        return f"{self.law.name}, artikel {self.number}"


class Counting(Enum):
    """How the law counts. FROM_FIRST_DAY: it names the first day, so the last day can be read in two ways."""

    AFTER = "na de dag waarop"
    FROM_FIRST_DAY = "vanaf de eerste dag"
    BACKWARDS = "terug vanaf de laatste dag"


@dataclass(frozen=True, kw_only=True)
class Term:
    """One row: how long, from which fact, by which article, for whom and since when. Facts are named by attribute."""

    id: str
    kind: Kind
    length: Length
    counting: Counting = Counting.AFTER
    # The fact whose day decides which text of the law applies: so a running term keeps the row it started with.
    dated_by: str
    # The term starts after the latest of these, so all must be known.
    starts_after: tuple[str, ...] = ()
    # Or it is counted from the end of another term, in these words: "6 weken na het einde van ...".
    follows: Kind | None = None
    cause: str = ""
    # Facts that a row asks for, and facts that can move its end.
    when: Mapping[str, object] = field(default_factory=dict)
    also: tuple[str, ...] = ()
    # The first is the one that sets the term.
    articles: tuple[Article, ...]
    nature: Nature
    bearer: Bearer
    confidence: Confidence = Confidence.HIGH
    note: str = ""
    valid_from: date = LAW_STARTED_ON
    valid_until: date | None = None

    @property
    def instrument(self) -> Instrument:
        return self.articles[0].law.instrument

    @property
    def moves_to_working_day(self) -> bool:
        forwards = self.counting is not Counting.BACKWARDS
        return forwards and covered_by_atw(self.length, self.instrument)

    def in_force_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)

    def is_for(self, facts: Facts) -> bool:
        return all(getattr(facts, fact) == value for fact, value in self.when.items())

    def extends(self, term: "Term", facts: Facts) -> bool:
        """Whether this extension can make that term longer."""
        return (
            self.kind == term.kind and self.in_force_on(getattr(facts, self.dated_by)) and self.is_for(facts)
        )


def cite(articles: tuple[Article, ...]) -> str:
    """ "Besluit inburgering 2021, artikel 5.3 lid 1 en artikel 5.3 lid 2; Algemene termijnenwet, artikel 1"."""
    by_law = groupby(dict.fromkeys(articles), key=lambda article: article.law)
    return "; ".join(
        f"{law.name}, " + " en ".join(f"artikel {a.number}" for a in found) for law, found in by_law
    )
