"""Work of the clock. Each task may run twice, or late: it asks what is due on or before today."""

from celery import shared_task
from django.utils import timezone

from deadlines import services
from deadlines.enums import Part
from inburgering.kit.turns import alone


@shared_task
def heartbeat() -> None:
    services.beat(part=Part.WORKER)


@shared_task
def sweep() -> None:
    """Every hour, so that a day on which the night was missed is caught up in the morning."""
    services.sweep(today=timezone.localdate())


@shared_task
@alone
def keep_klantmanager_promises() -> None:
    """A task of its own: a round that fails may not keep anybody from getting a klantmanager, nor the other way."""
    services.keep_klantmanager_promises(today=timezone.localdate())
