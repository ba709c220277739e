"""Two people, or two messages, at the same moment: with real transactions."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from accounts.models import User
from cases.models import Case
from deadlines import services
from deadlines.enums import Kind
from deadlines.models import Deadline
from deadlines.rules import Facts
from deadlines.selectors import calendar
from tests.deadlines.examples import GM

pytestmark = pytest.mark.django_db(transaction=True)

FACTS = Facts(group=GM, notified_on=date(2026, 1, 5))


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """What each act returned or raised."""

    def run(act: Callable[[], Any]) -> Any:
        try:
            return act()
        except ValidationError as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


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
        lambda: services.add_equated_day(day=date(2026, 3, 16), source="KB 1", by=None),
        lambda: services.start_deadline(case=case, kind=Kind.PIP, facts=FACTS, by=None),
    )
    assert date(2026, 3, 16) in calendar().equated
    assert case.deadlines.get().due_on == date(2026, 3, 17)
