"""Every term in every language: the same dates, nothing left open, nothing missing."""

import re
from datetime import date
from string import Formatter

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from deadlines.enums import Ground, Kind, Route
from deadlines.rules import (
    CATALOGUE,
    GROUNDS,
    LANGUAGES,
    TERMS,
    Extension,
    FactsError,
    Length,
    Outcome,
    Suspension,
    ThirdParty,
    Unit,
    explain,
    explain_steps,
)
from deadlines.rules.words import LANGUAGES as WORDS
from inburgering.kit.calendar import holidays
from tests.deadlines.examples import AS, FLAGS, GM, answer, on

DAYS = st.dates(date(2023, 1, 1), date(2045, 1, 1))
OPEN_PLACE = re.compile(r"[{}]|\bNone\b|-?moved\b|Length\(")


def numbers(text: str) -> list[str]:
    """The years in a text, which no language may lose or add."""
    return sorted(re.findall(r"\d{4}", text))


def check(outcome: Outcome) -> None:
    texts = {language: explain(outcome, language) for language in LANGUAGES}
    assert texts["nl"] == outcome.explanation
    assert len(set(texts.values())) == len(LANGUAGES)
    for language, text in texts.items():
        assert not OPEN_PLACE.search(text), text
        assert numbers(text) == numbers(texts["nl"]), (language, text)
        if outcome.due_on:
            assert WORDS[language].day(outcome.due_on, year=False) in text
        if outcome.lapses_on:
            assert WORDS[language].day(outcome.lapses_on, year=False) in text
    steps = {language: explain_steps(outcome, language) for language in LANGUAGES}
    assert steps["nl"] == tuple((step.on, step.text) for step in outcome.steps)
    for language, told in steps.items():
        assert [day for day, _ in told] == [step.on for step in outcome.steps]
        assert not any(OPEN_PLACE.search(text) for _, text in told), language


# --- The tables ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("table", ["phrases", "labels", "grounds"])
def test_each_language_has_the_same_words(language: str, table: str) -> None:
    assert set(getattr(WORDS[language], table)) == set(getattr(WORDS["nl"], table))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_each_phrase_has_the_same_places(language: str) -> None:
    for key, text in WORDS["nl"].phrases.items():
        assert places(WORDS[language].phrases[key]) == places(text), key


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_start_of_a_term_has_words(language: str) -> None:
    started = {term.cause or term.starts_after[-1] for term in TERMS if term.cause or term.starts_after}
    started |= {fact for term in TERMS for fact in term.starts_after if not term.cause}
    assert started <= set(WORDS[language].starts)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_law_and_every_day_off_has_a_name(language: str) -> None:
    words = WORDS[language]
    laws = {article.law.name for term in TERMS for article in term.articles}
    laws |= {rule.article.law.name for rule in GROUNDS.values()} | {"Algemene termijnenwet"}
    assert laws <= set(words.laws)
    assert {
        *holidays(2026).values(),
        "een zaterdag",
        "een zondag",
        "een weekend",
        "een gelijkgestelde dag",
        "",
    } == set(words.days_off)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_dutch_is_left(language: str) -> None:
    words = WORDS[language]
    dutch = re.compile(r"\b(?:de|het|een|van|op|na|dag|weken|maanden|jaar|lid|artikel|gemeente|onderdeel)\b")
    said = [*words.phrases.values(), *words.labels.values(), *words.starts.values(), *words.grounds.values()]
    said += [*words.laws.values(), *words.names.values(), *words.days_off.values(), *words.months]
    assert [text for text in said if dutch.search(text)] == []


@pytest.mark.parametrize(
    ("number", "texts"),
    [
        (1, ("1 dag", "1 day", "يوم واحد")),
        (2, ("2 dagen", "2 days", "يومان")),
        (3, ("3 dagen", "3 days", "3 أيام")),
        (10, ("10 dagen", "10 days", "10 أيام")),
        (11, ("11 dagen", "11 days", "11 يومًا")),
        (51, ("51 dagen", "51 days", "51 يومًا")),
        (103, ("103 dagen", "103 days", "103 أيام")),
    ],
)
def test_a_number_of_days_as_each_language_counts(number: int, texts: tuple[str, str, str]) -> None:
    length = Length(number, Unit.DAYS)
    assert tuple(WORDS[language].length(length) for language in LANGUAGES) == texts


# --- Every sentence --------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("day", [date(2024, 2, 29), date(2025, 10, 23), date(2026, 2, 16)])
def test_every_kind_has_a_sentence_with_its_days_in_every_language(kind: Kind, day: date) -> None:
    check(on(kind, day))
    check(on(kind, day, *FLAGS))


@given(st.sampled_from(Kind), DAYS, st.sets(st.sampled_from(FLAGS)))
def test_and_so_it_has_on_any_day(kind: Kind, day: date, flags: set[str]) -> None:
    check(on(kind, day, *flags))


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_says_what_it_waits_for(kind: Kind) -> None:
    outcome = answer(kind)
    assert outcome.missing
    check(outcome)


EXTENSIONS = st.builds(
    Extension,
    ground=st.sampled_from(Ground),
    starts_on=st.dates(date(2025, 1, 1), date(2025, 12, 31)),
    ends_on=st.none() | st.dates(date(2026, 1, 1), date(2027, 1, 1)),
    length=st.none() | st.builds(Length, st.integers(1, 200), st.sampled_from(Unit)),
)


@given(
    DAYS, st.lists(EXTENSIONS, max_size=4), st.none() | st.dates(date(2048, 3, 1), date(2050, 1, 1)),
    st.sampled_from(Route), st.sampled_from([AS, GM]),
)  # fmt: skip
def test_extensions_and_the_dates_of_duo_are_told_in_every_language(
    day: date, extensions: list[Extension], duo: date | None, route: Route, group: object
) -> None:
    try:
        outcome = on(
            Kind.TERMIJN, day, extensions=tuple(extensions), duo_ends_on=duo, route=route, group=group
        )
    except FactsError:
        assume(False)
    check(outcome)


@given(
    DAYS, st.lists(st.tuples(st.integers(-10, 120), st.none() | st.integers(0, 60)), max_size=3),
)  # fmt: skip
def test_standing_still_is_told_in_every_language(day: date, stretches: list[tuple[int, int | None]]) -> None:
    suspensions = tuple(
        Suspension(
            from_on=date.fromordinal(day.toordinal() + start),
            until_on=None if days is None else date.fromordinal(day.toordinal() + start + days),
        )
        for start, days in stretches
    )
    assume(all(one.from_on >= date(2023, 1, 1) for one in suspensions))
    check(on(Kind.AANVRAAG, day, suspensions=suspensions))


def test_what_somebody_typed_stays_as_it_is_and_nobody_is_translated() -> None:
    facts = {"group": GM, "notified_on": date(2026, 1, 5)}
    asked = ThirdParty(date(2026, 2, 20), date(2026, 4, 21), "IDW {x}")
    assert "of IDW {x} on 21 April 2026" in explain(answer(Kind.PIP, **facts, third_parties=(asked,)), "en")
    nobody = answer(Kind.PIP, **facts, third_parties=(ThirdParty(date(2026, 2, 20), date(2026, 4, 21)),))
    assert "of somebody else on 21 April 2026" in explain(nobody, "en")


def test_the_example_of_the_koningsdag_in_three_languages() -> None:
    outcome = answer(Kind.PIP, group=GM, notified_on=date(2026, 2, 16))
    assert explain(outcome, "en") == (
        "10 weeks after the notice of 16 February 2026 = 27 April, King's Day, so 28 April (Civic Integration Decree "
        "2021, article 5.3 paragraph 1; General Time Limits Act, article 1)."
    )
    assert explain(outcome, "ar") == (
        "10 أسابيع بعد إخطار DUO بتاريخ 16 فبراير 2026 = 27 إبريل، يوم الملك، إذن 28 إبريل (مرسوم الاندماج 2021، "
        "المادة 5.3 الفقرة 1؛ قانون المهل العام، المادة 1)."
    )


def test_every_fact_has_words() -> None:
    assert set(CATALOGUE) <= set(WORDS["en"].labels)
