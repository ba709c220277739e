"""What languages are called: nobody has to know the Dutch name of the own language."""

import unicodedata

import pytest

from cases.enums import Language
from cases.rules.languages import RIGHT_TO_LEFT, both_names, choices_in, name_in, own_name


@pytest.mark.parametrize(("code", "page", "shown"), [
    ("ti", "ar", "ትግርኛ (التغرينية)"), ("am", "en", "አማርኛ (Amharic)"), ("ti", "nl", "ትግርኛ (Tigrinya)"),
    ("id", "nl", "Bahasa Indonesia (Indonesisch)"), ("vi", "en", "Tiếng Việt (Vietnamese)"), ("nl", "nl", "Nederlands"),
    ("sgn", "ar", "لغة الإشارة"), ("prs", "en", "دری (Dari)"), ("xx", "en", "xx"),
])  # fmt: skip
def test_a_language_has_its_own_name_and_that_of_the_page(code: str, page: str, shown: str) -> None:
    """PP-66: who speaks it finds it, and so does who helps."""
    assert both_names(code, page) == shown


@pytest.mark.parametrize("page", ["nl", "en", "ar"])
def test_every_language_can_be_chosen_once(page: str) -> None:
    choices = choices_in(page, first=["nl", "en", "ar"])
    codes = [code for code, _ in choices]
    assert codes[:3] == ["nl", "en", "ar"]
    assert sorted(codes) == sorted(Language.values)
    others = [name_in(code, page) for code in codes[3:]]
    assert others == sorted(others)


def test_no_language_has_its_dutch_name_on_an_arabic_page() -> None:
    assert not [code for code in Language.values if name_in(code, "ar") == Language(code).label]


def test_a_sign_language_has_no_name_in_itself() -> None:
    assert own_name("sgn") == "Gebarentaal"
    assert own_name("ar") == "العربية"


def test_a_language_is_written_as_its_own_name_is() -> None:
    to_the_left = {
        code for code in Language.values if unicodedata.bidirectional(own_name(code)[0]) in ("R", "AL")
    }
    assert to_the_left == RIGHT_TO_LEFT
