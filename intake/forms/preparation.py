"""One step of the preparation sheet, in the language of who fills it in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from accounts.models import User
from cases.forms import language_choices
from inburgering.kit.widgets import Textarea
from intake.enums import Feeling, Importance, QuestionKind
from intake.models import PreparationSheet, SheetAnswer, SheetRating
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
from intake.selectors import name_for_staff
from intake.services import Given, Rated, SheetClash


def in_own_language(words: Words) -> str:
    """The words in the language of the page, else Dutch."""
    return words.within((get_language() or "nl")[:2]) or words.nl


@dataclass(frozen=True)
class Standing:
    """What somebody else wrote since the page was made."""

    text: str
    language: str
    who: str


@dataclass(frozen=True)
class Row:
    """A question with the tick not to answer it, or an area with its two questions.

    `seen` holds the mark of what stood there when the page was made. `leave` drops what was typed here, once there is
    something else that `standing` shows.
    """

    key: str
    label: str
    first: BoundField
    second: BoundField
    seen: BoundField
    leave: BoundField
    standing: Standing | None


class SheetStepForm(forms.Form):
    """The fields of a step are made from its questions; nothing on the sheet is required.

    The choice of a language starts at that of what the newcomer, or on the page of staff a colleague, wrote in this step;
    else at `language`, else at that of the page.
    """

    def __init__(
        self,
        data: Any = None,
        *,
        step: SheetStep,
        sheet: PreparationSheet | None,
        by: User,
        language: str = "",
    ) -> None:
        super().__init__(data, initial=_present(step, sheet))
        self.by = by
        self.step = step
        self._standing: dict[str, Standing] = {}
        for question in step.questions:
            self.fields[question.key] = _field(question)
            self.fields[f"{question.key}_niet"] = forms.BooleanField(
                label=gettext_lazy("Dit wil ik niet vertellen"), required=False
            )
            self._add_mark(question.key)
        for indicator in step.indicators:
            self.fields[f"{indicator}_belang"] = _radios(in_own_language(HOW_IMPORTANT), IMPORTANCE_WORDS)
            self.fields[f"{indicator}_gevoel"] = _radios(in_own_language(HOW_IS_IT), FEELING_WORDS)
            self._add_mark(indicator.value)
        if any(question.is_text for question in step.questions):
            self.fields["taal"] = forms.ChoiceField(
                label=gettext_lazy("In welke taal schrijft u?"), choices=language_choices, required=False,
                initial=_language_in(step, sheet, by) or language or get_language(),
            )  # fmt: skip
            self.fields["taal_gezien"] = _hidden(initial=self.fields["taal"].initial)

    def _add_mark(self, key: str) -> None:
        self.fields[f"{key}_gezien"] = _hidden()
        self.fields[f"{key}_laat"] = forms.BooleanField(
            label=gettext_lazy("Dit moet blijven staan. Mijn antwoord kan weg."), required=False
        )

    @property
    def rows(self) -> list[Row]:
        return [
            self._row(one.key, in_own_language(one.words), one.key, f"{one.key}_niet")
            for one in self.step.questions
        ]

    @property
    def areas(self) -> list[Row]:
        return [
            self._row(one.value, in_own_language(INDICATOR_WORDS[one]), f"{one}_belang", f"{one}_gevoel")
            for one in self.step.indicators
        ]

    def _row(self, key: str, label: str, first: str, second: str) -> Row:
        return Row(key, label, self[first], self[second], self[f"{key}_gezien"], self[f"{key}_laat"],
                   self._standing.get(key))  # fmt: skip

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for question in self.step.questions:
            both = given.get(f"{question.key}_niet") and given.get(question.key) not in {None, ""}
            if both and not given.get(f"{question.key}_laat"):
                self.add_error(
                    question.key, _("Geef een antwoord, of kies dat u dit niet wilt vertellen. Niet allebei.")
                )
        return given

    def choose(self, clash: SheetClash) -> None:
        """Shows at each field what the other wrote, beside what was typed here. Sent again, that was seen."""
        now: dict[str, str] = {}
        for key, row in clash.standing.items():
            who = row.by.name if self.by.is_resident else name_for_staff(row.by)
            self._standing[key] = Standing(
                _shown(row), row.language if isinstance(row, SheetAnswer) else "", who
            )
            now[f"{key}_gezien"] = row.mark
            self.add_error(
                key if isinstance(row, SheetAnswer) else f"{key}_belang",
                _("%(who)s heeft hier intussen iets anders ingevuld. Lees wat er nu staat, kies welk antwoord blijft, en "
                  "sla nog eens op. Tot dan is er niets opgeslagen.") % {"who": who},
            )  # fmt: skip
        self.data = dict(self.data.items()) | now

    def answers(self) -> dict[str, Given]:
        sent = self.cleaned_data
        return {
            one.key: Given(_text(sent[one.key]), sent[f"{one.key}_niet"], sent[f"{one.key}_gezien"])
            for one in self.step.questions if not sent[f"{one.key}_laat"]
        }  # fmt: skip

    def ratings(self) -> dict[str, Rated]:
        sent = self.cleaned_data
        return {
            one.value: Rated(sent[f"{one}_belang"], sent[f"{one}_gevoel"], sent[f"{one}_gezien"])
            for one in self.step.indicators if not sent[f"{one}_laat"]
        }  # fmt: skip

    def language(self) -> str:
        return str(self.cleaned_data.get("taal") or get_language() or "")

    def language_seen(self) -> str:
        return str(self.cleaned_data.get("taal_gezien") or "")


def _hidden(initial: str | None = None) -> forms.CharField:
    return forms.CharField(required=False, max_length=16, widget=forms.HiddenInput, initial=initial)


def _shown(row: SheetAnswer | SheetRating) -> str:
    """In the language of the page, as far as it isn't somebody's own words."""
    nothing = _("Geen antwoord")
    if isinstance(row, SheetRating):
        importance = IMPORTANCE_WORDS.get(Importance(row.importance)) if row.importance else None
        feeling = FEELING_WORDS.get(Feeling(row.feeling)) if row.feeling else None
        return "\n".join((
            f"{in_own_language(HOW_IMPORTANT)} {in_own_language(importance) if importance else nothing}",
            f"{in_own_language(HOW_IS_IT)} {in_own_language(feeling) if feeling else nothing}",
        ))  # fmt: skip
    if row.declined:
        return _("Dit wil ik niet vertellen")
    return row.definition.shown(row.original, (get_language() or "nl")[:2]) or nothing


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
    return forms.CharField(
        label=label, required=False, strip=False, max_length=MAX_CHARACTERS,
        widget=Textarea(attrs={"rows": 4, "dir": "auto"}),
    )  # fmt: skip


def _radios(label: str, words: Mapping[Any, Words]) -> forms.ChoiceField:
    """With a way back: a radio button that was touched can't be let go of."""
    choices = [
        *((str(value), in_own_language(text)) for value, text in words.items()),
        ("", _("Geen antwoord")),
    ]
    return forms.ChoiceField(label=label, choices=choices, required=False, widget=forms.RadioSelect)


def _present(step: SheetStep, sheet: PreparationSheet | None) -> dict[str, Any]:
    """What stands on the sheet, and for each row the mark of it."""
    answers = {one.question: one for one in sheet.answers.all()} if sheet else {}
    ratings = {one.indicator: one for one in sheet.ratings.all()} if sheet else {}
    found: dict[str, Any] = {}
    for key in step.question_keys:
        answer = answers.get(key) or SheetAnswer(question=key)
        found |= {key: answer.original, f"{key}_niet": answer.declined, f"{key}_gezien": answer.mark}
    for key in step.indicators:
        rating = ratings.get(key) or SheetRating(indicator=key)
        found |= {
            f"{key}_belang": rating.importance, f"{key}_gevoel": rating.feeling, f"{key}_gezien": rating.mark
        }  # fmt: skip
    return found


def _language_in(step: SheetStep, sheet: PreparationSheet | None, by: User) -> str:
    written = [
        one for one in (sheet.answers.all() if sheet else ())
        if one.question in step.question_keys and one.language and one.by.is_resident == by.is_resident
    ]  # fmt: skip
    return max(written, key=lambda one: (one.at, one.pk)).language if written else ""
