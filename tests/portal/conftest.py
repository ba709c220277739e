"""A DigiD over real HTTP for each test that logs in, and the people whose pages these are."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from accounts.models import User
from cases.enums import Relation
from cases.models import Case
from cases.services import join_household
from exchange.management.sandbox import persons
from tests.exchange.chain import Chain, start_chain
from tests.factories import CaseFactory, PersonFactory, ResidentFactory

BSN = "999986387"
LogIn = Callable[..., HttpResponse]


def use_digid(settings: Any, issuer: str) -> None:
    providers = deepcopy(settings.SOCIALACCOUNT_PROVIDERS)
    app = providers["openid_connect"]["APPS"][0]
    app["settings"]["server_url"] = issuer
    app |= {"client_id": "inburgering", "secret": "geheim"}
    settings.SOCIALACCOUNT_PROVIDERS = providers


@pytest.fixture
def digid(settings: Any) -> Iterator[Chain]:
    running = start_chain(
        persons.load(persons.OWN_FILE, timezone.localdate()),
        client_id="inburgering", client_secret="geheim", base_url="http://testserver",
    )  # fmt: skip
    chain = next(running)
    use_digid(settings, f"{chain.url}/digid")
    yield chain
    next(running, None)


@pytest.fixture
def digid_log_in(digid: Chain) -> LogIn:
    """Goes to DigiD with this client, chooses a person there and comes back: the answer on return."""

    def log_in(client: Client, bsn: str = BSN, next_path: str = "") -> HttpResponse:
        away = client.post("/mijn/inloggen/", {"next": next_path})
        assert away.status_code == 302
        question = dict(httpx.URL(away["Location"]).params)
        back = httpx.post(f"{digid.url}/digid/inloggen", data=question | {"bsn": bsn})
        url = urlsplit(back.headers["Location"])
        return client.get(f"{url.path}?{url.query}")

    return log_in


# --- Four people -------------------------------------------------------------------------------------


@pytest.fixture
def me(resident: User, log_in: Callable[[User], Client]) -> Client:
    """The newcomer of `case`."""
    return log_in(resident)


@pytest.fixture
def partner_case(case: Case, klantmanager: User) -> Case:
    """The case of the partner, who lives in the same house."""
    other = CaseFactory(klantmanager=klantmanager, person=PersonFactory(first_names="Salma"))
    join_household(
        case=case, other=other, relation=Relation.PARTNER, on=timezone.localdate(), by=klantmanager
    )
    return other


@pytest.fixture
def partner(partner_case: Case, log_in: Callable[[User], Client]) -> Client:
    """With a login of her own."""
    return log_in(ResidentFactory(person=partner_case.person))


@pytest.fixture
def staff(
    klantmanager: User, colleague: User, stranger: User, log_in: Callable[[User], Client]
) -> list[Client]:
    """The klantmanager of the case, a colleague with other cases, and one of another gemeente."""
    return [log_in(user) for user in (klantmanager, colleague, stranger)]


def page_of(client: Client, path: str, status: int = 200) -> str:
    response = client.get(path)
    assert response.status_code == status, path
    return response.content.decode()


def speak(client: Client, language: str) -> None:
    client.post("/mijn/taal/", {"language": language})
