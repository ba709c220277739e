"""Keeps citizen service numbers out of the logs."""

import re
from collections.abc import MutableMapping
from typing import Any

_NINE_DIGITS = re.compile(r"(?<!\d)\d{9}(?!\d)")


def mask_citizen_numbers(
    _logger: object, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Structlog processor: replaces each run of exactly nine digits, which may be a BSN, by `*********`."""
    for key, value in event.items():
        if isinstance(value, str):
            event[key] = _NINE_DIGITS.sub("*********", value)
        elif isinstance(value, int) and not isinstance(value, bool) and 10**8 <= value < 10**9:
            event[key] = "*********"
    return event
