"""The term of a request: a promise of the gemeente, or for an aanvraag the term of the law.

It is a term of the case like any other, so the sweep warns about it. A confidential request keeps its last day to
itself, since whoever sees the case sees its terms (ADR 4).
"""

from datetime import date

from accounts.models import User
from contact.models import Request
from contact.rules.requests import ABOUT_REQUEST, rule_of
from contact.selectors.requests import term_facts
from deadlines.enums import Kind
from deadlines.models import Deadline
from deadlines.rules import Facts, Length, Unit, due_date
from deadlines.selectors import calendar, promise_length
from deadlines.services import meet_deadline, start_deadline, start_promise, stop_deadline


def first_due_on(request: Request) -> date | None:
    """The last day for an answer, by the same rule that a term of a case is computed with."""
    return due_date(rule_of(request.type).kind, term_facts(request), calendar()).due_on


def start_clock(request: Request, *, by: User | None) -> None:
    """Gives an open request a term of its case; a confidential one, or one of a closed case, keeps its own day."""
    if request.is_confidential or not request.case.is_open:
        return
    rule, case, about = rule_of(request.type), request.case, _about(request)
    if rule.is_application:
        deadline = start_deadline(case=case, kind=rule.kind, facts=term_facts(request), by=by, about=about)
    else:
        deadline = start_promise(case=case, kind=rule.kind, on=request.asked_on, by=by, about=about)
    _take(request, deadline)


def restart_clock(request: Request, *, met_on: date, on: date, by: User) -> None:
    """After "later": the promise that ran is met with a day, and a new one ends on that day."""
    if request.deadline is None:
        request.own_due_on = on
        request.save(update_fields=["own_due_on"])
        return
    meet_clock(request, on=met_on, by=by)
    length = Length((on - met_on).days, Unit.DAYS)
    deadline = start_promise(
        case=request.case,
        kind=Kind.ANTWOORD_OP_VERZOEK,
        on=met_on,
        by=by,
        about=_about(request),
        length=length,
    )
    _take(request, deadline)


def meet_clock(request: Request, *, on: date, by: User) -> None:
    if request.deadline is not None:
        kind = Kind(request.deadline.kind)
        meet_deadline(case=request.case, kind=kind, on=on, by=by, about=request.deadline.about)
    stop_conference_clock(request, reason=f"Verzoek {request.pk} is beantwoord.", by=by)


def stop_clock(request: Request, *, reason: str, by: User) -> None:
    if request.deadline is not None and request.deadline.is_open:
        stop_deadline(deadline=request.deadline, reason=reason, by=by)
    stop_conference_clock(request, reason=reason, by=by)


# --- Casusoverleg ---------------------------------------------------------------------------------------------


def conference_due_on(request: Request, *, on: date) -> date:
    """Ten working days, or what the gemeente set for an answer (PP-97)."""
    kind = Kind.ANTWOORD_OP_VERZOEK
    facts = Facts(promised_on=on, promise=promise_length(request.case.gemeente, kind, on))
    due_on = due_date(kind, facts, calendar()).due_on
    assert due_on is not None  # noqa: S101 - a promise whose first day is known has a last day
    return due_on


def start_conference_clock(request: Request, *, on: date, by: User) -> None:
    if not request.is_confidential and request.case.is_open:
        start_promise(
            case=request.case, kind=Kind.ANTWOORD_OP_VERZOEK, on=on, by=by, about=_conference(request)
        )


def meet_conference_clock(request: Request, *, on: date, by: User) -> None:
    meet_deadline(case=request.case, kind=Kind.ANTWOORD_OP_VERZOEK, on=on, by=by, about=_conference(request))


def stop_conference_clock(request: Request, *, reason: str, by: User) -> None:
    """A conference isn't needed any more once the request is granted or taken back."""
    for deadline in request.case.deadlines.open().filter(about=_conference(request)):
        stop_deadline(deadline=deadline, reason=reason, by=by)


# --- Shared -----------------------------------------------------------------------------------------------------


def _take(request: Request, deadline: Deadline) -> None:
    request.deadline, request.own_due_on = deadline, None
    request.save(update_fields=["deadline", "own_due_on"])


def _about(request: Request) -> str:
    return f"{ABOUT_REQUEST}{request.pk}"


def _conference(request: Request) -> str:
    return f"casusoverleg:{request.pk}"
