"""Work that is asked for again while it is still busy."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from inburgering.kit.alone import alone


def elsewhere(work: Callable[[], None]) -> None:
    """As another worker would, on a connection of its own."""

    def run() -> None:
        try:
            work()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as other:
        other.submit(run).result()


def test_the_second_does_nothing_while_the_first_is_busy(db: None) -> None:
    begun = []

    @alone
    def round_along_all() -> None:
        begun.append("round")
        if len(begun) == 1:
            elsewhere(round_along_all)

    round_along_all()
    assert begun == ["round"]
    elsewhere(round_along_all)
    assert begun == ["round", "round"]


def test_other_work_goes_on(db: None) -> None:
    done = []

    @alone
    def small() -> None:
        done.append("small")

    @alone
    def large() -> None:
        elsewhere(small)
        done.append("large")

    large()
    assert done == ["small", "large"]


def test_work_that_failed_can_begin_again(db: None) -> None:
    tries = []

    @alone
    def fragile() -> None:
        tries.append("try")
        if len(tries) == 1:
            raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        fragile()
    elsewhere(fragile)
    assert len(tries) == 2
