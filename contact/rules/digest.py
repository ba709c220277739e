"""The words of the daily mail to a colleague: dossier numbers and links, never a name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from contact.rules.preferences import HERE
from inburgering.kit.dutch import format_date

SENT_FROM = time(7, 30)
MOST_LINES = 25


@dataclass(frozen=True)
class Line:
    """What asks attention, and where to find it."""

    what: str
    url: str


@dataclass(frozen=True)
class Section:
    heading: str
    lines: Sequence[Line]
    more_url: str


def is_time(now: datetime, *, is_working_day: bool) -> bool:
    return is_working_day and now.astimezone(HERE).time() >= SENT_FROM


def digest_text(day: date, sections: Sequence[Section], base_url: str) -> str:
    """Empty when there is nothing to say."""
    filled = [section for section in sections if section.lines]
    if not filled:
        return ""
    parts = ["Goedemorgen,", f"Dit vraagt vandaag uw aandacht, {format_date(day)}."]
    parts += [_section_text(section, base_url) for section in filled]
    parts.append(f"Alles staat ook op uw werkvoorraad: {base_url}/")
    return "\n\n".join(parts) + "\n"


def _section_text(section: Section, base_url: str) -> str:
    shown = [f"- {line.what}\n  {base_url}{line.url}" for line in section.lines[:MOST_LINES]]
    if more := len(section.lines) - MOST_LINES:
        shown += [f"- En nog {more} meer: {base_url}{section.more_url}"] if more > 0 else []
    return "\n".join([section.heading.upper(), *shown])
