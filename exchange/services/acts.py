"""What each event of DUO leads to. First all questions, then one transaction with all changes."""

from collections.abc import Callable, Mapping
from dataclasses import asdict

from django.db import transaction
from django.utils import timezone

from cases.enums import Group
from cases.services import close_case, record_event, update_facts
from exchange.enums import Act, EventKind, FactKind
from exchange.models import IncomingMessage
from exchange.rules.notification import Notification
from exchange.services import brp, duo, terms
from exchange.services.differences import put_before_people
from exchange.services.newcomers import (
    keep_person,
    open_case_after_move,
    open_case_and_start_term,
    open_case_of,
)
from exchange.services.subjects import (
    REASON,
    CannotHandleError,
    Subject,
    case_of,
    data_of,
    is_handled,
    keep_fact,
    locked,
    show,
    subject_of,
)
from exchange.services.withdrawing import withdraw_outgoing
from inburgering.kit.dutch import format_date
from intake.services import record_lbt_exam_number, record_lbt_result


def act_on(*, message: IncomingMessage, notification: Notification) -> None:
    """Raises ChainError or ValidationError when it can't be done; then nothing has changed."""
    subject = subject_of(message, notification)
    _ACTS[subject.event.act](subject)


def _show_event(subject: Subject) -> None:
    with transaction.atomic():
        if message := locked(subject.message):
            case = case_of(subject)
            show(subject, case)
            is_handled(message, case)


def _fetch_group(subject: Subject) -> None:
    group = duo.fetch_target_group(gemeente=subject.message.gemeente, bsn=subject.bsn)
    with transaction.atomic():
        if message := locked(subject.message):
            case = case_of(subject)
            show(subject, case)
            keep_fact(case, FactKind.GROUP, asdict(group))
            if group.is_asylum is not None:
                new = Group.ASIELSTATUSHOUDER if group.is_asylum else Group.GEZINSMIGRANT
                facts = put_before_people(case, {"group": new})
                case = update_facts(case=case, by=None, reason=REASON, **facts)
                terms.correct_pip_term(case)
            is_handled(message, case)


def _fetch_exam_number(subject: Subject) -> None:
    number = duo.fetch_exam_number(gemeente=subject.message.gemeente, bsn=subject.bsn)
    with transaction.atomic():
        if message := locked(subject.message):
            case = case_of(subject)
            show(subject, case)
            record_lbt_exam_number(case=case, exam_number=number)
            is_handled(message, case)


def _fetch_lbt(subject: Subject) -> None:
    results = duo.fetch_exam_results(gemeente=subject.message.gemeente, bsn=subject.bsn)
    if not results:
        raise CannotHandleError(
            "DUO meldt een resultaat van de leerbaarheidstoets, maar geeft er geen. Probeer het later."
        )
    with transaction.atomic():
        if message := locked(subject.message):
            case = case_of(subject)
            show(subject, case)
            for result in results:
                record_lbt_result(
                    case=case, result=result.result, score=result.score, needed_score=result.needed_score,
                    taken_on=result.taken_on,
                )  # fmt: skip
            is_handled(message, case)


def _fetch_term(subject: Subject) -> None:
    term = duo.fetch_term(gemeente=subject.message.gemeente, bsn=subject.bsn)
    with transaction.atomic():
        if message := locked(subject.message):
            case = case_of(subject)
            keep_fact(case, FactKind.TERM, asdict(term))
            difference = terms.take_duo_term(case, term)
            dates = f"{format_date(term.starts_on, weekday=False)} tot en met {format_date(term.last_day, weekday=False)}"
            record_event(
                case=case,
                kind=EventKind.TERM,
                text=f"{subject.event.sentence} De termijn loopt van {dates}.{difference}",
                by=None,
                data=data_of(subject),
            )
            is_handled(message, case)


def _close(subject: Subject) -> None:
    """Death: what is planned stops at once. Two registers must say it, since one mistake would hurt a family."""
    found = brp.fetch_person(gemeente=subject.message.gemeente, bsn=subject.bsn)
    if not found.is_dead:
        raise CannotHandleError(
            "DUO meldt dat deze persoon is overleden, maar de BRP zegt dat niet. Vraag het na. Klopt het, sluit het "
            "dossier dan met de hand; of probeer het later opnieuw."
        )
    with transaction.atomic():
        if message := locked(subject.message):
            case = case_of(subject)
            keep_person(found)
            died = (
                f"Overleden op {format_date(found.died_on, weekday=False)}" if found.died_on else "Overleden"
            )
            record_event(
                case=case,
                kind=EventKind.DIED,
                text=f"{subject.event.sentence} {died}. Termijnen en berichten zijn gestopt. Bel zelf met de familie.",
                by=None,
                data=data_of(subject),
            )
            terms.stop_all(case, reason=died)
            withdraw_outgoing(case=case, reason=died)
            close_case(case=case, on=timezone.localdate(), reason=f"{died} (bericht van DUO).", by=None)
            terms.keep_until_death(case, found.died_on or timezone.localdate())
            is_handled(message, case)


_ACTS: Mapping[Act, Callable[[Subject], None]] = {
    Act.OPEN: open_case_of,
    Act.OPEN_AND_START: open_case_and_start_term,
    Act.OPEN_AFTER_MOVE: open_case_after_move,
    Act.FETCH_GROUP: _fetch_group,
    Act.FETCH_EXAM_NUMBER: _fetch_exam_number,
    Act.FETCH_LBT: _fetch_lbt,
    Act.FETCH_TERM: _fetch_term,
    Act.CLOSE: _close,
    Act.SHOW: _show_event,
}
