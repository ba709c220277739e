"""When a term ends, and why: the one rule that every screen, letter, message and list uses."""

from dataclasses import replace
from datetime import date

from deadlines.enums import Kind
from deadlines.rules import forwards, traject
from deadlines.rules.arithmetic import DAY
from deadlines.rules.catalogue import CATALOGUE, Holds
from deadlines.rules.checking import obstacles
from deadlines.rules.choosing import is_promise, promise_of, term_for, undecided
from deadlines.rules.facts import Facts, FactsError
from deadlines.rules.outcome import Count, Outcome
from deadlines.rules.standstill import stood_still
from deadlines.rules.table import ADJOURNMENT, THIRD_PARTY_EXTENSION
from deadlines.rules.term import Counting, Term
from deadlines.rules.wording import Label, Start, say
from inburgering.kit.calendar import Calendar

_WAITS_FOR = {Holds.DATE: "waits-for-day", Holds.NUMBER: "waits-for-number"}
TWO_READINGS = frozenset({Counting.FROM_NEXT_DAY, Counting.FROM_THAT_DAY})


def due_date(kind: Kind, facts: Facts, calendar: Calendar) -> Outcome:
    """When the term ends and why, or which fact it still waits for. Raises FactsError on facts that can't be."""
    if wrong := obstacles(kind, facts):
        raise FactsError(*wrong)
    return _due_date(kind, _completed(facts), calendar)


def _due_date(kind: Kind, facts: Facts, calendar: Calendar) -> Outcome:
    if unknown := undecided(kind, facts):
        return _waiting(kind, unknown)
    term = term_for(kind, facts)
    if unknown := tuple(fact for fact in term.starts_after if getattr(facts, fact) is None):
        return _waiting(kind, unknown, term)
    if is_promise(kind):
        term = promise_of(kind).as_made(facts.promise)
    if term.follows:
        return _following(term, _due_date(term.follows, facts, calendar), facts, calendar)
    return _from_facts(term, facts, calendar)


def _completed(facts: Facts) -> Facts:
    """DUO's start date tells the dagtekening of the first PIP: the termijn starts the day after it (Wet, artikel 11)."""
    if facts.pip_dated_on is None and facts.duo_starts_on:
        return replace(facts, pip_dated_on=facts.duo_starts_on - DAY)
    return facts


def _waiting(kind: Kind, unknown: tuple[str, ...], term: Term | None = None) -> Outcome:
    fact = unknown[0]
    name = kind if fact == "promised_on" else fact
    return Outcome(
        kind=kind,
        rule_id=term.id if term else "",
        clauses=(say(_WAITS_FOR.get(CATALOGUE[fact].holds, "waits-for-fact"), what=Label(name)),),
        cites=term.articles if term else (),
        missing=unknown,
    )


def _from_facts(term: Term, facts: Facts, calendar: Calendar) -> Outcome:
    if term.counting in TWO_READINGS:
        return traject.read_in_two_ways(term, facts)
    fact = term.starts_after[-1]
    day: date = getattr(facts, fact)
    if term.counting is Counting.BACKWARDS:
        return traject.backwards(term, Start(term.cause), day, ())
    if term.counting is Counting.SAME_DAY:
        return _on_that_day(term, fact, day)
    return _extended(term, forwards.from_facts(term, facts, calendar), facts, calendar)


def _on_that_day(term: Term, fact: str, day: date) -> Outcome:
    said = say("that-day", last=day, what=Label(fact))
    count = Count(day, day, day, (said,), (), term.articles)
    return forwards.to_outcome(term, count)


def _following(term: Term, other: Outcome, facts: Facts, calendar: Calendar) -> Outcome:
    """A term that is counted from the end of another; where that end can be read in two ways, from the later."""
    ends_on = other.last_day
    if ends_on is None or other.due_on is None:
        return _waiting(term.kind, other.missing, term)
    if term.counting is Counting.SAME_DAY:
        return traject.same_end(term, other, other.due_on)
    if term.counting is Counting.BACKWARDS:
        return traject.backwards(term, Start(term.cause), ends_on, other.steps)
    count = forwards.follow_on(term, ends_on, other.steps, calendar)
    return _extended(term, count, facts, calendar)


def _extended(term: Term, count: Count, facts: Facts, calendar: Calendar) -> Outcome:
    awaits = still = False
    if ADJOURNMENT.extends(term, facts):
        count = forwards.adjourned(count, calendar)
    if THIRD_PARTY_EXTENSION.extends(term, facts):
        count, awaits = forwards.with_third_parties(count, facts.third_parties, calendar)
    if term.suspended_by and facts.suspensions:
        count, still = stood_still(term, term.suspended_by, count, facts.suspensions, calendar)
    return replace(forwards.to_outcome(term, count), awaits_third_party=awaits or still)
