"""A klantmanager writes and establishes a PIP by keyboard, in a real browser."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.enums import Role
from intake.services import add_entry, record_lbt_result, set_lbt_version
from pip_plans.models import PipVersion
from pip_plans.rules.plan import PlanTranslation
from pip_plans.services import (
    promise_next_steps,
    record_needed_level,
    save_translations,
    share_concept,
    start_concept,
    stop_sharing,
    update_agreement,
    update_concept,
)
from tests.factories import StaffFactory
from tests.pip_plans.plans import agreed, completed_intake, establish, lawful_concept

pytestmark = pytest.mark.django_db(transaction=True)

AFTER = {
    "wished_level": "B2", "needed_level": "B2", "needed_level_source": "werkgever", "needed_level_by": "De Lepel",
    "further_learning": "geen_aanbod", "further_learning_reason": "In de regio is geen cursus op B2.",
    "study_goal": "mbo", "pathways": ["Mbo-opleiding met werk (bbl)", "Betaald werk"], "study_with_benefit": "ja",
    "benefit": "ja", "benefit_from": date(2025, 1, 6), "benefit_duties": "U zoekt werk dat bij de lessen past.",
}  # fmt: skip


def tab_to(page, selector):
    """Presses Tab until this element has the focus."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} can't be reached with Tab")


def draw(page, *strokes):
    """In the box, as a finger would: each stroke from one point to another."""
    page.locator("canvas").scroll_into_view_if_needed()
    box = page.locator("canvas").bounding_box()
    for (x, y), (to_x, to_y) in strokes:
        page.mouse.move(box["x"] + x, box["y"] + y)
        page.mouse.down()
        page.mouse.move(box["x"] + to_x, box["y"] + to_y)
        page.mouse.up()


def sign(page):
    """A dot is too short, and the page says so before it is sent; the quick cross of who doesn't write is enough."""
    short = page.get_by_text("Uw handtekening is te kort.")
    draw(page, ((50, 50), (51, 51)))
    short.wait_for()
    draw(page, ((80, 40), (100, 60)), ((100, 40), (80, 60)))
    short.wait_for(state="hidden")


def test_a_plan_is_written_by_keyboard_and_keeps_itself(case, klantmanager, new_page):
    completed_intake(case, klantmanager)
    start_concept(case=case, by=klantmanager)
    page = new_page(klantmanager)
    page.goto(reverse("pip-concept", args=[case.pk]))
    page.locator("#ontbreekt").get_by_text("Kies een leerroute.").wait_for()
    tab_to(page, "[name=leerroute]")
    with page.expect_response("**/concept/veld/"):
        page.keyboard.press("Space")
    page.locator("#ontbreekt").get_by_text("Kies een leerroute.").wait_for(state="detached")
    tab_to(page, "#id_motivation")
    with page.expect_response("**/concept/veld/"):
        page.keyboard.type("Dit is een uitleg in gewone woorden over deze route.")
        page.keyboard.press("Tab")
    page.locator("#id_motivation_state").get_by_text("Opgeslagen").wait_for()
    version = PipVersion.objects.get()
    assert (version.leerroute, version.motivation[:10]) == ("B", "Dit is een")


def test_a_field_that_cannot_be_says_so_beside_it(case, klantmanager, new_page):
    start_concept(case=case, by=klantmanager)
    page = new_page(klantmanager)
    page.goto(reverse("pip-concept", args=[case.pk]))
    with page.expect_response("**/concept/veld/") as response:
        page.fill("#id_pvt_hours", "5000")
        page.keyboard.press("Tab")
    assert response.value.status == 422
    page.locator("#id_pvt_hours_state").get_by_text("2000").wait_for()


def test_two_who_type_at_one_field_lose_nothing(
    case, klantmanager, teamleider, new_page, assert_accessible, screenshot
):
    concept = lawful_concept(case, klantmanager)
    pages = [new_page(user, width=320) for user in (teamleider, klantmanager)]
    for page in pages:
        page.goto(reverse("pip-concept", args=[case.pk]))
    for page, text in zip(pages, ("Een fiets.", "Reiskosten."), strict=True):
        with page.expect_response("**/concept/veld/"):
            page.fill("#id_support", text)
            page.keyboard.press("Tab")
    page = pages[1]
    page.locator("#id_support_state").get_by_text("Fatima Aydin wijzigde").wait_for()
    page.locator("#botsingen").get_by_text("Reiskosten.").wait_for()
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    screenshot(page, "pip-botsing-320")
    page.get_by_role("button", name="Neem deze").click()
    page.get_by_text("Gekozen bij").wait_for()
    assert page.input_value("#id_support") == "Reiskosten."
    assert concept.conflicts.get().dropped == "Een fiets."


def test_an_agreement_is_added_and_the_plan_established(case, klantmanager, new_page):
    lawful_concept(case, klantmanager)
    page = new_page(klantmanager)
    page.goto(reverse("pip-concept", args=[case.pk]))
    page.get_by_text("Afspraak toevoegen").press("Enter")
    page.fill("#afspraak_text", "Oefen elke week met het taalmaatje.")
    page.select_option("#afspraak_owner", "nieuwkomer")
    page.fill("#afspraak_due_on", timezone.localdate().isoformat())
    page.get_by_role("button", name="Voeg de afspraak toe").press("Enter")
    page.get_by_text("De afspraak staat in het plan.").wait_for()
    page.locator("#ontbreekt").get_by_role("link", name="nog niet gereageerd").press("Enter")
    page.get_by_role("link", name="Reactie vastleggen").press("Enter")
    page.locator("[name=reaction][value=akkoord]").press("Space")
    page.locator("[name=means][value=getekend]").press("Space")
    sign(page)
    page.fill("#id_sooner_reason", "De nieuwkomer las alles met de tolk en wil nu tekenen.")
    page.get_by_role("button", name="Leg de reactie vast").press("Enter")
    page.get_by_text("De nieuwkomer is akkoord met deze tekst").wait_for()
    page.get_by_role("link", name="Naar vaststellen").press("Enter")
    page.get_by_role("button", name="Ja, stel het PIP vast").press("Enter")
    page.get_by_text("PIP versie 1 is vastgesteld").wait_for()
    assert not PipVersion.objects.get().is_concept


def choose(page, name, value):
    """By keyboard: Tab to the question, then the arrows or the space bar."""
    tab_to(page, f"[name={name}]")
    kind = page.evaluate("document.activeElement.type")
    if kind == "checkbox":
        for _ in range(20):
            if page.evaluate("document.activeElement.value") == value:
                break
            page.keyboard.press("Tab")
        page.keyboard.press("Space")
        return
    if kind == "radio":
        page.keyboard.press("Space")
    for _ in range(60):
        if page.evaluate("document.activeElement.value") == value:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"{name} has no {value}")


def press(page, text):
    """Tab to what has this text, and press it."""
    for _ in range(250):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText || ''").strip().startswith(text):
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"{text} can't be reached with Tab")


def write(page, selector, text):
    tab_to(page, selector)
    page.keyboard.type(text)


BY_KEYBOARD = (
    (choose, "wished_leerroute", "B"),
    (choose, "leerroute", "B"),
    (write, "#id_why_not_o", "U wilt nu werken en geen opleiding doen."),
    (write, "#id_why_not_z", "U leert snel en kunt B1 halen."),
    (choose, "niveau", "B1"),
    (write, "#id_intensity_hours", "600"),
    (choose, "alphabetisation", "NVT"),
    (choose, "factors", "wens"),
    (choose, "factors", "opleiding"),
    (
        write,
        "#id_motivation",
        "U leert snel en u wilt werken als kok. Met de B1-route kunt u werken terwijl u leert.",
    ),
    (choose, "own_language", "nl"),
    (write, "#id_pvt_hours", "12"),
    (write, "#id_map_hours", "40"),
    (write, "#id_talks_per_year", "4"),
    (write, "#id_support", "De gemeente betaalt de cursus en zoekt een taalmaatje."),
    (choose, "participation", "tegelijk"),
    (write, "#id_participation_activity", "Vrijwilliger in de keuken van het buurthuis."),
    (choose, "benefit", "nee"),
    (choose, "wished_level", "B1"),
)
"""A plan that misses nothing, in the order of the page."""


def test_a_whole_plan_is_done_by_keyboard(case, klantmanager, resident, new_page):
    """From no plan at all to one that holds, without a mouse: written, shared, agreed by the newcomer, established."""
    completed_intake(case, klantmanager)
    page = new_page(klantmanager)
    page.goto(reverse("pip", args=[case.pk]))
    press(page, "Concept maken")
    page.wait_for_url("**/pip/concept/")
    press(page, "Doel toevoegen")
    write(page, "#doel_own_text", "Ik wil als kok werken.")
    choose(page, "own_language", "nl")
    press(page, "Voeg het doel toe")
    page.get_by_text("Het doel staat in het plan.").wait_for()
    press(page, "Afspraak toevoegen")
    write(page, "#afspraak_text", "Begin met de les op maandag.")
    choose(page, "owner", "nieuwkomer")
    write(page, "#afspraak_due_on", "01012027")
    choose(page, "goal", str(case.pip.versions.get().goals.get().pk))
    press(page, "Voeg de afspraak toe")
    page.get_by_text("De afspraak staat in het plan.").wait_for()
    for act, name, words in BY_KEYBOARD:
        act(page, name, words)
    press(page, "Concept opslaan")
    page.get_by_text("Het concept is opgeslagen.").wait_for()
    press(page, "Delen en reacties")
    page.wait_for_url("**/concept/reacties/")
    press(page, "Deel het concept")
    page.get_by_text("Het concept staat in het portaal.").wait_for()
    mine = new_page(resident)
    mine.goto(reverse("mijn-concept"))
    choose(mine, "reaction", "akkoord")
    choose(mine, "means", "digid")
    press(mine, "Verstuur mijn antwoord")
    mine.get_by_text("Uw antwoord is bewaard.").wait_for()
    page.reload()
    press(page, "Naar vaststellen")
    page.wait_for_url("**/vaststellen/")
    press(page, "Ja, stel het PIP vast")
    page.get_by_text("PIP versie 1 is vastgesteld").wait_for()
    assert not PipVersion.objects.get().is_concept


def test_removing_asks_first(case, klantmanager, new_page):
    concept = lawful_concept(case, klantmanager)
    page = new_page(klantmanager)
    page.goto(reverse("pip-concept", args=[case.pk]))
    remove = page.locator("#afspraken").get_by_role("link", name="Verwijderen")
    remove.click()
    page.get_by_role("button", name="Annuleren").first.click()
    assert concept.agreements.count() == 1
    remove.click()
    page.get_by_role("button", name="Ja, verwijder de afspraak").click()
    page.get_by_text("De afspraak is verwijderd.").wait_for()
    assert concept.agreements.count() == 0


def test_the_pages_are_accessible_and_fit(case, klantmanager, resident, team, new_page, look):
    establish(lawful_concept(case, klantmanager), on=timezone.localdate(), by=klantmanager)
    second = start_concept(case=case, by=klantmanager)
    update_concept(version=second, by=klantmanager, talks_per_year=6, change_reason="Vaker praten.")
    establish(second, on=timezone.localdate(), by=klantmanager)
    third = start_concept(case=case, by=klantmanager)
    update_concept(version=third, by=klantmanager, motivation="", pvt_hours=None)
    goal, agreement = third.goals.get().pk, third.agreements.get().pk
    of_case = [
        ("pip",), ("pip-concept",), ("pip-vaststellen",), ("pip-voorbeeld-nieuwkomer",), ("pip-versie", 1),
        ("pip-verschil", 1, 2), ("pip-vorige-gemeente",), ("pip-doel", goal), ("pip-doel-verwijderen", goal),
        ("pip-afspraak", agreement), ("pip-weg-bij-duo", 2),
    ]  # fmt: skip
    beheerder = StaffFactory(team=team, role=Role.FUNCTIONEEL_BEHEERDER)
    guide, me, manage = (new_page(user) for user in (klantmanager, resident, beheerder))
    pages = [(guide, name, [case.pk, *numbers]) for name, *numbers in of_case]
    for page, name, numbers in [*pages, (me, "mijn-plan", []), (manage, "pip-leestijd", [])]:
        page.goto(reverse(name, args=numbers))
        look(page, name)


def test_what_comes_with_and_after_the_route_is_accessible_and_fits(
    case, klantmanager, teamleider, resident, team, new_page, look
):
    """PP-03, PP-05, PP-09, PP-44: the level, the ways, the plans of the team, and the newcomer's own plan."""
    concept = lawful_concept(case, klantmanager)
    update_concept(version=concept, by=klantmanager, **AFTER)
    first = concept.agreements.get()
    update_agreement(
        agreement=first, text=first.text, owner=first.owner, due_on=first.due_on, goal=first.goal, by=klantmanager,
        own_language="ar", translation="ابدأ الدرس يوم الاثنين.", translation_state="gecontroleerd",
    )  # fmt: skip
    establish(concept, on=timezone.localdate(), by=klantmanager)
    record_needed_level(
        case=case, level="C1", source="werkcoach", occupation="Kok", said_by="Els", by=klantmanager
    )
    for skill in ("luisteren", "spreken", "lezen", "schrijven"):
        add_entry(list_key="niveaus", case=case, by=klantmanager, skill=skill, level="B1", source="docent",
                  measured_on=timezone.localdate())  # fmt: skip
    set_lbt_version(
        name="2025", valid_from=date(2025, 1, 1), needed_score=Decimal(50), source="DUO", by=teamleider
    )
    test = record_lbt_result(
        case=case, result="haalbaar", score="62,50", needed_score="50,00", taken_on=timezone.localdate()
    )
    promise_next_steps(today=timezone.localdate())
    beheerder = StaffFactory(team=team, role=Role.FUNCTIONEEL_BEHEERDER)
    pages = [
        (klantmanager, "pip-niveau", [case.pk]), (klantmanager, "pip", [case.pk]), (beheerder, "pip-wegen", []),
        (teamleider, "pip-plannen", []), (resident, "mijn-plan", []), (teamleider, "pip-wachttijden", []),
        (klantmanager, "pip-wachttijd", [case.pk]), (klantmanager, "pip-vervolgstap", [case.pk]),
        (teamleider, "pip-toets", []), (teamleider, "toetsversies", []), (klantmanager, "lbt-versie", [case.pk, test.pk]),
        (beheerder, "pip-vooruit", []), (resident, "mijn", []),
    ]  # fmt: skip
    for user, name, numbers in pages:
        page = new_page(user)
        page.goto(reverse(name, args=numbers))
        look(page, f"{name}-na")


def test_a_translation_keeps_itself_with_how_it_was_made(case, klantmanager, new_page):
    """PP-36: the words and who looked at them are kept together, and the page counts along."""
    concept = lawful_concept(case, klantmanager)
    page = new_page(klantmanager)
    page.goto(reverse("pip-vertalingen", args=[case.pk]))
    with page.expect_response("**/vertalingen/veld/"):
        page.fill("#id_support", "تدفع البلدية ثمن الدورة.")
        page.keyboard.press("Tab")
    page.locator("#stand").get_by_text("1 van 7 teksten vertaald.").wait_for()
    with page.expect_response("**/vertalingen/veld/"):
        page.select_option("#id_support-stand", "gecontroleerd")
    page.locator("#id_support_state").get_by_text("Opgeslagen").wait_for()
    kept = concept.translations.get()
    assert (kept.text, kept.state) == ("تدفع البلدية ثمن الدورة.", "gecontroleerd")


def test_texts_in_the_own_language_are_accessible_and_fit(case, klantmanager, resident, live, new_page, look):
    """PP-36: for the klantmanager, and for the newcomer in the portal in both directions."""
    concept = lawful_concept(case, klantmanager)
    told = {"support": "تدفع البلدية ثمن الدورة وتبحث عن رفيق لغة.", "why_not_o": "تريد أن تعمل الآن."}
    save_translations(version=concept, by=klantmanager,
                      translations=[PlanTranslation(field=field, text=text) for field, text in told.items()])  # fmt: skip
    agreed(concept, klantmanager)  # So that the page says what changed since.
    update_concept(version=concept, by=klantmanager, why_not_o="U wilt nu werken. Leren kan later.")
    share_concept(version=concept, by=klantmanager)
    for user, name, language in ((klantmanager, "pip-vertalingen", ""), (resident, "mijn-concept", "nl"),
                                 (resident, "mijn-concept", "ar")):  # fmt: skip
        page = new_page(user)
        if language:
            page.context.add_cookies([{"name": "django_language", "value": language, "url": live.url}])
        page.goto(reverse(name, args=[case.pk] if name == "pip-vertalingen" else []))
        look(page, f"{name}-{language}")
    stop_sharing(version=concept, by=klantmanager)
    page.reload()
    look(page, "mijn-concept-weg")


def test_what_was_typed_for_an_established_plan_is_shown_to_copy(case, klantmanager, new_page, look):
    concept = lawful_concept(case, klantmanager)
    page = new_page(klantmanager)
    page.goto(reverse("pip-concept", args=[case.pk]))
    page.get_by_text("Doel toevoegen").click()
    page.locator("#doel_own_text").fill("أريد أن أفتح مخبزًا في هذه المدينة مع زوجتي.")
    establish(concept, on=timezone.localdate(), by=klantmanager)
    page.get_by_role("button", name="Voeg het doel toe").click()
    page.get_by_role("heading", name="Dit is niet opgeslagen").wait_for()
    assert "أريد أن أفتح مخبزًا" in page.content()
    look(page, "pip-niet-opgeslagen")
