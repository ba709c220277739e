"""Shape of what people type about terms."""

from typing import ClassVar

from django import forms
from django.utils import timezone

from deadlines.models import EquatedDay


def _day_field(label: str, help_text: str = "") -> forms.DateField:
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    wrong = {"invalid": "Deze dag bestaat niet. Schrijf de dag als 31-12-2026."}
    return forms.DateField(label=label, help_text=help_text, widget=widget, error_messages=wrong)


class AskForm(forms.Form):
    """Information asked of somebody else, without which the PIP can't be made."""

    party = forms.CharField(
        label="Aan wie vroeg u het?", max_length=120, help_text="Bijvoorbeeld: IDW of de huisarts."
    )
    what = forms.CharField(
        label="Welke informatie?",
        max_length=300,
        help_text="Informatie waar u het PIP echt niet zonder kunt vaststellen.",
    )
    asked_on = _day_field("Wanneer vroeg u het?")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["asked_on"].initial = timezone.localdate


class ReceiveForm(forms.Form):
    received_on = _day_field("Ontvangen op", "Vanaf deze dag hebt u nog twee weken voor het PIP.")


class WithdrawForm(forms.Form):
    reason = forms.CharField(label="Waarom trekt u de vraag in?", max_length=200)


class EquatedDayForm(forms.ModelForm):
    """A day that a koninklijk besluit makes equal to a feestdag."""

    day = _day_field("Dag")

    class Meta:
        model = EquatedDay
        fields: ClassVar = ["day", "source"]
        labels: ClassVar = {"source": "Waar staat het?"}
        help_texts: ClassVar = {
            "source": "Het koninklijk besluit, met nummer van het Staatsblad of de Staatscourant."
        }
