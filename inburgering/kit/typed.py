"""What somebody typed: without signs that nobody sees, and whether it says something."""

import unicodedata

# They turn the text around that follows, also somebody else's. Isolates keep to themselves and may stay.
_OVERRIDES = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e"))
FEWEST_LETTERS = 8
"""Of a reason that somebody else has to understand: less is "x", "ok" or "n.v.t."."""


def typed(text: str) -> str:
    """In one spelling (NFC), without overrides, and without blank or invisible signs around it: those alone are no text.

    Inside a text they stay: Persian and Hindi are spelled with joiners.
    """
    text = unicodedata.normalize("NFC", text).translate(_OVERRIDES)
    seen = [at for at, char in enumerate(text) if not _is_unseen(char)]
    return text[seen[0] : seen[-1] + 1] if seen else ""


def _is_unseen(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) in ("Cf", "Cc")


def says_something(reason: str) -> bool:
    return sum(char.isalpha() for char in reason) >= FEWEST_LETTERS
