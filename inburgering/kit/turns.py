"""Work that finds for itself what there is to do: asked for often, busy once.

Whoever has something for it calls `wake`, and the clock asks for it as well. However often that is, one turn waits in
the queue at most, and one is busy: else a thousand dossiers at once, or a slow round that is asked for every minute,
would keep everything else waiting.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import wraps
from zlib import crc32

import structlog
from django.core.cache import cache
from django.db import Error, connection, transaction
from redis.exceptions import RedisError

from inburgering.kit.after_commit import send

logger = structlog.get_logger(__name__)

NOTE_SECONDS = 10
"""A turn that got lost, by a kill or an empty queue, holds back others no longer than this."""


def wake(task_name: str) -> None:
    """Asks for a turn after commit, unless one is waiting. The clock asks too, so a queue that is down doesn't hurt."""
    transaction.on_commit(lambda: _ask(task_name), robust=True)


def alone(work: Callable[[], None]) -> Callable[[], None]:
    """A task that does nothing while it is busy already, in whatever process, and goes on if it was woken meanwhile."""
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def turn() -> None:
        with _lock(name) as is_ours:
            is_asked = is_ours
            while is_asked:
                _forget(name)
                work()
                is_asked = _is_asked(name)

    return turn


# --- That a turn was asked for: a note beside the queue ---------------------------------------------------


def _ask(task_name: str) -> None:
    try:
        is_first = cache.add(_note(task_name), True, NOTE_SECONDS)
    except RedisError as error:
        logger.warning("task_not_queued", task=task_name, error=str(error))
        return
    if is_first:
        send(task_name)


def _is_asked(task_name: str) -> bool:
    with suppress(RedisError):
        return bool(cache.get(_note(task_name)))
    return False


def _forget(task_name: str) -> None:
    with suppress(RedisError):
        cache.delete(_note(task_name))


def _note(task_name: str) -> str:
    return f"beurt:{task_name}"


# --- That it is busy ---------------------------------------------------------------------------------------


@contextmanager
def _lock(name: str) -> Iterator[bool]:
    """PostgreSQL lets go by itself of what a killed process held."""
    key = crc32(name.encode())
    is_ours = _postgresql("pg_try_advisory_lock", key)
    try:
        yield is_ours
    finally:
        if is_ours:
            with suppress(Error):  # A connection that was lost has let go already.
                _postgresql("pg_advisory_unlock", key)


def _postgresql(function: str, key: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s)", [key])
        return bool(cursor.fetchone()[0])
