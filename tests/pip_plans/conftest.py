from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine

from accounts.models import User
from cases.models import Case
from pip_plans.models import PipVersion
from tests.pip_plans.plans import lawful_concept


@pytest.fixture
def on_tuesday() -> Iterator[None]:
    """Tuesday 10 March 2026, in the afternoon; the clock goes on."""
    with time_machine.travel(datetime(2026, 3, 10, 13, 0, tzinfo=UTC)):
        yield


@pytest.fixture
def concept(on_tuesday: None, case: Case, klantmanager: User) -> PipVersion:
    return lawful_concept(case, klantmanager)
