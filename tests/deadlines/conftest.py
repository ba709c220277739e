from collections.abc import Iterator
from datetime import date

import pytest
import time_machine

from accounts.enums import Role
from accounts.models import Team, User
from cases.models import Case
from deadlines import services
from deadlines.enums import Kind
from deadlines.models import Deadline
from deadlines.rules import Facts
from tests.deadlines.examples import GM
from tests.factories import StaffFactory


@pytest.fixture
def on_monday() -> Iterator[None]:
    """Monday 2 March 2026; the clock stands still."""
    with time_machine.travel(date(2026, 3, 2), tick=False):
        yield


@pytest.fixture
def pip(case: Case) -> Deadline:
    """The term for a first PIP, until Monday 16 March."""
    facts = Facts(group=GM, notified_on=date(2026, 1, 5))
    return services.start_deadline(case=case, kind=Kind.PIP, facts=facts, by=None)


@pytest.fixture
def beheerder(team: Team) -> User:
    return StaffFactory(team=team, role=Role.FUNCTIONEEL_BEHEERDER, name="Bea Heer")


@pytest.fixture
def termijn(case: Case) -> Deadline:
    """The inburgeringstermijn, and from when it can be lengthened."""
    facts = Facts(pip_dated_on=date(2024, 3, 15))
    services.start_deadline(case=case, kind=Kind.VERLENGING_VANAF, facts=facts, by=None)
    return services.start_deadline(case=case, kind=Kind.TERMIJN, facts=facts, by=None)
