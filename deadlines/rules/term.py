"""What a row of the table of terms holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from deadlines.enums import Bearer, Confidence, Instrument, Kind, Nature, Route
from deadlines.rules.arithmetic import Length, covered_by_atw
from deadlines.rules.catalogue import LAW_STARTED_ON
from deadlines.rules.facts import Facts


@dataclass(frozen=True)
class Law:
    name: str
    instrument: Instrument


WET = Law("Wet inburgering 2021", Instrument.WET)
BESLUIT = Law("Besluit inburgering 2021", Instrument.AMVB)
REGELING = Law("Regeling inburgering 2021", Instrument.REGELING)
AWB = Law("Algemene wet bestuursrecht", Instrument.WET)
ATW = Law("Algemene termijnenwet", Instrument.WET)
PW = Law("Participatiewet", Instrument.WET)
# No law at all: these names stand in a sentence by themselves, without an article.
PROTOCOL = Law("protocol voor het medisch advies, geen wet", Instrument.AFSPRAAK)
CBS = Law("richtlijn van het CBS, geen wet", Instrument.AFSPRAAK)
PROMISED = Law("afspraak van de gemeente, geen termijn van de wet", Instrument.AFSPRAAK)
PROMISED_WITHIN_LAW = Law("afspraak van de gemeente binnen de termijn van de wet", Instrument.AFSPRAAK)
SET_BY_GEMEENTE = Law("termijn die de gemeente stelt, de wet noemt er geen", Instrument.AFSPRAAK)


@dataclass(frozen=True)
class Article:
    law: Law
    number: str = ""

    def __str__(self) -> str:
        return f"{self.law.name}, artikel {self.number}" if self.number else self.law.name


class Counting(Enum):
    """How the law counts. Where it names the first day, the last day can be read in two ways."""

    AFTER = "na de dag waarop"
    FROM_NEXT_DAY = "vanaf de dag na de dag waarop"
    FROM_THAT_DAY = "vanaf de dag waarop"
    BACKWARDS = "terug vanaf de dag waarop"
    SAME_DAY = "op dezelfde dag"


class WorkingDay(Enum):
    """Which working day the gemeente sets where its own term would end on a day off. No law moves such a term."""

    NEXT = "de eerste werkdag erna"
    BEFORE = "de laatste werkdag ervoor"


@dataclass(frozen=True, kw_only=True)
class Term:
    """One row: how long, from which fact, by which article, for whom and since when. Facts are named by attribute."""

    id: str
    kind: Kind
    # None when the length is a fact: that of a promise.
    length: Length | None
    counting: Counting = Counting.AFTER
    # The fact whose day decides which text of the law applies: so a running term keeps the row it started with.
    dated_by: str
    # The term starts after the latest of these, so all must be known.
    starts_after: tuple[str, ...] = ()
    # Or it is counted from the end of another term.
    follows: Kind | None = None
    # Names the words for its start, "6 weken na het einde van ...", where those of the fact itself don't do.
    cause: str = ""
    # Facts that a row asks for: a value, or one of more values. A leerroute that isn't known excludes nothing.
    when: Mapping[str, object] = field(default_factory=dict)
    among: Mapping[str, range] = field(default_factory=dict)
    routes: tuple[Route, ...] = ()
    # Facts that can move its end.
    also: tuple[str, ...] = ()
    # The law that lets it stand still, and whether somebody picks the very day, which then never moves.
    suspended_by: Article | None = None
    day_is_set: bool = False
    # The gemeente sets the last day itself for somebody: never one on which nobody is there.
    working_day: WorkingDay | None = None
    # The first is the one that sets the term.
    articles: tuple[Article, ...]
    nature: Nature
    bearer: Bearer
    confidence: Confidence = Confidence.HIGH
    note: str = ""
    valid_from: date = LAW_STARTED_ON
    valid_until: date | None = None

    @property
    def span(self) -> Length:
        """The length, of a term that has one."""
        if self.length is None:
            raise ValueError(f"{self.id} has no length of its own.")
        return self.length

    @property
    def instrument(self) -> Instrument:
        return self.articles[0].law.instrument

    @property
    def moves_to_working_day(self) -> bool:
        if self.length is None or self.day_is_set or self.working_day:
            return False
        if self.counting in {Counting.BACKWARDS, Counting.SAME_DAY}:
            return False
        return covered_by_atw(self.length, self.instrument)

    @property
    def asks(self) -> tuple[str, ...]:
        """The facts that must be known to tell whether this row applies."""
        return (*self.when, *self.among)

    def in_force_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)

    def is_for(self, facts: Facts) -> bool:
        """Whether this row applies to what is known."""
        return not self.unknown(facts) and not self.is_excluded(facts)

    def unknown(self, facts: Facts) -> tuple[str, ...]:
        return tuple(fact for fact in self.asks if getattr(facts, fact) is None)

    def is_excluded(self, facts: Facts) -> bool:
        """Whether a fact that is known says that this row doesn't apply."""
        if self.routes and facts.route and facts.route not in self.routes:
            return True
        known = {fact: getattr(facts, fact) for fact in self.asks if getattr(facts, fact) is not None}
        return any(value != self.when.get(fact, value) for fact, value in known.items()) or any(
            known[fact] not in allowed for fact, allowed in self.among.items() if fact in known
        )

    def extends(self, term: "Term", facts: Facts) -> bool:
        """Whether this extension can make that term longer."""
        return (
            self.kind == term.kind and self.in_force_on(getattr(facts, self.dated_by)) and self.is_for(facts)
        )


def by_law(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Articles of one law next to each other, each once; the laws in the order in which they first come."""
    unique = list(dict.fromkeys(articles))
    laws = [article.law for article in unique]
    return tuple(sorted(unique, key=lambda article: laws.index(article.law)))
