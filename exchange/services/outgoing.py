"""The outbox to DUO: made from case events, sent until DUO has taken or refused it."""

import random
from collections.abc import Callable
from datetime import date, datetime, timedelta

import structlog
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from cases.enums import Group
from cases.models import CaseEvent, EventDelivery
from cases.services import record_event, take_delivery
from exchange.enums import Channel, EventKind, OutgoingState
from exchange.models import OutgoingMessage
from exchange.rules.duo import is_same_pip, pip_message
from exchange.rules.retries import gives_up, may_follow, wait_before
from exchange.services import duo
from exchange.services.http import NotOursError, OutageError, RefusedError, UnknownPersonError
from inburgering.kit.dutch import format_date
from pip_plans.enums import EventKind as PipEventKind
from pip_plans.models import PipVersion
from pip_plans.selectors import duo_obstacles_of

logger = structlog.get_logger(__name__)

LEASE = timedelta(minutes=10)
_UNDER_WAY = (OutgoingState.WAITING, OutgoingState.SENDING)
_UNKNOWN_FAULT = "Er ging iets mis in dit programma. De beheerder kan in de logs zien wat."


# --- From event to message ------------------------------------------------------------------------------


def read_events(*, at_most: int = 500) -> list[int]:
    """Makes a message of each established PIP that has none yet. Answers their ids, for sending at once."""
    delivered = EventDelivery.objects.filter(event=OuterRef("pk"), channel=Channel.DUO_PIP)
    events = CaseEvent.objects.filter(~Exists(delivered), kind=PipEventKind.VASTGESTELD).order_by("id")
    made = [_make_message(event) for event in events.select_related("case")[:at_most]]
    return [message.pk for message in made if message]


@transaction.atomic
def _make_message(event: CaseEvent) -> OutgoingMessage | None:
    if not take_delivery(event=event, channel=Channel.DUO_PIP):
        return None
    version = PipVersion.objects.get(pk=event.data["version_id"])
    body = pip_message(
        established_on=date.fromisoformat(event.data["established_on"]),
        leerroute=version.leerroute,
        niveau=version.niveau,
        intensity_hours=version.intensity_hours,
        may_finish_education=version.may_finish_education,
        alphabetisation=version.alphabetisation,
        is_asylum=event.case.group == Group.ASIELSTATUSHOUDER,
    )
    return OutgoingMessage.objects.create(event=event, channel=Channel.DUO_PIP, case=event.case, body=body)


# --- Sending ------------------------------------------------------------------------------------------------


def send_message(*, message_id: int) -> None:
    """Sends one message if it is due. The questions to DUO are asked outside any transaction."""
    if not (message := _claim(message_id)):
        return
    try:
        _check(message)
        _register(message)
    except OutageError as error:
        _try_later(message, str(error), may_have_arrived=error.may_have_arrived)
    except RefusedError as error:
        _is_refused(message, error.reasons or (str(error),))
    except (NotOursError, UnknownPersonError) as error:
        _is_refused(message, (str(error),))
    except Exception:
        logger.exception("outgoing_message_failed", message=message.pk)
        _try_later(message, _UNKNOWN_FAULT, may_have_arrived=True)
    else:
        _is_accepted(message)


def send_waiting_messages(*, at_most: int = 200) -> int:
    """Sends what is due, in the order of the events, and takes up again what a worker left in the middle. Answers how many."""
    due = OutgoingMessage.objects.filter(state__in=_UNDER_WAY, next_attempt_at__lte=timezone.now())
    ids = list(due.order_by("id").values_list("id", flat=True)[:at_most])
    for message_id in ids:
        send_message(message_id=message_id)
    return len(ids)


@transaction.atomic
def retry_outgoing(*, message: OutgoingMessage) -> None:
    """Tries a refused or failed message again, when a person asks for it, with new patience."""
    message = OutgoingMessage.objects.select_for_update().get(pk=message.pk)
    if message.state != OutgoingState.WAITING:
        _move(message, OutgoingState.WAITING)
    message.next_attempt_at = message.patient_from = timezone.now()
    message.attempts = 0
    message.save(update_fields=["state", "next_attempt_at", "patient_from", "attempts"])


def _claim(message_id: int) -> OutgoingMessage | None:
    """Marks the message as being sent until the lease ends. Who takes it over after that asks DUO first what it has.

    None when it isn't due, another has it, or an earlier message of the same dossier still has to go: DUO refuses a
    PIP that is older than the one it has.
    """
    now = timezone.now()
    earlier = OutgoingMessage.objects.filter(
        case_id=OuterRef("case_id"), id__lt=OuterRef("id"), state__in=_UNDER_WAY
    )
    with transaction.atomic():
        message = (
            OutgoingMessage.objects.select_for_update(skip_locked=True, of=("self",))
            .select_related("case__person", "case__gemeente", "event")
            .filter(~Exists(earlier), pk=message_id, state__in=_UNDER_WAY, next_attempt_at__lte=now)
            .first()
        )
        if message:
            if message.state == OutgoingState.SENDING:
                message.may_have_arrived = True
            else:
                _move(message, OutgoingState.SENDING)
            message.attempts += 1
            message.next_attempt_at = now + LEASE
            message.save(update_fields=["state", "attempts", "next_attempt_at", "may_have_arrived"])
    return message


def _check(message: OutgoingMessage) -> None:
    """DUO's own checks, once more: facts may have changed since the PIP was established."""
    if message.may_have_arrived:
        return
    version = PipVersion.objects.select_related("pip__case__person").get(pk=message.event.data["version_id"])
    if obstacles := duo_obstacles_of(version, today=timezone.localdate()):
        raise RefusedError("Niet verstuurd.", tuple(obstacle.sentence for obstacle in obstacles))


def _register(message: OutgoingMessage) -> None:
    """POST isn't repeatable at DUO: after an unknown outcome we look first whether the PIP stands there already."""
    gemeente, bsn = message.case.gemeente, message.case.person.bsn
    if message.may_have_arrived:
        known = duo.fetch_pip(gemeente=gemeente, bsn=bsn)
        if known and known.gemeente_code == gemeente.code and is_same_pip(message.body, known.content):
            return
    duo.register_pip(gemeente=gemeente, bsn=bsn, message=message.body)


# --- How it ended ---------------------------------------------------------------------------------------------


def _is_accepted(message: OutgoingMessage) -> None:
    def tell(locked: OutgoingMessage) -> None:
        day = format_date(date.fromisoformat(locked.body["dagtekeningPip"]), weekday=False)
        _withdraw_replaced(locked)
        _tell(locked, EventKind.PIP_ACCEPTED, f"DUO heeft het PIP van {day} aangenomen.")

    _finish(message, OutgoingState.ACCEPTED, "", tell)


def _withdraw_replaced(message: OutgoingMessage) -> None:
    """An earlier version that DUO refused needs nobody any more, now that DUO has a later one."""
    replaced = OutgoingMessage.objects.select_for_update().filter(
        case_id=message.case_id, id__lt=message.pk, state__in=(OutgoingState.REFUSED, OutgoingState.FAILED)
    )
    replaced.update(state=OutgoingState.WITHDRAWN, problem="Vervangen door een later PIP.")


def _is_refused(message: OutgoingMessage, reasons: tuple[str, ...]) -> None:
    words = " ".join(reasons)

    def tell(locked: OutgoingMessage) -> None:
        text = f"DUO weigert het PIP. {words} Verander het PIP, of neem contact op met DUO."
        _tell(locked, EventKind.PIP_REFUSED, text, reasons=list(reasons))

    _finish(message, OutgoingState.REFUSED, words, tell)


def _try_later(message: OutgoingMessage, problem: str, *, may_have_arrived: bool) -> None:
    now = timezone.now()
    message.may_have_arrived = message.may_have_arrived or may_have_arrived
    if gives_up(first_at=message.patient_from, now=now):
        problem = f"{problem} Wij hebben het {message.attempts} keer geprobeerd."

        def tell(locked: OutgoingMessage) -> None:
            _tell(locked, EventKind.PIP_FAILED, f"Het PIP is nog niet bij DUO. {problem}")

        _finish(message, OutgoingState.FAILED, problem, tell)
        return
    luck = random.random()  # noqa: S311
    _finish(
        message,
        OutgoingState.WAITING,
        problem,
        next_attempt_at=now + wait_before(message.attempts, luck=luck),
    )


def _finish(
    message: OutgoingMessage, state: OutgoingState, problem: str,
    tell: Callable[[OutgoingMessage], None] | None = None, *, next_attempt_at: datetime | None = None,
) -> None:  # fmt: skip
    """Leaves the state of sending, once: who lost the lease to another worker changes nothing."""
    with transaction.atomic():
        locked = (
            OutgoingMessage.objects.select_for_update().select_related("case", "event").get(pk=message.pk)
        )
        if locked.state != OutgoingState.SENDING:
            return
        _move(locked, state)
        locked.problem, locked.may_have_arrived = problem[:1000], message.may_have_arrived
        locked.done_at = None if state == OutgoingState.WAITING else timezone.now()
        locked.next_attempt_at = next_attempt_at or locked.next_attempt_at
        locked.save(update_fields=["state", "problem", "may_have_arrived", "done_at", "next_attempt_at"])
        if tell:
            tell(locked)


def _move(message: OutgoingMessage, state: OutgoingState) -> None:
    """Changes the state in memory, by the table."""
    before = OutgoingState(message.state)
    if not may_follow(before, state):
        raise ValidationError(f"Dit bericht is al klaar ({before.label.lower()}).")
    message.state = state


def _tell(message: OutgoingMessage, kind: EventKind, text: str, **data: object) -> None:
    about = {"outgoing_id": message.pk, "version_id": message.event.data["version_id"]}
    record_event(case=message.case, kind=kind, text=text, by=None, data=about | data)
