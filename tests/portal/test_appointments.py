"""Where must I be? By the newcomer, the partner in the same house, a neighbour, and staff."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from cases.models import Case, CaseEvent
from cases.services import close_case
from contact.enums.appointments import AppointmentState, CancelReason, Mode, Place
from contact.enums.interpreters import BookingState, InterpreterDecision
from contact.models import Appointment
from contact.selectors.appointments import free_slots
from contact.services.appointments import Company, cancel_appointment, move_appointment
from contact.services.interpreters import answer_booking, book_interpreter
from tests.factories import AppointmentFactory, InterpreterFactory, ResidentFactory, clock
from tests.portal.conftest import page_of, speak

pytestmark = pytest.mark.django_db
PATH = "/mijn/afspraken/"


@pytest.fixture
def talk(case: Case) -> Appointment:
    return AppointmentFactory(case=case, place_kind=Place.GEMEENTEHUIS, place="kamer 2.11")


def _urls(talk: Appointment) -> list[str]:
    return [f"{PATH}{talk.pk}/{act}/" for act in ("agenda", "verplaatsen", "afzeggen")]


def _passed(talk: Appointment, **fields: object) -> None:
    """As if it was weeks ago."""
    past = {"starts_at": talk.starts_at - timedelta(days=40), "ends_at": talk.ends_at - timedelta(days=40)}
    Appointment.objects.filter(pk=talk.pk).update(**past | fields)


# --- Whose ---------------------------------------------------------------------------------------------


def test_the_newcomer_sees_the_own_appointment_and_nobody_else_does(
    me: Client, partner: Client, staff: list[Client], talk: Appointment, log_in: object
) -> None:
    assert "kamer 2.11" in page_of(me, PATH)
    neighbour = Client()
    neighbour.force_login(ResidentFactory())
    for other in (partner, neighbour):
        assert "kamer 2.11" not in other.get(PATH).content.decode()
    for url in _urls(talk):
        assert me.get(url).status_code == 200
        assert partner.get(url).status_code == 404
        assert {colleague.get(url).status_code for colleague in staff} == {403}
    assert partner.post(_urls(talk)[2], {"reason": "ziek"}).status_code == 404
    talk.refresh_from_db()
    assert talk.state == AppointmentState.PLANNED


def test_a_partner_who_was_asked_too_sees_it_but_doesnt_move_it(
    case: Case, partner: Client, partner_case: Case, klantmanager: User
) -> None:
    talk = AppointmentFactory(case=case, company=Company(persons=[partner_case.person]))
    shown = page_of(partner, PATH)
    assert "Dit is een afspraak van uw partner" in shown
    assert "verplaatsen" not in shown
    agenda, move, cancel = _urls(talk)
    assert partner.get(agenda).status_code == 200
    assert "Uw partner kan hem veranderen" in page_of(partner, move)
    assert partner.post(cancel, {"reason": "ziek"}).status_code == 422


def test_a_concept_is_told_to_nobody(me: Client, case: Case) -> None:
    AppointmentFactory(case=case, place="kamer 2.11", as_concept=True)
    assert "kamer 2.11" not in page_of(me, PATH)


# --- What it says ----------------------------------------------------------------------------------------


def test_it_says_day_time_place_people_and_interpreter(me: Client, talk: Appointment) -> None:
    shown = page_of(me, PATH)
    assert "van 10:00 tot 11:00 uur" in shown
    assert "Raadhuisplein 1, 1234 AB Waterveen" in shown
    assert "https://www.openstreetmap.org/search?query=Raadhuisplein+1" in shown
    assert "Karin de Boer" in shown
    assert "Er is geen tolk bij dit gesprek." in shown
    assert "soort=tolk" in shown


def test_the_kind_of_place_is_said_once_and_arabic_has_its_own_comma(me: Client, case: Case) -> None:
    AppointmentFactory(case=case, place="Bibliotheek, zaal 2")
    assert 'Bibliotheek, <bdi lang="nl">zaal 2</bdi>' in page_of(me, PATH)
    speak(me, "ar")
    assert '، <bdi lang="nl">zaal 2</bdi>' in page_of(me, PATH)


def test_no_map_of_a_home_and_a_number_for_a_call(me: Client, case: Case) -> None:
    AppointmentFactory(case=case, place_kind=Place.THUIS, place="Dorpsstraat 5")
    AppointmentFactory(case=case, mode=Mode.PHONE, place_kind="", starts_at=clock(9))
    case.person.phone = "0612345678"
    case.person.save()
    shown = page_of(me, PATH)
    assert "openstreetmap" not in shown
    assert "0612345678" in shown


def test_an_interpreter_is_promised_only_when_one_said_yes(
    me: Client, case: Case, klantmanager: User
) -> None:
    talk = AppointmentFactory(case=case, interpreter_decision=InterpreterDecision.INTERPRETER)
    assert "De gemeente regelt nog een tolk." in page_of(me, PATH)
    interpreter = InterpreterFactory(gemeente=case.gemeente)
    booking = book_interpreter(
        appointment=talk, interpreter=interpreter, language=interpreter.languages[0], by=klantmanager
    )
    assert "De gemeente regelt nog een tolk." in page_of(me, PATH)
    answer_booking(booking=booking, state=BookingState.CONFIRMED, by=klantmanager)
    assert "Er komt een tolk bij het gesprek." in page_of(me, PATH)


def test_a_changed_and_a_cancelled_one_say_so_first(
    me: Client, case: Case, talk: Appointment, klantmanager: User
) -> None:
    moved = AppointmentFactory(case=case, starts_at=clock(9))
    move_appointment(
        appointment=moved, starts_at=clock(10), by=klantmanager, confirmed_without_translation=True
    )
    cancel_appointment(
        appointment=talk, reason=CancelReason.MEDEWERKER, by=klantmanager, confirmed_without_translation=True
    )
    shown = page_of(me, PATH)
    assert "Deze afspraak is veranderd" in shown
    assert "Deze afspraak gaat niet door. U hoeft niet te komen." in shown
    assert "De medewerker kan niet" in shown


def test_what_is_over_is_told_without_blame(me: Client, talk: Appointment) -> None:
    _passed(talk, state=AppointmentState.NO_SHOW)
    shown = page_of(me, PATH)
    assert "De gemeente schreef op dat u er niet was. Klopt dat niet?" in shown
    assert f"over=afspraak-{talk.pk}" in shown
    assert "U hebt nu geen afspraak" in shown


def test_the_calendar_file_is_for_a_phone(me: Client, talk: Appointment) -> None:
    answer = me.get(_urls(talk)[0])
    assert answer["Content-Type"].startswith("text/calendar")
    assert str(talk.uid).encode() in answer.content
    assert "attachment" in answer["Content-Disposition"]


# --- Another time ------------------------------------------------------------------------------------------


def test_moving_shows_free_times_asks_once_more_and_then_does_it(me: Client, talk: Appointment) -> None:
    url = _urls(talk)[1]
    free = f"{timezone.localtime(clock(9, '14:00')):%Y-%m-%dT%H:%M}"
    assert f"?tijd={free}" in page_of(me, url)
    asked = page_of(me, f"{url}?tijd={free}")
    assert "Dit wordt uw nieuwe tijd" in asked
    talk.refresh_from_db()
    assert talk.sequence == 1
    answer = me.post(url, {"tijd": free})
    assert answer["Location"] == PATH
    talk.refresh_from_db()
    assert talk.starts_at == clock(9, "14:00")
    assert CaseEvent.objects.filter(case=talk.case, kind="afspraak.verplaatst").get().by.is_resident


def test_a_time_that_was_taken_just_now_is_refused_in_the_own_language(
    me: Client, case: Case, talk: Appointment
) -> None:
    AppointmentFactory(case=case, starts_at=clock(9, "14:00"))
    taken = f"{timezone.localtime(clock(9, '14:00')):%Y-%m-%dT%H:%M}"
    speak(me, "ar")
    answer = me.post(_urls(talk)[1], {"tijd": taken})
    assert answer.status_code == 422
    assert "حُجز هذا الوقت للتو" in answer.content.decode()
    talk.refresh_from_db()
    assert talk.sequence == 1


def test_a_time_that_never_was_free_isnt_called_taken(me: Client, talk: Appointment) -> None:
    at_night = f"{timezone.localtime(clock(9, '03:00')):%Y-%m-%dT%H:%M}"
    for wrong in (at_night, "2020-01-01T10:00", "0001-01-01T00:00", "morgen", ""):
        answer = me.post(_urls(talk)[1], {"tijd": wrong})
        assert answer.status_code == 422
        assert "Kies een tijd uit de lijst." in answer.content.decode()
        assert "net bezet" not in answer.content.decode()


def test_every_free_time_of_the_three_weeks_can_be_chosen(me: Client, case: Case) -> None:
    talk = AppointmentFactory(case=case, minutes=15)
    last = free_slots(talk, now=timezone.now())[-1]
    key = f"{timezone.localtime(last):%Y-%m-%dT%H:%M}"
    assert f"?tijd={key}" in page_of(me, _urls(talk)[1])
    assert last - timezone.now() > timedelta(days=18)


def test_sending_the_same_time_twice_is_moving_once(me: Client, talk: Appointment) -> None:
    url, free = _urls(talk)[1], f"{timezone.localtime(clock(9, '14:00')):%Y-%m-%dT%H:%M}"
    for _ in range(2):
        assert me.post(url, {"tijd": free})["Location"] == PATH
    shown = page_of(me, PATH)
    assert "Uw afspraak heeft een nieuwe tijd." in shown
    assert "net bezet" not in shown
    assert CaseEvent.objects.filter(case=talk.case, kind__startswith="afspraak.").count() == 2


# --- Not coming ---------------------------------------------------------------------------------------------


def test_cancelling_asks_a_reason_and_nothing_else(me: Client, talk: Appointment) -> None:
    url = _urls(talk)[2]
    refused = me.post(url)
    assert refused.status_code == 422
    assert "Kies waarom u niet kunt." in refused.content.decode()
    assert me.post(url, {"reason": "medewerker"}).status_code == 422
    assert me.post(url, {"reason": "kinderen"})["Location"] == PATH
    talk.refresh_from_db()
    assert (talk.state, talk.cancelled_by_resident) == (AppointmentState.CANCELLED, True)
    assert "U hebt deze afspraak afgezegd." in page_of(me, PATH)
    assert "De afspraak gaat al niet door." in page_of(me, url)
    assert me.post(url, {"reason": "kinderen"})["Location"] == PATH


def test_what_has_begun_or_is_of_a_closed_case_cant_be_changed(
    me: Client, case: Case, talk: Appointment, klantmanager: User
) -> None:
    _passed(talk)
    assert "al begonnen of al voorbij" in page_of(me, _urls(talk)[1])
    later = AppointmentFactory(case=case, starts_at=clock(9))
    close_case(case=case, on=timezone.localdate(), reason="Diploma behaald", by=klantmanager)
    assert me.post(_urls(later)[2], {"reason": "ziek"}).status_code == 422


# --- Start, header, cost --------------------------------------------------------------------------------------


def test_a_talk_within_two_weeks_is_the_next_step(me: Client, talk: Appointment) -> None:
    shown = page_of(me, "/mijn/")
    assert "U hebt een afspraak" in shown
    assert "van 10:00 tot 11:00 uur" in shown


def test_a_talk_later_stands_beside_the_next_step(me: Client, case: Case) -> None:
    AppointmentFactory(case=case, starts_at=clock(30))
    shown = page_of(me, "/mijn/")
    assert "Uw volgende afspraak" in shown
    assert "U hebt een afspraak" not in shown


def test_the_header_counts_what_is_to_come_in_one_query(me: Client, talk: Appointment) -> None:
    with CaptureQueriesContext(connection) as queries:
        shown = page_of(me, "/mijn/woorden/")
    assert '1<span class="visually-hidden"> die nog komen' in shown
    assert len([query for query in queries if "contact_" in query["sql"]]) == 1


def test_many_appointments_cost_as_much_as_one(
    me: Client, case: Case, talk: Appointment, django_assert_max_num_queries: object
) -> None:
    for days in (9, 11, 13):
        AppointmentFactory(case=case, starts_at=clock(days))
    for url in (PATH, *_urls(talk)):
        with django_assert_max_num_queries(15):  # type: ignore[operator]
            me.get(url)
