from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from contact.enums.appointments import Mode, Place
from contact.enums.notices import Channel
from contact.models import ContactPreference, MeetingPreference
from portal.enums import CHANNELS, MODES, PLACES

_NO_WISH = ("", _("Dat maakt niet uit"))
_CHANNEL_CHOICES = [(channel.value, words) for channel, (_icon, words) in CHANNELS.items()]


class ChannelsForm(forms.Form):
    """How messages come. Not a list to sort: first one way, then what to try when that doesn't work."""

    first = forms.ChoiceField(
        label=_("Wat werkt het best voor u?"), choices=_CHANNEL_CHOICES, widget=forms.RadioSelect
    )
    second = forms.ChoiceField(
        label=_("En als dat niet lukt?"), choices=_CHANNEL_CHOICES, widget=forms.RadioSelect
    )
    wants_letters = forms.BooleanField(label=_("Stuur mij ook altijd een brief op papier"), required=False)

    @classmethod
    def of(cls, preference: ContactPreference, data: Any = None) -> "ChannelsForm":
        first, *others = preference.channels
        second = others[0] if others else Channel.LETTER.value
        known = {"first": first, "second": second, "wants_letters": preference.wants_letters}
        return cls(data, initial=known, prefix="berichten")

    def channels(self) -> list[Channel]:
        """In order; a letter always comes last, since that always arrives."""
        wanted = [self.cleaned_data["first"], self.cleaned_data["second"], Channel.LETTER]
        return list(dict.fromkeys(Channel(channel) for channel in wanted))


class TalksForm(forms.Form):
    mode = forms.ChoiceField(
        label=_("Hoe praat u het liefst?"),
        required=False,
        choices=[*((mode.value, MODES[mode][1]) for mode in Mode), _NO_WISH],
        widget=forms.RadioSelect,
    )
    place_kind = forms.ChoiceField(
        label=_("Waar praat u het liefst?"),
        required=False,
        choices=[*((place.value, PLACES[place]) for place in Place), _NO_WISH],
        widget=forms.RadioSelect,
    )

    @classmethod
    def of(cls, preference: MeetingPreference | None, data: Any = None) -> "TalksForm":
        known = {
            "mode": preference.mode if preference else "",
            "place_kind": preference.place_kind if preference else "",
        }
        return cls(data, initial=known, prefix="gesprekken")
