"""Started by `bench.werkvoorraad`: makes a database with so many dossiers, and answers for each address how long it took."""

import json
import os
import sys
import time
from urllib.parse import urlsplit, urlunsplit

import django
import psycopg
from psycopg import sql


def main(dossiers: int) -> None:
    _make_database(f"bench_werkvoorraad_{dossiers}")
    os.environ["DJANGO_SETTINGS_MODULE"] = "inburgering.settings"
    django.setup()
    from django.db import connection  # noqa: PLC0415 - the models know their database only now
    from django.test import Client  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    from bench.dossiers import guide, make  # noqa: PLC0415

    make(dossiers)
    client = Client()
    client.force_login(guide())
    for line in sys.stdin:
        url = line.strip()
        with CaptureQueriesContext(connection) as queries:
            began = time.perf_counter()
            response = client.get(url)
            seconds = time.perf_counter() - began
        assert response.status_code == 200, (url, response.status_code)
        print(json.dumps({"seconds": seconds, "queries": len(queries)}), flush=True)


def _make_database(name: str) -> None:
    url = urlsplit(os.environ["DATABASE_URL"])
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    os.environ["DATABASE_URL"] = urlunsplit(url._replace(path=f"/{name}"))


if __name__ == "__main__":
    main(int(sys.argv[1]))
