"""Services for one command (the tests, the bench, a shell): started in a temporary folder and gone afterwards."""

from __future__ import annotations

import contextlib
import os
import secrets
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from runtime import PROJECT, Problem, postgres, settings
from runtime.prepare import compile_translations
from runtime.services import running


def run_tests(arguments: Sequence[str]) -> int:
    """Run pytest and give its exit code. On a PostgreSQL of our own the migrations run once, for all workers."""
    workers = os.environ.get("TEST_WORKERS", "2")
    with _services() as (env, folder):
        known = {} if "DATABASE_URL" in os.environ else _migrated_once(env, folder)
        return _run_in_foreground(["python", "-m", "pytest", "-n", workers, *arguments], env | known)


def run(arguments: Sequence[str]) -> int:
    """Run the command and give its exit code; `--durable` before it keeps PostgreSQL's fsync on."""
    durable = bool(arguments) and arguments[0] == "--durable"
    command = list(arguments[1:] if durable else arguments)
    if not command:
        raise Problem("Zeg welke opdracht u wilt uitvoeren: ./bin/with-services python manage.py shell.")
    with _services(durable=durable) as (env, _):
        return _run_in_foreground(command, env)


@contextlib.contextmanager
def _services(*, durable: bool = False) -> Iterator[tuple[dict[str, str], Path]]:
    """The environment for a command, and a folder that is gone afterwards."""
    compile_translations()
    with tempfile.TemporaryDirectory(prefix="inburgering-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o711)  # root's PostgreSQL runs as another user, who must pass
        static = folder / "static"
        static.mkdir()
        with running(
            postgres_home=folder / "postgresql",
            valkey_home=folder / "valkey",
            logs=folder,
            password=secrets.token_hex(8),
            durable=durable,
        ) as services:
            yield settings.for_tests(services, static=static), folder


def _migrated_once(env: dict[str, str], folder: Path) -> dict[str, str]:
    """What tells the tests of a migrated database: one to copy on this server, and a dump for a server of their own."""
    dump = folder / "migrated.sql"
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity=0"], env=env, cwd=PROJECT, check=True
    )
    postgres.dump(env["DATABASE_URL"], dump)
    return {"TEST_DB_TEMPLATE": postgres.NAME, "MIGRATED_DUMP": str(dump)}


def _run_in_foreground(command: Sequence[str], env: dict[str, str]) -> int:
    """The command shares our terminal, so Ctrl-C reaches it without us: we only wait."""
    process = subprocess.Popen(command, env=env, cwd=PROJECT)
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        return process.wait()
    except KeyboardInterrupt:  # SIGTERM or SIGHUP, which reach only us
        process.terminate()
        return process.wait()
