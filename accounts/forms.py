from typing import ClassVar

from django import forms

from accounts.enums import Scope
from accounts.models import ApiToken, User
from accounts.selectors import system_accounts_visible_to
from inburgering.kit.offering import offer


class TokenForm(forms.ModelForm):
    """A token for another system of the gemeente."""

    scopes = forms.MultipleChoiceField(
        label="Wat mag het systeem?", choices=Scope, widget=forms.CheckboxSelectMultiple
    )
    expires_on = forms.DateField(label="Geldig tot en met", widget=forms.DateInput(attrs={"type": "date"}))

    class Meta:
        model = ApiToken
        fields: ClassVar = ["system", "user", "scopes", "expires_on"]
        labels: ClassVar = {"system": "Naam van het systeem", "user": "Handelt als"}
        help_texts: ClassVar = {
            "user": "Een account voor systemen, waarmee niemand kan inloggen. De naam komt in het logboek. "
            "Staat er geen? Laat het technisch beheer er een maken zonder wachtwoord."
        }

    def __init__(self, *args: object, user: User, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        offer(self.fields, "user", system_accounts_visible_to(user))
