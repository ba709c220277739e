"""The brede intake in a real browser, by keyboard, with a lost connection, and at three widths."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from accounts.models import User
from cases.models import Case
from cases.services import save_languages
from intake import services
from intake.models import Intake
from intake.selectors import answers_by_question

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


@pytest.mark.parametrize("width", [320, 768, 1440])
def test_pages_fit_and_are_accessible(
    new_page: OpenPage,
    intake: Intake,
    klantmanager: User,
    width: int,
    assert_accessible: Callable[["Page"], None],
    screenshot: Callable[..., None],
) -> None:
    services.save_answer(
        intake=intake, question="doelen", by=klantmanager, original=OWN_WORDS * 40, translation="werk" * 200
    )
    page = new_page(klantmanager, width=width)
    paths = {
        "overzicht": reverse("intake", args=[intake.case_id]),
        "onderdeel": section_path(intake),
        "taal": section_path(intake, "taal"),
        "verslag": reverse("intake-lezen", args=[intake.pk]),
        "gesprek": reverse("intake-gesprek", args=[intake.pk]),
        "afronden": reverse("intake-afronden", args=[intake.pk]),
    }
    for name, path in paths.items():
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        assert_accessible(page)
        screenshot(page, f"intake-{name}-{width}")
