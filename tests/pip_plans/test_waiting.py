"""How long somebody waits for an intake, a PIP and a lesson."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse

from cases.models import Case
from inburgering.kit.partial_date import PartialDate
from pip_plans.models import BridgingActivity
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


@pytest.mark.parametrize(
    ("facts", "days", "is_unbridged"),
    [
        ({}, 40, True),
        ({"today": date(2026, 3, 30)}, 28, False),
        ({"today": date(2026, 3, 31)}, 29, True),
        ({"is_bridged": True}, 0, False),
        ({"bridged_until": date(2026, 4, 1)}, 10, False),
        ({"bridged_until": date(2026, 3, 5)}, 37, True),
        ({"bridged_until": date(2026, 1, 5)}, 40, True),
        ({"lessons_on": date(2026, 4, 10)}, 0, False),
    ],
)
def test_who_waits_too_long_with_nothing_to_do_is_red(facts, days, is_unbridged) -> None:
    """PP-58: more days than N without an online course, a taalmaatje or MAP."""
    wait = Wait(**{"able_on": date(2026, 3, 2), "today": date(2026, 4, 11)} | facts)
    assert (wait.unbridged_days, wait.is_unbridged) == (days, is_unbridged)


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


@pytest.mark.django_db
def test_what_bridges_the_wait_is_kept_and_ends(case, klantmanager, teamleider, log_in) -> None:
    """PP-58: red with a word and counted, until something is agreed; red again when it stopped long ago."""
    guide, lead = log_in(klantmanager), log_in(teamleider)
    own, team = reverse("pip-wachttijd", args=[case.pk]), reverse("pip-wachttijden")
    Case.objects.filter(pk=case.pk).update(duty_from=date(2026, 1, 5))
    with time_machine.travel(datetime(2026, 3, 10, 13, 0, tzinfo=UTC)):
        assert "1 nieuwkomer wacht zonder overbrugging" in lead.get(team).content.decode()
        assert "64 dagen zonder overbrugging" in guide.get(own).content.decode()
        add = reverse("pip-overbrugging", args=[case.pk])
        wrong = {"kind": "anders", "from_on": "2026-03-09", "until_on": "2026-03-01"}
        page = guide.post(add, wrong)
        assert (page.status_code, "ligt voor de eerste dag" in page.content.decode()) == (422, True)
        assert guide.post(add, {"kind": "anders", "from_on": "2026-03-09"}).status_code == 422
        for _ in range(2):
            guide.post(add, {"kind": "taalmaatje", "from_on": "2026-03-09", "what": "Ria"})
        activity = BridgingActivity.objects.get()
        assert "Met overbrugging" in lead.get(team).content.decode()
        assert "Niemand wacht te lang" in lead.get(team).content.decode()
        for _ in range(2):
            guide.post(reverse("pip-overbrugging-stopt", args=[case.pk, activity.pk]))
    with time_machine.travel(datetime(2026, 4, 20, 13, 0, tzinfo=UTC)):
        assert "41 dagen zonder overbrugging" in lead.get(team).content.decode()
    kinds = case.events.filter(kind__startswith="pip.overbrugging").values_list("kind", flat=True)
    assert sorted(kinds) == ["pip.overbrugging", "pip.overbrugging_gestopt"]
