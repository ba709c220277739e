from datetime import date, timedelta
from decimal import Decimal
from threading import Barrier, Thread

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils.timezone import localdate as today

from accounts.models import User
from cases.models import Case
from cases.services import close_case
from intake import services
from intake.enums import IntakeStatus, Part
from intake.models import Intake, IntakeConflict, IntakeTalk, LbtResult
from intake.rules import fingerprint
from intake.selectors import answers_by_question, conflicts_of, lbt_advice, overview_of, versions_of
from tests.intake.conftest import OWN_WORDS, fill


def messages(error: pytest.ExceptionInfo[ValidationError]) -> str:
    return " ".join(error.value.messages)


# --- Starting --------------------------------------------------------------------------------------


def test_an_intake_starts_once(case: Case, klantmanager: User) -> None:
    first = services.open_intake(case=case, by=klantmanager)
    assert services.open_intake(case=case, by=klantmanager) == first
    assert case.events.filter(kind="intake.gestart").count() == 1


def test_a_second_intake_needs_a_reason_and_asks_nothing_twice(
    full_intake: Intake, klantmanager: User
) -> None:
    """PP-11."""
    services.save_answer(
        intake=full_intake, question="terugvertellen", by=klantmanager, original="Ik krijg een plan"
    )
    services.complete_intake(intake=full_intake, by=klantmanager)
    with pytest.raises(ValidationError) as refused:
        services.open_intake(case=full_intake.case, by=klantmanager, reason_again="  ")
    assert "waarom een nieuwe nodig is" in messages(refused)
    again = services.open_intake(case=full_intake.case, by=klantmanager, reason_again="Verhuisd na twee jaar")
    assert again != full_intake
    before, after = answers_by_question(full_intake), answers_by_question(again)
    assert {k: a.original for k, a in after.items()} == {
        k: a.original for k, a in before.items() if k != "terugvertellen"
    }
    assert "Verhuisd na twee jaar" in case_texts(full_intake.case)


def case_texts(case: Case) -> str:
    return " ".join(case.events.values_list("text", flat=True))


def test_a_closed_case_takes_nothing_more(intake: Intake, klantmanager: User) -> None:
    close_case(case=intake.case, on=today(), reason="Verhuisd", by=klantmanager)
    for act in (
        lambda: services.save_answer(intake=intake, question="doelen", by=klantmanager, original="x"),
        lambda: services.record_private_talk(intake=intake, on=today(), by=klantmanager),
        lambda: services.complete_intake(intake=intake, by=klantmanager),
        lambda: services.record_lbt_exemption(
            case=intake.case, ground="visueel", reason="Brief arts", by=klantmanager
        ),
    ):
        with pytest.raises(ValidationError, match="gesloten"):
            act()


# --- Answers ---------------------------------------------------------------------------------------


def test_own_words_stand_beside_their_translation(intake: Intake, klantmanager: User) -> None:
    services.save_answer(
        intake=intake, question="doelen", by=klantmanager, original=OWN_WORDS, original_language="ar"
    )
    answer = services.save_answer(
        intake=intake, question="doelen", by=klantmanager, translation="Ik wil een bakkerij openen"
    )
    assert (answer.original, answer.original_language, answer.in_dutch) == (
        OWN_WORDS,
        "ar",
        "Ik wil een bakkerij openen",
    )


def test_each_value_stays_in_the_history(intake: Intake, klantmanager: User, colleague: User) -> None:
    for text, by in [("een", klantmanager), ("twee", colleague), ("", klantmanager)]:
        answer = services.save_answer(intake=intake, question="beroep", by=by, original=text)
    assert [(v.original, v.updated_by) for v in versions_of(answer)] == [
        ("", klantmanager), ("twee", colleague), ("een", klantmanager),
    ]  # fmt: skip


def test_saving_the_same_writes_nothing(intake: Intake, klantmanager: User) -> None:
    services.save_answer(intake=intake, question="beroep", by=klantmanager, original="bakker")
    answer = services.save_answer(intake=intake, question="beroep", by=klantmanager, original="bakker")
    assert versions_of(answer).count() == 1


def test_an_answer_makes_no_case_event(intake: Intake, klantmanager: User) -> None:
    before = intake.case.events.count()
    services.save_answer(intake=intake, question="beroep", by=klantmanager, original="bakker")
    assert intake.case.events.count() == before


@pytest.mark.parametrize(
    ("question", "given", "sentence"),
    [
        ("beroep", {"original": "x" * 20_001}, "20.001 tekens"),
        ("doelen", {"translation": "a\x00"}, "teken in dat niet kan"),
        ("doelen", {"original_language": "klingon"}, "Kies een taal"),
        ("beroep", {"source": "horen zeggen"}, "Kies een bron"),
        ("beroep", {"declined": True}, "wilde niet delen"),
        ("bestaat_niet", {"original": "x"}, "bestaat niet"),
        ("onderwijs_jaren", {"original": "veel"}, "heel getal"),
    ],
)
def test_bad_input_is_refused_with_a_sentence(
    intake: Intake, klantmanager: User, question: str, given: dict, sentence: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        services.save_answer(intake=intake, question=question, by=klantmanager, **given)
    assert sentence in messages(refused)
    assert not intake.answers.exists()


# --- Two colleagues at once --------------------------------------------------------------------------


def test_a_colleagues_text_is_never_written_over(intake: Intake, klantmanager: User, colleague: User) -> None:
    seen = {Part.ORIGINAL: fingerprint("")}
    services.save_answer(intake=intake, question="beroep", by=colleague, original="bakker", seen=seen)
    with pytest.raises(ValidationError) as refused:
        services.save_answer(intake=intake, question="beroep", by=klantmanager, original="kok", seen=seen)
    assert refused.value.code == "conflict"
    assert colleague.name in messages(refused)
    assert intake.answers.get().original == "bakker"
    conflict = IntakeConflict.objects.get()
    assert (conflict.value, conflict.by) == ("kok", klantmanager)


def test_fields_of_one_answer_dont_get_in_each_others_way(
    intake: Intake, klantmanager: User, colleague: User
) -> None:
    services.save_answer(
        intake=intake,
        question="doelen",
        by=colleague,
        translation="werk",
        seen={Part.TRANSLATION: fingerprint("")},
    )
    services.save_answer(
        intake=intake,
        question="doelen",
        by=klantmanager,
        original="عمل",
        seen={Part.ORIGINAL: fingerprint("")},
    )
    answer = intake.answers.get()
    assert (answer.original, answer.translation) == ("عمل", "werk")


def test_ones_own_earlier_save_is_no_colleague(intake: Intake, klantmanager: User, colleague: User) -> None:
    """The page still says what it showed first; the text has grown since, and a colleague translated it meanwhile."""
    seen = {Part.ORIGINAL: fingerprint("")}
    services.save_answer(intake=intake, question="doelen", by=klantmanager, original="عم", seen=seen)
    services.save_answer(intake=intake, question="doelen", by=colleague, translation="werk")
    services.save_answer(intake=intake, question="doelen", by=klantmanager, original="عمل", seen=seen)
    assert intake.answers.get().original == "عمل"
    assert not IntakeConflict.objects.exists()


@pytest.mark.parametrize(("keep_mine", "kept"), [(True, "kok"), (False, "bakker")])
def test_somebody_chooses_and_both_texts_stay_in_sight(
    intake: Intake, klantmanager: User, colleague: User, keep_mine: bool, kept: str
) -> None:
    services.save_answer(intake=intake, question="beroep", by=colleague, original="bakker")
    with pytest.raises(ValidationError):
        services.save_answer(
            intake=intake,
            question="beroep",
            by=klantmanager,
            original="kok",
            seen={Part.ORIGINAL: fingerprint("")},
        )
    answer = services.settle_conflict(
        conflict=IntakeConflict.objects.get(), keep_mine=keep_mine, by=klantmanager
    )
    assert answer.original == kept
    assert not conflicts_of(intake).exists()
    kept_texts = {v.original for v in versions_of(answer)} | {c.value for c in answer.conflicts.all()}
    assert kept_texts == {"bakker", "kok"}


# --- Talks -------------------------------------------------------------------------------------------


def test_the_same_talk_sent_twice_is_one_talk(intake: Intake, klantmanager: User) -> None:
    for _ in range(2):
        services.add_talk(intake=intake, held_on=today(), mode="azc", interpreter="telefoon", by=klantmanager)
    assert IntakeTalk.objects.count() == 1
    assert intake.case.events.filter(kind="intake.gesprek").count() == 1


def test_a_talk_says_all_that_is_wrong_at_once(intake: Intake, klantmanager: User) -> None:
    with pytest.raises(ValidationError) as refused:
        services.add_talk(
            intake=intake, held_on=date(1, 1, 1), mode="strand", interpreter="geen", by=klantmanager
        )
    assert len(refused.value.messages) == 3


def test_pointing_out_the_private_talk_is_recorded_once(intake: Intake, klantmanager: User) -> None:
    for _ in range(2):
        services.record_private_talk(intake=intake, on=today(), by=klantmanager)
    assert intake.case.events.filter(kind="intake.alleen_gesprek").count() == 1
    with pytest.raises(ValidationError, match="toekomst"):
        services.record_private_talk(intake=intake, on=today() + timedelta(days=1), by=klantmanager)


# --- Completing --------------------------------------------------------------------------------------


def test_completing_too_early_names_everything_that_is_missing(intake: Intake, klantmanager: User) -> None:
    with pytest.raises(ValidationError) as refused:
        services.complete_intake(intake=intake, by=klantmanager)
    said = messages(refused)
    assert "Doelen" in said
    assert "alleen te praten" in said
    assert "leerbaarheidstoets" in said
    assert len(refused.value.messages) > 30
    intake.refresh_from_db()
    assert intake.is_open


def test_completing_twice_is_completing_once(full_intake: Intake, klantmanager: User) -> None:
    services.complete_intake(intake=full_intake, by=klantmanager)
    again = services.complete_intake(intake=full_intake, by=klantmanager)
    assert again.status == IntakeStatus.AFGEROND
    assert full_intake.case.events.filter(kind="intake.afgerond").count() == 1


@pytest.mark.parametrize(("told", "explain_again"), [("", True), ("Ik krijg een plan", False)])
def test_who_cant_tell_what_happens_now_is_explained_again(
    full_intake: Intake, klantmanager: User, told: str, explain_again: bool
) -> None:
    """PP-29: the answer to 'kunt u vertellen wat er nu gebeurt?' is kept; empty means: explain again."""
    services.save_answer(intake=full_intake, question="terugvertellen", by=klantmanager, original=told)
    services.complete_intake(intake=full_intake, by=klantmanager)
    event = full_intake.case.events.get(kind="intake.afgerond")
    assert event.data["explain_again"] is explain_again
    assert ("nog een keer" in event.text) is explain_again


def test_without_a_test_result_a_reason_is_needed(full_intake: Intake, klantmanager: User) -> None:
    LbtResult.objects.all().delete()
    with pytest.raises(ValidationError, match="leerbaarheidstoets"):
        services.complete_intake(intake=full_intake, by=klantmanager)
    intake = services.complete_intake(
        intake=full_intake, by=klantmanager, without_lbt_reason="Kwam drie keer niet"
    )
    assert (intake.is_open, intake.without_lbt_reason) == (False, "Kwam drie keer niet")


def test_a_completed_intake_changes_only_after_reopening(full_intake: Intake, klantmanager: User) -> None:
    services.complete_intake(intake=full_intake, by=klantmanager)
    with pytest.raises(ValidationError, match="Heropen"):
        services.save_answer(intake=full_intake, question="beroep", by=klantmanager, original="kok")
    with pytest.raises(ValidationError, match="waarom"):
        services.reopen_intake(intake=full_intake, reason="", by=klantmanager)
    services.reopen_intake(intake=full_intake, reason="Diploma gevonden", by=klantmanager)
    services.save_answer(intake=full_intake, question="beroep", by=klantmanager, original="kok")
    assert "Diploma gevonden" in case_texts(full_intake.case)


def test_an_older_intake_stays_closed(full_intake: Intake, klantmanager: User) -> None:
    services.complete_intake(intake=full_intake, by=klantmanager)
    services.open_intake(case=full_intake.case, by=klantmanager, reason_again="Na twee jaar terug")
    with pytest.raises(ValidationError, match="nieuwere"):
        services.reopen_intake(intake=full_intake, reason="Fout", by=klantmanager)


# --- The leerbaarheidstoets ----------------------------------------------------------------------------


def test_a_result_that_duo_sends_twice_is_one_result(case: Case) -> None:
    for _ in range(2):
        services.record_lbt_result(
            case=case, result="B1-route niet haalbaar", score="31,25", needed_score="50,00", taken_on=today()
        )
    result = LbtResult.objects.get()
    assert (result.result, result.score) == ("niet_haalbaar", Decimal("31.25"))
    event = case.events.get(kind="intake.lbt_resultaat")
    assert "31,25 punten" in event.text
    assert "niet bindend" in event.text


def test_the_last_result_is_the_advice(case: Case) -> None:
    for days, outcome in [(30, "B1-route niet haalbaar"), (2, "B1-route haalbaar")]:
        services.record_lbt_result(
            case=case,
            result=outcome,
            score=Decimal(10),
            needed_score=Decimal(50),
            taken_on=today() - timedelta(days=days),
        )
    assert lbt_advice(case).result.result == "haalbaar"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"result": "geslaagd"}, "kennen wij niet"),
        ({"score": "31.25"}, "klopt niet"),
        ({"score": Decimal("NaN")}, "klopt niet"),
        ({"needed_score": Decimal(-1)}, "klopt niet"),
        ({"taken_on": date(2999, 1, 1)}, "toekomst"),
    ],
)
def test_a_result_that_cant_be_is_refused(case: Case, changes: dict, sentence: str) -> None:
    facts = {"result": "Onbekend", "score": "0,00", "needed_score": "50,00", "taken_on": today()} | changes
    with pytest.raises(ValidationError, match=sentence):
        services.record_lbt_result(case=case, **facts)
    assert not LbtResult.objects.exists()


def test_a_diploma_contradicts_the_test_until_there_is_a_judgement(
    intake: Intake, klantmanager: User
) -> None:
    fill(intake, klantmanager, hoogste_opleiding="hoger", diploma="met_papieren")
    services.record_lbt_result(
        case=intake.case,
        result="B1-route niet haalbaar",
        score="9,00",
        needed_score="50,00",
        taken_on=today(),
    )
    intake.refresh_from_db()
    overview = overview_of(intake)
    assert overview.lbt.is_contradictory
    assert {item.question for item in overview.missing} == {"oordeel_toets", "oordeel_toets_toelichting"}
    services.save_answer(intake=intake, question="oordeel_toets", by=klantmanager, original="te_laag")
    services.save_answer(
        intake=intake, question="oordeel_toets_toelichting", by=klantmanager, original="Is arts in Syrië"
    )
    assert services.complete_intake(intake=intake, by=klantmanager).status == IntakeStatus.AFGEROND


def test_an_exemption_is_enough_and_its_ground_stays_out_of_the_history(
    intake: Intake, klantmanager: User
) -> None:
    services.record_lbt_exam_number(case=intake.case, exam_number="LBT100000001")
    for _ in range(2):
        services.record_lbt_exemption(
            case=intake.case, ground="visueel", reason="Verklaring oogarts", by=klantmanager
        )
    event = intake.case.events.get(kind="intake.lbt_ontheffing")
    assert event.data == {"exam_number": "LBT100000001"}
    assert "visue" not in event.text.lower()
    assert "oogarts" not in case_texts(intake.case)
    assert lbt_advice(intake.case).is_known


def test_an_exemption_says_all_that_is_missing(case: Case, klantmanager: User) -> None:
    with pytest.raises(ValidationError) as refused:
        services.record_lbt_exemption(
            case=case, ground="moe", reason="", by=klantmanager, on=today() + timedelta(days=1)
        )
    assert len(refused.value.messages) == 3


@pytest.mark.parametrize("question", ["doelen", "wensen", "zorgen"])
def test_pp_30_an_intake_is_not_completed_without_the_newcomers_own_words(
    full_intake: Intake, klantmanager: User, question: str
) -> None:
    services.save_answer(intake=full_intake, question=question, by=klantmanager, original=" ")
    with pytest.raises(ValidationError, match="In eigen woorden"):
        services.complete_intake(intake=full_intake, by=klantmanager)
    services.save_answer(intake=full_intake, question=question, by=klantmanager, declined=True)
    assert not services.complete_intake(intake=full_intake, by=klantmanager).is_open


@pytest.mark.django_db(transaction=True)
def test_two_first_answers_at_the_same_moment_are_one_answer_and_one_choice(
    intake: Intake, klantmanager: User, teamleider: User
) -> None:
    barrier, refusals = Barrier(2), []

    def save(text: str, by: User) -> None:
        barrier.wait(timeout=10)
        try:
            services.save_answer(
                intake=intake, question="beroep", by=by, original=text, seen={Part.ORIGINAL: fingerprint("")}
            )
        except ValidationError as error:
            refusals.append(error.code)
        finally:
            connection.close()

    threads = [Thread(target=save, args=args) for args in (("bakker", klantmanager), ("kok", teamleider))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    assert refusals == ["conflict"]
    kept = {intake.answers.get().original, IntakeConflict.objects.get().value}
    assert kept == {"bakker", "kok"}


@pytest.mark.django_db(transaction=True)
def test_a_field_and_its_whole_section_saved_at_once_do_not_block_each_other(
    intake: Intake, klantmanager: User
) -> None:
    """The section holds the intake and comes to the field; the field waits for the intake, and holds nothing."""
    for question in ("beroep", "werk_wens"):
        services.save_answer(intake=intake, question=question, by=klantmanager, original="bakker")

    def autosave() -> None:
        try:
            services.save_answer(intake=intake, question="beroep", by=klantmanager, original="kok")
        finally:
            connection.close()

    field = Thread(target=autosave)
    with transaction.atomic():
        services.save_answer(intake=intake, question="werk_wens", by=klantmanager, original="chef")
        field.start()
        field.join(timeout=1)
        assert field.is_alive(), "It waits for the section."
        services.save_answer(intake=intake, question="beroep", by=klantmanager, original="chef")
    field.join(timeout=20)
    assert intake.answers.get(question="beroep").original == "kok"
