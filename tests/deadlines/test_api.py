from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
import time_machine
from django.test import Client

from accounts.enums import Scope
from accounts.models import User
from accounts.services import issue_token
from deadlines.models import Deadline

Call = Callable[..., Any]


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(date(2026, 3, 2), tick=False):
        yield


@pytest.fixture
def call_as() -> Callable[..., Call]:
    """`call_as(user)("get", "dossiers/1/termijnen")` calls the API with a token of that user."""

    def call_as(user: User, *scopes: Scope) -> Call:
        wanted = scopes or (Scope.TERMIJNEN_LEZEN, Scope.DOSSIERS_SCHRIJVEN)
        _, secret = issue_token(system="test", user=user, scopes=wanted, expires_on=date(2026, 12, 31))

        def call(method: str, path: str, body: Any = None) -> Any:
            act = getattr(Client(), method)
            headers = {"Authorization": f"Bearer {secret}"}
            return act(f"/api/v1/{path}", body, content_type="application/json", headers=headers)

        return call

    return call_as


def test_the_terms_of_a_dossier(pip: Deadline, klantmanager: User, call_as: Callable[..., Call]) -> None:
    response = call_as(klantmanager)("get", f"dossiers/{pip.case_id}/termijnen")
    (term,) = response.json()
    assert (term["stand"], term["dagenTeGaan"], term["vanWie"]) == ("bijna", 14, "gemeente")
    assert term["berekening"]["uiterlijkOp"] == "2026-03-16"
    assert term["berekening"]["artikelen"] == ["Besluit inburgering 2021, artikel 5.3 lid 1"]
    assert response.headers["API-Version"]


def test_of_another_gemeente_there_is_nothing(
    pip: Deadline, stranger: User, call_as: Callable[..., Call]
) -> None:
    assert call_as(stranger)("get", f"dossiers/{pip.case_id}/termijnen").status_code == 404


def test_a_token_needs_the_scope(pip: Deadline, klantmanager: User, call_as: Callable[..., Call]) -> None:
    call = call_as(klantmanager, Scope.PIP_LEZEN)
    assert call("get", f"dossiers/{pip.case_id}/termijnen").status_code == 403
    assert (
        call("post", "termijnen/berekening", {"soort": "bezwaar", "bekendmaking": "2026-04-02"}).status_code
        == 403
    )


def test_a_computation_from_facts(klantmanager: User, call_as: Callable[..., Call]) -> None:
    body = {
        "soort": "pip",
        "groep": "gezinsmigrant",
        "kennisgeving": "2026-01-05",
        "derden": [{"partij": "IDW", "gevraagdOp": "2026-02-20", "ontvangenOp": "2026-04-21"}],
    }
    answer = call_as(klantmanager)("post", "termijnen/berekening", body).json()
    assert (answer["regel"], answer["begintOp"], answer["uiterlijkOp"]) == (
        "R-02",
        "2026-01-06",
        "2026-05-06",
    )


def test_a_computation_with_all_that_moves_a_term(klantmanager: User, call_as: Callable[..., Call]) -> None:
    call = call_as(klantmanager)
    longer = {
        "soort": "termijn",
        "groep": "asielstatushouder",
        "leerroute": "B",
        "dagtekening": "2025-11-28",
        "verlengingen": [{"grond": "R-22g", "laatsteDag": "2026-04-20"}],
    }
    answer = call("post", "termijnen/berekening", longer).json()
    assert (answer["uiterlijkOp"], answer["isToezegging"]) == ("2029-01-18", False)
    assert answer["uitleg"]["nl"] == answer["zin"]
    assert "51 days longer" in answer["uitleg"]["en"]
    still = {
        "soort": "aanvraag",
        "aanvraag": "2026-01-05",
        "opschortingen": [{"eersteDag": "2026-02-01", "laatsteDag": "2026-02-12"}],
    }
    assert call("post", "termijnen/berekening", still).json()["uiterlijkOp"] == "2026-03-16"
    promise = {"soort": "terugbellen", "beginAfspraak": "2026-04-02", "lengte": "3 werkdagen"}
    answer = call("post", "termijnen/berekening", promise).json()
    assert (answer["uiterlijkOp"], answer["isToezegging"]) == ("2026-04-09", True)


def test_a_computation_that_misses_a_fact_names_it(klantmanager: User, call_as: Callable[..., Call]) -> None:
    body = {"soort": "pip", "groep": "asielstatushouder", "kennisgeving": "2025-12-01"}
    answer = call_as(klantmanager)("post", "termijnen/berekening", body).json()
    assert (answer["uiterlijkOp"], answer["ontbreekt"]) == (None, ["brpInschrijving"])


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"soort": "koffie"}, "koffie"),
        ({"soort": "bezwaar", "bekendmaking": "2026-02-30"}, "bestaat|formaat|verkeerd"),
        ({"soort": "klacht", "beginAfspraak": "2026-02-03", "lengte": "lang"}, "is geen lengte"),
        ({"soort": "pip", "opschortingen": [{"eersteDag": "2026-02-01"}]}, "niet stilstaan"),
        ({"soort": "bezwaar", "bekendmaking": "2020-02-03"}, "dat is vóór 1 januari 2022"),
        (
            {"soort": "aanbod", "groep": "gezinsmigrant", "dagtekening": "2026-01-05"},
            "geldt niet voor deze groep",
        ),
    ],
)
def test_a_wrong_question_is_a_problem_with_a_sentence(
    klantmanager: User, call_as: Callable[..., Call], body: dict[str, str], words: str
) -> None:
    response = call_as(klantmanager)("post", "termijnen/berekening", body)
    assert response.status_code == 400
    assert response.headers["Content-Type"] == "application/problem+json"
    assert any(word in response.json()["detail"] for word in words.split("|"))


def test_asking_and_receiving(pip: Deadline, klantmanager: User, call_as: Callable[..., Call]) -> None:
    call = call_as(klantmanager)
    base = f"dossiers/{pip.case_id}/termijnen"
    body = {"partij": "IDW", "informatie": "Waardering", "gevraagdOp": "2026-02-20"}
    asked = call("post", f"{base}/derde-gevraagd", body)
    assert asked.status_code == 201
    received = call("post", f"{base}/derde-ontvangen/{asked.json()['id']}", {"ontvangenOp": "2026-03-02"})
    assert received.json()["ontvangenOp"] == "2026-03-02"
    withdrawn = call("post", f"{base}/derde-intrekken/{asked.json()['id']}", {"reden": "Vergissing"})
    assert withdrawn.json()["redenIngetrokken"] == "Vergissing"
    again = call("post", f"{base}/derde-ontvangen/{asked.json()['id']}", {"ontvangenOp": "2026-03-02"})
    assert (again.status_code, again.json()["detail"]) == (409, "Deze vraag is al beantwoord of ingetrokken.")


def test_a_colleague_reads_but_does_not_write(
    pip: Deadline, colleague: User, call_as: Callable[..., Call]
) -> None:
    call = call_as(colleague)
    assert call("get", f"dossiers/{pip.case_id}/termijnen").status_code == 200
    body = {"partij": "IDW", "informatie": "Waardering", "gevraagdOp": "2026-02-20"}
    assert call("post", f"dossiers/{pip.case_id}/termijnen/derde-gevraagd", body).status_code == 403
