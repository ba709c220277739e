"""What was decided on a bezwaar and has not been done yet."""

from django.db.models import Q, QuerySet

from accounts.models import User
from cases.enums import Status as CaseStatus
from cases.models import Case
from cases.selectors import cases_visible_to
from pip_plans.enums import Effect, Status
from pip_plans.models import Objection

_WITHOUT_VERSION = Q(new_version=None) | Q(new_version__status=Status.CONCEPT)


def objections_to_carry_out() -> QuerySet[Objection]:
    """Decided bezwaren that ask a new version, until a version was established that is linked to them."""
    return Objection.objects.filter(_WITHOUT_VERSION, effect=Effect.NIEUW_PIP)


def to_carry_out_for(user: User) -> QuerySet[Objection]:
    """Of the open cases that this colleague sees, what waits longest first."""
    seen = cases_visible_to(user).filter(status=CaseStatus.OPEN)
    found = objections_to_carry_out().filter(version__pip__case__in=seen)
    return found.select_related("version__pip__case__person", "new_version").order_by("decided_on", "id")


def to_carry_out_in(case: Case) -> QuerySet[Objection]:
    found = objections_to_carry_out().filter(version__pip__case=case)
    return found.select_related("version__pip__case", "new_version").order_by("id")
