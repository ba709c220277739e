"""Telling newcomers who wait long where their request stands."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q

from contact.enums.notices import NoticeKind
from contact.enums.requests import RequestState, Step
from contact.models import Request
from contact.rules.requests import LONG_WAIT_DAYS
from contact.selectors.requests import who_decides
from contact.services.one_by_one import one_by_one
from contact.services.requests.history import locked, record, tell
from deadlines.selectors import calendar


def tell_long_waiters(*, today: date, limit: int = 500) -> int:
    """A message to everybody whose term has passed without an answer, and at four weeks to whose term is longer (PP-16).

    Once for a request, and past the term on a working day, when somebody takes the phone.

    Who was told a later day hears again after that day, not before. Safe to run at any moment, and twice at once.
    """
    is_long = Q(asked_on__lte=today - timedelta(days=LONG_WAIT_DAYS))
    if not calendar().is_day_off(today):
        is_long |= Q(due_on__lt=today)
    waiting = (
        Request.objects.open()
        .with_term()
        .filter(is_long)
        .exclude(state=RequestState.LATER, later_on__gte=today)
        .exclude(steps__kind=Step.TAKES_LONG)
        .order_by("asked_on", "id")
    )
    return one_by_one(
        waiting, lambda request: tell_long_wait(request=request), failure="long_wait_not_told", at_most=limit
    )


@transaction.atomic
def tell_long_wait(*, request: Request) -> bool:
    """False when the newcomer has an answer by now, or was told already."""
    request = locked(request)
    if not request.is_open or request.steps.filter(kind=Step.TAKES_LONG).exists():
        return False
    desk, handler = who_decides(request)
    text = "De nieuwkomer wacht lang op antwoord en krijgt daarover een bericht."
    event = record(request, Step.TAKES_LONG, text, None, due_on=request.term_ends_on)
    tell(request, NoticeKind.REQUEST_TAKES_LONG, event, handler=handler, desk=desk)
    return True
