"""PostgreSQL and Valkey together, or the servers that the environment points at."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from runtime import postgres, processes, valkey


@dataclass(frozen=True)
class Services:
    database_url: str
    redis_url: str
    children: tuple[processes.Child, ...]


@contextlib.contextmanager
def running(
    *, postgres_home: Path, valkey_home: Path, logs: Path, password: str, durable: bool = True
) -> Iterator[Services]:
    """Start what `DATABASE_URL` and `REDIS_URL` don't give, and stop it afterwards: Valkey first, then PostgreSQL."""
    children: list[processes.Child] = []
    try:
        database_url = os.environ.get("DATABASE_URL", "")
        if not database_url:
            database = postgres.start(
                postgres_home, log=logs / "postgresql.log", password=password, durable=durable
            )
            children.append(database.child)
            database_url = database.url
        redis_url = os.environ.get("REDIS_URL", "")
        if not redis_url:
            queue = valkey.start(valkey_home, log=logs / "valkey.log", password=password, durable=durable)
            children.append(queue.child)
            redis_url = queue.url
        yield Services(database_url, redis_url, tuple(children))
    finally:
        for child in reversed(children):
            processes.stop([child])
