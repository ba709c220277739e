"""Work that follows from an appointment, a request or a case event. Each task may run twice, or never: the clock starts it
again.
"""

from celery import shared_task
from django.utils import timezone

from contact.services.notices.following import ask_after_sms
from contact.services.notices.reading import read_events
from contact.services.notices.sending import send_due
from contact.services.requests import tell_long_waiters

BATCH = 100


@shared_task
def read_case_events() -> None:
    """Makes messages to newcomers of the case events that ask for one."""
    read_events()


@shared_task
def send_notices() -> None:
    """Sends what is due, batch by batch, until nothing is left."""
    while send_due(batch=BATCH) == BATCH:
        pass


@shared_task
def follow_sms() -> None:
    """Asks the SMS service how our messages stand."""
    ask_after_sms()


@shared_task
def tell_who_waits_long() -> None:
    """Tells newcomers who asked four weeks ago where their request stands."""
    while tell_long_waiters(today=timezone.localdate(), limit=BATCH) == BATCH:
        pass
