"""Who hears and who decides on a bezwaar stands outside the decision, and can read it (Awb, artikelen 7:5 and 10:3)."""

from html import unescape

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from accounts.enums import Role
from pip_plans.enums import Effect, ObjectionDecision, ObjectionVia
from pip_plans.models import Objection
from pip_plans.rules.objections import is_name_of
from pip_plans.selectors import hearers_for
from pip_plans.services import decide_objection, translate_objection
from tests.factories import GemeenteFactory, StaffFactory, TeamFactory
from tests.pip_plans.objections import GROUNDS, GROUNDS_AR, REASON, objection, ready
from tests.pip_plans.plans import TUESDAY

pytestmark = pytest.mark.django_db


def html(response):
    return unescape(response.content.decode())


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("Sanne de Wit", True),
        ("sanne  de wit", True),
        ("S. de Wit", True),
        ("S.J. de Wit", True),
        ("Mw. S. de Wit", True),
        ("De Wit", True),
        ("Simon de Wit", False),
        ("Sanne Bakker", False),
        ("Mr. A. de Vries", False),
        ("", False),
    ],
)
def test_a_name_with_an_initial_is_the_same_person(typed, same):
    assert is_name_of(typed, "Sanne de Wit") is same


# --- Who hears ----------------------------------------------------------------------------------------------


def test_who_hears_is_a_colleague_who_had_no_part(version, gemeente, klantmanager, colleague, lead):
    abroad = StaffFactory(team=TeamFactory(gemeente=GemeenteFactory()), role=Role.KLANTMANAGER)
    machine = StaffFactory(team=lead.memberships.get().team, role=Role.KLANTMANAGER)
    machine.set_unusable_password()
    machine.save()
    found = hearers_for(objection(version, klantmanager))
    assert {colleague, lead} <= set(found)
    assert not {klantmanager, abroad, machine} & set(found)


def test_on_the_page_a_colleague_is_chosen(version, case, klantmanager, colleague, log_in):
    found = objection(version, klantmanager)
    client, page = log_in(klantmanager), reverse("pip-bezwaar-stap", args=[case.pk, found.pk, "gehoord"])
    form = html(client.get(page))
    assert colleague.name in form
    assert f">{klantmanager.name}</option>" not in form
    typed = {"held_on": TUESDAY, "report": "Hij wil naar school."}
    for wrong, words in (
        ({}, "Een van de twee"),
        ({"hearer": colleague.pk, "outside": "Mr. J. Smit"}, "Een van de twee"),
        ({"outside": f"{klantmanager.name[0]}. {klantmanager.name.split(' ', 1)[1]}"}, "7:5"),
        ({"hearer": klantmanager.pk}, "hearer"),
    ):
        answer = client.post(page, typed | wrong)
        assert answer.status_code == 422
        assert words in html(answer)
        assert "Hij wil naar school." in html(answer)
    assert client.post(page, typed | {"hearer": colleague.pk}).status_code == 302
    kept = Objection.objects.get()
    assert (kept.hearer, kept.heard_by) == (colleague, colleague.name)
    assert "van buiten de gemeente" not in html(client.get(reverse("pip-bezwaar", args=[case.pk, found.pk])))


def test_somebody_from_outside_is_named_as_such(version, case, klantmanager, log_in):
    found = objection(version, klantmanager)
    client = log_in(klantmanager)
    typed = {"held_on": TUESDAY, "report": "Hij wil naar school.", "outside": "Mr. J. Smit"}
    client.post(reverse("pip-bezwaar-stap", args=[case.pk, found.pk, "gehoord"]), typed)
    page = html(client.get(reverse("pip-bezwaar", args=[case.pk, found.pk])))
    assert "Mr. J. Smit (van buiten de gemeente)" in page
    assert case.events.filter(text__contains="Mr. J. Smit, van buiten de gemeente").exists()


# --- Who decides --------------------------------------------------------------------------------------------


def test_the_klantmanager_does_not_choose_who_decides(version, case, klantmanager, lead, log_in):
    found = objection(version, klantmanager)
    mine, step = log_in(klantmanager), reverse("pip-bezwaar-stap", args=[case.pk, found.pk, "beslisser"])
    page = reverse("pip-bezwaar", args=[case.pk, found.pk])
    assert "Een andere teamleider laat beslissen</a>" not in html(mine.get(page))
    assert "Alleen een teamleider van het team" in html(mine.get(step))
    assert mine.post(step, {"decider": lead.pk}).status_code == 422
    assert Objection.objects.get().decider is None
    theirs = log_in(lead)
    assert "Een andere teamleider laat beslissen</a>" in html(theirs.get(page))
    assert theirs.post(step, {"decider": lead.pk}).status_code == 302


def test_what_nobody_can_read_is_not_decided(version, case, klantmanager, lead, resident, log_in):
    found = ready(
        objection(version, resident, via=ObjectionVia.PORTAAL, text=GROUNDS_AR, language="ar"), klantmanager
    )
    client, page = log_in(lead), reverse("pip-bezwaar-stap", args=[case.pk, found.pk, "beslissen"])
    assert "Ik lees Arabisch en heb dit bezwaar zelf gelezen" in html(client.get(page))
    typed = {"decision": "ongegrond", "effect": "geen", "reason": REASON}
    refused = client.post(page, typed)
    assert refused.status_code == 422
    assert "nog niet vertaald" in html(refused)
    assert REASON in html(refused)
    assert client.post(page, typed | {"reads_language": "on"}).status_code == 302
    assert case.events.filter(text__contains=f"{lead.name} las het bezwaar zelf").exists()


def test_after_a_translation_nothing_more_is_asked(version, case, klantmanager, lead, log_in):
    found = ready(objection(version, klantmanager, text=GROUNDS_AR, language="ar"), klantmanager)
    facts = {"decision": ObjectionDecision.ONGEGROND, "effect": Effect.GEEN, "reason": REASON, "by": lead}
    with pytest.raises(ValidationError, match="nog niet vertaald"):
        decide_objection(objection=found, **facts)
    translate_objection(objection=found, translation_nl=GROUNDS, by=klantmanager)
    page = reverse("pip-bezwaar-stap", args=[case.pk, found.pk, "beslissen"])
    assert "Ik lees Arabisch" not in html(log_in(lead).get(page))
    decide_objection(objection=found, **facts)
    assert not case.events.filter(text__contains="las het bezwaar zelf").exists()
