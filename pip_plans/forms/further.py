"""Fields of a plan about taking part and money, and about what comes above and after the route."""

from typing import Any

from django import forms

from inburgering.kit.widgets import Textarea
from pip_plans.enums import (
    Benefit,
    FurtherLearning,
    Level,
    LevelSource,
    Participation,
    PathwayKind,
    Relief,
    ReliefCost,
    StudyGoal,
    StudyWithBenefit,
)
from pip_plans.forms.fields import LawYears, text
from pip_plans.rules.pathways import STANDARD

NOT_YET = [("", "Nog niet ingevuld")]
NO_LEVEL = [("", "Niet bekend")]
MOST_IN_A_WEEK = 60


def _choice(label: str, choices: Any, *, required: bool = False, help_text: str = "") -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, required=required, help_text=help_text)


def _line(label: str, *, help_text: str = "") -> forms.CharField:
    return forms.CharField(label=label, max_length=200, required=False, help_text=help_text)


class SupportFields(forms.Form):
    """Taking part, children, the benefit and the fixed costs."""

    childcare = text("childcare", help_text="Wie past op tijdens de les? Past dat bij de lestijden?")
    participation = _choice(
        "Gaan meedoen en taal leren tegelijk?", [*NOT_YET, *Participation.choices], required=True
    )
    participation_activity = text(
        "participation_activity", help_text="Werk, vrijwilligerswerk, stage of iets anders."
    )
    participation_hours = forms.IntegerField(
        label="Uren meedoen in een week", min_value=1, max_value=MOST_IN_A_WEEK, required=False
    )
    participation_in_dutch = forms.BooleanField(label="Iemand spreekt daar Nederlands", required=False)
    participation_reason = text("participation_reason", help_text="Alleen nodig als het niet tegelijk gaat.")
    benefit = _choice("Heeft iemand een bijstandsuitkering?", [*NOT_YET, *Benefit.choices], required=True)
    benefit_from = LawYears(label="Recht op bijstand vanaf", required=False)
    benefit_duties = text(
        "benefit_duties",
        help_text="Alleen bij een bijstandsuitkering: welke plichten uit de Participatiewet horen daarbij?",
    )
    relief = _choice(
        "Wie betaalt de vaste kosten? (ontzorgen)", [("", "Niet van toepassing"), *Relief.choices],
        help_text="Alleen voor een asielstatushouder met bijstand: zes maanden vanaf het recht op bijstand "
                  "(Participatiewet, artikel 56a).",
    )  # fmt: skip
    relief_costs = forms.MultipleChoiceField(
        label="Deze kosten betaalt de gemeente uit de uitkering", choices=ReliefCost.choices, required=False,
        widget=forms.CheckboxSelectMultiple, help_text="Wat u niet aankruist, betaalt de nieuwkomer zelf.",
    )  # fmt: skip
    relief_from = LawYears(label="Ontzorgen vanaf", required=False)
    relief_until = LawYears(label="Ontzorgen tot en met", required=False)
    relief_reason = text(
        "relief_reason", help_text="Alleen nodig als de gemeente niet alles betaalt, of korter of langer."
    )


class FurtherFields(forms.Form):
    """The level that somebody wants and needs, going on learning, and the perspective."""

    wished_level = _choice("Welk niveau Nederlands wil de nieuwkomer halen?", [*NO_LEVEL, *Level.choices])
    needed_level = _choice(
        "Welk niveau is nodig voor het beroep of de opleiding?", [*NO_LEVEL, *Level.choices]
    )
    needed_level_source = _choice("Wie zei dat?", [*NOT_YET, *LevelSource.choices])
    needed_level_by = _line("Naam", help_text="Van de werkgever, de werkcoach, de school of de wet.")
    further_learning = _choice(
        "Mag de nieuwkomer doorleren tot het niveau dat nodig is?", [*NOT_YET, *FurtherLearning.choices],
        help_text="Nodig als het doel hoger is dan het niveau van de leerroute.",
    )  # fmt: skip
    further_learning_reason = text(
        "further_learning_reason", help_text="Altijd nodig bij ‘nee’. De nieuwkomer leest dit in de brief."
    )
    further_learning_decide_on = LawYears(
        label="Besluit uiterlijk op", required=False,
        help_text="Alleen nodig bij ‘nog niet beslist’. U krijgt vóór die dag bericht.",
    )  # fmt: skip
    target_occupation = _line("Welk beroep of doel na de inburgering?")
    next_step = text("next_step", help_text="Eén stap die iemand zich kan voorstellen.")
    next_step_helper = _line("Wie helpt daarbij?")
    next_step_on = LawYears(label="Wanneer is die stap?", required=False)
    study_goal = _choice("Welke opleiding wil de nieuwkomer doen?", [*NOT_YET, *StudyGoal.choices])
    pathways = forms.MultipleChoiceField(
        label="Welke wegen na de route passen daarbij?", required=False, widget=forms.CheckboxSelectMultiple,
        help_text="In de B1-route nodig als iemand een opleiding wil. De nieuwkomer ziet ze in het portaal.",
    )  # fmt: skip
    pathway_reason = text("pathway_reason", help_text="Alleen nodig als er geen weg past.")
    study_with_benefit = _choice(
        "Mag iemand studeren met behoud van uitkering?", [*NOT_YET, *StudyWithBenefit.choices],
        help_text="Nodig bij een opleiding vanaf de leeftijd waarop er geen studiefinanciering meer is. Het is nooit een "
                  "reden om een leerroute te weigeren.",
    )  # fmt: skip
    study_with_benefit_reason = text("study_with_benefit_reason", help_text="Altijd nodig bij ‘nee’.")

    def __init__(self, *args: Any, ways: list[str] | None = None, **kwargs: Any) -> None:
        """`ways` are the names that can be chosen: those of the gemeente, and what the plan says already."""
        super().__init__(*args, **kwargs)
        names = [way.name for way in STANDARD] if ways is None else ways
        self.fields["pathways"].choices = [(name, name) for name in names]  # type: ignore[attr-defined]


class NeededLevelForm(forms.Form):
    level = forms.ChoiceField(label="Niveau dat nodig is", choices=[("", "Kies een niveau"), *Level.choices])
    source = forms.ChoiceField(label="Wie zegt dat?", choices=[("", "Kies wie"), *LevelSource.choices])
    said_by = _line("Naam", help_text="Van de werkgever, de werkcoach, de school of de wet.")
    occupation = forms.CharField(label="Voor welk beroep of welke opleiding?", max_length=200)
    remark = forms.CharField(label="Toelichting", max_length=2000, required=False,
                             widget=Textarea(attrs={"rows": 3, "dir": "auto"}))  # fmt: skip


class PathwayForm(forms.Form):
    kind = forms.ChoiceField(label="Soort", choices=[("", "Kies een soort"), *PathwayKind.choices])
    name = forms.CharField(label="Naam", max_length=120)
    explanation = forms.CharField(label="Uitleg in gewone woorden", max_length=1000, required=False,
                                  widget=Textarea(attrs={"rows": 3}))  # fmt: skip
    is_offered = forms.BooleanField(label="Kan nu worden gekozen", required=False, initial=True)
