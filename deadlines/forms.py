"""Shape of what people type about terms."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils import timezone

from cases.enums import Group
from cases.models import Case, Document
from deadlines.enums import Bearer, Ground, Kind, Route
from deadlines.models import EquatedDay
from deadlines.models.promises import MOST
from deadlines.rules import (
    CATALOGUE,
    FactInfo,
    Facts,
    Holds,
    Length,
    Unit,
    bearer_of,
    facts_used_by,
    still_ahead,
)
from inburgering.kit.dutch import format_date, upper_first
from inburgering.kit.offering import offer
from inburgering.kit.widgets import Textarea

# Facts that belong to the case: they are corrected there, and every term that starts from them follows.
OF_THE_CASE = ("group", "notified_on", "brp_registered_on")
# Started and met by what happens elsewhere in the product, so that nobody has to remember them.
_BY_THEMSELVES = {
    Kind.PIP, Kind.PIP_NA_VERHUIZING, Kind.KLANTMANAGER_AANWEZIG, Kind.ANTWOORD_OP_VERZOEK, Kind.ANDERE_KLANTMANAGER,
    Kind.VERVOLGSTAP,
}  # fmt: skip
BY_HAND = tuple(kind for kind in Kind if kind not in _BY_THEMSELVES and bearer_of(kind) != Bearer.BEHEER)

_CHOICES = {Holds.GROUP: Group, Holds.ROUTE: Route}


def _day_field(label: str, help_text: str = "", *, required: bool = True) -> forms.DateField:
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    wrong = {"invalid": "Deze dag bestaat niet. Schrijf de dag als 31-12-2026."}
    return forms.DateField(
        label=label, help_text=help_text, required=required, widget=widget, error_messages=wrong
    )


# --- Third parties ----------------------------------------------------------------------------------------


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
    reason = forms.CharField(label="Waarom trekt u dit in?", max_length=200)


# --- Any term ------------------------------------------------------------------------------------------------


class KindForm(forms.Form):
    """Which term to add."""

    soort = forms.ChoiceField(label="Welke termijn?", choices=[(kind.value, kind.label) for kind in BY_HAND])


class FactsForm(forms.Form):
    """The facts that a kind of term uses, but for those that the case itself knows."""

    def __init__(self, *args: Any, kind: Kind, known: Facts, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = known
        self.names = [name for name in facts_used_by(kind) if name not in (*OF_THE_CASE, "promise")]
        for name in self.names:
            self.fields[name] = _fact_field(CATALOGUE[name])
            self.fields[name].initial = _shown(getattr(known, name))

    @property
    def facts(self) -> Facts:
        """What was known, with what was typed."""
        return replace(self.known, **{name: self._typed(CATALOGUE[name]) for name in self.names})

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if not self.errors:
            for name, wrong in still_ahead(self.facts, timezone.localdate()).items():
                self.add_error(name if name in self.fields else None, wrong)
        return data

    def ask_for(self, missing: Iterable[str]) -> None:
        """Says at each field what the last day still waits for."""
        for name in missing:
            wanted = CATALOGUE[name].label
            if name in self.fields:
                self.add_error(name, "Vul dit in: zonder dit gegeven is er geen laatste dag.")
            else:
                self.add_error(
                    None, f"Vul eerst in het dossier in: {wanted}. Zonder dat is er geen laatste dag."
                )

    def _typed(self, info: FactInfo) -> Any:
        value = self.cleaned_data[info.attribute]
        return (info.typed(value) if value else None) if info.holds in _CHOICES else value


class AddForm(FactsForm):
    """A term that nothing starts by itself."""

    about = forms.CharField(
        label="Waarover gaat het?",
        max_length=60,
        required=False,
        help_text="Alleen nodig als er meer van deze termijnen tegelijk lopen. Bijvoorbeeld: boete van 3 maart.",
    )


class CorrectForm(FactsForm):
    """Facts of a term that were wrong."""

    reason = forms.CharField(
        label="Waarom klopte het niet?",
        max_length=200,
        help_text="Dit komt in de geschiedenis van het dossier.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields([*self.names, "reason"])


class DespiteForm(forms.Form):
    """The tick of somebody who changes a day that others were told."""

    toch = forms.BooleanField(label="Ik verander de dag toch", required=False)


class MoveForm(DespiteForm):
    """Why the facts of a dossier change, and the tick when somebody was told the day that moves."""

    reason = forms.CharField(
        label="Waarom wijzigt u deze gegevens?",
        max_length=200,
        help_text="Dit komt in de geschiedenis van het dossier en van de termijn.",
    )
    field_order = ("reason", "toch")

    def __init__(self, *args: Any, reminded: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["toch"].required = reminded
        self.fields["toch"].error_messages["required"] = (
            "Er zijn al herinneringen verstuurd. Zet een vinkje als u de dag toch verandert."
        )


class StopForm(forms.Form):
    reason = forms.CharField(label="Waarom stopt de termijn?", max_length=200)


class MeetForm(forms.Form):
    on = _day_field("Op welke dag is het gedaan?")

    def __init__(self, *args: Any, began_on: date | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.began_on = began_on
        self.fields["on"].initial = timezone.localdate

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if self.began_on and on < self.began_on:
            began = format_date(self.began_on, weekday=False)
            raise forms.ValidationError(f"De termijn begint op {began}. Kies die dag of een latere dag.")
        return on


class ReopenForm(forms.Form):
    reason = forms.CharField(
        label="Waarom is het toch niet gedaan?",
        max_length=200,
        help_text="Dit komt in de geschiedenis van het dossier.",
    )


def _fact_field(info: FactInfo) -> forms.Field:
    label = upper_first(info.label)
    if info.holds is Holds.DATE:
        return _day_field(label, required=False)
    if info.holds is Holds.FLAG:
        return forms.BooleanField(label=label, required=False)
    if info.holds is Holds.NUMBER:
        return forms.IntegerField(label=label, required=False, min_value=0, max_value=9999)
    choices = [("", "Nog niet bekend"), *_CHOICES[info.holds].choices]
    return forms.ChoiceField(label=label, required=False, choices=choices)


def _shown(value: Any) -> Any:
    return value.value if isinstance(value, Group | Route) else value


# --- Extensions and suspensions -------------------------------------------------------------------------------


class _WithDocument(forms.Form):
    reason = forms.CharField(label="Toelichting", max_length=300, widget=Textarea(attrs={"rows": 3}))
    document = forms.ModelChoiceField(
        label="Document",
        queryset=Document.objects.none(),
        required=False,
        empty_label="Geen document",
        help_text="Kies uit de documenten van het dossier.",
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields, "document", case.documents.all())


class ExtendForm(_WithDocument):
    """A verlenging that DUO decided. A period, a length, or neither when the ground has a length of its own."""

    ground = forms.ChoiceField(label="Grond", choices=Ground.choices)
    decided_on = _day_field("Datum van het besluit van DUO")
    starts_on = _day_field(
        "Eerste dag van de omstandigheid", "Alleen als de grond een periode heeft.", required=False
    )
    ends_on = _day_field("Laatste dag van de omstandigheid", "Laat leeg zolang het duurt.", required=False)
    number = forms.IntegerField(
        label="Hoe lang verlengt DUO? (aantal)", required=False, min_value=1, max_value=MOST,
        help_text="Vul dit in als DUO zelf een lengte noemt. Die gaat voor.",
    )  # fmt: skip
    unit = forms.ChoiceField(
        label="Eenheid",
        required=False,
        choices=[("", "Geen"), *[(u.value, u.value) for u in Unit if u != Unit.WORKING_DAYS]],
    )

    field_order = [
        "ground",
        "decided_on",
        "starts_on",
        "ends_on",
        "number",
        "unit",
        "reason",
        "document",
    ]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if bool(data.get("number")) != bool(data.get("unit")) and "number" in data:
            self.add_error(
                "unit" if data.get("number") else "number", "Vul het aantal en de eenheid allebei in."
            )
        if data.get("ends_on") and not data.get("starts_on"):
            self.add_error("starts_on", "Vul ook de eerste dag in.")
        return data

    @property
    def decision(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        number, unit = data.pop("number"), data.pop("unit")
        return data | {"length": Length(number, Unit(unit)) if number else None}


class SuspendForm(_WithDocument):
    from_on = _day_field("De termijn staat stil vanaf")
    until_on = _day_field(
        "Tot en met",
        "Laat leeg zolang de termijn stilstaat. U sluit de opschorting later af.",
        required=False,
    )
    article = forms.CharField(
        label="Artikel", max_length=80, required=False, help_text="Bijvoorbeeld: Awb, artikel 4:15 lid 1."
    )

    field_order = ["from_on", "until_on", "reason", "article", "document"]


class EndSuspensionForm(forms.Form):
    until_on = _day_field("De termijn stond stil tot en met")


# --- Settings --------------------------------------------------------------------------------------------------


class PromiseForm(forms.Form):
    """How long a promise is, from a day on."""

    kind = forms.ChoiceField(label="Toezegging")
    number = forms.IntegerField(label="Aantal", min_value=1, max_value=MOST)
    unit = forms.ChoiceField(
        label="Eenheid", choices=[(unit.value, unit.value) for unit in Unit if unit != Unit.YEARS]
    )
    valid_from = _day_field("Geldt vanaf", "Vandaag of later. Wat al loopt, houdt zijn lengte.")

    def __init__(self, *args: Any, kinds: Iterable[Kind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in kinds]  # type: ignore[attr-defined]

    @property
    def setting(self) -> dict[str, Any]:
        data = self.cleaned_data
        length = Length(data["number"], Unit(data["unit"]))
        return {"kind": Kind(data["kind"]), "length": length, "valid_from": data["valid_from"]}


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
