"""Work that is asked for often and is busy once."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from unittest.mock import Mock, patch

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from pytest_django import DjangoCaptureOnCommitCallbacks
from redis.exceptions import ConnectionError as QueueIsDown

from inburgering.kit import turns
from inburgering.kit.turns import WAITING_SECONDS, alone, wake

pytestmark = pytest.mark.usefixtures("db", "own_cache")
NAME = f"{__name__}.WORK"
Work = Callable[[], None]


@pytest.fixture
def queue() -> Iterator[Mock]:
    """What is sent to the queue, by the name of the task."""
    with patch("inburgering.kit.turns.send") as sent:
        yield sent


@pytest.fixture
def woken(django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Callable[..., None]:
    def times(name: str = NAME, times: int = 1) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            for _ in range(times):
                wake(name)

    return times


def elsewhere(work: Work) -> None:
    """As another worker would, on a connection of its own."""

    def run() -> None:
        try:
            work()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as other:
        other.submit(run).result()


def task(*, during: Callable[[int], None] = lambda _: None) -> tuple[Work, list[int]]:
    """A task that counts its turns; `during` is called within each, with its number."""
    done: list[int] = []

    def once() -> None:
        done.append(len(done) + 1)
        during(done[-1])

    once.__qualname__ = "WORK"
    return alone(once), done


def test_one_turn_waits_however_often_it_is_asked_for(queue: Mock, woken: Callable[..., None]) -> None:
    woken(times=3)
    woken(times=2)
    woken("other", times=2)
    assert [call.args for call in queue.call_args_list] == [(NAME,), ("other",)]


def test_a_turn_that_begins_lets_the_next_one_be_asked_for(queue: Mock, woken: Callable[..., None]) -> None:
    work, done = task()
    woken()
    work()
    assert done == [1]
    woken()
    assert queue.call_count == 2


def test_who_asks_while_it_is_busy_gets_a_turn_afterwards(queue: Mock) -> None:
    """And isn't busy beside it."""
    work, done = task(during=lambda turn: elsewhere(work) if turn == 1 else None)
    work()
    assert (done, queue.call_args_list) == ([1], [((NAME,),)])
    elsewhere(work)
    assert done == [1, 2]
    assert queue.call_count == 1


def test_who_is_woken_while_it_is_busy_gets_one_turn_more(queue: Mock, woken: Callable[..., None]) -> None:
    """The turn that is asked for at once comes while it is still busy; nothing waits for the clock."""
    work, done = task(during=lambda turn: (woken(), elsewhere(work))[0] if turn == 1 else None)
    work()
    assert (done, queue.call_count) == ([1], 2)
    work()
    assert (done, queue.call_count) == ([1, 2], 2)


def test_work_that_asks_for_its_next_turn_gets_one(queue: Mock, woken: Callable[..., None]) -> None:
    work, done = task(during=lambda turn: woken() if turn < 3 else None)
    for turn in (1, 2, 3):
        work()
        assert (len(done), queue.call_count) == (turn, min(turn, 2))


def test_a_note_outlives_long_work(queue: Mock, woken: Callable[..., None]) -> None:
    """The turn that was asked for found it busy; the note of the waking itself is gone before the work is."""

    def long(turn: int) -> None:
        if turn == 1:
            woken()
            elsewhere(work)
            with time_machine.travel(datetime.now(UTC) + timedelta(seconds=WAITING_SECONDS + 1)):
                assert cache.get(f"beurt:{NAME}")

    work, done = task(during=long)
    work()
    assert (done, queue.call_count) == ([1], 2)


def test_what_ends_just_before_the_note_is_there_loses_nothing(
    queue: Mock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second finds it busy; before it says so, the first is ready and has looked at the notes."""
    first, note_for_later = Mock(is_busy=True), turns._note_for_later
    monkeypatch.setattr(turns, "_postgresql", lambda *_: not first.is_busy)

    def ready_by_now(name: str) -> None:
        first.is_busy = False
        note_for_later(name)

    monkeypatch.setattr(turns, "_note_for_later", ready_by_now)
    work, done = task()
    work()
    assert done == [1]


def test_other_work_goes_on() -> None:
    done = []
    small = alone(lambda: done.append("small"))

    def large() -> None:
        elsewhere(small)
        done.append("large")

    alone(large)()
    assert done == ["small", "large"]


def test_work_that_failed_can_begin_again() -> None:
    def fail(turn: int) -> None:
        if turn == 1:
            raise ValueError("no")

    work, done = task(during=fail)
    with pytest.raises(ValueError, match="no"):
        work()
    elsewhere(work)
    assert done == [1, 2]


def test_work_goes_on_without_the_queue(
    queue: Mock, woken: Callable[..., None], caplog: pytest.LogCaptureFixture
) -> None:
    work, done = task()
    down = {name: Mock(side_effect=QueueIsDown("refused")) for name in ("add", "get", "set", "delete")}
    with patch.multiple(cache, **down):
        woken()
        work()
    assert (done, queue.call_count) == ([1], 0)
    assert "task_not_queued" in caplog.text
