"""What is asked of the team lead about a leerroute, and what the gemeente chose about age."""

from typing import Any

from django import forms

from inburgering.kit.widgets import Textarea
from pip_plans.forms.plan import LawYears
from pip_plans.models.youth import OLDEST_YOUNG


def _area(rows: int) -> Textarea:
    return Textarea(attrs={"rows": rows, "dir": "auto"})


class AskGroundForm(forms.Form):
    motivation = forms.CharField(label="Waarom vindt u dit toch goed?", max_length=4000, widget=_area(5),
                                 help_text="De teamleider beslist hierop.")  # fmt: skip


class AgePolicyForm(forms.Form):
    policy = forms.CharField(
        label="Welk beleid is het?", max_length=2000, required=False, widget=_area(4),
        help_text="Bijvoorbeeld: beleidsregel studeren met behoud van uitkering, met wat erin staat. De nieuwkomer leest dit in "
                  "de brief. Laat dit leeg om het weg te halen.",
    )  # fmt: skip
    link = forms.CharField(label="Link naar het beleid", max_length=500, required=False)
    upload = forms.FileField(label="Of het document zelf", required=False, help_text="PDF, JPEG of PNG.")


class YouthBoundsForm(forms.Form):
    from_age = forms.IntegerField(label="Vanaf leeftijd", min_value=0, max_value=OLDEST_YOUNG)
    until_age = forms.IntegerField(label="Tot en met leeftijd", min_value=0, max_value=OLDEST_YOUNG)
    source = forms.CharField(
        label="Waar staat deze keuze?", max_length=300, help_text="Bijvoorbeeld: een besluit van het college."
    )
    valid_from = LawYears(label="Geldt vanaf")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        lowest, highest = cleaned.get("from_age"), cleaned.get("until_age")
        if lowest is not None and highest is not None and lowest > highest:
            self.add_error("until_age", "De laatste leeftijd is niet lager dan de eerste.")
        return cleaned
