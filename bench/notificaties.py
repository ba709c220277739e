"""How many notifications of DUO we store durably, and whether one that got 201 can get lost."""

import os
import signal
import socket
import statistics
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from bench.load import CONNECTIONS, fire
from bench.row import Row

PROJECT = Path(__file__).resolve().parent.parent
DATABASE = "bench_notificaties"
OIN, DUO_OIN = "00000001999901000000", "00000001003214345000"
ROUNDS, SECONDS = 5, 4.0
TARGET = 0.7


def run() -> list[Row]:
    env = _environment()
    _make_database(env)
    ours, bare = _measure(env)
    # Of pairs, since a busy machine hurts both of a pair alike; so it isn't the quotient of the two medians.
    ratio = statistics.median(one / other for one, other in zip(ours, bare, strict=True))
    accepted, missing = _kill_in_the_middle(env)
    return [
        Row(f"notificaties: bewaard bij {CONNECTIONS} verbindingen", statistics.median(ours), "per s"),
        Row("kale INSERT in dezelfde server", statistics.median(bare), "per s"),
        Row("notificaties tegen kale INSERT, midden van 5", ratio, "deel", "≥ 0,7", ratio >= TARGET),
        Row("kill -9: met 201 beantwoord", accepted, "berichten"),
        Row("kill -9: daarvan verdwenen", missing, "berichten", "0", missing == 0 and accepted > 0),
    ]


def _measure(env: dict[str, str]) -> tuple[list[float], list[float]]:
    """Round by round, so that a busy machine hurts both alike. The first round only warms up."""
    ours, bare = [], []
    with _server(env) as (port, _):
        for number in range(ROUNDS + 1):
            seed = number * 10_000_000
            ours.append(fire(port, partial(_notification, uuid.uuid4().hex[:20]), SECONDS, seed).rate)
            bare.append(fire(port, _bare, SECONDS, seed).rate)
    return ours[1:], bare[1:]


def _kill_in_the_middle(env: dict[str, str]) -> tuple[int, int]:
    """Answers how many notifications got 201, and how many of those aren't in the database."""
    with _server(env) as (port, process):
        fire(
            port, _bare, 2.0, (ROUNDS + 1) * 10_000_000
        )  # warm, so that the blow falls in the middle of the work
        threading.Timer(2.0, os.killpg, (process.pid, signal.SIGKILL)).start()
        result = fire(port, partial(_notification, uuid.uuid4().hex[:20]), 4.0, (ROUNDS + 2) * 10_000_000)
    with psycopg.connect(env["DATABASE_URL"]) as connection:
        rows = connection.execute("SELECT message_id::text FROM exchange_incomingmessage").fetchall()
    return len(result.stored), len(set(result.stored) - {row[0] for row in rows})


# --- Requests -------------------------------------------------------------------------------------------


def _notification(run: str, number: int) -> tuple[str, bytes]:
    """A request as DUO sends it, each about another moment."""
    message_id = str(uuid.UUID(f"{run}{number:012x}"))
    moment = f"2026-03-02T09:{number // 60_000_000 % 60:02d}:{number // 1_000_000 % 60:02d}.{number % 1_000_000:06d}Z"
    body = f'{{"registratieDatumTijd":"{moment}","gebeurtenisId":"SS139","bsn":"{100_000_000 + number % 899_999_999}"}}'
    return message_id, _request(
        "/v1/notificaties", body, f"bron: {DUO_OIN}\r\ndoel: {OIN}\r\nberichtId: {message_id}\r\n"
    )


def _bare(number: int) -> tuple[str, bytes]:
    body = f'{{"registratieDatumTijd":"2026-03-02T09:15:00.{number % 1_000_000:06d}Z","gebeurtenisId":"SS139","bsn":"999986387"}}'
    return str(number), _request("/bare", body, "")


def _request(path: str, body: str, headers: str) -> bytes:
    return (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n{headers}"
        f"Content-Length: {len(body)}\r\n\r\n{body}"
    ).encode()


# --- The server -------------------------------------------------------------------------------------------


def _environment() -> dict[str, str]:
    url = urlsplit(os.environ["DATABASE_URL"])
    settings = {
        "DATABASE_URL": urlunsplit(url._replace(path=f"/{DATABASE}")),
        "DJANGO_SETTINGS_MODULE": "bench.bare_settings",
        "DEMO": "true",
        "DEBUG": "false",
        "TESTING": "false",
        "CLIENT_OIN_HEADER": "",
        "ALLOWED_HOSTS": "127.0.0.1",
        "BASE_URL": "http://127.0.0.1",
        "PYTHONPATH": str(PROJECT),
    }
    env = os.environ | settings
    env.pop("TEST_DB_NAME", None)
    return env


def _make_database(env: dict[str, str]) -> None:
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
        name = sql.Identifier(DATABASE)
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
        connection.execute(sql.SQL("CREATE DATABASE {}").format(name))
    manage = [sys.executable, str(PROJECT / "manage.py")]
    subprocess.run([*manage, "migrate", "-v0"], env=env, check=True)
    make = f"from accounts.models import Gemeente; Gemeente.objects.create(code='9901', oin='{OIN}', name='Zonnedijk')"
    subprocess.run([*manage, "shell", "-v0", "-c", make], env=env, check=True)


@contextmanager
def _server(env: dict[str, str]) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """gunicorn as in production: two workers of four threads."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "inburgering.wsgi", "--bind", f"127.0.0.1:{port}", "--workers", "2",
               "--worker-class", "gthread", "--threads", "4", "--log-level", "error"]  # fmt: skip
    process = subprocess.Popen(
        command,
        env=env,
        cwd=PROJECT,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port, process)
        yield port, process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=30)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 120
    while time.monotonic() < until and process.poll() is None:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
                connection.sendall(
                    b"GET /v1/notificaties HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
                )
                if connection.recv(100):
                    return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("De server kwam niet op gang.")
