"""Talks of an intake and the promises that were made there."""

from collections.abc import Iterable

from django.db.models import Count, Q, QuerySet

from accounts.models import User
from cases.models import Case
from cases.selectors import cases_of_resident
from intake.enums import PromiseOutcome
from intake.models import Intake, IntakeTalk, TalkPromise


def talks_of(intake: Intake) -> QuerySet[IntakeTalk]:
    """Talks with the number of their `promise_count` and `open_count`, oldest first."""
    still_open = Q(promises__outcome=PromiseOutcome.OPEN)
    return intake.talks.annotate(
        promise_count=Count("promises"), open_count=Count("promises", filter=still_open)
    ).order_by("held_on", "id")


def promises_of(talk: IntakeTalk) -> QuerySet[TalkPromise]:
    return talk.promises.select_related("made_by", "settled_by")


def _of_case(case: Case) -> QuerySet[TalkPromise]:
    return TalkPromise.objects.filter(talk__intake__case=case).select_related("talk").order_by("id")


def unresolved_promises(case: Case) -> QuerySet[TalkPromise]:
    """Promises of any talk with which nothing was done yet: a PIP that passes over them isn't finished."""
    return _of_case(case).filter(outcome=PromiseOutcome.OPEN)


def promises_for_plan(case: Case) -> QuerySet[TalkPromise]:
    """Promises that go into the PIP and aren't an agreement of it yet (`services.link_promise`)."""
    return _of_case(case).filter(outcome=PromiseOutcome.IN_PIP, agreement_id=None)


def promises_in_plan(case: Case, agreement_ids: Iterable[int]) -> QuerySet[TalkPromise]:
    """Promises that became one of these agreements."""
    return _of_case(case).filter(agreement_id__in=list(agreement_ids))


def promises_of_resident(user: User) -> QuerySet[TalkPromise]:
    """What was promised to and by the newcomer, with what became of it, newest talk first."""
    own = TalkPromise.objects.filter(talk__intake__case__in=cases_of_resident(user))
    return own.select_related("talk").order_by("-talk__held_on", "id")
