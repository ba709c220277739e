"""In which language a beschikking is explained."""

from cases.models import Person
from cases.rules.languages import dutch_name
from contact.rules.notices import Reading, reading_of
from contact.selectors.preferences import languages_read
from pip_plans.rules.companion.words import LANGUAGES


def companion_reading(person: Person) -> Reading:
    return reading_of(languages_read(person), sorted(LANGUAGES))


def companion_missing(person: Person) -> str:
    """The language that the person reads and that we have no text in, by its name; empty when there is none."""
    return dutch_name(companion_reading(person).missing)
