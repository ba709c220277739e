"""Shape of what is filled in about interpreters and the languages of staff."""

from typing import Any

from django import forms

from cases.enums import Language
from cases.rules.languages import dutch_name
from contact.enums.interpreters import InterpreterDecision
from contact.models import Appointment, Interpreter
from contact.selectors.interpreters import interpreters_for


class DecisionForm(forms.Form):
    decision = forms.ChoiceField(
        label="Wat doet u met de tolk?", choices=InterpreterDecision, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label="Waarom geen tolk?", max_length=300, required=False,
        help_text="Alleen nodig als er wel een tolk nodig is, maar er geen komt.",
    )  # fmt: skip


class BookingForm(forms.Form):
    """Interpreters who are free then."""

    language = forms.ChoiceField(label="Taal", choices=Language)
    interpreter = forms.ModelChoiceField(
        label="Tolk", queryset=Interpreter.objects.none(), empty_label="Kies een tolk"
    )

    def __init__(self, *args: Any, appointment: Appointment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["interpreter"]
        field.queryset = interpreters_for(appointment)  # type: ignore[attr-defined]
        field.label_from_instance = _with_languages  # type: ignore[attr-defined]


def _with_languages(interpreter: Interpreter) -> str:
    return f"{interpreter}: {', '.join(map(dutch_name, interpreter.languages))}"


class InterpreterForm(forms.Form):
    """A row of the table of the gemeente."""

    name = forms.CharField(label="Naam", max_length=120)
    agency = forms.CharField(label="Bureau", max_length=120, required=False)
    phone = forms.CharField(label="Telefoon", max_length=30, required=False)
    email = forms.EmailField(label="E-mailadres", required=False)
    languages = forms.MultipleChoiceField(
        label="Talen", choices=Language, widget=forms.CheckboxSelectMultiple
    )
    is_active = forms.BooleanField(label="Beschikbaar", required=False, initial=True)


class OwnLanguagesForm(forms.Form):
    languages = forms.MultipleChoiceField(
        label="Welke talen spreekt u goed genoeg voor een gesprek?", required=False,
        choices=[choice for choice in Language.choices if choice[0] != Language.DUTCH],
        widget=forms.CheckboxSelectMultiple, help_text="Nederlands hoeft u niet te kiezen.",
    )  # fmt: skip
