"""One request: where it stands, who has it, when the answer is due and in which language."""

from accounts.models import User
from cases.models import Person
from cases.selectors import klantmanager_of
from contact.enums.requests import Decision, Desk, PartyState, RequestState, RequestType
from contact.models import Answer, Conference, Request
from contact.rules.requests import Situation, review_obstacles, rule_of
from deadlines.rules import Facts, Outcome, due_date
from deadlines.selectors import calendar, promise_length


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


def can_be_reviewed(request: Request) -> bool:
    """Whether the newcomer can still ask that somebody else looks at it again (PP-21)."""
    answer = final_answer(request)
    already = Request.objects.filter(reviews=request).exists()
    return answer is not None and not review_obstacles(
        decision=Decision(answer.decision), type_=RequestType(request.type), already=already
    )


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
