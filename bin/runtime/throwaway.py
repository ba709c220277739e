"""Services for one command (the tests, the bench, a shell): started in a temporary folder and gone afterwards."""

from __future__ import annotations

import os
import secrets
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from runtime import PROJECT, Problem, settings
from runtime.prepare import compile_translations
from runtime.services import running


def run_tests(arguments: Sequence[str]) -> int:
    workers = os.environ.get("TEST_WORKERS", "2")
    return run(["python", "-m", "pytest", "-n", workers, *arguments])


def run(arguments: Sequence[str]) -> int:
    """Run the command and give its exit code; `--durable` before it keeps PostgreSQL's fsync on."""
    durable = bool(arguments) and arguments[0] == "--durable"
    command = list(arguments[1:] if durable else arguments)
    if not command:
        raise Problem("Zeg welke opdracht u wilt uitvoeren: ./bin/with-services python manage.py shell.")
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
            return _run_in_foreground(command, settings.for_tests(services, static=static))


def _run_in_foreground(command: Sequence[str], env: dict[str, str]) -> int:
    """The command shares our terminal, so Ctrl-C reaches it without us: we only wait."""
    process = subprocess.Popen(command, env=env, cwd=PROJECT)
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        return process.wait()
    except KeyboardInterrupt:  # SIGTERM or SIGHUP, which reach only us
        process.terminate()
        return process.wait()
