"""The pages about talks and interpreters, as colleagues use them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.enums import Role
from cases.services import add_note, save_languages
from contact.enums.appointments import AppointmentState, Mode, Place, Purpose
from contact.enums.interpreters import BookingState, InterpreterDecision
from contact.models import Appointment, Interpreter, MeetingPreference
from contact.services.appointments import cancel_appointment
from contact.services.interpreters import book_interpreter
from tests.contact.test_appointments_services import began
from tests.factories import AppointmentFactory, CaseFactory, InterpreterFactory, StaffFactory, clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(klantmanager, log_in):
    return log_in(klantmanager)


@pytest.fixture
def talk(case):
    return AppointmentFactory(case=case, interpreter_decision=InterpreterDecision.PHONE_INTERPRETER)


def address(name, talk):
    return reverse(name, args=[talk.case_id, talk.pk])


def filled(**given):
    when = clock()
    return {
        "purpose": Purpose.KENNISMAKING, "day": when.date().isoformat(), "at": "10:00", "minutes": "60",
        "mode": Mode.LIVE, "place_kind": Place.SCHOOL, "interpreter_decision": InterpreterDecision.PHONE_INTERPRETER,
    } | given  # fmt: skip


# --- The tab -------------------------------------------------------------------------------------------


def test_the_tab_shows_what_was_said_and_promised_in_one_list(case, client, klantmanager):
    add_note(case=case, text="Gebeld.", by=klantmanager)
    AppointmentFactory(case=case)
    page = client.get(reverse("dossier-contact", args=[case.pk]))
    assert [event.kind for event in page.context["events"]] == ["afspraak.gemaakt", "dossier.notitie"]
    assert "Afspraak gemaakt: kennismaking op" in page.content.decode()
    assert 'aria-current="page"' in page.content.decode().split("dossier-contact")[0]


def test_the_tab_of_a_case_without_contact_says_what_will_come(case, client):
    assert "Nog geen contact" in client.get(reverse("dossier-contact", args=[case.pk])).content.decode()


def test_the_tab_takes_as_many_queries_for_many_talks(case, client, django_assert_max_num_queries):
    url = reverse("dossier-contact", args=[case.pk])
    for number in range(8):
        AppointmentFactory(case=case, starts_at=clock(5 + number))
    with django_assert_max_num_queries(40) as many:
        client.get(url)
    for number in range(8):
        AppointmentFactory(case=case, starts_at=clock(15 + number))
    with django_assert_max_num_queries(len(many)):
        client.get(url)


# --- Plan ------------------------------------------------------------------------------------------------


def test_a_talk_is_planned(case, client, klantmanager):
    response = client.post(
        reverse("afspraak-nieuw", args=[case.pk]), filled(organiser=klantmanager.pk, others="Buurvrouw")
    )
    talk = Appointment.objects.get()
    assert response["Location"] == address("afspraak", talk)
    assert (talk.state, talk.starts_at) == (AppointmentState.PLANNED, clock())
    page = client.get(response["Location"]).content.decode()
    assert "Buurvrouw" in page
    assert "Nog geen tolk gevraagd" in page


def test_a_talk_without_decision_about_an_interpreter_can_be_kept_as_a_concept(case, client, klantmanager):
    url = reverse("afspraak-nieuw", args=[case.pk])
    data = filled(organiser=klantmanager.pk, interpreter_decision="", subject="Werk")
    refused = client.post(url, data)
    assert refused.status_code == 422
    assert "interpreter_decision" in refused.context["form"].errors
    assert 'Tolk<span class="field__optional">' not in refused.content.decode()
    assert 'value="Werk"' in refused.content.decode()  # what was typed is still there
    client.post(url, data | {"concept": "ja"})
    talk = Appointment.objects.get()
    assert talk.state == AppointmentState.CONCEPT
    assert "Dit is nog een concept" in client.get(address("afspraak", talk)).content.decode()


def test_each_obstacle_stands_at_its_field(case, client, klantmanager):
    yesterday = timezone.localdate() - timedelta(days=1)
    data = filled(organiser=klantmanager.pk, day=yesterday.isoformat(), place_kind="", wished_mode=Mode.PHONE)
    page = client.post(reverse("afspraak-nieuw", args=[case.pk]), data)
    assert {"at", "place_kind", "wish_reason"} <= set(page.context["form"].errors)
    assert "error-summary" in page.content.decode()


def test_a_time_that_the_clock_skips_is_refused(case, client, klantmanager):
    data = filled(organiser=klantmanager.pk, day="2027-03-28", at="02:30")
    page = client.post(reverse("afspraak-nieuw", args=[case.pk]), data)
    assert "een uur vooruit" in page.context["form"].errors["at"][0]


def test_who_is_taken_and_when_is_said(case, client, klantmanager):
    AppointmentFactory(case=CaseFactory(klantmanager=klantmanager))
    page = client.post(reverse("afspraak-nieuw", args=[case.pk]), filled(organiser=klantmanager.pk))
    assert "Karin de Boer heeft al een afspraak op" in page.context["form"].errors["at"][0]


def test_the_form_starts_with_what_the_newcomer_likes(case, client):
    MeetingPreference.objects.create(person=case.person, mode=Mode.PHONE, place_kind=Place.BIBLIOTHEEK)
    form = client.get(reverse("afspraak-nieuw", args=[case.pk])).context["form"]
    assert (form["wished_mode"].initial, form["mode"].initial) == (Mode.PHONE, Mode.PHONE)
    assert form["place_kind"].initial == Place.BIBLIOTHEEK


def test_a_message_in_dutch_only_is_confirmed_first(case, client, klantmanager):
    save_languages(person=case.person, languages=[{"code": "ti", "speaks": True, "preferred": True}])
    url, data = reverse("afspraak-nieuw", args=[case.pk]), filled(organiser=klantmanager.pk)
    page = client.post(url, data)
    assert page.status_code == 422
    assert "Verstuur het bericht in het Nederlands" in page.content.decode()
    assert client.post(url, data | {"confirmed_without_translation": "on"}).status_code == 302


def test_a_talk_at_a_strange_time_gives_a_warning(case, client, klantmanager):
    data = filled(organiser=klantmanager.pk, at="19:00")
    page = client.post(reverse("afspraak-nieuw", args=[case.pk]), data, follow=True)
    assert "niet tussen 09:00 en 17:00" in page.content.decode()


# --- Change, confirm, cancel, outcome --------------------------------------------------------------------


def test_the_form_to_change_starts_as_the_talk_is_and_moves_it(talk, client):
    url = address("afspraak-wijzigen", talk)
    initial = client.get(url).context["form"].initial
    assert (initial["minutes"], initial["place_kind"], str(initial["at"])) == (
        60,
        Place.BIBLIOTHEEK,
        "10:00:00",
    )
    data = filled(
        day=clock(6).date().isoformat(), organiser=talk.organiser_id, at="14:30", place_kind=Place.BIBLIOTHEEK
    )
    assert client.post(url, data).status_code == 302
    talk.refresh_from_db()
    assert (talk.starts_at, talk.sequence) == (clock(6, "14:30"), 2)


def test_a_concept_is_confirmed(case, client):
    talk = AppointmentFactory(case=case, as_concept=True, interpreter_decision="")
    page = client.post(address("afspraak-bevestigen", talk))
    assert page.status_code == 422
    assert "Beslis eerst over een tolk" in page.content.decode()
    client.post(address("afspraak-tolk", talk), {"decision": InterpreterDecision.NOT_NEEDED})
    assert client.post(address("afspraak-bevestigen", talk)).status_code == 302
    talk.refresh_from_db()
    assert talk.is_planned


def test_a_talk_is_cancelled_with_a_reason(talk, client):
    assert client.post(address("afspraak-afzeggen", talk), {}).status_code == 422
    client.post(address("afspraak-afzeggen", talk), {"reason": "medewerker"})
    talk.refresh_from_db()
    assert talk.state == AppointmentState.CANCELLED
    page = client.get(address("afspraak", talk)).content.decode()
    assert "De medewerker kan niet" in page
    assert "Verplaatsen" not in page
    assert client.get(address("afspraak-wijzigen", talk)).status_code == 302


def test_the_outcome_is_recorded_and_shown(talk, client):
    said = {"outcome": AppointmentState.DONE, "said": "Zij zoekt werk."}
    assert client.post(address("afspraak-uitkomst", talk), said).status_code == 422
    began(talk)
    client.post(address("afspraak-uitkomst", talk), said)
    assert "Zij zoekt werk." in client.get(address("afspraak", talk)).content.decode()
    assert "Zij zoekt werk." in client.get(reverse("dossier-contact", args=[talk.case_id])).content.decode()


def test_a_talk_of_another_case_is_not_found(talk, client, klantmanager):
    other = CaseFactory(klantmanager=klantmanager)
    assert client.get(reverse("afspraak", args=[other.pk, talk.pk])).status_code == 404


def test_a_colleague_reads_and_changes_nothing(talk, colleague, log_in):
    client = log_in(colleague)
    assert "Afzeggen" not in client.get(address("afspraak", talk)).content.decode()
    assert client.post(address("afspraak-afzeggen", talk), {"reason": "ziek"}).status_code == 403


def test_a_calendar_file_is_downloaded(talk, client):
    response = client.get(address("afspraak-agendabestand", talk))
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert 'filename="afspraak.ics"' in response["Content-Disposition"]
    assert response.content.startswith(b"BEGIN:VCALENDAR\r\n")


# --- Interpreters ----------------------------------------------------------------------------------------


def test_an_interpreter_is_asked_and_answers(talk, client):
    interpreter = InterpreterFactory(gemeente=talk.case.gemeente, name="Selam Tesfay")
    data = {"interpreter": interpreter.pk, "language": "ti"}
    client.post(address("tolk-vragen", talk), data)
    booking = talk.bookings.get()
    page = client.get(address("afspraak", talk)).content.decode()
    assert "Hoe staat het met Selam Tesfay?" in page
    url = reverse("tolk-antwoord", args=[talk.case_id, booking.pk])
    client.post(url, {"state": "onzin"})
    client.post(url, {"state": BookingState.CONFIRMED})
    booking.refresh_from_db()
    assert booking.state == BookingState.CONFIRMED


def test_only_interpreters_who_are_free_are_offered(talk, client, klantmanager):
    free, taken = (InterpreterFactory(gemeente=talk.case.gemeente) for _ in range(2))
    other = AppointmentFactory(case=CaseFactory(klantmanager=StaffFactory(team=talk.case.team)))
    book_interpreter(appointment=other, interpreter=taken, language="ti", by=other.organiser)
    form = client.get(address("afspraak-tolk", talk)).context["booking_form"]
    assert list(form.fields["interpreter"].queryset) == [free]


def test_the_table_of_interpreters(gemeente, teamleider, log_in, stranger):
    client = log_in(teamleider)
    data = {"name": "Ali", "languages": ["ar", "ckb"], "is_active": "on", "phone": "06 12345678"}
    assert client.post(reverse("tolken"), data).status_code == 302
    row = Interpreter.objects.get()
    assert "Koerdisch (Sorani)" in client.get(reverse("tolken")).content.decode()
    assert client.post(reverse("tolken"), data).status_code == 422  # he is there already
    client.post(reverse("tolk-wijzigen", args=[row.pk]), data | {"agency": "De Brug", "is_active": ""})
    row.refresh_from_db()
    assert (row.agency, row.is_active, row.gemeente) == ("De Brug", False, gemeente)
    assert log_in(stranger).get(reverse("tolk-wijzigen", args=[row.pk])).status_code in {403, 404}


def test_a_klantmanager_has_no_table_to_keep(client):
    assert client.get(reverse("tolken")).status_code == 403


def test_own_languages_are_kept(client, klantmanager):
    for languages in (["ar", "en"], ["ar"]):
        client.post(reverse("agenda-talen"), {"languages": languages})
    assert [language.code for language in klantmanager.languages.all()] == ["ar"]


# --- Agenda ----------------------------------------------------------------------------------------------


def agenda(client, day, **query):
    return client.get(reverse("agenda"), {"dag": day.isoformat()} | query)


def test_the_agenda_shows_the_week_by_day_and_what_is_not_arranged(case, client):
    save_languages(person=case.person, languages=[{"code": "ti", "speaks": True}])
    AppointmentFactory(case=case, as_concept=True, interpreter_decision="")
    day = clock().date()
    page = agenda(client, day)
    [(shown, [line])] = page.context["days"]
    assert (shown, line.is_trouble, page.context["trouble"]) == (day, True, 1)
    text = page.content.decode()
    assert case.person.full_name in text
    assert "Nog geen besluit over een tolk" in text
    assert 'class="is-late"' in text


def test_the_agenda_of_one_day_and_of_a_day_that_is_no_day(case, client):
    AppointmentFactory(case=case)
    assert agenda(client, clock().date(), toon="dag").context["days"]
    assert not agenda(client, clock(6).date(), toon="dag").context["days"]
    for text in ("gisteren", "2026-02-31", "9999-12-31"):
        assert client.get(reverse("agenda"), {"dag": text}).status_code == 200


def test_a_cancelled_talk_stays_in_the_agenda_and_says_so(talk, client, resident):
    cancel_appointment(appointment=talk, reason="ziek", by=resident)
    page = agenda(client, clock().date())
    assert page.context["trouble"] == 0
    text = page.content.decode()
    assert "<s>10:00 tot 11:00</s>" in text
    assert "Afgezegd door de nieuwkomer" in text


def test_a_concept_that_was_dropped_leaves_the_agenda(case, client, klantmanager):
    talk = AppointmentFactory(case=case, as_concept=True)
    cancel_appointment(appointment=talk, reason="medewerker", by=klantmanager)
    assert not agenda(client, clock().date()).context["days"]


def test_a_colleague_who_was_asked_sees_no_name_of_a_case_outside_the_own(case, log_in, team):
    from contact.services.appointments import Company  # noqa: PLC0415
    from tests.factories import TeamFactory  # noqa: PLC0415

    other = StaffFactory(team=TeamFactory(gemeente=team.gemeente), role=Role.KLANTMANAGER)
    AppointmentFactory(case=case, company=Company(colleagues=[other]))
    text = agenda(log_in(other), clock().date()).content.decode()
    assert "Gesprek van Karin de Boer" in text
    assert case.person.full_name not in text


def test_the_agenda_takes_as_many_queries_for_many_talks(client, klantmanager, django_assert_max_num_queries):
    for hour in ("09:00", "10:00"):
        AppointmentFactory(case=CaseFactory(klantmanager=klantmanager), starts_at=clock(5, hour))
    with django_assert_max_num_queries(25) as few:
        agenda(client, clock().date())
    for hour in ("11:00", "13:00", "14:00", "15:00"):
        AppointmentFactory(case=CaseFactory(klantmanager=klantmanager), starts_at=clock(5, hour))
    with django_assert_max_num_queries(len(few)):
        agenda(client, clock().date())
