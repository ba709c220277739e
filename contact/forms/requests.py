"""Shape of what people type about requests."""

from datetime import date
from typing import Any, cast

from django import forms
from django.utils import timezone

from accounts.models import User
from cases.enums import Language
from cases.rules.languages import dutch_name
from contact.enums.requests import (
    Decision,
    PartyKind,
    PartyState,
    RefusalCode,
    RequestType,
    TranslationSource,
    Via,
)
from contact.rules.requests import ASKABLE, LONGEST_TEXT, asked_on_obstacles, rule_of
from inburgering.kit.widgets import Textarea

_WAYS = (Via.TELEFOON, Via.BALIE, Via.MAIL, Via.BRIEF, Via.GESPREK)
_LANGUAGES = sorted(Language.choices, key=lambda choice: str(choice[1]))


def _area(rows: int = 4) -> Textarea:
    return Textarea(attrs={"rows": rows, "dir": "auto"})


def _words(
    label: str, limit: int, help_text: str = "", *, required: bool = True, rows: int = 4
) -> forms.CharField:
    too_long = {"max_length": f"De tekst is te lang. Gebruik hoogstens {limit} tekens."}
    return forms.CharField(
        label=label, max_length=limit, help_text=help_text, required=required, widget=_area(rows), error_messages=too_long
    )  # fmt: skip


def _day(label: str, help_text: str = "", *, required: bool = True) -> forms.DateField:
    wrong = {"invalid": "Deze dag bestaat niet. Schrijf de dag als 31-12-2026."}
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(
        label=label, help_text=help_text, required=required, widget=widget, error_messages=wrong
    )


def _today(form: forms.Form, name: str) -> None:
    form.fields[name].initial = timezone.localdate


class RecordForm(forms.Form):
    """A request that came by phone, at the desk or in a talk."""

    type = forms.ChoiceField(
        label="Waar gaat het over?",
        choices=[("", "Kies een soort"), *[(type_.value, type_.label) for type_ in ASKABLE]],
    )
    text = _words("Wat vraagt de nieuwkomer?", LONGEST_TEXT, "In de woorden van de nieuwkomer.", rows=5)
    language = forms.ChoiceField(label="In welke taal is dit geschreven?", choices=_LANGUAGES, initial="nl")
    translation = _words(
        "In het Nederlands", LONGEST_TEXT, "Niet nodig als de vraag al in het Nederlands is.", required=False
    )
    via = forms.ChoiceField(label="Hoe kwam het binnen?", choices=[(way.value, way.label) for way in _WAYS])
    asked_on = _day("Wanneer is het gevraagd?", "De termijn telt vanaf deze dag.")
    together_with = forms.IntegerField(
        label="Hoort bij verzoek nummer", required=False, min_value=1, max_value=2**31,
        help_text="Alleen als de partner hetzelfde vraagt. Schrijf dat verzoek in het dossier van de partner.",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _today(self, "asked_on")

    def clean_asked_on(self) -> date:
        asked_on: date = self.cleaned_data["asked_on"]
        if obstacles := asked_on_obstacles(asked_on, today=timezone.localdate()):
            raise forms.ValidationError(obstacles)
        return asked_on

    def clean_type(self) -> RequestType:
        return RequestType(self.cleaned_data["type"])

    def clean_via(self) -> Via:
        return Via(self.cleaned_data["via"])


class AnswerForm(forms.Form):
    """Yes, partly, no or later. Asks for a translation when the newcomer reads another language than Dutch."""

    decision = forms.ChoiceField(
        label="Wat is het antwoord?", choices=Decision.choices, widget=forms.RadioSelect
    )
    refusal_code = forms.ChoiceField(
        label="Waarom nee, of deels nee?",
        choices=[("", "Kies een reden"), *RefusalCode.choices],
        required=False,
    )
    later_on = _day("Wanneer krijgt de nieuwkomer antwoord?", "Alleen bij ‘later’.", required=False)
    reason = _words(
        "Leg het uit",
        LONGEST_TEXT,
        "In gewone woorden, alsof u het vertelt. De nieuwkomer leest dit.",
        rows=6,
    )
    translation = _words("Dezelfde uitleg in de eigen taal", LONGEST_TEXT, required=False, rows=6)
    translation_source = forms.ChoiceField(
        label="Hoe is dit vertaald?",
        choices=TranslationSource.choices,
        required=False,
        initial=TranslationSource.NONE,
    )
    without_translation = forms.BooleanField(
        label="Ik antwoord zonder vertaling", required=False,
        help_text="Wij tellen hoe vaak dit gebeurt. Bel de nieuwkomer dan met een tolk.",
    )  # fmt: skip

    def __init__(self, *args: Any, type_: RequestType, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not rule_of(type_).may_be_later:
            field = cast("forms.ChoiceField", self.fields["decision"])
            field.choices = [choice for choice in Decision.choices if choice[0] != Decision.LATER]
            del self.fields["later_on"]
        if language == "nl":
            for name in ("translation", "translation_source", "without_translation"):
                del self.fields[name]
        else:
            self.fields["translation"].label = f"Dezelfde uitleg in het {dutch_name(language)}"

    def clean_decision(self) -> Decision:
        return Decision(self.cleaned_data["decision"])

    def clean_refusal_code(self) -> RefusalCode | None:
        code = self.cleaned_data["refusal_code"]
        return RefusalCode(code) if code else None

    def clean_translation_source(self) -> TranslationSource:
        return TranslationSource(self.cleaned_data["translation_source"] or TranslationSource.NONE)


class EscalateForm(forms.Form):
    advice = _words("Wat adviseert u, of wat weet u al?", 2000, "Alleen collega's lezen dit.")


class CallForm(forms.Form):
    note = forms.CharField(
        label="Notitie", max_length=500, required=False, help_text="Alleen collega's lezen dit."
    )


class _ColleagueForm(forms.Form):
    owner = forms.ChoiceField(label="Wie behandelt het?")

    def __init__(self, *args: Any, colleagues: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.colleagues = {str(colleague.pk): colleague for colleague in colleagues}
        names = [(pk, colleague.name) for pk, colleague in self.colleagues.items()]
        cast("forms.ChoiceField", self.fields["owner"]).choices = [("", "Kies een collega"), *names]

    def clean_owner(self) -> User:
        return self.colleagues[self.cleaned_data["owner"]]


class TriageForm(_ColleagueForm):
    """What the team lead decides about a request that only the team lead sees."""

    share = forms.TypedChoiceField(
        label="Mag wie het dossier ziet, dit verzoek ook zien?",
        choices=[("nee", "Nee, het blijft vertrouwelijk"), ("ja", "Ja, ook de klantmanager ziet het")],
        coerce=lambda value: value == "ja",
        widget=forms.RadioSelect,
        help_text="Delen kunt u niet terugdraaien.",
    )


class AssignForm(_ColleagueForm):
    pass


class ReferForm(forms.Form):
    kind = forms.ChoiceField(label="Wat voor partij is het?", choices=[("", "Kies"), *PartyKind.choices])
    name = forms.CharField(label="Naam", max_length=120, help_text="Bijvoorbeeld: Taalschool De Brug.")
    question = _words("Wat vraagt u?", 1000)

    def clean_kind(self) -> PartyKind:
        return PartyKind(self.cleaned_data["kind"])


class PartyAnswerForm(forms.Form):
    state = forms.ChoiceField(
        label="Wat is het antwoord?", widget=forms.RadioSelect,
        choices=[choice for choice in PartyState.choices if choice[0] != PartyState.ASKED],
    )  # fmt: skip
    refusal_code = forms.ChoiceField(
        label="Waarom niet?", choices=[("", "Kies een reden"), *RefusalCode.choices], required=False,
        help_text="Alleen als deze partij niet meewerkt.",
    )  # fmt: skip
    answer = _words("Wat zeiden zij?", 2000)
    on = _day("Wanneer kwam het antwoord?")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _today(self, "on")

    def clean_state(self) -> PartyState:
        return PartyState(self.cleaned_data["state"])

    def clean_refusal_code(self) -> RefusalCode | None:
        code = self.cleaned_data["refusal_code"]
        return RefusalCode(code) if code else None


class ConferenceForm(forms.Form):
    held_on = _day("Wanneer was het overleg?")
    participants = forms.CharField(label="Wie waren erbij?", max_length=500)
    outcome = _words("Wat is besloten?", LONGEST_TEXT)
    decider_name = forms.CharField(label="Wie beslist?", max_length=120)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _today(self, "held_on")


class WithdrawForm(forms.Form):
    reason = forms.CharField(label="Waarom trekt de nieuwkomer het in?", max_length=200)


class TranslateForm(forms.Form):
    translation = _words("In het Nederlands", LONGEST_TEXT)
    source = forms.ChoiceField(
        label="Hoe is dit vertaald?",
        choices=[
            (source.value, source.label) for source in (TranslationSource.PERSON, TranslationSource.MACHINE)
        ],
    )

    def clean_source(self) -> TranslationSource:
        return TranslationSource(self.cleaned_data["source"])


class ReviewForm(forms.Form):
    text = _words("Waarom is de nieuwkomer het niet eens met het antwoord?", LONGEST_TEXT)
    language = forms.ChoiceField(label="In welke taal is dit geschreven?", choices=_LANGUAGES, initial="nl")
    via = forms.ChoiceField(label="Hoe kwam het binnen?", choices=[(way.value, way.label) for way in _WAYS])

    def clean_via(self) -> Via:
        return Via(self.cleaned_data["via"])
