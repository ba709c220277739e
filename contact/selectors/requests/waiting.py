"""What waits for whom, and what is late."""

from datetime import date

from django.db.models import Q
from django.utils import timezone

from accounts.models import Gemeente, Team, User
from cases.models import Assignment
from cases.selectors import CASE_ROLES
from contact.enums.requests import Desk, RequestState
from contact.models import Request
from contact.models.requests import RequestQuerySet
from contact.rules.requests import ABOUT_KLANTMANAGER
from contact.selectors.requests.visible import (
    led_by,
    requests_handled_by,
    requests_visible_to,
    soonest_first,
)


def is_back(today: date) -> Q:
    """Requests that ask something of the gemeente today: not those at others, nor those whose later day is to come."""
    return Q(state=RequestState.OPEN) | Q(state=RequestState.LATER, later_on__lte=today)


def requests_on_desk_of(user: User) -> RequestQuerySet:
    """Open requests that are this colleague's: named, or by the desk of a case that they guide or lead."""
    return soonest_first(requests_handled_by(user).open().with_term().filter(_on_desk_of(user)))


def requests_of_teams(user: User) -> RequestQuerySet:
    """Open requests of the teams in which somebody works with cases, as far as they may be seen."""
    visible = requests_visible_to(user).filter(case__team_id__in=user.team_ids(*CASE_ROLES))
    return soonest_first(visible.open().with_term())


def requests_waiting_for(user: User, *, today: date | None = None) -> RequestQuerySet:
    """Open requests that this colleague must do something about today, the soonest term first.

    Past its term a request waits for the team lead as well, wherever it lies: nothing is parked with others (PP-17).
    """
    today = today or timezone.localdate()
    overdue = Q(due_on__lt=today)
    conference = Q(conference__convener=user, conference__held_on=None)
    asks = (_on_desk_of(user) & (is_back(today) | overdue)) | (led_by(user) & overdue) | conference
    return soonest_first(requests_handled_by(user).open().with_term().filter(asks))


def may_withdraw(user: User, request: Request) -> bool:
    """Whether this colleague may write down that the newcomer doesn't want it any more.

    Only who has it, and never who guides a newcomer who complains or asks for somebody else: nothing about a
    colleague ends by the hand of that colleague.
    """
    types = {request.type, request.reviews.type if request.reviews else request.type}
    if types & ABOUT_KLANTMANAGER and request.case.assignments.filter(user=user, ends_at=None).exists():
        return False
    return requests_on_desk_of(user).filter(pk=request.pk).exists()


def _on_desk_of(user: User) -> Q:
    guided = Assignment.objects.filter(user=user, ends_at=None).values("case_id")
    return (
        Q(owner=user)
        | Q(owner=None, desk=Desk.KLANTMANAGER, case_id__in=guided)
        | (Q(owner=None, desk=Desk.TEAMLEIDER) & led_by(user))
    )


def overdue_requests(
    *, today: date, team: Team | None = None, gemeente: Gemeente | None = None
) -> RequestQuerySet:
    """All open requests past their term, of a team or a whole gemeente: for who looks over it, not for one case."""
    late = Request.objects.overdue(today)
    if team is not None:
        late = late.filter(case__team=team)
    if gemeente is not None:
        late = late.filter(case__gemeente=gemeente)
    return soonest_first(late)


def untriaged_requests(user: User) -> RequestQuerySet:
    """Confidential requests that the team lead hasn't looked at yet."""
    new = requests_visible_to(user).filter(led_by(user), is_confidential=True, triaged_on=None)
    return soonest_first(new.open().with_term())
