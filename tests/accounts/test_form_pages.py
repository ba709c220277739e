"""An address that only takes forms never ends on a bare page of the browser."""

from collections.abc import Callable

import pytest
from django.test import Client

from accounts.models import User
from cases.models import Case
from tests.factories import CaseFactory

pytestmark = pytest.mark.django_db

LogIn = Callable[[User], Client]
COMMENT = "/mijn/plan/concept/opmerking/"


@pytest.fixture
def case(klantmanager: User) -> Case:
    return CaseFactory(klantmanager=klantmanager)


def test_login_leads_back_to_the_page_with_the_form() -> None:
    page = "http://testserver/mijn/plan/concept/?van=bericht"
    sent = Client().post(COMMENT, {"text": "Liever dinsdag."}, headers={"Referer": page})
    assert sent["Location"] == "/mijn/inloggen/?next=/mijn/plan/concept/%3Fvan%3Dbericht"


@pytest.mark.parametrize("page", ["", "https://elders.example/mijn/plan/", "http://testserver", "::"])
def test_without_a_page_of_ours_login_leads_to_where_it_was_sent(page: str) -> None:
    sent = Client().post(COMMENT, {}, headers={"Referer": page})
    assert sent["Location"] == f"/mijn/inloggen/?next={COMMENT}"


def test_login_of_staff_leads_back_too(case: Case) -> None:
    page = f"/dossiers/{case.pk}/pip/concept/"
    sent = Client().post(f"{page}doelen/", {}, headers={"Referer": f"http://testserver{page}"})
    assert sent["Location"] == f"/account/login/?next={page}"


@pytest.mark.parametrize(
    ("address", "page"),
    [
        (COMMENT, "/mijn/plan/concept/"),
        ("/mijn/plan/concept/antwoord/", "/mijn/plan/concept/"),
        ("/mijn/taal/", "/mijn/"),
    ],
)
def test_the_newcomer_comes_to_the_page_with_the_form(
    log_in: LogIn, resident: User, address: str, page: str
) -> None:
    assert log_in(resident).get(address)["Location"] == page


@pytest.mark.parametrize(
    ("address", "page"),
    [("pip/concept/doelen/", "pip/concept/"), ("pip/concept/afspraken/", "pip/concept/"),
     ("pip/concept/opmerkingen/", "pip/concept/reacties/"), ("pip/concept/opmerkingen/1/", "pip/concept/reacties/"),
     ("pip/concept/advies/bewaren/", "pip/advies/")],
)  # fmt: skip
def test_a_klantmanager_comes_to_the_page_with_the_form(
    log_in: LogIn, klantmanager: User, case: Case, address: str, page: str
) -> None:
    shown = log_in(klantmanager).get(f"/dossiers/{case.pk}/{address}")
    assert shown["Location"] == f"/dossiers/{case.pk}/{page}"


def test_the_language_changes_on_a_page_that_refused_a_form(log_in: LogIn, resident: User) -> None:
    me = log_in(resident)
    changed = me.post("/mijn/taal/", {"language": "en", "next": COMMENT})
    assert changed["Location"] == COMMENT
    assert me.get(COMMENT)["Location"] == "/mijn/plan/concept/"


def test_what_a_page_does_not_take_is_said_on_a_page_of_ours(log_in: LogIn, resident: User) -> None:
    me = log_in(resident)
    me.cookies["django_language"] = "en"
    refused = me.post("/mijn/plan/", {})
    page = refused.content.decode()
    assert (refused.status_code, "GET" in refused["Allow"]) == (405, True)
    assert "This address is not a page" in page
    assert 'class="languages"' in page


def test_a_page_that_is_not_there_has_the_menu_and_the_languages_of_the_portal(
    log_in: LogIn, resident: User, klantmanager: User
) -> None:
    missing = log_in(resident).get("/mijn/bestaat-niet/")
    page = missing.content.decode()
    assert missing.status_code == 404
    assert all(part in page for part in ('class="languages"', "portal-nav__list", "Mijn inburgering</title>"))
    assert 'class="languages"' in Client().get("/mijn/bestaat-niet/").content.decode()
    assert "portal-nav" not in log_in(klantmanager).get("/mijn/bestaat-niet/").content.decode()


def test_the_api_says_it_in_its_own_way() -> None:
    assert Client().get("/api/v1/pip/versies/1/delen").status_code in {401, 405}


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", "Open de pagina opnieuw"), ("en", "Open the page again"), ("ar", "افتح الصفحة من جديد")],
)
def test_an_expired_form_says_in_the_own_language_how_to_get_a_fresh_one(
    resident: User, language: str, words: str
) -> None:
    """Not "refresh", which would empty the form of who has no JavaScript; and in the frame of the portal."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(resident)
    client.cookies["django_language"] = language
    step = "/mijn/voorbereiding/stap/zorgen/"
    answer = client.post(step, {"zorgen": "Geld"}, headers={"Referer": f"http://testserver{step}"})
    page = answer.content.decode()
    assert answer.status_code == 403
    assert words in page
    assert f'href="{step}"' in page
    assert "portal-header" in page
    assert 'data-user=""' in page


@pytest.mark.parametrize("page", ["http://testserver//elders.example/", "https://elders.example/x/"])
def test_an_expired_form_of_staff_leads_to_no_other_site(klantmanager: User, page: str) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(klantmanager)
    answer = client.post("/dossiers/nieuw/", headers={"Referer": page})
    assert answer.status_code == 403
    assert "De pagina is verlopen" in answer.content.decode()
    assert 'href="//' not in answer.content.decode()
    assert 'href="https' not in answer.content.decode()
