"""What a klantmanager types in a plan."""

from datetime import date, datetime
from typing import Any, cast

from django import forms
from django.db.models import TextField

from cases.enums import Language
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
from pip_plans.models import MOST_HOURS, Goal, PipVersion

EARLIEST, LATEST = date(2022, 1, 1), date(2099, 12, 31)
LANGUAGES = [("", "Kies een taal"), *sorted(Language.choices, key=lambda choice: str(choice[1]))]


class LawYears(forms.DateField):
    """A date in the years that the law knows; others are typing errors."""

    def validate(self, value: date | None) -> None:
        super().validate(value)
        if value and not EARLIEST <= value <= LATEST:
            raise forms.ValidationError("Deze datum kan niet. Kijk het jaar na.")


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "dir": "auto"})


def _text(name: str, *, help_text: str = "", required: bool = False) -> forms.CharField:
    field = cast("TextField[str, str]", PipVersion._meta.get_field(name))  # noqa: SLF001 - Django's own way to a field
    return forms.CharField(
        label=_capital(str(field.verbose_name)), max_length=field.max_length, required=required, help_text=help_text,
        widget=_area(4),
    )  # fmt: skip


class PlanForm(forms.Form):
    """The fields of a concept, one or more at a time. Nothing has to be filled in to be kept.

    `required` only tells the screen which fields a PIP can't do without.
    """

    change_reason = _text("change_reason", required=True,
                          help_text="De nieuwkomer leest dit bovenaan de brief.")  # fmt: skip
    switch_ground = forms.ChoiceField(
        label="Waarom mag de leerroute wisselen?", required=False,
        choices=[("", "De leerroute wisselt niet"), *SwitchGround.choices],
        help_text="Alleen nodig als de leerroute anders is dan in het PIP dat nu geldt.",
    )  # fmt: skip
    switch_reason = _text("switch_reason", help_text="Alleen nodig bij een andere leerroute.")
    effort = _text(
        "effort",
        help_text="Alleen nodig bij afschalen naar A2: waaruit blijkt de inzet, en waarom lukt B1 niet?",
    )
    leerroute = forms.ChoiceField(label="Leerroute", choices=Leerroute.choices, widget=forms.RadioSelect)
    wished_leerroute = forms.ChoiceField(label="Welke leerroute wil de nieuwkomer zelf?", choices=Wish.choices,
                                         widget=forms.RadioSelect)  # fmt: skip
    wish_difference_reason = _text("wish_difference_reason",
                                   help_text="Alleen nodig als de leerroute anders is dan de wens.")  # fmt: skip
    why_not_b = _text("why_not_b", help_text="Niet nodig als u deze route kiest.")
    why_not_o = _text("why_not_o", help_text="Niet nodig als u deze route kiest.")
    why_not_z = _text("why_not_z", help_text="Niet nodig als u deze route kiest.")
    advice_difference_reason = _text("advice_difference_reason",
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
    motivation = _text("motivation", required=True,
                       help_text="In gewone woorden, alsof u het vertelt. De nieuwkomer leest dit in de brief en in het "
                                 "portaal.")  # fmt: skip
    own_language = forms.ChoiceField(label="In welke taal leest de nieuwkomer de uitleg?", choices=LANGUAGES)
    motivation_own_language = _text(
        "motivation_own_language", help_text="Niet nodig als de nieuwkomer Nederlands leest."
    )
    translation_state = forms.ChoiceField(label="Hoe is dit vertaald?", choices=TranslationState.choices)
    pvt_hours = forms.IntegerField(label="Uren PVT", min_value=0, max_value=2000)
    map_hours = forms.IntegerField(label="Praktijkuren MAP", min_value=0, max_value=5000, required=False,
                                   help_text="Niet bij de onderwijsroute.")  # fmt: skip
    talks_per_year = forms.IntegerField(label="Voortgangsgesprekken in een jaar", min_value=0, max_value=52)
    support = _text("support", required=True,
                    help_text="Wat doet de gemeente? Bijvoorbeeld: cursus, taalmaatje, reiskosten.")  # fmt: skip
    vve = _text("vve", help_text="Alleen als er jonge kinderen zijn. Is het niet nodig? Schrijf dat op.")
    participation_duties = _text(
        "participation_duties", help_text="Werk, vrijwilligerswerk, en afspraken uit de Participatiewet."
    )
    perspective = _text(
        "perspective", help_text="Welk werk of welke opleiding komt hierna, en wie helpt daarbij?"
    )

    def __init__(self, *args: Any, only: frozenset[str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if only is not None:
            self.fields = {name: field for name, field in self.fields.items() if name in only}

    def full_clean(self) -> None:
        required = {name: field.required for name, field in self.fields.items()}
        for field in self.fields.values():
            field.required = False
        super().full_clean()
        for name, field in self.fields.items():
            field.required = required[name]


class GoalForm(forms.Form):
    own_text = forms.CharField(label="Doel, in eigen woorden", max_length=5000, widget=_area(3),
                               help_text="Schrijf op wat de nieuwkomer zegt, in de taal waarin het is gezegd.")  # fmt: skip
    own_language = forms.ChoiceField(label="Taal", choices=LANGUAGES)
    translation_nl = forms.CharField(label="In het Nederlands", max_length=5000, required=False, widget=_area(3),
                                     help_text="Niet nodig als het doel in het Nederlands is.")  # fmt: skip


class AgreementForm(forms.Form):
    text = forms.CharField(label="Wat is afgesproken?", max_length=2000, widget=_area(3))
    owner = forms.ChoiceField(label="Wie doet dit?", choices=[("", "Kies wie"), *Owner.choices])
    owner_name = forms.CharField(label="Naam", max_length=200, required=False,
                                 help_text="Van de school, de organisatie of de persoon.")  # fmt: skip
    due_on = LawYears(label="Wanneer is het klaar?")
    goal = forms.ModelChoiceField(
        label="Bij welk doel?", queryset=Goal.objects.none(), required=False, empty_label="Bij geen doel"
    )

    def __init__(self, *args: Any, version: PipVersion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        goal = cast("forms.ModelChoiceField[Goal]", self.fields["goal"])
        goal.queryset = Goal.objects.filter(version=version)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("owner") == Owner.ANDERS and not cleaned.get("owner_name"):
            self.add_error("owner_name", "Schrijf de naam op van wie dit doet.")
        return cleaned


class EstablishForm(forms.Form):
    on = LawYears(label="Dagtekening", help_text="De datum die op de brief staat. Meestal is dat vandaag.")
    expected_updated_at = forms.CharField(widget=forms.HiddenInput, required=False)

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
    dated_on = LawYears(label="Dagtekening van het vorige PIP")


class CourseHoursForm(forms.Form):
    hours = forms.IntegerField(label="Uren les", min_value=1, max_value=MOST_HOURS)
    until_on = LawYears(label="Gevolgd tot en met")
    provider = forms.CharField(label="School of aanbieder", max_length=200)
    source = forms.ChoiceField(
        label="Waaruit blijkt dat?", choices=HoursSource.choices, widget=forms.RadioSelect
    )
    upload = forms.FileField(label="Verklaring", required=False, help_text="PDF, JPEG of PNG.")


class WithdrawForm(forms.Form):
    reason = forms.CharField(label="Waarom moet dit PIP bij DUO weg?", max_length=2000, widget=_area(3))
