"""In which language a beschikking is explained."""

from cases.enums import Language
from cases.models import Person
from contact.rules.notices import Reading, reading_of
from contact.selectors.preferences import languages_read
from pip_plans.rules.companion.words import LANGUAGES


def companion_reading(person: Person) -> Reading:
    return reading_of(languages_read(person), sorted(LANGUAGES))


def companion_missing(person: Person) -> str:
    """The language that the person reads and that we have no text in, by its name; empty when there is none."""
    missing = companion_reading(person).missing
    return str(dict(Language.choices).get(missing, missing))
