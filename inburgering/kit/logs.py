"""Keeps citizen service numbers out of the logs."""

import re
from collections.abc import MutableMapping
from typing import Any

_NINE_DIGITS = re.compile(r"(?<!\d)\d{9}(?!\d)")
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def mask_citizen_numbers(
    _logger: object, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Structlog processor: replaces each run of exactly nine digits, which may be a BSN, by `*********`.

    A request id of our own making stays whole, else nobody finds the lines of one request. It counts as such by its
    shape: a caller may send one along, and there a number is masked as everywhere.
    """
    for key, value in event.items():
        if key == "request_id" and isinstance(value, str) and _UUID.fullmatch(value):
            continue
        if isinstance(value, str):
            event[key] = _NINE_DIGITS.sub("*********", value)
        elif isinstance(value, int) and not isinstance(value, bool) and 10**8 <= value < 10**9:
            event[key] = "*********"
    return event
