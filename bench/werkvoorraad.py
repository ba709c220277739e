"""The work list and the search, with a thousand dossiers and with a hundred thousand: queries, and how much slower.

One team has all dossiers, and one klantmanager about a thousand of them, most with a term that is late or soon: worse
than any gemeente. Each page that lists shows fifty rows in both. The two take turns, request by request, so that a
busy machine hurts both alike.
"""

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

from bench.row import Row

PROJECT = Path(__file__).resolve().parent.parent
SMALL, LARGE = 1_000, 100_000
TIMES = 40
MOST_QUERIES, MOST_SLOWER = 10, 1.5
PAGES = {
    "werkvoorraad, eigen dossiers": "/",
    "werkvoorraad, team": "/?wie=team",
    "werkvoorraad, termijnen": "/?soort=termijn",
    "werkvoorraad, tweede pagina": "/?wie=team&soort=termijn&pagina=2",
    "zoeken op veelvoorkomende naam": "/zoeken/?q=Mohammed",
    "zoeken op hele naam": "/zoeken/?q=Youssef+Hadad",
    "zoeken op verkeerd gespelde naam": "/zoeken/?q=Jusuf+el+Hadaad",
    "zoeken op nummer": "/zoeken/?q=1000000007",
}


class Worker:
    """A process with so many dossiers in a database of its own, that answers how long a page took."""

    def __init__(self, dossiers: int) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bench.pages", str(dossiers)],
            cwd=PROJECT, env={**os.environ, "LOG_LEVEL": "ERROR"}, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def ask(self, url: str) -> dict[str, float]:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{url}\n")
        self.process.stdin.flush()
        if not (line := self.process.stdout.readline()):
            raise RuntimeError("Het proces dat de pagina's meet, is gestopt.")
        answer: dict[str, float] = json.loads(line)
        return answer

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()


def run() -> list[Row]:
    few, many = Worker(SMALL), Worker(LARGE)
    try:
        return [row for name, url in PAGES.items() for row in _compare(name, url, few, many)]
    finally:
        few.stop()
        many.stop()


def _compare(name: str, url: str, few: Worker, many: Worker) -> list[Row]:
    for _ in range(3):
        few.ask(url), many.ask(url)
    turns = [(few.ask(url), many.ask(url)) for _ in range(TIMES)]
    seconds = [statistics.median(turn[side]["seconds"] for turn in turns) for side in (0, 1)]
    queries = max(turn[1]["queries"] for turn in turns)
    slower = seconds[1] / seconds[0]
    return [
        Row(f"{name}: {SMALL} dossiers", seconds[0] * 1000, "ms"),
        Row(f"{name}: {LARGE} dossiers", seconds[1] * 1000, "ms"),
        Row(f"{name}: verhouding", slower, "keer", "≤ 1,5", slower <= MOST_SLOWER),
        Row(f"{name}: queries", queries, "aantal", f"≤ {MOST_QUERIES}", queries <= MOST_QUERIES),
    ]
