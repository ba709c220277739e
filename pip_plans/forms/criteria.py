"""What a gemeente writes about the onderwijsroute, and a colleague about somebody."""

from typing import Any, cast

from django import forms

from cases.models import Document
from inburgering.kit.widgets import Textarea
from intake.enums import Criterion
from pip_plans.forms.plan import LawYears
from pip_plans.models.criteria import MET


def _area(rows: int) -> Textarea:
    return Textarea(attrs={"rows": rows, "dir": "auto"})


class CriterionForm(forms.Form):
    text_nl = forms.CharField(label="Criterium in het Nederlands", max_length=500, widget=_area(2),
                              help_text="Schrijf tegen de nieuwkomer: ‘U wilt …’ of ‘U kunt …’.")  # fmt: skip
    text_en = forms.CharField(label="In het Engels", max_length=500, required=False, widget=_area(2))
    text_ar = forms.CharField(label="In het Arabisch", max_length=500, required=False, widget=_area(2))
    proof = forms.ChoiceField(
        label="Waaruit blijkt dit?", required=False,
        choices=[("", "Uit het gesprek of een document"), *Criterion.choices],
        help_text="Dan staan de metingen en toetsen uit de intake er vanzelf bij.",
    )  # fmt: skip
    source = forms.CharField(
        label="Waar staat dit?", max_length=300, help_text="Bijvoorbeeld: een beleidsregel."
    )
    valid_from = LawYears(label="Geldt vanaf")


class JudgementForm(forms.Form):
    met = forms.ChoiceField(label="Voldaan?", choices=MET, widget=forms.RadioSelect)
    reason = forms.CharField(
        label="Uitleg", max_length=2000, required=False, widget=_area(4),
        help_text="De nieuwkomer leest dit. Nodig als nog niet is voldaan, of als er geen bewijs in het dossier staat.",
    )  # fmt: skip
    document = forms.ModelChoiceField(
        label="Bewijs uit het dossier",
        queryset=Document.objects.none(),
        required=False,
        empty_label="Geen document",
    )

    def __init__(self, *args: Any, documents: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ModelChoiceField[Document]", self.fields["document"]).queryset = documents
