"""How fast the demo starts, and what it weighs: measured on a fresh clone, with the packages already there."""

import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path

from bench.row import Row

PROJECT = Path(__file__).resolve().parent.parent
# Settings of this run that the demo makes for itself.
OURS = (
    "DATABASE_URL", "REDIS_URL", "TESTING", "STATIC_ROOT", "TEST_DB_NAME", "BASE_URL", "ALLOWED_HOSTS", "SECRET_KEY",
    "DUO_BASE_URL", "BRP_BASE_URL", "DIGID_ISSUER", "DIGID_CLIENT_SECRET", "BSN_ENCRYPTION_KEYS", "BSN_INDEX_KEY",
)  # fmt: skip


def run() -> list[Row]:
    with tempfile.TemporaryDirectory(prefix="inburgering-bench-", ignore_cleanup_errors=True) as folder:
        clone = Path(folder) / "clone"
        subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", str(PROJECT), str(clone)], check=True)
        # Downloads aside: the packages that are here stand in for those that pip would fetch.
        shutil.copytree(PROJECT / ".venv", clone / ".venv", symlinks=True)
        Path(folder).chmod(0o755)
        first, weight = _start_and_stop(clone, settle=8)
        second, _ = _start_and_stop(clone, settle=0)
    return [
        Row("demo: van niets tot de eerste pagina", first, "s", "< 60", first < 60),
        Row("demo: tweede start", second, "s", "< 10", second < 10),
        Row("demo: geheugen van alle processen (PSS)", weight, "MB", "< 700", weight < 700),
    ]


def _start_and_stop(clone: Path, *, settle: float) -> tuple[float, float]:
    """Seconds until the first page, and megabytes after `settle` seconds and a few pages."""
    port = _free_port()
    began = time.monotonic()
    # The demo starts services of its own: the addresses of this run must not reach it.
    env = {name: value for name, value in os.environ.items() if name not in OURS}
    demo = subprocess.Popen(
        ["./bin/demo", "--port", str(port)], cwd=clone, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, start_new_session=True,
    )  # fmt: skip
    try:
        _wait_for_page(f"http://127.0.0.1:{port}/account/login/", demo)
        seconds = time.monotonic() - began
        time.sleep(settle)
        return seconds, _pss_megabytes(demo.pid)
    finally:
        demo.send_signal(signal.SIGINT)
        demo.wait(timeout=60)


def _wait_for_page(url: str, demo: subprocess.Popen[str]) -> None:
    while True:
        if demo.poll() is not None:
            raise RuntimeError(f"De demo stopte: {demo.stdout.read() if demo.stdout else ''}")
        try:
            with urllib.request.urlopen(url, timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.1)


def _pss_megabytes(root: int) -> float:
    total = 0
    for pid in [root, *_descendants(root)]:
        try:
            total += int(
                re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE)[1]
            )  # type: ignore[index]
        except (OSError, TypeError):
            continue
    return total / 1024


def _descendants(root: int) -> list[int]:
    parents: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        parents.setdefault(int(fields[1]), []).append(int(stat.parent.name))
    found, queue = [], [root]
    while queue:
        children = parents.get(queue.pop(), [])
        found += children
        queue += children
    return found


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
