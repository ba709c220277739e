"""Reading a notification exactly by DUO's Notificatie API 1.8.0."""

import json
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

MAX_BYTES = 16_384
"""Many times the largest notification that the file allows with room for fields to come."""

_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_EVENT = re.compile(r"[0-9A-Z]{1,6}")
_BSN = re.compile(r"[0-9]{9}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", re.ASCII)


class NotValidError(ValueError):
    """The message isn't what the API describes."""


@dataclass(frozen=True, slots=True)
class Notification:
    """`person_key` is what makes a person the same one: the BSN, else the V-number, else nothing."""

    event: str
    registered_at: datetime
    bsn: str
    v_number: int | None

    @property
    def person_key(self) -> str:
        if self.bsn:
            return self.bsn
        return "" if self.v_number is None else f"v{self.v_number}"


def is_message_id(text: str) -> bool:
    return _UUID.fullmatch(text) is not None


def parse(body: bytes) -> Notification:
    """Raises NotValidError. Fields that the file doesn't name are no error: DUO may add some."""
    try:
        # From text: of bytes, json would take UTF-16 too, and JSON that travels is UTF-8 (RFC 8259).
        content = json.loads(body.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise NotValidError("not JSON") from error
    if not isinstance(content, dict):
        raise NotValidError("not an object")
    event = content.get("gebeurtenisId")
    if not isinstance(event, str) or not _EVENT.fullmatch(event):
        raise NotValidError("gebeurtenisId")
    bsn = content.get("bsn", "")
    if "bsn" in content and not (isinstance(bsn, str) and _BSN.fullmatch(bsn)):
        raise NotValidError("bsn")
    v_number = content.get("vNummer")
    if "vNummer" in content and not _is_v_number(v_number):
        raise NotValidError("vNummer")
    return Notification(event, _moment(content.get("registratieDatumTijd")), bsn, v_number)


def _is_v_number(value: Any) -> bool:
    return type(value) is int and 0 <= value <= 9_999_999_999


def _moment(value: Any) -> datetime:
    """A date-time of RFC 3339. Years that no registration can have are refused here, not by the database."""
    if not isinstance(value, str) or not _MOMENT.fullmatch(value):
        raise NotValidError("registratieDatumTijd")
    try:
        moment = datetime.fromisoformat(value.upper())
    except ValueError as error:
        raise NotValidError("registratieDatumTijd") from error
    if not 1900 <= moment.year <= 2200:
        raise NotValidError("registratieDatumTijd")
    return moment
