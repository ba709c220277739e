"""Names, numbers and dates of a person."""

from datetime import date

import pytest

from cases.rules import (
    SearchTerms,
    birth_obstacles,
    fact_obstacles,
    phone_number,
    search_terms,
    searchable,
    sound_keys,
)
from inburgering.kit.partial_date import PartialDate

TODAY = date(2026, 3, 16)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Yusuf", "Youssef"), ("Yusuf", "Joesoef"), ("Ahmed", "Achmed"), ("Mohammed", "Muhammad"), ("Aisha", "Ayşe"),
        ("Haddad", "Hadad"), ("Khadija", "Chadidja"), ("Şükrü", "Shukru"), ("Nguyễn", "Nguyen"), ("Zakaria", "Sakaria"),
    ],
)  # fmt: skip
def test_spellings_of_one_name_sound_alike(one: str, other: str) -> None:
    assert sound_keys(one) == sound_keys(other)


@pytest.mark.parametrize(("one", "other"), [("Amina", "Samir"), ("Haddad", "Hassan"), ("Tesfay", "Tewelde")])
def test_other_names_sound_different(one: str, other: str) -> None:
    assert sound_keys(one) != sound_keys(other)


def test_a_name_in_another_script_is_its_own_sound() -> None:
    assert sound_keys("李小 龙王") == ["李小", "龙王"]


@pytest.mark.parametrize(
    ("name", "small"),
    [
        ("Şükrü Özdemir", "sukru ozdemir"),
        ("O'Neill-Ørsted", "o neill orsted"),
        ("  Łukasz\x00 ", "lukasz"),
        ("<b>&", "b"),
    ],
)
def test_a_searchable_name_has_no_marks_and_no_signs(name: str, small: str) -> None:
    assert searchable(name) == small


@pytest.mark.parametrize(
    ("typed", "digits"),
    [("06-12 34 56 78", "0612345678"), ("+31 (0)6 12345678", "0612345678"), ("0031612345678", "0612345678"),
     ("+49 170 1234567", "00491701234567"), ("", "")],
)  # fmt: skip
def test_a_phone_number_is_kept_as_it_is_dialled(typed: str, digits: str) -> None:
    assert phone_number(typed) == digits


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("2026-42", SearchTerms(case_number="2026-000042")),
        ("2026-000042", SearchTerms(case_number="2026-000042")),
        ("999 986 387", SearchTerms(number="999986387")),
        ("06-12345678", SearchTerms(number="0612345678")),
        (" Yusuf  al-Haddad ", SearchTerms(name="yusuf al haddad")),
        ("李", SearchTerms(name="李")),
        ("", SearchTerms()),
        ("' OR 1=1 --", SearchTerms(name="or 1 1")),
    ],
)
def test_what_is_typed_is_a_number_or_a_name(typed: str, terms: SearchTerms) -> None:
    assert search_terms(typed) == terms


def test_eight_digits_are_told_that_a_zero_may_be_missing() -> None:
    assert "negen cijfers" in search_terms("99998638").hint


def test_one_letter_is_too_little() -> None:
    assert "twee letters" in search_terms("a").hint


@pytest.mark.parametrize(
    ("birth", "refused"),
    [(None, False), (PartialDate(1990), False), (PartialDate(2026, 3, 16), False), (PartialDate(2026, 3, 17), True),
     (PartialDate(2027), True), (PartialDate(1900), True)],
)  # fmt: skip
def test_a_birth_is_in_the_past_and_within_a_life(birth: PartialDate | None, refused: bool) -> None:
    assert bool(birth_obstacles(birth, today=TODAY)) is refused


def test_all_dates_that_contradict_are_told_at_once() -> None:
    obstacles = fact_obstacles(
        birth=PartialDate(2000),
        duty_from=date(1999, 1, 1),
        notified_on=date(1998, 1, 1),
        brp_registered_on=date(2026, 3, 17),
        today=TODAY,
    )
    assert len(obstacles) == 4
