"""The pages of terms in a real browser: on three widths, checked by axe."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from accounts.enums import Role
from accounts.models import Membership, User
from cases.models import Case
from deadlines import services
from deadlines.enums import Ground, Kind
from deadlines.models import Heartbeat
from deadlines.rules import Facts
from tests.factories import CaseFactory, StaffFactory

if TYPE_CHECKING:
    from playwright.sync_api import Page

NewPage = Callable[..., "Page"]


@pytest.fixture
def guide(live: object) -> User:
    return StaffFactory(name="Karin de Boer")


@pytest.fixture
def full(guide: User) -> Case:
    """Terms that were extended, that stand still, and that somebody was reminded of; its guide also is beheerder."""
    case, today = CaseFactory(klantmanager=guide), timezone.localdate()
    facts = Facts(pip_dated_on=date(2024, 3, 15))
    services.start_deadline(case=case, kind=Kind.VERLENGING_VANAF, facts=facts, by=guide)
    termijn = services.start_deadline(case=case, kind=Kind.TERMIJN, facts=facts, by=guide)
    services.extend_deadline(
        deadline=termijn, ground=Ground.OVERLIJDEN, decided_on=today, reason="Moeder overleden", by=guide
    )
    boete = services.start_deadline(
        case=case, kind=Kind.BOETEBESLUIT, facts=Facts(report_on=date(2026, 2, 2)), by=guide
    )
    services.suspend_deadline(deadline=boete, from_on=date(2026, 2, 10), reason="Bij het OM", by=guide)
    services.start_promise(case=case, kind=Kind.TERUGBELLEN, on=date(2026, 3, 2), by=guide)
    services.sweep(today=today)
    Membership.objects.create(user=guide, team=case.team, role=Role.FUNCTIONEEL_BEHEERDER)
    return case


def test_pages_fit_and_are_accessible(
    new_page: NewPage, guide: User, full: Case, look: Callable[["Page", str], None]
) -> None:
    Heartbeat.objects.update(at=date(2026, 1, 1).isoformat() + "T08:00:00Z")  # so that the banner shows
    page = new_page(guide)
    terms = f"/dossiers/{full.pk}/termijnen/"
    boete, termijn = (full.deadlines.get(kind=kind).pk for kind in (Kind.BOETEBESLUIT, Kind.TERMIJN))
    acts = ["nieuw/", "nieuw/?soort=boetebesluit", f"{termijn}/verlengen/", f"{boete}/opschorten/",
            f"{boete}/verbeteren/", f"{boete}/gedaan/", f"{boete}/stoppen/"]  # fmt: skip
    for path in [terms, *(f"{terms}{act}" for act in acts), "/beheer/toezeggingen/"]:
        page.goto(path)
        look(page, path.strip("/").replace("/", "-"))


def test_a_correction_is_seen_before_it_is_made(
    new_page: NewPage, guide: User, full: Case, assert_accessible: Callable[["Page"], None]
) -> None:
    page = new_page(guide)
    termijn = full.deadlines.get(kind=Kind.TERMIJN)
    page.goto(f"/dossiers/{full.pk}/termijnen/{termijn.pk}/verbeteren/")
    page.get_by_label("Dagtekening van het PIP").fill("2024-03-01")
    page.get_by_label("Waarom klopte het niet?").fill("Verkeerde dagtekening")
    page.get_by_role("button", name="Bekijk wat er verandert").click()
    assert_accessible(page)
    if page.get_by_label("Ik verander de dag toch").count():
        page.get_by_label("Ik verander de dag toch").check()
    page.get_by_role("button", name="Ja, verbeter de gegevens").click()
    assert "De dag is nu: dinsdag 1 juni 2027." in page.content()
