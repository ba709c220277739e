"""A term that stands still for a while (opschorting), and ends so many days later."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from deadlines.rules.arithmetic import DAY, Length, Unit
from deadlines.rules.facts import Suspension
from deadlines.rules.forwards import MOVED_BY, clause, moved
from deadlines.rules.outcome import Count, Step
from deadlines.rules.term import Article, Term
from deadlines.rules.wording import say
from inburgering.kit.calendar import Calendar


def stood_still(
    term: Term, law: Article, count: Count, suspensions: tuple[Suspension, ...], calendar: Calendar
) -> tuple[Count, bool]:
    """The term with as many days more as it stood still. While it still does, the second value is true.

    Days that stand still twice count once; days before the term began or after it was over don't count.
    """
    still = False
    for first, until in _apart(suspensions):
        start = max(first, count.first)
        if start > count.last:
            count = count.with_steps(Step(say("step-stood-still-late"), first))
        elif until is None:
            still = True
            count = _with_clause(count.with_steps(Step(say("step-stands-still"), start)), law, start)
        elif until >= start:
            count = _lengthened(term, law, count, (start, until), calendar)
    return count, still


def _apart(suspensions: tuple[Suspension, ...]) -> Iterator[tuple[date, date | None]]:
    """The stretches of days, earliest first, without the days that an earlier one has already."""
    covered = date.min
    for one in sorted(suspensions, key=lambda one: (one.from_on, one.until_on or date.max)):
        first = max(one.from_on, covered + DAY)
        if one.until_on is None:
            yield first, None
            return
        if one.until_on >= first:
            yield first, one.until_on
            covered = one.until_on


def _lengthened(term: Term, law: Article, count: Count, days: tuple[date, date], calendar: Calendar) -> Count:
    start, until = days
    length = Length((until - start).days + 1, Unit.DAYS)
    end = count.end + (until - start) + DAY
    last, steps = moved(term, count.first, end, calendar)
    said = clause("stood-still", count.last, end, last, calendar, length=length)
    step = Step(say("step-stood-still", length=length, last=until), start)
    articles = (*count.articles, law, *([MOVED_BY] if steps else []))
    # An earlier move to a working day is overtaken: its steps stay, since they explain the clause before.
    return Count(count.first, end, last, (*count.clauses, said), (*count.steps, step, *steps), articles)


def _with_clause(count: Count, law: Article, since: date) -> Count:
    said = say("stands-still", since=since)
    return replace(count, clauses=(*count.clauses, said), articles=(*count.articles, law))
