"""The words of each language. One that isn't here has none yet: then the companion is in Dutch, and says so."""

from collections.abc import Mapping

from pip_plans.rules.companion.words.ar import WORDS as AR
from pip_plans.rules.companion.words.en import WORDS as EN
from pip_plans.rules.companion.words.language import Words
from pip_plans.rules.companion.words.nl import WORDS as NL

LANGUAGES: Mapping[str, Words] = {"nl": NL, "en": EN, "ar": AR}

__all__ = ["LANGUAGES", "Words"]
