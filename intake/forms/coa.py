"""The form of what COA hands over."""

from typing import Any

from django import forms

from intake.forms.lists import as_radios, plain_field
from intake.models import CoaHandover


class CoaForm(forms.ModelForm):
    use_required_attribute = False

    class Meta:
        model = CoaHandover
        fields = (
            "contact_name", "contact_phone", "contact_email", "coupled_on", "talk_on", "newcomer_present", "no_talk_reason",
            "level", "preparation", "preparation_hours", "ambition", "region_wish", "region_mismatch", "region_note",
            "family", "moves",
        )  # fmt: skip
        formfield_callback = plain_field

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.label = str(field.label).capitalize()
            if isinstance(field, forms.TypedChoiceField):
                as_radios(field)
        self.fields["newcomer_present"] = forms.TypedChoiceField(
            label="Was de nieuwkomer erbij?", choices=[("", "Niet bekend"), ("ja", "Ja"), ("nee", "Nee")], required=False,
            widget=forms.RadioSelect, coerce=lambda value: value == "ja", empty_value=None,
        )  # fmt: skip
        if self.instance.newcomer_present is not None:
            self.initial["newcomer_present"] = "ja" if self.instance.newcomer_present else "nee"
