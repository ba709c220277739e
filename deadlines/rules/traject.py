"""Terms of years and months around the inburgeringstermijn, where the law leaves the last day open by a day or two."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from deadlines.enums import Kind
from deadlines.rules.arithmetic import DAY, Length, after, before
from deadlines.rules.extending import Longer, longer
from deadlines.rules.facts import Facts
from deadlines.rules.outcome import Outcome, Step
from deadlines.rules.term import Article, Counting, Term, by_law
from deadlines.rules.wording import Label, Near, Phrase, Start, say


@dataclass(frozen=True)
class Readings:
    """The two ways to read "so long, from the day after the event": by the event's day number, or by the first day's."""

    event: date
    first: date
    by_event: date
    by_first_day: date

    @property
    def due(self) -> date:
        return min(self.by_event, self.by_first_day)

    @property
    def lapse(self) -> date:
        return max(self.by_event, self.by_first_day)

    @property
    def differ(self) -> bool:
        return self.by_event != self.by_first_day

    def longer(self, length: Length) -> "Readings":
        return replace(
            self, by_event=after(self.by_event, length), by_first_day=after(self.by_first_day, length)
        )


@dataclass(frozen=True)
class Reason:
    """The clauses, steps and articles that lead to the readings."""

    clauses: tuple[Phrase, ...]
    steps: tuple[Step, ...]
    articles: tuple[Article, ...]


def read_in_two_ways(term: Term, facts: Facts) -> Outcome:
    """We warn on the earlier reading and take the term as over after the later; only around February do they differ.

    For the inburgeringstermijn the date of DUO goes before both, and a difference with it is shown.
    """
    (fact,) = term.starts_after
    day: date = getattr(facts, fact)
    readings = _readings(term, day)
    reason = Reason((_by_law(term, readings, fact, day),), _steps(term, readings, fact, day), term.articles)
    if term.kind is Kind.TERMIJN:
        added, refused = longer(facts, day)
        readings, reason = _longer(readings, reason, added, refused)
        if facts.duo_ends_on:
            return _by_duo(term, readings, reason, facts.duo_starts_on or readings.first, facts.duo_ends_on)
    lapses_on = readings.lapse if readings.differ else None
    return _outcome(
        term, reason.clauses, reason.articles, starts_on=readings.first, due_on=readings.due,
        lapses_on=lapses_on, steps=reason.steps,
    )  # fmt: skip


def backwards(term: Term, start: Start, day: date, earlier_steps: tuple[Step, ...]) -> Outcome:
    """The first day of what counts, or may be done, from so long before a day; it never moves (Atw, artikel 4)."""
    first = before(day, term.span)
    said = say("count", length=term.span, start=start, event=day, end=Near(first, day))
    step = Step(say("step-before", length=term.span, event=day), first)
    return _outcome(term, (said,), term.articles, starts_on=first, due_on=first, steps=(*earlier_steps, step))


def same_end(term: Term, other: Outcome, last: date) -> Outcome:
    """What must be done, or can be done, within another term: both days of that term."""
    return replace(
        other,
        kind=term.kind,
        rule_id=term.id,
        clauses=(say("same-end", last=last), *other.clauses),
        cites=by_law((*term.articles, *other.cites)),
        confidence=term.confidence,
        note=term.note,
    )


def _readings(term: Term, day: date) -> Readings:
    event = day - DAY if term.counting is Counting.FROM_THAT_DAY else day
    first = event + DAY
    return Readings(
        event, first, by_event=after(event, term.span), by_first_day=after(first, term.span) - DAY
    )


def _by_law(term: Term, readings: Readings, fact: str, day: date) -> Phrase:
    by_event, by_first_day = readings.by_event, readings.by_first_day
    start = Start(term.cause or fact)
    if not readings.differ:
        return say("count", length=term.span, start=start, event=day, end=Near(by_event, day))
    due, lapse = readings.due, readings.lapse
    return say(
        "two-readings", length=term.span, start=start, event=day, by_event=Near(by_event, day),
        by_first_day=Near(by_first_day, by_event), due=Near(due, lapse), lapse=Near(lapse, due),
    )  # fmt: skip


def _longer(
    readings: Readings, reason: Reason, added: tuple[Longer, ...], refused: tuple[Step, ...]
) -> tuple[Readings, Reason]:
    clauses, steps, articles = [*reason.clauses], [*reason.steps], [*reason.articles]
    for one in added:
        readings = readings.longer(one.length)
        clauses.append(say("longer", length=one.length, ground=one.rule.ground, end=readings.due))
        steps.append(Step(one.says, readings.due))
        articles.append(one.rule.article)
    if added and readings.differ:
        clauses.append(say("two-ends", due=readings.due, lapse=readings.lapse))
    return readings, Reason(tuple(clauses), (*steps, *refused), by_law(articles))


def _by_duo(term: Term, readings: Readings, reason: Reason, starts_on: date, ends_on: date) -> Outcome:
    """DUO's end date is exclusive: the last day is the one before it."""
    last = ends_on - DAY
    said = say("by-duo", ends=ends_on, last=Near(last, ends_on))
    steps = (*reason.steps, Step(say("step-duo-last"), last))
    differences = tuple(_differences(readings, starts_on, last))
    outcome = _outcome(term, (said,), term.articles, starts_on=starts_on, due_on=last, steps=steps)
    return replace(outcome, differences=differences)


def _differences(readings: Readings, starts_on: date, last: date) -> Iterator[Phrase]:
    """What our own count says, where DUO's dates are others."""
    if starts_on != readings.first:
        yield say("duo-first-day", day=starts_on, own=readings.first)
    if last not in {readings.by_event, readings.by_first_day}:
        yield say("duo-last-day", day=last, own=readings.by_event)


def _steps(term: Term, readings: Readings, fact: str, day: date) -> tuple[Step, ...]:
    counts = term.counting is Counting.FROM_THAT_DAY
    begin = (
        (Step(say("step-counted", what=Label(fact)), day),)
        if counts
        else (Step(say("step-not-counted", what=Label(fact)), day), Step(say("step-first"), readings.first))
    )
    return (
        *begin,
        Step(say("step-after", length=term.span, event=readings.event), readings.by_event),
        Step(say("step-from", length=term.span, event=readings.first), readings.by_first_day),
    )


def _outcome(
    term: Term, clauses: tuple[Phrase, ...], articles: tuple[Article, ...], *, starts_on: date, due_on: date,
    steps: tuple[Step, ...], lapses_on: date | None = None,
) -> Outcome:  # fmt: skip
    return Outcome(
        kind=term.kind,
        rule_id=term.id,
        clauses=clauses,
        cites=articles,
        starts_on=starts_on,
        due_on=due_on,
        lapses_on=lapses_on,
        steps=steps,
        confidence=term.confidence,
        note=term.note,
    )
