"""A talk as a calendar file (RFC 5545, RFC 5546) that Outlook, Google and Apple take.

It tells a bystander nothing: no name of the newcomer, no purpose, no word of inburgering.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vCalAddress, vText

from contact.rules.appointments import AMSTERDAM

Method = Literal["REQUEST", "CANCEL", "PUBLISH"]
"""An invitation by mail, its withdrawal, or a file that somebody puts in his own agenda."""
MIME = "text/calendar"
PRODID = "-//Gemeente//Afspraken//NL"


@dataclass(frozen=True)
class CalendarEntry:
    """What a calendar learns. `sequence` is higher for each later version of the same `uid`."""

    uid: str
    sequence: int
    starts_at: datetime
    ends_at: datetime
    changed_at: datetime
    organiser_name: str
    organiser_email: str
    location: str = ""
    url: str = ""
    attendee_email: str = ""
    is_cancelled: bool = False


def as_calendar_file(entry: CalendarEntry, method: Method) -> bytes:
    """The file, with CRLF and folded lines. Without an attendee an invitation becomes a publication, as RFC 5546 asks."""
    if entry.is_cancelled:
        method = "CANCEL"
    elif not entry.attendee_email:
        method = "PUBLISH"
    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    calendar.add_component(_dutch_clock())
    calendar.add_component(_event(entry, method))
    file: bytes = calendar.to_ical()
    return file


def _dutch_clock() -> Timezone:
    """Forward and back on the last Sundays of March and October. As two yearly rules: Outlook reads no list of days."""
    clock = Timezone()
    clock.add("tzid", AMSTERDAM.key)
    for part, name, month, before, after in (
        (TimezoneDaylight(), "CEST", 3, 1, 2),
        (TimezoneStandard(), "CET", 10, 2, 1),
    ):
        part.add("tzname", name)
        part.add("dtstart", datetime(1996, month, 31 if month == 3 else 27, 1 + before))  # noqa: DTZ001 - a clock has none
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        part.add("tzoffsetfrom", timedelta(hours=before))
        part.add("tzoffsetto", timedelta(hours=after))
        clock.add_component(part)
    return clock


def _event(entry: CalendarEntry, method: Method) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.changed_at)
    event.add("last-modified", entry.changed_at)
    event.add("dtstart", entry.starts_at.astimezone(AMSTERDAM))
    event.add("dtend", entry.ends_at.astimezone(AMSTERDAM))
    event.add("summary", f"Afspraak {entry.organiser_name[0].lower()}{entry.organiser_name[1:]}")
    event.add("description", "Op uw eigen pagina bij de gemeente leest u meer over deze afspraak.")
    if entry.location:
        event.add("location", entry.location)
    if entry.url:
        event.add("url", entry.url)
    event.add("status", "CANCELLED" if method == "CANCEL" else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if method == "CANCEL" else "OPAQUE")
    event.add("class", "PRIVATE")
    event.add("organizer", _organiser(entry))
    if entry.attendee_email and method != "PUBLISH":
        event.add("attendee", _attendee(entry))
    return event


def _organiser(entry: CalendarEntry) -> vCalAddress:
    organiser = vCalAddress(f"mailto:{entry.organiser_email}")
    organiser.params["CN"] = vText(entry.organiser_name)
    return organiser


def _attendee(entry: CalendarEntry) -> vCalAddress:
    """The address only: the name of the newcomer isn't in the file."""
    attendee = vCalAddress(f"mailto:{entry.attendee_email}")
    attendee.params["CUTYPE"] = vText("INDIVIDUAL")
    attendee.params["ROLE"] = vText("REQ-PARTICIPANT")
    attendee.params["PARTSTAT"] = vText("NEEDS-ACTION")
    attendee.params["RSVP"] = vText("FALSE")
    return attendee
