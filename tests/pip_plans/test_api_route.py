"""Criteria, approvals, the advice and the first lesson for other systems, with the refusals and rights of the pages."""

import json
from datetime import timedelta

import pytest
from django.test import Client

from accounts.enums import Role, Scope
from cases.services import add_document
from pip_plans.enums import ApprovalDecision, Ground
from pip_plans.models import Approval, CriterionJudgement, Pip, RouteCriterion
from pip_plans.rules.criteria import DEFAULTS
from pip_plans.services import ask_approval, decide_approval
from tests.cases.test_api import Api
from tests.factories import PDF, CaseFactory, StaffFactory
from tests.pip_plans.plans import TUESDAY, establish, lawful_concept

pytestmark = pytest.mark.django_db
SCOPES = (Scope.PIP_LEZEN, Scope.PIP_SCHRIJVEN)
WHY = "Hij leest al wat letters en een taalmaatje oefent elke week met hem."


def api(user):
    return Api(user, *SCOPES)


@pytest.fixture
def beheer(team):
    return StaffFactory(team=team, role=Role.FUNCTIONEEL_BEHEERDER)


def sentences(answer):
    return json.dumps(answer.json(), ensure_ascii=False)


# --- Criteria --------------------------------------------------------------------------------------------------------


def test_criteria_are_read_and_judged_with_proof_from_the_dossier(on_tuesday, case, klantmanager):
    """PP-40: met, not met or unknown, and what it rests on."""
    mine = api(klantmanager)
    rows = mine.get(f"dossiers/{case.pk}/criteria").json()
    assert [row["criterium"]["sleutel"] for row in rows] == [one.key for one in DEFAULTS]
    assert {row["stand"] for row in rows} == {"nog niet bekend"}
    assert {row["oordeel"] for row in rows} == {None}
    at = f"dossiers/{case.pk}/criteria/studie/oordeel"
    refused = mine.post(at, {"voldaan": "niet voldaan"})
    assert refused.status_code == 409
    assert "Schrijf op waarom nog niet aan het criterium is voldaan" in sentences(refused)
    assert mine.post(at, {"voldaan": "misschien"}).status_code == 400
    document = add_document(case=case, title="Diploma", filename="d.pdf", content=PDF, by=klantmanager)
    elsewhere = CaseFactory(klantmanager=klantmanager)
    other = add_document(case=elsewhere, title="Ander", filename="a.pdf", content=PDF, by=klantmanager)
    assert mine.post(at, {"voldaan": "voldaan", "documentId": other.pk}).status_code == 404
    made = mine.post(at, {"voldaan": "voldaan", "documentId": document.pk})
    assert (made.status_code, made.json()["documentId"]) == (201, document.pk)
    found = {row["criterium"]["sleutel"]: row for row in mine.get(f"dossiers/{case.pk}/criteria").json()}
    assert (found["studie"]["stand"], found["studie"]["oordeel"]["door"]) == ("voldaan", klantmanager.name)
    assert (
        mine.post(f"dossiers/{case.pk}/criteria/bestaat-niet/oordeel", {"voldaan": "voldaan"}).status_code
        == 404
    )


def test_a_functioneel_beheerder_publishes_and_ends_criteria(
    on_tuesday, case, klantmanager, stranger, beheer
):
    new = {"tekst": "U wilt een mbo doen.", "bron": "Beleidsregel 2026", "geldtVanaf": TUESDAY.isoformat()}
    assert api(klantmanager).post("onderwijsroute/criteria/publiceren", new).status_code == 403
    age = api(beheer).post("onderwijsroute/criteria/publiceren", new | {"tekst": "U bent jonger dan 30."})
    assert age.status_code == 409
    assert "Leeftijd kan geen criterium zijn" in sentences(age)
    made = api(beheer).post("onderwijsroute/criteria/publiceren", new).json()
    shown = [row["tekst"] for row in api(klantmanager).get("onderwijsroute/criteria").json()]
    assert (len(shown), shown[-1]) == (len(DEFAULTS) + 1, "U wilt een mbo doen.")
    assert len(api(stranger).get("onderwijsroute/criteria").json()) == len(DEFAULTS)
    end = f"onderwijsroute/criteria/{made['id']}/beeindigen"
    elsewhere = StaffFactory(role=Role.FUNCTIONEEL_BEHEERDER)
    assert [api(user).post(end, {}).status_code for user in (klantmanager, elsewhere, beheer)] == [
        403,
        404,
        200,
    ]
    assert RouteCriterion.objects.get(pk=made["id"]).valid_until == TUESDAY


# --- Approvals -------------------------------------------------------------------------------------------------------


def test_an_approval_is_asked_and_read_but_decided_by_a_person(concept, case, klantmanager, teamleider):
    at = f"pip/versies/{concept.pk}/akkoorden"
    assert api(klantmanager).get(at).json() == {"nodig": [], "gevraagd": []}
    refused = api(klantmanager).post(f"{at}/vragen", {"waarvoor": "leeftijd", "waarom": WHY})
    assert (refused.status_code, refused.json()["detail"]) == (
        409,
        "Voor dit plan is dit akkoord niet nodig.",
    )
    alone = api(klantmanager).post(f"{at}/vragen", {"waarvoor": "eenzijdig", "waarom": WHY})
    assert alone.status_code == 409
    wrong = {"waarvoor": "eenzijdig", "waarom": WHY, "antwoorden": {"x": "Ja"}}
    assert api(klantmanager).post(f"{at}/vragen", wrong).status_code == 400
    asked = ask_approval(version=concept, ground=Ground.EENZIJDIG, motivation=WHY, by=klantmanager)
    [row] = api(klantmanager).get(at).json()["gevraagd"]
    assert (row["waarvoor"], row["besluit"], row["beslotenDoor"]) == ("eenzijdig", "", None)
    [waiting] = api(teamleider).get("goedkeuringen").json()
    assert (waiting["id"], waiting["dossierId"]) == (asked.pk, case.pk)
    decide_approval(approval=asked, decision=ApprovalDecision.GOEDGEKEURD, by=teamleider)
    assert api(teamleider).get("goedkeuringen").json() == []
    [row] = api(klantmanager).get(at).json()["gevraagd"]
    assert (row["besluit"], row["beslotenDoor"]) == ("goedgekeurd", teamleider.name)
    paths = Client().get("/api/v1/openapi.json").json()["paths"]
    assert not [path for path in paths if "akkoorden" in path and "beslis" in path]


def test_a_ground_that_the_plan_needs_is_asked(on_tuesday, case, klantmanager):
    case.person.birth_year = 2004
    case.person.save(update_fields=["birth_year"])
    version = lawful_concept(case, klantmanager, leerroute="Z", wished_leerroute="Z", intensity_hours=None)
    at = f"pip/versies/{version.pk}/akkoorden"
    assert api(klantmanager).get(at).json()["nodig"] == [{"waarvoor": "jongere_z", "stand": "niet gevraagd"}]
    made = api(klantmanager).post(f"{at}/vragen", {"waarvoor": "jongere_z", "waarom": WHY})
    assert (made.status_code, Approval.objects.get().ground) == (201, Ground.JONGERE_Z)
    assert api(klantmanager).get(at).json()["nodig"] == [{"waarvoor": "jongere_z", "stand": "gevraagd"}]
    again = api(klantmanager).post(f"{at}/vragen", {"waarvoor": "jongere_z", "waarom": WHY})
    assert (again.status_code, again.json()["detail"]) == (409, "Dit is al gevraagd voor deze tekst.")


# --- Advice and first lesson -----------------------------------------------------------------------------------------


def test_the_advice_of_now_is_read_and_kept_with_the_concept(concept, case, klantmanager):
    found = api(klantmanager).get(f"dossiers/{case.pk}/leerrouteadvies").json()
    assert set(found["nu"]) == {"op", "leerroutes", "argumenten", "gegevens", "tegenstrijdig"}
    assert found["nu"]["op"] == TUESDAY.isoformat()
    kept = api(klantmanager).post(f"pip/versies/{concept.pk}/leerrouteadvies", {})
    assert (kept.status_code, kept.json()["bijConcept"]) == (200, kept.json()["nu"])
    establish(concept, on=TUESDAY, by=klantmanager)
    late = api(klantmanager).post(f"pip/versies/{concept.pk}/leerrouteadvies", {})
    assert (late.status_code, "vastgesteld" in late.json()["detail"]) == (409, True)


def test_the_first_lesson_ends_the_wait(on_tuesday, case, klantmanager):
    """PP-58: also when the school says it."""
    mine = api(klantmanager)
    before = mine.get(f"dossiers/{case.pk}/wachttijd").json()
    assert (before["voorbij"], before["eersteLesOp"]) == (False, None)
    tomorrow = {"op": (TUESDAY + timedelta(days=1)).isoformat()}
    refused = mine.post(f"dossiers/{case.pk}/eerste-les", tomorrow)
    assert (refused.status_code, "ligt in de toekomst" in refused.json()["detail"]) == (409, True)
    after = mine.post(f"dossiers/{case.pk}/eerste-les", {"op": TUESDAY.isoformat()}).json()
    assert (after["voorbij"], after["eersteLesOp"]) == (True, TUESDAY.isoformat())
    assert Pip.objects.get().first_lesson_on == TUESDAY
    assert mine.post(f"dossiers/{case.pk}/eerste-les", {"op": "gisteren"}).status_code == 400


# --- Rights and queries ----------------------------------------------------------------------------------------------


def test_a_colleague_reads_and_the_next_gemeente_finds_nothing(
    concept, case, klantmanager, colleague, stranger
):
    reads = [f"dossiers/{case.pk}/{name}" for name in ("criteria", "leerrouteadvies", "wachttijd")]
    approvals = f"pip/versies/{concept.pk}/akkoorden"
    acts = [f"dossiers/{case.pk}/criteria/studie/oordeel", f"{approvals}/vragen", f"dossiers/{case.pk}/eerste-les",
            f"pip/versies/{concept.pk}/leerrouteadvies"]  # fmt: skip
    assert {api(colleague).get(path).status_code for path in reads} == {200}
    assert {api(colleague).post(path, {}).status_code for path in acts} == {403}
    assert api(colleague).get(approvals).status_code == 403
    assert {api(stranger).get(path).status_code for path in [*reads, approvals]} == {404}
    assert {api(stranger).post(path, {}).status_code for path in acts} == {404}
    assert {Api(klantmanager, Scope.PIP_LEZEN).post(path, {}).status_code for path in acts} == {403}
    assert api(klantmanager).get("goedkeuringen").status_code == 403
    assert not CriterionJudgement.objects.exists()


def test_lists_take_as_many_queries_however_long_they_are(
    concept, case, klantmanager, teamleider, django_assert_max_num_queries
):
    paths = {"goedkeuringen": api(teamleider), f"pip/versies/{concept.pk}/akkoorden": api(klantmanager)}
    ask_approval(version=concept, ground=Ground.EENZIJDIG, motivation=WHY, by=klantmanager)
    counted = {}
    for path, client in paths.items():
        with django_assert_max_num_queries(30) as few:
            client.get(path)
        counted[path] = len(few)
    for _ in range(3):
        other = lawful_concept(CaseFactory(klantmanager=klantmanager), klantmanager)
        ask_approval(version=other, ground=Ground.EENZIJDIG, motivation=WHY, by=klantmanager)
    ask_approval(version=concept, ground=Ground.JONGERE_Z, motivation=WHY, by=klantmanager)
    for path, client in paths.items():
        with django_assert_max_num_queries(counted[path]):
            client.get(path)
