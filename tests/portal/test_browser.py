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
from exchange.management.sandbox import persons
from pip_plans.models import PipVersion
from tests.exchange.chain import Chain, start_chain
from tests.factories import CaseFactory, PersonFactory, ResidentFactory
from tests.portal.conftest import BSN, use_digid
from tests.portal.plans import OWN_WORDS, establish, start_pip_term

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from pytest_django.live_server_helper import LiveServer

PAGES = {"start": "/mijn/", "plan": "/mijn/plan/", "route": "/mijn/route/", "woorden": "/mijn/woorden/"}
NewPage = Callable[..., "Page"]
OpenPage = Callable[[Case | None, str, int], "Page"]
MOST_KILOBYTES = 150


@pytest.fixture
def plan(live: "LiveServer", case: Case, klantmanager: User) -> PipVersion:
    start_pip_term(case)
    return establish(case, klantmanager)


@pytest.fixture
def open_page(live: "LiveServer", new_page: NewPage) -> OpenPage:
    """A page in this language for the newcomer of the case, or for a visitor."""

    def open_page(case: Case | None, language: str, width: int) -> "Page":
        page = new_page(ResidentFactory(person=case.person) if case else None, width=width, height=800)
        page.context.add_cookies([{"name": "django_language", "value": language, "url": live.url}])
        return page

    return open_page


def _fits(page: "Page") -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


@pytest.mark.parametrize("width", [320, 768, 1440])
@pytest.mark.parametrize("language", ["nl", "ar"])
def test_every_page_fits_and_is_accessible(
    language: str, width: int, plan: PipVersion, open_page: OpenPage, look: Callable[..., None]
) -> None:
    page = open_page(plan.pip.case, language, width)
    for name, path in PAGES.items():
        page.goto(path)
        look(page, f"portaal-{name}-{language}-{width}")


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_without_a_plan_and_without_a_login_it_fits_too(
    language: str, case: Case, open_page: OpenPage, look: Callable[..., None]
) -> None:
    start_pip_term(case)
    visitor = open_page(None, language, 320)
    visitor.goto("/mijn/inloggen/?fout=storing")
    look(visitor, f"portaal-inloggen-{language}")
    page = open_page(case, language, 320)
    for name, path in PAGES.items():
        page.goto(path)
        look(page, f"portaal-zonder-plan-{name}-{language}")


@pytest.fixture
def look(assert_accessible: Callable[["Page"], None], screenshot: Callable[..., None]) -> Callable[..., None]:
    def look(page: "Page", name: str) -> None:
        screenshot(page, name)
        assert _fits(page), f"{name} scrolls sideways"
        small = page.evaluate(
            "Array.from(document.querySelectorAll('main a[href], main button, nav a, header button'))"
            ".filter(e => e.offsetParent && !e.closest('p, li:not(:has(> a))') && e.getBoundingClientRect().height < 44)"
            ".map(e => e.textContent.trim())"
        )
        assert small == [], f"{name} has small targets"
        assert_accessible(page)

    return look


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
