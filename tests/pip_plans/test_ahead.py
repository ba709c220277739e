"""Who learns faster than the plan: seen within a day, discussed once, and told to the newcomer."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from caseload.enums import Source
from caseload.selectors import work_list
from cases.services import close_case
from deadlines.enums import Kind
from intake.enums import Level, LevelSource, Skill
from intake.models import SkillLevel
from intake.rules import Measurement
from intake.services import add_entry, remove_entry
from pip_plans.enums import Leerroute, NextStep, Niveau
from pip_plans.models import NextStepTalk
from pip_plans.rules.ahead import ahead, aim_of, reached_on
from pip_plans.selectors import newly_ahead, pace_of
from pip_plans.services import promise_next_steps, record_next_step, set_ahead_period
from pip_plans.tasks import promise_next_steps as task
from tests.pip_plans.plans import establish, lawful_concept

JULY = date(2026, 7, 1)
ENDS = date(2029, 3, 10)


def measured(*rows: tuple[str, str, date] | tuple[str, str, date, str]) -> list[Measurement]:
    return [
        Measurement(Skill(skill), Level(level), LevelSource((*more, "docent")[0]), on)
        for skill, level, on, *more in rows
    ]


def all_four(level: str, on: date, source: str = "docent") -> list[Measurement]:
    return measured(*((skill.value, level, on, source) for skill in Skill))


@pytest.mark.parametrize(
    ("leerroute", "niveau", "aim"),
    [
        ("B", "", "B1"),
        ("B", "B1", "B1"),
        ("B", "A2", "A2"),
        ("O", "B1", "B1"),
        ("Z", "", "A2"),
        ("Z", "A2", "A2"),
    ],
)
def test_each_plan_asks_a_level(leerroute: str, niveau: str, aim: str) -> None:
    assert aim_of(Leerroute(leerroute), Niveau(niveau) if niveau else "") == aim


@pytest.mark.parametrize(
    ("rows", "since"),
    [
        (all_four("B1", JULY), JULY),
        (all_four("B2", JULY), JULY),
        (all_four("A2", JULY), None),
        (all_four("B1", JULY)[:3], None),  # one skill was never measured
        (all_four("B1", JULY, "zelf"), None),
        ([*all_four("B1", JULY)[1:], *measured(("luisteren", "B1", date(2026, 9, 1)))], date(2026, 9, 1)),
        ([*all_four("B1", JULY), *measured(("lezen", "B2", date(2026, 9, 1)))], JULY),  # measured again, higher
        ([*all_four("B1", JULY), *measured(("lezen", "A2", date(2026, 9, 1)))], None),  # measured again, lower
        ([*all_four("B1", JULY), *measured(("lezen", "A2", JULY, "examen"))], None),  # the exam is stronger than the teacher
        ([*all_four("B1", JULY), *measured(("lezen", "A2", JULY, "werkgever"))], JULY),
        ([*all_four("B1", JULY), *measured(("lezen", "A2", date(2026, 9, 1), "zelf"))], JULY),
        (
            [*all_four("B1", JULY), *measured(("lezen", "A2", date(2026, 9, 1)), ("lezen", "B1", date(2026, 10, 1)))],
            date(2026, 10, 1),
        ),
    ],
)  # fmt: skip
def test_the_level_counts_from_the_day_of_the_last_skill(rows: list[Measurement], since: date | None) -> None:
    assert reached_on(rows, Level.B1) == since


@pytest.mark.parametrize(
    ("on", "today", "is_ahead"),
    [
        (date(2028, 3, 9), date(2028, 3, 9), True),
        (date(2028, 3, 10), date(2028, 3, 10), False),  # twelve months exactly isn't more than twelve
        (date(2028, 3, 9), ENDS, True),  # recorded late, reached in time
        (date(2028, 3, 9), ENDS + timedelta(days=1), False),
    ],
)
def test_early_is_more_than_so_many_months_before_the_last_day(on: date, today: date, is_ahead: bool) -> None:
    """PP-07: B1 more than twelve months before the end of the term."""
    found = ahead(measured=all_four("B1", on), aim=Level.B1, ends_on=ENDS, months=12, today=today)
    assert (found is not None) == is_ahead


# --- In the dossier ----------------------------------------------------------------------------------------------------


@pytest.fixture
def held(on_tuesday, case, klantmanager):
    """A plan for the B1-route holds, and its term runs."""
    return establish(lawful_concept(case, klantmanager), on=timezone.localdate(), by=klantmanager)


def reach(case, by, level="B1", on=None, skills=Skill):
    for skill in skills:
        add_entry(list_key="niveaus", case=case, by=by, skill=skill.value, level=level, source="docent",
                  measured_on=on or timezone.localdate())  # fmt: skip


def sweep() -> int:
    return promise_next_steps(today=timezone.localdate())


@pytest.mark.django_db
def test_a_fast_learner_is_noticed_once_and_spoken_to(
    held, case, klantmanager, colleague, resident, log_in
) -> None:
    """PP-07: within a day a task stands on the work list and the newcomer reads it, until somebody wrote down the talk."""
    client, portal = log_in(klantmanager), log_in(resident)
    page = client.get(reverse("intake", args=[case.pk]))
    assert (
        reverse("intake-lijst-toevoegen", args=[case.pk, "niveaus"]) in page.content.decode()
    )  # after the intake
    reach(case, klantmanager, skills=list(Skill)[:3])
    assert sweep() == 0
    reach(case, klantmanager, skills=list(Skill)[3:])
    assert "sneller dan uw plan" not in portal.get(reverse("mijn")).content.decode()
    task()
    task()
    talk = case.deadlines.get(kind=Kind.VERVOLGSTAP)
    assert (talk.about, case.events.filter(kind="pip.voor_op_schema").count()) == ("B1", 1)
    row = next(
        row
        for row in work_list(klantmanager, today=timezone.localdate(), source=Source.DEADLINE).rows
        if row.step.url_name == "pip-vervolgstap"
    )
    assert any("Vervolgstap bespreken" in reason.text for reason in row.reasons)
    assert not work_list(colleague, today=timezone.localdate(), source=Source.DEADLINE).rows
    for name in ("mijn", "mijn-route"):
        assert "sneller dan uw plan" in portal.get(reverse(name)).content.decode()

    address = reverse("pip-vervolgstap", args=[case.pk])
    assert "Voor op schema" in client.get(address).content.decode()
    refused = client.post(address, {"spoken_on": "2026-03-11", "outcome": "geen", "text": "Te vroeg."})
    assert (refused.status_code, "Te vroeg." in refused.content.decode()) == (422, True)
    sent = {"spoken_on": "2026-03-10", "outcome": "afgesproken", "text": "U doet in mei examen lezen."}
    assert log_in(colleague).post(address, sent).status_code == 403
    assert client.post(address, sent).status_code == 302
    kept = NextStepTalk.objects.get()
    assert (kept.level, kept.outcome, kept.by) == ("B1", NextStep.AFGESPROKEN, klantmanager)
    talk.refresh_from_db()
    assert talk.met_on == kept.spoken_on
    assert sweep() == 0
    assert "U doet in mei examen lezen." in portal.get(reverse("mijn")).content.decode()
    assert client.post(address, sent).status_code == 422  # a colleague was first


@pytest.mark.django_db
def test_the_task_goes_away_when_it_was_a_mistake(held, case, klantmanager) -> None:
    reach(case, klantmanager)
    assert sweep() == 1
    remove_entry(entry=SkillLevel.objects.first(), reason="Van iemand anders.", by=klantmanager)
    assert sweep() == 0
    first = case.deadlines.get(kind=Kind.VERVOLGSTAP)
    assert first.stopped_on
    reach(case, klantmanager)
    assert sweep() == 1


@pytest.mark.django_db
def test_a_gemeente_chooses_what_is_early(held, case, klantmanager) -> None:
    reach(case, klantmanager)
    for wrong in ({"months": 0}, {"months": 37}, {"months": 6, "valid_from": date(2026, 3, 9)}):
        with pytest.raises(ValidationError):
            set_ahead_period(**{"valid_from": timezone.localdate(), "by": klantmanager} | wrong)
    set_ahead_period(months=36, valid_from=timezone.localdate(), by=klantmanager)
    assert (
        newly_ahead(today=timezone.localdate()) == []
    )  # at the level on the day of the PIP: exactly 36 months
    set_ahead_period(months=24, valid_from=timezone.localdate(), by=klantmanager)
    assert pace_of(case, today=timezone.localdate()).months == 24
    assert len(newly_ahead(today=timezone.localdate())) == 1


@pytest.mark.django_db
def test_nobody_else_is_asked(held, case, klantmanager) -> None:
    reach(case, klantmanager)
    close_case(case=case, on=timezone.localdate(), reason="Verhuisd", by=klantmanager)
    assert sweep() == 0


@pytest.mark.django_db
def test_the_round_takes_the_same_queries_for_more_people(
    held, case, klantmanager, django_assert_max_num_queries
) -> None:
    reach(case, klantmanager)
    with django_assert_max_num_queries(6):
        newly_ahead(today=timezone.localdate())


@pytest.mark.django_db
def test_what_was_said_has_words_and_a_day_that_was(held, case, klantmanager) -> None:
    reach(case, klantmanager)
    sweep()
    with pytest.raises(ValidationError) as refusal:
        record_next_step(case=case, outcome="geen", text=" ", spoken_on=date(2026, 4, 1), by=klantmanager)
    assert {one.code for one in refusal.value.error_list} == {"spoken_on", "text"}
    with time_machine.travel(datetime(2026, 3, 20, 9, 0, tzinfo=UTC)):
        talk = record_next_step(
            case=case,
            outcome="geen",
            text="U wilt eerst werken.",
            spoken_on=date(2026, 3, 19),
            by=klantmanager,
        )
    assert case.events.filter(kind="pip.vervolgstap").count() == 1
    assert str(talk) == "Er komt geen vervolgstap (19-03-2026)"
