"""Terms that run forwards, day by day, and what lets them end later."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from deadlines.rules.arithmetic import DAY, after
from deadlines.rules.facts import Facts, ThirdParty
from deadlines.rules.outcome import Count, Outcome, Step
from deadlines.rules.table import ADJOURNMENT, THIRD_PARTY_EXTENSION
from deadlines.rules.term import ATW, Article, Term, WorkingDay
from deadlines.rules.wording import DaysOff, Label, Name, Near, Phrase, Start, Value, say
from inburgering.kit.calendar import Calendar

MOVED_BY = Article(ATW, "1")


def from_facts(term: Term, facts: Facts, calendar: Calendar) -> Count:
    """From the latest of the facts that the term starts after; the earlier ones are named in the steps."""
    known = sorted(
        ((getattr(facts, fact), fact) for fact in reversed(term.starts_after)), key=lambda one: one[0]
    )
    event, fact = known[-1]
    earlier = [
        Step(say("step-begins-later", what=Label(other)), day) for day, other in known[:-1] if day < event
    ]
    label = term.kind if fact == "promised_on" else fact
    from_event = (
        Step(say("step-not-counted", what=Label(label)), event),
        Step(say("step-first"), event + DAY),
    )
    count = _count(term, event, calendar, start=Start(term.cause or fact))
    return replace(count, steps=(*earlier, *from_event, *count.steps))


def follow_on(term: Term, ended_on: date, earlier_steps: tuple[Step, ...], calendar: Calendar) -> Count:
    """From the day on which another term ended."""
    count = _count(term, ended_on, calendar, start=Start(term.cause))
    return replace(count, steps=(*earlier_steps, Step(say("step-first"), ended_on + DAY), *count.steps))


def adjourned(count: Count, calendar: Calendar) -> Count:
    """The decision put off once, with the whole of the six weeks (Awb, artikel 7:10 lid 3)."""
    return count.then(_count(ADJOURNMENT, count.last, calendar, start=Start(ADJOURNMENT.cause)))


def with_third_parties(
    count: Count, requests: tuple[ThirdParty, ...], calendar: Calendar
) -> tuple[Count, bool]:
    """Two weeks after information came in that the PIP couldn't do without (Besluit, artikel 5.3 lid 2).

    A request helps only when it was made while the term ran. While an answer is out, the term may be exceeded:
    the day of the term itself stays, and the second value is true.
    """
    awaits = False
    for request in sorted(requests, key=lambda request: request.asked_on):
        if request.asked_on > count.last and not awaits:
            count = count.with_steps(*_request_steps(request, "step-asked-late"))
            continue
        count = count.with_steps(*_request_steps(request, "step-asked"))
        if request.received_on:
            count = count.then(_two_weeks_more(request.party, request.received_on, calendar))
        awaits = awaits or request.received_on is None
    return (_exceedable(count) if awaits else count), awaits


def _two_weeks_more(party: str, received_on: date, calendar: Calendar) -> Count:
    start = Start(THIRD_PARTY_EXTENSION.cause)
    return _count(THIRD_PARTY_EXTENSION, received_on, calendar, start=start, party=Name(party))


def to_outcome(term: Term, count: Count) -> Outcome:
    articles = sorted(dict.fromkeys(count.articles), key=lambda article: article.law == ATW)
    steps = sorted(count.steps, key=lambda step: step.on)
    return Outcome(
        kind=term.kind,
        rule_id=term.id,
        clauses=count.clauses,
        cites=tuple(articles),
        starts_on=count.first,
        due_on=count.last,
        steps=(*steps, Step(say("step-last"), count.last)),
        confidence=term.confidence,
        note=term.note,
    )


def moved(term: Term, first: date, end: date, calendar: Calendar) -> tuple[date, tuple[Step, ...]]:
    """The day that a term which would run from `first` to `end` ends on, and a step for each day that it passes."""
    if term.working_day:
        return _set(term.working_day, end, calendar)
    if not term.moves_to_working_day:
        return end, ()
    last = calendar.last_day(first, end)
    return last, tuple(
        Step(say("step-moved", why=DaysOff((why,)), article=MOVED_BY), day)
        for day, why in _passed(end, last, calendar)
    )


def _set(chosen: WorkingDay, end: date, calendar: Calendar) -> tuple[date, tuple[Step, ...]]:
    """The working day that the gemeente sets instead, and a step for each day off that it passes."""
    day, passed = end, []
    while why := calendar.day_off(day):
        passed.append(Step(say("step-set", why=DaysOff((why,))), day))
        day += DAY if chosen is WorkingDay.NEXT else -DAY
    return day, tuple(passed)


def clause(
    key: str, after_day: date, end: date, last: date, calendar: Calendar, /, **values: Value
) -> Phrase:
    """A clause that ends on a day, or that moves on from there for reasons: each day that it passes has one."""
    if last == end:
        return say(key, end=Near(end, after_day), **values)
    why = DaysOff(tuple(why for _, why in _passed(end, last, calendar)))
    return say(f"{key}-moved", end=Near(end, after_day), why=why, last=Near(last, end), **values)


def _passed(end: date, last: date, calendar: Calendar) -> Iterator[tuple[date, str]]:
    step = DAY if last > end else -DAY
    days = (end + n * step for n in range(abs((last - end).days)))
    return ((day, calendar.day_off(day)) for day in days)


def _count(term: Term, event: date, calendar: Calendar, **values: Value) -> Count:
    """The term after the day of an event, which doesn't count itself; moved to a working day if the Atw covers it."""
    first, end = event + DAY, after(event, term.span, calendar)
    last, steps = moved(term, first, end, calendar)
    key = "count-party" if "party" in values else "count"
    said = clause(key, event, end, last, calendar, length=term.span, event=event, **values)
    step = Step(say("step-after", length=term.span, event=event), end)
    articles = (*term.articles, MOVED_BY) if steps and term.moves_to_working_day else term.articles
    return Count(first, end, last, (said,), (step, *steps), articles)


def _exceedable(count: Count) -> Count:
    articles = count.articles + THIRD_PARTY_EXTENSION.articles
    return replace(count, clauses=(*count.clauses, say("may-exceed")), articles=articles)


def _request_steps(request: ThirdParty, key: str) -> tuple[Step, ...]:
    party = Name(request.party)
    asked = Step(say(key, party=party), request.asked_on)
    if request.received_on is None:
        return (asked,)
    return asked, Step(say("step-received", party=party), request.received_on)
