"""A bezwaar to start from."""

from typing import Any

from django.utils.timezone import localdate

from accounts.models import User
from pip_plans.enums import ObjectionVia, WaiveGround
from pip_plans.models import Objection, PipVersion
from pip_plans.rules.objections import Representation
from pip_plans.services import register_objection, waive_hearing

GROUNDS = "Ik wil de onderwijsroute volgen. Mijn diploma is goed genoeg."
GROUNDS_AR = "أريد أن أتبع مسار التعليم."

DE_WIT = Representation("Mr. A. de Wit", "Postbus 12", "1234 AB Waterveen")


def objection(version: PipVersion, by: User, **changes: Any) -> Objection:
    """By letter, received today."""
    facts: dict[str, Any] = {"received_on": localdate(), "via": ObjectionVia.BRIEF, "text": GROUNDS}
    return register_objection(version=version, by=by, **(facts | changes))


def ready(found: Objection, by: User) -> Objection:
    """Nothing keeps it from being decided."""
    return waive_hearing(objection=found, ground=WaiveGround.WIL_NIET, by=by)
