"""Shape of a change in the table of mandates."""

from typing import Any

from django import forms
from django.utils import timezone

from accounts.enums import Role
from contact.enums.mandates import DECIDING_ROLES
from contact.enums.requests import RequestType


class MandateForm(forms.Form):
    type_ = forms.ChoiceField(label="Soort verzoek", choices=[("", "Kies een soort"), *RequestType.choices])
    role = forms.ChoiceField(
        label="Rol", choices=[("", "Kies een rol"), *[(r.value, r.label) for r in DECIDING_ROLES]]
    )
    may_decide = forms.TypedChoiceField(
        label="Mag deze rol beslissen?", choices=[("ja", "Ja"), ("nee", "Nee")], coerce=lambda value: value == "ja",
        widget=forms.RadioSelect,
    )  # fmt: skip
    valid_from = forms.DateField(
        label="Geldt vanaf", widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": "Deze dag bestaat niet. Schrijf de dag als 31-12-2026."},
        help_text="Vandaag of later.",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["valid_from"].initial = timezone.localdate

    def clean_type_(self) -> RequestType:
        return RequestType(self.cleaned_data["type_"])

    def clean_role(self) -> Role:
        return Role(self.cleaned_data["role"])
