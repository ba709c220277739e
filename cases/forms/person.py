"""What somebody types about a person."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cases.enums import Gender, Language
from cases.forms.partial_date import PartialDateField
from cases.models import Country, Nationality, Person, ResidencePermit
from cases.rules import full_name
from inburgering.kit.numbers import is_valid_bsn, is_valid_v_number
from inburgering.kit.offering import offer

LANGUAGE_ROWS = range(3)
_CHOOSE = ("", "Kies een taal")
UNKNOWN = "0000"
"""How the national tables write "unknown"; here an empty choice says so."""


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
            offer(self.fields, name, current)
        offer(self.fields, "residence_permit", permits)
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
