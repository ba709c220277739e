"""One step of the preparation sheet, in the language of who fills it in."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from cases.forms import language_choices
from intake.enums import Indicator, QuestionKind
from intake.models import PreparationSheet
from intake.rules import (
    FEELING_WORDS,
    HOW_IMPORTANT,
    HOW_IS_IT,
    IMPORTANCE_WORDS,
    INDICATOR_WORDS,
    MAX_CHARACTERS,
    Question,
    SheetStep,
    Words,
)
from intake.services import Given, Rated

_OWN_WORDS = frozenset({QuestionKind.OWN_WORDS, QuestionKind.TEXT})


def in_own_language(words: Words) -> str:
    """The words in the language of the page, else Dutch."""
    return words.within((get_language() or "nl")[:2]) or words.nl


class SheetStepForm(forms.Form):
    """The fields of a step are made from its questions; nothing on the sheet is required."""

    def __init__(self, data: Any = None, *, step: SheetStep, sheet: PreparationSheet | None) -> None:
        super().__init__(data, initial=_present(step, sheet))
        self.step = step
        for question in step.questions:
            self.fields[question.key] = _field(question)
            self.fields[f"{question.key}_niet"] = forms.BooleanField(
                label=gettext_lazy("Dit wil ik niet vertellen"), required=False
            )
        for indicator in step.indicators:
            self.fields[f"{indicator}_belang"] = _radios(in_own_language(HOW_IMPORTANT), IMPORTANCE_WORDS)
            self.fields[f"{indicator}_gevoel"] = _radios(in_own_language(HOW_IS_IT), FEELING_WORDS)
        if any(question.kind in _OWN_WORDS for question in step.questions):
            self.fields["taal"] = forms.ChoiceField(
                label=gettext_lazy("In welke taal schrijft u?"), choices=language_choices, required=False,
                initial=get_language(),
            )  # fmt: skip

    @property
    def rows(self) -> list[tuple[Question, Any, Any]]:
        """Each question with its field and the tick not to answer it."""
        return [(one, self[one.key], self[f"{one.key}_niet"]) for one in self.step.questions]

    @property
    def areas(self) -> list[tuple[str, str, Any, Any]]:
        """Each area by its key and in words, with its two questions."""
        return [
            (one.value, in_own_language(INDICATOR_WORDS[one]), self[f"{one}_belang"], self[f"{one}_gevoel"])
            for one in self.step.indicators
        ]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for question in self.step.questions:
            if given.get(f"{question.key}_niet") and given.get(question.key) not in {None, ""}:
                self.add_error(
                    question.key, _("Geef een antwoord, of kies dat u dit niet wilt vertellen. Niet allebei.")
                )
        return given

    def answers(self) -> dict[str, Given]:
        return {
            one.key: Given(_text(self.cleaned_data[one.key]), self.cleaned_data[f"{one.key}_niet"])
            for one in self.step.questions
        }

    def ratings(self) -> dict[str, Rated]:
        return {
            one.value: Rated(self.cleaned_data[f"{one}_belang"], self.cleaned_data[f"{one}_gevoel"])
            for one in self.step.indicators
        }

    def language(self) -> str:
        return str(self.cleaned_data.get("taal") or get_language() or "")


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _field(question: Question) -> forms.Field:
    label = in_own_language(question.words)
    if question.kind is QuestionKind.NUMBER:
        # No NumberInput: a phone in Arabic types ١٢, which a browser then refuses without a word.
        number = forms.TextInput(attrs={"inputmode": "numeric", "dir": "auto"})
        return forms.IntegerField(
            label=label, min_value=0, max_value=question.maximum, required=False, widget=number
        )
    if question.options:
        return _radios(label, {option.value: option.words for option in question.options})
    # No maxlength in the page: the browser would cut off what is pasted without saying so.
    return forms.CharField(
        label=label, required=False, strip=False, validators=[MaxLengthValidator(MAX_CHARACTERS)],
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )  # fmt: skip


def _radios(label: str, words: Mapping[Any, Words]) -> forms.ChoiceField:
    """With a way back: a radio button that was touched can't be let go of."""
    choices = [
        *((str(value), in_own_language(text)) for value, text in words.items()),
        ("", _("Geen antwoord")),
    ]
    return forms.ChoiceField(label=label, choices=choices, required=False, widget=forms.RadioSelect)


def _present(step: SheetStep, sheet: PreparationSheet | None) -> dict[str, Any]:
    if sheet is None:
        return {}
    found: dict[str, Any] = {}
    for answer in sheet.answers.all():
        if answer.question in step.question_keys:
            found |= {answer.question: answer.original, f"{answer.question}_niet": answer.declined}
            if answer.language:
                found["taal"] = answer.language
    for rating in sheet.ratings.all():
        if Indicator(rating.indicator) in step.indicators:
            found |= {
                f"{rating.indicator}_belang": rating.importance,
                f"{rating.indicator}_gevoel": rating.feeling,
            }
    return found
