"""Acts on a dossier by hand that also reach its terms: one act for the user, one transaction."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.models import User
from caseload.selectors import moved_by, pip_term
from cases.models import Case
from cases.services import close_case, register_newcomer, update_facts, update_person
from deadlines.enums import Kind
from deadlines.rules import ends_plicht, is_death
from deadlines.selectors import facts_of
from deadlines.services import correct_facts, start_deadline, start_keeping, stop_deadlines


@transaction.atomic
def open_dossier(*, by: User, **newcomer: Any) -> Case:
    """As `cases.services.register_newcomer`; when DUO's kennisgeving is known, the ten weeks for the PIP start with it."""
    case = register_newcomer(by=by, **newcomer)
    _keep_pip_term(case, by=by)
    return case


@transaction.atomic
def correct_dossier(
    *, case: Case, by: User, person: dict[str, Any], facts: dict[str, Any], reason: str = "",
    despite_reminders: bool = False,
) -> Case:  # fmt: skip
    """`person` is for `update_person`, `facts` for `update_facts`; a term that starts from these facts is computed anew.

    When that moves a day, the reason is obligatory: it stays with the facts and with the term. Raises ValidationError
    (code REMINDERS_WENT_OUT) as `deadlines.services.correct_facts` does.
    """
    reason = reason.strip()
    if not reason and moved_by(case, facts):
        raise ValidationError("Schrijf op waarom u de gegevens wijzigt: er verandert een termijn.")
    update_person(case=case, by=by, **person)
    why = f"Gegevens gewijzigd. Reden: {reason.rstrip('.')}." if reason else "Gegevens gewijzigd."
    case = update_facts(case=case, by=by, reason=why, **facts)
    _keep_pip_term(case, by=by, reason=reason, despite_reminders=despite_reminders)
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


def _keep_pip_term(case: Case, *, by: User, reason: str = "", despite_reminders: bool = False) -> None:
    """Starts the term for the PIP when its first day has become known, or corrects the one that runs."""
    term = pip_term(case)
    if term is None:
        if case.notified_on:
            start_deadline(case=case, kind=Kind.PIP, facts=facts_of(case), by=by)
    elif term.is_open:
        correct_facts(
            deadline=term, facts=facts_of(case), reason=reason or "Gegevens van het dossier gewijzigd.", by=by,
            despite_reminders=despite_reminders,
        )  # fmt: skip
