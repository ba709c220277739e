"""Two people, or two messages, at the same moment: with real transactions."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from accounts.models import User
from cases.models import Case
from deadlines import services
from deadlines.enums import Kind
from deadlines.models import Deadline, EquatedDay
from deadlines.rules import Facts
from deadlines.selectors import calendar
from tests.deadlines.examples import GM
from tests.factories import CaseFactory

pytestmark = pytest.mark.django_db(transaction=True)

FACTS = Facts(group=GM, notified_on=date(2026, 1, 5))


DAY_IT_ENDS = date(2026, 3, 16)
AWAITED = "SELECT 1 FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))"


def run(act: Callable[[], Any]) -> Any:
    """What the act returned or raised, over a connection of its own."""
    try:
        return act()
    except ValidationError as refusal:
        return refusal
    finally:
        connection.close()


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def made_to_wait(act: Callable[[], Any], *, by: Callable[[], Any], then: Callable[[], Any] = bool) -> Any:
    """What `act` answers when it comes upon a transaction that does `by`, sees it wait, does `then`, and commits."""
    with ThreadPoolExecutor(1) as pool, transaction.atomic():
        by()
        waiting = pool.submit(run, act)
        until_it_waits()
        then()
    return waiting.result()


def until_it_waits() -> None:
    with connection.cursor() as cursor:
        for _ in range(1000):
            cursor.execute(AWAITED)
            if cursor.fetchone():
                return
            time.sleep(0.01)
    pytest.fail("Nobody waited for this transaction.")


def add_a_day() -> int:
    return services.add_equated_day(day=DAY_IT_ENDS, source="KB 1", by=None)


def remove_the_day() -> int:
    row = EquatedDay.objects.get(day=DAY_IT_ENDS)
    return services.remove_equated_day(equated_day=row, by=None)


def test_the_same_message_twice_at_once_starts_one_term(case: Case) -> None:
    def start() -> Deadline:
        return services.start_deadline(case=case, kind=Kind.PIP, facts=FACTS, by=None)

    assert len(set(at_once(start, start, start))) == 1
    assert case.deadlines.count() == 1
    assert case.events.filter(kind="termijn.gestart").count() == 1


def test_an_answer_that_two_people_write_down_is_written_once(case: Case, klantmanager: User) -> None:
    services.start_deadline(case=case, kind=Kind.PIP, facts=FACTS, by=None)
    asked = services.ask_third_party(
        case=case, party="IDW", what="Diploma", asked_on=date(2026, 2, 20), by=klantmanager
    )

    def receive() -> Any:
        return services.receive_from_third_party(request=asked, received_on=date(2026, 3, 2), by=klantmanager)

    answers = at_once(receive, receive)
    assert sum(isinstance(answer, ValidationError) for answer in answers) == 1


def test_no_term_is_computed_from_a_table_that_is_just_being_changed(case: Case) -> None:
    at_once(
        add_a_day,
        lambda: services.start_deadline(case=case, kind=Kind.PIP, facts=FACTS, by=None),
    )
    assert DAY_IT_ENDS in calendar().equated
    assert case.deadlines.get().due_on == date(2026, 3, 17)


# --- A day that becomes equal to a feestdag, while somebody works on a term that ends on it ------------------------


@pytest.fixture
def pip(case: Case) -> Deadline:
    return services.start_deadline(case=case, kind=Kind.PIP, facts=FACTS, by=None)


def test_a_term_that_is_just_being_met_stays_met(case: Case, pip: Deadline) -> None:
    def meet() -> None:
        services.meet_deadline(case=case, kind=Kind.PIP, on=date(2026, 3, 2), by=None)

    assert made_to_wait(add_a_day, by=meet) == 0
    pip.refresh_from_db()
    assert (pip.met_on, pip.next_look_on, pip.due_on) == (date(2026, 3, 2), None, DAY_IT_ENDS)
    assert not case.events.filter(kind="termijn.herrekend").exists()


def test_a_term_that_is_just_being_stopped_stays_stopped(case: Case, pip: Deadline) -> None:
    add_a_day()

    def stop() -> None:
        services.stop_deadlines(case=case, reason="Verhuisd", by=None)

    assert made_to_wait(remove_the_day, by=stop) == 0
    pip.refresh_from_db()
    assert (pip.stopped_reason, pip.due_on) == ("Verhuisd", date(2026, 3, 17))


def test_who_corrects_a_term_and_who_adds_a_day_do_not_wait_for_each_other_for_ever(pip: Deadline) -> None:
    later = Facts(group=GM, notified_on=date(2026, 1, 12))  # until Monday 23 March

    def hold() -> None:
        Case.objects.select_for_update(no_key=True).get(pk=pip.case_id)
        Deadline.objects.select_for_update().get(pk=pip.pk)

    def correct() -> None:
        services.correct_facts(deadline=pip, facts=later, reason="Verkeerde brief", by=None)

    assert made_to_wait(add_a_day, by=hold, then=correct) == 0
    pip.refresh_from_db()
    assert pip.due_on == date(2026, 3, 23)


def test_a_term_that_starts_while_the_day_is_being_added_moves_too(case: Case, pip: Deadline) -> None:
    other = CaseFactory()

    def start() -> None:
        services.start_deadline(case=other, kind=Kind.PIP, facts=FACTS, by=None)

    assert made_to_wait(add_a_day, by=start) == 2
    assert set(Deadline.objects.values_list("due_on", flat=True)) == {date(2026, 3, 17)}
