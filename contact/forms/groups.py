"""Shape of what colleagues fill in about a group session."""

from typing import Any

from django import forms

from accounts.models import Membership, User
from accounts.selectors import colleagues_visible_to
from cases.enums import Language
from cases.models import Case
from cases.selectors import CASE_ROLES
from contact.enums.appointments import STAFF_CANCEL_REASONS
from contact.enums.groups import GroupKind
from contact.forms.appointments import LENGTHS, NO_PLACE, ConfirmedForm
from contact.forms.interpreters import _with_languages
from contact.models import GroupSession, Interpreter
from contact.rules.appointments import AMSTERDAM, local_moment
from contact.selectors.groups import Seat, cases_to_ask, interpreters_for_group


class _TimeForm(ConfirmedForm):
    """When and where."""

    day = forms.DateField(label="Dag", widget=forms.DateInput(attrs={"type": "date"}),
                          error_messages={"invalid": "Deze dag bestaat niet. Schrijf de dag als 31-12-2026."})  # fmt: skip
    at = forms.TimeField(label="Begin", widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
                         error_messages={"invalid": "Schrijf de tijd als 14:30."})  # fmt: skip
    minutes = forms.TypedChoiceField(label="Hoe lang?", choices=LENGTHS, coerce=int, initial=120)
    place_kind = forms.ChoiceField(label="Waar?", choices=NO_PLACE)
    place = forms.CharField(label="Adres of kamer", max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("day") and given.get("at"):
            given["starts_at"] = local_moment(given["day"], given["at"])
            if given["starts_at"] is None:
                self.add_error("at", "Deze tijd bestaat niet: de klok gaat die nacht een uur vooruit.")
        return given

    def times(self) -> dict[str, Any]:
        names = ("starts_at", "minutes", "place_kind", "place")
        return {name: self.cleaned_data[name] for name in names}


class PlanGroupForm(_TimeForm):
    kind = forms.ChoiceField(label="Waarvoor?", choices=GroupKind)
    colleagues = forms.ModelMultipleChoiceField(
        label="Welke collega's komen erbij?", queryset=User.objects.none(), required=False,
        widget=forms.CheckboxSelectMultiple, help_text="Een collega die een taal spreekt, telt mee als tolk.",
    )  # fmt: skip
    field_order = ("kind", "day", "at", "minutes", "place_kind", "place", "colleagues")

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["confirmed_without_translation"]
        working = Membership.objects.filter(role__in=CASE_ROLES).values("user_id")
        others = colleagues_visible_to(user).filter(pk__in=working).exclude(pk=user.pk)
        self.fields["colleagues"].queryset = others  # type: ignore[attr-defined]


class MoveGroupForm(_TimeForm):
    def __init__(self, *args: Any, session: GroupSession, **kwargs: Any) -> None:
        starts = session.starts_at.astimezone(AMSTERDAM)
        present = {
            "day": starts.date(), "at": starts.time(), "minutes": session.minutes, "place_kind": session.place_kind,
            "place": session.place,
        }  # fmt: skip
        super().__init__(*args, initial=present, **kwargs)
        if session.minutes not in dict(LENGTHS):
            self.fields["minutes"].choices = [(session.minutes, f"{session.minutes} minuten"), *LENGTHS]  # type: ignore[attr-defined]


class _CaseChoice(forms.ModelChoiceField):
    def label_from_instance(self, case: Case) -> str:
        return f"{case.person.full_name} ({case.number})"


class AskGuestForm(ConfirmedForm):
    case = _CaseChoice(
        label="Wie nodigt u uit?", queryset=Case.objects.none(), empty_label="Kies een dossier"
    )
    reason = forms.CharField(
        label="Waarom zonder tolk in de eigen taal?", max_length=300, required=False,
        help_text="Alleen nodig als de bijeenkomst al bevestigd is en niemand de taal spreekt.",
    )  # fmt: skip

    def __init__(self, *args: Any, user: User, session: GroupSession, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["case"].queryset = cases_to_ask(user, session)  # type: ignore[attr-defined]
        if not session.is_planned:
            del self.fields["reason"]


class GroupInterpreterForm(forms.Form):
    language = forms.ChoiceField(label="Taal", choices=Language)
    interpreter = forms.ModelChoiceField(
        label="Tolk", queryset=Interpreter.objects.none(), empty_label="Kies een tolk"
    )

    def __init__(self, *args: Any, session: GroupSession, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["interpreter"]
        field.queryset = interpreters_for_group(session)  # type: ignore[attr-defined]
        field.label_from_instance = _with_languages  # type: ignore[attr-defined]


class ConfirmGroupForm(ConfirmedForm):
    """A reason for each newcomer who couldn't follow the session."""

    def __init__(self, *args: Any, seats: list[Seat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.uncovered = [seat.appointment.pk for seat in seats if seat.is_coming and seat.cover.is_uncovered]
        for seat in seats:
            if seat.appointment.pk in self.uncovered:
                self.fields[f"reason_{seat.appointment.pk}"] = forms.CharField(
                    label=f"{seat.name}: waarom gaat het zo door?", max_length=300, required=False,
                    help_text=seat.cover.sentence,
                )  # fmt: skip

    def reasons(self) -> dict[int, str]:
        return {pk: self.cleaned_data[f"reason_{pk}"] for pk in self.uncovered}


class CancelGroupForm(ConfirmedForm):
    reason = forms.ChoiceField(
        label="Waarom gaat de bijeenkomst niet door?",
        choices=[(reason.value, reason.label) for reason in STAFF_CANCEL_REASONS],
        widget=forms.RadioSelect,
    )
