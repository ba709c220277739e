"""The catalogue, what may be answered, what is missing, and what contradicts the test. No database."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.enums import LbtOutcome, QuestionKind
from intake.rules import (
    MAX_CHARACTERS,
    NOT_AGAIN,
    NOT_BINDING,
    QUESTIONS,
    RESTRICTED,
    SECTIONS,
    AnswerError,
    Facts,
    applies,
    clean_text,
    clean_value,
    contradictions,
    day_obstacles,
    fingerprint,
    is_overtaken,
    missing,
    progress,
    score_of_duo,
    talk_obstacles,
)

TODAY = date(2026, 11, 20)  # Friday
EMPTY = Facts(values={}, declined=frozenset(), talks=0, private_talk_on=None, has_lbt=False)


# --- The catalogue ---------------------------------------------------------------------------------


def test_own_words_come_first() -> None:
    """PP-30: the block of the newcomer's own voice stands in front, and can't be passed over."""
    first = SECTIONS[0]
    assert first.key == "eigen-woorden"
    assert [q.key for q in first.questions][:3] == ["doelen", "wensen", "zorgen"]
    assert all(q.required and q.kind is QuestionKind.OWN_WORDS and q.may_decline for q in first.questions[:3])


def test_each_block_of_the_law_has_a_section() -> None:
    """Besluit inburgering 2021, art. 5.2 lid 1."""
    assert {section.key for section in SECTIONS} >= {
        "toets", "onderwijs-werk", "omstandigheden", "gezondheid", "kinderen", "taal", "arbeid", "zelfredzaamheid",
    }  # fmt: skip


def test_keys_are_unique_and_fit() -> None:
    keys = [question.key for section in SECTIONS for question in section.questions]
    assert len(keys) == len(set(keys))
    assert all(len(key) <= 40 and "__" not in key for key in keys)


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=lambda question: question.key)
def test_what_is_asked_of_the_newcomer_can_be_read_in_three_languages(question) -> None:
    if question.for_staff:
        return
    for words in (question.words, *(option.words for option in question.options)):
        assert words.nl
        assert words.en
        assert words.ar


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=lambda question: question.key)
def test_kind_and_options_belong_together(question) -> None:
    chosen = question.kind in {QuestionKind.CHOICE, QuestionKind.YES_NO}
    assert bool(question.options) == chosen
    assert bool(question.maximum) == (question.kind is QuestionKind.NUMBER)
    if question.only_if:
        key, value = question.only_if
        assert value in {option.value for option in QUESTIONS[key].options}


def test_health_is_the_only_restricted_section() -> None:
    assert [section.key for section in SECTIONS if section.restricted] == ["gezondheid"]
    assert "gezondheid_toelichting" in RESTRICTED
    assert {"zelf_beslissen", "gezondheid_hulp"} <= RESTRICTED
    assert "doelen" not in RESTRICTED


def test_nobody_is_called_illiterate() -> None:
    """PP-32."""
    texts = [w.nl for q in QUESTIONS.values() for w in (q.words, *(o.words for o in q.options))]
    assert not [text for text in texts if "analfab" in text.lower() or "ongeletterd" in text.lower()]


# --- Answers ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "typed", "kept"),
    [
        ("doelen", "أريد\r\nأن أعمل", "أريد\nأن أعمل"),
        ("doelen", "  \n ", ""),
        ("doelen", "ሰላም <b>&\"'", "ሰላም <b>&\"'"),
        ("onderwijs_jaren", " 12 ", "12"),
        ("onderwijs_jaren", "012", "12"),
        ("onderwijs_jaren", "١٢", "12"),
        ("onderwijs_jaren", "0", "0"),
        ("onderwijs_jaren", "", ""),
        ("diploma", "met_papieren", "met_papieren"),
        ("diploma", "", ""),
    ],
)
def test_an_answer_is_kept_as_it_was_meant(key: str, typed: str, kept: str) -> None:
    assert clean_value(QUESTIONS[key], typed) == kept


@pytest.mark.parametrize(
    ("key", "typed", "sentence"),
    [
        ("doelen", "a\x00b", "teken in dat niet kan"),
        ("doelen", "\ud83d", "teken in dat niet kan"),
        ("onderwijs_jaren", "41", "van 0 tot en met 40"),
        ("onderwijs_jaren", "-1", "heel getal"),
        ("onderwijs_jaren", "1,5", "heel getal"),
        ("onderwijs_jaren", "²", "heel getal"),
        ("onderwijs_jaren", "9" * 5000, "heel getal"),
        ("diploma", "misschien", "Kies een van de antwoorden"),
        ("kinderen", "yes", "Kies een van de antwoorden"),
    ],
)
def test_what_cant_be_kept_gets_a_sentence(key: str, typed: str, sentence: str) -> None:
    with pytest.raises(AnswerError, match=sentence):
        clean_value(QUESTIONS[key], typed)


def test_twenty_thousand_characters_fit_and_one_more_does_not() -> None:
    assert len(clean_text("ا" * MAX_CHARACTERS)) == 20_000
    with pytest.raises(AnswerError, match=r"20\.001 tekens.*20\.000"):
        clean_text("ا" * (MAX_CHARACTERS + 1))


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    try:
        once = clean_text(text)
    except AnswerError:
        return
    assert clean_text(once) == once


@pytest.mark.parametrize(
    ("seen", "current", "wanted", "overtaken"),
    [
        ("a", "a", "b", False),  # nobody else changed it
        ("a", "c", "b", True),  # a colleague did
        ("a", "b", "b", False),  # to the same text
        ("", "", "b", False),
        ("", "c", "b", True),
    ],
)
def test_a_text_is_overtaken_when_another_came_between(
    seen: str, current: str, wanted: str, overtaken: bool
) -> None:
    assert is_overtaken(seen=fingerprint(seen), current=current, wanted=wanted) is overtaken


# --- What is missing -------------------------------------------------------------------------------


def test_an_empty_intake_names_everything_at_once() -> None:
    found = missing(EMPTY)
    needed = [q for q in QUESTIONS.values() if q.required and q.only_if is None]
    assert [item.question for item in found if item.question] == [q.key for q in needed]
    assert found[0].sentence == "In eigen woorden: Doelen"
    assert len([item for item in found if not item.question]) == 3


def test_not_wanting_to_tell_is_an_answer() -> None:
    """PP-30: empty goals, wishes or worries keep the intake open; "wilde niet delen" is an answer."""
    facts = replace(EMPTY, values={"doelen": "werk"}, declined={"wensen"})
    keys = {item.question for item in missing(facts)}
    assert "doelen" not in keys
    assert "wensen" not in keys
    assert "zorgen" in keys


@pytest.mark.parametrize(("children", "asked"), [("ja", True), ("nee", False), ("", False)])
def test_early_education_is_asked_only_with_children(children: str, asked: bool) -> None:
    assert applies(QUESTIONS["vve"], {"kinderen": children}) is asked
    assert (
        "vve" in {item.question for item in missing(replace(EMPTY, values={"kinderen": children}))}
    ) is asked


def test_a_contradiction_asks_for_a_judgement_in_writing() -> None:
    keys = {item.question for item in missing(replace(EMPTY, is_contradictory=True))}
    assert {"oordeel_toets", "oordeel_toets_toelichting"} <= keys
    assert not {"oordeel_toets", "oordeel_toets_toelichting"} & {item.question for item in missing(EMPTY)}


def test_two_texts_at_one_field_must_be_settled() -> None:
    facts = replace(EMPTY, values={"doelen": "werk"}, undecided={"doelen"})
    assert "In eigen woorden: Doelen (kies tussen twee teksten)" in [item.sentence for item in missing(facts)]


def test_progress_counts_what_is_needed() -> None:
    first = progress(replace(EMPTY, values={"doelen": "werk"}, declined={"zorgen"}))[0]
    assert (first.answered, first.needed, first.is_done) == (2, 4, False)
    free = next(part for part in progress(EMPTY) if part.section.key == "toets")
    assert (free.needed, free.is_done) == (0, False)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 20), []),
        (date(2026, 11, 21), ["toekomst"]),
        (date(2022, 1, 1), []),
        (date(2021, 12, 31), ["1 januari 2022"]),
        (date(1, 1, 1), ["1 januari 2022"]),
    ],
)
def test_a_talk_was_held_in_the_time_of_the_law(day: date, words: list[str]) -> None:
    obstacles = day_obstacles(day, today=TODAY)
    assert len(obstacles) == len(words)
    assert all(word in obstacle for word, obstacle in zip(words, obstacles, strict=True))


def test_a_talk_without_interpreter_says_why() -> None:
    said = talk_obstacles(held_on=TODAY, has_interpreter=False, no_interpreter_reason=" ", today=TODAY)
    assert len(said) == 1
    assert "geen tolk" in said[0]
    assert (
        talk_obstacles(held_on=TODAY, has_interpreter=False, no_interpreter_reason="Spreekt B1", today=TODAY)
        == []
    )


# --- The leerbaarheidstoets --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "score"), [("62,50", Decimal("62.50")), ("0,00", Decimal(0)), ("100,00", Decimal(100))]
)
def test_duo_writes_scores_with_a_comma(text: str, score: Decimal) -> None:
    assert score_of_duo(text) == score


@pytest.mark.parametrize("text", ["62.50", "62", "-1,00", "1000,00", "", "NaN"])
def test_another_notation_is_not_guessed(text: str) -> None:
    with pytest.raises(ValueError, match="DUO schrijft"):
        score_of_duo(text)


NO, YES, UNKNOWN = LbtOutcome.NIET_HAALBAAR, LbtOutcome.HAALBAAR, LbtOutcome.ONBEKEND


@pytest.mark.parametrize(
    ("outcome", "values", "is_contradictory"),
    [
        (NO, {}, False),
        (NO, {"hoogste_opleiding": "basis", "diploma": "nee"}, False),
        (NO, {"hoogste_opleiding": "hoger"}, True),
        (NO, {"diploma": "zonder_papieren"}, True),
        (NO, {"eigen_schrift_lezen": "goed"}, False),
        (NO, {"eigen_schrift_lezen": "goed", "eigen_schrift_schrijven": "goed"}, True),
        (NO, {"taal_lezen": "A2"}, True),
        (NO, {"taal_lezen": "A1"}, False),
        (NO, {"oordeel_toets": "te_laag"}, True),
        (YES, {"hoogste_opleiding": "hoger"}, False),
        (YES, {"alfabetisering": "A"}, True),
        (YES, {"oordeel_toets": "te_hoog"}, True),
        (UNKNOWN, {"hoogste_opleiding": "hoger"}, False),
        (None, {"hoogste_opleiding": "hoger"}, False),
    ],
)
def test_the_test_is_held_against_other_sources(
    outcome: LbtOutcome | None, values: dict[str, str], is_contradictory: bool
) -> None:
    assert bool(contradictions(outcome, values)) is is_contradictory


def test_the_result_is_never_called_binding() -> None:
    """PP-33."""
    assert "niet bindend" in NOT_BINDING


# --- After a removal -------------------------------------------------------------------------------------


@pytest.mark.parametrize("moved", [False, True])
def test_r_04_who_moved_with_a_pip_makes_no_new_test_and_tells_no_school_and_work_again(moved: bool) -> None:
    """R-04: Wet inburgering 2021, artikel 15 lid 4."""
    facts = replace(EMPTY, has_earlier_pip=moved, has_lbt=moved)
    sections = {item.section for item in missing(facts)}
    assert (NOT_AGAIN in sections) is not moved
    assert {"eigen-woorden", "taal"} <= sections
    assert any("leerbaarheidstoets" in item.sentence for item in missing(facts)) is not moved
    assert next(part.needed for part in progress(facts) if part.section.key == NOT_AGAIN) == (
        0 if moved else 5
    )
