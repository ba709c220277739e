"""Interpreters of a gemeente, and who of them could come to a talk."""

from django.db.models import Exists, OuterRef, QuerySet

from accounts.enums import Role
from accounts.models import User
from cases.models import Case
from contact.models import Appointment, Interpreter, InterpreterBooking, Participant
from contact.selectors.appointments import appointments_visible_to

INTERPRETER_KEEPERS = (Role.FUNCTIONEEL_BEHEERDER, Role.TEAMLEIDER)
"""Who keeps the table of interpreters."""


def interpreters_visible_to(user: User) -> QuerySet[Interpreter]:
    """The table of the own gemeente."""
    if user.is_resident or user.gemeente_id is None or not user.roles:
        return Interpreter.objects.none()
    return Interpreter.objects.filter(gemeente_id=user.gemeente_id).order_by("-is_active", "name", "id")


def bookings_visible_to(user: User) -> QuerySet[InterpreterBooking]:
    return InterpreterBooking.objects.filter(appointment__in=appointments_visible_to(user)).select_related(
        "interpreter", "appointment", "appointment__case"
    )


def interpreters_for(appointment: Appointment, language: str = "") -> QuerySet[Interpreter]:
    """Interpreters who are free at the time of a talk, for one language or any."""
    busy = Participant.objects.filter(
        interpreter=OuterRef("pk"), is_active=True, during__overlap=(appointment.starts_at, appointment.ends_at)
    ).exclude(appointment=appointment)  # fmt: skip
    free = Interpreter.objects.filter(
        ~Exists(busy), gemeente_id=appointment.case.gemeente_id, is_active=True
    ).order_by("name", "id")
    return free.filter(languages__contains=[language]) if language else free


def language_to_interpret(case: Case) -> str:
    """The language that an interpreter is asked for: as the dossier says, else the one that the newcomer prefers."""
    person = case.person
    spoken = [language for language in person.languages.all() if language.speaks]
    preferred = [language.code for language in spoken if language.preferred] or [
        language.code for language in spoken
    ]
    return person.interpreter_language or (preferred[0] if preferred else "")
