"""What a klantmanager types in the newcomer's own language, beside each Dutch text of the plan."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField

from cases.rules.languages import RIGHT_TO_LEFT
from inburgering.kit.conflicts import Verdict, mark_of, verdict
from inburgering.kit.widgets import Textarea
from pip_plans.enums import TranslationState
from pip_plans.models import label_of, longest_translation
from pip_plans.rules.plan import PlanTranslation, source_of
from pip_plans.rules.translations import Text

STATES = [
    (state.value, state.label) for state in (TranslationState.AUTOMATISCH, TranslationState.GECONTROLEERD)
]


@dataclass(frozen=True)
class Row:
    """One text with its label, its two fields and its place on the page."""

    text: Text
    label: str
    own: BoundField
    state: BoundField
    source: BoundField
    seen: BoundField


class TranslationsForm(forms.Form):
    """For each text what it says in the own language, and how it was translated.

    Somebody who leaves a stale translation as it is says nothing about it: only what was changed is kept.
    """

    def __init__(self, *args: Any, texts: Iterable[Text], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.texts = tuple(texts)
        for one in self.texts:
            direction = "rtl" if one.language in RIGHT_TO_LEFT else "auto"
            rows = min(12, 3 + len(one.dutch) // 90)
            self.fields[one.field] = forms.CharField(
                label=label_of(one.field), required=False, max_length=longest_translation(one.field), initial=one.own,
                widget=Textarea(attrs={"rows": rows, "lang": one.language, "dir": direction}), help_text=_note(one),
            )  # fmt: skip
            self.fields[_state(one.field)] = forms.ChoiceField(
                label="Hoe is dit vertaald?", choices=STATES, initial=_initial_state(one), required=False
            )
            self.fields[_source(one.field)] = forms.CharField(
                required=False, max_length=64, widget=forms.HiddenInput, initial=source_of(one.dutch, one.language)
            )  # fmt: skip
            self.fields[seen_name(one.field)] = forms.CharField(
                required=False, max_length=16, widget=forms.HiddenInput, initial=mark_of(one.own)
            )

    @property
    def rows(self) -> list[Row]:
        return [
            Row(one, label_of(one.field), self[one.field], self[_state(one.field)], self[_source(one.field)],
                self[seen_name(one.field)])
            for one in self.texts
        ]  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Somebody else wrote another translation since the page was made: nobody's words go without being seen."""
        cleaned = super().clean() or {}
        for one in self.texts:
            seen, wanted = cleaned.get(seen_name(one.field), ""), cleaned.get(one.field, "")
            found = verdict(seen=seen, standing=one.own, wanted=wanted, is_own=False)
            if found is Verdict.CHOOSE:
                self.add_error(one.field, f"Iemand anders schreef hier intussen: ‘{one.own}’. Uw tekst staat nog in het veld. "
                                          "Sla opnieuw op als uw tekst moet blijven.")  # fmt: skip
        return cleaned

    def show_what_stands(self) -> None:
        """On the page that comes back, what the others wrote was seen."""
        now = {seen_name(one.field): mark_of(one.own) for one in self.texts}
        self.data = dict(self.data.items()) | now

    def _is_overtaken(self, one: Text) -> bool:
        return self.cleaned_data.get(seen_name(one.field), "") not in ("", mark_of(one.own))

    @property
    def changed(self) -> list[PlanTranslation]:
        touched = set(self.changed_data)
        return [
            PlanTranslation(
                field=one.field, text=self.cleaned_data[one.field], source=self.cleaned_data[_source(one.field)],
                state=self.cleaned_data[_state(one.field)] or TranslationState.AUTOMATISCH,
            )
            for one in self.texts if touched & {one.field, _state(one.field)} and not self._is_overtaken(one)
        ]  # fmt: skip


def _note(text: Text) -> str:
    if not text.is_stale:
        return ""
    return ("Deze vertaling hoort bij een eerdere Nederlandse tekst, of is in een andere taal. De nieuwkomer leest haar niet. "
            "Pas haar aan. Klopt zij nog? Kies dan dat een mens haar nakeek.")  # fmt: skip


def _initial_state(text: Text) -> str:
    """A stale translation was looked at beside another text: nobody looked at it beside this one."""
    checked = text.state == TranslationState.GECONTROLEERD and not text.is_stale
    return TranslationState.GECONTROLEERD if checked else TranslationState.AUTOMATISCH


def _state(field: str) -> str:
    return f"{field}-stand"


def seen_name(field: str) -> str:
    """The hidden field with the mark of the translation that was on the page."""
    return f"{field}-gezien"


def _source(field: str) -> str:
    return f"{field}-bron"
