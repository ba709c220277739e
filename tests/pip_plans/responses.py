"""What a newcomer says about a concept, to start from."""

from datetime import UTC, datetime, timedelta
from typing import Any

import time_machine

from accounts.models import User
from pip_plans.enums import Means, Reaction
from pip_plans.models import PipVersion, Response
from pip_plans.services import respond

WHY = "Hij reageert al weken niet en de termijn van tien weken loopt af."


def later(days: int, hour: int = 9) -> time_machine.travel:
    """So many days after the Tuesday of the concept."""
    return time_machine.travel(datetime(2026, 3, 10, hour, tzinfo=UTC) + timedelta(days=days))


def not_agreed(version: PipVersion, by: User, **fields: Any) -> Response:
    """A "yes, if" said in a talk."""
    given = {"reaction": Reaction.ONDER_VOORWAARDE, "means": Means.MONDELING, "language": "ar",
             "conditions": ["Lessen tot en met B2."]}  # fmt: skip
    return respond(version=version, by=by, **(given | fields))
