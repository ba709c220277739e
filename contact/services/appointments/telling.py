"""What the history and the people learn of a talk."""

from typing import Any

from django.utils import timezone

from accounts.models import User
from cases.models import CaseEvent, Person
from cases.selectors import open_case_of
from cases.services import record_event
from contact.enums.appointments import AppointmentEvent
from contact.enums.groups import GroupEvent
from contact.enums.interpreters import WITH_INTERPRETER, BookingState, InterpreterDecision
from contact.enums.notices import NoticeKind
from contact.models import Appointment
from contact.rules.appointments import when_in_words
from contact.selectors.appointments import booking_state_of
from contact.services.notices import make_notices


def record(
    appointment: Appointment, kind: AppointmentEvent | GroupEvent, text: str, by: User | None, **data: Any
) -> CaseEvent:
    about = {
        "appointment_id": appointment.pk,
        "sequence": appointment.sequence,
        "starts_at": appointment.starts_at.isoformat(),
    }
    return record_event(case=appointment.case, kind=kind, text=text, by=by, data=about | data)


def in_words(appointment: Appointment) -> str:
    """ "kennismaking op maandag 16 maart 2026 van 10:00 tot 11:00, elkaar zien (bibliotheek)"."""
    where = f" ({appointment.get_place_kind_display().lower()})" if appointment.place_kind else ""
    purpose, mode = appointment.get_purpose_display(), appointment.get_mode_display().lower()
    when = when_in_words(appointment.starts_at, appointment.ends_at)
    return f"{purpose[0].lower()}{purpose[1:]} op {when}, {mode}{where}"


def source_of(appointment: Appointment) -> str:
    """What a message about a talk is about: this version of it, so that a message about an older one is dropped."""
    return f"afspraak:{appointment.pk}:{appointment.sequence}"


def tell(
    appointment: Appointment, kind: NoticeKind, by: User | None, event: CaseEvent | None = None, *,
    confirmed_without_translation: bool = False,
) -> None:  # fmt: skip
    """A message to the newcomer, and to the partner who was asked too, each in the own dossier where there is one."""
    people = Person.objects.filter(participations__appointment=appointment).order_by("pk")
    for person in people:
        own = open_case_of(person, appointment.case.gemeente_id)
        make_notices(
            case=own or appointment.case, person=person, kind=kind, source=source_of(appointment),
            context=facts_of(appointment), appointment=appointment, by=by, event=event,
            confirmed_without_translation=confirmed_without_translation,
        )  # fmt: skip


def facts_of(appointment: Appointment) -> dict[str, Any]:
    """For the texts. No purpose and no subject: a message is read over a shoulder."""
    return {
        "starts_at": timezone.localtime(appointment.starts_at),
        "ends_at": timezone.localtime(appointment.ends_at),
        "mode": appointment.mode,
        "place_kind": appointment.place_kind,
        "place": appointment.place_besides_kind,
        "video_url": appointment.video_url,
        "interpreter": _interpreter_of(appointment),
        "by_resident": appointment.cancelled_by_resident,
    }


def _interpreter_of(appointment: Appointment) -> str:
    """The decision once an interpreter said yes. Until then only that we arrange one: who counts on it must not wait alone."""
    decision = (
        InterpreterDecision(appointment.interpreter_decision) if appointment.interpreter_decision else ""
    )
    if decision not in WITH_INTERPRETER:
        return decision
    return decision if booking_state_of(appointment) == BookingState.CONFIRMED else "wordt-geregeld"
