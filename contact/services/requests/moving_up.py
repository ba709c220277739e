"""Requests that lie with somebody who may not decide on them any more."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db import transaction
from django.db.models import Q

from accounts.enums import Role
from accounts.models import Gemeente
from contact.enums.notices import NoticeKind
from contact.enums.requests import Desk, RequestType, Step
from contact.models import Request
from contact.rules.mandates import role_may_decide
from contact.selectors.mandates import decider, desk_has_mandate, mandate_rows
from contact.services.one_by_one import one_by_one
from contact.services.requests.history import locked, record, tell


def escalate_without_mandate(*, today: date, gemeente: Gemeente | None = None) -> int:
    """Takes to the team lead what lies with a klantmanager who lost the mandate. Returns how many requests.

    Called when the mandate changes, and by the clock for a mandate that changes on a later day. Safe to run twice.
    """
    found = Request.objects.open().exclude(desk=Desk.TEAMLEIDER, owner=None)
    if gemeente is not None:
        found = found.filter(case__gemeente=gemeente)
    lost = Q(pk__in=())
    pairs = found.order_by().values_list("type", "case__gemeente_id").distinct()
    for type_, gemeente_id in _lost_by_klantmanagers(pairs, today):
        lost |= Q(type=type_, case__gemeente_id=gemeente_id)
    waiting = found.filter(lost).order_by("case_id", "id")
    return one_by_one(
        waiting, lambda request: _escalate(request, today=today), failure="request_not_moved_up"
    )


def _lost_by_klantmanagers(
    pairs: Iterable[tuple[str, int]], today: date
) -> Iterator[tuple[RequestType, int]]:
    for type_, gemeente_id in pairs:
        rows = mandate_rows(gemeente_id)
        if not role_may_decide(RequestType(type_), Role.KLANTMANAGER, rows, on=today):
            yield RequestType(type_), gemeente_id


@transaction.atomic
def _escalate(request: Request, *, today: date) -> bool:
    """False when it is answered by now, or lies with somebody who may decide."""
    request = locked(request)
    if not request.is_open or _may_be_decided(request, today):
        return False
    request.desk, request.owner = Desk.TEAMLEIDER, None
    request.escalated_on = request.escalated_on or today
    request.save(update_fields=["desk", "owner", "escalated_on"])
    text = "Naar de teamleider. De klantmanager heeft hiervoor geen mandaat meer."
    event = record(request, Step.ESCALATED, text, None, due_on=request.term_ends_on)
    tell(request, NoticeKind.REQUEST_TO_TEAM_LEAD, event)
    return True


def _may_be_decided(request: Request, today: date) -> bool:
    if request.owner is not None:
        return decider(request.owner, request, today=today).has_mandate
    if request.desk == Desk.TEAMLEIDER:
        return True
    return desk_has_mandate(RequestType(request.type), request.case.gemeente_id, on=today)
