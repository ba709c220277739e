"""Two people who write at the same field of a concept: whose text stands, and when somebody must choose."""

import hashlib
import json
from datetime import date
from enum import Enum, auto
from typing import Any


class Verdict(Enum):
    """What becomes of a value that somebody sends."""

    LEAVE = auto()
    """It stands there already, or the sender never touched the field."""
    WRITE = auto()
    CHOOSE = auto()
    """The sender and a colleague both changed it: the text that stands stays, and somebody chooses."""


def as_plain(value: Any) -> Any:
    """The value as JSON can keep it."""
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, list | tuple) else value


def mark_of(value: Any) -> str:
    """Short name of a value, to tell whether somebody changed it since it was shown.

    A form sends the ends of lines in another way than they are kept, and no spaces around a text.
    """
    plain = as_plain(value)
    if isinstance(plain, str):
        plain = plain.replace("\r\n", "\n").strip()
    return hashlib.sha256(json.dumps(plain, sort_keys=True, default=str).encode()).hexdigest()[:16]


def verdict(*, seen: str, standing: Any, wanted: Any, is_own: bool) -> Verdict:
    """`seen` is the mark of the value on the page of the sender; "" when the sender doesn't say, and then writes.

    `is_own`: the sender wrote what stands, on this page or on another, so the later words hold. A field that the sender
    left alone stays all the same: on a second page it still shows what it was.
    """
    now, mine = mark_of(standing), mark_of(wanted)
    if mine == now:
        return Verdict.LEAVE
    if seen in ("", now):
        return Verdict.WRITE
    if mine == seen:
        return Verdict.LEAVE
    return Verdict.WRITE if is_own else Verdict.CHOOSE
