"""What is typed at an act: a talk, a promise, and the few acts with a reason or a date."""

from typing import Any

from django import forms
from django.utils import timezone

from cases.enums import Language
from inburgering.kit.widgets import Textarea
from intake.enums import ExemptionGround, Interpreter, PromiseOutcome, PromiseSide, TalkMode, Understood


class StartAgainForm(forms.Form):
    reason = forms.CharField(
        label="Waarom is een nieuwe intake nodig?", max_length=1000, widget=Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text="De antwoorden van de vorige intake staan er al in. Vraag alleen wat veranderd is.",
    )  # fmt: skip


class ReopenForm(forms.Form):
    reason = forms.CharField(label="Waarom heropent u de intake?", max_length=1000,
                             widget=Textarea(attrs={"rows": 3, "dir": "auto"}))  # fmt: skip


class CompleteForm(forms.Form):
    without_lbt_reason = forms.CharField(
        label="Waarom is er geen uitslag van de leerbaarheidstoets?", max_length=1000, required=False,
        widget=Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text="De toets hoort bij de brede intake (Wet inburgering 2021, artikel 14). Leg daarom vast waarom hij ontbreekt.",
    )  # fmt: skip


class PrivateTalkForm(forms.Form):
    on = forms.DateField(label="Gewezen op", widget=forms.DateInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = timezone.localdate


class UnderstoodForm(forms.Form):
    """The first question of every talk (PP-26)."""

    understood = forms.ChoiceField(
        label="Weet de nieuwkomer wat de brede intake en het PIP zijn?", choices=Understood, widget=forms.RadioSelect,
        help_text="Vraag dit als eerste. Laat de nieuwkomer het in eigen woorden zeggen.",
    )  # fmt: skip


class TalkForm(UnderstoodForm):
    held_on = forms.DateField(label="Datum", widget=forms.DateInput)
    mode = forms.ChoiceField(label="Waar was het gesprek?", choices=TalkMode, widget=forms.RadioSelect)
    interpreter = forms.ChoiceField(label="Was er een tolk?", choices=Interpreter, widget=forms.RadioSelect)
    interpreter_language = forms.ChoiceField(label="Taal van de tolk", choices=[("", "Kies de taal"), *Language.choices],
                                             required=False)  # fmt: skip
    no_interpreter_reason = forms.CharField(
        label="Waarom geen tolk?", max_length=500, required=False, widget=forms.TextInput(attrs={"dir": "auto"}),
        help_text="Alleen als er geen tolk was. Bijvoorbeeld: spreekt goed Nederlands, of: tolk kwam niet.",
    )  # fmt: skip
    others = forms.CharField(
        label="Wie waren er verder bij?", max_length=200, required=False, widget=forms.TextInput(attrs={"dir": "auto"}),
        help_text="Bijvoorbeeld: partner, vrijwilliger. Laat leeg als de nieuwkomer alleen was.",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["held_on"].initial = timezone.localdate
        self.fields["understood"].required = False


class PromiseForm(forms.Form):
    text = forms.CharField(
        label="Wat is er toegezegd?", max_length=1000, widget=Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text="Eén toezegging tegelijk. De nieuwkomer kan dit lezen.",
    )  # fmt: skip
    side = forms.ChoiceField(label="Wie doet dit?", choices=PromiseSide, widget=forms.RadioSelect)
    due_on = forms.DateField(label="Wanneer moet het klaar zijn?", required=False, widget=forms.DateInput)


class SettlePromiseForm(forms.Form):
    outcome = forms.ChoiceField(
        label="Wat gebeurt ermee?", widget=forms.RadioSelect,
        choices=[(one.value, one.label) for one in PromiseOutcome if one != PromiseOutcome.OPEN],
    )  # fmt: skip
    note = forms.CharField(
        label="Toelichting", max_length=1000, required=False, widget=Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text="Apart vastgelegd: schrijf op waar. Vervallen: schrijf op waarom. De nieuwkomer kan dit lezen.",
    )  # fmt: skip


class ExemptionForm(forms.Form):
    ground = forms.ChoiceField(label="Op welke grond?", choices=ExemptionGround, widget=forms.RadioSelect)
    reason = forms.CharField(
        label="Waaruit blijkt dat?", max_length=1000, widget=Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text="Alleen wie dit dossier begeleidt, ziet de grond en deze toelichting.",
    )  # fmt: skip
    on = forms.DateField(label="Verleend op", widget=forms.DateInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = timezone.localdate
