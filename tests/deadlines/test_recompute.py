"""All terms once more after a change of the rules: what moves, what is held back, and going on after a break."""

import io
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.core.management import CommandError, call_command

from accounts.models import User
from cases.models import Case, CaseEvent
from deadlines import services
from deadlines.enums import Kind
from deadlines.models import Deadline, HeldBack, RecomputeRun
from deadlines.rules import Facts
from tests.deadlines.examples import GM
from tests.factories import CaseFactory

FACTS = Facts(group=GM, notified_on=date(2026, 1, 5))  # until Monday 16 March
DUE, WAS = date(2026, 3, 16), date(2026, 3, 15)


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(date(2026, 3, 2), tick=False):
        yield


@pytest.fixture
def pip(case: Case) -> Deadline:
    """Its day as a rule said that was wrong."""
    return wrong_by_a_day(case)


def wrong_by_a_day(case: Case) -> Deadline:
    row = services.start_deadline(case=case, kind=Kind.PIP, facts=FACTS, by=None)
    Deadline.objects.filter(pk=row.pk).update(due_on=WAS)
    row.refresh_from_db()
    return row


def recompute(*options: str) -> str:
    out = io.StringIO()
    call_command("termijnen_herrekenen", "--reden", "De regel telde een dag te weinig.", *options, stdout=out)
    return out.getvalue()


def test_a_term_moves_with_an_event_that_says_why(pip: Deadline) -> None:
    said = recompute()
    pip.refresh_from_db()
    assert (pip.due_on, pip.next_look_on) == (DUE, date(2026, 3, 2))
    event = CaseEvent.objects.get(kind="termijn.herrekend")
    assert event.text.startswith(
        "De regel telde een dag te weinig. De dag was 15 maart 2026 en is nu 16 maart 2026. 10 weken na"
    )
    assert (event.data["due_on_before"], event.data["due_on"]) == ("2026-03-15", "2026-03-16")
    assert "Klaar: 1 termijnen kregen een andere dag." in said


def test_what_keeps_its_day_gets_no_event(case: Case) -> None:
    services.start_deadline(case=case, kind=Kind.PIP, facts=FACTS, by=None)
    assert "Klaar: 0 termijnen" in recompute()
    assert not CaseEvent.objects.filter(kind="termijn.herrekend").exists()


def test_a_new_ladder_is_taken_over_without_an_event(case: Case) -> None:
    row = services.start_deadline(
        case=case, kind=Kind.TERMIJN, facts=Facts(pip_dated_on=date(2026, 1, 5)), by=None
    )
    Deadline.objects.filter(pk=row.pk).update(next_look_on=date(2028, 12, 31))
    recompute()
    row.refresh_from_db()
    assert row.next_look_on == row.due_on - timedelta(days=180)


def test_a_day_that_somebody_was_reminded_of_is_held_back(pip: Deadline) -> None:
    services.sweep(today=date(2026, 3, 2))
    said = recompute()
    pip.refresh_from_db()
    assert pip.due_on == WAS
    assert "1 termijnen zijn niet veranderd. Bekijk ze zelf:" in said
    line = f"- {pip.case.number}, PIP vaststellen: 15 maart 2026 → 16 maart 2026. Al herinnerd: klantmanager."
    assert line in said


def test_it_moves_too_when_somebody_says_so(pip: Deadline) -> None:
    services.sweep(today=date(2026, 3, 2))
    recompute("--ook-na-herinnering")
    pip.refresh_from_db()
    assert pip.due_on == DUE
    assert not HeldBack.objects.exists()


def test_facts_that_the_rules_refuse_are_listed_and_left(pip: Deadline) -> None:
    Deadline.objects.filter(pk=pip.pk).update(facts={"groep": GM.value, "kennisgeving": "2020-01-01"})
    assert "→ geen dag. De kennisgeving van DUO kan niet op 1 januari 2020 zijn" in recompute()


def test_it_goes_on_where_it_was_broken_off(pip: Deadline, klantmanager: User) -> None:
    for _ in range(4):
        wrong_by_a_day(CaseFactory(klantmanager=klantmanager))
    run = services.begin_recompute(reason="De regel telde een dag te weinig.")
    next(services.recompute_cases(run=run, batch=2))
    assert Deadline.objects.filter(due_on=DUE).count() == 2
    said = recompute()
    assert "Verder met ‘De regel telde een dag te weinig.’: 2 dossiers waren al gedaan." in said
    assert Deadline.objects.filter(due_on=DUE).count() == 5
    assert CaseEvent.objects.filter(kind="termijn.herrekend").count() == 5
    assert RecomputeRun.objects.get().finished_at


def test_it_keeps_the_choice_that_it_began_with(pip: Deadline) -> None:
    services.begin_recompute(reason="Zo.", also_reminded=False)
    said = recompute("--ook-na-herinnering")
    assert "begonnen zonder --ook-na-herinnering" in said


def test_it_says_how_far_it_is(pip: Deadline, klantmanager: User) -> None:
    CaseFactory(klantmanager=klantmanager)
    assert "[####################] 100%  2 van 2 dossiers, 1 termijnen veranderd" in recompute()


def test_it_needs_a_reason(db: None) -> None:
    with pytest.raises(CommandError, match="Geef een reden"):
        call_command("termijnen_herrekenen")


def test_one_round_by_hand_says_what_it_did(pip: Deadline) -> None:
    out = io.StringIO()
    call_command("termijnen_nalopen", stdout=out)
    assert "1 termijnen bekeken in 1 groepen" in out.getvalue()
    assert "1 herinneringen gegeven, 0 termijnen gestopt." in out.getvalue()
