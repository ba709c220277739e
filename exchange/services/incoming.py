"""Notifications of DUO: keep them first, handle them after."""

import random
import time
import uuid
from datetime import datetime, timedelta

import structlog
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from accounts.selectors import gemeente_by_oin
from exchange.enums import IncomingState
from exchange.models import IncomingMessage
from exchange.rules.notification import Notification, parse
from exchange.rules.retries import gives_up, wait_before
from exchange.services.acts import act_on
from exchange.services.http import ChainError, OutageError
from inburgering.kit.after_commit import queue
from inburgering.kit.encryption import blind_index, encrypt

logger = structlog.get_logger(__name__)

LEASE = timedelta(minutes=10)
"""How long a worker may be busy with a message before another one takes it: longer than a task may run."""
_GEMEENTE_SECONDS = 60
_SHORTEST_REASON = 10
_UNKNOWN_FAULT = "Er ging iets mis in dit programma. De beheerder kan in de logs zien wat."

WAKE_UP_SECONDS = 0.25
LINGER_SECONDS = 0.5
"""A task that handles messages waits this long for more: longer than a wake-up is held back."""

_gemeenten: dict[str, tuple[int, float]] = {}
_woken_at = -1.0

# One statement, one commit: the fewest steps between DUO's question and our 201.
_KEEP = """
INSERT INTO exchange_incomingmessage
    (message_id, gemeente_id, event, person_index, registered_at, received_at, raw, state, attempts, next_attempt_at, problem)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, 0, %s, '')
ON CONFLICT DO NOTHING
RETURNING id
"""


def gemeente_id_of(oin: str) -> int | None:
    """The gemeente with this OIN; remembered for a minute, since every notification asks."""
    known = _gemeenten.get(oin)
    if known and known[1] > time.monotonic():
        return known[0]
    gemeente = gemeente_by_oin(oin)
    if gemeente is None:
        return None
    _gemeenten[oin] = (gemeente.pk, time.monotonic() + _GEMEENTE_SECONDS)
    return gemeente.pk


def keep_notification(
    *, message_id: uuid.UUID, gemeente_id: int, notification: Notification, body: bytes
) -> int | None:
    """Stores the raw message durably. None when it was there already, by its berichtId or by what it says."""
    now = timezone.now()
    key = notification.person_key
    values = (
        message_id,
        gemeente_id,
        notification.event,
        blind_index(key) if key else "",
        notification.registered_at,
        now,
        encrypt(body.decode()),
        IncomingState.RECEIVED.value,
        now,
    )
    with connection.cursor() as cursor:
        cursor.execute(_KEEP, values)
        row = cursor.fetchone()
    return row[0] if row else None


def wake_up() -> None:
    """Starts the handling of what came in, at most a few times a second from each process.

    DUO sends thousands of notifications in a minute; one task can handle them all, and a queue of thousands of tasks
    would cost more than the messages themselves.
    """
    global _woken_at  # noqa: PLW0603
    now = time.monotonic()
    if now - _woken_at >= WAKE_UP_SECONDS:
        _woken_at = now
        queue("exchange.tasks.process_waiting")


def handle_message(*, message_id: int) -> None:
    """Does what the message asks, once. Questions to DUO and the BRP are asked outside any transaction."""
    if not (message := _claim(message_id)):
        return
    try:
        act_on(message=message, notification=parse(message.raw.encode()))
    except OutageError as error:
        _try_later(message, str(error))
    except ChainError as error:
        _is_stuck(message, str(error))
    except ValidationError as error:
        _is_stuck(message, " ".join(error.messages))
    except Exception:
        # One message with a surprise in it must not hold up the others, and must be seen by people.
        logger.exception("incoming_message_failed", message=message.pk, duo_event=message.event)
        _is_stuck(message, _UNKNOWN_FAULT)


def handle_waiting(*, at_most: int = 200) -> int:
    """Handles what is due, oldest first; what another worker has, it leaves alone. Answers how many it took."""
    due = IncomingMessage.objects.filter(state=IncomingState.RECEIVED, next_attempt_at__lte=timezone.now())
    ids = list(due.order_by("next_attempt_at", "id").values_list("id", flat=True)[:at_most])
    for message_id in ids:
        handle_message(message_id=message_id)
    return len(ids)


@transaction.atomic
def retry_incoming(*, message: IncomingMessage) -> None:
    """Puts a message that is stuck back in the queue, when a person asks for it."""
    message = _open_message(message)
    message.state, message.next_attempt_at, message.attempts = IncomingState.RECEIVED, timezone.now(), 0
    message.save(update_fields=["state", "next_attempt_at", "attempts"])


@transaction.atomic
def settle_incoming(*, message: IncomingMessage, reason: str, by: User) -> None:
    """Takes a message off the list that we can't handle and needn't: people did, and say how."""
    message = _open_message(message)
    if message.state != IncomingState.STUCK:
        raise ValidationError("Dit bericht wordt nog verwerkt. Wacht op de volgende poging.")
    if len(reason.strip()) < _SHORTEST_REASON:
        raise ValidationError("Schrijf in een zin hoe u dit bericht hebt afgedaan.")
    message.state, message.settled_by, message.settled_reason = (
        IncomingState.SETTLED,
        by,
        reason.strip()[:300],
    )
    message.save(update_fields=["state", "settled_by", "settled_reason"])


def _open_message(message: IncomingMessage) -> IncomingMessage:
    message = IncomingMessage.objects.select_for_update().get(pk=message.pk)
    if message.state in {IncomingState.HANDLED, IncomingState.SETTLED}:
        raise ValidationError(f"Dit bericht is al {message.get_state_display().lower()}.")
    return message


def _claim(message_id: int) -> IncomingMessage | None:
    """Takes the message for this worker until the lease ends. None when it isn't due, or another has it."""
    now = timezone.now()
    with transaction.atomic():
        message = (
            IncomingMessage.objects.select_for_update(skip_locked=True, of=("self",))
            .select_related("gemeente")
            .filter(Q(next_attempt_at__lte=now), pk=message_id, state=IncomingState.RECEIVED)
            .first()
        )
        if message:
            message.attempts += 1
            message.next_attempt_at = now + LEASE
            message.save(update_fields=["attempts", "next_attempt_at"])
    return message


def _try_later(message: IncomingMessage, problem: str) -> None:
    now = timezone.now()
    if gives_up(first_at=message.received_at, now=now) and message.attempts > 1:
        _is_stuck(message, f"{problem} Wij hebben het {message.attempts} keer geprobeerd.")
        return
    _save_outcome(message, IncomingState.RECEIVED, problem, next_attempt_at=now + _wait(message.attempts))


def _is_stuck(message: IncomingMessage, problem: str) -> None:
    _save_outcome(message, IncomingState.STUCK, problem, next_attempt_at=message.next_attempt_at)


def _save_outcome(
    message: IncomingMessage, state: IncomingState, problem: str, *, next_attempt_at: datetime
) -> None:
    IncomingMessage.objects.filter(pk=message.pk, state=IncomingState.RECEIVED).update(
        state=state, problem=problem[:1000], next_attempt_at=next_attempt_at
    )


def _wait(attempts: int) -> timedelta:
    return wait_before(attempts, luck=random.random())  # noqa: S311


def clear_gemeente_memory() -> None:
    """Forgets which OIN is whose; for a change of OIN, and for tests."""
    _gemeenten.clear()
