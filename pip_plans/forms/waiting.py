from django import forms

from pip_plans.forms.fields import LawYears


class FirstLessonForm(forms.Form):
    on = LawYears(
        label="Wanneer was de eerste les?", help_text="De eerste les van de leerroute.",
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )  # fmt: skip
