"""What a newcomer reads in Dutch is B1 at most, by a measure that is published: Flesch-Douma (see `kit.readability`)."""

import pytest

from inburgering.kit.readability import B1, hardest, reading_of, sentences_of, syllables, words_of
from tests.readability.texts import dutch_texts

MOST_WORDS = 25
"""Of one sentence. An average says nothing about the one sentence that nobody gets through."""

EXEMPT: dict[str, str] = {
    "Dit besluit rust op artikel 15": "de wettelijke grondslag hoort in een beschikking (Awb 3:46 en 3:47)",
}
"""How a sentence begins that must stand as it is, and why."""


def test_every_dutch_text_reads_as_b1_or_easier() -> None:
    hard = {
        f"{name}: {reading.score:.0f} ({reading.norm})": hardest(text)
        for name, text in dutch_texts().items()
        if (reading := reading_of(_without_exempt(text))) and reading.score < B1
    }
    assert not hard, "Te moeilijk, begin bij deze zinnen:\n" + "\n".join(
        f"{name}\n  - " + "\n  - ".join(sentences) for name, sentences in hard.items()
    )


def test_no_sentence_is_too_long() -> None:
    long = [
        f"{name}: {sentence}"
        for name, text in dutch_texts().items()
        for sentence in sentences_of(_without_exempt(text))
        if len(words_of(sentence)) > MOST_WORDS
    ]
    assert not long, f"Meer dan {MOST_WORDS} woorden in één zin:\n" + "\n".join(long)


def _without_exempt(text: str) -> str:
    return "\n".join(one for one in sentences_of(text) if not one.startswith(tuple(EXEMPT)))


def test_each_exemption_is_still_needed() -> None:
    everything = "\n".join(dutch_texts().values())
    assert [words for words in EXEMPT if words not in everything] == []


def test_all_kinds_of_texts_are_measured() -> None:
    names = dutch_texts().keys()
    for part in (
        "templates/contact/notices/pip-vastgesteld/nl.txt", "templates/portal/route.html", "portal/enums/words.py",
        "pip_plans/rules/letter/frame.py", "pip_plans/rules/letter/body.py", "deadlines/rules/words",
    ):  # fmt: skip
        assert any(name.startswith(part) for name in names), part
    assert len(names) > 50


# --- The measure ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("syllables_of_100_words", "words_a_sentence", "score", "norm"),
    [
        # By 206,8 - 0,77 wl - 0,93 zl, on each side of a border in Douma's table of norms.
        (120, 8, 106.96, "zeer gemakkelijk"),
        (140, 10, 89.7, "gemakkelijk"),
        (160, 10, 74.3, "tamelijk gemakkelijk"),
        (170, 16, 61.02, "normaal"),
        (172, 16, 59.48, "tamelijk moeilijk"),
        (190, 20, 41.9, "moeilijk"),
        (210, 25, 21.85, "zeer moeilijk"),
    ],
)
def test_the_score_is_that_of_the_published_formula(
    syllables_of_100_words: int, words_a_sentence: int, score: float, norm: str
) -> None:
    sentences = 100
    words = sentences * words_a_sentence
    more, rest = divmod(words * (syllables_of_100_words - 100) // 100, words)
    row = ["la" * (1 + more + (number < rest)) for number in range(words)]
    lines = (row[start : start + words_a_sentence] for start in range(0, words, words_a_sentence))
    text = " ".join(f"{' '.join(line)}." for line in lines)
    reading = reading_of(text)
    assert reading is not None
    assert (reading.sentences, reading.words) == (sentences, words)
    assert (round(reading.score, 2), reading.norm) == (score, norm)


@pytest.mark.parametrize(
    ("word", "count"),
    [("wij", 1), ("mijn", 1), ("nieuw", 1), ("nieuwe", 2), ("leeuw", 1), ("eeuwen", 2), ("mooie", 2), ("boeien", 2),
     ("gemeente", 3), ("radio", 3), ("museum", 3), ("oceaan", 3), ("idee", 2), ("zeeën", 2), ("ruïne", 3),
     ("beëindigen", 4), ("geïnteresseerd", 5), ("coördinatie", 5), ("januari", 4), ("financieel", 4), ("bureau", 2),
     ("systeem", 2), ("café", 2), ("Yusuf", 2), ("inburgeringstermijn", 6), ("leerbaarheidstoets", 4), ("KNM", 3),
     ("DUO", 2), ("2026", 1)],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_said(word: str, count: int) -> None:
    """By the division of the Groene Boekje: in-bur-ge-rings-ter-mijn."""
    assert syllables(word) == count


def test_a_letter_of_an_office_is_harder_than_plain_words() -> None:
    plain = "U krijgt les in de taal. De les is in de ochtend. Wij betalen de les. Hebt u een vraag? Bel ons."
    office = (
        "Ingevolge het bepaalde in de toepasselijke regelgeving dient belanghebbende binnen de daartoe vastgestelde "
        "termijn aan de desbetreffende verplichtingen voortvloeiende uit de onderhavige beschikking te voldoen."
    )
    easy, hard = reading_of(plain), reading_of(office)
    assert easy
    assert hard
    assert easy.score > 90
    assert hard.score < 30
    assert hardest(f"{plain} {office}", at_most=1) == [office]
    assert reading_of(" \n ") is None
