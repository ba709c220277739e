"""What a functioneel beheerder gives with a recording."""

from typing import Any

from django import forms
from django.conf import settings
from django.db.models import QuerySet

from intake.models import PackRecording


class RecordingForm(forms.Form):
    """Replacing asks to say so: the old voice is gone after it."""

    file = forms.FileField(label="Opname", widget=forms.ClearableFileInput(attrs={"accept": "audio/*,.m4a"}))
    speaker = forms.CharField(
        label="Wie sprak de tekst in?",
        max_length=120,
        help_text="Voor de geschiedenis. De nieuwkomer ziet dit niet.",
    )
    recorded_on = forms.DateField(
        label="Opgenomen op", widget=forms.DateInput,
        error_messages={"invalid": "Deze dag bestaat niet. Schrijf de dag als 31-12-2026."},
    )  # fmt: skip
    replaces = forms.ModelChoiceField(PackRecording.objects.none(), required=False, widget=forms.HiddenInput)
    sure = forms.BooleanField(label="Ik vervang de opname die er nu is. Die is daarna weg.")

    def __init__(
        self, *args: Any, current: PackRecording | None, known: QuerySet[PackRecording], **kwargs: Any
    ) -> None:
        """`current` is what can be heard now of this part; `known` are those that the page may have shown."""
        super().__init__(*args, **kwargs)
        self.fields["replaces"].initial = current
        self.fields["replaces"].queryset = known  # type: ignore[attr-defined]
        self.fields["file"].help_text = (
            f"MP3, M4A, OGG of WAV, hoogstens {settings.RECORDING_MAX_MB} MB. MP3 en M4A spelen op elke telefoon; "
            "een iPhone speelt OGG vaak niet."
        )
        if current is None:
            del self.fields["sure"]
