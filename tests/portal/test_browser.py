"""The portal in a browser: every page, at three widths, in both directions."""

import gzip
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.utils import timezone

from accounts.models import User
from accounts.services import choose_language
from cases.models import Case
from contact.enums.appointments import CancelReason, Place, Purpose
from contact.enums.notices import Channel
from contact.enums.requests import TranslationSource
from contact.services.appointments import cancel_appointment, move_appointment
from exchange.management.sandbox import persons
from pip_plans.models import PipVersion
from tests.conftest import PHONE
from tests.contact.requests import ask, put_to, reads, refuse
from tests.exchange.chain import Chain, start_chain
from tests.factories import AppointmentFactory, CaseFactory, PersonFactory, ResidentFactory, clock
from tests.portal.conftest import BSN, use_digid
from tests.portal.plans import OWN_WORDS, establish, start_pip_term

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page
    from pytest_django.live_server_helper import LiveServer

PAGES = {
    "start": "/mijn/", "plan": "/mijn/plan/", "route": "/mijn/route/", "woorden": "/mijn/woorden/", "beloofd": "/mijn/beloofd/",
    "afspraken": "/mijn/afspraken/", "berichten": "/mijn/berichten/", "vragen": "/mijn/vragen/",
    "vraag-nieuw": "/mijn/vragen/nieuw/?soort=reiskosten", "voorkeuren": "/mijn/voorkeuren/",
    "voorbereiding": "/mijn/voorbereiding/", "voorbereiding-woorden": "/mijn/voorbereiding/stap/wensen/",
    "voorbereiding-onderwerpen": "/mijn/voorbereiding/stap/mensen/", "na-het-gesprek": "/mijn/na-het-gesprek/",
}  # fmt: skip
NewPage = Callable[..., "Page"]
Look = Callable[["Page", str], None]
OpenPage = Callable[[Case | None, str], "Page"]
MOST_KILOBYTES = 150


@pytest.fixture
def plan(live: "LiveServer", case: Case, klantmanager: User) -> PipVersion:
    start_pip_term(case)
    return establish(case, klantmanager)


@pytest.fixture
def open_page(live: "LiveServer", new_page: NewPage) -> OpenPage:
    """A page in this language for the newcomer of the case, or for a visitor."""

    def open_page(case: Case | None, language: str) -> "Page":
        page = new_page(ResidentFactory(person=case.person) if case else None)
        page.context.add_cookies([{"name": "django_language", "value": language, "url": live.url}])
        return page

    return open_page


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_every_page_fits_and_is_accessible(
    language: str, plan: PipVersion, open_page: OpenPage, look: Look
) -> None:
    page = open_page(plan.pip.case, language)
    for name, path in PAGES.items():
        page.goto(path)
        look(page, f"portaal-{name}-{language}")


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_without_a_plan_and_without_a_login_it_fits_too(
    language: str, case: Case, open_page: OpenPage, look: Look
) -> None:
    start_pip_term(case)
    visitor = open_page(None, language)
    visitor.goto("/mijn/inloggen/?fout=storing")
    look(visitor, f"portaal-inloggen-{language}")
    page = open_page(case, language)
    for name, path in PAGES.items():
        page.goto(path)
        look(page, f"portaal-zonder-plan-{name}-{language}")


@pytest.fixture
def contact(plan: PipVersion, klantmanager: User) -> dict[str, str]:
    """A talk that was moved and one that was cancelled, a message, a refused request: the pages about each."""
    case = plan.pip.case
    resident = ResidentFactory(person=case.person)
    talk = AppointmentFactory(case=case, place_kind=Place.GEMEENTEHUIS, place="kamer 2.11")
    move_appointment(appointment=talk, starts_at=clock(8), by=klantmanager)
    gone = AppointmentFactory(case=case, starts_at=clock(10), purpose=Purpose.PIP_GESPREK)
    cancel_appointment(appointment=gone, reason=CancelReason.MEDEWERKER, by=klantmanager)
    reads(case, "ar")
    asked = ask(case, resident, text="أريد دروسًا في الصباح", language="ar")
    put_to(asked, klantmanager)
    refused = ask(case, resident)
    refuse(
        refused, klantmanager, translation="المجموعة ممتلئة.", translation_source=TranslationSource.MACHINE
    )
    notice = case.notices.filter(channel=Channel.PORTAL).first()
    assert notice
    free = f"{timezone.localtime(clock(12, '14:00')):%Y-%m-%dT%H:%M}"
    return {
        "verplaatsen": f"/mijn/afspraken/{talk.pk}/verplaatsen/",
        "verplaatsen-ja": f"/mijn/afspraken/{talk.pk}/verplaatsen/?tijd={free}",
        "afzeggen": f"/mijn/afspraken/{talk.pk}/afzeggen/",
        "bericht": f"/mijn/berichten/{notice.pk}/",
        "vraag": f"/mijn/vragen/{asked.pk}/",
        "vraag-nee": f"/mijn/vragen/{refused.pk}/",
        "intrekken": f"/mijn/vragen/{asked.pk}/intrekken/",
        "opnieuw": f"/mijn/vragen/{refused.pk}/opnieuw/",
    }


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_appointments_messages_and_questions_on_a_phone(
    language: str, plan: PipVersion, contact: dict[str, str], open_page: OpenPage, look: Look
) -> None:
    page = open_page(plan.pip.case, language)
    for name, path in (PAGES | contact).items():
        page.goto(path)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        look(page, f"portaal-vol-{name}-{language}")


def test_a_newcomer_moves_a_talk_asks_and_reads_by_keyboard_without_scripts(
    browser: "Browser", live: "LiveServer", plan: PipVersion, contact: dict[str, str]
) -> None:
    client = Client()
    client.force_login(ResidentFactory(person=plan.pip.case.person))
    context = browser.new_context(
        base_url=live.url, java_script_enabled=False, locale="nl-NL", viewport={"width": 320, "height": 640}
    )
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live.url}])
    page = context.new_page()
    page.goto(contact["verplaatsen"])
    page.locator("a.slot").first.press("Enter")
    page.get_by_role("button", name="Ja, neem deze tijd").press("Enter")
    assert page.get_by_text("Uw afspraak heeft een nieuwe tijd.").is_visible()
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Vragen").press("Enter")
    page.get_by_role("link", name="Ik heb reiskosten").press("Enter")
    page.get_by_label("Schrijf hier wat u wilt vragen of zeggen").fill("De bus kost 40 euro in een maand.")
    page.get_by_role("button", name="Verstuur").press("Enter")
    assert page.get_by_text("De bus kost 40 euro in een maand.").is_visible()
    page.goto("/mijn/berichten/")
    page.locator("button.message--new").first.press("Enter")
    assert not page.get_by_role("button", name="Ik heb dit gelezen").is_visible()
    context.close()


@pytest.fixture
def look(look: Look) -> Look:
    """On a phone each thing to press is large enough for a thumb."""

    def look_and_press(page: "Page", name: str) -> None:
        page.set_viewport_size({"width": PHONE, "height": 800})
        small = page.evaluate(
            "Array.from(document.querySelectorAll('main a[href], main button, nav a, header button'))"
            ".filter(e => e.offsetParent && !e.closest('p, li:not(:has(> a))') && e.getBoundingClientRect().height < 44)"
            ".map(e => e.textContent.trim())"
        )
        assert small == [], f"{name} has small targets"
        look(page, name)

    return look_and_press


def test_a_newcomer_logs_in_with_digid_chooses_arabic_and_reads_the_plan(
    live: "LiveServer", page: "Page", digid_in_browser: Chain, klantmanager: User
) -> None:
    establish(CaseFactory(klantmanager=klantmanager, person=PersonFactory(bsn=BSN)), klantmanager)
    page.goto("/mijn/plan/")
    page.locator("button[lang=ar]").click()
    page.get_by_role("button", name="تسجيل الدخول باستخدام DigiD").click()
    page.get_by_role("button", name=BSN).click()
    page.wait_for_url("**/mijn/plan/")
    assert page.get_by_text(OWN_WORDS).is_visible()
    assert page.locator("html").get_attribute("dir") == "rtl"
    page.get_by_role("button", name="تسجيل الخروج").click()
    page.wait_for_url("**/mijn/inloggen/")
    page.go_back()
    assert not page.get_by_text(OWN_WORDS).is_visible()


@pytest.fixture
def digid_in_browser(live: "LiveServer", settings: Any) -> Any:
    running = start_chain(
        persons.load(persons.OWN_FILE, timezone.localdate()),
        client_id="inburgering", client_secret="geheim", base_url=live.url,
    )  # fmt: skip
    chain = next(running)
    use_digid(settings, f"{chain.url}/digid")
    settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["form-action"].append(chain.url)
    yield chain
    settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["form-action"].remove(chain.url)
    next(running, None)


def test_somebody_who_does_nothing_is_warned_before_the_session_ends(
    resident: User, case: Case, new_page: NewPage
) -> None:
    page = new_page(resident)
    page.clock.install()
    page.goto("/mijn/")
    warning = page.get_by_role("dialog")
    assert not warning.is_visible()
    page.clock.fast_forward(29 * 60 * 1000)
    warning.get_by_role("button", name="Ik ben er nog").click()
    warning.wait_for(state="hidden")


@pytest.mark.django_db
def test_a_page_weighs_little_before_fonts(resident: User, case: Case, klantmanager: User) -> None:
    """What a phone with data for a euro loads at the first visit, compressed as our server sends it."""
    establish(case, klantmanager)
    choose_language(user=resident, language="ar")
    client = Client()
    client.force_login(resident)
    for path in PAGES.values():
        html = client.get(path).content
        files = set(re.findall(rb'(?:href|src)="/static/([^"#]+)', html))
        weight = sum(len(gzip.compress(content)) for content in [html, *map(_content, files)])
        assert weight < MOST_KILOBYTES * 1024, f"{path}: {weight // 1024} kB"


def _content(name: bytes) -> bytes:
    found = finders.find(name.decode())
    assert found, name
    return Path(str(found)).read_bytes()
