"""Three people for every view, and a browser: what all tests share.

Run the suite with `./bin/test`, which gives it settings, PostgreSQL and Valkey.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest
from django.core.cache import cache
from django.test import Client

from accounts.enums import Role
from accounts.models import Gemeente, Team, User
from cases.models import Case
from tests.factories import CaseFactory, GemeenteFactory, ResidentFactory, StaffFactory, TeamFactory

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page
    from pytest_django.fixtures import SettingsWrapper
    from pytest_django.live_server_helper import LiveServer

# What a rule answers is tried, not how fast a busy machine computes it: ./bin/bench measures speed.
hypothesis.settings.register_profile(
    "house", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("house")

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# What migrations seeded is put back before each test that commits. All of them or none: a test without
# this leaves other ids behind, over which the next one with it stumbles in an unlucky order.
COMMITTED = pytest.mark.django_db(transaction=True, serialized_rollback=True)
PHONE, TABLET, DESK = WIDTHS = (320, 768, 1440)
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


# --- People ----------------------------------------------------------------------------------------


@pytest.fixture
def gemeente(db: None) -> Gemeente:
    return GemeenteFactory(name="Waterveen")


@pytest.fixture
def team(gemeente: Gemeente) -> Team:
    return TeamFactory(gemeente=gemeente, name="Team Noord")


@pytest.fixture
def klantmanager(team: Team) -> User:
    return StaffFactory(team=team, name="Karin de Boer")


@pytest.fixture
def case(klantmanager: User) -> Case:
    """A case of `klantmanager`."""
    return CaseFactory(klantmanager=klantmanager)


@pytest.fixture
def colleague(team: Team) -> User:
    """A klantmanager of the same team, who has another case."""
    user = StaffFactory(team=team, name="Bram Visser")
    CaseFactory(klantmanager=user)
    return user


@pytest.fixture
def teamleider(team: Team) -> User:
    return StaffFactory(team=team, role=Role.TEAMLEIDER, name="Fatima Aydin")


@pytest.fixture
def stranger(db: None) -> User:
    """A klantmanager of another gemeente, with a case there."""
    user = StaffFactory(team=TeamFactory(gemeente=GemeenteFactory(name="Heidedorp")), name="Sjoerd Dijkstra")
    CaseFactory(klantmanager=user)
    return user


@pytest.fixture
def resident(case: Case) -> User:
    """The newcomer whom `case` is about."""
    return ResidentFactory(person=case.person)


@pytest.fixture
def log_in() -> Callable[[User], Client]:
    """A client that is logged in as this user."""

    def log_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return log_in


# --- Browser ---------------------------------------------------------------------------------------


def find_chromium() -> str | None:
    return os.environ.get("CHROMIUM") or next(
        (path for name in BROWSERS if (path := shutil.which(name))), None
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
        if empties_the_database(item):
            item.add_marker(COMMITTED, append=False)


def empties_the_database(item: pytest.Item) -> bool:
    """Whether what the test writes is committed, so that all tables are emptied after it."""
    mark = item.get_closest_marker("django_db")
    fixtures = getattr(item, "fixturenames", ())
    return bool(mark and mark.kwargs.get("transaction")) or not {
        "transactional_db",
        "live_server",
    }.isdisjoint(fixtures)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = [
        report for report in terminalreporter.stats.get("skipped", []) if "Chromium" in str(report.longrepr)
    ]
    if skipped:
        terminalreporter.write_line(
            f"LET OP: {len(skipped)} browsertests zijn NIET uitgevoerd, want Chromium ontbreekt. "
            "Installeer het (apt-get install chromium) en draai ./bin/test opnieuw.",
            red=True, bold=True,
        )  # fmt: skip


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    chromium = find_chromium()
    if not chromium:
        report = pytest.fail if os.environ.get("REQUIRE_BROWSER") == "1" else pytest.skip
        report("Chromium ontbreekt.")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - 0.3 s that other tests needn't wait

    quiet = ["disable-gpu", "disable-quic", "no-first-run", "disable-background-networking",
             "disable-component-update", "disable-sync", "disable-dev-shm-usage"]  # fmt: skip
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, chromium_sandbox=False, args=[f"--{name}" for name in quiet]
        )
        yield browser
        browser.close()


@pytest.fixture
def live(live_server: "LiveServer") -> "LiveServer":
    """The product over HTTP."""
    return live_server


@pytest.fixture
def new_page(browser: "Browser", live: "LiveServer") -> Iterator[Callable[..., "Page"]]:
    """Opens a page for somebody, or for nobody: `new_page(user, width=360)`. Errors in its scripts fail the test."""
    contexts, errors = [], []

    def new_page(user: User | None = None, *, width: int = 1280, height: int = 900) -> "Page":
        context = browser.new_context(
            base_url=live.url, locale="nl-NL", timezone_id="Europe/Amsterdam",
            viewport={"width": width, "height": height},
        )  # fmt: skip
        contexts.append(context)
        if user:
            client = Client()
            client.force_login(user)
            context.add_cookies(
                [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live.url}]
            )
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: errors.append(str(error)))
        return page

    yield new_page
    for context in contexts:
        context.close()
    assert not errors, f"Errors in the page's scripts: {errors}"


@pytest.fixture
def page(new_page: Callable[..., "Page"]) -> "Page":
    """A page where nobody is logged in."""
    return new_page()


@pytest.fixture(scope="session")
def assert_accessible() -> Callable[["Page"], None]:
    """Fails on anything that axe finds against WCAG 2.2 level A and AA."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415

    axe = Axe()

    def assert_accessible(page: "Page") -> None:
        found = axe.run(page, options={"runOnly": WCAG, "resultTypes": ["violations"]}).response["violations"]
        lines = [f"{v['id']} ({v['help']}): {', '.join(str(n['target']) for n in v['nodes'])}" for v in found]
        assert not lines, f"{page.url}:\n" + "\n".join(lines)

    return assert_accessible


@pytest.fixture
def look(
    assert_accessible: Callable[["Page"], None], screenshot: Callable[..., None]
) -> Callable[["Page", str], None]:
    """`look(page, "pip")`: what is open fits a phone, a tablet and a desk, and axe finds nothing on phone and desk.

    One visit is looked at in each width, so a page costs one load. Keeps pictures as `screenshot` does.
    """

    def look(page: "Page", name: str) -> None:
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            fits = page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
            assert fits, f"{name} is wider than {width} px"
            screenshot(page, f"{name}-{width}")
            if width != TABLET:  # laid out as on a phone
                assert_accessible(page)

    return look


@pytest.fixture
def screenshot(request: pytest.FixtureRequest) -> Callable[..., None]:
    """`screenshot(page, "werkvoorraad")` keeps a picture when SCREENSHOTS names a folder, and does nothing otherwise."""

    def screenshot(page: "Page", name: str) -> None:
        if folder := os.environ.get("SCREENSHOTS"):
            page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)

    return screenshot


@pytest.fixture
def own_cache(settings: "SettingsWrapper") -> None:
    """An empty cache that no other process sees."""
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    cache.clear()
