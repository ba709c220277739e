from django import forms
from django.conf import settings
from django.utils.http import url_has_allowed_host_and_scheme

START = "/mijn/"


class LanguageForm(forms.Form):
    language = forms.ChoiceField(choices=settings.LANGUAGES)
    next = forms.CharField(required=False)

    def clean_next(self) -> str:
        return portal_path(self.cleaned_data["next"])


def portal_path(wanted: str) -> str:
    """The page to go on to: one of the portal, or its start."""
    inside = wanted.startswith(START) and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if inside else START
