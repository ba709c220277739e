"""What a resident may see: the own cases, at any gemeente, and what was decided in them. Nothing of anybody else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F

from accounts.models import User
from cases.enums import AssignmentKind, Status
from cases.models import Case, Document
from cases.selectors import cases_of_resident, documents_visible_to
from deadlines.models import Deadline
from deadlines.selectors import Clock, clocks
from portal.enums import TERM_SENTENCES


@dataclass(frozen=True)
class MyCases:
    """The case of the gemeente where the resident lives now, and those of before."""

    current: Case
    earlier: Sequence[Case]


@dataclass(frozen=True)
class Helper:
    """Somebody of the gemeente whom the resident can call or write."""

    name: str
    phone: str
    email: str
    is_substitute: bool


def my_cases(user: User) -> MyCases | None:
    """None without a case, or after a death: whoever logs in then gets no data."""
    cases = cases_of_resident(user).filter(person__died_on=None).select_related("person", "gemeente")
    newest_first = list(cases.order_by(F("brp_registered_on").desc(nulls_last=True), "-opened_on", "-id"))
    if not newest_first:
        return None
    current = next((case for case in newest_first if case.status == Status.OPEN), newest_first[0])
    return MyCases(current, [case for case in newest_first if case != current])


def helpers(case: Case) -> list[Helper]:
    """The klantmanager, then who stands in. The phone of the gemeente where the colleague has none."""
    active = (
        case.assignments.filter(ends_at=None, user__is_active=True)
        .select_related("user")
        .order_by("kind", "id")
    )
    return [
        Helper(
            name=assignment.user.name,
            phone=assignment.user.phone or case.gemeente.phone,
            email=assignment.user.email or case.gemeente.email,
            is_substitute=assignment.kind == AssignmentKind.VERVANGER,
        )
        for assignment in active
    ]


def my_documents(user: User, case: Case) -> list[Document]:
    return list(documents_visible_to(user).filter(case=case))


def running_terms(case: Case) -> list[Deadline]:
    """Terms that weren't stopped and have a day, the first to end first."""
    return list(case.deadlines.filter(stopped_on=None, due_on__isnull=False).order_by("due_on", "id"))


def explained_terms(case: Case, *, today: date) -> list[Clock]:
    """What still counts for the resident, the most urgent first, each with why it ends then."""
    return [
        clock
        for clock in clocks(case, today=today)
        if not clock.is_over and clock.deadline.due_on and clock.deadline.kind in TERM_SENTENCES
    ]
