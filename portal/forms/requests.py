import re
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.validators import ProhibitNullCharactersValidator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cases.forms import language_choices
from contact.rules.requests import LONGEST_TEXT
from inburgering.kit.widgets import Textarea
from portal.enums import SUBJECTS

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

_ABOUT = re.compile(r"([a-z]+)(?:-(\d{1,12}))?")


def subject(about: str) -> tuple[str, str] | None:
    """What "hier klopt iets niet" is about, for the newcomer and for the klantmanager: from "afspraak-12"."""
    found = _ABOUT.fullmatch(about)
    if found is None or found[1] not in SUBJECTS:
        return None
    shown, dutch = SUBJECTS[found[1]]
    number = f" {found[2]}" if found[2] else ""
    return f"{shown}{number}", f"{dutch}{number}"


def _own_words(label: "_StrPromise", required: "_StrPromise") -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=LONGEST_TEXT,
        widget=Textarea(attrs={"rows": 6, "dir": "auto"}),
        validators=[ProhibitNullCharactersValidator()],
        error_messages={"required": required},
    )


class _InAnyLanguage(forms.Form):
    language = forms.ChoiceField(label=_("In welke taal schrijft u?"), choices=language_choices)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"language": get_language()} | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)


class AskForm(_InAnyLanguage):
    """What somebody asks. `about` says what it is about, when a page knows that."""

    text = _own_words(
        _("Schrijf hier wat u wilt vragen of zeggen"), _("Schrijf op wat u wilt vragen of zeggen.")
    )
    about = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    field_order = ("text", "language", "about")

    @property
    def subject(self) -> tuple[str, str] | None:
        return subject(self["about"].value() or "")

    def full_text(self) -> str:
        """The own words, under a line that tells the klantmanager what they are about."""
        text = str(self.cleaned_data["text"])
        return f"{self.subject[1]}:\n{text}" if self.subject else text


class ReviewForm(_InAnyLanguage):
    text = _own_words(
        _("Waarom bent u het niet eens met het antwoord?"),
        _("Schrijf op waarom u het niet eens bent met het antwoord."),
    )
    field_order = ("text", "language")
