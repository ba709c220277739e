"""Requests as lines of a list, and as the newcomer reads them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from accounts.models import User
from cases.enums import AssignmentKind
from cases.models import Assignment, Case
from contact.enums.requests import Desk, RequestState, Step
from contact.models import Request, RequestStep
from contact.models.requests import OPEN
from contact.selectors.requests.one import handler_of
from contact.selectors.requests.visible import requests_of_case

# What a newcomer reads of the history. The rest is housekeeping of the gemeente.
_TOLD = (
    Step.RECEIVED, Step.ESCALATED, Step.TRIAGED, Step.CALLED, Step.REFERRED, Step.PARTY_ANSWERED, Step.CAME_BACK,
    Step.CONFERENCE_DUE, Step.CONFERENCE_HELD, Step.LATER, Step.TAKES_LONG, Step.ANSWERED, Step.WITHDRAWN,
)  # fmt: skip


@dataclass(frozen=True)
class RequestRow:
    """A request as a line of a list: how it stands today and who has it."""

    request: Request
    is_late: bool
    is_back: bool
    who: str
    parties: list[str]


def request_rows(requests: Iterable[Request], *, today: date) -> list[RequestRow]:
    """Lines for requests that came through `with_list`."""
    return [
        RequestRow(
            request=request,
            is_late=request.is_late(today),
            is_back=request.state == RequestState.LATER and (request.later_on or today) <= today,
            who=_who(request),
            parties=[party.name for party in request.parties.all() if party.answered_on is None],
        )
        for request in requests
    ]


def open_request_rows(user: User, case: Case, *, today: date) -> list[RequestRow]:
    """What stands open in a dossier, for its tab Contact."""
    return request_rows(requests_of_case(user, case).filter(OPEN), today=today)


def _who(request: Request) -> str:
    if request.owner is not None:
        return request.owner.name
    if request.desk == Desk.TEAMLEIDER:
        return "de teamleider"
    guides: list[Assignment] = request.case.active_assignments  # type: ignore[attr-defined]
    guide = next((guide.user for guide in guides if guide.kind == AssignmentKind.KLANTMANAGER), None)
    return guide.name if guide else "nog niemand"


@dataclass(frozen=True)
class ResidentStep:
    """One line of the newcomer's timeline. `key` is a word to translate ("ontvangen", "later"); `facts` fill it."""

    key: str
    on: date
    facts: Mapping[str, Any]


def timeline_for_resident(request: Request) -> list[ResidentStep]:
    """What happened, oldest first: keys, days and names, never what staff wrote for each other."""
    steps = RequestStep.objects.filter(request=request, kind__in=_TOLD).order_by("id")
    return [_told(step) for step in steps]


def _told(step: RequestStep) -> ResidentStep:
    """The day on which it happened, where that isn't the day on which it was written down."""
    facts = step.data["told"]
    on = date.fromisoformat(facts["on"]) if "on" in facts else timezone.localdate(step.at)
    return ResidentStep(key=step.kind.partition(".")[2], on=on, facts=facts)


def who_decides(request: Request) -> tuple[Desk, str]:
    """Who has the request now, for the newcomer: the desk, and a name where there is one (PP-06)."""
    handler = handler_of(request)
    return Desk(request.desk), handler.name if handler else ""
