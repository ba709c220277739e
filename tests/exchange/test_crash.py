"""A worker that is killed in the middle of its work leaves nothing lost and nothing double."""

import os
import subprocess
import sys
import time
import uuid
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from accounts.models import Gemeente
from cases.models import Case
from exchange.enums import IncomingState
from exchange.models import IncomingMessage
from exchange.rules.notification import parse
from exchange.services.incoming import handle_waiting, keep_notification
from tests.exchange.chain import YUSUF, Chain
from tests.factories import StaffFactory, TeamFactory

HANDLE = "import django; django.setup(); from exchange.tasks import process_message; process_message({})"

SEND = """
import os, signal
import django
django.setup()
from exchange.services import duo
whole = duo.{function}

def killed(**question):
    if {after}:
        whole(**question)
    os.kill(os.getpid(), signal.SIGKILL)

duo.{function} = killed
from exchange.tasks import send_waiting
send_waiting()
"""


def kill_while_sending(chain: Chain, function: str, *, after: bool) -> None:
    """A worker of its own sends what waits, and dies by SIGKILL just before or after DUO took it."""
    worker = subprocess.run(
        [sys.executable, "-c", SEND.format(function=function, after=after)],
        cwd=settings.BASE_DIR, env=_environment(chain), timeout=120, check=False,
    )  # fmt: skip
    assert worker.returncode == -9


@pytest.mark.django_db(transaction=True)
def test_a_killed_worker_leaves_its_message_to_the_next(chain: Chain, zonnedijk: Gemeente) -> None:
    StaffFactory(team=TeamFactory(gemeente=zonnedijk))
    body = f'{{"registratieDatumTijd": "2026-03-02T09:15:00Z", "gebeurtenisId": "SS139", "bsn": "{YUSUF}"}}'.encode()
    row_id = keep_notification(
        message_id=uuid.uuid4(), gemeente_id=zonnedijk.pk, notification=parse(body), body=body
    )
    chain.control("storing", part="brp", delay_ms=20_000)
    worker = subprocess.Popen(
        [sys.executable, "-c", HANDLE.format(row_id)], cwd=settings.BASE_DIR, env=_environment(chain)
    )
    until = time.monotonic() + 60
    while len(chain.world.received) < 2 and time.monotonic() < until:
        time.sleep(0.05)
    worker.kill()
    worker.wait()
    message = IncomingMessage.objects.get()
    assert (message.state, message.attempts) == (IncomingState.RECEIVED, 1)
    assert message.next_attempt_at > timezone.now() + timedelta(minutes=5)  # the dead worker's lease
    assert not Case.objects.exists()

    chain.control("storing", part="brp")
    IncomingMessage.objects.update(next_attempt_at=timezone.now())
    assert handle_waiting() == 1
    assert IncomingMessage.objects.get().state == IncomingState.HANDLED
    assert Case.objects.count() == 1


def _environment(chain: Chain) -> dict[str, str]:
    """The worker works in the test database, with the sandbox of this test."""
    at = connection.settings_dict
    url = f"postgres://{at['USER']}:{at['PASSWORD']}@{at['HOST']}:{at['PORT']}/{at['NAME']}"
    return os.environ | {
        "DATABASE_URL": url, "DUO_BASE_URL": f"{chain.url}/duo", "BRP_BASE_URL": f"{chain.url}/brp",
        "DJANGO_SETTINGS_MODULE": "inburgering.settings",
    }  # fmt: skip
