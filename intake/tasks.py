"""Work of the intake that the clock starts. Each task may run twice."""

from celery import shared_task

from inburgering.kit.turns import alone
from intake.services import settle_due_summonses


@shared_task
@alone
def settle_summonses() -> None:
    """Asks who missed an oproep why, and ends its term, also when the outcome was written down on another page."""
    settle_due_summonses()
