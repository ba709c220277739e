"""What all acts on a message share: whom it is about, its case, and the end of the work."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from cases.enums import Status
from cases.models import Case
from cases.selectors import person_with_bsn, person_with_v_number
from cases.services import record_event
from exchange.enums import EventKind, FactKind, IncomingState
from exchange.models import DuoFact, IncomingMessage
from exchange.rules.events import Event, event_of
from exchange.rules.notification import Notification
from exchange.services.http import ChainError
from inburgering.kit.numbers import is_valid_bsn

REASON = "Bericht van DUO."


class CannotHandleError(ChainError):
    """People must look at this message; the text says what to do."""


@dataclass(frozen=True)
class Subject:
    """Who the message is about, and the message itself."""

    message: IncomingMessage
    event: Event
    bsn: str
    v_number: int | None


def subject_of(message: IncomingMessage, notification: Notification) -> Subject:
    return Subject(
        message=message,
        event=event_of(notification.event),
        bsn=_bsn_of(notification),
        v_number=notification.v_number or None,
    )


def _bsn_of(notification: Notification) -> str:
    if notification.bsn:
        if not is_valid_bsn(notification.bsn):
            raise CannotHandleError("Het BSN in dit bericht kan niet bestaan (elfproef). Meld dit bij DUO.")
        return notification.bsn
    if notification.v_number is None:
        raise CannotHandleError("Dit bericht noemt geen persoon. Meld dit bij DUO.")
    person = person_with_v_number(notification.v_number)
    if person is None or not person.bsn:
        raise CannotHandleError(
            "Dit bericht noemt alleen een V-nummer, en wij kennen nog geen persoon met dat nummer en een BSN. Zoek de "
            "persoon op in het Portaal Inburgering, vul het V-nummer in het dossier in en probeer het opnieuw."
        )
    bsn: str = person.bsn
    return bsn


def locked(message: IncomingMessage) -> IncomingMessage | None:
    """The message under lock, or None when another worker has handled it meanwhile."""
    waiting = IncomingMessage.objects.select_for_update().filter(pk=message.pk, state=IncomingState.RECEIVED)
    return waiting.first()


def is_handled(message: IncomingMessage, case: Case) -> None:
    message.state, message.case, message.handled_at, message.problem = (
        IncomingState.HANDLED,
        case,
        timezone.now(),
        "",
    )
    message.save(update_fields=["state", "case", "handled_at", "problem"])


def case_of(subject: Subject) -> Case:
    """The open case at this gemeente, else the last one."""
    person = person_with_bsn(subject.bsn)
    cases = Case.objects.filter(person=person, gemeente=subject.message.gemeente).select_related(
        "person", "gemeente"
    )
    open_first = (
        sorted(cases, key=lambda case: (case.status == Status.OPEN, case.opened_on, case.pk))
        if person
        else []
    )
    if not open_first:
        raise CannotHandleError(
            "Uw gemeente heeft geen dossier van deze persoon. Zoek uit of de persoon hier hoort. Open dan eerst een "
            "dossier en probeer het opnieuw."
        )
    return open_first[-1]


def show(subject: Subject, case: Case, more: str = "") -> None:
    record_event(
        case=case, kind=EventKind.NOTIFIED, text=subject.event.sentence + more, by=None, data=data_of(subject)
    )


def data_of(subject: Subject) -> dict[str, Any]:
    registered_at = subject.message.registered_at.isoformat()
    return {"event": subject.event.code, "registered_at": registered_at, "message_id": subject.message.pk}


def keep_fact(case: Case, kind: FactKind, content: Mapping[str, Any]) -> None:
    plain = {name: value.isoformat() if isinstance(value, date) else value for name, value in content.items()}
    DuoFact.objects.update_or_create(
        case=case, kind=kind, defaults={"content": plain, "fetched_at": timezone.now()}
    )


def retry_what_came_early(opened_by: IncomingMessage) -> None:
    """DUO's order isn't ours: what got stuck since this person had no dossier can be handled now that there is one."""
    early = IncomingMessage.objects.filter(
        gemeente_id=opened_by.gemeente_id, person_index=opened_by.person_index, state=IncomingState.STUCK
    )
    if opened_by.person_index:
        early.update(state=IncomingState.RECEIVED, next_attempt_at=timezone.now(), attempts=0)
