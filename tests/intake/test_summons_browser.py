"""The oproepen and the group sessions in a real browser, at three widths, left to right and right to left."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from accounts.models import User
from cases.models import Case
from cases.services import save_languages
from contact.services import groups
from tests.factories import ResidentFactory, clock
from tests.intake.ladder import call, miss

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_the_pages_fit_and_are_accessible(
    live: object,
    new_page: Callable[..., "Page"],
    case: Case,
    klantmanager: User,
    look: Callable[["Page", str], None],
) -> None:
    save_languages(
        person=case.person, languages=[{"code": "ar", "speaks": True, "reads": True, "preferred": True}]
    )
    summons = miss(call(case, klantmanager), klantmanager)
    session = groups.plan_group(
        kind="voorlichting", starts_at=clock(9), minutes=60, place_kind="school", by=klantmanager
    )
    groups.ask_guest(session=session, case=case, by=klantmanager)
    page = new_page(klantmanager)
    paths = {
        "oproepen": reverse("oproepen", args=[case.pk]),
        "oordeel": reverse("oproep-oordeel", args=[case.pk, summons.pk]),
        "poging": reverse("oproep-poging", args=[case.pk]),
        "groepen": reverse("groepen"),
        "groep": reverse("groep", args=[session.pk]),
        "groep-bevestigen": reverse("groep-bevestigen", args=[session.pk]),
    }
    for name, path in paths.items():
        page.goto(path)
        look(page, f"oproep-{name}")
    mine = new_page(ResidentFactory(person=case.person))
    mine.goto(reverse("mijn-oproepen"))
    for language in ("nl", "ar"):
        mine.locator(f"button[lang={language}]").first.click()
        mine.goto(reverse("mijn-oproepen"))
        look(mine, f"mijn-oproepen-{language}")
