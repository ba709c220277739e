"""The terms that start or change by what DUO says."""

from dataclasses import replace
from datetime import date

from cases.models import Case
from deadlines.enums import Kind
from deadlines.models import Deadline
from deadlines.rules import Facts
from deadlines.selectors import facts_of
from deadlines.services import correct_facts, start_deadline, start_keeping, stop_deadlines
from exchange.rules.duo import Term
from inburgering.kit.dutch import format_date

_REASON = "Bericht van DUO."


def start_pip_term(case: Case) -> None:
    """The ten weeks for the PIP (Besluit inburgering 2021, art. 5.3 lid 1). Once: a later message corrects the facts."""
    _start_or_correct(case, Kind.PIP, facts_of(case))


def start_pip_term_after_move(case: Case) -> None:
    """Ten weeks from the registration in the new gemeente (Besluit inburgering 2021, art. 5.3 lid 3)."""
    _start_or_correct(case, Kind.PIP_NA_VERHUIZING, facts_of(case))


def correct_pip_term(case: Case) -> None:
    """Takes over facts of the case that changed in the term that runs, if one does."""
    for kind in (Kind.PIP, Kind.PIP_NA_VERHUIZING):
        if deadline := _latest(case, kind):
            _correct(deadline, facts_of(case))


def take_duo_term(case: Case, term: Term) -> str:
    """Puts DUO's dates on the term of three years: DUO decides. Answers the difference in words, or "" when there is none."""
    deadline = _latest(case, Kind.TERMIJN)
    ours = deadline.due_on if deadline else None
    ends_on = date.fromordinal(term.last_day.toordinal() + 1)
    known = deadline.known_facts if deadline else Facts()
    facts = replace(known, duo_starts_on=term.starts_on, duo_ends_on=ends_on)
    if deadline is None:
        start_deadline(case=case, kind=Kind.TERMIJN, facts=facts, by=None)
    elif deadline.stopped_on is None:
        correct_facts(deadline=deadline, facts=facts, reason=_REASON, by=None, despite_reminders=True)
    if ours is None or ours == term.last_day:
        return ""
    days = abs((ours - term.last_day).days)
    many = "1 dag" if days == 1 else f"{days} dagen"
    which = "later" if term.last_day > ours else "eerder"
    return f" Dat is {many} {which} dan wij hadden berekend ({format_date(ours, weekday=False)}). De datum van DUO geldt."


def stop_all(case: Case, *, reason: str) -> None:
    stop_deadlines(case=case, reason=reason, by=None)


def keep_until_death(case: Case, died_on: date) -> None:
    """Who died has no plicht any more: from that day the data must be destroyed."""
    start_keeping(case=case, plicht_ended_on=died_on, by_death=True, by=None)


def _start_or_correct(case: Case, kind: Kind, facts: Facts) -> None:
    if deadline := _latest(case, kind):
        _correct(deadline, facts)
    else:
        start_deadline(case=case, kind=kind, facts=facts, by=None)


def _correct(deadline: Deadline, facts: Facts) -> None:
    if deadline.is_open:
        correct_facts(deadline=deadline, facts=facts, reason=_REASON, by=None, despite_reminders=True)


def _latest(case: Case, kind: Kind) -> Deadline | None:
    """The term of this kind that runs or was met; a stopped one doesn't count."""
    return case.deadlines.filter(kind=kind, stopped_on=None).order_by("id").last()
