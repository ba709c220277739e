"""Terms of years and months around the inburgeringstermijn, where the law leaves the last day open by a day or two."""

from dataclasses import dataclass
from datetime import date, timedelta

from deadlines.enums import Kind
from deadlines.rules.arithmetic import after, before
from deadlines.rules.facts import CATALOGUE, Facts
from deadlines.rules.outcome import Outcome, Step, in_full, near
from deadlines.rules.term import Term, cite
from deadlines.rules.words.nl import CAUSES

DAY = timedelta(days=1)


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


def read_in_two_ways(term: Term, facts: Facts) -> Outcome:
    """We warn on the earlier reading and take the term as over after the later; only around February do they differ.

    For the inburgeringstermijn the date of DUO goes before both, and a difference with it is shown.
    """
    (fact,) = term.starts_after
    readings = _readings(term, getattr(facts, fact))
    if term.kind == Kind.TERMIJN and facts.duo_ends_on:
        return _by_duo(term, readings, facts.duo_starts_on or readings.first, facts.duo_ends_on)
    return _by_law(term, readings, CATALOGUE[fact].before_date)


def backwards(term: Term, ends_on: date, earlier_steps: tuple[Step, ...]) -> Outcome:
    """The first day of what may be done only in the last part of another term; it never moves (Atw, artikel 4)."""
    first = before(ends_on, term.span)
    clause = f"{term.span} {CAUSES[term.cause]} {in_full(ends_on)} = {near(first, ends_on)}"
    step = Step(f"{term.span} vóór {in_full(ends_on)}: vanaf deze dag kan het", first)
    return _outcome(term, clause, starts_on=first, due_on=first, steps=(*earlier_steps, step))


def _readings(term: Term, event: date) -> Readings:
    first = event + DAY
    return Readings(
        event, first, by_event=after(event, term.span), by_first_day=after(first, term.span) - DAY
    )


def _by_law(term: Term, readings: Readings, cause: str) -> Outcome:
    by_event, by_first_day = readings.by_event, readings.by_first_day
    clause = f"{term.span} na {cause} {in_full(readings.event)} = {near(by_event, readings.event)}"
    if by_event == by_first_day:
        return _outcome(term, clause, starts_on=readings.first, due_on=by_event, steps=_steps(term, readings))
    due, lapse = readings.due, readings.lapse
    clause += f", of {near(by_first_day, by_event)} als u vanaf de eerste dag telt"
    clause += f": houd {near(due, lapse)} aan, de termijn is pas na {near(lapse, due)} voorbij"
    return _outcome(
        term, clause, starts_on=readings.first, due_on=due, lapses_on=lapse, steps=_steps(term, readings)
    )


def _by_duo(term: Term, readings: Readings, starts_on: date, ends_on: date) -> Outcome:
    """DUO's end date is exclusive: the last day is the one before it."""
    last = ends_on - DAY
    clause = f"DUO geeft {in_full(ends_on)} als einddatum; die dag telt niet mee, dus {near(last, ends_on)} is de laatste dag"
    steps = (*_steps(term, readings), Step("laatste dag volgens DUO: de dag vóór de einddatum", last))
    info = " ".join(_differences(readings, starts_on, last))
    return _outcome(term, clause, starts_on=starts_on, due_on=last, steps=steps, info=info)


def _differences(readings: Readings, starts_on: date, last: date) -> list[str]:
    """What our own count says, where DUO's dates are others."""
    found = []
    if starts_on != readings.first:
        found.append(
            f"Volgens DUO is {in_full(starts_on)} de eerste dag; zelf berekend: {in_full(readings.first)}."
        )
    if last not in (readings.by_event, readings.by_first_day):
        found.append(
            f"Volgens DUO is {in_full(last)} de laatste dag; zelf berekend: {in_full(readings.by_event)}."
        )
    return found


def _steps(term: Term, readings: Readings) -> tuple[Step, ...]:
    event, first = readings.event, readings.first
    return (
        Step("dagtekening van het PIP: deze dag telt niet mee", event),
        Step("eerste dag van de termijn", first),
        Step(f"{term.span} na {in_full(event)}", readings.by_event),
        Step(f"{term.span} vanaf {in_full(first)}", readings.by_first_day),
    )


def _outcome(
    term: Term, clause: str, *, starts_on: date, due_on: date, steps: tuple[Step, ...], lapses_on: date | None = None,
    info: str = "",
) -> Outcome:  # fmt: skip
    return Outcome(
        kind=term.kind,
        rule_id=term.id,
        sentence=f"{clause} ({cite(term.articles)}).",
        starts_on=starts_on,
        due_on=due_on,
        lapses_on=lapses_on,
        steps=steps,
        articles=tuple(map(str, term.articles)),
        confidence=term.confidence,
        note=term.note,
        info=info,
    )
