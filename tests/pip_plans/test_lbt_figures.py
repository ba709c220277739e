"""The leerbaarheidstoets in figures: by month and version, for the team lead."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from accounts.enums import Role
from intake.enums import LbtOutcome
from intake.rules import version_on
from intake.services import choose_lbt_version, record_lbt_result, set_lbt_version
from pip_plans.rules.lbt_figures import Result, Share, by_month, deviates_from_test, months_back
from pip_plans.selectors import results_of_tests_for
from tests.factories import CaseFactory, StaffFactory
from tests.pip_plans.plans import TUESDAY, establish, lawful_concept

YES, NO, UNKNOWN = LbtOutcome.HAALBAAR, LbtOutcome.NIET_HAALBAAR, LbtOutcome.ONBEKEND
MARCH = date(2026, 3, 1)


def result(
    day: int, outcome: LbtOutcome = NO, *, version: str = "1", route: str = "", month: int = 3
) -> Result:
    return Result(taken_on=date(2026, month, day), outcome=outcome, needed_score=Decimal("50.00"), version=version,
                  leerroute=route)  # fmt: skip


@pytest.mark.parametrize(
    ("route", "outcome", "deviates"),
    [
        ("B", YES, False),
        ("O", YES, False),
        ("Z", YES, True),
        ("B", NO, True),
        ("O", NO, True),
        ("Z", NO, False),
    ],
)
def test_only_the_z_route_fits_not_feasible(route: str, outcome: LbtOutcome, deviates: bool) -> None:
    assert deviates_from_test(route, outcome) is deviates


def test_months_and_versions_stand_apart() -> None:
    """PP-35: shares by month and version; a result that says nothing is in no share."""
    rows = by_month(
        [
            result(2, NO, route="B"), result(3, NO, route="Z"), result(4, YES), result(5, UNKNOWN, route="B"),
            result(6, NO, version="2"), result(28, NO, month=2),
        ],
        fewest=3,
    )  # fmt: skip
    assert [(row.month.month, row.version, row.results) for row in rows] == [
        (3, "1", 4),
        (3, "2", 1),
        (2, "1", 1),
    ]
    first, second, _ = rows
    assert (str(first.infeasible), str(first.deviations)) == ("67% (2 van 3)", "1 van 2")
    assert (str(second.infeasible), str(second.deviations)) == ("1 van 1", "nog geen")
    assert by_month([], fewest=3) == []


def test_few_people_are_no_percentage() -> None:
    assert (str(Share(3, 9, 10)), str(Share(3, 10, 10)), str(Share(0, 0, 10))) == (
        "3 van 9",
        "30% (3 van 10)",
        "nog geen",
    )


@pytest.mark.parametrize(
    ("today", "since"),
    [(date(2026, 12, 31), date(2026, 1, 1)), (TUESDAY, date(2025, 4, 1)), (date(2026, 1, 1), date(2025, 2, 1))],
)  # fmt: skip
def test_twelve_months_with_this_one(today: date, since: date) -> None:
    assert months_back(today, 12) == since


# --- In the dossier ----------------------------------------------------------------------------------------------------


def take(case, outcome, on, needed="50,00"):
    return record_lbt_result(case=case, result=outcome, score="40,00", needed_score=needed, taken_on=on)


@pytest.fixture
def versions(on_tuesday, teamleider):
    """Version 2 holds from the first of March."""
    names = {"Versie 1": date(2022, 1, 1), "Versie 2": MARCH}
    return [
        set_lbt_version(name=name, valid_from=day, needed_score=Decimal(50), source="DUO", by=teamleider)
        for name, day in names.items()
    ]


@pytest.mark.django_db
def test_a_team_lead_sees_what_was_chosen_against_the_test(
    versions, case, klantmanager, teamleider, stranger, log_in, django_assert_num_queries
) -> None:
    """PP-35: by month and version, in two queries, of nobody else's team."""
    take(case, NO, date(2026, 3, 2))
    establish(lawful_concept(case, klantmanager), on=TUESDAY, by=klantmanager)  # the B1-route
    other, again = CaseFactory(klantmanager=klantmanager), CaseFactory(klantmanager=klantmanager)
    take(other, YES, date(2026, 2, 27))
    take(again, NO, date(2026, 2, 26))
    take(again, YES, date(2026, 3, 5))
    take(CaseFactory(klantmanager=klantmanager), NO, date(2025, 3, 31))  # more than twelve months ago
    teamleider.team_ids()
    with django_assert_num_queries(2):
        rows = results_of_tests_for(teamleider, today=TUESDAY)
    assert [
        (row.month, row.version, row.results, str(row.infeasible), str(row.deviations)) for row in rows
    ] == [
        (MARCH, "Versie 2", 2, "1 van 2", "1 van 1"),
        (date(2026, 2, 1), "Versie 1", 2, "1 van 2", "nog geen"),
    ]
    assert (
        results_of_tests_for(klantmanager, today=TUESDAY)
        == results_of_tests_for(stranger, today=TUESDAY)
        == []
    )
    page = log_in(teamleider).get(reverse("pip-toets")).content.decode()
    assert all(words in page for words in ("maart 2026", "Versie 2", "1 van 2"))
    empty = log_in(StaffFactory(role=Role.TEAMLEIDER)).get(reverse("pip-toets")).content.decode()
    assert "Nog geen uitslagen" in empty


@pytest.mark.django_db
def test_what_decided_is_the_first_plan_after_the_last_test(versions, case, klantmanager, teamleider) -> None:
    take(case, NO, date(2026, 3, 2))
    take(case, YES, date(2026, 3, 5))  # a retest, before the plan
    establish(lawful_concept(case, klantmanager), on=TUESDAY, by=klantmanager)
    (row,) = results_of_tests_for(teamleider, today=TUESDAY)
    assert (row.results, str(row.deviations)) == (2, "0 van 1")


@pytest.mark.django_db
def test_a_result_can_be_of_another_version_than_that_of_its_day(
    versions, case, klantmanager, colleague, teamleider, stranger, log_in
) -> None:
    """PP-35: DUO's day is that on which it registered the result; who knows better says so."""
    first, second = versions
    kept = take(case, NO, date(2026, 3, 2))
    assert version_on(versions, kept.taken_on) == second
    assert version_on(versions, date(2021, 12, 31)) is None
    address = reverse("lbt-versie", args=[case.pk, kept.pk])
    assert address in log_in(klantmanager).get(reverse("intake", args=[case.pk])).content.decode()
    assert log_in(colleague).post(address, {"version": first.pk}).status_code == 403
    assert log_in(klantmanager).post(address, {"version": first.pk}).status_code == 302
    (row,) = results_of_tests_for(teamleider, today=TUESDAY)
    assert row.version == "Versie 1"
    kept.refresh_from_db()
    elsewhere = set_lbt_version(
        name="X", valid_from=MARCH, needed_score=Decimal(1), source="DUO", by=stranger
    )
    with pytest.raises(ValidationError, match="andere gemeente"):
        choose_lbt_version(result=kept, version=elsewhere, by=klantmanager)
    choose_lbt_version(result=kept, version=None, by=klantmanager)
    (row,) = results_of_tests_for(teamleider, today=TUESDAY)
    assert row.version == "Versie 2"


@pytest.mark.django_db
def test_a_version_has_a_name_a_day_and_a_source(versions, teamleider, log_in) -> None:
    sent = {
        "name": "Versie 2b",
        "valid_from": "2026-03-01",
        "needed_score": "52,50",
        "source": "Brief van DUO",
    }
    client, address = log_in(teamleider), reverse("toetsversies")
    for wrong in ({"name": " "}, {"source": ""}, {"valid_from": "2021-12-31"}, {"needed_score": "0"}, {"name": "Versie 1"},
                  {"valid_from": "2028-01-01"}):  # fmt: skip
        assert client.post(address, sent | wrong).status_code == 422
    assert client.post(address, sent).status_code == 302
    page = client.get(address).content.decode()
    assert "Versie 2b" in page
    assert "52,50" in page
