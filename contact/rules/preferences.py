"""When somebody may be disturbed, how often, and over which channel first."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from contact.enums.notices import Channel

CHOSEN_FIRST = (Channel.MAIL, Channel.SMS, Channel.LETTER)
QUIET_FROM = time(21)
QUIET_UNTIL = time(8)
DAILY_CAP = 3
HERE = ZoneInfo("Europe/Amsterdam")
DISTURBING = frozenset({Channel.MAIL, Channel.SMS})
"""What makes a phone buzz: only these keep the quiet hours and count for the day."""


def end_of_quiet(now: datetime, quiet_from: time, quiet_until: time) -> datetime | None:
    """When the quiet hours that run now end; None outside them.

    The clock on the wall counts, so the night in which the clock goes back is an hour longer.
    """
    local = now.astimezone(HERE)
    if quiet_from == quiet_until:
        return None
    if quiet_from < quiet_until:
        is_quiet, day = quiet_from <= local.time() < quiet_until, local.date()
    else:
        is_quiet = local.time() >= quiet_from or local.time() < quiet_until
        day = local.date() + timedelta(days=local.time() >= quiet_from)
    return datetime.combine(day, quiet_until, HERE).astimezone(UTC) if is_quiet else None


def tomorrow_morning(now: datetime, quiet_until: time) -> datetime:
    """When a message goes that is one too many for today."""
    day = now.astimezone(HERE).date() + timedelta(days=1)
    return datetime.combine(day, quiet_until, HERE).astimezone(UTC)


def local_day(moment: datetime) -> date:
    return moment.astimezone(HERE).date()


def start_of_day(now: datetime) -> datetime:
    return datetime.combine(now.astimezone(HERE).date(), time(), HERE).astimezone(UTC)


def reachable(
    order: Sequence[str], *, email: str, phone: str, refused_email: str = "", refused_phone: str = ""
) -> list[Channel]:
    """The channels that can reach the person now, in their order. A letter always can: it is posted or handed over."""
    works = {
        Channel.MAIL: bool(email) and email != refused_email,
        Channel.SMS: is_mobile(phone) and phone != refused_phone,
        Channel.LETTER: True,
    }
    chosen = [Channel(code) for code in order]
    return [channel for channel in dict.fromkeys([*chosen, Channel.LETTER]) if works.get(channel)]


def international(phone: str) -> str:
    """A number as the SMS service wants it: "+31612345678". Empty when it isn't one."""
    digits = "".join(char for char in phone if char.isdigit() or char == "+")
    if digits.startswith("00"):
        digits = f"+{digits[2:]}"
    elif digits.startswith("0"):
        digits = f"+31{digits[1:]}"
    digits = digits.replace("+310", "+31")
    return digits if digits.startswith("+") and 9 <= len(digits) <= 16 else ""


def is_mobile(phone: str) -> bool:
    """Whether an SMS arrives there: a Dutch number must start with 06; of a foreign one we can't tell."""
    number = international(phone)
    return bool(number) and (not number.startswith("+31") or number.startswith("+316"))
