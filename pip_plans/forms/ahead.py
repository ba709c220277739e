"""The talk about a next step, and how early counts as early."""

from django import forms
from django.utils import timezone

from pip_plans.enums import NextStep
from pip_plans.forms.fields import LawYears, area
from pip_plans.models import MOST_AHEAD_MONTHS


class NextStepForm(forms.Form):
    spoken_on = LawYears(
        label="Wanneer sprak u met de nieuwkomer?", initial=timezone.localdate,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )  # fmt: skip
    outcome = forms.ChoiceField(label="Wat kwam eruit?", choices=NextStep.choices, widget=forms.RadioSelect)
    text = forms.CharField(
        label="Wat is afgesproken, of waarom komt er geen vervolgstap?", max_length=2000, widget=area(4),
        help_text="Bijvoorbeeld: eerder examen doen, lessen op een hoger niveau, of een opleiding. De nieuwkomer leest dit ook.",
    )  # fmt: skip


class AheadPeriodForm(forms.Form):
    months = forms.IntegerField(label="Aantal maanden", min_value=1, max_value=MOST_AHEAD_MONTHS)
    valid_from = LawYears(label="Geldt vanaf")
