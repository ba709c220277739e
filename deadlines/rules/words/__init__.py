"""The words of each language."""

from collections.abc import Mapping

from deadlines.rules.words.ar import WORDS as AR
from deadlines.rules.words.en import WORDS as EN
from deadlines.rules.words.language import Language
from deadlines.rules.words.nl import WORDS as NL

LANGUAGES: Mapping[str, Language] = {"nl": NL, "en": EN, "ar": AR}
