"""The whole product as real processes: web server, worker with beat, and the chain's sandbox."""

import io
import os
import re
import socket
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from runtime import processes

CLOCK = Path(__file__).with_name("clock.py")


@dataclass
class Product:
    """What stands outside: addresses, and the processes that a test may kill."""

    url: str
    chain: str
    children: dict[str, processes.Child]
    start: Callable[..., None]

    def restart(self, name: str, *, at: datetime) -> None:
        """Kills it and starts it anew on another day: its own clock runs on from that moment."""
        self.kill(name)
        self.start(name, at)

    def kill(self, name: str) -> None:
        """As a machine that loses power would: no goodbye."""
        os.killpg(self.children[name].process.pid, 9)
        self.children[name].process.wait()

    def duo_says(self, event: str, bsn: str, **more: Any) -> dict[str, Any]:
        """DUO sends a notification over HTTP; the answer holds the statuses that we gave."""
        answer = httpx.post(
            f"{self.chain}/beheer/melding", json={"gebeurtenisId": event, "bsn": bsn, **more}, timeout=30
        )
        answer.raise_for_status()
        return dict(answer.json())

    def disturb(self, **fault: Any) -> None:
        httpx.post(
            f"{self.chain}/beheer/storing", json={"part": "duo", **fault}, timeout=10
        ).raise_for_status()

    def received_by_duo(self, method: str = "POST") -> list[dict[str, Any]]:
        answer = httpx.get(
            f"{self.chain}/beheer/ontvangen", params={"part": "duo", "method": method}, timeout=10
        )
        return list(answer.json())


def wait_for(question: Callable[[], Any], *, seconds: float = 60, what: str = "this") -> Any:
    """The first true answer; real processes need a moment."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if answer := question():
            return answer
        time.sleep(0.1)
    raise AssertionError(f"Still waiting for {what} after {seconds} s.")


@pytest.fixture
def product(transactional_db: None, tmp_path: Path, worker_id: str) -> Iterator[Product]:
    """Runs on this test's own database; everything is stopped afterwards."""
    call_command("demo_data", "--alleen-medewerkers", stdout=io.StringIO())
    web, chain = _free_port(), _free_port()
    env = _environment(web, chain, worker_id)
    python = sys.executable
    commands: dict[str, list[str]] = {
        "keten": [python, "manage.py", "keten_sandbox", "--port", str(chain),
                  "--notify-url", f"http://127.0.0.1:{web}/v1/notificaties"],
        "web": [python, "-m", "gunicorn", "inburgering.wsgi", f"--bind=127.0.0.1:{web}", "--worker-class=gthread",
                "--workers=1", "--threads=4", "--no-control-socket"],
        "taken": [python, "-m", "celery", "-A", "inburgering", "worker", "-B", "--pool=threads", "--concurrency=2",
                  "--loglevel=WARNING", "--without-gossip", "--without-mingle", "-s", str(tmp_path / "beat")],
    }  # fmt: skip
    children: dict[str, processes.Child] = {}

    def start(name: str, at: datetime | None = None) -> None:
        program, *arguments = commands[name]
        moved = [str(CLOCK), at.isoformat()] if at else []
        children[name] = processes.start(
            name, [program, *moved, *arguments], env=env, log=tmp_path / f"{name}.log"
        )

    for name in commands:
        start(name)
    try:
        wait_for(lambda: _answers(f"http://127.0.0.1:{web}/health/live", children), what="the web server")
        wait_for(lambda: _answers(f"http://127.0.0.1:{chain}/beheer/toestand", children), what="the sandbox")
        yield Product(f"http://127.0.0.1:{web}", f"http://127.0.0.1:{chain}", children, start)
    finally:
        processes.stop([child for child in children.values() if not child.has_ended()])
        for name in commands:
            sys.stdout.write(f"--- {name}\n{children[name].last_words(40)}\n")


def _environment(web: int, chain: int, worker_id: str) -> dict[str, str]:
    database = connection.settings_dict
    number = int(re.sub(r"\D", "", worker_id) or 0) + 1
    return dict(os.environ) | {
        "DATABASE_URL": re.sub(r"/[^/?]+(\?|$)", rf"/{database['NAME']}\1", os.environ["DATABASE_URL"]),
        "REDIS_URL": re.sub(r"/\d+$", f"/{number}", settings.REDIS_URL),
        "BASE_URL": f"http://127.0.0.1:{web}",
        "ALLOWED_HOSTS": "127.0.0.1",
        "DUO_BASE_URL": f"http://127.0.0.1:{chain}/duo",
        "BRP_BASE_URL": f"http://127.0.0.1:{chain}/brp",
        "DIGID_ISSUER": f"http://127.0.0.1:{chain}/digid",
        "DATABASE_POOL": "4",
        "TEST_DB_NAME": "",
    }


def _answers(url: str, children: dict[str, processes.Child]) -> bool:
    for name, child in children.items():
        assert not child.has_ended(), f"{name} stopped: {child.last_words(40)}"
    try:
        return httpx.get(url, timeout=5).status_code == 200
    except httpx.HTTPError:
        return False


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
