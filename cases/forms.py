"""What somebody types about a person, a case and what stands in it."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import BaseRenderer
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from accounts.models import Team, User
from cases.enums import DocumentKind, Gender, Group, Language, Relation
from cases.models import Case, Country, Nationality, Person, ResidencePermit
from cases.rules import full_name
from inburgering.kit.numbers import is_valid_bsn, is_valid_v_number
from inburgering.kit.partial_date import PartialDate

LANGUAGE_ROWS = range(3)
_CHOOSE = ("", "Kies een taal")
UNKNOWN = "0000"
"""How the national tables write "unknown"; here an empty choice says so."""


class PartialDateWidget(forms.MultiWidget):
    """Day, month and year, each of which may be unknown."""

    use_fieldset = True
    _LABELS = ("Dag", "Maand", "Jaar")

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        number = forms.TextInput(attrs={"inputmode": "numeric", "maxlength": 2, "size": 2})
        year = forms.TextInput(attrs={"inputmode": "numeric", "maxlength": 4, "size": 4})
        super().__init__({"dag": number, "maand": number, "jaar": year}, attrs)

    def decompress(self, value: PartialDate | None) -> list[int | None]:
        return [value.day, value.month, value.year] if value else [None, None, None]

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: BaseRenderer | None = None
    ) -> SafeString:
        parts = self.get_context(name, value, attrs)["widget"]["subwidgets"]
        return format_html_join(
            "",
            '<label class="part" for="{}"><span>{}</span>{}</label>',
            [
                (
                    part["attrs"]["id"],
                    label,
                    widget.render(part["name"], part["value"], part["attrs"], renderer),
                )
                for label, widget, part in zip(self._LABELS, self.widgets, parts, strict=True)
            ],
        )


class PartialDateField(forms.MultiValueField):
    """A `PartialDate`, or None when not even the year is known."""

    widget = PartialDateWidget

    def __init__(self, **kwargs: Any) -> None:
        whole = {"invalid": "Gebruik alleen cijfers."}
        fields = tuple(
            forms.IntegerField(required=False, min_value=0, error_messages=whole) for _ in range(3)
        )
        super().__init__(fields, require_all_fields=False, **kwargs)

    def compress(self, data_list: list[int | None]) -> PartialDate | None:
        # A zero is how the BRP writes "unknown".
        day, month, year = (part or None for part in data_list or (None, None, None))
        if year is None:
            if day or month:
                raise ValidationError("Vul het jaar in. Is het jaar onbekend? Laat dan alles leeg.")
            return None
        try:
            return PartialDate(year, month, day)
        except ValueError as error:
            raise ValidationError(str(error)) from error


class PersonForm(forms.Form):
    """A person as staff know them. `person_fields()`, `languages()` and `nationalities()` are what services take."""

    first_names = forms.CharField(label="Voornamen", max_length=200, required=False)
    name_prefix = forms.CharField(label="Voorvoegsel", max_length=20, required=False)
    last_name = forms.CharField(
        label="Achternaam", max_length=200, help_text="Heeft iemand maar één naam? Zet die dan hier."
    )
    gender = forms.ChoiceField(
        label="Geslacht", choices=Gender, widget=forms.RadioSelect, initial=Gender.UNKNOWN, required=False
    )
    birth = PartialDateField(
        label="Geboortedatum",
        required=False,
        help_text="Laat leeg wat u niet weet: de dag, of de dag en de maand.",
    )
    birth_place = forms.CharField(label="Geboorteplaats", max_length=200, required=False)
    birth_country = forms.ModelChoiceField(
        label="Geboorteland",
        queryset=Country.objects.exclude(code=UNKNOWN),
        required=False,
        empty_label="Onbekend",
    )
    nationality = forms.ModelChoiceField(
        label="Nationaliteit", queryset=Nationality.objects.none(), required=False, empty_label="Onbekend"
    )
    second_nationality = forms.ModelChoiceField(
        label="Tweede nationaliteit", queryset=Nationality.objects.none(), required=False, empty_label="Geen"
    )
    residence_permit = forms.ModelChoiceField(
        label="Verblijfstitel",
        queryset=ResidencePermit.objects.none(),
        required=False,
        empty_label="Onbekend",
    )
    bsn = forms.CharField(
        label="BSN", max_length=20, required=False, widget=forms.TextInput({"inputmode": "numeric"})
    )
    v_number = forms.CharField(
        label="V-nummer", max_length=20, required=False, widget=forms.TextInput({"inputmode": "numeric"})
    )
    phone = forms.CharField(
        label="Telefoon", max_length=30, required=False, widget=forms.TextInput({"type": "tel"})
    )
    email = forms.EmailField(label="E-mailadres", required=False)
    interpreter_needed = forms.ChoiceField(
        label="Is er een tolk nodig?",
        choices=[("ja", "Ja"), ("nee", "Nee"), ("", "Nog niet bekend")],
        widget=forms.RadioSelect,
        required=False,
    )
    interpreter_language = forms.ChoiceField(
        label="Taal van de tolk", choices=[_CHOOSE, *Language.choices], required=False
    )

    def __init__(self, *args: Any, person: Person | None = None, **kwargs: Any) -> None:
        if person:
            kwargs["initial"] = {**_initial_of(person), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        # Old values of the tables are only offered to who has them.
        own = [n.pk for n in person.nationalities.all()] if person else []
        current = Nationality.objects.filter(ends_on=None).exclude(code=UNKNOWN) | Nationality.objects.filter(
            pk__in=own
        )
        permit = [person.residence_permit_id] if person and person.residence_permit_id else []
        permits = ResidencePermit.objects.filter(ends_on=None).exclude(
            code="00"
        ) | ResidencePermit.objects.filter(pk__in=permit)
        for name in ("nationality", "second_nationality"):
            self.fields[name].queryset = current  # type: ignore[attr-defined]
        self.fields["residence_permit"].queryset = permits  # type: ignore[attr-defined]
        for row in LANGUAGE_ROWS:
            label = "Taal waarin deze persoon het liefst praat" if row == 0 else f"Nog een taal ({row + 1})"
            self.fields[f"language_{row}"] = forms.ChoiceField(
                label=label, choices=[_CHOOSE, *Language.choices], required=False
            )
            self.fields[f"reads_{row}"] = forms.BooleanField(label="Leest deze taal", required=False)
            self.fields[f"writes_{row}"] = forms.BooleanField(label="Schrijft deze taal", required=False)

    def language_rows(self) -> list[tuple[forms.BoundField, forms.BoundField, forms.BoundField]]:
        return [
            (self[f"language_{row}"], self[f"reads_{row}"], self[f"writes_{row}"]) for row in LANGUAGE_ROWS
        ]

    def clean_bsn(self) -> str:
        bsn = re.sub(r"[\s.-]", "", self.cleaned_data["bsn"])
        if len(bsn) == 8 and bsn.isdigit():
            raise ValidationError(
                "Een BSN heeft negen cijfers. Begint het nummer met een 0? Typ die er dan ook bij."
            )
        if bsn and not is_valid_bsn(bsn):
            raise ValidationError("Dit BSN klopt niet. Kijk of u alle negen cijfers goed hebt overgenomen.")
        return bsn

    def clean_v_number(self) -> int | None:
        text = re.sub(r"[\s.-]", "", self.cleaned_data["v_number"])
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and is_valid_v_number(int(text))):
            raise ValidationError("Dit V-nummer klopt niet. Een V-nummer heeft hoogstens tien cijfers.")
        return int(text)

    def clean_interpreter_needed(self) -> bool | None:
        return {"ja": True, "nee": False}.get(self.cleaned_data["interpreter_needed"])

    def clean_gender(self) -> str:
        return self.cleaned_data["gender"] or Gender.UNKNOWN

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if (
            not {"bsn", "v_number"} & set(self.errors)
            and not data.get("bsn")
            and data.get("v_number") is None
        ):
            self.add_error(
                "bsn", "Vul een BSN of een V-nummer in. Zonder nummer kan DUO de persoon niet vinden."
            )
        codes = [code for row in LANGUAGE_ROWS if (code := data.get(f"language_{row}"))]
        if len(codes) != len(set(codes)):
            self.add_error("language_1", "Kies elke taal één keer.")
        if data.get("nationality") and data.get("nationality") == data.get("second_nationality"):
            self.add_error("second_nationality", "Dit is dezelfde nationaliteit.")
        return data

    def full_name(self) -> str:
        data = self.cleaned_data
        return full_name(data.get("first_names", ""), data.get("name_prefix", ""), data.get("last_name", ""))

    def person_fields(self) -> dict[str, Any]:
        names = ("first_names", "last_name", "gender", "birth", "birth_place", "birth_country", "residence_permit",
                 "bsn", "v_number", "phone", "email", "interpreter_needed", "interpreter_language")  # fmt: skip
        return {
            "prefix": self.cleaned_data["name_prefix"],
            **{name: self.cleaned_data[name] for name in names},
        }

    def languages(self) -> list[dict[str, Any]]:
        data = self.cleaned_data
        rows = [row for row in LANGUAGE_ROWS if data[f"language_{row}"]]
        return [
            {
                "code": data[f"language_{row}"],
                "speaks": True,
                "reads": data[f"reads_{row}"],
                "writes": data[f"writes_{row}"],
                "preferred": row == 0,
            }
            for row in rows
        ]

    def nationalities(self) -> list[Nationality]:
        both = (self.cleaned_data["nationality"], self.cleaned_data["second_nationality"])
        return [nationality for nationality in both if nationality]


def _initial_of(person: Person) -> dict[str, Any]:
    names = ("first_names", "last_name", "gender", "birth", "birth_place", "birth_country", "residence_permit",
             "bsn", "v_number", "phone", "email", "interpreter_language")  # fmt: skip
    initial: dict[str, Any] = {
        "name_prefix": person.prefix,
        **{name: getattr(person, name) for name in names},
    }
    initial["interpreter_needed"] = {True: "ja", False: "nee"}.get(person.interpreter_needed, "")  # type: ignore[arg-type]
    nationality_fields = ("nationality", "second_nationality")
    initial |= dict(zip(nationality_fields, person.nationalities.all(), strict=False))
    languages = sorted(person.languages.all(), key=lambda language: (not language.preferred, language.code))
    for row, language in zip(LANGUAGE_ROWS, languages, strict=False):
        initial |= {
            f"language_{row}": language.code,
            f"reads_{row}": language.reads,
            f"writes_{row}": language.writes,
        }
    return initial


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
        self.fields["team"].queryset = Team.objects.filter(pk__in=[team.pk for team in teams])  # type: ignore[attr-defined]
        self.fields["team"].initial = teams[0] if teams else None
        if guides is None:
            del self.fields["klantmanager"]
        else:
            self.fields["klantmanager"].queryset = guides  # type: ignore[attr-defined]

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
        self.fields["to"].queryset = guides  # type: ignore[attr-defined]


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
    text = forms.CharField(label="Notitie", max_length=10_000, widget=forms.Textarea)


class PurposeForm(forms.Form):
    purpose = forms.CharField(
        label="Waarvoor hebt u dit dossier nodig?",
        max_length=300,
        min_length=10,
        widget=forms.Textarea,
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
