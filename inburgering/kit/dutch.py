"""Dates as a Dutch letter writes them, independent of any locale setting."""

from datetime import date

from inburgering.kit.partial_date import MONTHS

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def lower_first(label: str) -> str:
    """A label in the middle of a sentence. Names in it, such as DigiD, stay as they are."""
    return f"{label[:1].lower()}{label[1:]}"


def upper_first(words: str) -> str:
    """The beginning of a sentence, or a label by itself."""
    return f"{words[:1].upper()}{words[1:]}"


def format_date(day: date, *, weekday: bool = True) -> str:
    """ "maandag 16 maart 2026", or "16 maart 2026" without the weekday."""
    text = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return f"{WEEKDAYS[day.weekday()]} {text}" if weekday else text
