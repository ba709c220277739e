"""The work list, search and dossier in a real browser: by keyboard and mouse, on three widths, checked by axe."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils.timezone import localdate as today

from accounts.enums import Role
from accounts.models import User
from cases.models import Case
from deadlines.services import sweep
from tests.conftest import WIDTHS
from tests.factories import CaseFactory, PersonFactory, StaffFactory, TeamFactory, bsn

if TYPE_CHECKING:
    from playwright.sync_api import Page

NewPage = Callable[..., "Page"]
Look = Callable[["Page", str], None]


@pytest.fixture
def guide(live: object) -> User:
    return StaffFactory(name="Karin de Boer")


@pytest.fixture
def yusuf(guide: User) -> Case:
    return CaseFactory(klantmanager=guide, person=PersonFactory(first_names="Yusuf", last_name="al-Haddad"))


def test_pages_fit_and_are_accessible(new_page: NewPage, guide: User, yusuf: Case, look: Look) -> None:
    page = new_page(guide)
    dossier = f"/dossiers/{yusuf.pk}/"
    acts = ("wijzigen", "vervanger", "sluiten", "huishouden", "notities", "documenten", "logboek",
            "verschil-met-duo")  # fmt: skip
    paths = ["/", "/?wie=team", "/?soort=duo", "/zoeken/?q=Hadad", "/dossiers/nieuw/?q=Hadad", dossier]
    for path in [*paths, *(f"{dossier}{act}/" for act in acts)]:
        page.goto(path)
        look(page, path.strip("/").replace("/", "-") or "werkvoorraad")
    _correct_a_told_day(guide, yusuf, page)
    look(page, "termijn-verandert")


def _correct_a_told_day(guide: User, case: Case, page: "Page") -> None:
    """Types another first day of a term that somebody was reminded of: the page that asks why."""
    notified = today() - timedelta(weeks=8)
    client, address = Client(), f"/dossiers/{case.pk}/wijzigen/"
    client.force_login(guide)
    client.post(address, {
        "first_names": "Yusuf", "last_name": "al-Haddad", "bsn": case.person.bsn, "birth_jaar": "1991", "language_0": "ar",
        "group": "gezinsmigrant", "notified_on": notified.isoformat(), "duty_from": notified.isoformat(),
    })  # fmt: skip
    sweep(today=today())
    page.goto(address)
    page.fill("[name=notified_on]", (notified + timedelta(weeks=2)).isoformat())
    page.get_by_role("button", name="Opslaan").click()
    page.get_by_role("heading", name="Er verandert een termijn").wait_for()


def test_each_tab_of_a_dossier_is_in_sight(new_page: NewPage, guide: User, yusuf: Case) -> None:
    page = new_page(guide)
    page.goto(f"/dossiers/{yusuf.pk}/")
    tabs = page.locator(".tabs__link").all()
    assert len(tabs) > 5
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for tab in tabs:
            box = tab.bounding_box()
            assert box
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width, tab.inner_text()


def test_a_name_of_two_hundred_letters_leaves_room_for_the_rest(new_page: NewPage, guide: User) -> None:
    CaseFactory(klantmanager=guide, person=PersonFactory(first_names="Jan", last_name="x" * 200))
    page = new_page(guide, width=1440)
    page.goto("/")
    act = page.get_by_role("link", name="Intake starten").bounding_box()
    assert act
    assert act["x"] + act["width"] <= 1440


def test_search_comes_before_a_new_dossier(new_page: NewPage, guide: User, yusuf: Case) -> None:
    page = new_page(guide)
    page.goto("/")
    page.get_by_role("link", name="Nieuw dossier").click()
    page.get_by_text("Zoek eerst of deze persoon er al is").wait_for()
    page.get_by_label("Naam, BSN").fill("Amina Hassan")
    page.keyboard.press("Enter")
    page.get_by_text("Niemand gevonden").wait_for()
    page.locator("main").get_by_role("link", name="Nieuw dossier").click()
    page.get_by_role("button", name="Dossier openen").click()
    page.get_by_role("alert").get_by_text("Vul een BSN of een V-nummer in").wait_for()
    assert page.get_by_label("Voornamen").input_value() == "Amina"
    page.get_by_label("BSN").fill(bsn(7500))
    page.get_by_label("Jaar").fill("1995")
    page.get_by_role("button", name="Dossier openen").click()
    page.get_by_role("heading", name="Amina Hassan", level=1).wait_for()
    assert Case.objects.get(person__last_name="Hassan").has_klantmanager


def test_a_row_leads_to_its_act_in_one_click(new_page: NewPage, guide: User, yusuf: Case) -> None:
    page = new_page(guide)
    page.goto("/")
    page.get_by_role("link", name="Intake starten: Yusuf al-Haddad").click()
    page.wait_for_url(f"**/dossiers/{yusuf.pk}/intake/")


def test_a_note_is_written_from_the_overview(new_page: NewPage, guide: User, yusuf: Case) -> None:
    page = new_page(guide)
    page.goto(f"/dossiers/{yusuf.pk}/")
    page.get_by_label("Nieuwe notitie").fill("Belt donderdag terug")
    page.get_by_role("button", name="Opslaan").click()
    page.get_by_text("Belt donderdag terug").wait_for()
    assert [note.text for note in yusuf.notes.filter(by=guide)] == ["Belt donderdag terug"]


def test_somebody_of_another_team_says_why(new_page: NewPage, yusuf: Case) -> None:
    lead = StaffFactory(team=TeamFactory(gemeente=yusuf.gemeente), role=Role.TEAMLEIDER)
    page = new_page(lead)
    page.goto("/zoeken/?q=Haddad")
    page.get_by_role("link", name="Inzage vragen").click()
    why = "Ik neem de telefoon aan voor team Noord"
    page.get_by_label("Waarvoor").fill(why)
    page.get_by_role("button", name="Dossier openen").click()
    page.get_by_role("heading", name="Yusuf al-Haddad", level=1).wait_for()
    assert yusuf.purpose_access.get(user=lead).purpose == why
