from collections.abc import Iterator

import pytest
import time_machine

from accounts.enums import Role
from accounts.models import Team, User
from tests.contact.requests import MONDAY
from tests.factories import StaffFactory


@pytest.fixture
def monday() -> Iterator[time_machine.Traveller]:
    """Monday 2 March 2026; the clock stands still until a test moves it."""
    with time_machine.travel(MONDAY, tick=False) as clock:
        yield clock


@pytest.fixture
def beheerder(team: Team) -> User:
    return StaffFactory(team=team, role=Role.FUNCTIONEEL_BEHEERDER)
