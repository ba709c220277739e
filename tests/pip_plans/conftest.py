from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine

from accounts.enums import Role
from accounts.models import Team, User
from cases.models import Case
from pip_plans.models import PipVersion
from tests.factories import StaffFactory
from tests.pip_plans.plans import TUESDAY, establish, lawful_concept


@pytest.fixture
def on_tuesday() -> Iterator[None]:
    """Tuesday 10 March 2026, in the afternoon; the clock goes on."""
    with time_machine.travel(datetime(2026, 3, 10, 13, 0, tzinfo=UTC)):
        yield


@pytest.fixture
def concept(on_tuesday: None, case: Case, klantmanager: User) -> PipVersion:
    return lawful_concept(case, klantmanager)


@pytest.fixture
def version(concept: PipVersion, klantmanager: User) -> PipVersion:
    """The concept, established that day."""
    return establish(concept, on=TUESDAY, by=klantmanager)


@pytest.fixture
def lead(team: Team) -> User:
    """A team lead who had no part in the plan."""
    return StaffFactory(team=team, role=Role.TEAMLEIDER, name="Fatima Aydin")
