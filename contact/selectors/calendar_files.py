"""The calendar file of a talk: for a mail, for the newcomer's page, for a colleague's agenda."""

from typing import Literal

from cases.models import Person
from contact.enums.appointments import AppointmentState, Mode, Place
from contact.models import Appointment
from contact.rules.calendar_files import CalendarEntry, as_calendar_file

FILENAME = "afspraak.ics"


def calendar_file(
    appointment: Appointment, method: Literal["REQUEST", "CANCEL", "PUBLISH"] = "PUBLISH", *, to: Person | None = None
) -> bytes:  # fmt: skip
    """The bytes. REQUEST (also for a change) and CANCEL go by mail `to` somebody; PUBLISH is for a download.

    A cancelled talk gives a CANCEL, whatever was asked; without a mail address a REQUEST becomes a PUBLISH.
    """
    gemeente = appointment.case.gemeente
    entry = CalendarEntry(
        uid=f"{appointment.uid}@afspraken",
        # People get the first version with number 0.
        sequence=max(appointment.sequence - 1, 0),
        starts_at=appointment.starts_at,
        ends_at=appointment.ends_at,
        changed_at=appointment.changed_at,
        organiser_name=str(gemeente),
        organiser_email=gemeente.email or appointment.organiser.email or "",
        location=location_of(appointment),
        url=appointment.video_url if appointment.mode == Mode.VIDEO else "",
        attendee_email=to.email if to and method != "PUBLISH" else "",
        is_cancelled=appointment.state == AppointmentState.CANCELLED,
    )
    return as_calendar_file(entry, method)


def location_of(appointment: Appointment) -> str:
    """Where, in words that a bystander may read: never somebody's address at home."""
    if appointment.mode != Mode.LIVE:
        return str(Mode(appointment.mode).label)
    if appointment.place_kind == Place.THUIS:
        return "Thuis"
    kind = str(Place(appointment.place_kind).label) if appointment.place_kind != Place.ANDERS else ""
    says_kind = appointment.place.casefold().startswith(kind.casefold())
    return appointment.place if says_kind else ", ".join(part for part in (kind, appointment.place) if part)
