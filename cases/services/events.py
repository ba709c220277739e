"""The history of a case, which is also the outbox that other apps read."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from accounts.models import User
from cases.models import Case, CaseEvent, EventDelivery, ParkedEvent
from cases.rules import wait_before_retry
from inburgering.kit.turns import wake

SYSTEM = "Systeem"

_INSERT = """
    INSERT INTO cases_caseevent (id, case_id, at, by_id, by_label, kind, text, data)
    SELECT id, case_id, %s, NULL, %s, kind, text, data
    FROM unnest(%s::bigint[], %s::bigint[], %s::text[], %s::text[], %s::jsonb[]) AS event (id, case_id, kind, text, data)
"""


@dataclass(frozen=True, kw_only=True)
class SystemEvent:
    """What the system itself did to a case, to be recorded together with many others."""

    case_id: int
    kind: str
    text: str
    data: Mapping[str, Any] = field(default_factory=dict)


def record_event(
    *, case: Case, kind: str, text: str, by: User | None, data: Mapping[str, Any] | None = None
) -> CaseEvent:
    """Appends to the history, and wakes the readers of events after commit. `by=None` means the system itself."""
    event = CaseEvent.objects.create(
        case=case, kind=kind, text=text, by=by, by_label=by.name if by else SYSTEM, data=dict(data or {})
    )
    _wake_readers()
    return event


@transaction.atomic
def record_events(*, events: Sequence[SystemEvent]) -> list[int]:
    """Appends many events in one statement, and wakes the readers once. Answers the ids, in the order of the events."""
    if not events:
        return []
    ids = reserved_ids("cases_caseevent", len(events))
    data = [json.dumps(dict(event.data)) for event in events]
    columns = [[getattr(event, name) for event in events] for name in ("case_id", "kind", "text")]
    with connection.cursor() as cursor:
        cursor.execute(_INSERT, [timezone.now(), SYSTEM, ids, *columns, data])
    _wake_readers()
    return ids


def reserved_ids(table: str, count: int) -> list[int]:
    """Ids for rows that are still to be inserted, so that rows can name each other."""
    sequence = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
    with connection.cursor() as cursor:
        cursor.execute(sequence, [table, count])
        return [row[0] for row in cursor.fetchall()]


def take_delivery(*, event: CaseEvent, channel: str) -> bool:
    """True the first time that a channel takes this event, False ever after."""
    _, is_first = EventDelivery.objects.get_or_create(event=event, channel=channel)
    return is_first


def park_event(*, event: CaseEvent, channel: str, error: Exception) -> None:
    """Puts aside what a channel couldn't take. The text of the error stays in the log: it may hold personal data."""
    now = timezone.now()
    parked, _ = ParkedEvent.objects.get_or_create(event=event, channel=channel, defaults={"since": now})
    parked.attempts += 1
    parked.next_attempt_at = now + wait_before_retry(parked.attempts)
    parked.problem = f"Er ging iets mis in dit programma ({type(error).__name__}). In de logs staat wat."
    parked.save(update_fields=["attempts", "next_attempt_at", "problem"])


def unpark_event(*, event: CaseEvent, channel: str) -> None:
    """The channel has taken it after all."""
    ParkedEvent.objects.filter(event=event, channel=channel).delete()


def retry_parked(*, parked: ParkedEvent) -> None:
    """Makes the event due at once, when a person asks for it, and wakes the readers."""
    ParkedEvent.objects.filter(pk=parked.pk).update(next_attempt_at=timezone.now())
    _wake_readers()


def _wake_readers() -> None:
    for reader in settings.EVENT_READERS:
        wake(reader)
