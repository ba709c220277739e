"""What every act on a request shares: the lock, the line in its history, and the message to the newcomer."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from accounts.models import User
from cases.models import Case, CaseEvent
from cases.services import record_event
from cases.services.events import SYSTEM
from contact.enums.notices import NoticeKind
from contact.enums.requests import RequestState, Step
from contact.models import Request, RequestStep
from contact.rules.requests import closed_obstacle
from contact.services.notices import make_notices
from inburgering.kit.dutch import format_date


def locked(request: Request) -> Request:
    """The case first, then the row, as everywhere: two colleagues act one after the other, and the second sees it."""
    Case.objects.select_for_update(no_key=True).get(pk=request.case_id)
    rows = Request.objects.select_for_update(of=("self",))
    return rows.select_related(
        "case", "case__person", "case__gemeente", "case__team", "owner", "deadline", "reviews"
    ).get(pk=request.pk)


def locked_open(request: Request) -> Request:
    """Raises ValidationError when somebody was first: a colleague with an answer, or the newcomer who took it back."""
    request = locked(request)
    if not request.is_open:
        raise ValidationError(closed_obstacle(RequestState(request.state)))
    return request


def record(request: Request, step: Step, text: str, by: User | None, **told: Any) -> CaseEvent | None:
    """Adds to the history, and to that of the case unless the klantmanager may not know. `told` is for the newcomer."""
    RequestStep.objects.create(
        request=request, kind=step, text=text, by=by, by_label=by.name if by else SYSTEM,
        data={"told": {name: _plain(value) for name, value in told.items()}},
    )  # fmt: skip
    if request.is_confidential:
        return None
    return record_event(
        case=request.case,
        kind=step,
        text=f"Verzoek {request.pk} ({request.get_type_display()}). {text}",
        by=by,
        data={"request_id": request.pk},
    )


def tell(request: Request, kind: NoticeKind, event: CaseEvent | None = None, **context: Any) -> None:
    """A message to the newcomer. It never names what was asked: others in the house may read it on a locked phone."""
    number = request.steps.count()
    facts = {"number": request.pk, "asked_on": request.asked_on, "due_on": request.term_ends_on} | context
    make_notices(
        case=request.case, person=request.case.person, kind=kind, source=f"verzoek:{request.pk}:{number}",
        context=facts, request=request, event=event,
    )  # fmt: skip


def in_full(day: date) -> str:
    return format_date(day, weekday=False)


def cleaned(text: str, *, limit: int) -> str:
    """Words without blanks around them. Raises ValidationError for what can't be kept."""
    if "\x00" in text:
        raise ValidationError("De tekst bevat een teken dat niet kan.")
    if len(text.strip()) > limit:
        raise ValidationError(f"De tekst is te lang. Gebruik hoogstens {limit} tekens.")
    return text.strip()


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
