"""Versions of the leerbaarheidstoets."""

from typing import Any

from django import forms
from django.utils import timezone

from cases.models import Case
from intake.models import LbtVersion
from intake.selectors import lbt_versions_of


class LbtVersionForm(forms.Form):
    name = forms.CharField(label="Versie", max_length=60, help_text="Zoals DUO of het ministerie haar noemt.")
    valid_from = forms.DateField(label="Geldt vanaf", widget=forms.DateInput)
    needed_score = forms.DecimalField(
        label="Cesuur", max_digits=5, decimal_places=2, min_value=0, localize=True,
        help_text="Hoeveel punten zijn nodig voor ‘B1-route haalbaar’? Bijvoorbeeld 50,00.",
    )  # fmt: skip
    source = forms.CharField(label="Waar staat dit?", max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["valid_from"].initial = timezone.localdate


class ChooseLbtVersionForm(forms.Form):
    version = forms.ModelChoiceField(
        label="Welke versie maakte de nieuwkomer?", queryset=LbtVersion.objects.none(), required=False,
        empty_label="De versie die op de dag van de uitslag gold",
    )  # fmt: skip

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["version"].queryset = lbt_versions_of(case.gemeente_id)  # type: ignore[attr-defined]
