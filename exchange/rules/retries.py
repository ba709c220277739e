"""When a message is tried again, and which states may follow which."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from exchange.enums import OutgoingState

FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=1)
PATIENCE = timedelta(days=7)
"""How long we go on by ourselves: a week outlives a weekend, a feestdag and the repair after it."""

NEXT_STATES: Mapping[OutgoingState, frozenset[OutgoingState]] = {
    OutgoingState.WAITING: frozenset({OutgoingState.SENDING, OutgoingState.REFUSED, OutgoingState.WITHDRAWN}),
    # Back to waiting: DUO was down, or the worker died while the answer was on its way.
    OutgoingState.SENDING: frozenset(
        {
            OutgoingState.WAITING,
            OutgoingState.ACCEPTED,
            OutgoingState.REFUSED,
            OutgoingState.FAILED,
            # A newer change came while DUO was asked, and DUO was down.
            OutgoingState.WITHDRAWN,
        }
    ),
    # A person asks for another try, after a repair, or has told DUO in another way.
    OutgoingState.REFUSED: frozenset({OutgoingState.WAITING, OutgoingState.WITHDRAWN, OutgoingState.SETTLED}),
    OutgoingState.FAILED: frozenset({OutgoingState.WAITING, OutgoingState.WITHDRAWN, OutgoingState.SETTLED}),
    OutgoingState.ACCEPTED: frozenset(),
    OutgoingState.WITHDRAWN: frozenset(),
    OutgoingState.SETTLED: frozenset(),
}


def may_follow(before: OutgoingState, after: OutgoingState) -> bool:
    return after in NEXT_STATES[before]


def wait_before(attempts: int, *, luck: float) -> timedelta:
    """How long to wait after so many attempts: doubling from half a minute to an hour.

    `luck` from 0 to 1 spreads the messages of one outage, so that they don't all come back in the same second.
    """
    doubled: timedelta = FIRST_WAIT * 2 ** min(max(attempts - 1, 0), 10)
    return min(doubled, LONGEST_WAIT) * (0.75 + luck / 2)


def gives_up(*, first_at: datetime, now: datetime) -> bool:
    """Whether people must look at it now."""
    return now - first_at >= PATIENCE
