"""Databases of the measuring itself, beside the one that the environment points at."""

import os
import subprocess
import sys
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql


def make_database(name: str, *, template: str = "template0") -> str:
    """Makes an empty database, or a copy of one that nobody uses now. Answers its address."""
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template))
        )
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))


def drop_database(name: str) -> None:
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def environment(url: str) -> dict[str, str]:
    """Of a process of the product on this database."""
    return {
        **os.environ,
        "DATABASE_URL": url,
        "LOG_LEVEL": "ERROR",
        "DJANGO_SETTINGS_MODULE": "inburgering.settings",
    }


def fill(url: str, act: str, *numbers: int) -> None:
    """An act of `bench.terms` on this database."""
    command = [sys.executable, "-m", "bench.terms", act, *map(str, numbers)]
    subprocess.run(command, env=environment(url), check=True)
