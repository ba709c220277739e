"""The calendar file: parsed back, property by property, and read as bytes for what mail programs stumble over."""

from datetime import timedelta

import icalendar
import pytest

from contact.enums.appointments import CancelReason, Mode, Place
from contact.selectors.calendar_files import calendar_file
from contact.services.appointments import cancel_appointment, change_appointment, move_appointment
from contact.services.appointments.telling import facts_of
from tests.factories import AppointmentFactory, clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def talk(case):
    case.person.email = "yusuf@voorbeeld.example"
    case.person.save()
    return AppointmentFactory(
        case=case, place="Kerkstraat 12; zaal 3, begane grond", subject="Schulden en werk"
    )


def parsed(file):
    calendar = icalendar.Calendar.from_ical(file)
    [event] = calendar.walk("VEVENT")
    return calendar, event


def test_an_invitation(talk):
    calendar, event = parsed(calendar_file(talk, "REQUEST", to=talk.case.person))
    assert (calendar["METHOD"], calendar["VERSION"], calendar["CALSCALE"]) == ("REQUEST", "2.0", "GREGORIAN")
    assert calendar["PRODID"] == "-//Gemeente//Afspraken//NL"
    assert event["UID"] == f"{talk.uid}@afspraken"
    assert event["SEQUENCE"] == 0
    assert event.decoded("DTSTART") == talk.starts_at
    assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(minutes=60)
    assert event["DTSTART"].params["TZID"] == "Europe/Amsterdam"
    assert event["DTSTAMP"].to_ical().endswith(b"Z")
    assert event["SUMMARY"] == "Afspraak gemeente Waterveen"
    assert event["LOCATION"] == "Bibliotheek, Kerkstraat 12; zaal 3, begane grond"
    assert (event["STATUS"], event["TRANSP"], event["CLASS"]) == ("CONFIRMED", "OPAQUE", "PRIVATE")
    assert event["ORGANIZER"] == "mailto:inburgering@waterveen.example"
    assert event["ORGANIZER"].params["CN"] == "Gemeente Waterveen"
    assert event["ATTENDEE"] == "mailto:yusuf@voorbeeld.example"
    assert dict(event["ATTENDEE"].params) == {
        "CUTYPE": "INDIVIDUAL",
        "ROLE": "REQ-PARTICIPANT",
        "PARTSTAT": "NEEDS-ACTION",
        "RSVP": "FALSE",
    }


def test_a_move_is_an_update_and_a_cancellation_a_cancel_of_the_same_event(talk, klantmanager):
    move_appointment(
        appointment=talk, starts_at=clock(8), by=klantmanager, confirmed_without_translation=True
    )
    talk.refresh_from_db()
    calendar, event = parsed(calendar_file(talk, "REQUEST", to=talk.case.person))
    assert (calendar["METHOD"], event["SEQUENCE"], event.decoded("DTSTART")) == ("REQUEST", 1, clock(8))
    cancelled = cancel_appointment(appointment=talk, reason=CancelReason.ZIEK, by=klantmanager)
    calendar, last = parsed(calendar_file(cancelled, "REQUEST", to=talk.case.person))
    assert (calendar["METHOD"], last["STATUS"], last["TRANSP"]) == ("CANCEL", "CANCELLED", "TRANSPARENT")
    assert (last["UID"], last["SEQUENCE"]) == (event["UID"], 2)


@pytest.mark.parametrize("method", ["REQUEST", "PUBLISH"])
def test_a_file_for_a_download_invites_nobody(method, talk):
    calendar, event = parsed(calendar_file(talk, method))
    assert calendar["METHOD"] == "PUBLISH"
    assert "ATTENDEE" not in event


def test_it_tells_a_bystander_nothing(talk):
    """Read over a shoulder, or in the agenda of a whole family."""
    text = calendar_file(talk, "REQUEST", to=talk.case.person).decode().replace("\r\n ", "").lower()
    text = text.replace("mailto:inburgering@waterveen.example", "")  # the gemeente's own address
    person = talk.case.person
    for secret in (
        "inburgering", "kennismaking", "schulden", "tolk", person.first_names.lower() + " ", person.last_name.lower(),
        talk.case.number, talk.organiser.name.lower(), "pip",
    ):  # fmt: skip
        assert secret not in text.replace("yusuf@voorbeeld.example", ""), secret


def test_nobodys_home_is_in_it(talk, klantmanager):
    home = {"starts_at": talk.starts_at, "minutes": 60, "mode": Mode.LIVE, "place_kind": Place.THUIS}
    change_appointment(appointment=talk, by=klantmanager, place="Dorpsstraat 1", **home)
    talk.refresh_from_db()
    file = calendar_file(talk)
    assert parsed(file)[1]["LOCATION"] == "Thuis"
    assert b"Dorpsstraat" not in file


@pytest.mark.parametrize(
    ("place", "location", "besides"),
    [
        ("Bibliotheek, zaal 2", "Bibliotheek, zaal 2", "zaal 2"),
        ("bibliotheek", "bibliotheek", ""),
        ("Bibliotheek Noord", "Bibliotheek Noord", "Bibliotheek Noord"),
        ("zaal 2", "Bibliotheek, zaal 2", "zaal 2"),
        ("", "Bibliotheek", ""),
    ],
)
def test_the_kind_of_place_is_said_once(place, location, besides, case):
    talk = AppointmentFactory(case=case, place=place)
    assert parsed(calendar_file(talk))[1]["LOCATION"] == location
    assert facts_of(talk)["place"] == talk.place_besides_kind == besides


@pytest.mark.parametrize(
    ("mode", "location", "url"),
    [(Mode.PHONE, "Bellen", None), (Mode.VIDEO, "Videobellen", "https://video.waterveen.example/a?b=1")],
)
def test_other_ways_of_talking(mode, location, url, case):
    talk = AppointmentFactory(case=case, mode=mode, video_url="https://video.waterveen.example/a?b=1")
    _, event = parsed(calendar_file(talk))
    assert event["LOCATION"] == location
    assert event.get("URL") == url


def test_lines_end_and_fold_as_the_standard_asks(talk):
    file = calendar_file(talk, "REQUEST", to=talk.case.person)
    assert file.startswith(b"BEGIN:VCALENDAR\r\n")
    assert file.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in file.replace(b"\r\n", b"")
    assert max(map(len, file.split(b"\r\n"))) <= 75


def test_the_clock_is_one_pair_of_yearly_rules(talk):
    """Outlook reads one STANDARD and one DAYLIGHT, each with an RRULE."""
    calendar, event = parsed(calendar_file(talk))
    [zone] = calendar.walk("VTIMEZONE")
    assert zone["TZID"] == "Europe/Amsterdam"
    assert [part.name for part in zone.subcomponents] == ["DAYLIGHT", "STANDARD"]
    assert [part["RRULE"].to_ical() for part in zone.subcomponents] == [
        b"FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", b"FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"
    ]  # fmt: skip
    # The rules give the same offset as the event has by the zone's own tables.
    own = zone.to_tz(lookup_tzid=False)
    for days in range(0, 400, 40):
        moment = (event.decoded("DTSTART") + timedelta(days=days)).replace(tzinfo=None)
        assert moment.replace(tzinfo=own).utcoffset() == event.decoded("DTSTART").tzinfo.utcoffset(moment)
