"""What is said about a plan: by the newcomer, by the klantmanager who writes it down, and by the team lead."""

import json
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.forms import language_choices
from cases.rules.languages import RIGHT_TO_LEFT, dutch_name
from inburgering.kit.widgets import Textarea
from pip_plans.enums import ApprovalDecision, Means, Reaction
from pip_plans.forms.plan import LANGUAGES, LawYears
from pip_plans.forms.translations import STATES
from pip_plans.models import MOST_REVIEW_DAYS, Agreement, Goal, PipVersion
from pip_plans.models.responses import LONGEST_ANSWER, LONGEST_COMMENT
from pip_plans.rules.plan import DUTCH
from pip_plans.rules.translations import Answer

MOST_CONDITIONS = 20
_BIGGEST_SIGNATURE = 100_000


def _area(rows: int) -> Textarea:
    return Textarea(attrs={"rows": rows, "dir": "auto"})


class Strokes(forms.CharField):
    """A signature as the page draws it: JSON in a hidden field. What isn't JSON is no signature."""

    widget = forms.HiddenInput

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text or len(text) > _BIGGEST_SIGNATURE:
            return None
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            return None


class Lines(forms.CharField):
    """Conditions, one on each line."""

    widget = Textarea

    def clean(self, value: Any) -> Any:
        lines = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        if len(lines) > MOST_CONDITIONS:
            raise forms.ValidationError(
                _("Schrijf hoogstens %(most)d voorwaarden op.") % {"most": MOST_CONDITIONS}
            )
        if any(len(line) > 2000 for line in lines):
            raise forms.ValidationError(_("Een voorwaarde is te lang."))
        return lines


# --- The klantmanager ------------------------------------------------------------------------------------------


class CommentForm(forms.Form):
    text = forms.CharField(label="Wat zei de nieuwkomer?", max_length=LONGEST_COMMENT, widget=_area(3),
                           help_text="Zo letterlijk mogelijk.")  # fmt: skip
    misses_agreement = forms.BooleanField(label="Er mist een afspraak", required=False)


def _own(language: str) -> dict[str, forms.Field]:
    """The same answer in the own language, and how it was translated; nothing for who reads Dutch."""
    if language in ("", DUTCH):
        return {}
    direction = "rtl" if language in RIGHT_TO_LEFT else "auto"
    widget = Textarea(attrs={"rows": 3, "lang": language, "dir": direction})
    most = 2 * LONGEST_ANSWER
    return {
        "own": forms.CharField(
            label=f"Hetzelfde in het {dutch_name(language)}", required=False, max_length=most, widget=widget
        ),
        "state": forms.ChoiceField(label="Hoe is dit vertaald?", choices=STATES, required=False),
    }


class AnswerForm(forms.Form):
    answer = forms.CharField(label="Uw antwoord", max_length=LONGEST_ANSWER, widget=_area(3),
                             help_text="De nieuwkomer leest dit in het portaal.")  # fmt: skip

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields |= _own(language)


class ResponseForm(forms.Form):
    """A response that a klantmanager keeps: signed on the screen or on paper, said in a talk, or silence."""

    reaction = forms.ChoiceField(
        label="Wat is de reactie?", choices=Reaction.choices, widget=forms.RadioSelect
    )
    conditions = Lines(label="Voorwaarden", required=False, max_length=10_000, widget=_area(4),
                       help_text="In de woorden van de nieuwkomer. Elke voorwaarde op een eigen regel.")  # fmt: skip
    reason = forms.CharField(
        label="Waarom is het niet goed?", required=False, max_length=LONGEST_ANSWER, widget=_area(3)
    )
    means = forms.ChoiceField(
        label="Hoe is de reactie gegeven?", required=False, widget=forms.RadioSelect,
        choices=[choice for choice in Means.choices if choice[0] != Means.DIGID],
        help_text="Een akkoord heeft altijd een handtekening. Niet nodig bij ‘geen reactie’.",
    )  # fmt: skip
    strokes = Strokes(required=False)
    scan = forms.FileField(label="Scan of foto van het papier", required=False, help_text="PDF, JPEG of PNG.")
    given_on = LawYears(label="Datum van de reactie")
    language = forms.ChoiceField(
        label="In welke taal is het plan gelezen of voorgelezen?", choices=LANGUAGES, required=False
    )
    interpreter_used = forms.BooleanField(label="Er was een tolk bij", required=False)
    sooner_reason = forms.CharField(
        label="Waarom kan het eerder dan na de tijd om te lezen?", required=False, max_length=2000, widget=_area(2),
        help_text="Alleen als u een akkoord opschrijft en het concept nog niet lang genoeg in het portaal staat.",
    )  # fmt: skip
    expected_hash = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)


class AskForm(forms.Form):
    """The question to the team lead, with a field for each condition that nobody answered."""

    motivation = forms.CharField(
        label="Waarom stelt u het plan vast zonder akkoord?", max_length=LONGEST_ANSWER, widget=_area(5),
        help_text="De teamleider beslist hierop. Bij een goedkeuring leest de nieuwkomer deze tekst in de brief.",
    )  # fmt: skip

    def __init__(self, *args: Any, conditions: Any = (), language: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields |= _own(language)
        for condition in conditions:
            self.fields[f"voorwaarde-{condition.pk}"] = forms.CharField(
                label=f"Uw reactie op de voorwaarde: {condition.text}",
                max_length=LONGEST_ANSWER,
                widget=_area(3),
            )
            for name, field in _own(language).items():
                self.fields[f"{name}-{condition.pk}"] = field

    @property
    def why(self) -> Answer:
        said = self.cleaned_data
        return Answer(text=said["motivation"], own=said.get("own", ""), state=said.get("state", ""))

    @property
    def answers(self) -> dict[int, Answer]:
        said = self.cleaned_data
        asked = [name.removeprefix("voorwaarde-") for name in said if name.startswith("voorwaarde-")]
        return {
            int(pk): Answer(text=said[f"voorwaarde-{pk}"], own=said.get(f"own-{pk}", ""), state=said.get(f"state-{pk}", ""))
            for pk in asked
        }  # fmt: skip


# --- The team lead and the functioneel beheerder ------------------------------------------------------------------


class DecisionForm(forms.Form):
    decision = forms.ChoiceField(
        label="Uw besluit", widget=forms.RadioSelect,
        choices=[(ApprovalDecision.GOEDGEKEURD, "Ik keur het goed"), (ApprovalDecision.AFGEWEZEN, "Ik keur het niet goed")],
    )  # fmt: skip
    reason = forms.CharField(label="Toelichting", required=False, max_length=2000, widget=_area(3),
                             help_text="Verplicht als u het niet goedkeurt.")  # fmt: skip

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("decision") == ApprovalDecision.AFGEWEZEN and not cleaned.get("reason"):
            self.add_error("reason", "Schrijf op waarom u dit niet goedkeurt.")
        return cleaned


class ReviewPeriodForm(forms.Form):
    days = forms.IntegerField(label="Aantal dagen", min_value=1, max_value=MOST_REVIEW_DAYS)
    valid_from = LawYears(label="Geldt vanaf")


# --- The newcomer ------------------------------------------------------------------------------------------------


class MyCommentForm(forms.Form):
    """A remark in the portal. It is about a goal or an agreement of the shared plan, or about all of it."""

    text = forms.CharField(label=_("Wat wilt u zeggen?"), max_length=LONGEST_COMMENT, widget=_area(3))
    goal = forms.ModelChoiceField(queryset=Goal.objects.none(), required=False, widget=forms.HiddenInput)
    agreement = forms.ModelChoiceField(
        queryset=Agreement.objects.none(), required=False, widget=forms.HiddenInput
    )
    misses_agreement = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, data: Any = None, *, version: PipVersion, about: str = "", pk: int | str = "", **kwargs: Any
    ) -> None:
        """`about` is the hidden field that says what the remark is about, `pk` its value; data that was sent says so itself.

        What was sent about a goal or agreement that is gone since comes back as a remark about the whole plan.
        """
        parts = {"goal": version.goals.all(), "agreement": version.agreements.all()}
        self.is_about_something_gone = False
        if data is not None:
            about = next((name for name in (*parts, "misses_agreement") if data.get(name)), "")
            pk = data.get(about, "")
            if about in parts and pk not in {str(part.pk) for part in parts[about]}:
                self.is_about_something_gone = True
                data = data.copy()
                data[about] = about = pk = ""
        super().__init__(data, auto_id=f"zeg-{about}-{pk}-%s", **kwargs)
        self.version, self.place = version, (about, str(pk))
        for name, rows in parts.items():
            cast("forms.ModelChoiceField[Any]", self.fields[name]).queryset = rows

    def clean(self) -> dict[str, Any]:
        if self.is_about_something_gone:
            raise forms.ValidationError(
                _(
                    "Dit doel of deze afspraak staat niet meer in het plan. Wilt u dit nog zeggen? Verstuur het dan opnieuw."
                )
            )
        return super().clean() or {}


class MyResponseForm(forms.Form):
    reaction = forms.ChoiceField(
        label=_("Wat vindt u van dit plan?"), widget=forms.RadioSelect,
        choices=[
            (Reaction.AKKOORD, _("Ik ben akkoord met dit plan")),
            (Reaction.ONDER_VOORWAARDE, _("Ik ben akkoord, als er iets verandert")),
            (Reaction.NIET_AKKOORD, _("Ik ben niet akkoord met dit plan")),
        ],
    )  # fmt: skip
    conditions = Lines(label=_("Wat moet er veranderen?"), required=False, max_length=10_000, widget=_area(3),
                       help_text=_("Alleen als er iets moet veranderen. Zet elk punt op een eigen regel."))  # fmt: skip
    reason = forms.CharField(label=_("Waarom bent u niet akkoord?"), required=False, max_length=LONGEST_ANSWER,
                             widget=_area(3), help_text=_("Alleen als u niet akkoord bent."))  # fmt: skip
    language = forms.ChoiceField(label=_("In welke taal hebt u het plan gelezen?"), choices=language_choices)
    interpreter_used = forms.BooleanField(label=_("Een tolk heeft mij geholpen"), required=False)
    means = forms.ChoiceField(
        label=_("Hoe geeft u uw antwoord?"), widget=forms.RadioSelect,
        choices=[
            (Means.DIGID, _("Ik bevestig. Ik ben ingelogd met DigiD.")),
            (Means.GETEKEND, _("Ik zet hier mijn handtekening")),
        ],
    )  # fmt: skip
    strokes = Strokes(required=False)
    expected_hash = forms.CharField(widget=forms.HiddenInput, max_length=64)
