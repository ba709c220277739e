"""Shape of a colleague's own message, and of how somebody wants to be reached."""

from datetime import time
from typing import Any
from uuid import uuid4

from django import forms

from contact.enums.notices import Channel
from contact.forms.appointments import ConfirmedForm
from contact.models.preferences import ContactPreference
from contact.rules.preferences import CHOSEN_FIRST
from contact.services.notices.free import LONGEST
from inburgering.kit.widgets import Textarea

_CHANNELS = [(channel.value, str(channel.label)) for channel in CHOSEN_FIRST]
_PLACES = ("first", "second", "third")


class FreeMessageForm(ConfirmedForm):
    """`token` is made with the page, so that sending the same page twice gives one message."""

    message = forms.CharField(
        label="Bericht", max_length=LONGEST, widget=Textarea(attrs={"rows": 8}),
        help_text="Schrijf korte zinnen en gewone woorden. Begin niet met Beste: dat staat er al.",
    )  # fmt: skip
    translation = forms.CharField(
        label="Vertaling", max_length=LONGEST, required=False, widget=Textarea(attrs={"rows": 8, "dir": "auto"}),
    )  # fmt: skip
    token = forms.CharField(widget=forms.HiddenInput, max_length=60)

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["token"].initial = uuid4().hex
        self.fields["translation"].help_text = (
            f"De nieuwkomer leest {language}. Het bericht in het Nederlands gaat altijd mee."
            if language
            else "Niet nodig als de nieuwkomer Nederlands leest."
        )


class PreferenceForm(forms.Form):
    """The channels in order, as three choices: that works with a keyboard and without a script."""

    first = forms.ChoiceField(label="Eerst", choices=_CHANNELS)
    second = forms.ChoiceField(
        label="Lukt dat niet, dan", choices=[("", "Niets"), *_CHANNELS], required=False
    )
    third = forms.ChoiceField(
        label="Lukt dat ook niet, dan", choices=[("", "Niets"), *_CHANNELS], required=False
    )
    wants_letters = forms.BooleanField(label="Stuur altijd ook een brief", required=False)
    quiet_from = forms.TimeField(label="Geen berichten vanaf", widget=forms.TimeInput(attrs={"type": "time"}))
    quiet_until = forms.TimeField(label="Tot", widget=forms.TimeInput(attrs={"type": "time"}))
    daily_cap = forms.IntegerField(
        label="Hoeveel e-mails en sms’en op een dag?", min_value=1, max_value=20,
        help_text="Nieuws over een afspraak binnen twee dagen gaat altijd meteen.",
    )  # fmt: skip

    @staticmethod
    def values_of(preference: ContactPreference) -> dict[str, str | bool | int | time]:
        chosen = dict(zip(_PLACES, preference.channels, strict=False))
        return {
            **chosen,
            "wants_letters": preference.wants_letters,
            "quiet_from": preference.quiet_from,
            "quiet_until": preference.quiet_until,
            "daily_cap": preference.daily_cap,
        }

    @property
    def wanted(self) -> dict[str, Any]:
        """As the service takes it."""
        data = dict(self.cleaned_data)
        channels = [Channel(code) for place in _PLACES if (code := data.pop(place))]
        return {"channels": list(dict.fromkeys(channels)), **data}
