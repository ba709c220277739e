"""The intake for other systems: same services and rights as the pages."""

import pytest
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from intake import services
from intake.models import Intake
from tests.intake.conftest import READ, Call


def test_start_answer_and_read(call: Call, case: Case, klantmanager: User) -> None:
    started = call(klantmanager, "post", f"dossiers/{case.pk}/intake/starten")
    assert started.status_code == 201
    number = started.json()["id"]
    saved = call(
        klantmanager,
        "put",
        f"intake/{number}/antwoorden/doelen",
        {"antwoord": "عمل", "taal": "ar", "vertaling": "Werk"},
    )
    assert saved.status_code == 200
    read = call(klantmanager, "get", f"dossiers/{case.pk}/intake").json()
    assert [(a["vraag"], a["antwoord"], a["vertaling"]) for a in read["antwoorden"]] == [
        ("doelen", "عمل", "Werk")
    ]
    assert "doelen" not in [item["vraag"] for item in read["ontbreekt"]]
    assert "niet bindend" in read["leerbaarheidstoets"]["toelichting"]
    assert read["leerbaarheidstoets"]["uitslag"] is None


def test_a_result_of_the_test_is_shown_as_advice(call: Call, intake: Intake, klantmanager: User) -> None:
    services.record_lbt_result(
        case=intake.case, result="Onbekend", score="0,00", needed_score="50,00", taken_on=timezone.localdate()
    )
    read = call(klantmanager, "get", f"dossiers/{intake.case_id}/intake").json()["leerbaarheidstoets"]
    assert (read["uitslag"], read["behaaldeScore"], read["tegenstrijdig"]) == ("onbekend", "0.00", False)
    assert "niet bindend" in read["toelichting"]


def test_health_is_for_who_guides(call: Call, intake: Intake, klantmanager: User, colleague: User) -> None:
    services.save_answer(
        intake=intake, question="gezondheid_toelichting", by=klantmanager, original="Rust nodig"
    )
    services.save_answer(intake=intake, question="beroep", by=klantmanager, original="Bakker")
    for user, questions in [(klantmanager, {"gezondheid_toelichting", "beroep"}), (colleague, {"beroep"})]:
        read = call(user, "get", f"dossiers/{intake.case_id}/intake").json()
        assert {answer["vraag"] for answer in read["antwoorden"]} == questions


def test_what_is_missing_about_health_says_nothing_to_others(
    call: Call, intake: Intake, klantmanager: User, colleague: User
) -> None:
    for user, sees in [(klantmanager, True), (colleague, False)]:
        read = call(user, "get", f"dossiers/{intake.case_id}/intake").json()
        assert ("zien_horen" in {item["vraag"] for item in read["ontbreekt"]}) is sees


@pytest.mark.parametrize(
    ("path", "method"),
    [
        ("dossiers/{case}/intake/starten", "post"),
        ("intake/{intake}/antwoorden/doelen", "put"),
        ("intake/{intake}/gesprekken", "post"),
        ("intake/{intake}/afronden", "post"),
    ],
)
def test_who_may_act(
    call: Call, intake: Intake, colleague: User, stranger: User, klantmanager: User, path: str, method: str
) -> None:
    address = path.format(case=intake.case_id, intake=intake.pk)
    assert call(colleague, method, address).status_code == 403
    assert call(stranger, method, address).status_code == 404
    assert call(klantmanager, method, address, scopes=(READ,)).status_code == 403


def test_a_text_that_somebody_else_changed_gives_409(
    call: Call, intake: Intake, klantmanager: User, colleague: User
) -> None:
    path = f"intake/{intake.pk}/antwoorden/beroep"
    mark = call(klantmanager, "put", path, {"antwoord": "Bakker"}).json()["kenmerk"]
    services.save_answer(intake=intake, question="beroep", by=colleague, original="Banketbakker")
    refused = call(klantmanager, "put", path, {"antwoord": "Kok", "gezien": mark})
    assert refused.status_code == 409
    assert refused["Content-Type"] == "application/problem+json"
    assert intake.answers.get().original == "Banketbakker"


@pytest.mark.parametrize(
    ("question", "data", "status"),
    [
        ("beroep", {}, 400),
        ("beroep", {"gezien": "x"}, 400),
        ("beroep", {"antwoord": "x" * 20_001}, 400),
        ("beroep", {"antwoord": "\ud800"}, 400),
        ("beroep", {"antwoord": ["lijst"]}, 400),
        ("beroep", {"bron": "horen zeggen"}, 400),
        ("doelen", {"taal": "klingon"}, 400),
        ("onderwijs_jaren", {"antwoord": "-3"}, 400),
        ("bestaat_niet", {"antwoord": "x"}, 404),
    ],
)
def test_bad_input_gets_a_problem(
    call: Call, intake: Intake, klantmanager: User, question: str, data: dict, status: int
) -> None:
    answer = call(klantmanager, "put", f"intake/{intake.pk}/antwoorden/{question}", data)
    assert answer.status_code == status
    assert answer.json()["detail"]
    assert not intake.answers.exists()


def test_a_talk_and_its_refusal(call: Call, intake: Intake, klantmanager: User) -> None:
    path = f"intake/{intake.pk}/gesprekken"
    day = timezone.localdate().isoformat()
    assert (
        call(klantmanager, "post", path, {"datum": "2026-02-30", "waar": "azc", "tolk": "geen"}).status_code
        == 400
    )
    refused = call(klantmanager, "post", path, {"datum": day, "waar": "azc", "tolk": "geen"})
    assert refused.status_code == 409
    assert "geen tolk" in refused.json()["detail"]
    made = call(
        klantmanager, "post", path, {"datum": day, "waar": "azc", "tolk": "telefoon", "taalVanTolk": "ar"}
    )
    assert made.status_code == 201
    assert made.json()["waar"] == "azc"


def test_completing_names_all_that_is_missing(call: Call, intake: Intake, klantmanager: User) -> None:
    refused = call(klantmanager, "post", f"intake/{intake.pk}/afronden")
    assert refused.status_code == 409
    assert len(refused.json()["errors"]) > 30


def test_completing(call: Call, full_intake: Intake, klantmanager: User) -> None:
    done = call(klantmanager, "post", f"intake/{full_intake.pk}/afronden")
    assert (done.status_code, done.json()["status"]) == (200, "afgerond")
