"""Work that follows a message or a case event. Each task may run twice, or never: the clock starts it again."""

import time

from celery import shared_task

from exchange.services.contacts import keep_contacts
from exchange.services.incoming import LINGER_SECONDS, handle_message, handle_waiting
from exchange.services.outgoing import read_events, send_message, send_waiting_messages
from inburgering.kit.after_commit import queue
from inburgering.kit.turns import alone

TURN_SECONDS = 30


@shared_task
def process_message(message_id: int) -> None:
    handle_message(message_id=message_id)


@shared_task
def process_waiting() -> None:
    """Handles what is due until nothing has come for a moment. Takes no place for long: what is left gets the next turn."""
    end = time.monotonic() + TURN_SECONDS
    while time.monotonic() < end:
        while handle_waiting() and time.monotonic() < end:
            pass
        time.sleep(LINGER_SECONDS)
        if not handle_waiting():
            return
    queue("exchange.tasks.process_waiting")


@shared_task
@alone
def read_case_events() -> None:
    """Makes messages to DUO of the case events that ask for one."""
    for message_id in read_events():
        queue("exchange.tasks.send_outgoing", message_id)


@shared_task
def send_outgoing(message_id: int) -> None:
    send_message(message_id=message_id)


@shared_task
@alone
def send_waiting() -> None:
    send_waiting_messages()


@shared_task
@alone
def keep_duo_contacts() -> None:
    """A colleague's own details at DUO follow ours; and what lacked them goes out."""
    keep_contacts()
