"""Preparing for the first talk in the portal, and reading afterwards what it was."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from cases.services import save_languages
from contact.enums.notices import NoticeKind
from contact.models import Notice
from contact.services.preparation import send_pack
from intake import services
from intake.models import Intake, PreparationSheet, SheetAnswer, SheetRating
from intake.rules import SHEET_STEPS
from tests.factories import ResidentFactory
from tests.intake.conftest import fill
from tests.portal.conftest import page_of, speak
from tests.portal.plans import establish

pytestmark = pytest.mark.django_db
LogIn = Callable[[User], Client]
PACK, AFTER = "/mijn/voorbereiding/", "/mijn/na-het-gesprek/"
OWN = "أريد أن أفتح مخبزًا"


def step_path(key: str) -> str:
    return f"/mijn/voorbereiding/stap/{key}/"


@pytest.fixture
def pack(case: Case, klantmanager: User) -> Notice:
    return send_pack(case=case, by=klantmanager, confirmed_without_translation=True).portal


@pytest.fixture
def done(case: Case, klantmanager: User) -> Intake:
    intake = services.open_intake(case=case, by=klantmanager)
    fill(intake, klantmanager, doelen=OWN, terugvertellen="Er komt een plan")
    return services.complete_intake(intake=intake, by=klantmanager)


# --- The pack ----------------------------------------------------------------------------------------------------


def test_the_start_page_leads_to_the_pack_and_opening_it_is_known(me: Client, pack: Notice) -> None:
    """PP-26: the gemeente sees that it was opened, and when; looking at a page alone changes nothing."""
    assert "/mijn/voorbereiding/gelezen/" in page_of(me, "/mijn/")
    page_of(me, PACK)
    pack.refresh_from_db()
    assert pack.read_at is None
    assert me.post(f"{PACK}gelezen/")["Location"] == PACK
    pack.refresh_from_db()
    assert pack.read_at is not None
    first = pack.read_at
    me.post(f"{PACK}gelezen/")
    pack.refresh_from_db()
    assert pack.read_at == first
    assert "gelezen/" not in page_of(me, PACK)


def test_somebody_else_opens_nothing(partner: Client, pack: Notice, log_in: LogIn) -> None:
    for other in (partner, log_in(ResidentFactory())):
        other.post(f"{PACK}gelezen/")
    pack.refresh_from_db()
    assert pack.read_at is None


@pytest.mark.parametrize(
    ("language", "words", "direction"),
    [
        ("nl", "Wat is de brede intake?", "ltr"),
        ("en", "It is not an exam", "ltr"),
        ("ar", "ليست امتحانًا", "rtl"),
    ],
)
def test_the_pack_is_there_in_the_own_language_and_can_be_read_aloud(
    me: Client, pack: Notice, language: str, words: str, direction: str
) -> None:
    """PP-26: what, why, how to prepare, the sheet; language and direction tell the phone how to read it aloud."""
    speak(me, language)
    page = page_of(me, PACK)
    assert words in page
    assert f'lang="{language}" dir="{direction}"' in page
    assert step_path("wensen") in page


def test_a_pack_without_translation_says_so(me: Client, case: Case, klantmanager: User) -> None:
    case.person.languages.create(code="ti", reads=True, preferred=True)
    send_pack(case=case, by=klantmanager, confirmed_without_translation=True)
    assert "translation" in page_of(me, PACK)
    assert Notice.objects.filter(kind=NoticeKind.PREPARATION, without_translation=True).exists()


def test_after_the_intake_the_start_page_doesnt_ask_to_prepare(
    me: Client, pack: Notice, done: Intake
) -> None:
    start = page_of(me, "/mijn/")
    assert "/mijn/voorbereiding/gelezen/" not in start
    assert AFTER in start


# --- The sheet ---------------------------------------------------------------------------------------------------


def test_the_sheet_is_filled_in_step_by_step_in_arabic(me: Client, case: Case, resident: User) -> None:
    """PP-27: on a phone, in the own language, kept at each step."""
    speak(me, "ar")
    page = page_of(me, step_path("wensen"))
    assert "ماذا تريد أن تحقق في هولندا؟" in page
    assert 'dir="rtl"' in page
    answer = me.post(step_path("wensen"), {"doelen": OWN, "wensen_niet": "on", "taal": "ar"})
    assert answer["Location"] == step_path("zorgen")
    found = {one.question: (one.original, one.language, one.declined) for one in SheetAnswer.objects.all()}
    assert found == {"doelen": (OWN, "ar", False), "wensen": ("", "", True)}
    assert OWN in page_of(me, step_path("wensen"))
    me.post(step_path("onderwijs"), {"onderwijs_jaren": "١٢", "hoogste_opleiding": "hoger"})
    assert SheetAnswer.objects.get(question="onderwijs_jaren").original == "12"


def test_the_language_starts_at_that_of_the_dossier_and_then_at_what_was_written(
    me: Client, case: Case, resident: User, klantmanager: User
) -> None:
    """PP-27: who reads Farsi, in a portal that doesn't speak it, isn't kept as writing Dutch."""

    def chosen(key: str) -> list[str]:
        page = page_of(me, step_path(key))
        return re.findall(r'<option value="(\w+)" selected', page)

    assert chosen("wensen") == ["nl"]
    save_languages(
        person=case.person, languages=[{"code": "fa", "speaks": True, "reads": True, "preferred": True}]
    )
    assert chosen("wensen") == ["fa"]
    services.save_sheet_step(
        case=case, step="wensen", by=klantmanager, language="nl", answers={"wensen": services.Given("Rust")}
    )
    assert chosen("wensen") == chosen("zorgen") == ["fa"]
    me.post(step_path("zorgen"), {"zorgen": "Money", "taal": "en"})
    assert chosen("zorgen") == chosen("werk") == ["en"]
    me.post(step_path("wensen"), {"doelen": "Baker", "wensen": "Rust", "taal": "en", "taal_gezien": "fa"})
    found = {one.question: one.language for one in SheetAnswer.objects.all()}
    assert found == {"doelen": "en", "wensen": "nl", "zorgen": "en"}


def test_every_step_opens_saves_and_leads_to_the_next(me: Client) -> None:
    for number, step in enumerate(SHEET_STEPS, start=1):
        assert f"Stap {number} van {len(SHEET_STEPS)}" in page_of(me, step_path(step.key))
        answer = me.post(step_path(step.key), {})
        following = SHEET_STEPS[number].key if number < len(SHEET_STEPS) else None
        assert answer["Location"] == (step_path(following) if following else PACK)
    assert me.post(step_path("wensen"), {"doelen": "Werk", "stop": "ja"})["Location"] == PACK
    assert me.get(step_path("bestaat-niet")).status_code == 404


def test_each_area_asks_two_questions(me: Client) -> None:
    """PP-27: importance and feeling apart; "wil ik niet vertellen" is possible at both."""
    page = page_of(me, step_path("mensen"))
    assert page.count("Hoe belangrijk is dit voor u?") == 3
    assert page.count("Hoe gaat dit nu?") == 3
    me.post(
        step_path("mensen"), {"sociale_banden_belang": "essentieel", "sociale_bruggen_gevoel": "wil-niet"}
    )
    found = {one.indicator: (one.importance, one.feeling) for one in SheetRating.objects.all()}
    assert found["sociale_banden"] == ("essentieel", "")
    assert found["sociale_bruggen"] == ("", "wil-niet")


@pytest.mark.parametrize(
    ("key", "data", "kept"),
    [
        ("wensen", {"doelen": "x" * 20_001}, "x" * 20_001),
        ("wensen", {"doelen": "Bakker", "doelen_niet": "on"}, "Bakker"),
        ("wensen", {"doelen": "Bakker", "taal": "klingon"}, "Bakker"),
        ("onderwijs", {"onderwijs_jaren": "99"}, "99"),
        ("onderwijs", {"onderwijs_jaren": "veel"}, "veel"),
        ("onderwijs", {"hoogste_opleiding": "professor", "zelfstudie": "Thuis"}, "Thuis"),
        ("mensen", {"sociale_banden_belang": "heel erg"}, ""),
    ],
)
def test_what_cannot_be_comes_back_with_the_error(
    me: Client, key: str, data: dict[str, str], kept: str
) -> None:
    answer = me.post(step_path(key), data)
    assert answer.status_code == 422
    assert kept in answer.content.decode()
    assert not PreparationSheet.objects.exists()


def test_script_in_a_text_is_text(me: Client) -> None:
    me.post(step_path("wensen"), {"doelen": "<script>alert(1)</script>"})
    page = page_of(me, step_path("wensen"))
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page


def test_nobody_reads_or_writes_the_sheet_of_another(
    me: Client, partner: Client, partner_case: Case, case: Case, staff: list[Client], log_in: LogIn
) -> None:
    me.post(step_path("wensen"), {"doelen": OWN})
    assert OWN not in page_of(partner, step_path("wensen"))
    partner.post(step_path("wensen"), {"doelen": "Van de partner"})
    assert {one.sheet.case_id: one.original for one in SheetAnswer.objects.filter(question="doelen")} == {
        case.pk: OWN, partner_case.pk: "Van de partner"
    }  # fmt: skip
    neighbour = log_in(ResidentFactory())
    assert neighbour.post(step_path("wensen"), {"doelen": "x"}).status_code == 200
    assert SheetAnswer.objects.filter(question="doelen").count() == 2
    for colleague in staff:
        assert colleague.post(step_path("wensen"), {"doelen": "x"}).status_code == 403
    assert Client().get(PACK)["Location"] == f"/mijn/inloggen/?next={PACK}"


def test_after_the_intake_the_sheet_can_only_be_read(me: Client, case: Case, klantmanager: User) -> None:
    """PP-27: it can change until the intake is completed; what was typed too late isn't lost from the screen."""
    me.post(step_path("wensen"), {"doelen": OWN, "taal": "ar"})
    intake = services.open_intake(case=case, by=klantmanager)
    fill(intake, klantmanager, doelen="Wat Karin hoorde")
    services.complete_intake(intake=intake, by=klantmanager)
    assert me.get(step_path("wensen"))["Location"] == PACK
    late = me.post(step_path("wensen"), {"doelen": "Toch iets anders"})
    assert late.status_code == 422
    assert "Toch iets anders" in late.content.decode()
    assert SheetAnswer.objects.get(question="doelen").original == OWN
    page = page_of(me, PACK)
    assert OWN in page
    assert "stap/" not in page


def test_the_page_of_the_pack_takes_as_many_queries_however_full_the_sheet_is(
    me: Client, pack: Notice, django_assert_max_num_queries: Any
) -> None:
    me.post(step_path("wensen"), {"doelen": "Werk"})
    with django_assert_max_num_queries(30) as few:
        page_of(me, PACK)
    most = len(few)
    for step in SHEET_STEPS:
        data = {one.key: "12" if one.maximum else "Tekst" for one in step.questions if not one.options}
        me.post(step_path(step.key), data | {f"{one}_belang": "belangrijk" for one in step.indicators})
    with django_assert_max_num_queries(most):
        page_of(me, PACK)


# --- Afterwards --------------------------------------------------------------------------------------------------


def test_after_the_intake_the_newcomer_reads_what_it_was_and_what_comes(
    me: Client, partner: Client, done: Intake, klantmanager: User
) -> None:
    """PP-29: what was this, what happens now, and what was promised."""
    services.reopen_intake(intake=done, reason="Toezegging vergeten", by=klantmanager)
    talk = services.add_talk(
        intake=done, held_on=timezone.localdate(), mode="telefoon", interpreter="telefoon", by=klantmanager
    )
    promise = services.add_promise(
        talk=talk, text="Wij zoeken een taalmaatje", side="gemeente", by=klantmanager
    )
    services.settle_promise(promise=promise, outcome="in_pip", by=klantmanager)
    services.complete_intake(intake=done, by=klantmanager)
    page = page_of(me, AFTER)
    for words in ("Wat gebeurt er nu?", OWN, "Wij zoeken een taalmaatje", "bezwaar maken"):
        assert words in page
    speak(me, "ar")
    assert "ماذا سيحدث الآن؟" in page_of(me, AFTER)
    assert "Wij zoeken een taalmaatje" not in page_of(partner, AFTER)


def test_before_the_end_of_the_intake_there_is_nothing_to_read_yet(
    me: Client, case: Case, klantmanager: User
) -> None:
    services.open_intake(case=case, by=klantmanager)
    assert "De gesprekken zijn nog niet klaar" in page_of(me, AFTER)


def test_once_a_plan_holds_the_next_steps_are_about_that_plan(
    me: Client, case: Case, klantmanager: User, done: Intake
) -> None:
    """PP-29: after the decision nobody reads that the plan still has to be written."""
    assert "De gemeente schrijft uw plan, het PIP." in page_of(me, AFTER)
    establish(case, klantmanager)
    page = page_of(me, AFTER)
    assert "De gemeente schrijft uw plan, het PIP." not in page
    assert "Uw plan is klaar. U kunt het nu lezen." in page
    assert "Bezwaar maken kan tot en met" in page


def test_who_was_not_there_does_not_read_that_there_was_a_talk(me: Client, done: Intake) -> None:
    """PP-29: an intake that was completed in absence says so."""
    assert "U sprak met de gemeente" in page_of(me, AFTER)
    Intake.objects.filter(pk=done.pk).update(in_absence=True)
    page = page_of(me, AFTER)
    assert "U sprak met de gemeente" not in page
    assert "De gemeente maakte uw brede intake af zonder u" in page
