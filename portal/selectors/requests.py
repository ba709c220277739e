"""The resident's requests: who answers, when, and what was answered."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from accounts.models import Gemeente, User
from contact.enums.requests import CLOSED, Decision, Desk, Remedy, RequestType
from contact.models import Answer, Request
from contact.rules.requests import review_obstacles, rule_of
from contact.selectors.requests import (
    ResidentStep,
    requests_of_resident,
    timeline_for_resident,
    who_decides,
)
from deadlines.rules import Facts, Outcome, due_date
from deadlines.selectors import calendar, promise_length
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
        return self.request.state not in CLOSED

    @cached_property
    def term(self) -> Outcome | None:
        """Why the answer comes on or before that day; None when a later day was named by hand."""
        request = self.request
        known = (
            request.deadline.outcome
            if request.deadline
            else term_for(RequestType(request.type), request.case.gemeente, request.asked_on)
        )
        return known if known.due_on == request.term_ends_on else None

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
        decision = Decision(self.answer.decision) if self.answer else None
        kind = RequestType(self.request.type)
        return (
            self.request.case.is_open
            and self.review is None
            and not review_obstacles(decision=decision, type_=kind, already=False)
        )

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


def term_for(type_: RequestType, gemeente: Gemeente, asked_on: date) -> Outcome:
    """When an answer comes to what is asked on this day, and why then."""
    rule = rule_of(type_)
    facts = (
        Facts(applied_on=asked_on)
        if rule.is_application
        else Facts(promised_on=asked_on, promise=promise_length(gemeente, rule.kind, asked_on))
    )
    return due_date(rule.kind, facts, calendar())
