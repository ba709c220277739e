"""The brede intake in a real browser, by keyboard, with a lost connection, and at three widths."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from cases.services import save_languages
from intake import services
from intake.models import Intake, PreparationSheet
from intake.rules import LISTS, SECTIONS, Question, applies
from intake.selectors import answers_by_question, versions_of
from tests.factories import ResidentFactory

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

OWN_WORDS = "أريد أن أفتح مخبزًا"
OpenPage = Callable[..., "Page"]


@pytest.fixture
def intake(live: object, case: Case, klantmanager: User) -> Intake:
    save_languages(person=case.person, languages=[{"code": "ar", "speaks": True, "preferred": True}])
    return services.open_intake(case=case, by=klantmanager)


def section_path(intake: Intake, key: str = "eigen-woorden") -> str:
    return reverse("intake-onderdeel", args=[intake.case_id, key])


def saved(page: "Page", name: str) -> None:
    page.wait_for_selector(f"#id_{name}_state[data-state=saved]")


def test_own_words_by_keyboard_save_themselves(
    new_page: OpenPage, intake: Intake, klantmanager: User
) -> None:
    page = new_page(klantmanager)
    page.goto(section_path(intake))
    page.focus("#id_doelen")
    page.keyboard.type(OWN_WORDS)
    page.keyboard.press("Tab")
    saved(page, "doelen")
    page.keyboard.type("Ik wil een bakkerij openen")
    page.keyboard.press("Tab")
    saved(page, "doelen__vertaling")
    page.keyboard.type("Arab")
    page.keyboard.press("Tab")
    saved(page, "doelen__taal")
    answer = answers_by_question(intake)["doelen"]
    assert (answer.original, answer.translation, answer.original_language) == (
        OWN_WORDS,
        "Ik wil een bakkerij openen",
        "ar",
    )
    assert page.evaluate("getComputedStyle(document.getElementById('id_doelen')).direction") == "rtl"


def test_a_lost_connection_loses_nothing_that_was_typed(
    new_page: OpenPage, intake: Intake, klantmanager: User
) -> None:
    page = new_page(klantmanager)
    page.goto(section_path(intake))
    page.context.set_offline(True)
    page.fill("#id_wensen", "Timmeren")
    page.keyboard.press("Tab")
    page.wait_for_selector("#id_wensen_state[data-state=waiting]")
    page.context.set_offline(False)
    saved(page, "wensen")
    assert answers_by_question(intake)["wensen"].original == "Timmeren"


def test_two_colleagues_meet_at_one_field(
    new_page: OpenPage, intake: Intake, klantmanager: User, teamleider: User
) -> None:
    page = new_page(klantmanager)
    page.goto(section_path(intake, "onderwijs-werk"))
    services.save_answer(intake=intake, question="beroep", by=teamleider, original="Bakker")
    page.fill("#id_beroep", "Kok")
    page.keyboard.press("Tab")
    page.wait_for_selector("#id_beroep_state[data-state=refused]")
    assert teamleider.name in page.inner_text("#id_beroep_state")
    page.reload()
    assert page.input_value("#id_beroep") == "Bakker"
    page.get_by_role("button", name="Neem deze").click()
    page.wait_for_load_state()
    assert page.input_value("#id_beroep") == "Kok"


def test_what_comes_back_after_a_reload_is_not_put_over_a_colleagues_text(
    new_page: OpenPage, intake: Intake, klantmanager: User, teamleider: User
) -> None:
    page = new_page(klantmanager)
    path = section_path(intake, "onderwijs-werk")
    page.goto(path)
    page.route("**/antwoord/**", lambda route: route.abort())
    page.fill("#id_beroep", "Kok")
    page.keyboard.press("Tab")
    page.wait_for_selector("#id_beroep_state[data-state=waiting]")
    services.save_answer(intake=intake, question="beroep", by=teamleider, original="Bakker")
    page.on("dialog", lambda dialog: dialog.accept())
    page.unroute("**/antwoord/**")
    page.goto(path)
    page.wait_for_selector("#id_beroep_state[data-state=refused]")
    assert answers_by_question(intake)["beroep"].original == "Bakker"
    page.goto(path)
    assert "Kok" in page.inner_text("main")
    assert page.input_value("#id_beroep") == "Bakker"


def tab_to(page: "Page", **wanted: str) -> None:
    """Presses Tab until the element with this name or text has the focus."""
    for _ in range(200):
        page.keyboard.press("Tab")
        found = page.evaluate(
            "() => ({name: document.activeElement.name || '', text: document.activeElement.innerText || ''})"
        )
        if all(value == found[key].strip() for key, value in wanted.items()):
            return
    raise AssertionError(f"Tab doesn't reach {wanted}")


def answer_by_keyboard(page: "Page", question: Question) -> None:
    tab_to(page, name=question.key)
    if question.options:
        page.keyboard.press("ArrowDown")
        if question.key in SAY_NO:
            page.keyboard.press("ArrowDown")
    else:
        page.keyboard.type("12" if question.maximum else "Brood bakken")


SAY_NO = {"werkt_nu", "kinderen"}


def test_what_the_arrow_keys_pass_is_no_answer(
    new_page: OpenPage, intake: Intake, klantmanager: User
) -> None:
    """An arrow key chooses each option on its way: the history holds only where somebody ended."""
    page = new_page(klantmanager)
    page.goto(section_path(intake, "onderwijs-werk"))
    tab_to(page, name="hoogste_opleiding")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
        page.wait_for_timeout(1000)  # longer than the pause after a key in a text
    page.keyboard.press("Tab")
    saved(page, "hoogste_opleiding")
    chosen = page.locator("[name=hoogste_opleiding]:checked").input_value()
    assert chosen
    answer = answers_by_question(intake)["hoogste_opleiding"]
    assert [version.original for version in versions_of(answer)] == [chosen]


def test_a_whole_intake_is_done_by_keyboard(
    new_page: OpenPage, live: object, case: Case, klantmanager: User
) -> None:
    """From the start to completed without a mouse: each section, a talk, the private talk, and the end."""
    services.record_lbt_result(
        case=case,
        result="B1-route haalbaar",
        score="62,50",
        needed_score="50,00",
        taken_on=timezone.localdate(),
    )
    page = new_page(klantmanager)
    page.goto(reverse("intake", args=[case.pk]))
    tab_to(page, text="Start de brede intake")
    page.keyboard.press("Enter")
    values = dict.fromkeys(SAY_NO, "nee")
    for section in SECTIONS:
        page.wait_for_url(f"**/{section.key}/**")
        for question in section.questions:
            if question.required and applies(question, values):
                answer_by_keyboard(page, question)
        tab_to(page, name="actie")
        page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/intake/\?taal="))
    tab_to(page, text="Gesprek toevoegen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/gesprek/")
    for name in ("mode", "interpreter"):
        tab_to(page, name=name)
        page.keyboard.press("Space")
    tab_to(page, text="Opslaan")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Toezegging toevoegen")
    tab_to(page, name="text")
    page.keyboard.type("De gemeente belt de school")
    tab_to(page, name="side")
    page.keyboard.press("Space")
    tab_to(page, text="Toezegging opslaan")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Nog niet afgehandeld")
    tab_to(page, text="Afhandelen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/toezegging/*/")
    tab_to(page, name="outcome")
    page.keyboard.press("Space")
    tab_to(page, text="Opslaan")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Komt in het PIP")
    tab_to(page, text="Terug naar de intake")
    page.keyboard.press("Enter")
    page.wait_for_url("**/intake/")
    tab_to(page, text="Ik heb dit gezegd")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=U wees de nieuwkomer hierop")
    tab_to(page, text="Afronden")
    page.keyboard.press("Enter")
    page.wait_for_url("**/afronden/")
    tab_to(page, text="Rond de intake af")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=U kunt nu het PIP maken")
    assert not case.intakes.get().is_open


def test_pages_fit_and_are_accessible(
    new_page: OpenPage, intake: Intake, klantmanager: User, look: Callable[["Page", str], None]
) -> None:
    services.save_answer(
        intake=intake, question="doelen", by=klantmanager, original=OWN_WORDS * 40, translation="werk" * 200
    )
    talk = services.add_talk(
        intake=intake, held_on=timezone.localdate(), mode="azc", interpreter="aanwezig", by=klantmanager
    )
    promise = services.add_promise(talk=talk, text="Belofte " * 60, side="gemeente", by=klantmanager)
    services.add_entry(
        list_key="niveaus", case=intake.case, by=klantmanager, skill="lezen", level="A2", source="examen",
        measured_on=timezone.localdate(), remark="Zeer" * 60,
    )  # fmt: skip
    services.save_sheet_step(
        case=intake.case, step="wensen", by=klantmanager, language="ar", answers={"doelen": services.Given(OWN_WORDS * 40)}
    )  # fmt: skip
    services.save_sheet_step(
        case=intake.case,
        step="wonen",
        by=klantmanager,
        ratings={"zorg": services.Rated("essentieel", "rood")},
    )
    page = new_page(klantmanager)
    paths = {
        "overzicht": reverse("intake", args=[intake.case_id]),
        "onderdeel": section_path(intake),
        "taal": section_path(intake, "taal"),
        "verslag": reverse("intake-lezen", args=[intake.pk]),
        "gesprek": reverse("intake-gesprek", args=[intake.pk]),
        "afronden": reverse("intake-afronden", args=[intake.pk]),
        "toezeggingen": reverse("intake-gesprek-lezen", args=[intake.pk, talk.pk]),
        "toezegging": reverse("intake-toezegging-afhandelen", args=[intake.pk, promise.pk]),
        "toets": section_path(intake, "toets"),
        "coa": reverse("intake-coa", args=[intake.case_id]),
        "voorbereidingsblad": reverse("intake-voorbereiding", args=[intake.case_id]),
        "voorbereiding-stap": reverse("intake-voorbereiding-stap", args=[intake.case_id, "wensen"]),
        "voorbereidingspakket": reverse("voorbereidingspakket", args=[intake.case_id]),
    } | {
        f"lijst-{one.key}": reverse("intake-lijst-toevoegen", args=[intake.case_id, one.key]) for one in LISTS
    }
    for name, path in paths.items():
        page.goto(path)
        look(page, f"intake-{name}")


def test_a_clash_on_the_preparation_sheet_is_seen_and_settled(
    new_page: OpenPage, look: Callable[..., None], intake: Intake, klantmanager: User
) -> None:
    """PP-27: both texts are on the page, in the portal and at the desk, and who typed chooses."""
    resident, path = ResidentFactory(person=intake.case.person), "/mijn/voorbereiding/stap/wensen/"
    page = new_page(resident, width=320)
    page.goto(path)
    page.fill("#id_doelen", "Bakker worden")
    services.save_sheet_step(
        case=intake.case,
        step="wensen",
        by=klantmanager,
        language="nl",
        answers={"doelen": services.Given("Kok")},
    )
    page.get_by_role("button", name="Opslaan en stoppen").click()
    page.locator("#fouten").wait_for()
    assert page.input_value("#id_doelen") == "Bakker worden"
    assert page.locator("blockquote").inner_text() == "Kok"
    look(page, "blad-botsing")
    desk = new_page(klantmanager)
    desk.goto(reverse("intake-voorbereiding-stap", args=[intake.case_id, "wensen"]))
    page.get_by_role("button", name="Opslaan en stoppen").click()
    page.get_by_text("Opgeslagen.").wait_for()
    desk.fill("#id_doelen", "Kok in een hotel")
    desk.get_by_role("button", name="Opslaan").click()
    desk.locator("blockquote").wait_for()
    look(desk, "blad-botsing-balie")
    desk.get_by_label("Dit moet blijven staan.").check()
    desk.get_by_role("button", name="Opslaan").click()
    desk.wait_for_url(f"**{reverse('intake-voorbereiding', args=[intake.case_id])}")
    assert [one.original for one in PreparationSheet.objects.get().answers.all()] == ["Bakker worden"]
