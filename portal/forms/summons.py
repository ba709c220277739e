"""What a newcomer writes about not coming."""

from django import forms
from django.core.validators import ProhibitNullCharactersValidator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cases.forms import language_choices
from inburgering.kit.widgets import Textarea
from intake.services.summons.hearing import LONGEST_REASON


class WhyForm(forms.Form):
    text = forms.CharField(
        label=_("Waarom lukte het niet om te komen?"),
        max_length=LONGEST_REASON,
        widget=Textarea(attrs={"rows": 6, "dir": "auto"}),
        validators=[ProhibitNullCharactersValidator()],
        error_messages={"required": _("Schrijf op waarom het niet lukte.")},
    )
    language = forms.ChoiceField(
        label=_("In welke taal schrijft u?"), choices=language_choices, initial=get_language
    )
