"""All terms of 100,000 cases once more, after a change of the rules: how long, in how much memory, and killed half-way."""

import os
import signal
import subprocess
import sys
import time

import psycopg

from bench.databases import drop_database, environment, fill, make_database
from bench.row import Row
from bench.terms import CASES

DATABASE = "bench_herberekening"
MOST_MEGABYTES = 500
COMMAND = [
    sys.executable,
    "manage.py",
    "termijnen_herrekenen",
    "--reden",
    "De regel telde een dag te weinig.",
]
MOVED = """
    SELECT count(*), count(DISTINCT data ->> 'deadline_id') FROM cases_caseevent WHERE kind = 'termijn.herrekend'
"""


def run() -> list[Row]:
    url = make_database(DATABASE)
    try:
        fill(url, "dossiers")
        fill(url, "regels")
        done = _kill_half_way(url)
        began = time.monotonic()
        megabytes = _finish(url)
        seconds = time.monotonic() - began
        with psycopg.connect(url) as connection:
            events, terms = connection.execute(MOVED).fetchone() or (0, 0)
            held = connection.execute("SELECT count(*) FROM deadlines_heldback").fetchone() or (0,)
    finally:
        drop_database(DATABASE)
    wrong = abs(events - CASES // 10 + CASES // 100) + abs(events - terms) + abs(held[0] - CASES // 100)
    return [
        Row("herberekening: dossiers gedaan vóór kill -9", done, "dossiers"),
        Row("herberekening: de rest van 100.000 dossiers", seconds, "s"),
        Row("herberekening: per 100.000 dossiers", seconds / (CASES - done) * CASES, "s"),
        Row(
            "herberekening: dubbel, vergeten of stil",
            wrong,
            "termijnen",
            "0",
            wrong == 0 and 0 < done < CASES,
        ),
        Row("herberekening: geheugen (hoogste RSS)", megabytes, "MB", "< 500", megabytes < MOST_MEGABYTES),
    ]


def _kill_half_way(url: str) -> int:
    """Answers how many cases were done when it was killed."""
    process = subprocess.Popen(COMMAND, env=environment(url), stdout=subprocess.PIPE, text=True)
    assert process.stdout
    for line in process.stdout:
        if " 40%" in line:
            break
    process.send_signal(signal.SIGKILL)
    process.wait()
    with psycopg.connect(url) as connection:
        row = connection.execute("SELECT cases FROM deadlines_recomputerun").fetchone()
    assert row
    return int(row[0])


def _finish(url: str) -> float:
    """Starts the same command again, and answers how many megabytes it took at most."""
    process = subprocess.Popen(COMMAND, env=environment(url), stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0
    return usage.ru_maxrss / 1024
