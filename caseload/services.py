"""Acts on a dossier by hand that also reach its terms: one act for the user, one transaction."""

from datetime import date
from typing import Any

from django.db import transaction

from accounts.models import User
from cases.models import Case
from cases.services import close_case, register_newcomer, update_facts, update_person
from deadlines.enums import Kind
from deadlines.models import Deadline
from deadlines.rules import ends_plicht, is_death
from deadlines.selectors import facts_of
from deadlines.services import correct_facts, start_deadline, start_keeping, stop_deadlines

_PIP_KINDS = (Kind.PIP, Kind.PIP_NA_VERHUIZING)


@transaction.atomic
def open_dossier(*, by: User, **newcomer: Any) -> Case:
    """As `cases.services.register_newcomer`; when DUO's kennisgeving is known, the ten weeks for the PIP start with it."""
    case = register_newcomer(by=by, **newcomer)
    _keep_pip_term(case, by=by)
    return case


@transaction.atomic
def correct_dossier(
    *, case: Case, by: User, person: dict[str, Any], facts: dict[str, Any], despite_reminders: bool = False
) -> Case:
    """`person` is for `update_person`, `facts` for `update_facts`; a term that starts from these facts is computed anew.

    Raises ValidationError (code REMINDERS_WENT_OUT) as `deadlines.services.correct_facts` does.
    """
    update_person(case=case, by=by, **person)
    case = update_facts(case=case, by=by, reason="Gegevens gewijzigd.", **facts)
    _keep_pip_term(case, by=by, despite_reminders=despite_reminders)
    return case


@transaction.atomic
def close_dossier(*, case: Case, on: date, reason: str, by: User) -> Case:
    """Closes the case, stops what runs in it, and starts the duty to destroy its data."""
    case = close_case(case=case, on=on, reason=reason, by=by)
    stop_deadlines(case=case, reason=f"Dossier gesloten. {case.closed_reason}", by=by)
    died = is_death(case.closed_reason)
    ended_on = case.closed_on if died or ends_plicht(case.closed_reason) else None
    if died and case.person.died_on:
        ended_on = case.person.died_on
    start_keeping(case=case, plicht_ended_on=ended_on, by_death=died, by=by)
    return case


def _keep_pip_term(case: Case, *, by: User, despite_reminders: bool = False) -> None:
    """Starts the term for the PIP when its first day has become known, or corrects the one that runs."""
    term = _pip_term(case)
    if term is None:
        if case.notified_on:
            start_deadline(case=case, kind=Kind.PIP, facts=facts_of(case), by=by)
    elif term.is_open:
        correct_facts(
            deadline=term, facts=facts_of(case), reason="Gegevens van het dossier gewijzigd.", by=by,
            despite_reminders=despite_reminders,
        )  # fmt: skip


def _pip_term(case: Case) -> Deadline | None:
    """The term that runs or was met; a stopped one doesn't count."""
    return case.deadlines.filter(kind__in=_PIP_KINDS, stopped_on=None).order_by("id").last()
