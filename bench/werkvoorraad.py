"""The work list and the search, with a thousand dossiers and with a hundred thousand: queries, and how much slower.

One team has all dossiers, and one klantmanager about a thousand of them, most with a term that is late or soon: worse
than any gemeente. With few dossiers and with many each page shows fifty rows.
"""

import os
import statistics
import time
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from bench.row import Row

DATABASE = "bench_werkvoorraad"
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


def run() -> list[Row]:
    _make_database()
    import django  # noqa: PLC0415 - only now the settings know the database

    django.setup()
    from bench.dossiers import Maker  # noqa: PLC0415

    make = Maker()
    make(SMALL)
    few = {name: _measure(url) for name, url in PAGES.items()}
    make(LARGE - SMALL)
    rows = []
    for name, url in PAGES.items():
        queries, seconds = _measure(url)
        slower = seconds / few[name][1]
        rows += [
            Row(f"{name}: {SMALL} dossiers", few[name][1] * 1000, "ms"),
            Row(f"{name}: {LARGE} dossiers", seconds * 1000, "ms"),
            Row(
                f"{name}: verhouding",
                slower,
                "keer",
                f"≤ {MOST_SLOWER}".replace(".", ","),
                slower <= MOST_SLOWER,
            ),
            Row(f"{name}: queries", queries, "aantal", f"≤ {MOST_QUERIES}", queries <= MOST_QUERIES),
        ]
    return rows


def _make_database() -> None:
    url = urlsplit(os.environ["DATABASE_URL"])
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
        connection.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(DATABASE))
        )
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DATABASE)))
    os.environ["DATABASE_URL"] = urlunsplit(url._replace(path=f"/{DATABASE}"))
    os.environ.update(DJANGO_SETTINGS_MODULE="inburgering.settings", LOG_LEVEL="ERROR")


def _measure(url: str) -> tuple[int, float]:
    """The number of queries, and the median time of a request."""
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    from bench.dossiers import guide  # noqa: PLC0415

    client = Client()
    client.force_login(guide())
    for _ in range(5):
        assert client.get(url).status_code == 200, url
    seconds = []
    for _ in range(TIMES):
        began = time.perf_counter()
        client.get(url)
        seconds.append(time.perf_counter() - began)
    with CaptureQueriesContext(connection) as queries:
        client.get(url)
    return len(queries), statistics.median(seconds)
