"""The round along the terms with real processes, each of which dies in the middle: nothing is lost, nothing comes twice.

On a PostgreSQL and a Valkey of its own, so that the servers of the other tests live on.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

import psycopg
import pytest
from kombu import Connection
from psycopg.conninfo import conninfo_to_dict
from runtime import PROJECT, Problem, postgres, processes, valkey

from inburgering.celery import app
from tests.journeys.conftest import wait_for

DUE = 1500
# Every reminder takes a moment, so that a kill falls in the middle of the round.
SLOW = """
    CREATE FUNCTION take_a_moment() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN PERFORM pg_sleep(0.002); RETURN NEW; END $$;
    CREATE TRIGGER take_a_moment BEFORE INSERT ON deadlines_reminder FOR EACH ROW EXECUTE FUNCTION take_a_moment()
"""
# What is committed must survive the end of the process, but not that of the machine: fsync would only cost time.
FAST = {"fsync": "off", "full_page_writes": "off"}
ASKED = """
    SELECT 1 FROM django_celery_beat_periodictask WHERE task = 'deadlines.tasks.sweep' AND last_run_at IS NOT NULL
"""
WAITING = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
BEGIN_AGAIN = """
    TRUNCATE deadlines_reminder, cases_caseevent CASCADE;
    UPDATE deadlines_deadline SET due_on = current_date + 21, next_look_on = current_date
"""


@dataclass
class Plant:
    """Worker, beat and the two servers, each of which can be killed and started again at the same address."""

    folder: Path
    env: dict[str, str]
    children: dict[str, processes.Child] = field(default_factory=dict)
    ports: dict[str, int] = field(default_factory=dict)

    # --- Servers

    def start_postgres(self) -> None:
        with fixed_port(postgres, self.ports.get("postgres")):
            server = wait_for(self._try_postgres, what="PostgreSQL")
        self.children["postgres"], self.env["DATABASE_URL"] = server.child, server.url
        self.ports["postgres"] = int(conninfo_to_dict(server.url)["port"])

    def migrate(self) -> None:
        """From the dump that `./bin/test` made, if it did: migrating takes much longer."""
        if dump := os.environ.get("MIGRATED_DUMP"):
            postgres.load(self.env["DATABASE_URL"], Path(dump))
        else:
            self.manage("manage.py", "migrate", "--verbosity=0")

    def _try_postgres(self) -> postgres.Server | None:
        """None as long as what was killed still holds its memory."""
        try:
            return postgres.start(
                self.folder / "pg", log=self.folder / "pg.log", password="proef", durable=False
            )
        except Problem:
            return None

    def start_valkey(self) -> None:
        with fixed_port(valkey, self.ports.get("valkey")):
            server = valkey.start(self.folder / "vk", log=self.folder / "vk.log", password="proef")
        self.children["valkey"], self.env["REDIS_URL"] = server.child, server.url
        self.ports["valkey"] = int(server.url.rsplit(":", 1)[1].split("/")[0])

    # --- Processes of the product

    def start(self, name: str) -> None:
        part, _, _ = name.partition("-")
        celery = [sys.executable, "-m", "celery", "-A", "inburgering", part, "--loglevel=WARNING"]
        options = {
            "worker": [
                "--pool=threads",
                "--concurrency=4",
                "--without-gossip",
                "--without-mingle",
                f"-n{name}@%h",
            ],
            "beat": [f"--pidfile={self.folder / name}.pid", "--max-interval=1"],
        }
        log = self.folder / f"{name}.log"
        self.children[name] = processes.start(name, [*celery, *options[part]], env=self.env, log=log)

    def kill(self, name: str) -> None:
        """As a machine that loses power would, with all that it started."""
        parent = self.children.pop(name).process
        children = children_of(parent.pid)
        parent.kill()
        for child in children:
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        parent.wait()

    def manage(self, *command: str) -> None:
        subprocess.run([sys.executable, *command], cwd=PROJECT, env=self.env, check=True)

    # --- What it is all about

    def sql(self, statement: str) -> list[tuple[int, ...]]:
        with psycopg.connect(self.env["DATABASE_URL"], autocommit=True, connect_timeout=5) as connection:
            cursor = connection.execute(statement)
            return list(cursor.fetchall()) if cursor.description else []

    @contextmanager
    def standstill(self) -> Iterator[None]:
        """Every round waits for the terms until this ends."""
        with psycopg.connect(self.env["DATABASE_URL"]) as connection:
            connection.execute("LOCK TABLE deadlines_deadline")
            yield

    def ask_for_a_round(self, *, times: int = 1) -> None:
        """What beat does every hour."""
        self._queue("deadlines.tasks.sweep", times=times, queue="klok")

    def receive_messages(self, times: int) -> None:
        """What the web server does with each message of DUO; these have nothing in them."""
        self._queue("exchange.tasks.process_message", 0, times=times)

    def _queue(self, task: str, *ids: int, times: int, queue: str = "celery") -> None:
        with Connection(self.env["REDIS_URL"]) as broker:
            for _ in range(times):
                app.send_task(task, args=ids, queue=queue, connection=broker)

    def waiting_messages(self) -> int:
        with Connection(self.env["REDIS_URL"]) as broker:
            return int(broker.default_channel.client.llen("celery"))

    def introduce_beat(self) -> None:
        """At its very first start, beat asks for everything at once; here nobody has done any of it yet."""
        self.start("beat")
        wait_for(lambda: self.sql(ASKED), seconds=60, what="beat")
        self.kill("beat")
        with Connection(self.env["REDIS_URL"]) as broker:
            app.control.purge(connection=broker)

    def begin_again(self) -> None:
        """All reminders are still to be given, whatever the rounds of an earlier test are doing."""
        wait_for(self._try_begin_again, what="a moment to begin again")

    def _try_begin_again(self) -> bool:
        try:
            self.sql(BEGIN_AGAIN)
        except psycopg.errors.DeadlockDetected:
            return False
        return True

    def an_hour_passes(self) -> None:
        """Everything that beat asks for is due."""
        self.sql("UPDATE django_celery_beat_periodictask SET last_run_at = now() - interval '2 hours'")

    def given(self) -> int:
        return self.sql("SELECT count(*) FROM deadlines_reminder WHERE rung = -21")[0][0]

    def half_way(self) -> int:
        """Waits until a part of the reminders is there, and answers how many."""
        return int(wait_for(self.given, seconds=60, what="the first reminders"))

    def is_half_way(self) -> bool:
        return 0 < self.given() < DUE

    def all_given(self) -> bool:
        return self.given() == DUE

    def assert_each_exactly_once(self) -> None:
        wait_for(self.all_given, seconds=60, what="all reminders")
        reminders, terms, events, open_looks = self.sql("""
            SELECT count(*), count(DISTINCT deadline_id), (SELECT count(*) FROM cases_caseevent
                       WHERE kind = 'termijn.herinnering' AND data ->> 'rung' = '-21'),
                   (SELECT count(*) FROM deadlines_deadline WHERE kind = 'pip' AND next_look_on <= current_date)
            FROM deadlines_reminder JOIN cases_caseevent event ON event.id = event_id
                 AND event.data ->> 'reminder_id' = deadlines_reminder.id::text
            WHERE rung = -21
        """)[0]
        assert (reminders, terms, events, open_looks) == (DUE, DUE, DUE, 0)


@contextmanager
def fixed_port(server: ModuleType, port: int | None) -> Iterator[None]:
    """A server that starts again must come back at the address that others know, and no slower than it need."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(postgres, "CARELESS", FAST)
        if port:
            patch.setattr(server, "free_port", lambda: port)
        yield


def children_of(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [int(child) for child in listed.split()]


@pytest.fixture(scope="module")
def plant() -> Iterator[Plant]:
    with tempfile.TemporaryDirectory(prefix="inburgering-faults-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o711)
        plant = Plant(
            folder, dict(os.environ) | {"TEST_DB_NAME": "", "DATABASE_POOL": "6", "LOG_LEVEL": "WARNING"}
        )
        try:
            plant.start_postgres()
            plant.start_valkey()
            plant.migrate()
            plant.manage("-m", "bench.terms", "dossiers", str(DUE))
            plant.manage("-m", "bench.terms", "ronde", "0", str(DUE), "1")
            plant.sql(SLOW)
            plant.introduce_beat()
            plant.start("worker")
            yield plant
        finally:
            servers = [plant.children.pop(part) for part in ("postgres", "valkey") if part in plant.children]
            processes.stop(list(plant.children.values()))
            processes.stop(servers)
            for log in sorted(folder.glob("*.log")):
                sys.stdout.write(f"--- {log.name}\n{log.read_text(errors='replace')[-2000:]}\n")


@pytest.fixture(autouse=True)
def from_the_start(plant: Plant) -> None:
    plant.begin_again()


def test_a_worker_that_is_killed(plant: Plant) -> None:
    plant.ask_for_a_round()
    plant.half_way()
    plant.kill("worker")
    assert plant.is_half_way()
    plant.start("worker")
    plant.ask_for_a_round()
    plant.assert_each_exactly_once()


def test_postgresql_that_is_killed(plant: Plant) -> None:
    plant.ask_for_a_round()
    plant.half_way()
    plant.kill("postgres")
    plant.start_postgres()
    assert plant.is_half_way()
    plant.ask_for_a_round()
    plant.assert_each_exactly_once()


def test_valkey_that_is_killed(plant: Plant) -> None:
    """The round itself goes on: what is to be done stands in PostgreSQL."""
    plant.ask_for_a_round()
    plant.half_way()
    plant.kill("valkey")
    assert plant.is_half_way()
    time.sleep(0.5)
    plant.start_valkey()
    plant.ask_for_a_round()
    plant.assert_each_exactly_once()


def test_valkey_that_is_killed_while_more_rounds_wait_than_run(plant: Plant) -> None:
    """A worker that held some of them couldn't hand them back, and ended by that."""
    with plant.standstill():
        plant.ask_for_a_round(times=6)
        wait_for(lambda: plant.sql(WAITING) == [(4,)], what="rounds on all threads")
        plant.kill("valkey")
        time.sleep(3)  # Long enough to be noticed.
        plant.start_valkey()
    plant.assert_each_exactly_once()
    plant.begin_again()
    plant.ask_for_a_round()
    plant.assert_each_exactly_once()
    assert not plant.children["worker"].has_ended()


def test_thousands_of_messages_leave_the_clock_its_turn(plant: Plant) -> None:
    plant.receive_messages(1500)
    plant.ask_for_a_round()
    plant.half_way()
    assert plant.waiting_messages()
    plant.assert_each_exactly_once()
    wait_for(lambda: not plant.waiting_messages(), what="the messages themselves")


def test_two_beats_and_two_workers_at_once(plant: Plant) -> None:
    plant.start("worker-2")
    plant.an_hour_passes()
    plant.start("beat-1")
    plant.start("beat-2")
    plant.half_way()
    assert plant.is_half_way()
    plant.assert_each_exactly_once()
    plant.kill("beat-1")
    plant.kill("beat-2")
    plant.kill("worker-2")


def test_a_beat_that_is_killed_and_missed_its_hours(plant: Plant) -> None:
    plant.an_hour_passes()
    plant.start("beat")
    plant.half_way()
    plant.kill("beat")
    assert plant.is_half_way()
    plant.an_hour_passes()
    plant.start("beat")
    plant.assert_each_exactly_once()
    plant.kill("beat")
