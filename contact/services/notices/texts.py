"""The words of a message: a text file for each kind and language, filled in with facts.

A file has three parts with a line `---` between them: subject (never anything personal: it shows on a locked
phone), short text (SMS), full text. Facts are words, numbers, dates and moments; days are written out in the
language of the text: `{{ day }}`, and for a moment `{{ starts_at.day }}` and `{{ starts_at.time }}`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date
from django.conf import settings
from django.template import Context, Engine
from django.template.exceptions import TemplateDoesNotExist

from cases.rules.languages import RIGHT_TO_LEFT
from contact.enums.notices import NoticeKind
from contact.models.notices import Notice
from contact.rules.notices import DUTCH

FOLDER = Path(settings.BASE_DIR) / "templates" / "contact" / "notices"
SEPARATOR = re.compile(r"^---$", re.MULTILINE)
_SHARED = "_gedeeld"
LANGUAGES = tuple(code for code, _ in settings.LANGUAGES)
_MISSING = "\ue000"
_PHONE = re.compile(r"\+?[\d ()-]{7,}")
_CASE_NUMBER = re.compile(r"\d{4}-\d{6}(-B\d+)?")
_LEFT_TO_RIGHT = "\u200e"
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d\S*)?")


@dataclass(frozen=True)
class Text:
    subject: str
    short: str
    full: str


@dataclass(frozen=True)
class Moment:
    day: str
    time: str

    def __str__(self) -> str:
        return f"{self.day}, {self.time}"


def render(kind: NoticeKind | str, language: str, context: Mapping[str, Any]) -> Text:
    """The text in one language. Raises LookupError when there is no such text or a fact is missing."""
    try:
        template = _engine().get_template(f"{kind}/{language}.txt")
    except TemplateDoesNotExist as error:
        raise LookupError(f"No text for {kind} in {language}.") from error
    filled = template.render(
        Context({name: _spoken(value, language) for name, value in context.items()}, autoescape=False)
    )
    if _MISSING in filled:
        names = sorted(set(re.findall(f"{_MISSING}(\\S*?){_MISSING}", filled)))
        raise LookupError(f"The text of {kind} in {language} needs {', '.join(names)}.")
    subject, short, full = (re.sub(r"\n{3,}", "\n\n", part.strip()) for part in SEPARATOR.split(filled, 2))
    return Text(subject, short, full)


def both(kind: NoticeKind, language: str, context: Mapping[str, Any]) -> tuple[Text, Text]:
    """The text in the person's language and in Dutch. What a colleague typed in another language has no frame."""
    dutch = render(kind, DUTCH, context)
    if language == DUTCH:
        return dutch, dutch
    if language in LANGUAGES:
        return render(kind, language, context), dutch
    return Text(dutch.subject, dutch.short, str(context["translation"])), dutch


def subject_in(notice: Notice, language: str) -> str:
    """What a message is called in this language; as it was sent where there is no such text."""
    try:
        return render(notice.kind, language, notice.context).subject
    except LookupError:
        return notice.subject


def neutral(notice: Notice) -> Text:
    """What a phone or mailbox of a whole family gets: that there is a message, not for whom or about what."""
    return render(_SHARED, notice.language if notice.language in LANGUAGES else DUTCH, notice.context)


def neutral_dutch(notice: Notice) -> Text:
    return render(_SHARED, DUTCH, notice.context)


def languages_of(kind: NoticeKind) -> frozenset[str]:
    """Languages in which this message is written, of those that the product offers."""
    return frozenset(code for code in LANGUAGES if (FOLDER / kind / f"{code}.txt").exists())


@lru_cache(maxsize=1)
def _engine() -> Engine:
    """Plain text: nothing is escaped here. What shows a text in HTML escapes it there."""
    return Engine(dirs=[str(FOLDER)], autoescape=False, string_if_invalid=f"{_MISSING}%s{_MISSING}")


def _spoken(value: Any, language: str) -> Any:
    """Dates as this language says them, also where they passed through JSON."""
    if isinstance(value, str) and _MOMENT.fullmatch(value):
        value = datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
    if isinstance(value, str) and language in RIGHT_TO_LEFT and _PHONE.fullmatch(value):
        # Loose groups of digits after Arabic letters are set from right to left: the number would read backwards.
        return value.replace(" ", "\u00a0")
    if isinstance(value, str) and language in RIGHT_TO_LEFT and _CASE_NUMBER.fullmatch(value):
        return f"{_LEFT_TO_RIGHT}{value}{_LEFT_TO_RIGHT}"
    if isinstance(value, datetime):
        local = value.astimezone(ZoneInfo(settings.TIME_ZONE)) if value.tzinfo else value
        return Moment(_day(local.date(), language), f"{local:%H:%M}")
    return _day(value, language) if isinstance(value, date) else value


def _day(day: date, language: str) -> str:
    return format_date(day, "EEEE d MMMM y", locale=language)
