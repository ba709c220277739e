"""The same acts for other systems, with the same refusals."""

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.enums import Scope
from accounts.services import issue_token
from cases.services import add_document, save_languages
from pip_plans.models import Objection, PipVersion, PlanConflict
from pip_plans.services import update_concept
from tests.factories import PDF
from tests.pip_plans.objections import GROUNDS, GROUNDS_AR
from tests.pip_plans.plans import FIELDS, TUESDAY, agreed, completed_intake, establish, lawful_concept

pytestmark = pytest.mark.django_db


@pytest.fixture
def call():
    """Calls an act as a system that works for this user."""

    def call(user, method, path, data=None, scopes=(Scope.PIP_LEZEN, Scope.PIP_SCHRIJVEN)):
        expires_on = timezone.localdate() + timedelta(days=1)
        _, secret = issue_token(system="Test", user=user, scopes=list(scopes), expires_on=expires_on)
        answer = Client().generic(
            method, f"/api/v1/{path}", json.dumps(data or {}), content_type="application/json",
            headers={"Authorization": f"Bearer {secret}"},
        )  # fmt: skip
        return answer.status_code, answer.json()

    return call


def test_a_pip_from_nothing_to_established(on_tuesday, case, klantmanager, call):
    completed_intake(case, klantmanager)
    code, version = call(klantmanager, "POST", f"dossiers/{case.pk}/pip/concept")
    assert (code, version["status"], version["versie"]) == (201, "concept", 1)
    at = f"pip/versies/{version['id']}"
    plan = {"leerroute": "B", "gewensteLeerroute": "B", "intensiteitUren": 600, "alfabetisering": "NVT",
            "redenen": ["wens", "opleiding"], "uitleg": FIELDS["motivation"],
            "waaromNietO": FIELDS["why_not_o"], "waaromNietZ": FIELDS["why_not_z"], "eigenTaal": "nl", "urenPvt": 12,
            "urenMap": 40,
            "gesprekkenPerJaar": 4, "begeleiding": "Een taalmaatje.", "meedoenEnTaal": "tegelijk",
            "meedoenActiviteit": "Koken in het buurthuis.", "bijstand": "nee", "gewenstNiveau": "B2",
            "doorleren": "geen_aanbod", "doorlerenUitleg": "Er is in de regio geen cursus B2.",
            "wegenNaDeRoute": ["Betaald werk"], "volgendeStapOp": "2026-09-01"}  # fmt: skip
    assert call(klantmanager, "PATCH", at, plan)[0] == 200
    code, goal = call(klantmanager, "POST", f"{at}/doelen", {"eigenWoorden": "Ik wil werken", "taal": "nl"})
    assert code == 201
    agreement = {
        "afspraak": "Begin met de les",
        "wie": "nieuwkomer",
        "klaarOp": "2026-04-01",
        "doelId": goal["id"],
    }
    assert call(klantmanager, "POST", f"{at}/afspraken", agreement)[0] == 201
    code, version = call(klantmanager, "POST", f"{at}/delen")
    assert code == 200
    code, problem = call(klantmanager, "POST", f"{at}/vaststellen", {"dagtekening": "2026-03-10"})
    assert (code, [error["detail"] for error in problem["errors"]]) == (
        409,
        ["De nieuwkomer heeft nog niet gereageerd op dit plan. Leg de reactie vast."],
    )
    scan = add_document(case=case, title="Handtekening", filename="h.pdf", content=PDF, by=klantmanager)
    akkoord = {"reactie": "akkoord", "hoe": "papier", "taal": "ar", "metTolk": True, "documentId": scan.pk,
               "redenEerder": "Zij las het met een tolk en wil nu tekenen."}  # fmt: skip
    assert call(klantmanager, "POST", f"{at}/reacties", akkoord)[0] == 201
    code, version = call(klantmanager, "POST", f"{at}/vaststellen", {"dagtekening": "2026-03-10"})
    assert (code, version["status"], version["dagtekening"]) == (200, "vastgesteld", "2026-03-10")
    code, pip = call(klantmanager, "GET", f"dossiers/{case.pk}/pip")
    assert (code, len(pip["versies"]), pip["versies"][0]["afspraken"][0]["doelId"]) == (200, 1, goal["id"])


def test_a_refusal_names_every_obstacle(on_tuesday, case, klantmanager, call):
    _, version = call(klantmanager, "POST", f"dossiers/{case.pk}/pip/concept")
    code, problem = call(
        klantmanager, "POST", f"pip/versies/{version['id']}/vaststellen", {"dagtekening": "2026-03-10"}
    )
    assert code == 409
    assert len(problem["errors"]) > 8


@pytest.mark.parametrize(
    ("method", "path", "data"),
    [
        ("PATCH", "", {"leerroute": "Z"}),
        ("POST", "/doelen", {"eigenWoorden": "x", "taal": "nl"}),
        ("POST", "/afspraken", {"afspraak": "x", "wie": "gemeente", "klaarOp": "2026-04-01"}),
        ("POST", "/vaststellen", {"dagtekening": "2026-03-10"}),
        ("POST", "/delen", {}),
        (
            "POST",
            "/reacties",
            {"reactie": "niet_akkoord", "hoe": "mondeling", "taal": "ar", "reden": "Ik wil B2."},
        ),
    ],
)
def test_pp_01_an_established_version_cannot_be_edited(concept, klantmanager, call, method, path, data):
    establish(concept, on=TUESDAY, by=klantmanager)
    code, problem = call(klantmanager, method, f"pip/versies/{concept.pk}{path}", data)
    assert (code, "vastgesteld" in problem["detail"]) == (409, True)


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("", {"leerroute": "X"}),
        ("", {"urenPvt": -1}),
        ("", {"urenPvt": "veel"}),
        ("", {"intensiteitUren": 10_000}),
        ("", {"redenen": ["leeftijd"]}),
        ("", {"uitleg": "x" * 20_000}),
        ("", {"uitleg": "a\x00b"}),
        ("", {"eigenTaal": "Nederlands"}),
        ("/doelen", {"eigenWoorden": "", "taal": "nl"}),
        ("/doelen", {"eigenWoorden": "x" * 20_000, "taal": "nl"}),
        ("/doelen", {"eigenWoorden": "x"}),
        ("/afspraken", {"afspraak": "x", "klaarOp": "2026-04-01"}),
        ("/afspraken", {"afspraak": "x", "wie": "gemeente", "klaarOp": "2026-02-30"}),
        ("/vaststellen", {"dagtekening": "0000-01-01"}),
        ("/vaststellen", {"dagtekening": "morgen"}),
        ("/vaststellen", {}),
    ],
)
def test_a_question_that_cannot_be_is_400(concept, klantmanager, call, path, data):
    code, problem = call(klantmanager, "POST" if path else "PATCH", f"pip/versies/{concept.pk}{path}", data)
    assert (code, problem["status"]) == (400, 400)
    assert problem["errors"]


def test_a_goal_of_another_version_is_not_found(concept, klantmanager, call):
    data = {"afspraak": "x", "wie": "gemeente", "klaarOp": "2026-04-01", "doelId": 999_999}
    assert call(klantmanager, "POST", f"pip/versies/{concept.pk}/afspraken", data)[0] == 404


def test_what_was_changed_meanwhile_is_409(concept, klantmanager, call):
    data = {"dagtekening": "2026-03-10", "gewijzigdOp": "2026-03-01T10:00:00Z"}
    code, problem = call(klantmanager, "POST", f"pip/versies/{concept.pk}/vaststellen", data)
    assert (code, "nog gewijzigd" in problem["detail"]) == (409, True)


def test_a_field_that_somebody_else_changed_is_409_and_kept_apart(concept, klantmanager, teamleider, call):
    at = f"pip/versies/{concept.pk}"
    seen = call(klantmanager, "PATCH", at)[1]["kenmerken"]
    update_concept(version=concept, by=teamleider, support="Een fiets.", motivation_own_language="x")
    data = {"begeleiding": "Reiskosten.", "urenPvt": 20, "gezien": seen}
    code, problem = call(klantmanager, "PATCH", at, data)
    assert (code, "Fatima Aydin" in problem["detail"]) == (409, True)
    concept.refresh_from_db()
    assert (concept.support, concept.pvt_hours) == ("Een fiets.", 20)
    assert PlanConflict.objects.get().value == "Reiskosten."


def test_rights_are_those_of_the_user(concept, case, klantmanager, colleague, stranger, call):
    paths = [("GET", f"dossiers/{case.pk}/pip"), ("PATCH", f"pip/versies/{concept.pk}"),
             ("POST", f"dossiers/{case.pk}/pip/concept")]  # fmt: skip
    assert [call(klantmanager, *path)[0] for path in paths] == [200, 200, 201]
    assert [call(colleague, *path)[0] for path in paths] == [200, 403, 403]
    assert [call(stranger, *path)[0] for path in paths] == [404, 404, 404]
    assert [call(klantmanager, *path, scopes=[Scope.INTAKE_LEZEN])[0] for path in paths] == [403, 403, 403]
    assert PipVersion.objects.get().is_concept


def test_a_post_room_registers_a_bezwaar_and_reads_how_it_stands(on_tuesday, case, klantmanager, call):
    version = establish(lawful_concept(case, klantmanager), on=TUESDAY, by=klantmanager)
    at, kept = f"pip/versies/{version.pk}/bezwaren", f"dossiers/{case.pk}/bezwaren"
    assert call(klantmanager, "GET", kept) == (200, [])
    letter = {"ontvangenOp": "2026-03-10", "ontvangenVia": "brief", "tekst": GROUNDS_AR, "taal": "ar", "vertaling": GROUNDS,
              "vertegenwoordiger": {"naam": "Mr. De Wit", "adres": "Postbus 1", "postcodePlaats": "1234 AB Veen"}}  # fmt: skip
    code, made = call(klantmanager, "POST", at, letter)
    found = Objection.objects.get()
    assert code == 201
    assert made == {"id": found.pk, "kenmerk": found.number, "versie": 1, "ontvangenOp": "2026-03-10",
                    "ontvangenVia": "brief", "teLaat": False, "verschoonbaar": "", "besluit": "", "gevolg": "",
                    "beslissenUiterlijk": found.decide_by.isoformat(), "beslistOp": None,
                    "vertegenwoordiger": "Mr. De Wit"}  # fmt: skip
    assert (found.text, found.translation_nl) == (GROUNDS_AR, GROUNDS)
    assert call(klantmanager, "GET", kept) == (200, [made])
    code, problem = call(klantmanager, "POST", at, letter)
    assert code == 409
    assert "Er loopt al een bezwaar" in json.dumps(problem)
    assert call(klantmanager, "POST", at, letter | {"ontvangenVia": "portaal"})[0] == 400
    assert call(klantmanager, "POST", at, letter, scopes=[Scope.PIP_LEZEN])[0] == 403


def test_a_bezwaar_of_another_gemeente_is_not_there(on_tuesday, case, klantmanager, stranger, call):
    version = establish(lawful_concept(case, klantmanager), on=TUESDAY, by=klantmanager)
    letter = {"ontvangenOp": "2026-03-10", "ontvangenVia": "brief", "tekst": GROUNDS}
    assert call(stranger, "GET", f"dossiers/{case.pk}/bezwaren")[0] == 404
    assert call(stranger, "POST", f"pip/versies/{version.pk}/bezwaren", letter)[0] == 404
    assert not Objection.objects.exists()


def test_a_system_confirms_too_that_there_is_no_companion(on_tuesday, case, klantmanager, call):
    """PP-66: what goes by machine is chosen as consciously as on the page."""
    tigrinya = {"code": "ti", "speaks": True, "reads": True, "writes": True, "preferred": True}
    save_languages(person=case.person, languages=[tigrinya])
    version = agreed(lawful_concept(case, klantmanager, own_language="ti"), klantmanager)
    at = f"pip/versies/{version.pk}/vaststellen"
    code, problem = call(klantmanager, "POST", at, {"dagtekening": "2026-03-10"})
    assert code == 409
    assert "leest Tigrinya" in json.dumps(problem, ensure_ascii=False)
    assert call(klantmanager, "POST", at, {"dagtekening": "2026-03-10", "zonderVertaling": True})[0] == 200


def test_a_system_reads_and_writes_what_the_plan_says_in_the_own_language(concept, klantmanager, call):
    """PP-36: a translation goes with the Dutch of the same call; one of an older text says so."""
    at = f"pip/versies/{concept.pk}"
    told = {"veld": "begeleiding", "tekst": "دورة ورفيق لغة.", "stand": "gecontroleerd"}
    code, version = call(
        klantmanager, "PATCH", at, {"begeleiding": "Een cursus en een taalmaatje.", "vertalingen": [told]}
    )
    assert (code, version["vertalingen"]) == (200, [told | {"hoortBijDezeTekst": True}])
    _, version = call(klantmanager, "PATCH", at, {"begeleiding": "Alleen een cursus."})
    assert version["vertalingen"] == [told | {"hoortBijDezeTekst": False}]
    _, version = call(klantmanager, "PATCH", at, {"vertalingen": [{"veld": "begeleiding", "tekst": ""}]})
    assert version["vertalingen"] == []
    for bad in (
        {"veld": "status", "tekst": "x"},
        {"tekst": "x"},
        {"veld": "vve"},
        {**told, "stand": "ontbreekt"},
    ):
        assert call(klantmanager, "PATCH", at, {"vertalingen": [bad]})[0] == 400
    code, problem = call(
        klantmanager, "PATCH", at, {"support": "x", "vertalingen": [told | {"tekst": "x" * 8001}]}
    )
    assert code == 400
    too_long = {"begeleiding": "Een fiets.", "vertalingen": [{"veld": "beroepOfDoel", "tekst": "x" * 401}]}
    code, problem = call(klantmanager, "PATCH", at, too_long)
    assert (code, "400 tekens" in problem["errors"][0]["detail"]) == (409, True)
    assert PipVersion.objects.get().support == "Alleen een cursus."
