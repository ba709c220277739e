"""Which states of a message may follow which, in whose language it is, and when it is tried again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from contact.enums.notices import NoticeKind, NoticeState
from contact.rules.preferences import local_day

DUTCH = "nl"
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=2)
PATIENCE = timedelta(days=2)
"""How long one channel gets before the next one is tried: a message about Thursday is worth nothing on Monday."""

NEXT_STATES: Mapping[NoticeState, frozenset[NoticeState]] = {
    # A letter goes from waiting to sent when a person has posted it; a person without address fails at once.
    NoticeState.WAITING: frozenset(
        {NoticeState.SENDING, NoticeState.SENT, NoticeState.FAILED, NoticeState.DROPPED}
    ),
    # Back to waiting: the channel said "later", or the worker died before the channel had anything.
    NoticeState.SENDING: frozenset(
        {
            NoticeState.WAITING,
            NoticeState.SENT,
            NoticeState.DELIVERED,
            NoticeState.BOUNCED,
            NoticeState.FAILED,
        }
    ),
    NoticeState.SENT: frozenset({NoticeState.DELIVERED, NoticeState.BOUNCED, NoticeState.FAILED}),
    # A mail server takes a message and sends it back an hour later.
    NoticeState.DELIVERED: frozenset({NoticeState.BOUNCED}),
    # A person asks for another try; or word comes late that it arrived after all.
    NoticeState.BOUNCED: frozenset({NoticeState.WAITING, NoticeState.DELIVERED}),
    NoticeState.FAILED: frozenset(
        {NoticeState.WAITING, NoticeState.SENT, NoticeState.DELIVERED, NoticeState.BOUNCED}
    ),
    NoticeState.DROPPED: frozenset(),
}

FOLLOW_EVERY = timedelta(minutes=10)
FOLLOW_FOR = timedelta(days=3)

URGENT_WITHIN = timedelta(days=2)
SAME_WITHIN = timedelta(days=1)

ABOUT_OPEN_DEADLINE = frozenset({NoticeKind.DEADLINE_REMINDER, NoticeKind.NO_KLANTMANAGER})
"""Messages that only say something as long as the term runs, with the day that they name."""

ABOUT_OPEN_REQUEST = frozenset(
    {
        NoticeKind.REQUEST_REFERRED,
        NoticeKind.REQUEST_TO_TEAM_LEAD,
        NoticeKind.REQUEST_LATER,
        NoticeKind.REQUEST_TAKES_LONG,
    }
)
"""Messages that only say something as long as the request waits for its answer."""


ALSO_WHEN_CLOSED = frozenset(
    {
        NoticeKind.APPOINTMENT_CANCELLED,
        NoticeKind.REQUEST_RECEIVED,
        NoticeKind.REQUEST_LATER,
        NoticeKind.REQUEST_WITHDRAWN,
        NoticeKind.REQUEST_ANSWERED,
        NoticeKind.OBJECTION_RECEIVED,
        NoticeKind.OBJECTION_INCOMPLETE,
        NoticeKind.OBJECTION_LATER,
        NoticeKind.OBJECTION_DECIDED,
    }
)
"""What still matters after a dossier was closed: a talk that doesn't go on because of it, and a complaint or a bezwaar,
which can be made and answered afterwards.
"""


def may_follow(before: NoticeState, after: NoticeState) -> bool:
    return after in NEXT_STATES[before]


@dataclass(frozen=True)
class Reading:
    """The language to write in, and the person's own when we have no text in any that they read."""

    language: str
    missing: str = ""

    @property
    def is_translated(self) -> bool:
        return not self.missing


def reading_of(reads: Sequence[str], translated: Sequence[str]) -> Reading:
    """The first language that the person reads and that we write, best first; Dutch when there is none (PP-66).

    Nobody's language is missing when we know none: then Dutch is a guess, not a gap.
    """
    for code in reads:
        if code in translated:
            return Reading(code)
    return Reading(DUTCH, missing=reads[0] if reads else "")


def wait_before(attempts: int, *, luck: float) -> timedelta:
    """How long to wait after so many attempts: doubling from a minute to two hours.

    `luck` from 0 to 1 spreads the messages of one outage, so that they don't all come back in the same second.
    """
    doubled: timedelta = FIRST_WAIT * 2 ** min(max(attempts - 1, 0), 10)
    return min(doubled, LONGEST_WAIT) * (0.75 + luck / 2)


def gives_up(*, first_at: datetime, now: datetime) -> bool:
    return now - first_at >= PATIENCE


@dataclass(frozen=True)
class Situation:
    """What is known at the moment of sending; None where the message isn't about such a thing."""

    now: datetime
    made_at: datetime
    case_is_open: bool = True
    has_died: bool = False
    told_sequence: int | None = None
    sequence: int | None = None
    starts_at: datetime | None = None
    told_due_on: date | None = None
    due_on: date | None = None
    deadline_is_open: bool | None = None
    request_is_open: bool | None = None
    was_sent_before: bool = False


def why_drop(kind: NoticeKind, situation: Situation) -> str:
    """Why this message isn't worth sending any more; empty when it is."""
    if situation.has_died:
        return "De persoon is overleden."
    if not situation.case_is_open and kind not in ALSO_WHEN_CLOSED:
        return "Het dossier is gesloten."
    if situation.was_sent_before:
        return "Hetzelfde bericht is al verstuurd."
    return _appointment_passed(situation) or _deadline_passed(kind, situation) or _answered(kind, situation)


def _appointment_passed(situation: Situation) -> str:
    """A cancelled or moved talk has a later version; the message of that version tells it."""
    if situation.starts_at is None:
        return ""
    if situation.told_sequence != situation.sequence:
        return "De afspraak is daarna weer veranderd."
    if situation.made_at < situation.starts_at <= situation.now:
        return "De tijd van de afspraak is al voorbij."
    return ""


def _deadline_passed(kind: NoticeKind, situation: Situation) -> str:
    if kind not in ABOUT_OPEN_DEADLINE or situation.deadline_is_open is None:
        return ""
    if not situation.deadline_is_open:
        return "De termijn loopt niet meer."
    if situation.told_due_on and situation.told_due_on != situation.due_on:
        return "De termijn heeft een andere datum gekregen."
    if situation.due_on and local_day(situation.made_at) <= situation.due_on < local_day(situation.now):
        return "De datum is voorbij."
    return ""


def _answered(kind: NoticeKind, situation: Situation) -> str:
    if kind in ABOUT_OPEN_REQUEST and situation.request_is_open is False:
        return "Het verzoek is al beantwoord."
    return ""


def is_urgent(situation: Situation) -> bool:
    """News about a talk within two days doesn't count the messages of today."""
    return situation.starts_at is not None and situation.starts_at - situation.now <= URGENT_WITHIN
