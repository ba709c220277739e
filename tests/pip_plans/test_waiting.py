"""How long somebody waits for an intake, a PIP and a lesson."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from inburgering.kit.partial_date import PartialDate
from pip_plans.rules.waiting import Wait, able_from, figures
from pip_plans.selectors import waiting_figures, waiting_for
from pip_plans.services import record_first_lesson
from tests.factories import CaseFactory


def test_nobody_can_start_before_18() -> None:
    known = date(2026, 3, 2)
    assert able_from(known, None) == known
    assert able_from(known, PartialDate(1990, 1, 1)) == known
    assert able_from(known, PartialDate(2008, 2, 29)) == known
    assert able_from(date(2026, 2, 1), PartialDate(2008, 2, 29)) == date(2026, 3, 1)
    assert able_from(known, PartialDate(2008, 9, 14)) == date(2026, 9, 14)


@pytest.mark.parametrize(
    ("came", "days", "running"),
    [
        ({}, [40, None, None], [True, False, False]),
        ({"intake_on": date(2026, 3, 12)}, [10, 30, None], [False, True, False]),
        ({"intake_on": date(2026, 3, 12), "lessons_on": date(2026, 3, 22)}, [10, 10, 0], [False] * 3),
        ({"pip_on": date(2026, 3, 22)}, [20, 0, 20], [False, False, True]),
        ({"intake_on": date(2026, 2, 1)}, [0, 40, None], [False, True, False]),
    ],
)
def test_each_step_has_its_clock(came, days, running) -> None:
    """PP-58: of what others overtook or what came before the start nothing is counted."""
    wait = Wait(able_on=date(2026, 3, 2), today=date(2026, 4, 11), **came)
    assert [stage.days for stage in wait.stages] == days
    assert [stage.is_running for stage in wait.stages] == running


def test_months_are_whole() -> None:
    ends = {date(2026, 3, 30): 0, date(2026, 4, 1): 0, date(2026, 4, 2): 1, date(2027, 6, 1): 14}
    for end, months in ends.items():
        assert Wait(able_on=date(2026, 3, 2), today=date(2028, 1, 1), lessons_on=end).months == months


def test_a_team_has_a_middle_and_a_long_end() -> None:
    found = figures("Samen", [10, 1, 3, 4, 5, 6, 7, 8, 9, 100])
    assert found is not None
    assert (found.middle, found.nine_of_ten) == (6, 10)
    assert figures("Samen", []) is None


@pytest.mark.django_db
def test_a_team_lead_sees_the_own_team_in_one_query(
    case, klantmanager, colleague, teamleider, stranger, django_assert_num_queries
) -> None:
    """PP-58: the case, the team, and nobody of elsewhere."""
    today = date(2026, 6, 1)
    CaseFactory(klantmanager=klantmanager)
    teamleider.team_ids()
    with django_assert_num_queries(1):
        found = waiting_for(teamleider, today=today)
    assert {one.case.pk for one in found} == {
        *klantmanager_cases(klantmanager),
        *klantmanager_cases(colleague),
    }
    assert [one.name for one in waiting_figures(found)] == ["Tot de brede intake", "Samen"]
    assert waiting_for(klantmanager, today=today) == waiting_for(stranger, today=today) == []


def klantmanager_cases(user):
    return set(user.assignments.values_list("case_id", flat=True))


@pytest.mark.django_db
def test_the_first_lesson_is_a_day_that_was(case, klantmanager) -> None:
    for wrong in (date(2099, 1, 1), date(2021, 12, 31)):
        with pytest.raises(ValidationError):
            record_first_lesson(case=case, on=wrong, by=klantmanager)
    for on in (date(2026, 3, 9), date(2026, 3, 9), date(2026, 3, 10)):
        assert record_first_lesson(case=case, on=on, by=klantmanager).first_lesson_on == on
    assert case.events.filter(kind="pip.eerste_les").count() == 2
