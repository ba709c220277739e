"""What is typed at an act on an oproep."""

from typing import Any

from django import forms
from django.utils import timezone

from cases.enums import Language
from cases.models import Case
from contact.forms.appointments import ConfirmedForm
from contact.models import Appointment
from contact.rules.appointments import when_in_words
from inburgering.kit.offering import offer
from inburgering.kit.widgets import Textarea
from intake.enums import AttemptChannel, Blame, ReasonVia, SummonsOutcome
from intake.rules import WARNING
from intake.selectors.summons import talks_to_call_to


def _area(rows: int = 3) -> Textarea:
    return Textarea(attrs={"rows": rows, "dir": "auto"})


class _TalkChoice(forms.ModelChoiceField):
    def label_from_instance(self, talk: Appointment) -> str:
        when = when_in_words(talk.starts_at, talk.ends_at)
        missed = "" if talk.is_planned else ", niet verschenen"
        return f"{talk.get_purpose_display()}, {when}{missed}"


class SummonForm(ConfirmedForm):
    """`number` comes back as it was shown, so that a page of an hour ago doesn't send a later oproep."""

    number = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=99)
    appointment = _TalkChoice(
        label="Voor welke afspraak?",
        queryset=Appointment.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
    )
    fine_announced_on = forms.DateField(
        label="Wanneer is de boetebeschikking bekendgemaakt?", required=False, widget=forms.DateInput,
        help_text="Die beschikking geeft een nieuwe termijn van hoogstens 2 maanden. De boete zelf legt u niet hier op.",
    )  # fmt: skip
    no_fine_reason = forms.CharField(
        label="Of: waarom is er geen boete?", max_length=1000, required=False, widget=_area()
    )

    def __init__(self, *args: Any, case: Case, number: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["number"].initial = number
        offer(self.fields, "appointment", talks_to_call_to(case, number=number))
        if number <= WARNING:
            del self.fields["fine_announced_on"], self.fields["no_fine_reason"]


class SummonsOutcomeForm(forms.Form):
    outcome = forms.ChoiceField(label="Hoe ging het?", choices=SummonsOutcome, widget=forms.RadioSelect)
    note = forms.CharField(
        label="Wat gebeurde er?", max_length=1000, required=False, widget=_area(),
        help_text="Nodig als de nieuwkomer kwam, maar niet genoeg meewerkte.",
    )  # fmt: skip


class AttemptForm(forms.Form):
    on = forms.DateField(label="Op welke dag?", widget=forms.DateInput)
    channel = forms.ChoiceField(label="Hoe?", choices=AttemptChannel, widget=forms.RadioSelect)
    is_reached = forms.BooleanField(label="Ik sprak de nieuwkomer zelf", required=False)
    spoken_to = forms.CharField(
        label="Wie kreeg u anders te spreken?", max_length=120, required=False, widget=forms.TextInput(attrs={"dir": "auto"})
    )  # fmt: skip
    said = forms.CharField(label="Wat is er gezegd?", max_length=1000, required=False, widget=_area())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = timezone.localdate


class SummonsReasonForm(forms.Form):
    text = forms.CharField(
        label="Waarom kwam de nieuwkomer niet?", max_length=2000, widget=_area(4),
        help_text="In de eigen woorden. Alleen wie dit dossier begeleidt, leest dit.",
    )  # fmt: skip
    language = forms.ChoiceField(label="In welke taal staat dit?", choices=Language.choices, initial="nl")
    via = forms.ChoiceField(
        label="Hoe vertelde de nieuwkomer dit?", widget=forms.RadioSelect,
        choices=[(one.value, one.label) for one in ReasonVia if one != ReasonVia.PORTAL],
    )  # fmt: skip


class JudgeForm(forms.Form):
    blame = forms.ChoiceField(label="Is het niet komen verwijtbaar?", choices=Blame, widget=forms.RadioSelect)
    reason = forms.CharField(
        label="Waarom vindt u dat?", max_length=1000, widget=_area(),
        help_text="Weeg wat de nieuwkomer zei, en wat u zelf weet: ziekte, opvang, vervoer, een brief die niet aankwam.",
    )  # fmt: skip


class WithdrawSummonsForm(ConfirmedForm):
    reason = forms.CharField(label="Waarom trekt u deze oproep in?", max_length=1000, widget=_area())


class AbsenceForm(ConfirmedForm):
    basis = forms.CharField(
        label="Waar berust de intake op?", max_length=2000, widget=_area(4),
        help_text="Bijvoorbeeld: de overdracht van COA, diploma's, de toets, een eerder gesprek.",
    )  # fmt: skip
    reason = forms.CharField(
        label="Waarom rondt u de intake zonder de nieuwkomer af?", max_length=2000, widget=_area(4),
        help_text="De nieuwkomer leest dit in de brief.",
    )  # fmt: skip
