"""Messages that follow from case events: a warning about a term, an established PIP, another klantmanager.

The event itself is the order. Each is taken once (`EventDelivery`); `EventCursor` says up to where all were taken, so
that looking costs what is new and not what there is.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

import structlog
from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from accounts.models import User
from cases.enums import AssignmentKind
from cases.enums import EventKind as CaseEventKind
from cases.models import Case, CaseEvent, EventDelivery, ParkedEvent
from cases.selectors import parked_due
from cases.services import park_event, take_delivery, unpark_event
from contact.enums.notices import NoticeKind
from contact.models.notices import EventCursor
from contact.services.notices.making import make_notices
from contact.services.notices.next_update import keep_updates_promised
from contact.services.notices.texts import LANGUAGES
from deadlines.enums import Audience, EventKind, Kind
from deadlines.models import Deadline
from deadlines.rules import explain
from deadlines.services import start_promise

logger = structlog.get_logger(__name__)

NAME = "berichten"
PIP_ESTABLISHED = "pip.vastgesteld"
PIP_UNILATERAL = "pip.eenzijdig"
PIP_CONCEPT = "pip.gedeeld"
PIP_RESPONSE = "pip.reactie"
NEWS_FOR = timedelta(days=30)
"""An event of longer ago, of a dossier that was brought in with its history, is no news to anybody."""

_SETTLED = timedelta(seconds=30)
_PAGE = 200
_MOVED = (
    EventKind.CORRECTED,
    EventKind.RECOMPUTED,
    EventKind.EXTENDED,
    EventKind.EXTENSION_WITHDRAWN,
    EventKind.SUSPENDED,
    EventKind.SUSPENSION_ENDED,
    EventKind.SUSPENSION_WITHDRAWN,
)


class _Snapshot(NamedTuple):
    """Which transactions had ended when we looked (all below `ended`), and the last event that we could see."""

    ended: int
    begun: int
    last_event: int


# --- Reading ------------------------------------------------------------------------------------------------


def read_events() -> int:
    """Makes the messages of all events that have none yet. Answers how many events it took."""
    cursor, _ = EventCursor.objects.get_or_create(name=NAME)
    taken = _read_parked()
    snapshot = _snapshot()
    for event in _new_events(cursor.complete_up_to):
        taken += _take_or_park(event, as_of=timezone.now())
    _advance(snapshot)
    return taken


def _read_parked() -> int:
    """What failed before and may be tried again. News is as new as it was when it failed first."""
    due = parked_due(NAME, now=timezone.now())
    return sum(_take_or_park(parked.event, as_of=parked.since) for parked in due[:_PAGE])


def _take_or_park(event: CaseEvent, *, as_of: datetime) -> bool:
    """An event that fails is put aside with what is wrong: it holds up no other, and isn't forgotten."""
    try:
        return _take(event, as_of)
    except Exception as error:
        logger.exception("event_not_told", event_id=event.pk, kind=event.kind)
        park_event(event=event, channel=NAME, error=error)
        return False


def _new_events(after: int) -> Iterator[CaseEvent]:
    delivered = EventDelivery.objects.filter(event=OuterRef("pk"), channel=NAME)
    parked = ParkedEvent.objects.filter(event=OuterRef("pk"), channel=NAME)
    wanted = ~Q(kind=EventKind.REMINDED) | Q(data__audience=Audience.INBURGERAAR)
    events = CaseEvent.objects.filter(
        ~Exists(delivered), ~Exists(parked), wanted, kind__in=HANDLERS
    ).order_by("id")
    while page := list(events.filter(id__gt=after).select_related("case__person", "case__gemeente")[:_PAGE]):
        yield from page
        after = page[-1].pk


@transaction.atomic
def _take(event: CaseEvent, as_of: datetime) -> bool:
    unpark_event(event=event, channel=NAME)
    if not take_delivery(event=event, channel=NAME):
        return False
    if event.case.is_open and as_of - event.at < NEWS_FOR:
        HANDLERS[event.kind](event)
    return True


def _snapshot() -> _Snapshot:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_snapshot_xmin(now)::text::bigint, pg_snapshot_xmax(now)::text::bigint, "
            "(SELECT coalesce(max(id), 0) FROM cases_caseevent) FROM pg_current_snapshot() AS now"
        )
        return _Snapshot(*cursor.fetchone())


@transaction.atomic
def _advance(snapshot: _Snapshot) -> None:
    """An event can get a lower number than one that we saw, and commit later. So what we saw counts as complete only
    when every transaction that had begun by then has ended.
    """
    cursor = EventCursor.objects.select_for_update().get(name=NAME)
    now = timezone.now()
    # A database that was restored elsewhere counts its transactions anew.
    before, at = cursor.seen_before_xid, cursor.seen_at
    if before is not None and at is not None and before <= snapshot.begun:
        if snapshot.ended < before or now - at < _SETTLED:
            return
        cursor.complete_up_to = max(cursor.complete_up_to, cursor.seen_up_to)
    cursor.seen_up_to, cursor.seen_before_xid, cursor.seen_at = snapshot.last_event, snapshot.begun, now
    cursor.save()


# --- From event to message ------------------------------------------------------------------------------------


def _source(event: CaseEvent) -> str:
    return f"event:{event.pk}"


def _tell(
    event: CaseEvent, kind: NoticeKind, context: Mapping[str, Any], deadline: Deadline | None = None
) -> None:
    make_notices(
        case=event.case, person=event.case.person, kind=kind, source=_source(event), context=context,
        deadline=deadline, event=event,
    )  # fmt: skip


def _reminded(event: CaseEvent) -> None:
    """A dossier that nobody guides has a message of its own."""
    deadline = Deadline.objects.select_related("case").get(pk=event.data["deadline_id"])
    due_on = date.fromisoformat(event.data["due_on"])
    if deadline.kind == Kind.KLANTMANAGER_AANWEZIG:
        _tell(event, NoticeKind.NO_KLANTMANAGER, _substitute(event.case) | {"due_on": due_on}, deadline)
        return
    facts = {"kind": deadline.kind, "due_on": due_on, "has_passed": due_on < timezone.localdate()}
    _tell(event, NoticeKind.DEADLINE_REMINDER, facts | _why(deadline), deadline)


def _moved(event: CaseEvent) -> None:
    """Only for who was told the day as it was."""
    told = {reminder.get("audience") for reminder in event.data.get("reminders", ())}
    if Audience.INBURGERAAR not in told or not event.data["due_on"]:
        return
    deadline = Deadline.objects.select_related("case").get(pk=event.data["deadline_id"])
    facts = {
        "kind": deadline.kind,
        "due_on": date.fromisoformat(event.data["due_on"]),
        "due_on_before": date.fromisoformat(event.data["due_on_before"]),
    }
    _tell(event, NoticeKind.DEADLINE_CHANGED, facts | _why(deadline), deadline)


def _why(deadline: Deadline) -> dict[str, str]:
    """The sentence of the rule in each language: the same that stands on screen and in the portal."""
    return {f"why_{language}": explain(deadline.outcome, language) for language in LANGUAGES}


def _substitute(case: Case) -> dict[str, str]:
    """Who helps as long as nobody has the dossier (PP-10): the substitute, or the team lead."""
    standing_in = (
        case.assignments.filter(ends_at=None, kind=AssignmentKind.VERVANGER).select_related("user").first()
    )
    person = standing_in.user if standing_in else None
    return {"substitute": person.name if person else "", "substitute_phone": person.phone if person else ""}


def _pip_established(event: CaseEvent) -> None:
    if not event.data.get("is_unilateral"):  # Of that its own event tells more.
        facts = {"on": date.fromisoformat(event.data["established_on"]), "enclosures": _enclosures(event)}
        _tell(event, NoticeKind.PIP_ESTABLISHED, facts)


def _enclosures(event: CaseEvent) -> list[int]:
    """The decision itself goes along with a message on paper, with its companion in the own language."""
    kept = (event.data.get("document_id"), event.data.get("companion_id"))
    return [document_id for document_id in kept if document_id]


def _pip_unilateral(event: CaseEvent) -> None:
    """Without akkoord: why, what differs from the plan before, and how to object (PP-01)."""
    data = event.data
    lines = [
        f"- {one['label']}: {one['before'] or 'nieuw'} → {one['after'] or 'vervalt'}"
        for one in data["changes"]
    ]
    own = data.get("changes_own", {})
    facts = {
        "on": date.fromisoformat(data["established_on"]),
        "reason": data["reason"],
        "diff": "\n".join(lines),
        "diff_own": own.get("text", ""),
        "diff_language": own.get("language", ""),
        "enclosures": _enclosures(event),
    }
    _tell(event, NoticeKind.PIP_UNILATERAL, facts)


def _pip_concept(event: CaseEvent) -> None:
    """Not of a text that was told already, and is shared anew."""
    if event.data.get("told_before"):
        return
    _tell(event, NoticeKind.PIP_CONCEPT, {})


def _pip_response(event: CaseEvent) -> None:
    """What a colleague writes down as somebody's answer is told to that person, who can say that it isn't so (PP-01)."""
    if event.by is None or event.by.is_resident:
        return
    facts = {"reaction": event.data["reaction"], "given_on": date.fromisoformat(event.data["given_on"])}
    _tell(event, NoticeKind.PIP_RESPONSE, facts | {"keeper": event.by.name})


def _assigned(event: CaseEvent) -> None:
    """Not of a substitute, nor of the first klantmanager: the first information names that one."""
    user_id, is_first = event.data.get("user_id"), event.data.get("before") is None
    if user_id is None or (is_first and timezone.localdate(event.at) == event.case.opened_on):
        return
    guide = User.objects.get(pk=user_id)
    _tell(event, NoticeKind.NEW_KLANTMANAGER, {"new": guide.name, "new_phone": guide.phone})


def _opened(event: CaseEvent) -> None:
    """Information comes with the dossier, and doesn't wait for the intake (PP-77)."""
    if timezone.localdate() - event.case.opened_on >= NEWS_FOR:
        return
    # A dossier that was brought in may have kept it already.
    if not event.case.deadlines.filter(kind=Kind.EERSTE_INFORMATIE).exists():
        start_promise(case=event.case, kind=Kind.EERSTE_INFORMATIE, on=event.case.opened_on, by=None)
    keep_updates_promised(case=event.case, on=event.case.opened_on)
    _tell(event, NoticeKind.FIRST_INFORMATION, {"group": event.case.group})


def _updated(event: CaseEvent) -> None:
    keep_updates_promised(case=event.case, on=timezone.localdate(event.at))


HANDLERS: Mapping[str, Callable[[CaseEvent], None]] = {
    EventKind.REMINDED: _reminded,
    **dict.fromkeys(_MOVED, _moved),
    PIP_ESTABLISHED: _pip_established,
    PIP_UNILATERAL: _pip_unilateral,
    PIP_CONCEPT: _pip_concept,
    PIP_RESPONSE: _pip_response,
    CaseEventKind.ASSIGNED: _assigned,
    CaseEventKind.OPENED: _opened,
    CaseEventKind.UPDATED: _updated,
}
