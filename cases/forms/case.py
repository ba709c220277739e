"""What somebody types about a case, who guides it and what stands in it."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils import timezone

from accounts.models import Team, User
from cases.enums import DocumentKind, Group, Relation
from cases.forms.person import PersonForm
from cases.models import Case
from inburgering.kit.offering import offer
from inburgering.kit.widgets import Textarea


class GuideChoiceField(forms.ModelChoiceField):
    """Colleagues with the number of open cases that each has, when that was counted."""

    def label_from_instance(self, obj: User) -> str:
        cases = getattr(obj, "open_cases", None)
        return (
            obj.name if cases is None else f"{obj.name} ({cases} {'dossier' if cases == 1 else 'dossiers'})"
        )


class NewDossierForm(PersonForm):
    """A person and the case that opens for them."""

    group = forms.ChoiceField(
        label="Doelgroep",
        choices=[*Group.choices, ("", "Nog niet bekend")],
        widget=forms.RadioSelect,
        required=False,
    )
    in_coa = forms.BooleanField(label="Woont nog in een opvang van het COA", required=False)
    duty_from = forms.DateField(label="Inburgeringsplichtig vanaf", required=False, widget=forms.DateInput)
    notified_on = forms.DateField(
        label="Datum van de kennisgeving van DUO",
        required=False,
        widget=forms.DateInput,
        help_text="Staat in de brief of het bericht van DUO. Hieruit volgt de termijn van tien weken voor het PIP.",
    )
    brp_registered_on = forms.DateField(
        label="Ingeschreven in deze gemeente op", required=False, widget=forms.DateInput
    )
    team = forms.ModelChoiceField(label="Team", queryset=Team.objects.none(), empty_label=None)
    klantmanager = GuideChoiceField(
        label="Klantmanager", queryset=User.objects.none(), required=False, empty_label="Kies automatisch"
    )
    is_somebody_else = forms.BooleanField(
        label="Ik heb gekeken: dit is iemand anders dan de mensen hierboven", required=False
    )

    def __init__(self, *args: Any, teams: list[Team], guides: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields, "team", Team.objects.filter(pk__in=[team.pk for team in teams]))
        self.fields["team"].initial = teams[0] if teams else None
        if guides is None:
            del self.fields["klantmanager"]
        else:
            offer(self.fields, "klantmanager", guides)

    def case_facts(self) -> Mapping[str, Any]:
        names = ("group", "in_coa", "duty_from", "notified_on", "brp_registered_on")
        return {name: self.cleaned_data[name] for name in names}


class FactsForm(forms.Form):
    """What a case knows that terms start from."""

    group = NewDossierForm.base_fields["group"]
    in_coa = NewDossierForm.base_fields["in_coa"]
    duty_from = NewDossierForm.base_fields["duty_from"]
    notified_on = NewDossierForm.base_fields["notified_on"]
    brp_registered_on = NewDossierForm.base_fields["brp_registered_on"]

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        kwargs["initial"] = {name: getattr(case, name) for name in self.base_fields}
        super().__init__(*args, **kwargs)


class AssignForm(forms.Form):
    to = GuideChoiceField(label="Wie", queryset=User.objects.none(), empty_label="Kies een collega")
    reason = forms.CharField(
        label="Reden",
        max_length=200,
        help_text="Staat in het logboek, bijvoorbeeld: verlof van Sanne tot 1 maart.",
    )

    def __init__(self, *args: Any, guides: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields, "to", guides)


class CloseForm(forms.Form):
    REASONS = ("Inburgeringsplicht vervuld", "Vrijgesteld of ontheven", "Verhuisd naar een andere gemeente",
               "Vertrokken uit Nederland", "Overleden", "Geen inburgeringsplicht meer")  # fmt: skip

    reason = forms.ChoiceField(
        label="Waarom sluit u dit dossier?",
        choices=[*((reason, reason) for reason in REASONS), ("anders", "Een andere reden")],
        widget=forms.RadioSelect,
    )
    explanation = forms.CharField(label="Toelichting", max_length=150, required=False)
    on = forms.DateField(label="Per welke dag?", widget=forms.DateInput, initial=timezone.localdate)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("reason") == "anders" and not data.get("explanation"):
            self.add_error("explanation", "Schrijf op wat de reden is.")
        return data

    def text(self) -> str:
        reason, more = self.cleaned_data["reason"], self.cleaned_data["explanation"]
        return more if reason == "anders" else f"{reason}. {more}".removesuffix(". ")


class HouseholdForm(forms.Form):
    number = forms.CharField(
        label="Dossiernummer van de ander",
        max_length=20,
        help_text="Bijvoorbeeld 2026-000042. Zoek het eerst op bij Zoeken.",
    )
    relation = forms.ChoiceField(
        label="Wie is dit in het huishouden?", choices=Relation, widget=forms.RadioSelect
    )
    on = forms.DateField(label="Sinds", widget=forms.DateInput, initial=timezone.localdate)


class NoteForm(forms.Form):
    text = forms.CharField(label="Notitie", max_length=10_000, widget=Textarea)


class PurposeForm(forms.Form):
    purpose = forms.CharField(
        label="Waarvoor hebt u dit dossier nodig?",
        max_length=300,
        min_length=10,
        widget=Textarea,
        help_text="Uw antwoord staat in het logboek. De klantmanager en de privacy officer kunnen het lezen.",
        error_messages={"min_length": "Schrijf in een zin waarvoor u dit dossier nodig hebt."},
    )


class DocumentForm(forms.Form):
    file = forms.FileField(label="Bestand", help_text="PDF, JPEG of PNG, hoogstens 10 MB.", max_length=255)
    title = forms.CharField(
        label="Titel", max_length=200, help_text="Bijvoorbeeld: diploma middelbare school."
    )
    kind = forms.ChoiceField(
        label="Soort",
        choices=[choice for choice in DocumentKind.choices if choice[0] != DocumentKind.BESCHIKKING],
        initial=DocumentKind.OVERIG,
    )
    visible_to_resident = forms.BooleanField(label="De inwoner mag dit document zien", required=False)


class SearchForm(forms.Form):
    q = forms.CharField(
        label="Naam, BSN, V-nummer, telefoon of dossiernummer",
        max_length=200,
        widget=forms.TextInput({"type": "search", "autocomplete": "off"}),
        help_text="Een andere spelling mag. Bij een naam helpt het om voornaam en achternaam te typen.",
    )
