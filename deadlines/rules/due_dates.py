"""When a term ends, and why: the one rule that every screen, letter, message and list uses."""

from dataclasses import replace

from deadlines.enums import Kind
from deadlines.rules import forwards, traject
from deadlines.rules.choosing import is_promise, promise_of, term_for, undecided
from deadlines.rules.facts import CATALOGUE, FactInfo, Facts, FactsError, Holds, obstacles
from deadlines.rules.forwards import DAY
from deadlines.rules.outcome import Count, Outcome
from deadlines.rules.table import ADJOURNMENT, THIRD_PARTY_EXTENSION
from deadlines.rules.term import Counting, Term, cite
from inburgering.kit.calendar import Calendar


def due_date(kind: Kind, facts: Facts, calendar: Calendar) -> Outcome:
    """When the term ends and why, or which fact it still waits for. Raises FactsError on facts that can't be."""
    if wrong := obstacles(facts):
        raise FactsError(*wrong)
    facts = _completed(facts)
    if unknown := undecided(kind, facts):
        return _waiting(kind, unknown)
    term = term_for(kind, facts)
    if unknown := tuple(fact for fact in term.starts_after if getattr(facts, fact) is None):
        return _waiting(kind, unknown, term)
    return _counted(term, facts, calendar)


def _completed(facts: Facts) -> Facts:
    """DUO's start date tells the dagtekening of the first PIP: the termijn starts the day after it (Wet, artikel 11)."""
    if facts.pip_dated_on is None and facts.duo_starts_on:
        return replace(facts, pip_dated_on=facts.duo_starts_on - DAY)
    return facts


def _waiting(kind: Kind, unknown: tuple[str, ...], term: Term | None = None) -> Outcome:
    return Outcome(
        kind=kind,
        rule_id=term.id if term else "",
        sentence=_why_waiting(CATALOGUE[unknown[0]], f" ({cite(term.articles)})" if term else ""),
        articles=tuple(map(str, term.articles)) if term else (),
        missing=unknown,
    )


def _why_waiting(unknown: FactInfo, article: str) -> str:
    if unknown.holds is Holds.DATE:
        return f"De termijn begint bij {unknown.label}; die dag is nog niet bekend{article}."
    return f"De termijn is nog niet te berekenen: de {unknown.label} is niet bekend."


def _counted(term: Term, facts: Facts, calendar: Calendar) -> Outcome:
    if is_promise(term.kind):
        term = replace(term, length=facts.promise or promise_of(term.kind).default)
    if term.counting is Counting.FROM_NEXT_DAY:
        return traject.read_in_two_ways(term, facts)
    if term.follows:
        return _following(term, due_date(term.follows, facts, calendar), facts, calendar)
    return _extended(term, forwards.from_facts(term, facts, calendar), facts, calendar)


def _following(term: Term, earlier: Outcome, facts: Facts, calendar: Calendar) -> Outcome:
    """A term that is counted from the end of another; where that end can be read in two ways, from the later."""
    if earlier.last_day is None:
        return _waiting(term.kind, earlier.missing, term)
    if term.counting is Counting.BACKWARDS:
        return traject.backwards(term, earlier.last_day, earlier.steps)
    return _extended(
        term, forwards.follow_on(term, earlier.last_day, earlier.steps, calendar), facts, calendar
    )


def _extended(term: Term, count: Count, facts: Facts, calendar: Calendar) -> Outcome:
    awaits = False
    if ADJOURNMENT.extends(term, facts):
        count = forwards.adjourned(count, calendar)
    if THIRD_PARTY_EXTENSION.extends(term, facts):
        count, awaits = forwards.with_third_parties(count, facts.third_parties, calendar)
    return replace(forwards.to_outcome(term, count), awaits_third_party=awaits)
