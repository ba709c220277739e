"""Child processes that never outlive us, and the ones that a killed run left behind."""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from runtime import PROJECT

PATIENCE = 12.0  # seconds that a process gets to stop by itself


@dataclass(frozen=True)
class Child:
    """A process that we started, in a process group of its own, with its output in a log file."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path
    stop_signal: signal.Signals

    def has_ended(self) -> bool:
        return self.process.poll() is not None

    def last_words(self, lines: int = 15) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])


def start(
    name: str,
    command: Sequence[str | Path],
    *,
    log: Path,
    env: Mapping[str, str] | None = None,
    user: str | None = None,
    cwd: Path = PROJECT,
    stop_signal: signal.Signals = signal.SIGTERM,
    sockets: Sequence[int] = (),
) -> Child:
    """Start a process; `user` is for root only, who may start it as somebody else; it inherits the `sockets`."""
    with log.open("wb") as output:
        process = subprocess.Popen(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=env,
            cwd=cwd,
            user=user,
            group=primary_group(user),
            extra_groups=None if user is None else [],
            start_new_session=True,
            pass_fds=sockets,
            preexec_fn=_die_with_parent(stop_signal),  # noqa: PLW1509 - we have one thread
        )
    return Child(name, process, log, stop_signal)


def primary_group(user: str | None) -> int | None:
    import pwd  # noqa: PLC0415 - not on every system

    return None if user is None else pwd.getpwnam(user).pw_gid


def stop(children: Sequence[Child]) -> None:
    """Ask all at once, wait for all, then end what is left, with its own children."""
    for child in children:
        child.process.send_signal(child.stop_signal)
    deadline = time.monotonic() + PATIENCE
    for child in children:
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.process.wait(timeout=max(0.0, deadline - time.monotonic()))
        _signal_group(child.process.pid, signal.SIGKILL)
        child.process.wait()


def remember(children: Sequence[Child], path: Path) -> None:
    """Write down what runs, so that a next start recognises it after a `kill -9`."""
    rows = [
        {"pid": c.process.pid, "started": started(c.process.pid), "signal": int(c.stop_signal)}
        for c in children
    ]
    path.write_text(json.dumps(rows))


def stop_leftovers(path: Path) -> None:
    """Stop what an earlier run wrote down and is still alive; a process that only got the same pid is left alone."""
    try:
        rows = json.loads(path.read_text())
    except (FileNotFoundError, ValueError):
        return
    rows = [row for row in rows if row["started"] and row["started"] == started(row["pid"])]
    for row in rows:
        _signal(row["pid"], signal.Signals(row["signal"]))
    deadline = time.monotonic() + PATIENCE
    for row in rows:
        while started(row["pid"]) == row["started"]:
            if time.monotonic() > deadline:
                _signal_group(row["pid"], signal.SIGKILL)
                break
            time.sleep(0.05)
    path.unlink(missing_ok=True)


def started(pid: int) -> str | None:
    """When this process started: boot and clock tick; None when it is gone (or this system can't say)."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
        # The name, in brackets, may hold spaces: count the fields behind it.
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return None if fields[0] == "Z" else f"{boot}:{fields[19]}"


def _signal(pid: int, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)


def _signal_group(pid: int, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, number)


def _die_with_parent(stop_signal: signal.Signals) -> Callable[[], None] | None:
    """Linux gives the child its stop signal when we die, also by `kill -9`; elsewhere `stop_leftovers` cleans up."""
    if sys.platform != "linux":
        return None
    set_option = ctypes.CDLL(None, use_errno=True).prctl
    set_parent_death_signal = 1
    parent = os.getpid()

    def in_child() -> None:
        set_option(set_parent_death_signal, int(stop_signal))
        if os.getppid() != parent:  # we died before the line above
            os._exit(1)

    return in_child
