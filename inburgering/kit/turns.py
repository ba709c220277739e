"""Work that finds for itself what there is to do: asked for often, busy once.

Whoever has something for it calls `wake`, and the clock asks for it as well. However often that is, one turn waits in
the queue, and one is busy: else a thousand dossiers at once, or a slow round that is asked for every minute, would keep
everything else waiting. A turn that may have much to do does a part of it and calls `wake` for the rest.
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

WAITING_SECONDS = 10
"""A turn that got lost on its way, with a queue that went away, holds back others no longer than this."""
BUSY_SECONDS = 600
"""Who finds the work busy asks for a turn after it; longer than this no turn lasts."""
_IN_THE_QUEUE, _FOR_LATER = "wacht", "straks"


def wake(task_name: str) -> None:
    """Asks for a turn after commit, unless one is waiting. The clock asks too, so a queue that is down doesn't hurt."""
    transaction.on_commit(lambda: _ask(task_name), robust=True)


def alone(work: Callable[[], None]) -> Callable[[], None]:
    """A task that is never busy twice, in whatever process; who asks while it is busy gets a turn afterwards.

    The lock belongs to the database connection of the task, so the work may not close that while it is usable.
    """
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def turn() -> None:
        if not _is_done(name, work):
            logger.info("turn_while_busy", task=name)
            _note_for_later(name)
            _is_done(name, work)  # Who was busy may have ended just before the note was there.

    return turn


def _is_done(name: str, work: Callable[[], None]) -> bool:
    """Whether it was our turn. Who came for one during the work gets the next; who only asked has one in the queue."""
    with _lock(name) as is_ours:
        if not is_ours:
            return False
        _forget(name)
        work()
    if _is_left_for_later(name):
        send(name)
    return True


# --- That a turn was asked for: a note beside the queue ---------------------------------------------------


def _ask(task_name: str) -> None:
    try:
        is_first = cache.add(_note(task_name), _IN_THE_QUEUE, WAITING_SECONDS)
    except RedisError as error:
        logger.warning("task_not_queued", task=task_name, error=str(error))
        return
    if is_first:
        send(task_name)


def _note_for_later(task_name: str) -> None:
    with suppress(RedisError):
        cache.set(_note(task_name), _FOR_LATER, BUSY_SECONDS)


def _is_left_for_later(task_name: str) -> bool:
    with suppress(RedisError):
        return bool(cache.get(_note(task_name)) == _FOR_LATER)
    return False


def _forget(task_name: str) -> None:
    with suppress(RedisError):
        cache.delete(_note(task_name))


def _note(task_name: str) -> str:
    return f"beurt:{task_name}"


# --- That it is busy ---------------------------------------------------------------------------------------


@contextmanager
def _lock(name: str) -> Iterator[bool]:
    """PostgreSQL lets go by itself of what a killed process held, and within two minutes of a machine that is gone."""
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
