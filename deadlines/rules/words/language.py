"""What a language must have words for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from deadlines.enums import Ground
from deadlines.rules.arithmetic import Length


@dataclass(frozen=True, kw_only=True)
class Language:
    """The words of one language; the same keys in each."""

    phrases: Mapping[str, str]
    labels: Mapping[str, str]
    starts: Mapping[str, str]
    days_off: Mapping[str, str]
    grounds: Mapping[Ground, str]
    # The names of laws keep their Dutch name where they are missing here.
    laws: Mapping[str, str]
    names: Mapping[str, str]
    article: str
    # "lid" and "onderdeel" inside the number of an article.
    parts: Mapping[str, str]
    joined: str
    comma: str
    # Before what comes after the first of several days off.
    then: str
    between: str
    months: tuple[str, ...]
    length: Callable[[Length], str]

    def day(self, day: date, *, year: bool = True) -> str:
        text = f"{day.day} {self.months[day.month - 1]}"
        return f"{text} {day.year}" if year else text
