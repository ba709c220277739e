from django import forms
from django.utils.translation import gettext_lazy as _

from contact.enums.appointments import RESIDENT_CANCEL_REASONS
from portal.enums import CANCEL_REASONS


class CancelForm(forms.Form):
    """One of a few reasons; nobody has to explain."""

    reason = forms.ChoiceField(
        label=_("Waarom kunt u niet?"),
        choices=[(reason.value, CANCEL_REASONS[reason]) for reason in RESIDENT_CANCEL_REASONS],
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies waarom u niet kunt."),
            "invalid_choice": _("Kies waarom u niet kunt."),
        },
    )
