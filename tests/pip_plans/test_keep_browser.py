"""What was typed survives an end of the session, in the portal and at the desk; and nobody else sees it."""

import pytest
from django.urls import reverse

from intake.services import Given, save_sheet_step
from pip_plans.services import share_concept
from tests.factories import ResidentFactory
from tests.pip_plans.plans import lawful_concept

pytestmark = pytest.mark.django_db(transaction=True)

CONCEPT = "/mijn/plan/concept/"
WORDS = "Ik wil liever les op dinsdag."
KEPT = "Object.keys(sessionStorage).filter(key => key.startsWith('keep:')).length"


@pytest.fixture
def shared(case, klantmanager):
    return share_concept(version=lawful_concept(case, klantmanager), by=klantmanager)


def end_session(page):
    cookies = [cookie for cookie in page.context.cookies() if cookie["name"] == "sessionid"]
    page.context.clear_cookies(name="sessionid")
    return cookies


def whole_plan(page):
    return page.locator("details", has_text="Iets zeggen over het hele plan")


def test_a_remark_comes_back_after_logging_in_again(shared, resident, new_page, look):
    page = new_page(resident, width=320)
    page.goto(CONCEPT)
    whole_plan(page).locator("summary").click()
    whole_plan(page).get_by_role("textbox").fill(WORDS)
    session = end_session(page)
    whole_plan(page).get_by_role("button", name="Verstuur").click()
    page.wait_for_url("**/mijn/inloggen/?next=/mijn/plan/concept/")
    page.context.add_cookies(session)
    page.goto(CONCEPT)
    page.get_by_text("Uw tekst staat er nog.").wait_for()
    look(page, "tekst-terug")
    assert whole_plan(page).get_by_role("textbox").input_value() == WORDS
    assert page.get_by_text("Uw tekst staat er nog.").count() == 1
    whole_plan(page).get_by_role("button", name="Verstuur").click()
    page.get_by_text("Uw opmerking is bewaard.").wait_for()
    assert page.evaluate(KEPT) == 0
    assert shared.comments.get().text == WORDS


def test_another_language_leaves_the_words(shared, resident, new_page):
    page = new_page(resident)
    page.goto(CONCEPT)
    page.get_by_label("Waarom bent u niet akkoord?").fill(WORDS)
    page.get_by_label("Ik ben niet akkoord met dit plan").check()
    page.get_by_role("button", name="Verstuur mijn antwoord").click()
    page.locator("#fouten").wait_for()
    page.get_by_role("button", name="English").click()
    page.wait_for_url(f"**{CONCEPT}")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("#id_reason").input_value() == WORDS
    assert page.locator("[name=reaction]:checked").get_attribute("value") == "niet_akkoord"


def test_what_was_typed_is_not_for_the_next_one_nor_after_logging_out(shared, resident, new_page):
    page = new_page(resident)
    page.goto(CONCEPT)
    page.get_by_label("Waarom bent u niet akkoord?").fill(WORDS)
    end_session(page)
    page.goto(CONCEPT)
    assert page.evaluate(KEPT) == 1
    other = new_page(ResidentFactory())
    page.context.add_cookies(end_session(other))
    page.goto("/mijn/")
    assert page.evaluate(KEPT) == 0
    page.evaluate("sessionStorage.setItem('autosave:1:x', 'y')")
    page.get_by_role("button", name="Uitloggen").click()
    page.wait_for_url("**/mijn/inloggen/")
    assert page.evaluate("sessionStorage.length") == 0


def test_a_goal_comes_back_for_the_klantmanager(case, klantmanager, new_page):
    lawful_concept(case, klantmanager)
    page = new_page(klantmanager)
    address = reverse("pip-concept", args=[case.pk])
    page.goto(address)
    form = page.locator(f"form[action='{reverse('pip-doelen', args=[case.pk])}']")
    form.locator("xpath=ancestor::details").locator("> summary").click()
    form.get_by_role("textbox").first.fill(WORDS)
    session = end_session(page)
    form.get_by_role("button").click()
    page.wait_for_url(f"**/account/login/?next={address}")
    page.context.add_cookies(session)
    page.goto(address)
    page.get_by_text("Uw tekst staat er nog.").wait_for()
    assert form.get_by_role("textbox").first.input_value() == WORDS


@pytest.mark.parametrize("way", ["knop", "terug", "terug en verversen"])
def test_words_survive_a_login_in_another_tab_until_they_were_sent(case, resident, new_page, look, way):
    """The form was made before the last login: whichever way somebody goes back, the text is there."""
    step = "/mijn/voorbereiding/stap/zorgen/"
    page = new_page(resident, width=320)
    page.goto(step)
    page.fill("#id_zorgen", WORDS)
    page.context.add_cookies([{"name": "csrftoken", "value": "b" * 32, "url": page.evaluate("origin")}])
    page.get_by_role("button", name="Opslaan en stoppen").click()
    page.get_by_text("Uw tekst staat er dan nog.").wait_for()
    if way == "knop":
        look(page, "verlopen")
        page.get_by_role("link", name="Open de pagina opnieuw").click()
        page.wait_for_url(f"**{step}")
    else:
        page.go_back()
    if way == "terug en verversen":
        page.reload()
        page.get_by_text("Uw tekst staat er nog.").wait_for()
        page.reload()
    assert page.input_value("#id_zorgen") == WORDS
    if way != "terug":
        page.get_by_text("Uw tekst staat er nog.").wait_for()
        page.get_by_role("button", name="Opslaan en stoppen").click()
        page.get_by_text("Opgeslagen.").wait_for()
        assert case.preparation_sheet.answers.get().original == WORDS
        assert page.evaluate(KEPT) == 0


def test_words_that_come_back_dont_pass_for_written_after_what_came_meanwhile(
    case, klantmanager, resident, new_page
):
    """The mark of what they were typed beside comes back with them."""
    step = "/mijn/voorbereiding/stap/zorgen/"
    page = new_page(resident)
    page.goto(step)
    page.fill("#id_zorgen", WORDS)
    session = end_session(page)
    page.get_by_role("button", name="Opslaan en stoppen").click()
    page.wait_for_url(f"**/mijn/inloggen/?next={step}")
    save_sheet_step(
        case=case, step="zorgen", by=klantmanager, language="nl",
        answers={"zorgen": Given("Geld"), "verwachtingen": Given("Snel werk")},
    )  # fmt: skip
    page.context.add_cookies(session)
    page.goto(step)
    page.get_by_role("button", name="Opslaan en stoppen").click()
    page.locator("#fouten").wait_for()
    assert page.locator("blockquote").inner_text() == "Geld"
    assert page.input_value("#id_zorgen") == WORDS
    page.get_by_role("button", name="Opslaan en stoppen").click()
    page.get_by_text("Opgeslagen.").wait_for()
    found = {one.question: (one.original, one.by) for one in case.preparation_sheet.answers.all()}
    assert found == {"zorgen": (WORDS, resident), "verwachtingen": ("Snel werk", klantmanager)}
