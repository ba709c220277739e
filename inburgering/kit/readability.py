"""How easy a Dutch text reads: the Flesch-Douma measure.

W.H. Douma, De leesbaarheid van landbouwbladen (Landbouwhogeschool Wageningen, 1960): Flesch's reading ease fitted to Dutch,
206,8 - 0,77 x (lettergrepen per honderd woorden) - 0,93 x (woorden per zin). Formula and norms as in Onze taal/Taalbeheersing
handbooks since; koRpus has it as `flesch(parameters="nl")`.

Nobody has published a table from this measure to the levels of the CEFR. We ask `B1`: Douma's "normaal" or easier, what
somebody reads after primary school. A text that fails is too hard; one that passes can still be hard for other reasons.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

B1 = 60.0

NORMS = (
    (90.0, "zeer gemakkelijk"),
    (80.0, "gemakkelijk"),
    (70.0, "tamelijk gemakkelijk"),
    (60.0, "normaal"),
    (45.0, "tamelijk moeilijk"),
    (30.0, "moeilijk"),
)
"""From this score on, in the words of Douma's table. Below the last: "zeer moeilijk"."""

_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+|\n+")
_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_FOREIGN_MARKS = str.maketrans("áàâéèêíìîóòôúùû", "aaaeeeiiiooouuu")
# Letters that sound as one, the longest first. A diaeresis starts a new syllable, and ij is one sound.
_SOUNDS = re.compile(
    r"e(?=um\b)|[ëï](?:[iue](?![iue]))?|[äöü]+|ieuw?|eeuw?|eau|aai|ooi|oei|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|au|ou|[aeiou]"
    r"|(?<![aeiou])y(?![aeiou])"
)


@dataclass(frozen=True)
class Reading:
    """The counts of a text and its score: higher is easier, about 0 to 100."""

    sentences: int
    words: int
    syllables: int

    @property
    def score(self) -> float:
        return 206.8 - 77 * self.syllables / self.words - 0.93 * self.words / self.sentences

    @property
    def norm(self) -> str:
        return next((name for least, name in NORMS if self.score >= least), "zeer moeilijk")


def reading_of(text: str) -> Reading | None:
    """None when there is no word in it."""
    sentences = [words for sentence in sentences_of(text) if (words := words_of(sentence))]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return None
    return Reading(len(sentences), len(words), sum(syllables(word) for word in words))


def hardest(text: str, *, at_most: int = 5) -> list[str]:
    """The sentences to mend first."""
    scored: Sequence[tuple[float, str]] = [
        (reading.score, sentence) for sentence in sentences_of(text) if (reading := reading_of(sentence))
    ]
    return [sentence for _, sentence in sorted(scored)[:at_most]]


def sentences_of(text: str) -> list[str]:
    """A new line or one of . ! ? ends a sentence. Flesch ends one at : and ; too; we don't, so our score is never higher."""
    return [part for piece in _END.split(text) if (part := piece.strip())]


def words_of(sentence: str) -> list[str]:
    """Words and numbers; a compound with a hyphen counts as its parts."""
    return _WORD.findall(sentence)


def syllables(word: str) -> int:
    """How many syllables it is said with. What is spelled out loud (KNM, 12) counts a syllable a letter, and one a number."""
    if word.isdigit():
        return 1
    low = word.lower().translate(_FOREIGN_MARKS)
    found = len(_SOUNDS.findall(low))
    return found or len(word)
