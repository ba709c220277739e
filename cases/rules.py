"""Names and dates of a person: how they are put together, searched and checked."""

import unicodedata
from datetime import date

from inburgering.kit.partial_date import PartialDate

MINIMUM_AGE = 16
"""Youngest age at which somebody can be inburgeringsplichtig (Wet inburgering 2021, art. 3 lid 1)."""

# Letters that Unicode doesn't take apart into a base letter and a mark.
_BASE_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe",
                               "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n", "ə": "e"})  # fmt: skip


def full_name(first_names: str, prefix: str, last_name: str) -> str:
    """The name as it is said: "Yusuf al-Haddad", or the one name somebody has."""
    return " ".join(part for part in (first_names, prefix, last_name) if part)


def searchable(text: str) -> str:
    """Small letters without marks, so that "Şükrü Özdemir" is found by "sukru ozdemir". Other scripts stay as they are."""
    decomposed = unicodedata.normalize("NFKD", text.casefold()).translate(_BASE_LETTERS)
    kept = "".join(char if char.isalnum() else " " for char in decomposed if not unicodedata.combining(char))
    return " ".join(kept.split())


def birth_obstacles(birth: PartialDate | None, *, today: date) -> list[str]:
    """What can't be true of a birth date. An unknown date is no obstacle."""
    if birth is None:
        return []
    if birth.earliest > today:
        return ["De geboortedatum ligt in de toekomst."]
    if today.year - birth.year > 120:
        return ["De geboortedatum ligt meer dan 120 jaar terug."]
    return []


def age_on(birth: PartialDate, day: date) -> int:
    """The youngest that the person can be on this day, in whole years."""
    latest = birth.latest
    return day.year - latest.year - ((day.month, day.day) < (latest.month, latest.day))


def fact_obstacles(
    *, birth: PartialDate | None, duty_from: date | None, notified_on: date | None, brp_registered_on: date | None, today: date
) -> list[str]:
    """Dates of a case that can't be true together, each in a sentence."""
    named = {
        "De dag waarop de inburgeringsplicht begon": duty_from,
        "De kennisgeving van DUO": notified_on,
        "De inschrijving in de gemeente": brp_registered_on,
    }
    obstacles = []
    for label, day in named.items():
        if day is None:
            continue
        if birth and day < birth.earliest:
            obstacles.append(f"{label} ligt vóór de geboorte.")
        if day > today:
            obstacles.append(f"{label} ligt in de toekomst.")
    if duty_from and notified_on and notified_on < duty_from:
        obstacles.append("De kennisgeving van DUO ligt vóór de dag waarop de plicht begon.")
    return obstacles
