"""The resident's own oproepen, as they stand now."""

from datetime import datetime

from accounts.models import User
from cases.models import Case
from deadlines.models import Deadline
from intake.enums import SummonsState
from intake.models import Summons
from intake.selectors.summons import Rung, ladder_of, pip_term_of, summonses_of_resident

MAY_TELL = frozenset({SummonsState.HEARING, SummonsState.JUDGING})


def my_summonses(case: Case, *, now: datetime) -> list[Rung]:
    """Those that stand, the last one first."""
    return [rung for rung in reversed(ladder_of(case, now=now).rungs) if rung.is_standing]


def my_pip_term(case: Case) -> Deadline | None:
    return pip_term_of(case)


def open_summons(case: Case, *, now: datetime) -> Rung | None:
    """The oproep that asks something of the newcomer now; none when there is none."""
    asks = MAY_TELL | {SummonsState.COMING}
    return next((rung for rung in my_summonses(case, now=now) if rung.state in asks), None)


def my_summons(user: User, summons_id: int) -> Summons | None:
    return summonses_of_resident(user).filter(pk=summons_id).first()
