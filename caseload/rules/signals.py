"""One reason why a dossier stands in the work list, and the numbers that decide which ones there are."""

from dataclasses import dataclass
from datetime import date

from caseload.enums import Level, Source
from deadlines.enums import Kind
from inburgering.kit.calendar import DAY, Calendar

SOON_DAYS = 14
HORIZON_DAYS = 28
"""A term comes on the list four weeks before its day: long enough to plan a talk with an interpreter."""
NEW_DAYS = 14
"""After two weeks without an intake a dossier isn't new any more but waiting."""
WITHOUT_INTAKE_DAYS = 70
"""Ten weeks: from then on the term for the PIP itself is late, and on the list."""
INTAKE_IS_LONG_DAYS = 28
"""Our own signal, not a term of the law: an intake of four weeks takes nearly half of the ten weeks for the PIP."""

TALKS_AHEAD_DAYS = 14
"""A talk that can't go on yet comes on the list two weeks before: an interpreter must still be found."""
TALK_NEWS_DAYS = 3
"""That the newcomer cancelled or moved a talk stays on the list for so many working days."""
MOVED, INTERPRETER = "verplaatst", "tolk"
ANSWER_SOON_DAYS = 3
CONFIDENTIAL = "vertrouwelijk"

PIP_KINDS = frozenset({Kind.PIP, Kind.PIP_NA_VERHUIZING})
AT_ONCE_KINDS = (Kind.VERVOLGSTAP,)
"""Terms that stand on the list from their first day, however long a gemeente gives itself (PP-07)."""


SUMMONS_STILL_DAYS = 5
"""Our own signal, not a term of the law: an oproep of which nothing was done for so long holds up the ten weeks."""


@dataclass(frozen=True)
class Signal:
    """One reason as it comes from the database.

    `detail` is the kind of a term, "type|confidential" of a request, "state|purpose|time|interpreter" of a talk, how many
    remarks there are, the reaction to a concept, "ground|decision" of the team lead, or the sentence of an event. The state
    of a talk that the newcomer moved is `MOVED`; `INTERPRETER` says that one must be called.
    """

    source: Source
    case_id: int
    on: date
    detail: str = ""
    lapses_on: date | None = None
    awaits_third_party: bool = False


@dataclass(frozen=True)
class Reason:
    level: Level
    text: str
    signal: Signal


def news_since(today: date) -> date:
    """The first day whose cancelled and moved talks are still news, by the days off that can be computed."""
    calendar, day = Calendar(), today
    while calendar.working_days(day, today) < TALK_NEWS_DAYS:
        day -= DAY
    return day
