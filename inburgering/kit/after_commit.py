"""Queues a task when, and only when, the transaction that asks for it has been committed."""

import structlog
from django.db import transaction
from kombu.exceptions import OperationalError

from inburgering.celery import app

logger = structlog.get_logger(__name__)


def queue(task_name: str, *ids: int) -> None:
    """Sends the task by name after commit.

    A broker that is down doesn't hurt: what the task must do stands in a table, and the same task finds it
    again when its turn on the clock comes (`CELERY_BEAT_SCHEDULE`).
    """
    transaction.on_commit(lambda: send(task_name, *ids), robust=True)


def send(task_name: str, *ids: int) -> None:
    """Sends the task by name, now. A broker that is down is logged."""
    try:
        app.send_task(task_name, args=ids)
    except (OperationalError, OSError) as error:
        logger.warning("task_not_queued", task=task_name, error=str(error))
