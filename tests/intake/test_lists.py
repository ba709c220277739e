"""The lists of the intake: levels, scripts, diplomas, tests, children and times, each row with its source and day."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate as today

from accounts.models import User
from cases.models import Case, Document
from cases.services import add_document, close_case
from intake import services
from intake.enums import Level, LevelSource, Skill
from intake.models import ENTRY_MODELS, ExtraTest, Intake, SkillLevel
from intake.rules import (
    LISTS,
    QUESTIONS,
    SECTION_BY_KEY,
    Measurement,
    current_levels,
    is_at_least,
    purpose_obstacles,
)
from intake.selectors import (
    asked_tests_of_resident,
    entries_of,
    lbt_advice,
    levels_now,
    open_contradictions,
    overview_of,
)
from tests.factories import PDF
from tests.intake.conftest import Call, fill

LogIn = Callable[[User], Client]
ROWS: dict[str, dict[str, Any]] = {
    "diplomas": {"title": "Scheikunde", "level": "hoger", "country": "Syrië", "papers": "met_papieren", "valuation": "niet"},
    "niveaus": {"skill": "lezen", "level": "A2", "source": "examen", "measured_on": date(2026, 9, 1)},
    "schriften": {"script": "arabisch", "reads": "goed", "writes": "goed", "judge": "docent", "judge_name": "Els Vos",
                  "judged_on": date(2026, 9, 1), "how": "Las een krant voor."},
    "toetsen": {"criterion": "studie", "name": "Instaptoets"},
    "kinderen": {"name": "Samir", "born_on": date(2022, 5, 1), "early_education": "wil", "arranged_by": "taalschool"},
    "weektijden": {"kind": "werk", "weekdays": [1, 2], "starts": "22:00", "ends": "06:00", "travel_minutes": 30},
}  # fmt: skip


def add(case: Case, by: User, key: str, **changes: Any) -> Any:
    return services.add_entry(list_key=key, case=case, by=by, **(ROWS[key] | changes))


def lbt(case: Case, result: str = "B1-route niet haalbaar") -> None:
    services.record_lbt_result(
        case=case, result=result, score="9,00", needed_score="50,00", taken_on=today() - timedelta(days=1)
    )


# --- Rules -----------------------------------------------------------------------------------------


def test_each_list_has_a_table_and_a_section() -> None:
    assert {one.key for one in LISTS} == set(ENTRY_MODELS) == set(ROWS)
    assert all(one.section in SECTION_BY_KEY for one in LISTS)


def test_the_words_for_levels_are_those_of_the_questions() -> None:
    """DUO and the PIP know these values."""
    assert {option.value for option in QUESTIONS["taal_lezen"].options} - {"onbekend"} == set(Level.values)


def test_the_last_measurement_counts_and_of_one_day_the_strongest() -> None:
    day = date(2026, 3, 2)
    rows = [
        Measurement(Skill.LEZEN, Level.B1, LevelSource.ZELF, day),
        Measurement(Skill.LEZEN, Level.A2, LevelSource.EXAMEN, day),
        Measurement(Skill.LEZEN, Level.A1, LevelSource.EXAMEN, day - timedelta(days=1)),
        Measurement(Skill.SPREKEN, Level.B1, LevelSource.DOCENT, day),
    ]
    assert {skill: one.level for skill, one in current_levels(rows).items()} == {
        Skill.LEZEN: Level.A2, Skill.SPREKEN: Level.B1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("level", "other", "holds"), [("A2", "A2", True), ("B1", "A2", True), ("A0", "A1", False), ("geen", "A0", False)]
)  # fmt: skip
def test_levels_have_an_order(level: str, other: str, holds: bool) -> None:
    assert is_at_least(Level(level), Level(other)) is holds


@pytest.mark.parametrize(
    ("purpose", "earlier", "refused"), [("", [], False), ("", ["examen lezen"], True), ("x", ["x"], True),
     ("Nodig voor mbo 4", ["x"], False)]
)  # fmt: skip
def test_pp_40_a_second_test_says_what_it_is_for(purpose: str, earlier: list[str], refused: bool) -> None:
    assert bool(purpose_obstacles(purpose=purpose, earlier=earlier)) is refused


# --- Services --------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", sorted(ROWS))
def test_a_row_is_added_changed_and_taken_out(key: str, case: Case, klantmanager: User) -> None:
    entry = add(case, klantmanager, key)
    assert list(entries_of(case, key)) == [entry]
    assert str(entry)
    field = next(name for name, value in ROWS[key].items() if isinstance(value, str) and name in
                 {"title", "remark", "judge_name", "name", "starts", "level"})  # fmt: skip
    value = {"level": "B1", "starts": "21:00"}.get(field, "Anders")
    value = "hoger_niet_af" if key == "diplomas" and field == "level" else value
    services.change_entry(entry=entry, by=klantmanager, **{field: value})
    with pytest.raises(ValidationError, match="waarom"):
        services.remove_entry(entry=entry, reason=" ", by=klantmanager)
    for _ in range(2):
        services.remove_entry(entry=entry, reason="Fout ingevuld", by=klantmanager)
    assert not entries_of(case, key).exists()
    history = ENTRY_MODELS[key].pgh_event_model.objects.filter(pgh_obj_id=entry.pk)
    assert history.count() == 3
    texts = list(case.events.order_by("id").values_list("text", flat=True))[-3:]
    assert [
        word in text for word, text in zip(["toegevoegd", "gewijzigd", "Fout ingevuld"], texts, strict=True)
    ]


@pytest.mark.parametrize(
    ("key", "changes", "words"),
    [
        ("niveaus", {"level": "D7"}, "Niveau: "),
        ("niveaus", {"measured_on": date(2999, 1, 1)}, "toekomst"),
        ("niveaus", {"measured_on": None}, "Gemeten op: "),
        ("niveaus", {"remark": "x" * 20_001}, "20.001 tekens"),
        ("niveaus", {"remark": "x" * 501}, "Opmerking: "),
        ("schriften", {"how": " "}, "Hoe is dit gezien: "),
        ("diplomas", {"title": "a\x00"}, "teken in dat niet kan"),
        ("diplomas", {"valuation": "gewaardeerd"}, "door wie, waarmee"),
        ("diplomas", {"year": 1200}, "Jaar: "),
        ("kinderen", {"travel_minutes": 9999}, "Reistijd in minuten: "),
        ("weektijden", {"weekdays": []}, "Dagen: "),
        ("weektijden", {"weekdays": [8]}, "Dagen: "),
        ("weektijden", {"ends": "22:00"}, "hetzelfde moment"),
        ("toetsen", {"outcome": "Gehaald"}, "wanneer de toets is gemaakt"),
    ],
)  # fmt: skip
def test_a_row_that_cant_be_is_refused_with_a_sentence(
    case: Case, klantmanager: User, key: str, changes: dict, words: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        add(case, klantmanager, key, **changes)
    assert words in " ".join(refused.value.messages)
    assert not entries_of(case, key).exists()


def test_names_in_any_script_are_kept(case: Case, klantmanager: User) -> None:
    assert add(case, klantmanager, "kinderen", name="ሳሚር <b>سمير</b>").name == "ሳሚር <b>سمير</b>"


def test_a_closed_case_takes_no_row(case: Case, klantmanager: User) -> None:
    entry = add(case, klantmanager, "niveaus")
    close_case(case=case, on=today(), reason="Verhuisd", by=klantmanager)
    for act in (
        lambda: add(case, klantmanager, "niveaus"),
        lambda: services.change_entry(entry=entry, by=klantmanager, level="B1"),
        lambda: services.remove_entry(entry=entry, reason="x", by=klantmanager),
    ):
        with pytest.raises(ValidationError, match="gesloten"):
            act()


def test_a_document_of_another_dossier_proves_nothing(
    case: Case, klantmanager: User, colleague: User
) -> None:
    other = Case.objects.get(assignments__user=colleague)
    document = add_document(case=other, title="Diploma", filename="d.pdf", content=PDF, by=colleague)
    with pytest.raises(ValidationError, match="hoort niet bij"):
        add(case, klantmanager, "diplomas", document=document)


def test_pp_40_a_second_test_for_one_criterion_has_a_purpose_that_the_newcomer_reads(
    case: Case, klantmanager: User, resident: User, stranger: User
) -> None:
    """C7 3-4: each further test has a purpose and an author; the newcomer sees both."""
    add(case, klantmanager, "niveaus", skill="lezen", source="examen")
    with pytest.raises(ValidationError, match="Lezen: A2"):
        add(case, klantmanager, "toetsen", criterion="lezen", name="Instaptoets lezen")
    add(
        case,
        klantmanager,
        "toetsen",
        criterion="lezen",
        name="Instaptoets lezen",
        purpose="De school vraagt B1.",
    )
    add(case, klantmanager, "toetsen", criterion="luisteren")  # the first of its kind
    (second, first) = asked_tests_of_resident(resident)[::-1]
    assert (second.purpose, second.by, first.purpose) == ("De school vraagt B1.", klantmanager, "")
    assert not asked_tests_of_resident(stranger).exists()
    event = case.events.filter(kind="intake.toets_gevraagd").first()
    assert "Instaptoets" in event.text


def test_pp_40_a_retest_of_the_leerbaarheidstoets_needs_a_purpose(case: Case, klantmanager: User) -> None:
    lbt(case)
    with pytest.raises(ValidationError, match="leerbaarheidstoets"):
        add(case, klantmanager, "toetsen", criterion="leerbaarheid")
    test = add(case, klantmanager, "toetsen", criterion="leerbaarheid", purpose="Was ziek bij de toets")
    services.change_entry(entry=test, by=klantmanager, planned_on=today())
    with pytest.raises(ValidationError, match="waarom nog een toets"):
        services.change_entry(entry=test, by=klantmanager, purpose="")


# --- The test against other evidence ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "changes"),
    [("diplomas", {}), ("schriften", {}), ("niveaus", {"skill": "schrijven", "level": "B1"})],
)
def test_pp_32_evidence_that_contradicts_the_test_stays_open_until_somebody_judges(
    intake: Intake, klantmanager: User, key: str, changes: dict
) -> None:
    """PP-32: a diploma, a person who saw somebody read, a measured level."""
    lbt(intake.case)
    assert open_contradictions(intake.case) == ()
    add(intake.case, klantmanager, key, **changes)
    assert len(open_contradictions(intake.case)) == 1
    services.save_answer(intake=intake, question="oordeel_toets", by=klantmanager, original="te_laag")
    assert open_contradictions(intake.case)
    services.save_answer(
        intake=intake, question="oordeel_toets_toelichting", by=klantmanager, original="Leest een krant."
    )
    assert open_contradictions(intake.case) == ()
    assert lbt_advice(intake.case).is_contradictory


def test_pp_32_a_judgement_is_about_the_result_that_was_there(intake: Intake, klantmanager: User) -> None:
    fill(intake, klantmanager, hoogste_opleiding="hoger")
    lbt(intake.case)
    for question, value in [("oordeel_toets", "te_laag"), ("oordeel_toets_toelichting", "Is arts")]:
        services.save_answer(intake=intake, question=question, by=klantmanager, original=value)
    assert not open_contradictions(intake.case)
    services.record_lbt_result(
        case=intake.case,
        result="B1-route niet haalbaar",
        score="8,00",
        needed_score="50,00",
        taken_on=today(),
    )
    assert open_contradictions(intake.case)
    intake.refresh_from_db()
    assert [item.label for item in overview_of(intake).missing] == [
        "Toelichting op uw oordeel (er is een nieuwere uitslag)"
    ]


def test_pp_32_a_retest_settles_the_contradiction(intake: Intake, klantmanager: User) -> None:
    lbt(intake.case)
    add(intake.case, klantmanager, "diplomas")
    assert open_contradictions(intake.case)
    services.record_lbt_result(
        case=intake.case, result="B1-route haalbaar", score="80,00", needed_score="50,00", taken_on=today()
    )
    assert not open_contradictions(intake.case)


def test_who_is_said_to_read_for_the_first_time_was_seen_by_somebody(
    intake: Intake, klantmanager: User
) -> None:
    fill(intake, klantmanager, alfabetisering="A")
    services.record_lbt_result(
        case=intake.case, result="Onbekend", score="0,00", needed_score="50,00", taken_on=today()
    )
    intake.refresh_from_db()
    assert [item.anchor for item in overview_of(intake).missing] == ["lijst-schriften"]
    add(intake.case, klantmanager, "schriften", script="latijns", reads="niet", writes="niet")
    assert not overview_of(intake).missing


def test_levels_keep_their_history(case: Case, klantmanager: User) -> None:
    add(case, klantmanager, "niveaus", level="A1", source="zelf", measured_on=date(2026, 1, 5))
    add(case, klantmanager, "niveaus", level="B1", source="examen", measured_on=date(2026, 6, 1))
    assert levels_now(case)[Skill.LEZEN].level == Level.B1
    assert [row.level for row in entries_of(case, "niveaus")] == ["B1", "A1"]


# --- Pages and API -----------------------------------------------------------------------------------


def url_of(name: str, case: Case, key: str, *more: int) -> str:
    return reverse(f"intake-lijst-{name}", args=[case.pk, key, *more])


@pytest.mark.parametrize("key", sorted(ROWS))
def test_each_list_is_filled_on_its_page(
    log_in: LogIn, intake: Intake, klantmanager: User, colleague: User, key: str
) -> None:
    client, case = log_in(klantmanager), intake.case
    assert client.post(url_of("toevoegen", case, key), {}).status_code == 422
    done = client.post(url_of("toevoegen", case, key), ROWS[key])
    assert done.status_code == 302, done.content.decode()
    assert done.url.endswith(f"#lijst-{key}")
    entry = entries_of(case, key).get()
    shown = str(entry)
    assert shown in client.get(done.url).content.decode()
    assert shown in log_in(colleague).get(reverse("intake-lezen", args=[intake.pk])).content.decode()
    assert client.get(url_of("wijzigen", case, key, entry.pk)).status_code == 200
    assert client.post(url_of("weghalen", case, key, entry.pk), {"reason": ""}).status_code == 422
    assert (
        client.post(url_of("weghalen", case, key, entry.pk), {"reason": "Dubbel ingevoerd"}).status_code
        == 302
    )
    assert client.get(url_of("wijzigen", case, key, entry.pk)).status_code == 404


def test_a_row_of_another_case_or_list_is_not_there(
    log_in: LogIn, case: Case, klantmanager: User, colleague: User
) -> None:
    entry = add(Case.objects.get(assignments__user=colleague), colleague, "niveaus")
    client = log_in(klantmanager)
    assert client.get(url_of("wijzigen", case, "niveaus", entry.pk)).status_code == 404
    assert client.get(url_of("toevoegen", case, "hobbys")).status_code == 404


def test_a_diploma_is_uploaded_once_and_used_again(log_in: LogIn, intake: Intake, klantmanager: User) -> None:
    """C7 2, PP-123: papers and their valuation stand once in the dossier."""
    client, case = log_in(klantmanager), intake.case
    for _ in range(2):
        file = SimpleUploadedFile("bul.pdf", PDF, content_type="application/pdf")
        client.post(url_of("toevoegen", case, "diplomas"), ROWS["diplomas"] | {"document_file": file})
    document = Document.objects.get(case=case)
    assert {row.document for row in entries_of(case, "diplomas")} == {document}
    client.post(
        url_of("toevoegen", case, "niveaus"),
        {key: str(value) for key, value in ROWS["niveaus"].items()} | {"document": document.pk},
    )
    assert entries_of(case, "niveaus").get().document == document


@pytest.mark.parametrize(
    ("name", "content"),
    [("bul.pdf", b"<script>alert(1)</script>"), ("bul.pdf", b"MZ\x90\x00"), ("bul.pdf", b"")],
)
def test_an_upload_that_is_not_what_its_name_says_is_refused_at_the_field(
    log_in: LogIn, intake: Intake, klantmanager: User, name: str, content: bytes
) -> None:
    data = ROWS["diplomas"] | {
        "document_file": SimpleUploadedFile(name, content, content_type="application/pdf")
    }
    answer = log_in(klantmanager).post(url_of("toevoegen", intake.case, "diplomas"), data)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "id_document_file" in page
    assert "Scheikunde" in page
    assert not Document.objects.exists()
    assert not entries_of(intake.case, "diplomas").exists()


API_ROWS: dict[str, dict[str, Any]] = {
    "diplomas": {"naam": "Scheikunde", "opleiding": "hoger", "land": "Syrië", "papieren": "met_papieren"},
    "niveaus": {"vaardigheid": "lezen", "niveau": "A2", "bron": "examen", "gemetenOp": "2026-09-01"},
    "schriften": {"schrift": "latijns", "leest": "goed", "schrijft": "beetje", "wie": "docent", "naam": "Els Vos",
                  "gezienOp": "2026-09-01", "hoe": "Las een krant voor."},
    "toetsen": {"criterium": "studie", "toets": "Instaptoets"},
    "kinderen": {"voornaam": "Samir", "geborenOp": "2022-05-01"},
    "weektijden": {"wat": "werk", "dagen": [1, 5], "van": "22:00", "tot": "06:00"},
}  # fmt: skip


@pytest.mark.parametrize("key", sorted(API_ROWS))
def test_each_list_through_the_api(call: Call, case: Case, klantmanager: User, key: str) -> None:
    path = f"dossiers/{case.pk}/intake/lijst/{key}"
    made = call(klantmanager, "post", f"{path}/toevoegen", API_ROWS[key])
    assert made.status_code == 201, made.content.decode()
    row = made.json()
    assert {name: row[name] for name in API_ROWS[key] if key != "weektijden"} == (
        API_ROWS[key] if key != "weektijden" else {}
    )
    assert [one["id"] for one in call(klantmanager, "get", path).json()] == [row["id"]]
    assert call(klantmanager, "post", f"{path}/toevoegen", {}).status_code == 400
    away = f"{path}/{row['id']}/weghalen"
    assert call(klantmanager, "post", away, {}).status_code == 400
    assert call(klantmanager, "post", away, {"reden": "Dubbel ingevoerd"}).status_code == 204
    assert call(klantmanager, "get", path).json() == []


def test_the_api_changes_only_what_is_sent_and_knows_no_other_documents(
    call: Call, case: Case, klantmanager: User, colleague: User
) -> None:
    entry = add(case, klantmanager, "niveaus")
    path = f"dossiers/{case.pk}/intake/lijst/niveaus/{entry.pk}"
    assert call(klantmanager, "patch", path, {"niveau": "B1"}).json()["bron"] == "examen"
    other = Case.objects.get(assignments__user=colleague)
    document = add_document(case=other, title="Diploma", filename="d.pdf", content=PDF, by=colleague)
    assert call(klantmanager, "patch", path, {"document": document.pk}).status_code == 400
    assert call(klantmanager, "patch", path, {"gemetenOp": "2999-01-01"}).status_code == 409
    assert SkillLevel.objects.get().level == "B1"
    assert not ExtraTest.objects.exists()
