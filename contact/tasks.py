"""Work that follows from an appointment, a request or a case event. Each task may run twice, or never: the clock starts it
again.
"""

from celery import shared_task
from django.utils import timezone

from contact.services import digest
from contact.services.appointments import (
    cancel_talks_of_closed_cases,
    promise_introductions,
    remind_of_appointments,
)
from contact.services.notices.following import ask_after_sms
from contact.services.notices.reading import read_events
from contact.services.notices.sending import send_due
from contact.services.requests import escalate_without_mandate, tell_long_waiters
from inburgering.kit.turns import alone, wake

BATCH = 100


@shared_task
@alone
def read_case_events() -> None:
    """Makes messages to newcomers of the case events that ask for one."""
    read_events()


@shared_task
@alone
def send_notices() -> None:
    """Sends a batch of what is due; what is left gets the next turn."""
    if send_due(batch=BATCH) == BATCH:
        wake("contact.tasks.send_notices")


@shared_task
@alone
def follow_sms() -> None:
    """Asks the SMS service how our messages stand."""
    ask_after_sms()


@shared_task
@alone
def send_digests() -> None:
    """Sends each colleague the mail of this working day, from half past seven."""
    digest.make_digests(now=timezone.now())
    digest.send_digests()


@shared_task
@alone
def tell_who_waits_long() -> None:
    """Tells newcomers where their request stands when its term has passed, and at four weeks at the latest."""
    while tell_long_waiters(today=timezone.localdate(), limit=BATCH) == BATCH:
        pass


@shared_task
@alone
def move_up_what_lost_its_mandate() -> None:
    """Takes requests to the team lead on the day on which a klantmanager loses the mandate for them."""
    escalate_without_mandate(today=timezone.localdate())


@shared_task
@alone
def remind_of_talks() -> None:
    """A message the day before a talk; none of a talk in a case that was closed."""
    cancel_talks_of_closed_cases(now=timezone.now())
    remind_of_appointments(now=timezone.now())


@shared_task
@alone
def promise_to_get_acquainted() -> None:
    """Starts the promise of each new klantmanager who planned no talk yet."""
    promise_introductions(today=timezone.localdate())
