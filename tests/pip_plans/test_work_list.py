"""What the newcomer and the team lead say about a concept stands in the work list until somebody did something with it."""

from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate as today

from caseload.enums import Level, Source
from caseload.selectors import Row, work_list
from pip_plans.enums import ApprovalDecision, Means, Reaction
from pip_plans.models import Approval
from pip_plans.services import (
    add_goal,
    answer_comment,
    ask_unilateral,
    comment_on,
    decide_approval,
    establish_unilaterally,
    respond,
    share_concept,
    update_concept,
)
from tests.factories import CaseFactory
from tests.pip_plans.plans import SIGNATURE, approved, lawful_concept
from tests.pip_plans.responses import WHY, later, not_agreed

pytestmark = pytest.mark.django_db


def rows(user, source, *, team=False) -> list[Row]:
    return work_list(user, today=today(), source=source, team=team).rows


def texts(user, source, *, team=False) -> list[str]:
    return [reason.text for row in rows(user, source, team=team) for reason in row.reasons]


def place(row: Row) -> str:
    return f"{row.step.url_name}#{row.step.place}"


@pytest.fixture
def shared(concept, klantmanager):
    return share_concept(version=concept, by=klantmanager)


@pytest.fixture
def asked(shared, klantmanager) -> Approval:
    """Not agreed; a week later the question to the team lead."""
    not_agreed(shared, klantmanager, reaction=Reaction.NIET_AKKOORD, reason="Te ver.", conditions=())
    with later(7):
        return ask_unilateral(version=shared, motivation=WHY, by=klantmanager, answers={})


def test_a_remark_stands_there_until_it_is_answered(shared, klantmanager, colleague, stranger, resident):
    """PP-01: no remark of the newcomer is lost, whoever looks at the list."""
    first = comment_on(version=shared, text="Te moeilijk.", by=resident, goal=shared.goals.get())
    assert texts(klantmanager, Source.REMARK) == ["Opmerking op het concept: nog geen antwoord."]
    second = comment_on(version=shared, text="Wanneer?", by=resident)
    assert texts(klantmanager, Source.REMARK) == ["2 opmerkingen op het concept: nog geen antwoord."]
    assert place(rows(klantmanager, Source.REMARK)[0]) == "pip-reacties#opmerkingen"
    assert len(rows(colleague, Source.REMARK, team=True)) == 1
    assert texts(colleague, Source.REMARK) == texts(stranger, Source.REMARK, team=True) == []
    for comment in (first, second):
        answer_comment(comment=comment, answer="Dat klopt.", by=klantmanager)
    assert texts(klantmanager, Source.REMARK) == []


def test_a_missing_agreement_shows_its_day_with_the_remark_and_leads_to_it(
    shared, case, klantmanager, resident, log_in
):
    """PP-02: its clock isn't a second row that leads elsewhere."""
    comment = comment_on(version=shared, text="Een taalmaatje.", by=resident, misses_agreement=True)
    (row,) = rows(klantmanager, Source.REMARK)
    assert "Er mist een afspraak: antwoord uiterlijk dinsdag 24 maart 2026." in row.reasons[0].text
    assert row.reasons[0].level == Level.TODO
    assert not [text for text in texts(klantmanager, Source.DEADLINE) if "Antwoord geven" in text]
    page = log_in(klantmanager).get(reverse("termijnen", args=[case.pk])).content.decode()
    assert f"{reverse('pip-reacties', args=[case.pk])}#opmerking-{comment.pk}" in page
    with later(15):
        (row,) = rows(klantmanager, Source.REMARK)
        assert (row.reasons[0].level, "1 dag te laat" in row.reasons[0].text) == (Level.LATE, True)


@pytest.mark.parametrize(
    ("reaction", "words", "to"),
    [
        (Reaction.AKKOORD, "akkoord. Stel het PIP vast.", "pip-vaststellen#"),
        (Reaction.ONDER_VOORWAARDE, "akkoord onder voorwaarde. Pas het plan aan", "pip-reacties#"),
        (Reaction.NIET_AKKOORD, "niet akkoord. Pas het plan aan", "pip-reacties#"),
    ],
)
def test_a_response_stands_there_until_the_text_is_another(
    shared, klantmanager, resident, reaction, words, to
):
    conditions = ["Dichtbij."] if reaction == Reaction.ONDER_VOORWAARDE else []
    respond(version=shared, reaction=reaction, means=Means.GETEKEND, strokes=SIGNATURE, language="ar", by=resident,
            reason="Te ver.", conditions=conditions)  # fmt: skip
    (row,) = rows(klantmanager, Source.RESPONSE)
    assert (words in row.reasons[0].text, place(row)) == (True, to), row.reasons[0].text
    update_concept(version=shared, by=klantmanager, support="De gemeente betaalt de bus.")
    assert texts(klantmanager, Source.RESPONSE) == []


def test_that_nobody_responded_is_no_news(shared, klantmanager):
    with later(8):
        respond(version=shared, reaction=Reaction.GEEN_REACTIE, by=klantmanager)
        assert texts(klantmanager, Source.RESPONSE) == []


def test_what_the_team_lead_said_stands_there_until_the_plan_is_established(
    shared, asked, case, klantmanager, teamleider, log_in
):
    """PP-01: and the page where a plan is established as agreed says where to go."""
    with later(8):
        assert texts(klantmanager, Source.RESPONSE) == texts(klantmanager, Source.APPROVAL) == []
        decide_approval(approval=asked, decision=ApprovalDecision.GOEDGEKEURD, by=teamleider)
        (row,) = rows(klantmanager, Source.APPROVAL)
        assert row.reasons[0].text == (
            "Akkoord van de teamleider gekregen: ‘Vaststellen zonder akkoord van de nieuwkomer’."
        )
        assert place(row) == "pip-eenzijdig#"
        page = unescape(log_in(klantmanager).get(reverse("pip-vaststellen", args=[case.pk])).content.decode())
        assert f"{teamleider.name} keurde op" in page
        assert reverse("pip-eenzijdig", args=[case.pk]) in page
        establish_unilaterally(
            version=approved(shared, klantmanager),
            on=today(),
            by=klantmanager,
            confirmed_without_translation=True,
        )
        assert texts(klantmanager, Source.APPROVAL) == []


def test_a_refusal_stands_there_until_the_text_is_another(
    shared, asked, case, klantmanager, teamleider, log_in
):
    with later(8):
        decide_approval(
            approval=asked, decision=ApprovalDecision.AFGEWEZEN, by=teamleider, reason="Praat eerst nog eens."
        )
        assert "afgewezen" in texts(klantmanager, Source.APPROVAL)[0]
        page = log_in(klantmanager).get(reverse("pip-vaststellen", args=[case.pk])).content.decode()
        assert "Praat eerst nog eens." in page
        add_goal(version=shared, own_text="Fietsen", own_language="nl", translation_nl="", by=klantmanager)
        assert texts(klantmanager, Source.APPROVAL) == []


def test_a_condition_afterwards_overtakes_the_approval(shared, asked, klantmanager, teamleider, resident):
    with later(8):
        decide_approval(approval=asked, decision=ApprovalDecision.GOEDGEKEURD, by=teamleider)
    with later(9):
        respond(version=shared, reaction=Reaction.ONDER_VOORWAARDE, means=Means.DIGID, language="ar", by=resident,
                conditions=["Dichtbij."])  # fmt: skip
        assert texts(klantmanager, Source.APPROVAL) == []
        assert len(rows(klantmanager, Source.RESPONSE)) == 1


def test_every_line_of_a_row_leads_to_its_own_page_in_as_many_queries(on_tuesday, klantmanager, team, log_in):
    client = log_in(klantmanager)
    counts = []
    for _ in range(2):
        for _ in range(2):
            case = CaseFactory(klantmanager=klantmanager)
            concept = share_concept(version=lawful_concept(case, klantmanager), by=klantmanager)
            comment_on(version=concept, text="Wanneer?", by=klantmanager)
            not_agreed(concept, klantmanager)
        client.get(reverse("werkvoorraad"))
        with CaptureQueriesContext(connection) as queries:
            page = client.get(reverse("werkvoorraad")).content.decode()
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 10
    assert f'href="{reverse("pip-reacties", args=[case.pk])}#opmerkingen"' in page
    assert f'href="{reverse("pip-reacties", args=[case.pk])}"' in page
