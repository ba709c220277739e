"""The gemeente answers: yes, partly, no, or later on a day."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.models import CaseEvent
from contact.enums.notices import NoticeKind
from contact.enums.requests import Decision, RefusalCode, Remedy, RequestState, Step, TranslationSource
from contact.models import Answer, Request
from contact.rules.requests import Draft, answer_obstacles, rule_of
from contact.selectors.mandates import decider
from contact.selectors.requests import language_of, may_handle, situation_of
from contact.services.requests.clock import meet_clock, restart_clock
from contact.services.requests.history import cleaned, in_full, locked, locked_open, record, tell


@transaction.atomic
def answer_request(
    *, request: Request, decision: Decision, reason: str, by: User, refusal_code: RefusalCode | None = None,
    later_on: date | None = None, translation: str = "",
    translation_source: TranslationSource = TranslationSource.NONE, without_translation: bool = False,
) -> Answer:  # fmt: skip
    """Answers with decider and reason, in the language of the newcomer, and tells what can be done about a no.

    "Later" isn't an end: it meets the promise that ran with a day, and a new one about that day begins. Raises
    ValidationError with every obstacle, also when a colleague was first.
    """
    if not may_handle(by, request):
        raise PermissionDenied
    request, today = locked(request), timezone.localdate()
    draft = Draft(
        decision=decision, reason=reason, refusal_code=refusal_code, later_on=later_on,
        language=language_of(request.case.person), translation=translation.strip(),
        translation_source=translation_source if translation.strip() else TranslationSource.NONE,
        without_translation=without_translation,
    )  # fmt: skip
    if obstacles := answer_obstacles(
        situation_of(request), draft, decider(by, request, today=today), today=today
    ):
        raise ValidationError(obstacles)
    answer = Answer.objects.create(
        request=request, decision=decision, refusal_code=refusal_code or "", reason=reason.strip(),
        language=draft.language, translation=draft.translation, translation_source=draft.translation_source,
        later_on=later_on, decided_by=by, decided_on=today,
    )  # fmt: skip
    if later_on is not None:
        _put_off(request, answer, later_on, by)
    else:
        _finish(request, answer, by)
    return answer


def _finish(request: Request, answer: Answer, by: User) -> None:
    request.state, request.later_on, request.closed_on = RequestState.ANSWERED, None, answer.decided_on
    request.save(update_fields=["state", "later_on", "closed_on"])
    meet_clock(request, on=answer.decided_on, by=by)
    ground = f" ({answer.get_refusal_code_display().lower()})" if answer.refusal_code else ""
    event = record(
        request, Step.ANSWERED, f"Antwoord: {answer.get_decision_display().lower()}{ground}. {answer.reason}", by,
        decision=answer.decision, refusal_code=answer.refusal_code, decided_by=by.name,
    )  # fmt: skip
    _tell_answer(request, answer, NoticeKind.REQUEST_ANSWERED, event)


def _put_off(request: Request, answer: Answer, later_on: date, by: User) -> None:
    request.state, request.later_on = RequestState.LATER, later_on
    restart_clock(request, met_on=answer.decided_on, on=later_on, by=by)
    request.save(update_fields=["state", "later_on", "deadline", "own_due_on"])
    text = f"Antwoord volgt op {in_full(later_on)}. {answer.reason}"
    event = record(request, Step.LATER, text, by, later_on=later_on, decided_by=by.name)
    _tell_answer(request, answer, NoticeKind.REQUEST_LATER, event)


def _tell_answer(request: Request, answer: Answer, kind: NoticeKind, event: CaseEvent | None) -> None:
    refused = answer.decision in {Decision.AFGEWEZEN, Decision.DEELS}
    remedy = rule_of(request.type).remedy if refused else ""
    tell(
        request, kind, event, decision=answer.decision, refusal_code=answer.refusal_code, reason=answer.reason,
        own_words=answer.translation, later_on=answer.later_on or "", decided_by=answer.decided_by.name,
        is_objection=remedy == Remedy.BEZWAAR, is_review=remedy == Remedy.HERBEOORDELING,
        is_ombudsman=remedy == Remedy.OMBUDSMAN, is_talk=remedy == Remedy.PRATEN,
    )  # fmt: skip


@transaction.atomic
def log_call(*, request: Request, note: str, by: User) -> Request:
    """Somebody called and got no answer (PP-13). The newcomer reads that we tried; the term runs on."""
    if not may_handle(by, request):
        raise PermissionDenied
    request = locked_open(request)
    note = cleaned(note, limit=500)
    record(request, Step.CALLED, f"Gebeld, en niet bereikt. {note}".strip(), by)
    return request
