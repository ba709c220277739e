"""Shape of what colleagues fill in about the preparation pack."""

from django import forms

from contact.forms.appointments import ConfirmedForm
from contact.rules.preparation import MOST_PACK_DAYS


class SendPackForm(ConfirmedForm):
    """Nothing to fill in, unless the pack would go out in Dutch only."""


class PackPeriodForm(forms.Form):
    days = forms.IntegerField(label="Aantal dagen", min_value=1, max_value=MOST_PACK_DAYS)
    valid_from = forms.DateField(
        label="Geldt vanaf", widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": "Deze dag bestaat niet. Schrijf de dag als 31-12-2026."}, help_text="Vandaag of later.",
    )  # fmt: skip
