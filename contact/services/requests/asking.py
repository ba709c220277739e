"""A newcomer asks, takes back, or asks that somebody else looks again."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from cases.selectors import cases_editable_by, cases_of_resident, cases_visible_to, household_of
from contact.enums.notices import NoticeKind
from contact.enums.requests import (
    CLOSED,
    Decision,
    Desk,
    RequestState,
    RequestType,
    Step,
    TranslationSource,
    Via,
)
from contact.models import Request
from contact.rules.requests import asked_on_obstacles, review_obstacles, rule_of, text_obstacles
from contact.selectors.mandates import desk_has_mandate
from contact.selectors.requests import final_answer, may_handle, may_withdraw, situation_of
from contact.services.requests.clock import first_due_on, start_clock, stop_clock
from contact.services.requests.history import cleaned, in_full, locked_open, record, tell


@transaction.atomic
def submit_request(
    *, case: Case, type_: RequestType, text: str, language: str, by: User, via: Via = Via.PORTAAL,
    asked_on: date | None = None, translation: str = "", together_with: Request | None = None,
) -> Request:  # fmt: skip
    """Records a request of the person of this case, starts its term and tells the newcomer number and date.

    A resident asks about the own case only; staff write down what came by phone or at the desk. The same words twice
    on one day are one request. What the first desk has no mandate for goes to the team lead at once (PP-06), and
    nobody can keep a newcomer from asking (PP-14). Raises ValidationError with all that is wrong.
    """
    today = timezone.localdate()
    asked_on = asked_on or today
    _check_may_ask(case, by)
    case = _locked(case)
    obstacles = text_obstacles(text)
    if not rule_of(type_).can_be_asked:
        obstacles.append("Vraag een herbeoordeling bij het verzoek waarop u een antwoord hebt.")
    obstacles += asked_on_obstacles(asked_on, today=today)
    if not case.is_open and type_ != RequestType.KLACHT:
        obstacles.append("Dit dossier is gesloten. Alleen een klacht kan nog. Bel anders de gemeente.")
    if together_with is not None and not _is_of_household(case, together_with):
        obstacles.append("Het andere verzoek is niet van iemand uit hetzelfde huishouden.")
    if obstacles:
        raise ValidationError(obstacles)
    same = case.requests.filter(type=type_, text=text.strip(), asked_on=asked_on).exclude(state__in=CLOSED)
    if again := same.first():
        return again
    return _create(
        case=case, type_=type_, text=text, language=language, by=by, via=via, asked_on=asked_on,
        translation=translation, together_with=together_with,
    )  # fmt: skip


def _create(
    *, case: Case, type_: RequestType, text: str, language: str, by: User, via: Via, asked_on: date,
    translation: str = "", together_with: Request | None = None, reviews: Request | None = None,
) -> Request:  # fmt: skip
    rule = rule_of(type_)
    is_confidential = rule.is_confidential or bool(reviews and reviews.is_confidential)
    goes_up = reviews is not None or not desk_has_mandate(type_, case.gemeente_id, on=timezone.localdate())
    translation = cleaned(translation, limit=5000)
    request = Request(
        case=case, type=type_, text=text.strip(), language=language, translation=translation, via=via,
        translation_source=TranslationSource.PERSON if translation else TranslationSource.NONE, asked_on=asked_on,
        recorded_by=None if by.is_resident else by, desk=Desk.TEAMLEIDER if is_confidential or goes_up else rule.desk,
        is_confidential=is_confidential, reviews=reviews, together_with=together_with,
    )  # fmt: skip
    request.own_due_on = first_due_on(request)
    if request.desk == Desk.TEAMLEIDER:
        request.escalated_on = timezone.localdate()
    request.save()
    start_clock(request, by=by)
    event = record(
        request, Step.RECEIVED, f"Gevraagd op {in_full(asked_on)} via {request.get_via_display().lower()}.", by,
        on=asked_on, due_on=request.term_ends_on, desk=request.desk,
    )  # fmt: skip
    tell(request, NoticeKind.REQUEST_RECEIVED, event, by_team_lead=request.desk == Desk.TEAMLEIDER)
    if goes_up and not is_confidential:
        why = (
            "Een ander dan de eerste beslisser kijkt ernaar."
            if reviews
            else "De klantmanager heeft hiervoor geen mandaat."
        )
        record(request, Step.ESCALATED, f"Naar de teamleider. {why}", None, due_on=request.term_ends_on)
    return request


def _check_may_ask(case: Case, by: User) -> None:
    """Nobody edits a closed case; whoever may read it writes down a complaint about it."""
    of_staff = cases_editable_by if case.is_open else cases_visible_to
    theirs = cases_of_resident(by) if by.is_resident else of_staff(by)
    if not theirs.filter(pk=case.pk).exists():
        raise PermissionDenied


def _locked(case: Case) -> Case:
    rows = Case.objects.select_for_update(no_key=True, of=("self",))
    return rows.select_related("person", "gemeente", "team").get(pk=case.pk)


def _is_of_household(case: Case, other: Request) -> bool:
    return other.case.gemeente_id == case.gemeente_id and (
        household_of(case).filter(person_id=other.case.person_id).exists()
    )


@transaction.atomic
def request_review(
    *, request: Request, text: str, language: str, by: User, via: Via = Via.PORTAAL
) -> Request:
    """A refused request, once more, for somebody else than the first decider (PP-21). The second time is refused."""
    _check_owns_or_handles(request, by)
    case = _locked(request.case)
    request = Request.objects.select_related("case").get(pk=request.pk)
    answer = final_answer(request)
    obstacles = text_obstacles(text) + review_obstacles(
        decision=Decision(answer.decision) if answer else None, type_=RequestType(request.type),
        already=Request.objects.filter(reviews=request).exists(),
    )  # fmt: skip
    if not case.is_open:
        obstacles.append("Dit dossier is gesloten. Bel de gemeente.")
    if obstacles:
        raise ValidationError(obstacles)
    return _create(
        case=case, type_=RequestType.HERBEOORDELING, text=text, language=language, by=by, via=via,
        asked_on=timezone.localdate(), reviews=request,
    )  # fmt: skip


@transaction.atomic
def withdraw_request(*, request: Request, by: User, reason: str = "") -> Request:
    """The newcomer takes it back, or who has it writes down that the newcomer did, with a reason. Its terms stop.

    The newcomer hears when staff did it, so that nothing ends without the one who asked.
    """
    _check_owns_or_handles(request, by)
    request = locked_open(request)
    reason = cleaned(reason, limit=200)
    if by.is_resident:
        reason = reason or "Niet meer nodig."
    else:
        _check_staff_may_withdraw(request, by, reason)
    request.state, request.withdrawn_reason = RequestState.WITHDRAWN, reason
    request.later_on, request.closed_on = None, timezone.localdate()
    request.save(update_fields=["state", "withdrawn_reason", "later_on", "closed_on"])
    stop_clock(request, reason=f"Verzoek {request.pk} is ingetrokken.", by=by)
    event = record(request, Step.WITHDRAWN, f"Ingetrokken. Reden: {reason}", by)
    if not by.is_resident:
        tell(request, NoticeKind.REQUEST_WITHDRAWN, event, colleague=by.name)
    return request


def _check_staff_may_withdraw(request: Request, by: User, reason: str) -> None:
    """After the lock: a colleague may just have taken it over."""
    if not may_withdraw(by, request):
        raise PermissionDenied
    obstacles = []
    if len(reason) < 10:
        obstacles.append("Schrijf op waarom de nieuwkomer het verzoek intrekt.")
    if situation_of(request).needs_conference:
        obstacles.append("Er staat een casusoverleg open. De nieuwkomer kan het verzoek zelf intrekken.")
    if obstacles:
        raise ValidationError(obstacles)


@transaction.atomic
def translate_request(*, request: Request, translation: str, source: TranslationSource, by: User) -> Request:
    """Adds or corrects the Dutch of what was asked, beside the newcomer's own words."""
    if not may_handle(by, request):
        raise PermissionDenied
    request = locked_open(request)
    translation = cleaned(translation, limit=5000)
    if not translation or source == TranslationSource.NONE:
        raise ValidationError("Schrijf de vertaling op, en hoe die is gemaakt.")
    request.translation, request.translation_source = translation, source
    request.save(update_fields=["translation", "translation_source"])
    record(request, Step.TRANSLATED, f"Vertaling toegevoegd ({source.label.lower()}).", by)
    return request


def _check_owns_or_handles(request: Request, by: User) -> None:
    if by.is_resident:
        if not cases_of_resident(by).filter(pk=request.case_id).exists():
            raise PermissionDenied
    elif not may_handle(by, request):
        raise PermissionDenied
