"""The sentence that says why a dossier is on the list, and how much risk there is."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from caseload.enums import Level, Source
from caseload.rules.plans import (
    reason_of_approval,
    reason_of_objection,
    reason_of_remarks,
    reason_of_response,
)
from caseload.rules.signals import (
    ANSWER_SOON_DAYS,
    INTAKE_IS_LONG_DAYS,
    MOVED,
    NEW_DAYS,
    PIP_KINDS,
    SOON_DAYS,
    SUMMONS_STILL_DAYS,
    Reason,
    Signal,
)
from contact.enums.appointments import AppointmentState, Purpose
from contact.enums.requests import RequestType
from deadlines.enums import Kind
from inburgering.kit.dutch import format_date, lower_first
from inburgering.kit.partial_date import MONTHS


def reason_for(signal: Signal, *, today: date) -> Reason:
    """The sentence that the row shows, and how much risk there is."""
    if signal.source in _IN_WORDS:
        return _IN_WORDS[signal.source](signal, today)
    days = max((today - signal.on).days, 0)
    if signal.source is Source.UNGUIDED:
        return Reason(Level.NOBODY, "Er is niemand die dit dossier begeleidt.", signal)
    if signal.source in (Source.DUO, Source.DIFFERENCE):
        return Reason(Level.STUCK, signal.detail, signal)
    if signal.source is Source.NEW:
        return _reason_of_arrival(signal, days)
    level = Level.SOON if days > INTAKE_IS_LONG_DAYS else Level.TODO
    since = f"loopt {_days(days)}" if days else "is vandaag gestart"
    return Reason(level, f"De brede intake {since} en is nog niet afgerond.", signal)


def _reason_of_arrival(signal: Signal, days: int) -> Reason:
    if days > NEW_DAYS:
        return Reason(Level.SOON, f"Wacht al {_days(days)} op een brede intake.", signal)
    return Reason(Level.TODO, f"Nieuw sinds {_day(signal.on)}. De brede intake is nog niet gestart.", signal)


def _reason_of_term(signal: Signal, today: date) -> Reason:
    label = Kind(signal.detail).label
    last_day = signal.lapses_on or signal.on
    left = (signal.on - today).days
    if signal.awaits_third_party:
        return Reason(Level.WAITING, f"{label}: wacht op informatie van een ander.", signal)
    if today > last_day:
        return Reason(
            Level.LATE,
            f"{label}: {_days(-left)} te laat (uiterlijk {_day(signal.on)}).{_cost(signal)}",
            signal,
        )
    if left <= 0:
        return Reason(Level.SOON, f"{label}: vandaag is de laatste dag.{_cost(signal)}", signal)
    level = Level.SOON if left <= SOON_DAYS else Level.TODO
    return Reason(level, f"{label}: nog {_days(left)}, uiterlijk {format_date(signal.on)}.", signal)


def _reason_of_request(signal: Signal, today: date) -> Reason:
    """A confidential request has no clock in its case that warns; here it stands out two weeks before its last day."""
    type_, confidential = signal.detail.split("|")
    label, soon = (
        f"Verzoek ({RequestType(type_).label.lower()})",
        SOON_DAYS if confidential else ANSWER_SOON_DAYS,
    )
    left = (signal.on - today).days
    if left < 0:
        return Reason(Level.LATE, f"{label}: {_days(-left)} te laat met antwoord.", signal)
    if signal.awaits_third_party:
        return Reason(Level.WAITING, f"{label}: ligt bij een ander of komt later terug.", signal)
    when = "vandaag" if left == 0 else format_date(signal.on)
    return Reason(Level.SOON if left <= soon else Level.TODO, f"{label}: antwoord uiterlijk {when}.", signal)


def _reason_of_talk(signal: Signal, today: date) -> Reason:
    state, purpose, begins, _interpreter = signal.detail.split("|")
    what, left = Purpose(purpose).label, (signal.on - today).days
    if state == AppointmentState.CANCELLED or (state == MOVED and left >= 0):
        return _reason_of_news(signal, lower_first(what), left)
    if state == AppointmentState.CONCEPT:
        level = Level.SOON if left > 0 else Level.LATE
        return Reason(level, f"{what} op {format_date(signal.on)} is nog niet bevestigd.", signal)
    if left < 0:
        return Reason(Level.TODO, f"{what} van {_day(signal.on)}: schrijf op hoe het ging.", signal)
    return Reason(Level.TODO, f"{what} {'vandaag' if left == 0 else 'morgen'} om {begins[:5]} uur.", signal)


def _reason_of_news(signal: Signal, what: str, left: int) -> Reason:
    """The newcomer cancelled or moved it; who was booked as interpreter doesn't know."""
    state, _purpose, begins, interpreter = signal.detail.split("|")
    when = f"{format_date(signal.on)} om {begins[:5]} uur"
    if state == MOVED:
        text, call = f"verplaatst naar {when}: {what}.", " Vraag de tolk voor de nieuwe tijd."
    else:
        text, call = f"afgezegd: {what} van {when}.", " Zeg de tolk af."
    level = Level.SOON if interpreter or left <= 1 else Level.TODO
    return Reason(level, f"Door de nieuwkomer {text}{call if interpreter else ''}", signal)


def _reason_of_death(signal: Signal, today: date) -> Reason:
    return Reason(Level.STUCK, f"Overleden op {_day(signal.on)}. Sluit het dossier.", signal)


_SUMMONS_WORDS = {
    "opschrijven": "schrijf op hoe het ging",
    "horen": "vraag waarom de nieuwkomer niet kwam, en oordeel daarna",
    "volgende": "stuur de volgende oproep of rond af",
    "ging-niet-door": "de afspraak ging niet door; roep opnieuw op",
}


def _reason_of_summons(signal: Signal, today: date) -> Reason:
    """The ladder stands still while the ten weeks run on (Besluit inburgering 2021, artikel 5.3)."""
    number, what = signal.detail.split("|")
    days = max((today - signal.on).days, 0)
    level = Level.STUCK if days > SUMMONS_STILL_DAYS else Level.TODO
    still = f" Staat al {_days(days)} stil; de tien weken lopen door." if level == Level.STUCK else ""
    return Reason(level, f"Oproep {number}: {_SUMMONS_WORDS[what]}.{still}", signal)


def _reason_of_group(signal: Signal, today: date) -> Reason:
    """Somebody at a group session couldn't follow it (PP-67): a talk of the own makes up for that."""
    text = f"Geen tolk bij de groepsbijeenkomst van {_day(signal.on)}: plan een eigen gesprek met een tolk."
    return Reason(Level.SOON if signal.on < today else Level.TODO, text, signal)


_ADULT_WORDS = {
    "pakket": "stuur het voorbereidingspakket",
    "gesprek": "plan de brede intake in die maand",
}


def _reason_of_adult(signal: Signal, today: date) -> Reason:
    """`on` is the first day of the month in which somebody turns 18: from then on the intake can be (PP-124)."""
    month = f"{MONTHS[signal.on.month - 1]} {signal.on.year}"
    now = " De brede intake kan nu." if today >= signal.on else ""
    text = f"Wordt 18 in {month}: {_ADULT_WORDS[signal.detail]}.{now}"
    return Reason(Level.SOON if (signal.on - today).days <= SOON_DAYS else Level.TODO, text, signal)


_IN_WORDS: Mapping[Source, Callable[[Signal, date], Reason]] = {
    Source.DEADLINE: _reason_of_term,
    Source.REQUEST: _reason_of_request,
    Source.REMARK: reason_of_remarks,
    Source.RESPONSE: reason_of_response,
    Source.APPROVAL: reason_of_approval,
    Source.TALK: _reason_of_talk,
    Source.DIED: _reason_of_death,
    Source.SUMMONS: _reason_of_summons,
    Source.GROUP: _reason_of_group,
    Source.ADULT: _reason_of_adult,
    Source.OBJECTION: reason_of_objection,
}


def _cost(signal: Signal) -> str:
    """What goes wrong: the inburgeringstermijn starts the day after the PIP (Wet inburgering 2021, artikel 11 lid 1)."""
    return " Zonder PIP kan de nieuwkomer niet beginnen." if signal.detail in PIP_KINDS else ""


def by_risk(reasons: Iterable[Reason]) -> list[Reason]:
    """Most urgent first; of equal risk, what waits longest."""
    return sorted(reasons, key=lambda reason: (reason.level, reason.signal.on, reason.signal.case_id))


def _days(count: int) -> str:
    return "1 dag" if count == 1 else f"{count} dagen"


def _day(day: date) -> str:
    return format_date(day, weekday=False)
