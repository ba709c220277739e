"""Names, numbers and dates of a person: how they are put together, searched and checked."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

from inburgering.kit.partial_date import PartialDate

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


# What sounds alike, whoever wrote the name down in Latin letters: Youssef, Yusuf and Joesoef are one name.
_ALIKE = (
    ("tsj", "s"), ("sch", "s"), ("sh", "s"), ("sj", "s"), ("ch", "h"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"),
    ("ph", "f"), ("dj", "j"), ("ck", "k"), ("q", "k"), ("c", "k"), ("x", "ks"), ("z", "s"), ("v", "w"),
)  # fmt: skip
_VOWELS = "aeiouyh"


def sound_keys(text: str) -> list[str]:
    """One key a word, equal for spellings that sound alike. Words without a Latin consonant to go by have none."""
    return sorted({key for word in searchable(text).split() if len(key := _sound_key(word)) > 1})


def _sound_key(word: str) -> str:
    for written, sound in _ALIKE:
        word = word.replace(written, sound)
    if word[:1] in "yj":
        word = f"j{word[1:]}"
    word = re.sub(r"(.)\1+", r"\1", word)
    first = "a" if word[:1] in tuple("aeiou") else word[:1]
    return first + "".join(char for char in word[1:] if char not in _VOWELS)


def phone_number(text: str) -> str:
    """Digits only, as dialled in the Netherlands: "+31 (0)6 12 34 56 78" → "0612345678". Other countries keep their 00."""
    digits = re.sub(r"[^\d+]", "", text.replace("(0)", ""), flags=re.ASCII)
    digits = re.sub(r"^\+", "00", digits)
    return re.sub(r"^0031", "0", digits)


@dataclass(frozen=True)
class SearchTerms:
    """What somebody typed in the search box, read as one of three things; `hint` says why that may find nothing."""

    case_number: str = ""
    number: str = ""
    name: str = ""
    hint: str = ""


_CASE_NUMBER = re.compile(r"(20\d{2})-(\d{1,7})", re.ASCII)
_NUMBER = re.compile(r"[\d\s.()+/-]*\d[\d\s.()+/-]*", re.ASCII)


def search_terms(text: str) -> SearchTerms:
    """Reads a dossiernummer, another number (BSN, V-nummer, phone) or a name of two letters or more."""
    text = " ".join(text.split())[:200]
    if match := _CASE_NUMBER.fullmatch(text):
        return SearchTerms(case_number=f"{match[1]}-{int(match[2]):06d}")
    if _NUMBER.fullmatch(text):
        number = phone_number(text)
        hint = ""
        if len(number) == 8:
            hint = "Een BSN heeft negen cijfers. Begint het nummer met een 0? Typ die er dan ook bij."
        return SearchTerms(number=number, hint=hint)
    name = searchable(text)
    if len(name) < 2 and text.isascii():
        return SearchTerms(
            hint="Typ ten minste twee letters van de naam, of een heel nummer." if text else ""
        )
    return SearchTerms(name=name)


def names_number(text: str) -> bool:
    """Whether somebody's number may stand in it: any digit does, except in a dossiernummer, which names nobody."""
    return any(sign.isdigit() for sign in text) and not search_terms(text).case_number


def birth_obstacles(birth: PartialDate | None, *, today: date) -> list[str]:
    """What can't be true of a birth date. An unknown date is no obstacle."""
    if birth is None:
        return []
    if birth.earliest > today:
        return ["De geboortedatum ligt in de toekomst."]
    if today.year - birth.year > 120:
        return ["De geboortedatum ligt meer dan 120 jaar terug."]
    return []


def fact_obstacles(
    *,
    birth: PartialDate | None,
    duty_from: date | None,
    notified_on: date | None,
    brp_registered_on: date | None,
    today: date,
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


_RETRIES = (timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1))


def wait_before_retry(attempts: int) -> timedelta:
    """How long an event that a channel couldn't take waits after so many attempts: soon first, then once a day."""
    return _RETRIES[attempts - 1] if attempts <= len(_RETRIES) else timedelta(days=1)
