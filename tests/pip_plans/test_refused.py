"""What is refused: by the database to change what was said and established, and by the services as input that nobody means."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.utils import InternalError, ProgrammingError

from pip_plans import services
from pip_plans.enums import ApprovalDecision, Ground, Leerroute, Means, Owner, Reaction
from pip_plans.models import Agreement, Approval, Comment, Condition, Goal, PipVersion, Response
from pip_plans.services import (
    establish_pip,
    establish_unilaterally,
    share_concept,
    start_concept,
    update_concept,
)
from tests.pip_plans.plans import SIGNATURE, TUESDAY
from tests.pip_plans.responses import WHY, later, not_agreed

pytestmark = pytest.mark.django_db


# --- What the database refuses ---------------------------------------------------------------------------------------

TABLES = {
    "pip_plans_pipversion": ("id", "support"), "pip_plans_goal": ("version_id", "own_text"),
    "pip_plans_agreement": ("version_id", "text"), "pip_plans_comment": ("version_id", "text"),
    "pip_plans_response": ("version_id", "reason"), "pip_plans_approval": ("version_id", "motivation"),
}  # fmt: skip


@pytest.fixture
def complete(concept, klantmanager, teamleider) -> PipVersion:
    """An established version that has one of everything."""
    share_concept(version=concept, by=klantmanager)
    comment = services.comment_on(version=concept, by=klantmanager, text="Kan het later?")
    services.answer_comment(comment=comment, answer="Ja.", by=klantmanager)
    response = not_agreed(concept, klantmanager)
    with later(7):
        answers = {response.conditions.get().pk: "Nee."}
        approval = services.ask_unilateral(version=concept, motivation=WHY, answers=answers, by=klantmanager)
        services.decide_approval(approval=approval, decision=ApprovalDecision.GOEDGEKEURD, by=teamleider)
        return establish_unilaterally(version=concept, on=date(2026, 3, 17), by=klantmanager)


@pytest.mark.parametrize("statement", ["UPDATE {table} SET {column} = 'anders'", "DELETE FROM {table}"])
@pytest.mark.parametrize("table", [*TABLES, "pip_plans_condition"])
def test_no_sql_changes_an_established_version_or_what_belongs_to_it(complete, table, statement):
    key, column = TABLES.get(table, ("", "answer"))
    where = (
        f"{key} = {complete.pk}"
        if key
        else f"response_id IN (SELECT id FROM pip_plans_response WHERE version_id = {complete.pk})"
    )
    sql = f"{statement.format(table=table, column=column)} WHERE {where}"
    with (
        pytest.raises((InternalError, ProgrammingError)),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)


def test_no_sql_adds_to_an_established_version(complete, klantmanager):
    for row in (
        Goal(version=complete, position=9, own_text="x"),
        Agreement(version=complete, position=9, text="x", owner=Owner.GEMEENTE, due_on=TUESDAY),
        Comment(version=complete, kind="algemeen", text="x", by=klantmanager),
        Approval(version=complete, ground=Ground.EENZIJDIG, motivation="x", content_hash="x", asked_by=klantmanager),
        Response(version=complete, reaction=Reaction.NIET_AKKOORD, reason="x", means=Means.MONDELING, language="nl",
                 given_on=TUESDAY, content={}, content_hash="x", by=klantmanager),
        Condition(response=complete.responses.get(), text="x"),
    ):  # fmt: skip
        with pytest.raises((InternalError, ProgrammingError)), transaction.atomic():
            row.save()


def test_no_sql_moves_content_between_versions(complete, case, klantmanager):
    second = start_concept(case=case, by=klantmanager)
    for rows in (Goal.objects.filter(version=complete), Agreement.objects.filter(version=second)):
        with pytest.raises((InternalError, ProgrammingError)), transaction.atomic():
            rows.update(version=complete if rows.first().version_id == second.pk else second)


def test_a_response_never_changes_not_even_of_a_concept(concept, klantmanager):
    not_agreed(concept, klantmanager)
    for act in (lambda: Response.objects.update(reason="x"), lambda: Condition.objects.update(text="x")):
        with pytest.raises((InternalError, ProgrammingError)), transaction.atomic():
            act()


@pytest.mark.parametrize(
    "fields",
    [{"means": Means.MONDELING, "signature": None}, {"signature": None}, {"means": ""}, {"means": Means.DIGID}, {"language": ""},
     {"reaction": Reaction.NIET_AKKOORD, "reason": ""}],
)  # fmt: skip
def test_the_database_knows_what_a_response_is(concept, klantmanager, fields):
    row = {"reaction": Reaction.AKKOORD, "means": Means.GETEKEND, "signature": SIGNATURE, "language": "nl",
           "given_on": TUESDAY, "content": {}, "content_hash": "x"}  # fmt: skip
    with pytest.raises(IntegrityError), transaction.atomic():
        Response.objects.create(version=concept, by=klantmanager, **(row | fields))


# --- Bad input -------------------------------------------------------------------------------------------------------


def test_twenty_thousand_characters_in_a_goal_are_refused(concept, klantmanager):
    with pytest.raises(ValidationError, match="5000"):
        services.add_goal(version=concept, own_text="x" * 20_000, own_language="nl", by=klantmanager)
    with pytest.raises(ValidationError):
        services.update_goal(goal=concept.goals.get(), own_text="x" * 20_000, by=klantmanager)


def test_an_agreement_without_owner_and_a_goal_with_agreements(concept, klantmanager):
    with pytest.raises(ValidationError, match="ies wie dit doet"):
        services.add_agreement(version=concept, text="Iets", owner="", due_on=TUESDAY, by=klantmanager)
    with pytest.raises(ValidationError, match="hoort nog 1 afspraak"):
        services.remove_goal(goal=concept.goals.get(), by=klantmanager)


@pytest.mark.parametrize(
    ("fields", "on", "sentence"),
    [
        (
            {"leerroute": Leerroute.Z, "niveau": "B1", "intensity_hours": None},
            TUESDAY,
            "Niveau B1 kan niet bij de Z-route",
        ),
        (
            {"leerroute": Leerroute.O, "niveau": "A2", "intensity_hours": None},
            TUESDAY,
            "Niveau A2 kan niet bij de onderwijsroute",
        ),
        ({"niveau": "A2"}, TUESDAY, "In het allereerste PIP kan de B1-route niet met niveau A2"),
        ({}, TUESDAY + timedelta(days=1), "niet in de toekomst"),
        ({}, date(2026, 2, 8), "vóór de inschrijving in de gemeente"),
    ],
)
def test_what_duo_would_refuse_is_refused_here_with_and_without_akkoord(
    concept, klantmanager, fields, on, sentence
):
    update_concept(version=concept, by=klantmanager, wish_difference_reason="Dit past beter.", **fields)
    for act in (establish_pip, establish_unilaterally):
        with pytest.raises(ValidationError) as refusal:
            act(version=concept, on=on, by=klantmanager)
        assert any(sentence in message for message in refusal.value.messages)


def test_an_intensity_is_not_for_a_gezinsmigrant(concept, case, klantmanager):
    case.group = "gezinsmigrant"
    case.save()
    with pytest.raises(ValidationError) as refusal:
        establish_pip(version=concept, on=TUESDAY, by=klantmanager)
    assert any("alleen voor asielstatushouders" in message for message in refusal.value.messages)
