"""PP-11: what somebody had to do or tell again is in sight, with the reason."""

from collections.abc import Callable
from datetime import timedelta

from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate as today

from accounts.models import User
from cases.models import Case
from inburgering.kit.dutch import format_date
from intake import services
from intake.models import Intake
from intake.selectors import goals_known_before_housing, repeated_steps, repeated_steps_for
from tests.factories import CaseFactory

LogIn = Callable[[User], Client]


def second_intake(full_intake: Intake, by: User) -> Intake:
    services.complete_intake(intake=full_intake, by=by)
    return services.open_intake(case=full_intake.case, by=by, reason_again="Verhuisd na twee jaar")


def test_pp_11_a_second_intake_shows_with_its_reason_and_author(
    full_intake: Intake, klantmanager: User, teamleider: User, stranger: User, log_in: LogIn
) -> None:
    case = full_intake.case
    assert repeated_steps(case) == ()
    second_intake(full_intake, klantmanager)
    (step,) = repeated_steps(case)
    assert (step.what, step.reason, step.by) == (
        "Nieuwe brede intake", "Verhuisd na twee jaar", klantmanager.name,
    )  # fmt: skip
    assert repeated_steps_for(teamleider) == (step,)
    assert repeated_steps_for(stranger) == ()
    page = log_in(teamleider).get(reverse("intake-herhaald")).content.decode()
    assert "Verhuisd na twee jaar" in page
    assert "Herhaalde stappen" in log_in(klantmanager).get(reverse("intake", args=[case.pk])).content.decode()
    assert log_in(klantmanager).get(reverse("intake-herhaald")).status_code == 403


def test_pp_40_a_second_test_is_visible_to_the_team_lead(
    case: Case, klantmanager: User, teamleider: User
) -> None:
    """C7 4: a further test on one criterion, with its purpose."""
    for days in (30, 2):
        services.record_lbt_result(
            case=case, result="Onbekend", score="0,00", needed_score="50,00",
            taken_on=today() - timedelta(days=days),
        )  # fmt: skip
    services.add_entry(list_key="toetsen", case=case, by=klantmanager, criterion="leerbaarheid", name="Proeftoets",
                       purpose="Was ziek bij de toets")  # fmt: skip
    assert [(step.what.split(":")[0], step.reason) for step in repeated_steps_for(teamleider)] == [
        ("Nog een toets voor leerbaarheid", "Was ziek bij de toets"),
        (
            f"Leerbaarheidstoets opnieuw gemaakt op {format_date(today() - timedelta(days=2), weekday=False)}",
            "",
        ),
    ]


def test_a_page_of_the_team_takes_three_queries(
    full_intake: Intake, klantmanager: User, teamleider: User, django_assert_max_num_queries: Callable
) -> None:
    second_intake(full_intake, klantmanager)
    assert teamleider.team_ids()
    with django_assert_max_num_queries(3):
        repeated_steps_for(teamleider)


def test_pp_31_the_team_lead_sees_whose_goals_are_known_before_there_is_a_house(
    klantmanager: User, teamleider: User, stranger: User, log_in: LogIn
) -> None:
    cases = [CaseFactory(klantmanager=klantmanager, in_coa=True) for _ in range(3)]
    CaseFactory(klantmanager=klantmanager, in_coa=False)
    for case, text in zip(cases, ("Kok worden", " "), strict=False):
        intake = services.open_intake(case=case, by=klantmanager)
        services.save_answer(intake=intake, question="doelen", by=klantmanager, original=text, source="coa")
    goals = goals_known_before_housing(teamleider)
    assert (goals.known, goals.total, goals.percentage) == (1, 3, 33)
    assert goals_known_before_housing(stranger).percentage == 0
    assert "33 procent" in log_in(teamleider).get(reverse("intake-herhaald")).content.decode()
