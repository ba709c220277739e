"""The outbox to DUO: made from case events, sent until DUO has taken or refused it."""

import random
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from accounts.models import User
from cases.models import CaseEvent, EventDelivery, ParkedEvent
from cases.services import park_event, record_event, take_delivery, unpark_event
from exchange.enums import OutgoingState
from exchange.models import OutgoingMessage
from exchange.rules.retries import gives_up, may_follow, wait_before
from exchange.services.channels import SUBJECTS, Subject, Words, sentence_of
from exchange.services.http import NotOursError, OutageError, RefusedError, UnknownPersonError

logger = structlog.get_logger(__name__)

LEASE = timedelta(minutes=10)
_UNDER_WAY = (OutgoingState.WAITING, OutgoingState.SENDING)
_NOT_GONE = (OutgoingState.WAITING, OutgoingState.REFUSED, OutgoingState.FAILED)
_OVERTAKEN = "Vervangen door een nieuwere wijziging."
_REPLACED = "Vervangen door een later bericht dat DUO wel aannam."
_SHORTEST_REASON = 10
_UNKNOWN_FAULT = "Er ging iets mis in dit programma. De beheerder kan in de logs zien wat."


# --- From event to message ------------------------------------------------------------------------------


def read_events(*, at_most: int = 500) -> list[int]:
    """Makes a message of each event that DUO must know of and that has none yet. Answers their ids, for sending at once."""
    return [pk for subject in SUBJECTS.values() for pk in _read_events_of(subject, at_most)]


def _read_events_of(subject: Subject, at_most: int) -> list[int]:
    made, held = [], set[int]()
    while events := list(_unread(subject)[:at_most]):
        for event in events:
            if event.case_id in held:
                continue
            try:
                made.append(_make_message(subject, event))
            except Exception as error:
                logger.exception("event_not_read", event_id=event.pk, kind=event.kind)
                park_event(event=event, channel=subject.channel, error=error)
                held.add(event.case_id)
        if len(events) < at_most:
            break
    return [message.pk for message in made if message]


def _unread(subject: Subject) -> QuerySet[CaseEvent]:
    """Events without a message, in their order. One that failed waits for its next attempt, and with it only what comes
    later in the same dossier: DUO must hear of that in order.
    """
    delivered = EventDelivery.objects.filter(event=OuterRef("pk"), channel=subject.channel)
    parked = ParkedEvent.objects.filter(channel=subject.channel)
    waits = parked.filter(event=OuterRef("pk"), next_attempt_at__gt=timezone.now())
    comes_after = parked.filter(event__case=OuterRef("case"), event__lt=OuterRef("pk"))
    events = CaseEvent.objects.filter(~Exists(delivered), ~Exists(waits), ~Exists(comes_after))
    return events.filter(kind__in=subject.asked_by).select_related("case").order_by("id")


@transaction.atomic
def _make_message(subject: Subject, event: CaseEvent) -> OutgoingMessage | None:
    """None when the event is taken already, or asks DUO for nothing."""
    unpark_event(event=event, channel=subject.channel)
    if not take_delivery(event=event, channel=subject.channel) or (body := subject.body(event)) is None:
        return None
    if subject.only_latest_counts:
        _withdraw_older(event, subject)
    return OutgoingMessage.objects.create(
        event=event, channel=subject.channel, case=event.case, body=dict(body)
    )


def _withdraw_older(event: CaseEvent, subject: Subject) -> None:
    """What hasn't reached DUO needs nobody any more, now that a newer change is there."""
    older = OutgoingMessage.objects.select_for_update().filter(
        case_id=event.case_id, channel=subject.channel, event_id__lt=event.pk, state__in=_NOT_GONE
    )
    older.update(state=OutgoingState.WITHDRAWN, problem=_OVERTAKEN, done_at=timezone.now())


# --- Sending ------------------------------------------------------------------------------------------------


def send_message(*, message_id: int) -> None:
    """Sends one message if it is due. The questions to DUO are asked outside any transaction."""
    if not (message := _claim(message_id)):
        return
    try:
        SUBJECTS[message.channel].send(message)
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


@transaction.atomic
def settle_outgoing(*, message: OutgoingMessage, reason: str, by: User) -> None:
    """Takes a message off the list that DUO doesn't take from us: people told DUO in another way, and say how."""
    message = (
        OutgoingMessage.objects.select_for_update(of=("self",))
        .select_related("case", "event")
        .get(pk=message.pk)
    )
    reason = reason.strip()
    if len(reason) < _SHORTEST_REASON:
        raise ValidationError("Schrijf in een zin hoe u dit bericht hebt afgedaan.")
    if message.state not in {OutgoingState.REFUSED, OutgoingState.FAILED}:
        raise ValidationError("Dit bericht is nog onderweg, of het is al klaar.")
    _move(message, OutgoingState.SETTLED)
    message.settled_by, message.settled_reason, message.done_at = by, reason[:300], timezone.now()
    message.save(update_fields=["state", "settled_by", "settled_reason", "done_at"])
    record_event(
        case=message.case, kind=SUBJECTS[message.channel].withdrawn.kind, by=by,
        text=f"{message.get_channel_display()}: met de hand geregeld. {reason}", data={"outgoing_id": message.pk},
    )  # fmt: skip


def _claim(message_id: int) -> OutgoingMessage | None:
    """Marks the message as being sent until the lease ends. Who takes it over after that asks DUO first what it has.

    None when it isn't due, another has it, or an earlier message of the same dossier still has to go: DUO refuses a
    PIP that is older than the one it has.
    """
    now = timezone.now()
    earlier = OutgoingMessage.objects.filter(
        case_id=OuterRef("case_id"), channel=OuterRef("channel"), id__lt=OuterRef("id"), state__in=_UNDER_WAY
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


# --- How it ended ---------------------------------------------------------------------------------------------


def _is_accepted(message: OutgoingMessage) -> None:
    subject = SUBJECTS[message.channel]

    def tell(locked: OutgoingMessage) -> None:
        if subject.is_replaced_by_later:
            _withdraw_replaced(locked)
        _tell(locked, subject.accepted)

    _finish(message, OutgoingState.ACCEPTED, "", tell)


def _withdraw_replaced(message: OutgoingMessage) -> None:
    """An earlier version that DUO refused needs nobody any more, now that DUO has a later one."""
    replaced = OutgoingMessage.objects.select_for_update().filter(
        case_id=message.case_id, channel=message.channel, id__lt=message.pk,
        state__in=(OutgoingState.REFUSED, OutgoingState.FAILED),
    )  # fmt: skip
    replaced.update(state=OutgoingState.WITHDRAWN, problem=_REPLACED)


def _is_refused(message: OutgoingMessage, reasons: tuple[str, ...]) -> None:
    words = " ".join(reasons)

    def tell(locked: OutgoingMessage) -> None:
        _tell(locked, SUBJECTS[message.channel].refused, words, reasons=list(reasons))

    _finish(message, OutgoingState.REFUSED, words, tell)


def _try_later(message: OutgoingMessage, problem: str, *, may_have_arrived: bool) -> None:
    now = timezone.now()
    message.may_have_arrived = message.may_have_arrived or may_have_arrived
    if gives_up(first_at=message.patient_from, now=now):
        problem = f"{problem} Wij hebben het {message.attempts} keer geprobeerd."

        def tell(locked: OutgoingMessage) -> None:
            _tell(locked, SUBJECTS[message.channel].failed, problem)

        _finish(message, OutgoingState.FAILED, problem, tell)
        return
    if _is_overtaken(message):
        _finish(message, OutgoingState.WITHDRAWN, _OVERTAKEN)
        return
    luck = random.random()  # noqa: S311
    _finish(
        message,
        OutgoingState.WAITING,
        problem,
        next_attempt_at=now + wait_before(message.attempts, luck=luck),
    )


def _is_overtaken(message: OutgoingMessage) -> bool:
    """A newer change waits behind this one. It also mends whatever this one may have done halfway."""
    newer = OutgoingMessage.objects.filter(
        case_id=message.case_id, channel=message.channel, id__gt=message.pk, state__in=_UNDER_WAY
    )
    return SUBJECTS[message.channel].only_latest_counts and newer.exists()


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


def _tell(message: OutgoingMessage, words: Words, said: str = "", **data: object) -> None:
    about = SUBJECTS[message.channel].about(message)
    text = sentence_of(words, message, said)
    record_event(case=message.case, kind=words.kind, text=text, by=None, data=about | data)
