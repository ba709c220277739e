from django import forms

from pip_plans.enums import Bridge
from pip_plans.forms.fields import LawYears


class FirstLessonForm(forms.Form):
    on = LawYears(
        label="Wanneer was de eerste les?", help_text="De eerste les van de leerroute.",
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )  # fmt: skip


class BridgingForm(forms.Form):
    kind = forms.ChoiceField(label="Wat gaat iemand doen?", choices=Bridge.choices, widget=forms.RadioSelect)
    what = forms.CharField(label="Waar of bij wie?", max_length=200, required=False,
                           help_text="Bij ‘iets anders’ schrijft u hier wat het is.")  # fmt: skip
    from_on = LawYears(label="Vanaf", widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    until_on = LawYears(
        label="Tot en met", required=False, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        help_text="Leeg als het doorgaat tot de eerste les.",
    )  # fmt: skip
