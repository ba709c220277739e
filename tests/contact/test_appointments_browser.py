"""A talk is planned, and an interpreter asked, by keyboard in a real browser; all pages fit and are accessible."""

import pytest
from django.urls import reverse

from cases.services import save_languages
from contact.enums.appointments import AppointmentState
from contact.enums.interpreters import InterpreterDecision
from contact.models import Appointment
from contact.services.interpreters import book_interpreter
from tests.contact.test_appointments_services import began
from tests.factories import AppointmentFactory, CaseFactory, InterpreterFactory, clock

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_talk_is_planned_as_a_concept_and_confirmed_with_an_interpreter(case, klantmanager, new_page):
    save_languages(person=case.person, languages=[{"code": "ar", "speaks": True, "preferred": True}])
    InterpreterFactory(gemeente=case.gemeente, name="Selam Tesfay", languages=["ar"])
    page = new_page(klantmanager)
    page.goto(reverse("dossier-contact", args=[case.pk]))
    page.get_by_role("link", name="Afspraak maken").press("Enter")
    page.get_by_label("Dag").fill(clock().date().isoformat())
    page.get_by_label("Begin").fill("10:00")
    page.get_by_label("Waar?").select_option("bibliotheek")
    page.get_by_role("button", name="Afspraak maken").press("Enter")
    page.locator("#fouten").get_by_text("Beslis eerst over een tolk").first.wait_for()
    page.get_by_role("button", name="Bewaren als concept").press("Enter")
    page.get_by_text("Dit is nog een concept").wait_for()
    page.get_by_role("link", name="Beslissen over de tolk", exact=True).press("Enter")
    page.get_by_label("Tolk", exact=True).select_option(label="Selam Tesfay (Tolkenbureau De Brug): Arabisch")
    page.get_by_role("button", name="Tolk vragen").press("Enter")
    page.get_by_text("De tolk is gevraagd.").wait_for()
    page.get_by_role("button", name="Komt").press("Enter")
    page.get_by_role("link", name="Bevestigen", exact=True).press("Enter")
    page.get_by_role("button", name="Ja, bevestig").press("Enter")
    page.get_by_text("De nieuwkomer krijgt bericht.").first.wait_for()
    talk = Appointment.objects.get()
    assert (talk.state, talk.starts_at) == (AppointmentState.PLANNED, clock())
    page.goto(f"{reverse('agenda')}?dag={clock():%Y-%m-%d}")
    page.get_by_text("Tolk komt").wait_for()


def test_the_pages_are_accessible_and_fit(case, klantmanager, teamleider, new_page, look):
    save_languages(person=case.person, languages=[{"code": "ti", "speaks": True, "preferred": True}])
    interpreter = InterpreterFactory(gemeente=case.gemeente, email="een.heel.lang.adres@tolkenbureau.example")
    talk = AppointmentFactory(case=case, interpreter_decision=InterpreterDecision.INTERPRETER)
    book_interpreter(appointment=talk, interpreter=interpreter, language="ti", by=klantmanager)
    held = began(AppointmentFactory(case=case, starts_at=clock(6), place="Kerkstraat 12", subject="Werk",
                                    interpreter_decision=InterpreterDecision.PHONE_INTERPRETER))  # fmt: skip
    concept = AppointmentFactory(case=CaseFactory(klantmanager=klantmanager), starts_at=clock(5, "13:00"),
                                 as_concept=True, interpreter_decision="")  # fmt: skip
    page = new_page(klantmanager)
    visits = [("dossier-contact", case.pk), ("afspraak-nieuw", case.pk), ("agenda-talen",)]
    visits += [
        (name, case.pk, talk.pk)
        for name in ("afspraak", "afspraak-wijzigen", "afspraak-afzeggen", "afspraak-tolk")
    ]
    visits += [("afspraak-uitkomst", case.pk, held.pk), ("afspraak-bevestigen", concept.case_id, concept.pk)]
    for name, *numbers in visits:
        page.goto(reverse(name, args=numbers))
        check(page, name, look)
    page.goto(f"{reverse('agenda')}?dag={clock():%Y-%m-%d}")
    check(page, "agenda", look)
    page.goto(reverse("afspraak-nieuw", args=[case.pk]))
    page.get_by_role("button", name="Afspraak maken").press("Enter")
    page.locator("#fouten").wait_for()
    check(page, "afspraak-nieuw-fout", look)
    lead = new_page(teamleider)
    for name, *numbers in (("tolken",), ("tolk-wijzigen", interpreter.pk)):
        lead.goto(reverse(name, args=numbers))
        check(lead, name, look)


def check(page, name, look):
    assert page.locator("h1").count() == 1, name
    look(page, name)
