"""Which characters a letter can show. A PDF that must stay readable for decades may not hold a sign without a shape."""

import re
import unicodedata
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from struct import unpack_from

UNKNOWN = "\ufffd"
# Marks that steer writing direction and joining have no shape and need no font; overrides are left out, because a name
# could turn the rest of the letter around with them.
_JOINERS = frozenset("\u200b\u200c\u200d\u200e\u200f")
_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
# More unknown signs than this, and the text says nothing to anybody.
_MOST_UNKNOWN = 0.2
# A name of 200 letters without a space would run off the page: it may break after each piece.
_PIECE = 20
_TOO_LONG = re.compile(r"[^\s\u200b]{41,}")
_BREAK = "\u200b"


def printable(text: str, covered: AbstractSet[int], *, instead: str) -> str:
    """The text as far as the fonts reach: a lone unknown sign becomes U+FFFD, an unknown script becomes `instead`."""
    kept = [_as_letter(char) for char in unicodedata.normalize("NFC", text) if char not in _OVERRIDES]
    unknown = [char for char in kept if not _is_known(char, covered)]
    if unknown and len(unknown) > _MOST_UNKNOWN * len("".join(kept).strip()):
        return instead if len(unknown) > 1 else UNKNOWN
    shown = "".join(char if _is_known(char, covered) else UNKNOWN for char in kept)
    return _TOO_LONG.sub(lambda word: _BREAK.join(_pieces(word[0])), shown)


def _pieces(word: str) -> Iterator[str]:
    return (word[at : at + _PIECE] for at in range(0, len(word), _PIECE))


def _as_letter(char: str) -> str:
    if char in "\u2028\u2029":
        return "\n"
    return " " if char != "\n" and unicodedata.category(char) == "Cc" else char


def _is_known(char: str, covered: AbstractSet[int]) -> bool:
    return char in _JOINERS or char.isspace() or ord(char) in covered


def covered_by(font: bytes) -> frozenset[int]:
    """The code points that a TrueType font has a glyph for, by its `cmap` table (formats 4 and 12)."""
    (tables,) = unpack_from(">H", font, 4)
    for n in range(tables):
        tag, _, start, _ = unpack_from(">4sLLL", font, 12 + 16 * n)
        if tag == b"cmap":
            return frozenset(_of_cmap(font, start))
    return frozenset()


def _of_cmap(font: bytes, start: int) -> Iterator[int]:
    (subtables,) = unpack_from(">H", font, start + 2)
    for n in range(subtables):
        _, _, offset = unpack_from(">HHL", font, start + 4 + 8 * n)
        (layout,) = unpack_from(">H", font, start + offset)
        if layout == 4:
            yield from _of_format_4(font, start + offset)
        elif layout == 12:
            yield from _of_format_12(font, start + offset)


def _of_format_4(font: bytes, at: int) -> Iterator[int]:
    """Segments of code points; 0xFFFF closes the list and is no character."""
    (twice,) = unpack_from(">H", font, at + 6)
    for n in range(twice // 2):
        (last,) = unpack_from(">H", font, at + 14 + 2 * n)
        (first,) = unpack_from(">H", font, at + 16 + twice + 2 * n)
        yield from (code for code in range(first, last + 1) if code != 0xFFFF)


def _of_format_12(font: bytes, at: int) -> Iterator[int]:
    (groups,) = unpack_from(">L", font, at + 12)
    for n in range(groups):
        first, last, _ = unpack_from(">LLL", font, at + 16 + 12 * n)
        yield from range(first, last + 1)
