"""Two people who do the same at the same moment."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils.timezone import localdate as today

from accounts.models import Team, User
from cases.enums import Origin
from cases.models import Assignment, Case, Person
from cases.services import assign_klantmanager, open_case, register_newcomer
from tests.factories import CaseFactory, PersonFactory, StaffFactory, bsn


def together(*acts: Callable[[], Any]) -> list[Any]:
    """Runs each act on a connection of its own, all starting at once; gives results or refusals."""
    start = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        start.wait(10)
        try:
            return act()
        except ValidationError as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


@pytest.mark.django_db(transaction=True)
def test_the_same_person_arrives_twice_at_once() -> None:
    guide = StaffFactory()
    person, team = PersonFactory(), Team.objects.get(memberships__user=guide)

    def arrive() -> Case:
        return open_case(person=person, gemeente=team.gemeente, origin=Origin.DUO, on=today(), by=None)

    cases = together(*[arrive] * 4)
    assert {case.pk for case in cases} == {Case.objects.get().pk}


@pytest.mark.django_db(transaction=True)
def test_many_arrive_at_once_and_each_has_a_number() -> None:
    guide = StaffFactory()
    people, team = [PersonFactory() for _ in range(5)], Team.objects.get(memberships__user=guide)

    def arrival_of(person: Person) -> Callable[[], Case]:
        return lambda: open_case(
            person=person, gemeente=team.gemeente, origin=Origin.DUO, on=today(), by=None
        )

    assert len({case.number for case in together(*map(arrival_of, people))}) == 5


@pytest.mark.django_db(transaction=True)
def test_two_team_leads_assign_at_once() -> None:
    case = CaseFactory()
    guides = [StaffFactory(team=case.team) for _ in range(3)]

    def assignment_to(user: User) -> Callable[[], Assignment]:
        return lambda: assign_klantmanager(case=case, to=user, by=None, reason="Verlof")

    together(*map(assignment_to, guides))
    assert Assignment.objects.filter(case=case, ends_at=None).count() == 1
    assert Assignment.objects.filter(case=case).count() == 4


@pytest.mark.django_db(transaction=True)
def test_two_colleagues_register_one_newcomer_at_once() -> None:
    guide = StaffFactory()
    team = Team.objects.get(memberships__user=guide)
    person = {
        "bsn": bsn(7300),
        "v_number": None,
        "first_names": "Amina",
        "prefix": "",
        "last_name": "Hassan",
        "birth": None,
    }

    def register() -> Case:
        return register_newcomer(by=guide, team=team, person=dict(person), languages=[], nationalities=[])

    results = together(register, register)
    assert Case.objects.count() == 1
    assert sum(isinstance(result, ValidationError) for result in results) == 1
