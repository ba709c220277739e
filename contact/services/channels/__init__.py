"""The ways out: mail, SMS and paper. Each says in its own exceptions what is known about the message afterwards."""

from collections.abc import Callable
from dataclasses import dataclass

HandOver = Callable[[], None]
"""Called right before the channel gets the message itself: from there on it may have arrived."""


class LaterError(Exception):
    """Nothing arrived, and another try can go well. The text is a Dutch sentence for staff."""


class OutageError(LaterError):
    """Nothing arrived, and for others it wouldn't now either."""


class RefusedError(Exception):
    """Nothing arrived, and it never will at this address."""


class UnknownOutcomeError(Exception):
    """The channel had the message, and its answer never came."""


@dataclass(frozen=True)
class Receipt:
    """What the channel said when it took the message."""

    ref: str = ""
    is_delivered: bool = False
