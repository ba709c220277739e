"""The hourly round along the terms: against one hand-written statement, and with twice as many terms.

10,000 of 1,000,000 open terms are due. The hand-written statement knows everything beforehand and writes the same rows
into the same tables at once. A second database has 2,000,000 open terms and the same 10,000 due. The three take turns,
so that a busy machine hurts all alike; between two turns what was written is undone and the table vacuumed. Each turn
begins right after a checkpoint, when writing costs most.
"""

import json
import statistics
import subprocess
import sys
import time

import psycopg

from bench.databases import drop_database, environment, fill, make_database
from bench.row import Row
from bench.terms import DUE, DUE_ON, TODAY

ROUNDS = 5
MOST_TIMES, MOST_MEGABYTES, MOST_GROWTH = 3.0, 300, 1.2
MILLION = 1_000_000
ONE, TWO = "bench_ronde_1m", "bench_ronde_2m"

BY_HAND = """
    WITH due AS MATERIALIZED (
        SELECT deadline.id, deadline.case_id, deadline.kind, deadline.due_on,
               nextval(pg_get_serial_sequence('cases_caseevent', 'id')) AS event_id,
               nextval(pg_get_serial_sequence('deadlines_reminder', 'id')) AS reminder_id
        FROM deadlines_deadline deadline
        JOIN cases_case ON cases_case.id = deadline.case_id
        JOIN cases_person person ON person.id = cases_case.person_id
        WHERE deadline.met_on IS NULL AND deadline.stopped_on IS NULL AND deadline.next_look_on <= %(today)s
              AND cases_case.status = 'open' AND person.died_on IS NULL
    ), event AS (
        INSERT INTO cases_caseevent (id, case_id, at, by_label, kind, text, data)
        SELECT event_id, case_id, now(), 'Systeem', 'termijn.herinnering',
               'Herinnering aan de klantmanager: ‘PIP vaststellen’ moet uiterlijk op ' || to_char(due_on, 'DD-MM-YYYY')
                   || ', over ' || due_on - %(today)s::date || ' dagen.',
               jsonb_build_object('deadline_id', id, 'kind', kind, 'audience', 'klantmanager', 'rung', -21,
                                  'due_on', due_on, 'reminder_id', reminder_id)
        FROM due
    ), reminder AS (
        INSERT INTO deadlines_reminder (id, deadline_id, audience, rung, due_on, given_on, event_id)
        SELECT reminder_id, id, 'klantmanager', -21, due_on, %(today)s, event_id FROM due
    )
    UPDATE deadlines_deadline deadline SET next_look_on = due.due_on - 7 FROM due WHERE deadline.id = due.id
"""


class Round:
    """A process that makes rounds along one database."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bench.terms", "loop"], env=environment(url), text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def make(self) -> dict[str, float]:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        answer: dict[str, float] = json.loads(self.process.stdout.readline())
        assert answer["given"] == _undo(self.url) == DUE
        return answer

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()


def run() -> list[Row]:
    urls = _filled()
    one, two = (Round(url) for url in urls)
    try:
        turns = [(one.make(), _by_hand(urls[0]), two.make()) for _ in range(ROUNDS + 1)][1:]
    finally:
        one.stop()
        two.stop()
        drop_database(TWO)
        drop_database(ONE)
    ours = statistics.median(turn[0]["seconds"] for turn in turns)
    by_hand = statistics.median(turn[1] for turn in turns)
    twice = statistics.median(turn[2]["seconds"] for turn in turns)
    megabytes = max(side["megabytes"] for turn in turns for side in (turn[0], turn[2]))
    return [
        Row("ronde: 10.000 van 1.000.000 termijnen", ours * 1000, "ms"),
        Row("dezelfde rijen in één opdracht met de hand", by_hand * 1000, "ms"),
        Row("ronde tegen één opdracht", ours / by_hand, "keer", "≤ 3", ours / by_hand <= MOST_TIMES),
        Row("ronde: 10.000 van 2.000.000 termijnen", twice * 1000, "ms"),
        Row("ronde: twee keer zoveel termijnen", twice / ours, "keer", "≤ 1,2", twice / ours <= MOST_GROWTH),
        Row("ronde: geheugen (hoogste RSS)", megabytes, "MB", "< 300", megabytes < MOST_MEGABYTES),
    ]


def _filled() -> tuple[str, str]:
    one = make_database(ONE)
    fill(one, "dossiers")
    fill(one, "ronde", 0, MILLION)
    two = make_database(TWO, template=ONE)
    fill(two, "ronde", MILLION, 2 * MILLION)
    return one, two


def _by_hand(url: str) -> float:
    with psycopg.connect(url, autocommit=True) as connection:
        began = time.perf_counter()
        connection.execute(BY_HAND, {"today": TODAY})
        seconds = time.perf_counter() - began
    assert _undo(url) == DUE
    return seconds


def _undo(url: str) -> int:
    """Back to before the round, as if it never was. Answers how many reminders there were."""
    with psycopg.connect(url, autocommit=True) as connection:
        count = connection.execute("SELECT count(*) FROM deadlines_reminder").fetchone()
        connection.execute("TRUNCATE deadlines_reminder, cases_caseevent CASCADE")
        connection.execute(
            "UPDATE deadlines_deadline SET next_look_on = %s WHERE due_on = %s", [TODAY, DUE_ON]
        )
        connection.execute("VACUUM ANALYZE deadlines_deadline")
        connection.execute("CHECKPOINT")  # so that none of the three pays for what another wrote
    assert count
    return int(count[0])
