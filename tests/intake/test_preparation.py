"""The sheet that a newcomer fills in before the brede intake, and what it fills in for the klantmanager."""

import json
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import AccessLogEntry, User
from cases.models import Case
from cases.services import close_case
from intake import services
from intake.enums import Feeling, Importance, Indicator, Part, QuestionKind, Source
from intake.models import Intake, IntakeAnswer, PreparationSheet, SheetAnswer, SheetRating
from intake.rules import (
    FEELING_WORDS,
    IMPORTANCE_WORDS,
    INDICATOR_WORDS,
    QUESTIONS,
    SHEET_STEPS,
    fingerprint,
    may_prefill,
    next_step_after,
)
from intake.selectors import (
    answers_by_question,
    filled_steps,
    goals_known_before_housing,
    sheet_for_staff,
    sheet_is_writable,
    sheet_of,
    sheets_filled,
)
from intake.services import Given, Rated, save_sheet_step
from tests.factories import CaseFactory, ResidentFactory
from tests.intake.conftest import Call, fill

pytestmark = pytest.mark.django_db
OWN = "أريد أن أفتح مخبزًا"


def write(case: Case, by: User, text: str = OWN, **given: Any) -> PreparationSheet:
    return save_sheet_step(
        case=case, by=by, **({"step": "wensen", "answers": {"doelen": Given(text)}, "language": "ar"} | given)
    )


# --- Rules -------------------------------------------------------------------------------------------------------


def test_the_fourteen_areas_each_stand_once_on_the_sheet() -> None:
    """PP-27: the 14 areas, each with importance (4) and feeling (3), as two questions."""
    asked = [one for step in SHEET_STEPS for one in step.indicators]
    assert sorted(asked) == sorted(Indicator)
    assert len(asked) == 14
    assert len(Importance) - 1 == 4
    assert len(Feeling) - 1 == 3


def test_goals_worries_work_and_education_are_asked_in_this_order() -> None:
    """PP-27, PP-30: own words come first."""
    assert [step.key for step in SHEET_STEPS][:4] == ["wensen", "zorgen", "onderwijs", "werk"]
    assert {"doelen", "zorgen", "beroep", "hoogste_opleiding"} <= {
        key for step in SHEET_STEPS for key in step.question_keys
    }


def test_every_text_of_the_sheet_is_there_in_dutch_english_and_arabic() -> None:
    words = [*INDICATOR_WORDS.values(), *IMPORTANCE_WORDS.values(), *FEELING_WORDS.values()]
    for step in SHEET_STEPS:
        words += [step.title, step.intro, *(question.words for question in step.questions)]
        words += [option.words for question in step.questions for option in question.options]
    assert all(text.nl and text.en and text.ar for text in words)


def test_no_question_on_the_sheet_is_for_staff_or_about_health() -> None:
    asked = [QUESTIONS[key] for step in SHEET_STEPS for key in step.question_keys]
    assert not [one for one in asked if one.for_staff]
    assert {one.kind for one in asked} <= set(QuestionKind)


def test_the_steps_follow_each_other_to_the_last() -> None:
    found, key = [], SHEET_STEPS[0].key
    while following := next_step_after(key):
        found.append(following.key)
        key = following.key
    assert found == [step.key for step in SHEET_STEPS[1:]]


@pytest.mark.parametrize(
    ("is_given", "authors", "may"),
    [
        (False, {None}, True),
        (False, {7}, True),
        (True, {1}, True),
        (True, {7}, False),
        (True, {1, 7}, False),
        (True, {None}, False),
        (True, set(), False),
    ],
)
def test_the_sheet_never_writes_over_a_colleague(is_given: bool, authors: set[int | None], may: bool) -> None:
    """PP-27: 1 is the newcomer, 7 a klantmanager, None a system."""
    assert may_prefill(is_given=is_given, authors=authors, newcomers={1}) is may


# --- Filling in --------------------------------------------------------------------------------------------------


def test_the_newcomer_writes_in_the_own_language(case: Case, resident: User) -> None:
    """PP-27: own words stay in the original language, and it is known when they were written."""
    sheet = write(case, resident)
    answer = sheet.answers.get()
    assert (answer.original, answer.language, answer.by) == (OWN, "ar", resident)
    assert case.events.get(kind="intake.voorbereidingsblad").text.endswith("door de nieuwkomer.")


def test_saving_a_step_again_changes_it_and_keeps_what_was(case: Case, resident: User) -> None:
    write(case, resident)
    sheet = write(case, resident, "Ik wil bakker worden", language="nl")
    answer = sheet.answers.get()
    assert (answer.original, answer.language) == ("Ik wil bakker worden", "nl")
    versions = answer.history.order_by("pgh_id").values_list("original", flat=True)  # type: ignore[attr-defined]
    assert list(versions) == [OWN, "Ik wil bakker worden"]
    assert case.events.filter(kind="intake.voorbereidingsblad").count() == 1


def test_not_telling_is_an_answer(case: Case, resident: User) -> None:
    sheet = write(case, resident, answers={"doelen": Given(declined=True)})
    assert sheet.answers.get().declined
    assert filled_steps(sheet_of(case))[0].is_filled
    with pytest.raises(ValidationError, match="niet wilt vertellen"):
        write(case, resident, answers={"doelen": Given(OWN, declined=True)})


def test_importance_and_feeling_are_two_answers(case: Case, resident: User) -> None:
    """PP-27: one can be known without the other."""
    given = {Indicator.WERK: Rated("essentieel", ""), Indicator.TAAL: Rated("", "rood")}
    sheet = save_sheet_step(case=case, step="leren-en-werken", by=resident, ratings=given)
    found = {one.indicator: (one.importance, one.feeling) for one in sheet.ratings.all()}
    assert found == {"werk": ("essentieel", ""), "taal": ("", "rood")}


@pytest.mark.parametrize(
    "given",
    [
        {"step": "bestaat-niet"},
        {"answers": {"zorgen": Given("Bij een andere stap")}},
        {"answers": {"gezondheid_invloed": Given("ja")}},
        {"answers": {"doelen": Given("x" * 20_001)}},
        {"answers": {"doelen": Given("\x00")}},
        {"answers": {"doelen": Given("\ud800")}},
        {"language": "xx"},
        {"step": "onderwijs", "answers": {"onderwijs_jaren": Given("41")}},
        {"step": "onderwijs", "answers": {"onderwijs_jaren": Given("-1")}},
        {"step": "onderwijs", "answers": {"hoogste_opleiding": Given("professor")}},
        {"step": "wonen", "answers": {}, "ratings": {"geld": Rated("niet")}},
        {"step": "wonen", "answers": {}, "ratings": {"zorg": Rated("heel erg")}},
        {"step": "wonen", "answers": {}, "ratings": {"werk": Rated("niet")}},
    ],
)
def test_bad_input_is_refused_and_nothing_is_kept(case: Case, resident: User, given: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        write(case, resident, **given)
    assert not PreparationSheet.objects.exists()


def test_twenty_thousand_characters_and_any_script_fit(case: Case, resident: User) -> None:
    text = ("<script>alert(1)</script> ትግርኛ 𐎠 " * 2000)[:20_000]
    write(case, resident, text)
    assert SheetAnswer.objects.get().original == text


def test_only_the_newcomer_and_who_guides_the_case_write(
    case: Case, klantmanager: User, colleague: User, stranger: User
) -> None:
    for other in (colleague, stranger, ResidentFactory(), ResidentFactory(person=CaseFactory().person)):
        with pytest.raises(ValidationError, match="niet wijzigen"):
            write(case, other)
    assert write(case, klantmanager).pk


def test_it_can_change_until_the_intake_is_completed(
    case: Case, resident: User, klantmanager: User, intake: Intake
) -> None:
    """PP-27."""
    fill(intake, klantmanager)
    write(case, resident)
    services.complete_intake(intake=intake, by=klantmanager)
    assert not sheet_is_writable(case)
    with pytest.raises(ValidationError, match="afgerond"):
        write(case, resident)
    services.reopen_intake(intake=intake, reason="Een fout in het antwoord", by=klantmanager)
    assert write(case, resident, "Iets anders").pk


def test_a_closed_case_takes_nothing(case: Case, resident: User, klantmanager: User) -> None:
    close_case(case=case, on=timezone.localdate(), reason="Verhuisd", by=klantmanager)
    with pytest.raises(ValidationError, match="gesloten"):
        write(case, resident)


def test_the_database_refuses_nonsense(case: Case, resident: User) -> None:
    sheet = write(case, resident)
    wrong: list[tuple[Any, dict[str, Any]]] = [
        (SheetAnswer, {"question": "doelen"}),
        (SheetAnswer, {"question": "geheim"}),
        (SheetAnswer, {"question": "zorgen", "original": "x", "declined": True}),
        (SheetRating, {"indicator": "geld"}),
        (SheetRating, {"indicator": "werk", "feeling": "blauw"}),
    ]
    for model, fields in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.create(sheet=sheet, by=resident, **fields)


# --- Into the intake ---------------------------------------------------------------------------------------------


def test_an_intake_that_starts_finds_the_words_of_the_newcomer(
    case: Case, resident: User, klantmanager: User
) -> None:
    """PP-27: the content pre-fills the form, with source "nieuwkomer"."""
    write(case, resident)
    save_sheet_step(case=case, step="onderwijs", by=resident, answers={"hoogste_opleiding": Given("hoger")})
    found = answers_by_question(services.open_intake(case=case, by=klantmanager))
    goal = found["doelen"]
    assert (goal.original, goal.original_language, goal.source) == (OWN, "ar", Source.NIEUWKOMER)
    assert (found["hoogste_opleiding"].original, found["hoogste_opleiding"].original_language) == (
        "hoger",
        "",
    )
    assert goal.updated_by == resident


def test_what_is_written_later_comes_too_as_long_as_nobody_wrote_there(
    case: Case, resident: User, intake: Intake
) -> None:
    write(case, resident)
    write(case, resident, "Twee bakkerijen", language="nl")
    answer = answers_by_question(intake)["doelen"]
    assert (answer.original, answer.original_language) == ("Twee bakkerijen", "nl")


def test_a_klantmanager_is_never_written_over(
    case: Case, resident: User, klantmanager: User, intake: Intake
) -> None:
    """PP-27: not the answer, and not the newcomer's words beside which a colleague wrote a translation."""
    services.save_answer(intake=intake, question="doelen", by=klantmanager, original="Wat Karin hoorde")
    write(case, resident)
    save_sheet_step(case=case, step="zorgen", by=resident, answers={"zorgen": Given("قلق")}, language="ar")
    services.save_answer(intake=intake, question="zorgen", by=klantmanager, translation="Zorgen")
    save_sheet_step(case=case, step="zorgen", by=resident, answers={"zorgen": Given("Anders")}, language="nl")
    found = answers_by_question(intake)
    assert found["doelen"].original == "Wat Karin hoorde"
    assert (found["zorgen"].original, found["zorgen"].translation) == ("قلق", "Zorgen")


def test_an_older_page_of_a_colleague_doesnt_write_over_the_newcomer(
    case: Case, resident: User, klantmanager: User, log_in: Callable[[User], Client]
) -> None:
    intake = services.open_intake(case=case, by=klantmanager)
    write(case, resident)
    with pytest.raises(ValidationError) as refusal:
        services.save_answer(
            intake=intake,
            question="doelen",
            by=klantmanager,
            original="Oud",
            seen={Part.ORIGINAL: fingerprint("")},
        )
    assert refusal.value.code == "conflict"
    assert refusal.value.message.startswith("De nieuwkomer wijzigde dit")
    assert answers_by_question(intake)["doelen"].original == OWN
    services.save_answer(intake=intake, question="doelen", by=klantmanager, translation="Een bakkerij")
    url = reverse("intake-onderdeel", args=[case.pk, "eigen-woorden"])
    page = log_in(klantmanager).get(url).content.decode()
    assert f"De nieuwkomer en {klantmanager.name} hebben dit veld tegelijk gewijzigd" in page


def test_not_telling_goes_along_only_where_the_intake_allows_it(
    case: Case, resident: User, klantmanager: User
) -> None:
    write(case, resident, answers={"doelen": Given(declined=True)})
    save_sheet_step(case=case, step="onderwijs", by=resident, answers={"diploma": Given(declined=True)})
    found = answers_by_question(services.open_intake(case=case, by=klantmanager))
    assert found["doelen"].declined
    assert "diploma" not in found


# --- Who reads it ------------------------------------------------------------------------------------------------


def test_health_on_the_sheet_is_for_who_guides_the_case(
    case: Case, resident: User, klantmanager: User, colleague: User, log_in: Callable[[User], Client]
) -> None:
    given = {Indicator.ZORG: Rated("essentieel", "rood"), Indicator.HUISVESTING: Rated("belangrijk", "geel")}
    save_sheet_step(case=case, step="wonen", by=resident, ratings=given)
    url = reverse("intake-voorbereiding", args=[case.pk])
    assert "Zorg en welzijn" in log_in(klantmanager).get(url).content.decode()
    assert AccessLogEntry.objects.filter(user=klantmanager, act="gezondheid_gelezen").count() == 1
    page = log_in(colleague).get(url).content.decode()
    assert "Wonen" in page
    assert "Zorg en welzijn" not in page
    assert [len(step.ratings) for step in sheet_for_staff(colleague, case)] == [1]


def test_the_klantmanager_sees_the_sheet_at_the_intake(
    case: Case, resident: User, klantmanager: User, log_in: Callable[[User], Client]
) -> None:
    client, url = log_in(klantmanager), reverse("intake", args=[case.pk])
    assert "schreef nog niets" in client.get(url).content.decode()
    write(case, resident, "<script>alert(1)</script>")
    services.open_intake(case=case, by=klantmanager)
    assert "1 van 8 stappen" in client.get(url).content.decode()
    page = client.get(reverse("intake-voorbereiding", args=[case.pk])).content.decode()
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page


def test_a_difference_with_the_intake_is_shown(
    case: Case, resident: User, klantmanager: User, intake: Intake, log_in: Callable[[User], Client]
) -> None:
    services.save_answer(intake=intake, question="doelen", by=klantmanager, original="Wat Karin hoorde")
    write(case, resident)
    page = log_in(klantmanager).get(reverse("intake-voorbereiding", args=[case.pk])).content.decode()
    assert "In de intake staat iets anders" in page


def test_the_sheet_takes_as_many_queries_however_full_it_is(
    case: Case, resident: User, klantmanager: User, log_in: Callable[[User], Client],
    django_assert_max_num_queries: Any,
) -> None:  # fmt: skip
    client, url = log_in(klantmanager), reverse("intake-voorbereiding", args=[case.pk])
    write(case, resident)
    with django_assert_max_num_queries(30) as few:
        client.get(url)
    for step in SHEET_STEPS:
        texts = {one.key: Given("" if one.options or one.maximum else "Tekst") for one in step.questions}
        rated = {one: Rated("belangrijk", "geel") for one in step.indicators}
        save_sheet_step(case=case, step=step.key, by=resident, answers=texts, ratings=rated)
    with django_assert_max_num_queries(len(few) + 1):  # one more for the log: health is on it now
        client.get(url)


# --- Together, before there is a house ---------------------------------------------------------------------------


def test_goals_are_kept_from_the_coupling_on_and_counted(
    case: Case, klantmanager: User, teamleider: User, log_in: Callable[[User], Client]
) -> None:
    """PP-31: a case that is coupled accepts goals before any intake, and the team lead sees the share."""
    Case.objects.filter(pk=case.pk).update(in_coa=True)
    CaseFactory(klantmanager=klantmanager, in_coa=True)
    assert goals_known_before_housing(teamleider).percentage == 0
    url = reverse("intake-voorbereiding-stap", args=[case.pk, "wensen"])
    client = log_in(klantmanager)
    assert "vanaf de koppeling" in client.get(url).content.decode()
    assert client.post(url, {"doelen": OWN, "taal": "ar"}).status_code == 302
    assert not Intake.objects.exists()
    assert case.events.get(kind="intake.voorbereidingsblad").text.endswith("samen met de nieuwkomer.")
    assert goals_known_before_housing(teamleider).percentage == 50
    assert "50 procent" in log_in(teamleider).get(reverse("intake-herhaald")).content.decode()
    answer = answers_by_question(services.open_intake(case=case, by=klantmanager))["doelen"]
    assert (answer.original, answer.source, answer.updated_by) == (OWN, Source.NIEUWKOMER, klantmanager)


def test_what_was_typed_comes_back_with_the_errors(
    case: Case, klantmanager: User, log_in: Callable[[User], Client]
) -> None:
    url = reverse("intake-voorbereiding-stap", args=[case.pk, "onderwijs"])
    page = log_in(klantmanager).post(
        url, {"onderwijs_jaren": "99", "zelfstudie": "Zelf geleerd", "taal": "nl"}
    )
    assert page.status_code == 422
    assert "Zelf geleerd" in page.content.decode()
    assert (
        log_in(klantmanager).get(reverse("intake-voorbereiding-stap", args=[case.pk, "x"])).status_code == 404
    )


# --- Two who write at once ---------------------------------------------------------------------------------------


def sent_from(page: str, **typed: str) -> dict[str, str]:
    """What a browser sends from this page: the marks on it, and what somebody typed over what stood there."""
    hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page)
    texts = re.findall(r'<textarea name="([^"]+)"[^>]*>\n([^<]*)</textarea>', page)
    ticked = re.findall(r'<input type="radio" name="([^"]+)" value="([^"]*)"[^>]*checked', page)
    return dict(hidden) | dict(texts) | dict(ticked) | typed


def test_the_newcomer_and_the_klantmanager_keep_each_others_words(
    case: Case, resident: User, klantmanager: User, intake: Intake, log_in: Callable[[User], Client]
) -> None:
    """PP-27: who had the page open writes over nothing that came meanwhile, and gets no name at what they left alone."""
    url, mine = (
        reverse("intake-voorbereiding-stap", args=[case.pk, "wensen"]),
        "/mijn/voorbereiding/stap/wensen/",
    )
    staff, newcomer = log_in(klantmanager), log_in(resident)
    desk, phone = staff.get(url).content.decode(), newcomer.get(mine).content.decode()
    assert newcomer.post(mine, sent_from(phone, wensen="Veel koken", taal="nl")).status_code == 302
    assert staff.post(url, sent_from(desk, doelen="Kok worden", taal="nl")).status_code == 302
    assert newcomer.post(mine, sent_from(phone, wensen="Veel koken", taal="nl")).status_code == 302
    found = {one.question: (one.original, one.by) for one in SheetAnswer.objects.all()}
    assert found == {"doelen": ("Kok worden", klantmanager), "wensen": ("Veel koken", resident)}
    filled = answers_by_question(intake)
    assert (filled["wensen"].original, filled["wensen"].updated_by) == ("Veel koken", resident)


@pytest.mark.parametrize("keeps_own", [True, False])
def test_a_clash_shows_both_texts_and_keeps_what_was_typed(
    case: Case, resident: User, klantmanager: User, log_in: Callable[[User], Client], keeps_own: bool
) -> None:
    """PP-27: nobody's words go without being seen; who sends again chose."""
    url = reverse("intake-voorbereiding-stap", args=[case.pk, "wensen"])
    client = log_in(klantmanager)
    page = client.get(url).content.decode()
    write(case, resident, "Bakker worden\nin Waterveen", language="nl")
    answer = client.post(url, sent_from(page, doelen="Kok worden", wensen="Rust", taal="nl"))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "De nieuwkomer heeft hier intussen iets anders ingevuld" in page
    assert "Bakker worden\nin Waterveen</blockquote>" in page
    assert {name: sent_from(page)[name] for name in ("doelen", "wensen")} == {
        "doelen": "Kok worden",
        "wensen": "Rust",
    }
    assert not SheetAnswer.objects.filter(question="wensen").exists()
    again = sent_from(page, taal="nl") | ({} if keeps_own else {"doelen_laat": "on"})
    assert client.post(url, again).status_code == 302
    found = {one.question: (one.original, one.by) for one in SheetAnswer.objects.all()}
    stands = ("Kok worden", klantmanager) if keeps_own else ("Bakker worden\nin Waterveen", resident)
    assert found == {"doelen": stands, "wensen": ("Rust", klantmanager)}


def test_a_third_change_is_a_clash_again(
    case: Case, resident: User, klantmanager: User, log_in: Callable[[User], Client]
) -> None:
    mine = "/mijn/voorbereiding/stap/mensen/"
    client = log_in(resident)
    page = client.get(mine).content.decode()
    rate = {"case": case, "step": "mensen", "by": klantmanager}
    save_sheet_step(**rate, ratings={"sociale_banden": Rated("niet", "rood")})
    typed = {"sociale_banden_belang": "essentieel"}
    answer = client.post(mine, sent_from(page, **typed))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert f"{klantmanager.name} heeft hier intussen" in page
    assert "Hoe belangrijk is dit voor u? Niet belangrijk\nHoe gaat dit nu? 😞 Slecht" in page
    assert sent_from(page)["sociale_banden_belang"] == "essentieel"
    save_sheet_step(**rate, ratings={"sociale_banden": Rated("belangrijk", "rood")})
    answer = client.post(mine, sent_from(page))
    assert answer.status_code == 422
    assert client.post(mine, sent_from(answer.content.decode())).status_code == 302
    rating = SheetRating.objects.get()
    assert (rating.importance, rating.feeling, rating.by) == ("essentieel", "", resident)


def test_who_says_in_which_language_a_text_is_didnt_write_it(
    case: Case, resident: User, klantmanager: User
) -> None:
    sheet = write(case, resident, language="nl")
    stands = {"doelen": Given(OWN, seen=sheet.answers.get().mark)}
    write(case, klantmanager, answers=stands, language="ar", language_seen="nl")
    answer = sheet.answers.get()
    assert (answer.original, answer.language, answer.by) == (OWN, "ar", resident)


# --- The number of the team --------------------------------------------------------------------------------------


def test_the_share_of_intakes_with_a_sheet(
    case: Case, resident: User, klantmanager: User, teamleider: User, stranger: User,
    log_in: Callable[[User], Client], django_assert_num_queries: Any,
) -> None:  # fmt: skip
    """PP-27: the share is a number on the page of the team, with the intakes behind it."""
    other, old, empty = (CaseFactory(klantmanager=klantmanager) for _ in range(3))
    today = timezone.localdate()
    for one in (case, other, empty):
        services.open_intake(case=one, by=klantmanager)
    services.open_intake(case=old, by=klantmanager, on=today - timedelta(days=400))
    write(case, resident)
    write(empty, klantmanager, "")
    teamleider.team_ids()
    with django_assert_num_queries(2):
        found = sheets_filled(teamleider, since=today - timedelta(days=365))
    assert (found.filled, found.total, found.percentage) == (1, 3, 33)
    assert set(found.without) == {other, empty}
    assert sheets_filled(stranger, since=today).total == 0
    page = log_in(teamleider).get(reverse("intake-herhaald")).content.decode()
    assert "1 van de 3 intakes" in page
    assert other.number in page


# --- API ---------------------------------------------------------------------------------------------------------


def test_the_api_reads_and_keeps_a_step(
    case: Case, resident: User, klantmanager: User, colleague: User, call: Call
) -> None:
    path = f"dossiers/{case.pk}/intake/voorbereiding"
    body = {"taal": "ar", "antwoorden": [{"vraag": "doelen", "tekst": OWN}]}
    answer = call(klantmanager, "put", f"{path}/wensen", body)
    assert answer.status_code == 200, answer.content
    (step,) = json.loads(call(klantmanager, "get", path).content)
    assert step["stap"] == "wensen"
    assert step["antwoorden"][0] == {
        "vraag": "doelen",
        "tekst": OWN,
        "taal": "ar",
        "wildeNietVertellen": False,
        "gezien": SheetAnswer.objects.get().mark,
    }
    assert call(colleague, "get", path).status_code == 200
    assert call(colleague, "put", f"{path}/wensen", body).status_code == 403
    assert call(klantmanager, "put", f"{path}/wensen", body | {"taal": "xx"}).status_code == 400
    assert call(klantmanager, "put", f"{path}/onbekend", body).status_code == 404
    rated = {"onderwerpen": [{"onderwerp": "werk", "belang": "essentieel", "gevoel": "groen"}]}
    assert call(klantmanager, "put", f"{path}/leren-en-werken", rated).status_code == 200
    assert call(klantmanager, "put", f"{path}/wonen", rated).status_code == 409
    write(case, resident, "Iets anders")
    late = body | {
        "antwoorden": [{"vraag": "doelen", "tekst": "Kok", "gezien": step["antwoorden"][0]["gezien"]}]
    }
    refused = call(klantmanager, "put", f"{path}/wensen", late)
    assert refused.status_code == 409
    assert "Doelen: De nieuwkomer wijzigde dit" in refused.content.decode()
    now = json.loads(call(klantmanager, "get", path).content)[0]["antwoorden"][0]
    late["antwoorden"][0]["gezien"] = now["gezien"]
    assert call(klantmanager, "put", f"{path}/wensen", late).status_code == 200
    assert IntakeAnswer.objects.count() == 0
