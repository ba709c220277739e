"""Work that is asked for often and is busy once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from unittest.mock import Mock, patch

import pytest
from django.core.cache import cache
from django.db import connection
from pytest_django import DjangoCaptureOnCommitCallbacks
from redis.exceptions import ConnectionError as QueueIsDown

from inburgering.kit.turns import alone, wake

pytestmark = pytest.mark.usefixtures("db", "own_cache")
NAME = f"{__name__}.WORK"


def elsewhere(work: Callable[[], None]) -> None:
    """As another worker would, on a connection of its own."""

    def run() -> None:
        try:
            work()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as other:
        other.submit(run).result()


@pytest.fixture
def sent(django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Callable[[str, int], Mock]:
    def woken(name: str, times: int) -> Mock:
        with (
            patch("inburgering.kit.turns.send") as send,
            django_capture_on_commit_callbacks(execute=True),
        ):
            for _ in range(times):
                wake(name)
        return send

    return woken


def work(*, during: Callable[[int], None] = lambda _: None) -> tuple[Callable[[], None], list[int]]:
    """A task that counts its turns; `during` is called within each, with its number."""
    turns: list[int] = []

    def once() -> None:
        turns.append(len(turns) + 1)
        during(turns[-1])

    once.__qualname__ = "WORK"
    return alone(once), turns


def test_one_turn_waits_however_often_it_is_asked_for(sent: Callable[[str, int], Mock]) -> None:
    assert [sent(name, times).call_count for name, times in ((NAME, 3), (NAME, 2), ("other", 2))] == [1, 0, 1]


def test_a_turn_that_begins_lets_the_next_one_be_asked_for(sent: Callable[[str, int], Mock]) -> None:
    task, turns = work()
    sent(NAME, 1)
    task()
    assert turns == [1]
    assert sent(NAME, 1).call_count == 1


def test_the_second_does_nothing_while_the_first_is_busy() -> None:
    task, turns = work(during=lambda _: elsewhere(task))
    task()
    assert turns == [1]
    elsewhere(task)
    assert turns == [1, 2]


def test_who_was_woken_while_busy_goes_on(sent: Callable[[str, int], Mock]) -> None:
    """What came after it had looked isn't left until the clock asks."""

    def wake_in_the_first(turn: int) -> None:
        if turn == 1:
            sent(NAME, 1)

    task, turns = work(during=wake_in_the_first)
    task()
    assert turns == [1, 2]


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

    task, turns = work(during=fail)
    with pytest.raises(ValueError, match="no"):
        task()
    elsewhere(task)
    assert turns == [1, 2]


def test_work_goes_on_without_the_queue(
    sent: Callable[[str, int], Mock], caplog: pytest.LogCaptureFixture
) -> None:
    task, turns = work()
    down = {name: Mock(side_effect=QueueIsDown("refused")) for name in ("add", "get", "delete")}
    with patch.multiple(cache, **down):
        assert sent(NAME, 1).call_count == 0
        task()
    assert turns == [1]
    assert "task_not_queued" in caplog.text
