"""Which requests somebody may see, what waits for whom, and what the newcomer reads of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Prefetch, Q
from django.utils import timezone

from accounts.enums import Role
from accounts.models import Gemeente, Team, User
from cases.enums import AssignmentKind
from cases.models import Assignment, Case, Person
from cases.selectors import (
    CASE_ROLES,
    cases_editable_by,
    cases_of_resident,
    cases_visible_to,
    klantmanager_of,
)
from contact.enums.requests import (
    CLOSED,
    Decision,
    Desk,
    PartyState,
    RequestState,
    RequestType,
    Step,
)
from contact.models import Answer, Conference, Request, RequestStep
from contact.models.requests import OPEN, RequestQuerySet
from contact.rules.requests import Situation, rule_of
from contact.selectors.mandates import leads
from deadlines.rules import Facts, Outcome, due_date
from deadlines.selectors import calendar, promise_length

# What a newcomer reads of the history. The rest is housekeeping of the gemeente.
_TOLD = (
    Step.RECEIVED, Step.ESCALATED, Step.TRIAGED, Step.REFERRED, Step.PARTY_ANSWERED, Step.CAME_BACK, Step.CONFERENCE_DUE,
    Step.CONFERENCE_HELD, Step.LATER, Step.TAKES_LONG, Step.ANSWERED, Step.WITHDRAWN,
)  # fmt: skip


# --- Who may see ------------------------------------------------------------------------------------------


def requests_visible_to(user: User) -> RequestQuerySet:
    """Requests of visible cases. A confidential one only for the team lead of the case, and for who must handle it.

    Residents see nothing here: `requests_of_resident`.
    """
    if user.is_resident or not user.has_role(*CASE_ROLES):
        return Request.objects.none()
    leading = Q(case__team_id__in=user.team_ids(Role.TEAMLEIDER))
    return Request.objects.filter(
        Q(is_confidential=False, case__in=cases_visible_to(user)) | leading | Q(owner=user),
        case__gemeente_id=user.gemeente_id or 0,
    )


def requests_handled_by(user: User) -> RequestQuerySet:
    """Requests that somebody may act on: those of cases that one may change, and those that one was given."""
    if user.is_resident or not user.has_role(Role.KLANTMANAGER, Role.TEAMLEIDER):
        return Request.objects.none()
    leading = Q(case__team_id__in=user.team_ids(Role.TEAMLEIDER))
    return requests_visible_to(user).filter(Q(case__in=cases_editable_by(user)) | leading | Q(owner=user))


def may_handle(user: User, request: Request) -> bool:
    return requests_handled_by(user).filter(pk=request.pk).exists()


def may_triage(user: User, request: Request) -> bool:
    return request.is_open and request.is_confidential and leads(user, request)


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


# --- What waits for whom ------------------------------------------------------------------------------------


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
    leading = Q(case__team_id__in=user.team_ids(Role.TEAMLEIDER))
    conference = Q(conference__convener=user, conference__held_on=None)
    asks = (_on_desk_of(user) & (is_back(today) | overdue)) | (leading & overdue) | conference
    return soonest_first(requests_handled_by(user).open().with_term().filter(asks))


def _on_desk_of(user: User) -> Q:
    guided = Assignment.objects.filter(user=user, ends_at=None).values("case_id")
    led = user.team_ids(Role.TEAMLEIDER)
    return (
        Q(owner=user)
        | Q(owner=None, desk=Desk.KLANTMANAGER, case_id__in=guided)
        | Q(owner=None, desk=Desk.TEAMLEIDER, case__team_id__in=led)
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
    leading = Q(case__team_id__in=user.team_ids(Role.TEAMLEIDER))
    new = requests_visible_to(user).filter(leading, is_confidential=True, triaged_on=None)
    return soonest_first(new.open().with_term())


# --- One request ------------------------------------------------------------------------------------------------


def situation_of(request: Request) -> Situation:
    """The facts that the rules ask for."""
    reviewed = final_answer(request.reviews) if request.reviews else None
    return Situation(
        type=RequestType(request.type),
        state=RequestState(request.state),
        parties=tuple(PartyState(party.state) for party in request.parties.all()),
        needs_conference=Conference.objects.filter(request=request, held_on=None).exists(),
        awaits_triage=request.is_confidential and request.triaged_on is None,
        times_later=request.answers.filter(decision=Decision.LATER).count(),
        first_decider=reviewed.decided_by_id if reviewed else None,
    )


def term_of(request: Request) -> Outcome | None:
    """When the answer is due and why; None when a closed case was answered later than its rule says."""
    if request.deadline is not None:
        return request.deadline.outcome
    outcome = due_date(rule_of(request.type).kind, term_facts(request), calendar())
    return outcome if outcome.due_on == request.own_due_on else None


def term_facts(request: Request) -> Facts:
    """What the term of a request starts from: the law's for an aanvraag, else what the gemeente promises."""
    rule, on = rule_of(request.type), request.asked_on
    if rule.is_application:
        return Facts(applied_on=on)
    return Facts(promised_on=on, promise=promise_length(request.case.gemeente, rule.kind, on))


def final_answer(request: Request) -> Answer | None:
    return request.answers.exclude(decision=Decision.LATER).select_related("decided_by").first()


def handler_of(request: Request) -> User | None:
    """Who has it now: the colleague who was named, else the klantmanager; None when it is up to the team leads."""
    if request.owner is not None:
        return request.owner
    return klantmanager_of(request.case) if request.desk == Desk.KLANTMANAGER else None


def language_of(person: Person) -> str:
    """The language to answer in: the one that the person prefers, else the first that they read."""
    known = list(person.languages.order_by("-preferred", "id"))
    reads = [row.code for row in known if row.preferred or row.reads]
    return next(iter(reads), person.interpreter_language or "nl")


def requests_of_case(user: User, case: Case) -> RequestQuerySet:
    """All requests of a case that this colleague may see: the open ones by term, then the others, newest first."""
    is_closed = Q(state__in=CLOSED)
    shown = with_list(requests_visible_to(user).filter(case=case))
    return shown.annotate(is_done=is_closed).order_by("is_done", F("due_on").asc(nulls_last=True), "-id")


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


# --- What the newcomer reads ----------------------------------------------------------------------------------------


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
