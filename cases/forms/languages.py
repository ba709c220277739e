"""Which language somebody writes or reads in."""

from django.conf import settings
from django.utils.translation import get_language

from cases.rules.languages import choices_in


def language_choices() -> list[tuple[str, str]]:
    """Every language, named as on this page: those of the portal first, then the others that newcomers bring."""
    return choices_in((get_language() or "nl")[:2], first=dict(settings.LANGUAGES))
