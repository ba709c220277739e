"""The history of a case, which is also the outbox that other apps read."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings

from accounts.models import User
from cases.models import Case, CaseEvent, EventDelivery
from inburgering.kit.after_commit import queue

SYSTEM = "Systeem"


def record_event(
    *, case: Case, kind: str, text: str, by: User | None, data: Mapping[str, Any] | None = None
) -> CaseEvent:
    """Appends to the history, and wakes the readers of events after commit. `by=None` means the system itself."""
    event = CaseEvent.objects.create(
        case=case, kind=kind, text=text, by=by, by_label=by.name if by else SYSTEM, data=dict(data or {})
    )
    for reader in settings.EVENT_READERS:
        queue(reader)
    return event


def take_delivery(*, event: CaseEvent, channel: str) -> bool:
    """True the first time that a channel takes this event, False ever after."""
    _, is_first = EventDelivery.objects.get_or_create(event=event, channel=channel)
    return is_first
