"""Checks on the numbers by which government names people and organisations."""

from stdnum.nl import bsn as stdnum_bsn


def is_valid_bsn(value: str) -> bool:
    """Nine digits that pass the elfproef. Shorter numbers are refused: a lost leading zero is somebody else's number."""
    return len(value) == 9 and value.isascii() and value.isdigit() and bool(stdnum_bsn.is_valid(value))


def is_valid_v_number(value: int) -> bool:
    """A vreemdelingennummer of the IND: at most ten digits, as in DUO's Notificatie API 1.8.0."""
    return 0 < value <= 9_999_999_999


def is_valid_oin(value: str) -> bool:
    """An Organisatie-identificatienummer: twenty digits, starting with eight zeros."""
    return len(value) == 20 and value.isascii() and value.isdigit() and value.startswith("00000000")
