"""What was promised to and by the newcomer in a talk, and where that stands now."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from accounts.models import User
from cases.models import Case
from intake.models import TalkPromise
from intake.selectors import promises_of_resident
from pip_plans.models import Agreement
from pip_plans.selectors import shared_concept_of, versions_for_resident


@dataclass(frozen=True)
class Promised:
    """`agreement` is what it became, in a plan that the newcomer can read."""

    promise: TalkPromise
    agreement: Agreement | None


def has_promises(user: User, case: Case) -> bool:
    return _promises(user, case).exists()


def my_promises(user: User, case: Case) -> list[Promised]:
    promises = list(_promises(user, case))
    agreements = _agreements(user, case, [one.agreement_id for one in promises if one.agreement_id])
    return [Promised(one, agreements.get(one.agreement_id or 0)) for one in promises]


def _agreements(user: User, case: Case, ids: list[int]) -> dict[int, Agreement]:
    """Those in an established plan or in the concept that is shared."""
    if not ids:
        return {}
    established = Q(version__in=versions_for_resident(user).values("pk"))
    readable = established | Q(version=shared_concept_of(user, case))
    found = Agreement.objects.filter(readable, pk__in=ids).select_related("version")
    return {agreement.pk: agreement for agreement in found}


def _promises(user: User, case: Case) -> QuerySet[TalkPromise]:
    return promises_of_resident(user).filter(talk__intake__case=case)
