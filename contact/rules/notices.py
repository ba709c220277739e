"""Which states of a message may follow which, in whose language it is, and when it is tried again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from contact.enums.notices import NoticeState

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
