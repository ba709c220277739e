"""What a klantmanager types in a plan."""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, cast

from django import forms
from django.forms.boundfield import BoundField

from inburgering.kit.conflicts import mark_of
from intake.enums import Indicator
from intake.models import TalkPromise
from intake.selectors import promises_for_plan
from pip_plans.enums import (
    Alphabetisation,
    Factor,
    HoursSource,
    Leerroute,
    Niveau,
    Owner,
    SwitchGround,
    TranslationState,
    Wish,
)
from pip_plans.forms.fields import LANGUAGES, LawYears, area, text
from pip_plans.forms.further import FurtherFields, SupportFields
from pip_plans.models import MOST_HOURS, PLAN_FIELDS, Goal, PipVersion

SEEN = "__gezien"
"""What stands behind the name of a field that holds the mark of another: of the value that the page was made with."""


@dataclass(frozen=True)
class Section:
    """A group of fields with its own place on the page."""

    id: str
    heading: str
    icon: str
    names: tuple[str, ...]
    intro: str = ""
    fields: tuple[forms.BoundField, ...] = ()


SECTIONS = (
    Section("meedoen", "Meedoen", "briefcase", (
        "participation", "participation_activity", "participation_hours", "participation_in_dutch", "participation_reason",
        "participation_duties",
    ), "Taal leren en meedoen gaan samen, of het plan zegt waarom niet."),
    Section("kinderen", "Kinderen", "mood-smile", ("vve", "childcare")),
    Section("geld", "Uitkering en vaste kosten", "cash", (
        "benefit", "benefit_from", "benefit_duties", "relief", "relief_costs", "relief_from", "relief_until", "relief_reason",
    )),
    Section("doorleren", "Niveau en doorleren", "stairs", (
        "wished_level", "needed_level", "needed_level_source", "needed_level_by", "further_learning",
        "further_learning_reason", "further_learning_decide_on",
    ), "Is het doel hoger dan het niveau van de leerroute? Dan hoort er een besluit over doorleren in het plan."),
    Section("daarna", "Na de inburgering", "star", (
        "target_occupation", "next_step", "next_step_helper", "next_step_on", "study_goal", "pathways", "pathway_reason",
        "study_with_benefit", "study_with_benefit_reason", "perspective",
    ), "Zonder beroep of doel, stap, hulp en dag heet het plan ‘onvolledig’."),
)  # fmt: skip


class PlanField(BoundField):
    """A field of a concept, with the mark of the value that was shown: so that a change by a colleague is noticed."""

    form: "PlanForm"

    @property
    def seen_name(self) -> str:
        return self.html_name + SEEN

    @property
    def seen(self) -> str:
        """On a page that comes back after a mistake still that of the first time: what was typed is based on it."""
        return str(self.form.data.get(self.seen_name) or mark_of(self.initial))

    @property
    def extra(self) -> str:
        """What the autosave sends along."""
        along = {"versie": str(self.form.version.number), "gezien": self.seen}
        return json.dumps(along | ({"advies": self.form.advice} if self.name == "leerroute" else {}))


class PlanForm(SupportFields, FurtherFields, forms.Form):
    """The fields of a concept, one or more at a time. Nothing has to be filled in to be kept.

    `required` only tells the screen which fields a PIP can't do without.
    """

    bound_field_class = PlanField
    advice = ""
    """The advice on the page, signed: it goes along with the choice of a leerroute."""

    change_reason = text("change_reason", required=True,
                          help_text="De nieuwkomer leest dit bovenaan de brief.")  # fmt: skip
    switch_ground = forms.ChoiceField(
        label="Waarom mag de leerroute wisselen?", required=False,
        choices=[("", "De leerroute wisselt niet"), *SwitchGround.choices],
        help_text="Alleen nodig als de leerroute anders is dan in het PIP dat nu geldt.",
    )  # fmt: skip
    switch_reason = text("switch_reason", help_text="Alleen nodig bij een andere leerroute.")
    effort = text(
        "effort",
        help_text="Alleen nodig bij afschalen naar A2: waaruit blijkt de inzet, en waarom lukt B1 niet?",
    )
    leerroute = forms.ChoiceField(label="Leerroute", choices=Leerroute.choices, widget=forms.RadioSelect)
    wished_leerroute = forms.ChoiceField(label="Welke leerroute wil de nieuwkomer zelf?", choices=Wish.choices,
                                         widget=forms.RadioSelect)  # fmt: skip
    wish_difference_reason = text("wish_difference_reason",
                                   help_text="Alleen nodig als de leerroute anders is dan de wens.")  # fmt: skip
    why_not_b = text("why_not_b", help_text="Niet nodig als u deze route kiest.")
    why_not_o = text("why_not_o", help_text="Niet nodig als u deze route kiest.")
    why_not_z = text("why_not_z", help_text="Niet nodig als u deze route kiest.")
    advice_difference_reason = text("advice_difference_reason",
                                     help_text="Alleen nodig als de leerroute anders is dan het advies.")  # fmt: skip
    niveau = forms.ChoiceField(label="Niveau", choices=[("", "Gewoon: B1 bij de B1-route en de onderwijsroute"), *Niveau.choices],
                               required=False, help_text="Bij de Z-route kan alleen A2. In het eerste PIP kan A2 niet bij de "
                                                         "B1-route.")  # fmt: skip
    intensity_hours = forms.IntegerField(label="Intensiteit in uren", min_value=0, max_value=9999, required=False,
                                         help_text="Alleen bij de B1-route van een asielstatushouder: hoeveel uur taal en KNM "
                                                   "samen, naar schatting.")  # fmt: skip
    alphabetisation = forms.ChoiceField(label="Leren lezen en schrijven in het Nederlandse alfabet",
                                        choices=Alphabetisation.choices, widget=forms.RadioSelect)  # fmt: skip
    may_finish_education = forms.BooleanField(
        label="Mag eerst de opleiding afmaken die al is begonnen", required=False
    )
    a2_allowed = forms.BooleanField(label="Z-route: mag examen doen op niveau A2", required=False)
    knm_allowed = forms.BooleanField(label="Z-route: mag examen doen in KNM", required=False)
    factors = forms.MultipleChoiceField(label="Waarop is de leerroute gekozen?", choices=Factor.choices,
                                        widget=forms.CheckboxSelectMultiple,
                                        help_text="Kies er ten minste twee. De toets is een advies en nooit genoeg.")  # fmt: skip
    motivation = text("motivation", required=True,
                       help_text="In gewone woorden, alsof u het vertelt. De nieuwkomer leest dit in de brief en in het "
                                 "portaal.")  # fmt: skip
    own_language = forms.ChoiceField(label="In welke taal leest de nieuwkomer de uitleg?", choices=LANGUAGES)
    motivation_own_language = text(
        "motivation_own_language", help_text="Niet nodig als de nieuwkomer Nederlands leest."
    )
    translation_state = forms.ChoiceField(label="Hoe is dit vertaald?", choices=TranslationState.choices)
    pvt_hours = forms.IntegerField(label="Uren PVT", min_value=0, max_value=2000)
    map_hours = forms.IntegerField(label="Praktijkuren MAP", min_value=0, max_value=5000, required=False,
                                   help_text="Niet bij de onderwijsroute.")  # fmt: skip
    talks_per_year = forms.IntegerField(label="Voortgangsgesprekken in een jaar", min_value=0, max_value=52)
    support = text("support", required=True,
                    help_text="Wat doet de gemeente? Bijvoorbeeld: cursus, taalmaatje, reiskosten.")  # fmt: skip
    vve = text("vve", help_text="Alleen als er jonge kinderen zijn. Is het niet nodig? Schrijf dat op.")
    participation_duties = text(
        "participation_duties", help_text="Werk, vrijwilligerswerk, en afspraken uit de Participatiewet."
    )
    perspective = text(
        "perspective", help_text="Welk werk of welke opleiding komt hierna, en wie helpt daarbij?"
    )

    def __init__(
        self, *args: Any, version: PipVersion, only: frozenset[str] | None = None, **kwargs: Any
    ) -> None:
        initial = {name: getattr(version, name) for name in PLAN_FIELDS}
        super().__init__(*args, initial=initial, **kwargs)
        self.version = version
        if only is not None:
            self.fields = {name: field for name, field in self.fields.items() if name in only}

    def seen(self) -> dict[str, str]:
        """The marks that were sent along, by field."""
        sent = {name: self.data.get(name + SEEN, "") for name in self.fields}
        return {name: mark for name, mark in sent.items() if mark}

    @property
    def sections(self) -> list[Section]:
        return [replace(one, fields=tuple(self[name] for name in one.names)) for one in SECTIONS]

    def full_clean(self) -> None:
        required = {name: field.required for name, field in self.fields.items()}
        for field in self.fields.values():
            field.required = False
        super().full_clean()
        for name, field in self.fields.items():
            field.required = required[name]


class GoalForm(forms.Form):
    own_text = forms.CharField(label="Doel, in eigen woorden", max_length=5000, widget=area(3),
                               help_text="Schrijf op wat de nieuwkomer zegt, in de taal waarin het is gezegd.")  # fmt: skip
    own_language = forms.ChoiceField(label="Taal", choices=LANGUAGES)
    translation_nl = forms.CharField(label="In het Nederlands", max_length=5000, required=False, widget=area(3),
                                     help_text="Niet nodig als het doel in het Nederlands is.")  # fmt: skip
    indicator = forms.ChoiceField(
        label="Waar gaat dit doel over?",
        choices=[("", "Niet gekozen"), *Indicator.choices],
        required=False,
        help_text="Mag leeg blijven. Bij ‘sociale bruggen’ hoort altijd een afspraak over een activiteit.",
    )


class AgreementForm(forms.Form):
    text = forms.CharField(label="Wat is afgesproken?", max_length=2000, widget=area(3))
    owner = forms.ChoiceField(label="Wie doet dit?", choices=[("", "Kies wie"), *Owner.choices])
    owner_name = forms.CharField(label="Naam", max_length=200, required=False,
                                 help_text="Van de school, de organisatie of de persoon.")  # fmt: skip
    due_on = LawYears(label="Wanneer is het klaar?")
    goal = forms.ModelChoiceField(
        label="Bij welk doel?", queryset=Goal.objects.none(), required=False, empty_label="Bij geen doel"
    )
    translation = forms.CharField(label="In de eigen taal", max_length=4000, required=False, widget=area(3),
                                  help_text="De nieuwkomer leest deze vertaling in het portaal.")  # fmt: skip
    own_language = forms.ChoiceField(label="Taal van de vertaling", choices=LANGUAGES, required=False)
    translation_state = forms.ChoiceField(
        label="Hoe is dit vertaald?", choices=TranslationState.choices, required=False
    )
    promise = forms.ModelChoiceField(
        label="Komt dit uit een toezegging?", queryset=TalkPromise.objects.none(), required=False,
        empty_label="Nee", help_text="Wat in een gesprek is toegezegd en in het PIP komt.",
    )  # fmt: skip

    def __init__(self, *args: Any, version: PipVersion, for_change: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        goal = cast("forms.ModelChoiceField[Goal]", self.fields["goal"])
        goal.queryset = Goal.objects.filter(version=version)
        promise = cast("forms.ModelChoiceField[TalkPromise]", self.fields["promise"])
        promise.queryset = promises_for_plan(version.pip.case)
        if for_change:
            del self.fields["promise"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("owner") == Owner.ANDERS and not cleaned.get("owner_name"):
            self.add_error("owner_name", "Schrijf de naam op van wie dit doet.")
        if cleaned.get("translation") and not cleaned.get("own_language"):
            self.add_error("own_language", "Kies de taal van de vertaling.")
        return cleaned


class EstablishForm(forms.Form):
    on = LawYears(label="Dagtekening", help_text="De datum die op de brief staat. Meestal is dat vandaag.")
    expected_updated_at = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, missing: str = "", must_confirm: bool = True, **kwargs: Any) -> None:
        """`missing` is the language of the newcomer in which there is no companion; who asks for days confirms nothing."""
        super().__init__(*args, **kwargs)
        if missing:
            self.fields["confirmed_without_translation"] = forms.BooleanField(
                label=f"Er is geen uitleg in het {missing}. De uitleg gaat in het Nederlands mee.", required=must_confirm,
                help_text="Bespreek de brief met een tolk.",
                error_messages={"required": "Bevestig dat de uitleg in het Nederlands meegaat."},
            )  # fmt: skip

    def clean_expected_updated_at(self) -> Any:
        """The moment as the page got it. Without one the newest concept is established."""
        text = self.cleaned_data["expected_updated_at"]
        if not text:
            return None
        try:
            return datetime.fromisoformat(text)
        except ValueError as error:
            raise forms.ValidationError("Laad de bladzijde opnieuw.") from error


class PreviousPipForm(forms.Form):
    gemeente = forms.CharField(label="Vorige gemeente", max_length=120)
    leerroute = forms.ChoiceField(
        label="Leerroute in het vorige PIP", choices=[("", "Kies een leerroute"), *Leerroute.choices]
    )
    niveau = forms.ChoiceField(
        label="Niveau in het vorige PIP", choices=[("", "Staat er niet in"), *Niveau.choices], required=False,
        help_text="Is er in de vorige gemeente al afgeschaald naar A2? Dan hoeft dat hier niet opnieuw.",
    )  # fmt: skip
    dated_on = LawYears(label="Dagtekening van het vorige PIP")


class CourseHoursForm(forms.Form):
    hours = forms.IntegerField(label="Uren les", min_value=1, max_value=MOST_HOURS)
    until_on = LawYears(label="Gevolgd tot en met")
    provider = forms.CharField(
        label="School of aanbieder", max_length=200,
        help_text="Voor afschalen tellen alleen lessen bij een school met keurmerk, of bij een TST-instelling.",
    )  # fmt: skip
    source = forms.ChoiceField(
        label="Waaruit blijkt dat?", choices=HoursSource.choices, widget=forms.RadioSelect
    )
    upload = forms.FileField(
        label="Bewijs",
        help_text="De verklaring van de school, of een uittreksel van de registratie. PDF, JPEG of PNG.",
    )


class WithdrawForm(forms.Form):
    reason = forms.CharField(label="Waarom moet dit PIP bij DUO weg?", max_length=2000, widget=area(3))
