"""A bezwaar that was won stays to be done until a version was established that carries it out (Awb, artikel 7:11)."""

from html import unescape

import pytest
from django.urls import reverse

from caseload.enums import Level, Source
from caseload.selectors import work_list
from pip_plans.enums import Effect, ObjectionDecision
from pip_plans.models import Objection
from pip_plans.selectors import concept_of
from pip_plans.services import (
    decide_objection,
    discard_concept,
    start_concept,
    update_concept,
)
from tests.pip_plans.objections import REASON, objection, ready
from tests.pip_plans.plans import TUESDAY, establish

pytestmark = pytest.mark.django_db
WON = "U maakte bezwaar op 10 maart 2026. U kreeg gelijk."


def won(version, klantmanager, lead, **changes):
    facts = {"decision": ObjectionDecision.GEGROND, "effect": Effect.NIEUW_PIP, "reason": REASON, "by": lead}
    return decide_objection(
        objection=ready(objection(version, klantmanager), klantmanager), **(facts | changes)
    )


def on_list(user, *, team=False):
    return work_list(user, today=TUESDAY, source=Source.OBJECTION, team=team).rows


def html(response):
    return unescape(response.content.decode())


def test_it_stays_on_the_list_until_the_version_is_established(
    version, case, klantmanager, lead, colleague, log_in
):
    found = won(version, klantmanager, lead)
    [row] = on_list(klantmanager)
    assert row.reasons[0].level == Level.SOON
    assert "stel een nieuwe versie van het PIP vast" in row.reasons[0].text
    assert row.step.url_name == "pip"
    assert [one.case for one in on_list(lead, team=True)] == [case]
    assert on_list(colleague) == []
    client = log_in(lead)
    assert "Beslist, maar nog niet uitgevoerd" in html(client.get(reverse("pip-goedkeuren")))
    page = reverse("pip-bezwaar", args=[case.pk, found.pk])
    assert "Nog niet uitgevoerd" in html(client.get(page))
    assert "Na het bezwaar tegen versie 1" in html(client.get(reverse("pip", args=[case.pk])))
    second = establish(concept_of(case), on=TUESDAY, by=klantmanager)
    assert Objection.objects.get().new_version == second
    assert on_list(klantmanager) == on_list(lead, team=True) == []
    assert "Nog niet uitgevoerd" not in html(client.get(page))
    assert "Versie 2 (vastgesteld)" in html(client.get(page))


def test_who_decided_is_no_writer_of_the_plan(version, case, klantmanager, lead):
    """The sentence of the gemeente keeps no team lead from approving the plan, and takes no writer away."""
    concept = start_concept(case=case, by=klantmanager)
    update_concept(version=concept, by=klantmanager, support="Les in het buurthuis.")
    before = concept_of(case)
    won(version, klantmanager, lead)
    after = concept_of(case)
    assert after.writers == before.writers == {klantmanager.pk}
    assert after.text_since > before.text_since
    assert after.author_of("change_reason") == lead.pk


def test_a_concept_that_was_thrown_away_leaves_the_duty(version, case, klantmanager, lead, log_in):
    found = won(version, klantmanager, lead)
    client = log_in(klantmanager)
    away = reverse("pip-concept-verwijderen", args=[case.pk])
    assert f"Na bezwaar {found.number} moet er nog steeds een nieuwe versie komen" in html(client.get(away))
    client.post(away)
    assert concept_of(case) is None
    assert len(on_list(klantmanager)) == 1
    page = html(client.get(reverse("pip-bezwaar", args=[case.pk, found.pk])))
    assert "Er is nog geen concept van de nieuwe versie" in page
    again = start_concept(case=case, by=klantmanager)
    assert again.change_reason == WON
    assert Objection.objects.get().new_version == again
    establish(again, on=TUESDAY, by=klantmanager)
    assert on_list(klantmanager) == []
    third = start_concept(case=case, by=klantmanager)
    assert third.change_reason == ""
    assert Objection.objects.get().new_version.number == 2


@pytest.mark.parametrize(
    ("decision", "won_how"),
    [
        (ObjectionDecision.GEGROND, "U kreeg gelijk."),
        (ObjectionDecision.DEELS, "U kreeg voor een deel gelijk."),
    ],
)
def test_a_concept_that_was_there_keeps_its_words_and_gets_the_reason(
    version, case, klantmanager, lead, decision, won_how
):
    concept = start_concept(case=case, by=klantmanager)
    update_concept(version=concept, by=klantmanager, change_reason="U gaat meer werken.")
    done = won(version, klantmanager, lead, decision=decision)
    concept.refresh_from_db()
    assert concept.change_reason == f"U gaat meer werken.\n\nU maakte bezwaar op 10 maart 2026. {won_how}"
    assert done.new_version == concept


def test_a_full_reason_is_not_cut(version, case, klantmanager, lead):
    concept = start_concept(case=case, by=klantmanager)
    update_concept(version=concept, by=klantmanager, change_reason="x" * 2000)
    won(version, klantmanager, lead)
    concept.refresh_from_db()
    assert concept.change_reason == "x" * 2000
    assert Objection.objects.get().new_version == concept


def test_a_decision_that_asks_no_version_leaves_nothing(version, case, klantmanager, lead):
    won(version, klantmanager, lead, effect=Effect.HERROEPEN)
    assert on_list(klantmanager) == []
    concept = start_concept(case=case, by=klantmanager)
    assert concept.change_reason == ""
    discard_concept(version=concept, by=klantmanager)
