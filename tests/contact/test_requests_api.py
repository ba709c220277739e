"""Requests for other systems: listed, submitted and answered within the rights of the token."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.enums import Scope
from accounts.models import User
from accounts.services import issue_token
from cases.models import Case
from contact.enums.requests import RequestType, Via
from contact.models import Request
from tests.contact.requests import REASON, ask
from tests.factories import ResidentFactory

pytestmark = pytest.mark.django_db


def call(user: User, method: str, path: str, body: Any = None) -> Any:
    scopes = (Scope.DOSSIERS_LEZEN, Scope.DOSSIERS_SCHRIJVEN)
    _, secret = issue_token(system="test", user=user, scopes=scopes, expires_on=timezone.localdate())
    headers = {"Authorization": f"Bearer {secret}"}
    client = Client()
    if method == "GET":
        return client.get(f"/api/v1/{path}", headers=headers)
    return client.post(f"/api/v1/{path}", body, "application/json", headers=headers)


def test_a_request_is_submitted_listed_and_answered(case: Case, klantmanager: User) -> None:
    body = {"soort": "brief", "tekst": "Een brief voor de school."}
    made = call(klantmanager, "POST", f"dossiers/{case.pk}/verzoeken/indienen", body)
    assert made.status_code == 201
    assert made.json()["antwoordUiterlijk"] is not None
    asked = Request.objects.get()
    assert asked.via == Via.SYSTEEM
    answer = {"antwoord": "afgewezen", "uitleg": REASON}
    refused = call(klantmanager, "POST", f"verzoeken/{asked.pk}/antwoord", answer)
    assert refused.status_code == 409
    assert "waarom" in refused.json()["detail"]
    done = call(klantmanager, "POST", f"verzoeken/{asked.pk}/antwoord", answer | {"reden": "geen_aanbod"})
    assert done.json()["stand"] == "beantwoord"
    (listed,) = call(klantmanager, "GET", f"dossiers/{case.pk}/verzoeken").json()
    assert listed["antwoorden"][0]["beslistDoor"] == klantmanager.name


def test_nonsense_is_a_problem(case: Case, klantmanager: User) -> None:
    path = f"dossiers/{case.pk}/verzoeken/indienen"
    assert call(klantmanager, "POST", path, {"soort": "wat", "tekst": "x"}).status_code == 400
    assert call(klantmanager, "POST", path, {"soort": "herbeoordeling", "tekst": "x"}).status_code == 400
    assert call(klantmanager, "POST", path, {"soort": "brief", "tekst": "x" * 20_000}).status_code == 400
    assert call(klantmanager, "POST", path, {"soort": "brief"}).status_code == 400
    old = call(klantmanager, "POST", path, {"soort": "brief", "tekst": "x", "gevraagdOp": "2021-12-31"})
    assert old.status_code == 400
    assert "1 januari 2022" in str(old.json()["errors"])
    assert not Request.objects.exists()


def test_others_get_nothing(case: Case, klantmanager: User, colleague: User, stranger: User) -> None:
    asked = ask(case, klantmanager)
    body = {"antwoord": "toegewezen", "uitleg": REASON}
    assert call(stranger, "GET", f"dossiers/{case.pk}/verzoeken").status_code == 404
    assert call(stranger, "POST", f"verzoeken/{asked.pk}/antwoord", body).status_code == 404
    assert call(colleague, "POST", f"verzoeken/{asked.pk}/antwoord", body).status_code == 403


def test_what_the_team_lead_alone_may_see_is_not_listed(
    case: Case, klantmanager: User, teamleider: User
) -> None:
    complaint = ask(case, ResidentFactory(person=case.person), RequestType.KLACHT)
    assert call(klantmanager, "GET", f"dossiers/{case.pk}/verzoeken").json() == []
    body = {"antwoord": "toegewezen", "uitleg": REASON}
    assert call(klantmanager, "POST", f"verzoeken/{complaint.pk}/antwoord", body).status_code == 404
    (shown,) = call(teamleider, "GET", f"dossiers/{case.pk}/verzoeken").json()
    assert shown["soort"] == "klacht"
