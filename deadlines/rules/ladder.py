"""Who is warned about a term, and when: before its day, on it, and after it. Our choice, not the law's."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from deadlines.enums import Audience, Kind
from deadlines.rules.progress import Progress


@dataclass(frozen=True)
class Rung:
    """One warning, so many days after the last day of the term; a negative number is before it.

    With `from_start` the days count from the start of a promise. In a ladder, `audience` and `days` name a rung.
    """

    days: int
    audience: Audience
    from_start: bool = False


def _rungs(audience: Audience, *days: int) -> tuple[Rung, ...]:
    return tuple(Rung(day, audience) for day in days)


def _late(audience: Audience, weeks: int) -> tuple[Rung, ...]:
    """The day after, and then once a week."""
    return _rungs(audience, *(1 + 7 * week for week in range(weeks + 1)))


_MANAGER, _LEAD, _RESIDENT, _ADMIN = (
    Audience.KLANTMANAGER,
    Audience.TEAMLEIDER,
    Audience.INBURGERAAR,
    Audience.BEHEERDER,
)
_OPENS = _rungs(_MANAGER, 0)
_OWN_PROMISE = (*_rungs(_MANAGER, 0), *_late(_LEAD, 8))
_PIP = (*_rungs(_MANAGER, -21, -7, -1, 0), *_late(_LEAD, 12))
_AWB_DUTY = (*_rungs(_MANAGER, -21, -7, -1, 0), *_late(_LEAD, 8))
_OF_DUO = _rungs(_MANAGER, 1)
_LIST_OF_DUTIES = _rungs(_ADMIN, -21, -7, 0, 1, 8, 15, 22)

LADDERS: Mapping[Kind, tuple[Rung, ...]] = {
    Kind.PIP: _PIP,
    Kind.PIP_NA_VERHUIZING: _PIP,
    Kind.NIEUWE_OPROEP: _rungs(_MANAGER, -7, 1),
    Kind.TERMIJN: (
        *_rungs(_MANAGER, -180, -90, -30, 0, 1),
        *_rungs(_RESIDENT, -180, -90, -30),
        *_rungs(_LEAD, 1),
    ),
    Kind.PVT: _rungs(_MANAGER, -365, -180, -90, -30),
    Kind.MAP: _rungs(_MANAGER, -365, -180, -90, -30),
    Kind.ROUTEWISSEL: _rungs(_MANAGER, -60, -14),
    Kind.VERLENGING_VANAF: (*_OPENS, *_rungs(_RESIDENT, 0)),
    Kind.AANBOD: (*_rungs(_MANAGER, -30, -14, -1, 0), *_late(_LEAD, 12)),
    Kind.TAALSCHAKELTRAJECT: (*_rungs(_MANAGER, -30, -14, -1, 0), *_late(_LEAD, 12)),
    Kind.SCHOOLUREN_VANAF: (),
    Kind.ONDERBREKING: _rungs(_MANAGER, -60, -14),
    Kind.NIEUWE_TERMIJN: (*_rungs(_MANAGER, -90, -30, 1), *_rungs(_RESIDENT, -90, -30)),
    Kind.BESLISSING_VRIJSTELLING: _OF_DUO,
    Kind.BESLISSING_ONTHEFFING: _OF_DUO,
    Kind.VERKLARING_ARTS: _OF_DUO,
    Kind.BESLISSING_VERLENGING: _OF_DUO,
    Kind.BESLISSING_LENING: _OF_DUO,
    Kind.BEZWAAR: _rungs(_RESIDENT, -7),
    Kind.BESLISSING_OP_BEZWAAR: _AWB_DUTY,
    Kind.BEROEP: (),
    Kind.AANVRAAG: _AWB_DUTY,
    Kind.INGEBREKESTELLING: (*_rungs(_MANAGER, -7, -1, 0), *_rungs(_LEAD, -7, 0, 1)),
    Kind.DWANGSOM: _rungs(_LEAD, -41, -28, -14, 0),
    Kind.BOETEBESLUIT: _AWB_DUTY,
    Kind.BOETEBEVOEGDHEID: _rungs(_MANAGER, -180, -30),
    Kind.RECIDIVE_VANAF: (),
    Kind.BETALING: _rungs(_MANAGER, 1),
    Kind.AANMANING: _rungs(_MANAGER, 1),
    Kind.VERJARING: _rungs(_MANAGER, -180, -30),
    Kind.ONTZORGEN: _rungs(_MANAGER, -60, -30, -7),
    Kind.LENING_TOT: _rungs(_MANAGER, -180),
    Kind.TERUGBETALEN_VANAF: _OPENS,
    Kind.TERUGBETALEN_TOT: (),
    Kind.BEWAREN: _LIST_OF_DUTIES,
    Kind.BEWAREN_KERN: _LIST_OF_DUTIES,
    Kind.SWI_LEVERING: _LIST_OF_DUTIES,
    Kind.OPROEP: _rungs(_MANAGER, 1),
    Kind.ZIENSWIJZE: _rungs(_MANAGER, 1),
    Kind.ANTWOORD_OP_VERZOEK: _OWN_PROMISE,
    Kind.TERUGBELLEN: _OWN_PROMISE,
    Kind.EERSTE_INFORMATIE: _OWN_PROMISE,
    Kind.KLANTMANAGER_AANWEZIG: (
        Rung(0, _LEAD, from_start=True),
        *_late(_LEAD, 8),
        *_rungs(_RESIDENT, 1),
    ),
    Kind.KENNISMAKING: _OWN_PROMISE,
    Kind.VOORTGANGSGESPREK: (*_rungs(_MANAGER, -14, 0), *_late(_LEAD, 8)),
    Kind.PERSPECTIEFGESPREK: (*_rungs(_MANAGER, -30, -14, 0), *_late(_LEAD, 1)),
    Kind.ANDERE_KLANTMANAGER: (*_rungs(_LEAD, -3, 0), *_late(_LEAD, 8)),
    Kind.KLACHT: (*_rungs(_MANAGER, -14, -3, 0), *_late(_LEAD, 8)),
    Kind.VOLGEND_BERICHT: _OWN_PROMISE,
    Kind.DOORLEREN: (*_rungs(_MANAGER, -14, 0), *_late(_LEAD, 8)),
    Kind.VERVOLGSTAP: (*_rungs(_MANAGER, -14, 0), *_late(_LEAD, 8)),
}


def ladder_of(kind: Kind) -> tuple[Rung, ...]:
    return LADDERS[kind]


def rungs_due(progress: Progress, given: Collection[Rung], today: date) -> tuple[Rung, ...]:
    """The warnings to give today: for each audience at most the newest whose day has come, unless it was given.

    `given` are those given for the day that the term has now; a term whose day moved warns anew. Older rungs that
    were missed aren't given any more: three missed nights give one warning.
    """
    newest: dict[Audience, tuple[date, Rung]] = {}
    for day, rung in _days(progress):
        if day <= today:
            newest[rung.audience] = (day, rung)
    return tuple(rung for _, rung in newest.values() if rung not in given)


def next_look_on(progress: Progress, given: Collection[Rung], today: date) -> date | None:
    """The first day on which there is something to warn about: today, a later day, or never."""
    if rungs_due(progress, given, today):
        return today
    return min((day for day, rung in _days(progress) if day > today and rung not in given), default=None)


def _days(progress: Progress) -> Iterator[tuple[date, Rung]]:
    """Each rung with its day, earliest first; none of a term that is over or has no day yet.

    Before its day a term counts from the earlier of two readings, after it from the later. As long as information of
    somebody else excuses it, nobody is late.
    """
    if not progress.is_open or progress.due_on is None or progress.last_day is None:
        return
    found = []
    for rung in ladder_of(progress.kind):
        if rung.days > 0 and not rung.from_start and progress.awaits_third_party:
            continue
        anchor = progress.last_day if rung.days > 0 else progress.due_on
        if rung.from_start:
            anchor = progress.started_on or progress.due_on
        found.append((anchor + timedelta(days=rung.days), rung))
    yield from sorted(found, key=lambda one: (one[0], one[1].days))
