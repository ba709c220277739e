"""Messages on their way while the worker, beat, Valkey and PostgreSQL are killed one after the other: none is lost, and no
mail that the mail server confirmed goes twice.
"""

import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from kombu import Connection
from runtime import postgres, processes

from inburgering.celery import app
from tests.contact.mail_server import Behaviour, MailServer, mail_server
from tests.journeys.conftest import wait_for
from tests.journeys.test_sweep_faults import Plant

NEWCOMERS, COUNT = 3, 54
# A new dossier brings a first message of its own.
OURS = "channel = 'mail' AND source LIKE 'proef:%'"
SEED = f"""
import django; django.setup()
from contact.enums.notices import Channel, NoticeKind
from contact.models import ContactPreference
from contact.services.notices import make_notices
from tests.factories import CaseFactory
for newcomer in range({NEWCOMERS}):
    case = CaseFactory()
    case.person.email = f"yusuf{{newcomer}}@example.nl"
    case.person.save()
    ContactPreference.objects.create(person=case.person, quiet_from="00:00", quiet_until="00:00", daily_cap=20)
    for number in range({COUNT} // {NEWCOMERS}):
        make_notices(
            case=case, person=case.person, kind=NoticeKind.FREE, source=f"proef:{{number}}", channels=[Channel.MAIL],
            context={{"message": f"Bericht {{number}}", "translation": ""}},
        )
"""


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_server() as server:
        server.behaviour = Behaviour(pauses={".": 0.2})
        yield server


@pytest.fixture
def plant(server: MailServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plant]:
    # Processes die here, not the machine: what PostgreSQL gave to the kernel stays.
    monkeypatch.setattr(postgres, "start", partial(postgres.start, durable=False))
    with tempfile.TemporaryDirectory(prefix="inburgering-mail-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o711)
        mail = {
            "MAIL_ADAPTER": "smtp", "MAIL_FROM": "post@waterveen.example", "MAIL_HOST": "127.0.0.1",
            "MAIL_PORT": str(server.port), "MAIL_STARTTLS": "false",
        }  # fmt: skip
        # Outside the tests' own settings: a worker keeps its connections in a pool.
        plain = {"TEST_DB_NAME": "", "TESTING": "false", "DATABASE_POOL": "4", "LOG_LEVEL": "WARNING"}
        plant = Plant(folder, dict(os.environ) | plain | mail)
        try:
            plant.start_postgres()
            plant.start_valkey()
            plant.migrate()
            plant.manage("-c", SEED)
            plant.start("worker")
            plant.start("beat")
            yield plant
        finally:
            servers = [plant.children.pop(part) for part in ("postgres", "valkey") if part in plant.children]
            processes.stop(list(plant.children.values()))
            processes.stop(servers)
            for log in sorted(folder.glob("*.log")):
                sys.stdout.write(f"--- {log.name}\n{log.read_text(errors='replace')[-2000:]}\n")


def send(plant: Plant) -> None:
    """What beat asks every minute."""
    plant.sql("UPDATE contact_notice SET next_attempt_at = now() WHERE state = 'wacht'")
    with Connection(plant.env["REDIS_URL"]) as broker:
        app.send_task("contact.tasks.send_notices", queue="klok", connection=broker)


def end_claims(plant: Plant) -> None:
    """As if the time had passed in which whoever took a message may still be sending it."""
    plant.sql("UPDATE contact_notice SET next_attempt_at = now() WHERE state = 'bezig'")


def left(plant: Plant, *states: str) -> int:
    listed = ", ".join(f"'{state}'" for state in states)
    return plant.sql(f"SELECT count(*) FROM contact_notice WHERE state IN ({listed})")[0][0]


def test_everything_is_killed_once_while_messages_go_out(plant: Plant, server: MailServer) -> None:
    received = 0
    for part, start in (
        ("worker", lambda: plant.start("worker")), ("beat", lambda: plant.start("beat")),
        ("valkey", plant.start_valkey), ("postgres", plant.start_postgres),
    ):  # fmt: skip
        send(plant)
        wait_for(lambda: len(server.received) >= received + 3, what="three more mails")  # noqa: B023
        plant.kill(part)
        assert len(server.received) < COUNT
        if part == "worker":
            end_claims(plant)  # All of them are the dead one's.
        start()
        received = len(server.received)
    wait_for(lambda: left(plant, "wacht") == 0 or send(plant), what="all mails")
    time.sleep(3)  # What is still being sent comes to its end; what the database forgot doesn't.
    end_claims(plant)
    wait_for(
        lambda: left(plant, "wacht", "bezig") == 0 or send(plant), what="the mails that nobody knew about"
    )
    rows = plant.sql("SELECT state, may_have_arrived, problem FROM contact_notice WHERE " + OURS)
    states = Counter((state, maybe) for state, maybe, _ in rows)
    sent, maybe = states["verstuurd", False], states["mislukt", True]
    assert sent + maybe == len(rows) == COUNT, rows
    # The one on its way when the worker died, and the one when the database did: never are two sent at the same time.
    assert maybe <= 2
    times = Counter(str(mail["Message-ID"]) for mail in server.received)
    assert set(times.values()) == {1}
    confirmed = plant.sql("SELECT message_id FROM contact_notice WHERE state = 'verstuurd' AND " + OURS)
    assert {str(row[0]) for row in confirmed} <= set(times)
