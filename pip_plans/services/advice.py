"""Keeps the advice about the leerroute with the decision."""

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from pip_plans.models import PipVersion
from pip_plans.rules.advice import kept
from pip_plans.selectors.advice import advice_of
from pip_plans.services.locking import locked_concept, touch


def keep_advice_of_now(version: PipVersion) -> None:
    """Sets the advice as it stands at this moment; the caller saves it."""
    version.advice = kept(advice_of(version.pip.case), timezone.localdate())


@transaction.atomic
def keep_advice(*, version: PipVersion, by: User) -> PipVersion:
    """Takes the advice over again, after facts changed: the decision is weighed against what is known now."""
    version = locked_concept(version)
    keep_advice_of_now(version)
    touch(version, by, "advice")
    return version
