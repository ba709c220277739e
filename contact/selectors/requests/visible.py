"""Which requests somebody may see and act on."""

from django.db.models import Exists, F, OuterRef, Prefetch, Q

from accounts.enums import Role
from accounts.models import Membership, User
from cases.models import Assignment, Case
from cases.selectors import CASE_ROLES, cases_editable_by, cases_of_resident, cases_visible_to
from contact.enums.requests import CLOSED
from contact.models import Request
from contact.models.requests import RequestQuerySet
from contact.selectors.mandates import leads


def requests_visible_to(user: User) -> RequestQuerySet:
    """Requests of visible cases. A confidential one only for the team lead of the case, and for who must handle it.

    A team lead who guides the case is who it may be about, so another team lead of the team goes before.
    Residents see nothing here: `requests_of_resident`.
    """
    if user.is_resident or not user.has_role(*CASE_ROLES):
        return Request.objects.none()
    shared = Q(is_confidential=False) & (Q(case__in=cases_visible_to(user)) | led_by(user))
    guided = Assignment.objects.filter(user=user, ends_at=None).values("case_id")
    others = Membership.objects.filter(
        team_id=OuterRef("case__team_id"), role=Role.TEAMLEIDER, user__is_active=True
    ).exclude(user=user)
    own_secret = led_by(user) & (~Q(case_id__in=guided) | ~Exists(others))
    return Request.objects.filter(
        shared | (Q(is_confidential=True) & own_secret) | Q(owner=user),
        case__gemeente_id=user.gemeente_id or 0,
    )


def requests_handled_by(user: User) -> RequestQuerySet:
    """Requests that somebody may act on: those of cases that one may change, and those that one was given."""
    if user.is_resident or not user.has_role(Role.KLANTMANAGER, Role.TEAMLEIDER):
        return Request.objects.none()
    mine = Q(case__in=cases_editable_by(user)) | led_by(user) | Q(owner=user)
    return requests_visible_to(user).filter(mine)


def led_by(user: User) -> Q:
    return Q(case__team_id__in=user.team_ids(Role.TEAMLEIDER))


def may_handle(user: User, request: Request) -> bool:
    return requests_handled_by(user).filter(pk=request.pk).exists()


def may_triage(user: User, request: Request) -> bool:
    if not (request.is_open and request.is_confidential and leads(user, request)):
        return False
    return requests_visible_to(user).filter(pk=request.pk).exists()


def requests_of_resident(user: User) -> RequestQuerySet:
    """The resident's own requests, newest first, with what a list shows. A partner's aren't among them."""
    own = Request.objects.filter(case__in=cases_of_resident(user)).with_term()
    return own.select_related("case", "case__gemeente", "deadline", "owner").order_by("-asked_on", "-id")


def with_list(requests: RequestQuerySet) -> RequestQuerySet:
    """Adds what a row shows, in a fixed number of queries."""
    active = Assignment.objects.filter(ends_at=None).select_related("user").order_by("kind")
    return requests.with_term().select_related(
        "case", "case__person", "case__team", "case__gemeente", "owner", "deadline", "conference"
    ).prefetch_related(
        "parties", Prefetch("case__assignments", queryset=active, to_attr="active_assignments")
    )  # fmt: skip


def soonest_first(requests: RequestQuerySet) -> RequestQuerySet:
    return requests.order_by(F("due_on").asc(nulls_last=True), "id")


def requests_of_case(user: User, case: Case) -> RequestQuerySet:
    """All requests of a case that this colleague may see: the open ones by term, then the others, newest first."""
    is_closed = Q(state__in=CLOSED)
    shown = with_list(requests_visible_to(user).filter(case=case))
    return shown.annotate(is_done=is_closed).order_by("is_done", F("due_on").asc(nulls_last=True), "-id")
