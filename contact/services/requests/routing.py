"""Who has a request: up to the team lead, over to a colleague, out to others and back."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.enums import Role
from accounts.models import User
from contact.enums.notices import NoticeKind
from contact.enums.requests import Desk, PartyKind, PartyState, RefusalCode, RequestState, Step
from contact.models import Conference, Request, RequestParty
from contact.rules.requests import ABOUT_KLANTMANAGER, everybody_points_away, referral_obstacles
from contact.selectors.mandates import decider, leads
from contact.selectors.requests import handler_of, may_handle, may_triage, situation_of
from contact.services.requests.clock import (
    conference_due_on,
    meet_conference_clock,
    start_clock,
    start_conference_clock,
)
from contact.services.requests.history import cleaned, in_full, locked_open, record, tell

# --- Up and over ---------------------------------------------------------------------------------------------


@transaction.atomic
def escalate_request(*, request: Request, advice: str, by: User) -> Request:
    """Puts it to the team lead today, with advice. The term runs on, and the newcomer hears who decides (PP-06)."""
    _check_handles(by, request)
    request = locked_open(request)
    obstacles = []
    if request.desk == Desk.TEAMLEIDER and request.owner_id is None:
        obstacles.append("Dit verzoek ligt al bij de teamleider.")
    if len(advice.strip()) < 10:
        obstacles.append("Schrijf voor de teamleider op wat u adviseert, of wat u al weet.")
    if obstacles:
        raise ValidationError(obstacles)
    advice = cleaned(advice, limit=2000)
    request.desk, request.owner = Desk.TEAMLEIDER, None
    request.escalated_on = request.escalated_on or timezone.localdate()
    request.save(update_fields=["desk", "owner", "escalated_on"])
    event = record(request, Step.ESCALATED, f"Voorgelegd aan de teamleider. Advies: {advice}", by,
                   due_on=request.term_ends_on)  # fmt: skip
    tell(request, NoticeKind.REQUEST_TO_TEAM_LEAD, event)
    return request


@transaction.atomic
def triage_request(*, request: Request, share: bool, by: User, owner: User | None = None) -> Request:
    """The team lead has read a confidential request, and says who handles it and whether the klantmanager may see it.

    Shared, it becomes a request like any other: its term and its history stand in the case from then on.
    """
    if not may_triage(by, request):
        raise PermissionDenied
    request, today = locked_open(request), timezone.localdate()
    if not request.is_confidential:
        raise ValidationError("Een collega heeft dit verzoek net gedeeld. Laad de bladzijde opnieuw.")
    owner = owner or by
    _check_can_own(request, owner)
    request.owner, request.triaged_on = owner, request.triaged_on or today
    request.is_confidential = not share
    request.save(update_fields=["owner", "triaged_on", "is_confidential"])
    if share:
        start_clock(request, by=by)
        text = (
            f"Gevraagd op {in_full(request.asked_on)}; de teamleider deelt het nu met wie het dossier ziet. "
        )
    else:
        text = "Blijft alleen voor de teamleider. "
    record(request, Step.TRIAGED, f"{text}{owner.name} behandelt het.", by, handler=owner.name)
    return request


@transaction.atomic
def assign_request(*, request: Request, to: User, by: User) -> Request:
    """Gives it to a colleague who may decide on it."""
    _check_handles(by, request)
    request = locked_open(request)
    if not leads(by, request) and request.owner_id != by.pk:
        raise PermissionDenied
    if request.owner_id == to.pk:
        return request
    _check_can_own(request, to)
    request.owner = to
    request.save(update_fields=["owner"])
    record(request, Step.ASSIGNED, f"{to.name} behandelt dit verzoek.", by, handler=to.name)
    return request


def _check_can_own(request: Request, to: User) -> None:
    """Who can handle it: a person who is active here, with the mandate, not who it is about
    (Awb, artikel 9:7) or who said no before.
    """
    works_here = to.is_active and to.has_usable_password() and to.gemeente_id == request.case.gemeente_id
    if not works_here or not to.has_role(Role.KLANTMANAGER, Role.TEAMLEIDER):
        raise ValidationError(
            f"{to.name} kan dit niet behandelen: kies een actieve klantmanager of teamleider."
        )
    obstacles = []
    as_owner = Request(case=request.case, type=request.type, owner=to)
    if not decider(to, as_owner, today=timezone.localdate()).has_mandate:
        obstacles.append(f"{to.name} heeft geen mandaat voor dit soort verzoeken.")
    if situation_of(request).first_decider == to.pk:
        obstacles.append(f"{to.name} nam de eerste beslissing. Kies iemand anders.")
    if request.type in ABOUT_KLANTMANAGER and request.case.assignments.filter(user=to, ends_at=None).exists():
        obstacles.append(f"{to.name} begeleidt dit dossier. Kies iemand die er niet bij betrokken is.")
    if obstacles:
        raise ValidationError(obstacles)


# --- Out and back --------------------------------------------------------------------------------------------


@transaction.atomic
def refer_request(*, request: Request, kind: PartyKind, name: str, question: str, by: User) -> RequestParty:
    """Puts it to somebody else. The gemeente keeps it, and the clock runs on."""
    _check_handles(by, request)
    request, today = locked_open(request), timezone.localdate()
    obstacles = referral_obstacles(situation_of(request), decider(by, request, today=today))
    name, question = cleaned(name, limit=120), cleaned(question, limit=1000)
    if not name:
        obstacles.append("Schrijf op aan wie u het voorlegt.")
    if len(question) < 10:
        obstacles.append("Schrijf op wat u vraagt.")
    if request.parties.filter(name__iexact=name, state=PartyState.ASKED).exists():
        obstacles.append(f"Deze vraag ligt al bij {name}.")
    if obstacles:
        raise ValidationError(obstacles)
    party = RequestParty.objects.create(
        request=request, kind=kind, name=name, question=question, asked_on=today, asked_by=by
    )
    request.state = RequestState.AT_PARTIES
    request.save(update_fields=["state"])
    event = record(request, Step.REFERRED, f"Voorgelegd aan {name}: {question}", by, party=name)
    tell(request, NoticeKind.REQUEST_REFERRED, event, party=name)
    return party


@transaction.atomic
def referral_came_back(
    *, party: RequestParty, state: PartyState, answer: str, on: date, by: User,
    refusal_code: RefusalCode | None = None,
) -> RequestParty:  # fmt: skip
    """Records what a party answered. When none is left to answer, the request is back, with the clock it always had.

    When all of them refused or pointed back, a casusoverleg is due: nobody ends a request by pointing at another.
    """
    _check_handles(by, party.request)
    request = locked_open(party.request)
    party = RequestParty.objects.select_for_update().get(pk=party.pk)
    answer = cleaned(answer, limit=2000)
    if obstacles := _answer_of_party_obstacles(party, state, answer, on, refusal_code):
        raise ValidationError(obstacles)
    party.state, party.answer, party.answered_on = state, answer, on
    party.refusal_code = refusal_code or ""
    party.save(update_fields=["state", "answer", "answered_on", "refusal_code"])
    record(request, Step.PARTY_ANSWERED, f"{party.name}: {state.label.lower()}. {answer}", by,
           on=on, party=party.name, answer=state)  # fmt: skip
    if not request.parties.filter(state=PartyState.ASKED).exists():
        _back(request, by)
    return party


def _answer_of_party_obstacles(
    party: RequestParty, state: PartyState, answer: str, on: date, refusal_code: RefusalCode | None
) -> list[str]:
    if party.state != PartyState.ASKED:
        return [f"{party.name} heeft al geantwoord."]
    obstacles = []
    if state == PartyState.ASKED:
        obstacles.append("Kies wat het antwoord is.")
    if len(answer) < 5:
        obstacles.append(f"Schrijf op wat {party.name} antwoordde.")
    if not party.asked_on <= on <= timezone.localdate():
        obstacles.append(f"Het antwoord kwam op of na {in_full(party.asked_on)}, en niet in de toekomst.")
    if (state == PartyState.REFUSED) != (refusal_code is not None):
        obstacles.append("Kies een reden als deze partij niet meewerkt, en anders niet.")
    return obstacles


def _back(request: Request, by: User) -> None:
    request.state = RequestState.OPEN
    request.save(update_fields=["state"])
    record(request, Step.CAME_BACK, "Iedereen heeft geantwoord. Het verzoek ligt weer bij de gemeente.", by,
           due_on=request.term_ends_on)  # fmt: skip
    states = [PartyState(state) for state in request.parties.values_list("state", flat=True)]
    if everybody_points_away(states) and not Conference.objects.filter(request=request).exists():
        _need_conference(request, by)


def _need_conference(request: Request, by: User) -> None:
    today = timezone.localdate()
    convener, due_on = handler_of(request) or by, conference_due_on(request, on=today)
    Conference.objects.create(request=request, due_on=due_on, convener=convener)
    start_conference_clock(request, on=today, by=by)
    text = f"Niemand werkt mee. {convener.name} regelt een casusoverleg, uiterlijk op {in_full(due_on)}."
    record(request, Step.CONFERENCE_DUE, text, by, due_on=due_on, handler=convener.name)


@transaction.atomic
def hold_conference(
    *, request: Request, held_on: date, participants: str, outcome: str, decider_name: str, by: User
) -> Conference:
    """Records the casusoverleg: who were there, what came out and who decides. Then the gemeente can answer."""
    _check_handles(by, request)
    request = locked_open(request)
    conference = Conference.objects.select_for_update().filter(request=request, held_on=None).first()
    if conference is None:
        raise ValidationError("Voor dit verzoek staat geen casusoverleg open.")
    participants, outcome = cleaned(participants, limit=500), cleaned(outcome, limit=5000)
    decider_name = cleaned(decider_name, limit=120)
    obstacles = []
    if held_on > timezone.localdate():
        obstacles.append("Het overleg kan niet in de toekomst gehouden zijn.")
    if held_on < request.asked_on:
        obstacles.append("Het overleg kan niet gehouden zijn voordat het verzoek er was.")
    if len(participants) < 3:
        obstacles.append("Schrijf op wie erbij waren.")
    if len(outcome) < 10:
        obstacles.append("Schrijf op wat is besloten.")
    if not decider_name:
        obstacles.append("Schrijf op wie beslist.")
    if obstacles:
        raise ValidationError(obstacles)
    conference.held_on, conference.recorded_by = held_on, by
    conference.participants, conference.outcome, conference.decider = participants, outcome, decider_name
    conference.save()
    meet_conference_clock(request, on=held_on, by=by)
    text = f"Casusoverleg met {participants}. {outcome} Beslist: {decider_name}."
    record(request, Step.CONFERENCE_HELD, text, by, on=held_on, decider=decider_name)
    return conference


def _check_handles(by: User, request: Request) -> None:
    if not may_handle(by, request):
        raise PermissionDenied
