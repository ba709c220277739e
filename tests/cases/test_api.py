"""The acts on dossiers for other systems: same rights, smaller scopes, problems in words."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import translation
from django.utils.timezone import localdate as today
from rest_framework import exceptions, serializers

from accounts.enums import Scope
from accounts.models import Team, User
from accounts.services import issue_token
from cases.models import Case
from cases.selectors import klantmanager_of
from inburgering.kit.problems import problem_handler
from tests.factories import CaseFactory, bsn


class Api:
    """A system that acts as a user."""

    def __init__(self, user: User, *scopes: Scope) -> None:
        scopes = scopes or (Scope.DOSSIERS_LEZEN, Scope.DOSSIERS_SCHRIJVEN)
        _, self.secret = issue_token(
            system="test", user=user, scopes=scopes, expires_on=today() + timedelta(days=1)
        )

    def get(self, path: str, **query: Any) -> Any:
        return Client().get(f"/api/v1/{path}", query, headers={"Authorization": f"Bearer {self.secret}"})

    def post(self, path: str, body: Any) -> Any:
        return Client().post(
            f"/api/v1/{path}", body, "application/json", headers={"Authorization": f"Bearer {self.secret}"}
        )


def newcomer(**changes: Any) -> dict[str, Any]:
    person = {"bsn": bsn(7200), "voornamen": "Amina", "achternaam": "Hassan", "geboortedatum": "1995-03"}
    return {
        "persoon": person | changes,
        "talen": [{"taal": "so", "voorkeur": True}],
        "doelgroep": "gezinsmigrant",
    }


def test_a_dossier_is_read_without_its_bsn(case: Case, klantmanager: User) -> None:
    answer = Api(klantmanager).get(f"dossiers/{case.pk}")
    assert answer.status_code == 200
    assert answer.headers["API-Version"] == "1.0.0"
    assert answer.json()["dossiernummer"] == case.number
    assert answer.json()["geboortedatum"] == "1990-05-17"
    assert case.person.bsn not in answer.content.decode()


def test_a_stranger_gets_a_problem(case: Case, stranger: User) -> None:
    answer = Api(stranger).get(f"dossiers/{case.pk}")
    assert (answer.status_code, answer.headers["Content-Type"]) == (404, "application/problem+json")


def test_without_a_token_or_with_too_little_scope(case: Case, klantmanager: User) -> None:
    assert Client().get(f"/api/v1/dossiers/{case.pk}").status_code == 401
    reader = Api(klantmanager, Scope.DOSSIERS_LEZEN)
    assert reader.post(f"dossiers/{case.pk}/notities", {"tekst": "Iets"}).status_code == 403
    assert Api(klantmanager, Scope.INTAKE_LEZEN).get("dossiers").status_code == 403


def test_the_list_goes_on_after_an_id(case: Case, klantmanager: User, stranger: User) -> None:
    second = CaseFactory(klantmanager=klantmanager)
    api = Api(klantmanager)
    assert [row["id"] for row in api.get("dossiers").json()["resultaten"]] == [case.pk, second.pk]
    assert [row["id"] for row in api.get("dossiers", na=case.pk).json()["resultaten"]] == [second.pk]
    assert [row["id"] for row in api.get("dossiers", zoek=second.number).json()["resultaten"]] == [second.pk]
    assert api.get("dossiers", na="x").status_code == 400


def test_a_dossier_is_opened_once(klantmanager: User, team: Team) -> None:
    api = Api(klantmanager)
    answer = api.post("dossiers/openen", newcomer())
    assert answer.status_code == 201
    assert (answer.json()["geboortedatum"], answer.json()["klantmanager"]) == ("1995-03", "Karin de Boer")
    again = api.post("dossiers/openen", newcomer())
    assert (again.status_code, answer.json()["dossiernummer"] in again.json()["detail"]) == (409, True)


def test_somebody_alike_is_named_and_can_be_overruled(klantmanager: User) -> None:
    api = Api(klantmanager)
    api.post("dossiers/openen", newcomer())
    twin = newcomer(bsn=bsn(7201), voornamen="Ameena", achternaam="Hasan")
    assert api.post("dossiers/openen", twin).status_code == 409
    assert api.post("dossiers/openen", twin | {"isIemandAnders": True}).status_code == 201


@pytest.mark.parametrize(
    ("changes", "status"),
    [({"bsn": "12345678"}, 409), ({"bsn": bsn(7200) + "0"}, 400), ({"geboortedatum": "2026-02-30"}, 400),
     ({"geboortedatum": "0000"}, 400), ({"geboortedatum": "2199"}, 409), ({"achternaam": ""}, 400),
     ({"achternaam": "a\x00b"}, 400), ({"geboorteland": "9999"}, 400)],
)  # fmt: skip
def test_bad_input_gets_a_sentence(klantmanager: User, changes: dict[str, str], status: int) -> None:
    answer = Api(klantmanager).post("dossiers/openen", newcomer(**changes))
    assert answer.status_code == status
    assert answer.json()["detail"]
    assert not Case.objects.exists()


def test_malformed_json_is_a_problem(klantmanager: User) -> None:
    answer = Api(klantmanager).post("dossiers/openen", "{")
    assert (answer.status_code, answer.json()["status"]) == (400, 400)
    assert answer.json()["detail"].startswith("De inhoud is geen geldige JSON.")


ENGLISH = re.compile(r"\b(the|must|not|valid|error|expected|available|field|has)\b", re.IGNORECASE)


def test_what_the_framework_refuses_is_said_in_dutch(klantmanager: User) -> None:
    refusals = [
        exceptions.ParseError("JSON parse error - Expecting value"), exceptions.UnsupportedMediaType("text/xml"),
        exceptions.NotAcceptable(), exceptions.MethodNotAllowed("PUT"), exceptions.Throttled(wait=12.3),
        exceptions.Throttled(), exceptions.NotAuthenticated(),
    ]  # fmt: skip
    for refusal in refusals:
        answer = problem_handler(refusal, {})
        assert answer is not None
        assert not ENGLISH.search(answer.data["detail"].replace("Accept", "")), answer.data["detail"]


@pytest.mark.parametrize(("field", "sent"), [
    (serializers.CharField(), {}), (serializers.BooleanField(), "misschien"), (serializers.UUIDField(), "x"),
    (serializers.DateField(), "x"), (serializers.DateTimeField(), "x"), (serializers.ListField(), "x"),
    (serializers.ListField(min_length=2), []), (serializers.DictField(allow_empty=False), {}),
    (serializers.Serializer(), "x"), (serializers.ChoiceField(["a"]), "b"),
])  # fmt: skip
def test_what_a_field_refuses_is_said_in_dutch(field: serializers.Field, sent: object) -> None:
    with translation.override("nl"), pytest.raises(exceptions.ValidationError) as refused:
        field.run_validation(sent)
    assert not ENGLISH.search(str(refused.value.detail)), refused.value.detail


def test_a_body_that_is_too_large_is_a_problem(klantmanager: User) -> None:
    answer = Api(klantmanager).post("dossiers/openen", newcomer(achternaam="a" * 3_000_000))
    assert (answer.status_code, answer["Content-Type"]) == (413, "application/problem+json")
    assert answer.json()["detail"] == "Stuur hoogstens 2,5 MB."


def test_notes_are_for_who_guides(case: Case, klantmanager: User, colleague: User) -> None:
    assert Api(klantmanager).post(f"dossiers/{case.pk}/notities", {"tekst": "Belt terug"}).status_code == 201
    assert Api(colleague).post(f"dossiers/{case.pk}/notities", {"tekst": "Belt terug"}).status_code == 403


def test_a_team_lead_assigns(case: Case, colleague: User, teamleider: User, klantmanager: User) -> None:
    body = {"klantmanager": colleague.email, "reden": "Verlof"}
    assert Api(klantmanager).post(f"dossiers/{case.pk}/klantmanager", body).status_code == 403
    assert (
        Api(teamleider).post(f"dossiers/{case.pk}/klantmanager", body).json()["klantmanager"] == "Bram Visser"
    )
    assert klantmanager_of(case) == colleague


def test_closing_in_the_future_is_refused(case: Case, klantmanager: User) -> None:
    api = Api(klantmanager)
    later = (today() + timedelta(days=1)).isoformat()
    assert api.post(f"dossiers/{case.pk}/sluiten", {"per": later, "reden": "Verhuisd"}).status_code == 409
    closed = api.post(f"dossiers/{case.pk}/sluiten", {"per": today().isoformat(), "reden": "Verhuisd"})
    assert closed.json()["geslotenOp"] == today().isoformat()
    assert api.post(f"dossiers/{case.pk}/notities", {"tekst": "Nog iets"}).status_code == 403


def test_events_come_newest_first(case: Case, klantmanager: User) -> None:
    rows = Api(klantmanager).get(f"dossiers/{case.pk}/gebeurtenissen").json()["resultaten"]
    assert [row["soort"] for row in rows] == ["dossier.toegewezen", "dossier.geopend"]
    more = (
        Api(klantmanager).get(f"dossiers/{case.pk}/gebeurtenissen", voor=rows[0]["id"]).json()["resultaten"]
    )
    assert more == rows[1:]


def test_the_description_is_public_and_complete(db: None) -> None:
    answer = Client().get("/api/v1/openapi.json")
    assert answer.headers["API-Version"] == "1.0.0"
    paths = answer.json()["paths"]
    assert {"/api/v1/dossiers", "/api/v1/dossiers/openen", "/api/v1/dossiers/{case_id}/sluiten"} <= set(paths)
    assert not any(path.endswith("/") for path in paths)


def test_an_unknown_address_is_a_problem(db: None) -> None:
    answer = Client().get("/api/v1/bestaat-niet")
    assert (answer.status_code, answer.headers["Content-Type"]) == (404, "application/problem+json")


def test_dates_are_dates(case: Case, klantmanager: User) -> None:
    body = Api(klantmanager).get(f"dossiers/{case.pk}").json()
    assert date.fromisoformat(body["kennisgevingOp"]) == case.notified_on
