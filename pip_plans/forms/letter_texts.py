"""What a functioneel beheerder types about the letters."""

from collections.abc import Mapping
from typing import Any

from django import forms

from inburgering.kit.widgets import Textarea
from pip_plans.forms.plan import LawYears
from pip_plans.rules.letter.texts import LONGEST_BLOCK, PARTS, flaws


class LetterTextForm(forms.Form):
    """A field for each part; what the law wants to find in it stands beside it."""

    note = forms.CharField(label="Wat is er anders aan deze tekst?", max_length=200)

    def __init__(self, *args: Any, texts: Mapping[str, str], **kwargs: Any) -> None:
        kwargs["initial"] = dict(texts)
        super().__init__(*args, **kwargs)
        for part in PARTS:
            wanted = [
                *(f"[{place.value}]" for place in part.places),
                *(f"‘{said}’" for said, _ in part.words),
            ]
            self.fields[part.key] = forms.CharField(
                label=part.label, max_length=LONGEST_BLOCK, widget=Textarea(attrs={"rows": 6}), strip=True,
                help_text=f"Moet erin staan: {', '.join(wanted)}.",
            )  # fmt: skip
        self.order_fields([*(part.key for part in PARTS), "note"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        unreadable = set(self.errors)
        for flaw in flaws(self.texts):
            if flaw.key not in unreadable:
                self.add_error(flaw.key or None, flaw.sentence)
        return cleaned

    @property
    def texts(self) -> dict[str, str]:
        return {part.key: self.cleaned_data.get(part.key, "") for part in PARTS}


class ActivateForm(forms.Form):
    valid_from = LawYears(label="Geldt vanaf")
    seen = forms.BooleanField(label="Ik heb het voorbeeld als PDF bekeken")
