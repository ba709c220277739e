"""Terms that run forwards, day by day, and what lets them end later."""

from dataclasses import replace
from datetime import date, timedelta

from deadlines.rules.arithmetic import after
from deadlines.rules.facts import CATALOGUE, FactInfo, Facts, ThirdParty
from deadlines.rules.outcome import Count, Outcome, Step, in_full, near
from deadlines.rules.table import ADJOURNMENT, THIRD_PARTY_EXTENSION
from deadlines.rules.term import ATW, Article, Term, cite
from deadlines.rules.words.nl import CAUSES
from inburgering.kit.calendar import Calendar

DAY = timedelta(days=1)
MOVED_BY = Article(ATW, "1")


def from_facts(term: Term, facts: Facts, calendar: Calendar) -> Count:
    """From the latest of the facts that the term starts after; the earlier ones are named in the steps."""
    known = sorted(
        ((getattr(facts, fact), CATALOGUE[fact]) for fact in reversed(term.starts_after)), key=_day_of
    )
    event, info = known[-1]
    earlier = [
        Step(f"{other.label}: de termijn begint later", day) for day, other in known[:-1] if day < event
    ]
    count = _count(term, event, f"na {info.before_date}", calendar)
    from_event = (
        Step(f"{info.label}: deze dag telt niet mee", event),
        Step("eerste dag van de termijn", event + DAY),
    )
    return replace(count, steps=(*earlier, *from_event, *count.steps))


def follow_on(term: Term, ended_on: date, earlier_steps: tuple[Step, ...], calendar: Calendar) -> Count:
    """From the day on which another term ended."""
    count = _count(term, ended_on, CAUSES[term.cause], calendar)
    return replace(
        count, steps=(*earlier_steps, Step("eerste dag van de termijn", ended_on + DAY), *count.steps)
    )


def adjourned(count: Count, calendar: Calendar) -> Count:
    """The decision put off once, with the whole of the six weeks (Awb, artikel 7:10 lid 3)."""
    return count.then(_count(ADJOURNMENT, count.last, CAUSES[ADJOURNMENT.cause], calendar))


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
            count = _with_step(count, request, ": de termijn was toen al om, dus dit geeft geen extra tijd")
            continue
        count = _with_step(count, request)
        if request.received_on:
            cause = f"{CAUSES[THIRD_PARTY_EXTENSION.cause]} {request.party} op"
            count = count.then(_count(THIRD_PARTY_EXTENSION, request.received_on, cause, calendar))
        awaits = awaits or request.received_on is None
    return (_exceedable(count) if awaits else count), awaits


def to_outcome(term: Term, count: Count) -> Outcome:
    articles = tuple(sorted(dict.fromkeys(count.articles), key=lambda article: article.law == ATW))
    steps = sorted(count.steps, key=lambda step: step.on)
    return Outcome(
        kind=term.kind,
        rule_id=term.id,
        sentence=f"{count.clause} ({cite(articles)}).",
        starts_on=count.first,
        due_on=count.last,
        steps=(*steps, Step("laatste dag", count.last)),
        articles=tuple(map(str, articles)),
        confidence=term.confidence,
        note=term.note,
    )


def _count(term: Term, event: date, cause: str, calendar: Calendar) -> Count:
    """The term after the day of an event, which doesn't count itself; moved to a working day if the Atw covers it."""
    first, end = event + DAY, after(event, term.span, calendar)
    last = calendar.last_day(first, end) if term.moves_to_working_day else end
    moved = tuple(_moved(end + n * DAY, calendar) for n in range((last - end).days))
    clause = f"{term.span} {cause} {in_full(event)} = {near(end, event)}"
    if moved:
        clause += f", {calendar.day_off(end)}, dus {near(last, end)}"
    articles = (*term.articles, MOVED_BY) if moved else term.articles
    return Count(first, last, clause, (Step(f"{term.span} na {in_full(event)}", end), *moved), articles)


def _moved(day: date, calendar: Calendar) -> Step:
    why = calendar.day_off(day) or "de termijn heeft nog geen twee werkdagen"
    return Step(f"{why}: de termijn loopt door ({MOVED_BY})", day)


def _exceedable(count: Count) -> Count:
    words = "zolang gevraagde informatie van een ander er niet is mag het later, tot 2 weken na ontvangst"
    articles = count.articles + THIRD_PARTY_EXTENSION.articles
    return replace(count, clause=f"{count.clause}; {words}", articles=articles)


def _with_step(count: Count, request: ThirdParty, remark: str = "") -> Count:
    asked = Step(f"informatie gevraagd aan {request.party}{remark}", request.asked_on)
    received = (
        [Step(f"informatie ontvangen van {request.party}", request.received_on)]
        if request.received_on
        else []
    )
    return replace(count, steps=(*count.steps, asked, *received))


def _day_of(known: tuple[date, FactInfo]) -> date:
    return known[0]
