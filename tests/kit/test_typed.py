"""Signs that nobody sees are no text; signs that a script needs stay."""

import pytest

from inburgering.kit.typed import says_something, typed


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("\u200b\u200b", ""),
        (" \u2060\ufeff\u200d ", ""),
        ("\u200bIk wil werken.\u200b ", "Ik wil werken."),
        ("Ayse\u0301", "Aysé"),
        ("kok\u202egnilpo", "kokgnilpo"),
        ("\u202b\u202c", ""),
        ("naam \u2068علي\u2069 hier", "naam \u2068علي\u2069 hier"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("eerste\n\ntweede", "eerste\n\ntweede"),
        ("", ""),
    ],
)
def test_what_is_kept_of_what_was_typed(text, kept):
    assert typed(text) == kept


@pytest.mark.parametrize(
    ("reason", "says"),
    [("x", False), ("", False), ("n.v.t.", False), ("........................", False), ("zie boven", True),
     ("Past beter.", True),
     ("\u200b" * 20, False), ("لا يناسبك الآن", True)],
)  # fmt: skip
def test_a_reason_says_something(reason, says):
    assert says_something(reason) == says
