"""A chain over real HTTP for each test, and gemeenten that it knows."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import timezone

from accounts.models import Gemeente
from exchange.management.sandbox import persons
from exchange.services import http
from exchange.services.incoming import clear_gemeente_memory
from tests.exchange.chain import DUO_OIN, OTHER_OIN, OWN_OIN, Chain, start_chain
from tests.factories import GemeenteFactory


@pytest.fixture
def chain(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Chain]:
    """The sandbox with its own persons, and the settings that lead our clients to it."""
    running = start_chain(
        persons.load(persons.OWN_FILE, timezone.localdate()),
        client_id="inburgering", client_secret="geheim", base_url="http://testserver",
    )  # fmt: skip
    chain = next(running)
    settings.DUO_BASE_URL, settings.BRP_BASE_URL = f"{chain.url}/duo", f"{chain.url}/brp"
    settings.DEMO, settings.CLIENT_OIN_HEADER, settings.DUO_OIN = True, "", DUO_OIN
    monkeypatch.setattr(http, "PAUSES", (0, 0))
    http.forget_clients()
    clear_gemeente_memory()
    yield chain
    http.forget_clients()
    next(running, None)


@pytest.fixture
def zonnedijk(db: None) -> Gemeente:
    """The gemeente that most persons of the sandbox live in."""
    return GemeenteFactory(code="9901", oin=OWN_OIN, name="Zonnedijk")


@pytest.fixture
def lindeveen(db: None) -> Gemeente:
    return GemeenteFactory(code="9902", oin=OTHER_OIN, name="Lindeveen")
