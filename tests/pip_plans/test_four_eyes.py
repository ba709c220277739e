"""PP-01, PP-06: a "no" of the team lead is not asked away, thrown away or decided by who wrote the text."""

from html import unescape

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from accounts.enums import Role
from pip_plans import services
from pip_plans.enums import ApprovalDecision, Ground
from pip_plans.models import Approval, PipVersion
from pip_plans.rules.approvals import Judge, Request, asking_obstacle, judging_obstacle
from tests.factories import StaffFactory

WHY = "De nieuwkomer kan niet lezen, maar wil toch de B1-route."
NO = ApprovalDecision.AFGEWEZEN
REFUSED = Request(Ground.EENZIJDIG, "a", NO, WHY)


# --- The rules ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "is_refused"),
    [
        (Request(Ground.EENZIJDIG, "a", motivation=WHY), True),
        (Request(Ground.EENZIJDIG, "a", motivation=f"  {WHY.upper()} !"), True),
        (Request(Ground.EENZIJDIG, "a", motivation=f"{WHY} Er is nu een taalmaatje."), False),
        (Request(Ground.EENZIJDIG, "b", motivation=WHY), False),
        (Request(Ground.LEERROUTE, "a", motivation=WHY), False),
    ],
)
def test_after_a_no_only_something_new_is_asked(wanted, is_refused):
    assert bool(asking_obstacle([REFUSED], wanted)) == is_refused


def test_a_yes_or_a_question_that_lapsed_keeps_nobody_from_asking():
    rows = [
        Request(Ground.EENZIJDIG, "a", decision, WHY)
        for decision in (ApprovalDecision.GOEDGEKEURD, ApprovalDecision.VERVALLEN)
    ]
    assert asking_obstacle(rows, Request(Ground.EENZIJDIG, "a", motivation=WHY)) == ""


def test_who_wrote_it_does_not_judge_it():
    wrote = Judge(leads_the_team=True, guides_the_case=False, asked_it=False, wrote_it=True)
    assert "U schreef zelf aan deze tekst" in judging_obstacle(wrote)


# --- In the case --------------------------------------------------------------------------------------------


@pytest.fixture
def truus(team):
    return StaffFactory(team=team, role=Role.TEAMLEIDER, name="Truus Teamlead")


def ask(concept, by, motivation=WHY):
    return services.ask_approval(version=concept, ground=Ground.LEZEN_SCHRIJVEN, motivation=motivation, by=by)


def refuse(asked, by):
    return services.decide_approval(approval=asked, decision=NO, by=by, reason="Regel eerst alfabetisering.")


def html(response):
    return unescape(response.content.decode())


@pytest.mark.django_db
def test_another_team_lead_reads_the_no_of_the_first(concept, klantmanager, teamleider, truus, log_in):
    refuse(ask(concept, klantmanager), teamleider)
    with pytest.raises(ValidationError, match="wees dit al af"):
        ask(concept, klantmanager)
    again = ask(concept, klantmanager, f"{WHY} Hij begint in mei met alfabetisering.")
    page = html(log_in(truus).get(reverse("pip-akkoord", args=[again.pk])))
    for words in ("Wat teamleiders al besloten", teamleider.name, "Regel eerst alfabetisering.", WHY,
                  "Over precies deze tekst."):  # fmt: skip
        assert words in page
    services.update_concept(version=concept, by=klantmanager, support="Les in het buurthuis.")
    third = ask(concept, klantmanager)
    page = html(log_in(truus).get(reverse("pip-akkoord", args=[third.pk])))
    assert "De tekst is daarna veranderd." in page
    assert "Over precies deze tekst." not in page


@pytest.mark.django_db
def test_the_first_question_shows_no_earlier_decision(concept, klantmanager, truus, log_in):
    asked = ask(concept, klantmanager)
    page = html(log_in(truus).get(reverse("pip-akkoord", args=[asked.pk])))
    assert "Wat teamleiders al besloten" not in page


@pytest.mark.django_db
def test_what_was_decided_is_not_thrown_away_with_the_concept(
    concept, case, klantmanager, teamleider, log_in
):
    asked = ask(concept, klantmanager)
    refuse(asked, teamleider)
    client = log_in(klantmanager)
    answer = client.post(reverse("pip-concept-verwijderen", args=[case.pk]), follow=True)
    assert "De teamleider besliste over dit concept" in html(answer)
    assert Approval.objects.filter(pk=asked.pk, decision=NO).exists()


@pytest.mark.django_db
def test_a_question_without_an_answer_keeps_no_concept(concept, klantmanager):
    ask(concept, klantmanager)
    services.discard_concept(version=concept, by=klantmanager)
    assert not Approval.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("then", [None, {"support": "Les in het buurthuis."}])
def test_who_wrote_the_text_does_not_approve_it(concept, klantmanager, truus, log_in, then):
    """Not by letting a colleague ask, nor by letting a colleague change a comma elsewhere."""
    services.update_concept(version=concept, by=truus, motivation="U leert snel. Daarom past de B1-route.")
    if then:
        services.update_concept(version=concept, by=klantmanager, **then)
    asked = ask(PipVersion.objects.get(pk=concept.pk), klantmanager)
    page = reverse("pip-akkoord", args=[asked.pk])
    assert "U schreef zelf aan deze tekst" in html(log_in(truus).get(page))
    with pytest.raises(ValidationError, match="schreef zelf") as refusal:
        services.decide_approval(approval=asked, decision=ApprovalDecision.GOEDGEKEURD, by=truus)
    assert refusal.value.code == "mag_niet"


@pytest.mark.django_db
def test_who_decides_second_keeps_what_was_typed(concept, klantmanager, teamleider, truus, log_in):
    asked = ask(concept, klantmanager)
    refuse(asked, teamleider)
    typed = {"decision": "afgewezen", "reason": "Er is een betere weg met een taalmaatje."}
    answer = log_in(truus).post(reverse("pip-akkoord", args=[asked.pk]), typed)
    assert answer.status_code == 422
    for words in ("al beslist", "Wat u typte", typed["reason"]):
        assert words in html(answer)


@pytest.mark.django_db
def test_a_mark_is_no_text(concept, klantmanager, truus):
    """Who only checked the translation, wrote nothing."""
    services.update_concept(version=concept, by=truus, translation_state="automatisch")
    asked = ask(PipVersion.objects.get(pk=concept.pk), klantmanager)
    done = services.decide_approval(approval=asked, decision=ApprovalDecision.GOEDGEKEURD, by=truus)
    assert done.decided_by == truus
