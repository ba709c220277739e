"""The resident's requests: who answers, when, and what was answered."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from accounts.models import User
from cases.models import Case
from contact.enums.requests import Decision, Desk, Remedy, RequestType
from contact.models import Answer, Request
from contact.rules.requests import rule_of
from contact.selectors.requests import (
    ResidentStep,
    can_be_reviewed,
    requests_of_resident,
    term_facts,
    term_of,
    timeline_for_resident,
    who_decides,
)
from deadlines.rules import Outcome, due_date
from deadlines.selectors import calendar
from portal.enums import ASKINGS, Asking, Progress
from portal.rules import progress


@dataclass(frozen=True)
class Asked:
    """One request as the resident reads it today."""

    request: Request
    today: date

    @property
    def asking(self) -> Asking:
        return ASKINGS[RequestType(self.request.type)]

    @property
    def due_on(self) -> date | None:
        return self.request.later_on or self.request.term_ends_on

    @property
    def progress(self) -> Progress:
        return progress(self.request.state, self.due_on, today=self.today)

    @property
    def is_open(self) -> bool:
        return self.request.is_open

    @cached_property
    def term(self) -> Outcome | None:
        """Why the answer comes on or before that day; None when another day was named since."""
        known = term_of(self.request)
        return known if known and known.due_on == self.due_on else None

    @cached_property
    def answers(self) -> list[Answer]:
        return list(self.request.answers.select_related("decided_by"))

    @property
    def answer(self) -> Answer | None:
        """The last word of the gemeente, which may be "later"."""
        return self.answers[-1] if self.answers else None

    @property
    def remedy(self) -> Remedy | None:
        """What the resident can do about an answer that isn't a full yes."""
        refused = self.answer is not None and self.answer.decision in {Decision.AFGEWEZEN, Decision.DEELS}
        return rule_of(self.request.type).remedy if refused else None

    @cached_property
    def review(self) -> Request | None:
        """The request to look again that followed from this one."""
        return Request.objects.filter(reviews=self.request).first()

    @property
    def may_ask_review(self) -> bool:
        return self.request.case.is_open and can_be_reviewed(self.request)

    @cached_property
    def timeline(self) -> list[ResidentStep]:
        return timeline_for_resident(self.request)

    @cached_property
    def who(self) -> tuple[Desk, str]:
        return who_decides(self.request)


def my_requests(user: User, *, today: date) -> list[Asked]:
    """What still waits first, then what is done; each newest first."""
    asked = [Asked(request, today) for request in requests_of_resident(user)]
    return sorted(asked, key=lambda one: not one.is_open)


def my_request(user: User, request_id: int, *, today: date) -> Asked | None:
    found = requests_of_resident(user).filter(pk=request_id).first()
    return Asked(found, today) if found else None


def term_for(type_: RequestType, case: Case, *, today: date) -> Outcome:
    """When an answer comes to what is asked today, and why then."""
    asked = Request(case=case, type=type_, asked_on=today)
    return due_date(rule_of(type_).kind, term_facts(asked), calendar())
