"""A klantmanager and a team lead handle requests in a real browser, on three widths."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.enums import Role
from contact.enums.requests import PartyState, RequestState, RequestType
from contact.models import Request
from tests.contact.requests import ask, came_back, put_to, reads, refuse
from tests.factories import StaffFactory

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_request_by_phone_is_written_down_and_answered(case, klantmanager, new_page):
    page = new_page(klantmanager)
    page.goto(reverse("verzoek-nieuw", args=[case.pk]))
    page.get_by_label("Waar gaat het over?").select_option("Brief of verklaring")
    page.get_by_label("Wat vraagt de nieuwkomer?").fill("Een brief voor mijn vrijwilligerswerk op school.")
    page.get_by_role("button", name="Opslaan").click()
    page.get_by_role("link", name="Beantwoorden").click()
    page.get_by_role("button", name="Antwoord versturen").click()
    page.get_by_role("alert").get_by_text("Leg het uit").wait_for()
    page.get_by_label("Ja", exact=True).check()
    page.get_by_label("Leg het uit").fill("De brief ligt morgen voor u klaar aan de balie.")
    page.get_by_role("button", name="Antwoord versturen").click()
    page.get_by_text("Het antwoord is verstuurd.").wait_for()
    assert Request.objects.get().state == RequestState.ANSWERED


def test_the_team_lead_finds_the_complaint_and_keeps_it(case, resident, teamleider, new_page):
    complaint = ask(case, resident, RequestType.KLACHT, text="Niemand belt terug.")
    page = new_page(teamleider)
    page.goto(reverse("verzoeken"))
    page.get_by_role("link", name="Bekijk ze").click()
    page.get_by_role("link", name="Klacht").click()
    page.get_by_role("link", name="Bekijken en kiezen wie het ziet").click()
    page.get_by_label("Nee, het blijft vertrouwelijk").check()
    page.get_by_role("button", name="Opslaan").click()
    page.get_by_role("link", name="Beantwoorden").wait_for()
    complaint.refresh_from_db()
    assert (complaint.is_confidential, complaint.owner) == (True, teamleider)


def test_the_pages_are_accessible_and_fit(
    case, resident, klantmanager, teamleider, team, new_page, look, assert_accessible
):
    reads(case, "ar")
    today = timezone.localdate()
    asked = ask(case, resident, text="هل يمكنني أن أدرس في الصباح؟ " * 6, language="ar")
    came_back(put_to(asked, klantmanager), klantmanager, today, PartyState.REFUSED)
    put_to(ask(case, resident, text="W" * 300), klantmanager)
    party = asked.parties.get()
    ask(case, klantmanager, text="Al lang gevraagd.", asked_on=today - timedelta(days=40))
    costs = ask(case, resident, RequestType.REISKOSTEN)
    complaint = ask(case, resident, RequestType.KLACHT)
    refused = ask(case, resident, text="Een brief.")
    refuse(refused, klantmanager, without_translation=True)
    guide, lead = new_page(klantmanager), new_page(teamleider)
    admin = new_page(StaffFactory(team=team, role=Role.FUNCTIONEEL_BEHEERDER))
    shown = [
        (guide, "verzoeken"), (guide, "dossier-verzoeken", case.pk), (guide, "verzoek-nieuw", case.pk),
        (guide, "verzoek", asked.pk), (guide, "verzoek", costs.pk), (guide, "verzoek", refused.pk),
        (guide, "verzoek-antwoord", asked.pk), (guide, "verzoek-voorleggen", costs.pk),
        (guide, "verzoek-partij", asked.pk, party.pk), (guide, "verzoek-casusoverleg", asked.pk),
        (guide, "verzoek-intrekken", asked.pk), (lead, "verzoeken"), (lead, "verzoek-bekijken", complaint.pk),
        (lead, "verzoek-collega", asked.pk), (admin, "mandaten"),
    ]  # fmt: skip
    for page, name, *numbers in shown:
        page.goto(reverse(name, args=numbers))
        look(page, "-".join([name, *map(str, numbers)]))
    guide.goto(reverse("verzoek-antwoord", args=[asked.pk]))
    guide.get_by_role("button", name="Antwoord versturen").click()
    assert_accessible(guide)
