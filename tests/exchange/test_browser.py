"""The pages as people see them: readable at every width, and without a barrier that axe knows."""

import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from cases.services import record_event
from exchange.enums import Channel, IncomingState, OutgoingState
from exchange.models import IncomingMessage, OutgoingMessage
from tests.exchange.chain import Chain
from tests.exchange.test_sandbox import LOGIN

if TYPE_CHECKING:
    from playwright.sync_api import Page

BODY = '{"registratieDatumTijd": "2026-03-02T09:15:00Z", "gebeurtenisId": "SS139", "bsn": "999986387"}'


@pytest.fixture
def messages(case: Case) -> None:
    for state, problem in (
        (IncomingState.STUCK, "DUO geeft deze gemeente geen gegevens over deze persoon."),
        (IncomingState.RECEIVED, "DUO is niet bereikbaar."),
    ):
        IncomingMessage.objects.create(
            message_id=uuid.uuid4(), gemeente=case.gemeente, event="SS139", registered_at=timezone.now(), raw=BODY,
            state=state, problem=problem, attempts=3,
        )  # fmt: skip
    for state in (OutgoingState.REFUSED, OutgoingState.WAITING):
        event = record_event(case=case, kind="pip.concept", text="PIP", by=None, data={"version_id": 1})
        OutgoingMessage.objects.create(
            event=event, channel=Channel.DUO_PIP, case=case, body={}, state=state, attempts=2,
            problem="De dagtekening van het PIP ligt voor de vestiging in de gemeente.",
        )  # fmt: skip


def test_ketenberichten_reads_well(
    new_page: Callable[..., "Page"], teamleider: User, messages: None, look: Callable[["Page", str], None]
) -> None:
    page = new_page(teamleider)
    page.goto("/ketenberichten/")
    assert page.get_by_role("heading", name="Ketenberichten").is_visible()
    look(page, "ketenberichten")


def test_a_dossier_shows_its_messages(
    new_page: Callable[..., "Page"], klantmanager: User, case: Case, messages: None,
    assert_accessible: Callable[["Page"], None], screenshot: Callable[..., None],
) -> None:  # fmt: skip
    page = new_page(klantmanager)
    page.goto(f"/dossiers/{case.pk}/ketenberichten/")
    assert page.get_by_text("Geweigerd door DUO").is_visible()
    screenshot(page, "dossier-ketenberichten")
    assert_accessible(page)


@pytest.mark.parametrize("path", ["/beheer/", "/digid/inloggen"])
def test_the_pages_of_the_sandbox_have_no_barriers(
    new_page: Callable[..., "Page"], chain: Chain, path: str, look: Callable[["Page", str], None]
) -> None:
    page: Any = new_page()
    query = "&".join(f"{name}={value}" for name, value in LOGIN.items())
    page.goto(f"{chain.url}{path}?{query}")
    look(page, f"zandbak{path.replace('/', '-')}")
