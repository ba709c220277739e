"""The PIP: versions with goals and agreements. A version that was established never changes; the database sees to it."""

from pip_plans.models.contents import Agreement, Goal
from pip_plans.models.pips import Pip
from pip_plans.models.versions import PLAN_FIELDS, PipVersion

__all__ = ["PLAN_FIELDS", "Agreement", "Goal", "Pip", "PipVersion"]
