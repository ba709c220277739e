"""A term for the PIP that everybody lets pass: who hears of it, and when, from the first warning to the team lead.

Real processes on a clock that jumps: the worker and its beat find out by themselves what they missed.
"""

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import httpx
from django.utils import timezone
from django_celery_beat.models import PeriodicTask

from caseload.management.commands.demo_data import PASSWORD
from cases.selectors import person_with_bsn
from deadlines.enums import Audience, Kind
from deadlines.models import Deadline, Reminder
from inburgering.kit.dutch import format_date
from tests.journeys.conftest import Product, wait_for

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

BSN = "999918229"  # Mohammad Reza Ahmadi, asielstatushouder, in Zonnedijk
KLANTMANAGER, TEAM_LEAD = "sanne@zonnedijk.example", "truus@zonnedijk.example"


def test_a_term_that_passes_is_seen_by_the_klantmanager_and_then_by_the_team_lead(
    product: Product, browser: "Browser"
) -> None:
    assert product.duo_says("SS139", BSN)["statussen"] == [201]
    term: Deadline = wait_for(_term, what="the ten weeks")
    assert term.due_on is not None

    # Nothing ran for weeks; the first round after that gives one warning to each, not one for each day missed.
    _hours_pass()
    product.restart("taken", at=_morning(term, -3))
    wait_for(lambda: _given(term) == [(Audience.KLANTMANAGER, -7)], what="the first warning")
    _hours_pass()
    product.restart("taken", at=_morning(term, 0))
    wait_for(lambda: (Audience.KLANTMANAGER, 0) in _given(term), what="the warning on the last day")
    assert Audience.TEAMLEIDER not in {audience for audience, _ in _given(term)}
    _hours_pass()
    product.restart("taken", at=_morning(term, 1))
    wait_for(lambda: (Audience.TEAMLEIDER, 1) in _given(term), what="the team lead")
    assert len(_given(term)) == 3

    product.restart("web", at=_morning(term, 1))
    wait_for(lambda: _is_up(product), what="the web server, a day late")
    page = _log_in(browser, product, TEAM_LEAD)
    row = page.locator("tr", has_text="Mohammad Reza Ahmadi")
    assert "1 dag te laat" in row.inner_text()
    row.get_by_role("link", name="Mohammad Reza Ahmadi", exact=True).click()
    page.goto(page.url + "termijnen/")
    told = page.text_content("main") or ""
    for day in (-3, 0, 1):
        assert format_date(term.due_on + timedelta(days=day), weekday=False) in told
    assert "aan de teamleider" in told


def _hours_pass() -> None:
    """Beat finds its hourly round due as soon as it starts."""
    PeriodicTask.objects.filter(task="deadlines.tasks.sweep").update(
        last_run_at=timezone.now() - timedelta(hours=2)
    )


def _term() -> Deadline | None:
    person = person_with_bsn(BSN)
    return Deadline.objects.filter(case__person=person, kind=Kind.PIP, due_on__isnull=False).first()


def _given(term: Deadline) -> list[tuple[str, int]]:
    return list(Reminder.objects.filter(deadline=term).order_by("id").values_list("audience", "rung"))


def _morning(term: Deadline, days: int) -> datetime:
    assert term.due_on is not None
    return datetime.combine(term.due_on + timedelta(days=days), time(9), ZoneInfo("Europe/Amsterdam"))


def _is_up(product: Product) -> bool:
    try:
        return httpx.get(f"{product.url}/health/live", timeout=5).status_code == 200
    except httpx.HTTPError:
        return False


def _log_in(browser: "Browser", product: Product, email: str) -> "Page":
    context = browser.new_context(base_url=product.url, locale="nl-NL", timezone_id="Europe/Amsterdam")
    page = context.new_page()
    page.goto("/")
    page.fill("input[name=login]", email)
    page.fill("input[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_url(f"{product.url}/")
    return page
