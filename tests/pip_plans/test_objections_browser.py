"""The pages of a bezwaar and of the letter texts in a real browser: for everybody to use, at every width."""

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from accounts.enums import Role
from pip_plans.enums import ApprovalDecision, Effect, Ground, ObjectionDecision
from pip_plans.rules.letter.texts import DEFAULTS
from pip_plans.selectors import concept_of
from pip_plans.services import (
    activate_letter_texts,
    ask_approval,
    decide_approval,
    decide_objection,
    name_decider,
    save_letter_texts,
    start_concept,
    update_concept,
)
from tests.factories import StaffFactory, TeamFactory
from tests.pip_plans.objections import DE_WIT, GROUNDS, GROUNDS_AR, REASON, objection, ready
from tests.pip_plans.plans import establish, lawful_concept

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def see(look):
    def see(page, path, name):
        page.goto(path)
        look(page, name)

    return see


def establish_next(case, klantmanager):
    """A version in the place of the one that was objected to."""
    concept = start_concept(case=case, by=klantmanager)
    update_concept(version=concept, by=klantmanager, change_reason="Dit past beter.", talks_per_year=6)
    establish(concept, on=localdate(), by=klantmanager)


def test_the_pages_of_a_bezwaar_are_accessible_and_fit(case, klantmanager, teamleider, new_page, see):
    version = establish(lawful_concept(case, klantmanager), on=localdate(), by=klantmanager)
    page = new_page(klantmanager)
    see(page, reverse("pip-bezwaar-nieuw", args=[case.pk]), "bezwaar-nieuw")
    found = objection(
        version, klantmanager, text=GROUNDS_AR, language="ar", translation_nl=GROUNDS, representative=DE_WIT
    )
    see(page, reverse("pip-bezwaren", args=[case.pk]), "bezwaren-van-dossier")
    see(page, reverse("pip-bezwaar", args=[case.pk, found.pk]), "bezwaar")
    see(page, reverse("pip-bezwaar-stap", args=[case.pk, found.pk, "aanvullen"]), "bezwaar-aanvullen")
    for key in ("vertegenwoordiger", "geen-vertegenwoordiger"):
        see(page, reverse("pip-bezwaar-stap", args=[case.pk, found.pk, key]), f"bezwaar-{key}")
    see(page, reverse("pip-versie", args=[case.pk, 1]), "versie-met-uitleg")
    lead = new_page(teamleider)
    see(lead, reverse("brieven"), "brieven-aan-vertegenwoordiger")
    see(lead, reverse("bezwaren"), "bezwaren")
    see(lead, reverse("pip-bezwaar-stap", args=[case.pk, found.pk, "beslisser"]), "bezwaar-beslisser")
    establish_next(case, klantmanager)
    see(lead, reverse("pip-bezwaar-stap", args=[case.pk, found.pk, "beslissen"]), "bezwaar-beslissen")
    named = StaffFactory(team=TeamFactory(gemeente=case.gemeente), role=Role.TEAMLEIDER)
    name_decider(objection=found, decider=named, by=teamleider)
    see(new_page(named), reverse("pip-bezwaar", args=[case.pk, found.pk]), "bezwaar-aangewezen")


def test_what_a_decision_leaves_to_do_is_accessible_and_fits(
    case, klantmanager, teamleider, new_page, see, look
):
    """A won bezwaar that waits for its version, what was typed too late, and an earlier "no" of a team lead."""
    version = establish(lawful_concept(case, klantmanager), on=localdate(), by=klantmanager)
    second = StaffFactory(team=case.team, role=Role.TEAMLEIDER, name="Truus Teamlead")
    found = objection(version, klantmanager, text=GROUNDS_AR, language="ar")
    klant, lead = new_page(klantmanager), new_page(teamleider)
    see(klant, reverse("pip-bezwaar-stap", args=[case.pk, found.pk, "gehoord"]), "bezwaar-gehoord")
    lead.goto(reverse("pip-bezwaar-stap", args=[case.pk, found.pk, "beslissen"]))
    lead.get_by_label("Ongegrond").check()
    lead.get_by_label("Waarom beslist u dit?").fill(REASON)
    lead.get_by_label("Ik lees Arabisch").check()
    decide_objection(objection=ready(found, klantmanager), decision=ObjectionDecision.GEGROND, effect=Effect.NIEUW_PIP,
                     reason=REASON, by=second, reads_language=True, confirmed_without_translation=True)  # fmt: skip
    lead.get_by_role("button", name="Neem dit besluit").click()
    assert lead.get_by_text(REASON).is_visible()
    look(lead, "bezwaar-te-laat-beslist")
    see(klant, reverse("pip-bezwaar", args=[case.pk, found.pk]), "bezwaar-uit-te-voeren")
    see(klant, reverse("pip", args=[case.pk]), "pip-na-bezwaar")
    see(klant, reverse("pip-concept-verwijderen", args=[case.pk]), "concept-verwijderen-na-bezwaar")
    see(lead, reverse("pip-goedkeuren"), "goedkeuren-na-bezwaar")
    facts = {"version": concept_of(case), "ground": Ground.LEZEN_SCHRIJVEN, "by": klantmanager}
    refused = ask_approval(motivation="Hij wil de B1-route toch proberen.", **facts)
    decide_approval(
        approval=refused, decision=ApprovalDecision.AFGEWEZEN, by=teamleider, reason="Begin met lezen."
    )
    again = ask_approval(motivation="Hij begint in mei met alfabetisering.", **facts)
    see(new_page(second), reverse("pip-akkoord", args=[again.pk]), "akkoord-na-een-nee")


def test_the_newcomers_pages_of_a_bezwaar_are_accessible_and_fit(
    case, klantmanager, resident, new_page, see, live
):
    version = establish(lawful_concept(case, klantmanager), on=localdate(), by=klantmanager)
    page = new_page(resident)
    page.context.add_cookies([{"name": "django_language", "value": "ar", "url": live.url}])
    see(page, reverse("mijn-bezwaar-nieuw", args=[version.pk]), "mijn-bezwaar-nieuw-ar")
    assert page.evaluate("document.documentElement.dir") == "rtl"
    found = objection(version, klantmanager, text=GROUNDS_AR, language="ar", representative=DE_WIT)
    see(page, reverse("mijn-bezwaar", args=[found.pk]), "mijn-bezwaar-ar")
    see(page, reverse("mijn-bezwaar-intrekken", args=[found.pk]), "mijn-bezwaar-intrekken-ar")
    see(page, reverse("mijn-vertegenwoordiger", args=[found.pk]), "mijn-vertegenwoordiger-ar")
    establish_next(case, klantmanager)
    see(page, reverse("mijn"), "mijn-start-bezwaar-ar")
    see(page, reverse("mijn-plan"), "mijn-plan-bezwaar-ar")


def test_the_pages_of_the_letter_texts_are_accessible_and_fit(team, new_page, see):
    manager = StaffFactory(team=team, role=Role.FUNCTIONEEL_BEHEERDER)
    page = new_page(manager)
    see(page, reverse("briefteksten"), "briefteksten-leeg")
    first = save_letter_texts(texts=DEFAULTS | {"aanhef": "Dag [naam],"}, note="Vriendelijker", by=manager)
    activate_letter_texts(text=first, valid_from=localdate(), by=manager)
    save_letter_texts(texts=DEFAULTS, note="Terug naar het begin", by=manager)
    see(page, reverse("briefteksten"), "briefteksten")
    see(page, reverse("brieftekst", args=[1]), "brieftekst")
