"""The pages of a bezwaar and of the letter texts in a real browser: for everybody to use, at every width."""

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from accounts.enums import Role
from pip_plans.rules.letter.texts import DEFAULTS
from pip_plans.services import activate_letter_texts, save_letter_texts
from tests.factories import StaffFactory
from tests.pip_plans.objections import GROUNDS, GROUNDS_AR, objection
from tests.pip_plans.plans import establish, lawful_concept

pytestmark = pytest.mark.django_db(transaction=True)

WIDTHS = (320, 768, 1440)


@pytest.fixture
def look(assert_accessible, screenshot):
    def look(page, path, name, width):
        page.goto(path)
        assert_accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (
            f"{name} is wider than {width} px"
        )
        screenshot(page, f"{name}-{width}")

    return look


@pytest.mark.parametrize("width", WIDTHS)
def test_the_pages_of_a_bezwaar_are_accessible_and_fit(width, case, klantmanager, teamleider, new_page, look):
    version = establish(lawful_concept(case, klantmanager), on=localdate(), by=klantmanager)
    page = new_page(klantmanager, width=width)
    look(page, reverse("pip-bezwaar-nieuw", args=[case.pk]), "bezwaar-nieuw", width)
    found = objection(version, klantmanager, text=GROUNDS_AR, language="ar", translation_nl=GROUNDS)
    look(page, reverse("pip-bezwaren", args=[case.pk]), "bezwaren-van-dossier", width)
    look(page, reverse("pip-bezwaar", args=[case.pk, found.pk]), "bezwaar", width)
    look(page, reverse("pip-bezwaar-stap", args=[case.pk, found.pk, "aanvullen"]), "bezwaar-aanvullen", width)
    look(page, reverse("pip-versie", args=[case.pk, 1]), "versie-met-uitleg", width)
    lead = new_page(teamleider, width=width)
    look(lead, reverse("bezwaren"), "bezwaren", width)
    look(lead, reverse("pip-bezwaar-stap", args=[case.pk, found.pk, "beslissen"]), "bezwaar-beslissen", width)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_newcomers_pages_of_a_bezwaar_are_accessible_and_fit(
    width, case, klantmanager, resident, new_page, look, live
):
    version = establish(lawful_concept(case, klantmanager), on=localdate(), by=klantmanager)
    page = new_page(resident, width=width)
    page.context.add_cookies([{"name": "django_language", "value": "ar", "url": live.url}])
    look(page, reverse("mijn-bezwaar-nieuw", args=[version.pk]), "mijn-bezwaar-nieuw-ar", width)
    assert page.evaluate("document.documentElement.dir") == "rtl"
    found = objection(version, klantmanager, text=GROUNDS_AR, language="ar")
    look(page, reverse("mijn-bezwaar", args=[found.pk]), "mijn-bezwaar-ar", width)
    look(page, reverse("mijn-bezwaar-intrekken", args=[found.pk]), "mijn-bezwaar-intrekken-ar", width)
    look(page, reverse("mijn-plan"), "mijn-plan-bezwaar-ar", width)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_pages_of_the_letter_texts_are_accessible_and_fit(width, team, new_page, look):
    manager = StaffFactory(team=team, role=Role.FUNCTIONEEL_BEHEERDER)
    page = new_page(manager, width=width)
    look(page, reverse("briefteksten"), "briefteksten-leeg", width)
    first = save_letter_texts(texts=DEFAULTS | {"aanhef": "Dag [naam],"}, note="Vriendelijker", by=manager)
    activate_letter_texts(text=first, valid_from=localdate(), by=manager)
    save_letter_texts(texts=DEFAULTS, note="Terug naar het begin", by=manager)
    look(page, reverse("briefteksten"), "briefteksten", width)
    look(page, reverse("brieftekst", args=[1]), "brieftekst", width)
