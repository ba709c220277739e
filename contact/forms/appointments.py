"""Shape of what colleagues fill in about a talk."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q

from accounts.models import Membership, User
from accounts.selectors import colleagues_visible_to
from cases.models import Case
from cases.selectors import CASE_ROLES, guides_for
from contact.enums.appointments import STAFF_CANCEL_REASONS, AppointmentState, Mode, Place, Purpose
from contact.enums.interpreters import InterpreterDecision
from contact.models import Appointment
from contact.rules.appointments import AMSTERDAM, local_moment
from contact.selectors.appointments import partner_of, preference_of
from contact.services.appointments import Company
from inburgering.kit.offering import offer
from inburgering.kit.widgets import Textarea

NO_TRANSLATION = "no_translation"
LENGTHS = [(minutes, f"{minutes} minuten") for minutes in (15, 30, 45, 60, 90, 120, 180)]
UNKNOWN_WISH = [("", "Niet bekend"), *Mode.choices]
NO_PLACE = [("", "Kies een plek"), *Place.choices]


def add_refusal(form: forms.Form, refusal: ValidationError) -> None:
    """Puts each reason at the field that it is about, where the form has that field."""
    for reason in refusal.error_list:
        form.add_error(reason.code if reason.code in form.fields else None, reason.messages)


class ConfirmedForm(forms.Form):
    """A form whose act tells the newcomer. Asks to confirm a message in Dutch, once that turns out to be the only way."""

    confirmed_without_translation = forms.BooleanField(
        label="Verstuur het bericht in het Nederlands", required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asks_about_translation = bool(self.data.get("confirmed_without_translation"))

    def refused(self, refusal: ValidationError) -> None:
        reasons = refusal.error_list
        self.asks_about_translation |= any(reason.code == NO_TRANSLATION for reason in reasons)
        add_refusal(self, ValidationError([_at_the_tick(reason) for reason in reasons]))


def _at_the_tick(reason: ValidationError) -> ValidationError:
    if reason.code != NO_TRANSLATION:
        return reason
    return ValidationError(reason.messages[0], code="confirmed_without_translation")


class AppointmentForm(ConfirmedForm):
    """When, how, where and with whom. `cleaned_data` is what the services take."""

    purpose = forms.ChoiceField(
        label="Waarvoor?", choices=[(one.value, one.label) for one in Purpose if one != Purpose.GROEP]
    )
    subject = forms.CharField(
        label="Onderwerp", max_length=200, required=False, help_text="De nieuwkomer ziet dit niet."
    )
    day = forms.DateField(label="Dag", widget=forms.DateInput(attrs={"type": "date"}),
                          error_messages={"invalid": "Deze dag bestaat niet. Schrijf de dag als 31-12-2026."})  # fmt: skip
    at = forms.TimeField(label="Begin", widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
                         error_messages={"invalid": "Schrijf de tijd als 14:30."})  # fmt: skip
    minutes = forms.TypedChoiceField(label="Hoe lang?", choices=LENGTHS, coerce=int)
    wished_mode = forms.ChoiceField(
        label="Hoe wil de nieuwkomer praten?", choices=UNKNOWN_WISH, required=False, widget=forms.RadioSelect
    )
    mode = forms.ChoiceField(label="Hoe praat u met elkaar?", choices=Mode, widget=forms.RadioSelect)
    wish_reason = forms.CharField(
        label="Waarom volgt u de wens niet?", max_length=300, required=False,
        help_text="Alleen nodig als u op een andere manier praat dan de nieuwkomer wil.",
    )  # fmt: skip
    place_kind = forms.ChoiceField(
        label="Waar?", choices=NO_PLACE, required=False,
        help_text="Vraag waar de nieuwkomer liever praat. Niet iedereen komt graag in het gemeentehuis.",
    )  # fmt: skip
    place = forms.CharField(label="Adres of kamer", max_length=200, required=False)
    video_url = forms.URLField(
        label="Link voor videobellen", max_length=500, required=False, assume_scheme="https"
    )
    short_preparation_reason = forms.CharField(
        label="Waarom korter voorbereiden?", max_length=300, required=False,
        help_text="Alleen nodig als de brede intake kort na het voorbereidingspakket is.",
    )  # fmt: skip
    organiser = forms.ModelChoiceField(label="Wie voert het gesprek?", queryset=User.objects.none())
    colleagues = forms.ModelMultipleChoiceField(
        label="Welke collega's komen erbij?", queryset=User.objects.none(), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    with_partner = forms.BooleanField(label="De partner komt mee", required=False)
    others = forms.CharField(
        label="Wie komt er nog meer?", max_length=400, required=False,
        help_text="Namen, met een komma ertussen. Bijvoorbeeld een begeleider.",
    )  # fmt: skip

    def __init__(self, *args: Any, case: Case, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.case = case
        self.partner = partner_of(case)
        if self.partner is None:
            del self.fields["with_partner"]
        everybody = colleagues_visible_to(user)
        offer(self.fields, "organiser", guides_for(user))
        team = Membership.objects.filter(team=case.team_id, role__in=CASE_ROLES).values("user_id")
        company = everybody.filter(Q(pk__in=team) | Q(pk__in=self._chosen()))
        offer(self.fields, "colleagues", company)

    def _chosen(self) -> list[int]:
        return [user.pk for user in self.initial.get("colleagues", ())]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("day") and given.get("at"):
            given["starts_at"] = local_moment(given["day"], given["at"])
            if given["starts_at"] is None:
                self.add_error("at", "Deze tijd bestaat niet: de klok gaat die nacht een uur vooruit.")
        return given

    def plan(self) -> dict[str, Any]:
        """The arguments of the service."""
        skipped = {"day", "at", "colleagues", "with_partner", "others"}
        given = {name: value for name, value in self.cleaned_data.items() if name not in skipped}
        return given | {
            "company": Company(
                colleagues=list(self.cleaned_data["colleagues"]),
                persons=[self.partner] if self.partner and self.cleaned_data.get("with_partner") else [],
                others=self.cleaned_data["others"].split(","),
            )
        }


class PlanForm(AppointmentForm):
    """A new talk, with what is decided about an interpreter."""

    interpreter_decision = forms.ChoiceField(
        label="Tolk", choices=InterpreterDecision, required=False, widget=forms.RadioSelect
    )
    interpreter_reason = forms.CharField(
        label="Waarom geen tolk?", max_length=300, required=False,
        help_text="Alleen nodig als er wel een tolk nodig is, maar er geen komt.",
    )  # fmt: skip


class ChangeForm(AppointmentForm):
    """The same for a talk that is there; its purpose stays."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["purpose"]
        present = self.initial["minutes"]
        if present not in dict(LENGTHS):
            self.fields["minutes"].choices = [(present, f"{present} minuten"), *LENGTHS]  # type: ignore[attr-defined]


def first_values(case: Case, organiser: User | None) -> dict[str, Any]:
    """Where a new talk starts: as the newcomer likes it, as far as that is known."""
    preference = preference_of(case.person)
    wish = preference.mode if preference else ""
    return {
        "organiser": organiser,
        "wished_mode": wish,
        "mode": wish or Mode.LIVE,
        "place_kind": preference.place_kind if preference else "",
        "minutes": 60,
    }


def present_values(appointment: Appointment) -> dict[str, Any]:
    starts: datetime = appointment.starts_at.astimezone(AMSTERDAM)
    people = list(appointment.participants.select_related("user", "person"))
    names = ("subject", "mode", "wished_mode", "wish_reason", "place_kind", "place", "video_url", "minutes",
             "short_preparation_reason")  # fmt: skip
    return {name: getattr(appointment, name) for name in names} | {
        "organiser": appointment.organiser,
        "day": starts.date(),
        "at": starts.time(),
        "colleagues": [row.user for row in people if row.user and row.user_id != appointment.organiser_id],
        "with_partner": any(row.person_id and row.person_id != appointment.case.person_id for row in people),
        "others": ", ".join(row.name for row in people if row.name),
    }


class CancelForm(ConfirmedForm):
    reason = forms.ChoiceField(
        label="Waarom gaat de afspraak niet door?",
        choices=[(reason.value, reason.label) for reason in STAFF_CANCEL_REASONS],
        widget=forms.RadioSelect,
    )


class ConfirmForm(ConfirmedForm):
    """Nothing to fill in, unless the message would go out in Dutch only or a brede intake comes soon after its pack."""

    short_preparation_reason = AppointmentForm.base_fields["short_preparation_reason"]


class OutcomeForm(forms.Form):
    outcome = forms.ChoiceField(
        label="Hoe ging het?", widget=forms.RadioSelect,
        choices=[(AppointmentState.DONE.value, "Het gesprek is gehouden"),
                 (AppointmentState.NO_SHOW.value, "De nieuwkomer kwam niet")],
    )  # fmt: skip
    said = forms.CharField(
        label="Wat is er besproken en toegezegd?", max_length=10_000, required=False,
        widget=Textarea(attrs={"rows": 8}),
    )  # fmt: skip
