"""Work of the PIP that the clock starts. It may run twice, or late."""

from celery import shared_task
from django.utils import timezone

from inburgering.kit.turns import alone
from pip_plans import services


@shared_task
@alone
def promise_next_steps() -> None:
    """Every hour, so that who is ahead of the plan stands on the list within a day (PP-07)."""
    services.promise_next_steps(today=timezone.localdate())
