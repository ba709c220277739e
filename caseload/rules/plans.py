"""What was said or decided about the PIP, and nobody did anything with yet."""

from datetime import date

from caseload.enums import Level
from caseload.rules.signals import ANSWER_SOON_DAYS, Reason, Signal
from inburgering.kit.dutch import format_date, lower_first
from pip_plans.enums import ApprovalDecision, Ground, Reaction

_AFTER = {
    Reaction.AKKOORD: "Stel het PIP vast.",
    Reaction.ONDER_VOORWAARDE: "Pas het plan aan, of leg uit waarom dat niet kan.",
    Reaction.NIET_AKKOORD: "Pas het plan aan, of leg uit waarom dat niet kan.",
}


def reason_of_remarks(signal: Signal, today: date) -> Reason:
    """`detail` is how many. A missing agreement has a day on which it is answered (PP-02): `lapses_on`."""
    count, last_day = int(signal.detail), signal.lapses_on
    what = "Opmerking" if count == 1 else f"{count} opmerkingen"
    text = f"{what} op het concept: nog geen antwoord."
    if last_day is None:
        return Reason(Level.TODO, text, signal)
    left = (last_day - today).days
    if left < 0:
        late = "1 dag" if left == -1 else f"{-left} dagen"
        return Reason(Level.LATE, f"{text} Er mist een afspraak: {late} te laat met antwoord.", signal)
    when = "vandaag" if left == 0 else format_date(last_day)
    level = Level.SOON if left <= ANSWER_SOON_DAYS else Level.TODO
    return Reason(level, f"{text} Er mist een afspraak: antwoord uiterlijk {when}.", signal)


def reason_of_response(signal: Signal, today: date) -> Reason:
    reaction = Reaction(signal.detail)
    return Reason(
        Level.TODO, f"Reactie op het concept: {lower_first(reaction.label)}. {_AFTER[reaction]}", signal
    )


def reason_of_approval(signal: Signal, today: date) -> Reason:
    """`detail` is "ground|decision"."""
    ground, decision = signal.detail.split("|")
    came = "gekregen" if decision == ApprovalDecision.GOEDGEKEURD else "afgewezen"
    return Reason(Level.TODO, f"Akkoord van de teamleider {came}: ‘{Ground(ground).label}’.", signal)


def reason_of_objection(signal: Signal, today: date) -> Reason:
    """The newcomer won a bezwaar (Awb, artikel 7:11) and has no new plan yet; the old one still holds."""
    days = max((today - signal.on).days, 0)
    waits = f" De nieuwkomer wacht al {'1 dag' if days == 1 else f'{days} dagen'}." if days else ""
    day = format_date(signal.on, weekday=False)
    text = f"Besluit op bezwaar van {day}: stel een nieuwe versie van het PIP vast.{waits}"
    return Reason(Level.SOON, text, signal)
