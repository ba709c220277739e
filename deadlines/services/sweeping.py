"""The round along the terms: who must be warned today, exactly once, whatever crashes.

A row says itself on which day it must be looked at again (`next_look_on`). The round takes what is due in small
batches, each a transaction: what a killed batch did is undone as a whole, and found again by the next round. Rows
that somebody else holds, another round or a person who changes the case, are left for the next hour.
"""

import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from django.db import connection, transaction

from cases.enums import Status
from cases.services import SystemEvent, record_events, reserved_ids
from deadlines.enums import Audience, Bearer, EventKind, Kind, Nature, Part
from deadlines.rules import (
    CATALOGUE,
    Progress,
    Rung,
    bearer_of,
    nature_of,
    next_look_on,
    outlives_case,
    rungs_due,
)
from deadlines.services.computing import rungs_named
from deadlines.services.heartbeats import beat
from inburgering.kit.dutch import format_date

CASE_CLOSED = "Het dossier is gesloten."
PERSON_DIED = "De inburgeraar is overleden."

# The case is locked too, for as long as its event refers to it: who changes a case waits for a batch, never both ways.
_TAKE = """
    SELECT deadline.id, deadline.case_id, deadline.kind, deadline.next_look_on, deadline.due_on, deadline.lapses_on,
           deadline.awaits_third_party, deadline.facts ->> %s, cases_case.status, person.died_on
    FROM deadlines_deadline deadline
    JOIN cases_case ON cases_case.id = deadline.case_id
    JOIN cases_person person ON person.id = cases_case.person_id
    WHERE deadline.met_on IS NULL AND deadline.stopped_on IS NULL AND deadline.next_look_on <= %s
          AND (deadline.next_look_on, deadline.id) > (%s, %s)
    ORDER BY deadline.next_look_on, deadline.id
    LIMIT %s
    FOR NO KEY UPDATE OF deadline SKIP LOCKED
    FOR KEY SHARE OF cases_case SKIP LOCKED
"""
_GIVEN = """
    SELECT reminder.deadline_id, reminder.audience, reminder.rung
    FROM deadlines_reminder reminder
    JOIN deadlines_deadline deadline ON deadline.id = reminder.deadline_id AND deadline.due_on = reminder.due_on
    WHERE reminder.deadline_id = ANY(%s)
"""
_GIVE = """
    INSERT INTO deadlines_reminder (id, deadline_id, audience, rung, due_on, given_on, event_id)
    SELECT id, deadline_id, audience, rung, due_on, %s, event_id
    FROM unnest(%s::bigint[], %s::bigint[], %s::text[], %s::smallint[], %s::date[], %s::bigint[])
         AS reminder (id, deadline_id, audience, rung, due_on, event_id)
"""
_LOOK_AGAIN = """
    UPDATE deadlines_deadline deadline SET next_look_on = look.next_on
    FROM unnest(%s::bigint[], %s::date[]) AS look (id, next_on)
    WHERE deadline.id = look.id
"""
_STOP = """
    UPDATE deadlines_deadline deadline
    SET stopped_on = %s, stopped_reason = stop.reason, next_look_on = NULL
    FROM unnest(%s::bigint[], %s::text[]) AS stop (id, reason)
    WHERE deadline.id = stop.id
"""


@dataclass(frozen=True, kw_only=True)
class SweepResult:
    """`looked` counts the terms whose day to look had come."""

    looked: int = 0
    given: int = 0
    stopped: int = 0
    batches: int = 0
    seconds: float = 0.0


class _Row(NamedTuple):
    id: int
    case_id: int
    kind: str
    next_look_on: date
    due_on: date
    lapses_on: date | None
    awaits_third_party: bool
    started_on: str | None
    case_status: str
    died_on: date | None

    @property
    def why_stop(self) -> str:
        """Nobody is reminded of what no longer matters; some terms outlive the case, and keeping data the person too."""
        kind = Kind(self.kind)
        if self.died_on and bearer_of(kind) != Bearer.BEHEER:
            return PERSON_DIED
        return CASE_CLOSED if self.case_status == Status.CLOSED and not outlives_case(kind) else ""

    @property
    def progress(self) -> Progress:
        return Progress(
            kind=Kind(self.kind),
            started_on=date.fromisoformat(self.started_on) if self.started_on else None,
            due_on=self.due_on,
            lapses_on=self.lapses_on,
            awaits_third_party=self.awaits_third_party,
        )


class _Look(NamedTuple):
    """What the ladder says about a row: whom to remind today, and when to look again."""

    row: _Row
    rungs: tuple[Rung, ...]
    next_on: date | None


class _Done(NamedTuple):
    rows: Sequence[_Row]
    given: int = 0
    stopped: int = 0


def sweep(*, today: date, batch: int = 500) -> SweepResult:
    """Reminds of every open term whose day to look is on or before today. Safe at any time, and twice at once."""
    began, looked, given, stopped, batches = time.monotonic(), 0, 0, 0, 0
    after = (date.min, 0)
    while (done := _sweep_batch(today, after, batch)).rows:
        looked, given, stopped = looked + len(done.rows), given + done.given, stopped + done.stopped
        batches += 1
        after = (done.rows[-1].next_look_on, done.rows[-1].id)
    seconds = round(time.monotonic() - began, 3)
    result = SweepResult(looked=looked, given=given, stopped=stopped, batches=batches, seconds=seconds)
    beat(part=Part.SWEEP, figures=asdict(result))
    return result


@transaction.atomic
def _sweep_batch(today: date, after: tuple[date, int], batch: int) -> _Done:
    rows = [_Row(*values) for values in _fetch(_TAKE, [CATALOGUE["promised_on"].name, today, *after, batch])]
    if not rows:
        return _Done(rows)
    relevant = [row for row in rows if not row.why_stop]
    looks = [_look(row, given, today) for row, given in zip(relevant, _given(relevant), strict=True)]
    _give(looks, today)
    _execute(_LOOK_AGAIN, [[look.row.id for look in looks], [look.next_on for look in looks]])
    stopped = [row for row in rows if row.why_stop]
    _stop(stopped, today)
    return _Done(rows, sum(len(look.rungs) for look in looks), len(stopped))


def _given(rows: Sequence[_Row]) -> Iterator[frozenset[Rung]]:
    """For each row the rungs that were given; read after the rows were locked, so nobody can be giving them now."""
    found = defaultdict(set)
    for deadline_id, audience, rung in _fetch(_GIVEN, [[row.id for row in rows]]):
        found[deadline_id].add((audience, rung))
    return (rungs_named(Kind(row.kind), found.get(row.id, ())) for row in rows)


def _look(row: _Row, given: frozenset[Rung], today: date) -> _Look:
    return _Look(row, *_ladder(row.progress, given, today))


@lru_cache(maxsize=4096)
def _ladder(progress: Progress, given: frozenset[Rung], today: date) -> tuple[tuple[Rung, ...], date | None]:
    """Many terms are due on the same day, so most answers of a round are the same."""
    due = rungs_due(progress, given, today)
    return due, next_look_on(progress, given.union(due), today)


# --- Writing, for a whole batch at once --------------------------------------------------------------------


def _give(looks: Sequence[_Look], today: date) -> None:
    """The event names the reminder and the reminder its event, so the ids of the reminders are taken beforehand."""
    gifts = [(look.row, rung) for look in looks for rung in look.rungs]
    if not gifts:
        return
    ids = reserved_ids("deadlines_reminder", len(gifts))
    told = [_event(row, rung, pk, today) for (row, rung), pk in zip(gifts, ids, strict=True)]
    events = record_events(events=told)
    columns = zip(*((row.id, rung.audience.value, rung.days, row.due_on) for row, rung in gifts), strict=True)
    _execute(_GIVE, [today, ids, *map(list, columns), events])


def _event(row: _Row, rung: Rung, reminder_id: int, today: date) -> SystemEvent:
    data = {"deadline_id": row.id, "kind": row.kind, "audience": rung.audience.value, "rung": rung.days,
            "due_on": row.due_on.isoformat(), "reminder_id": reminder_id}  # fmt: skip
    text = _text(Kind(row.kind), row.due_on, rung.audience, today)
    return SystemEvent(case_id=row.case_id, kind=EventKind.REMINDED, text=text, data=data)


@lru_cache(maxsize=4096)
def _text(kind: Kind, due_on: date, audience: Audience, today: date) -> str:
    """ "Herinnering aan de klantmanager: ‘PIP vaststellen’ moet uiterlijk op dinsdag 28 april 2026, over 7 dagen." """
    verb = _VERBS[nature_of(kind)][today > due_on]
    return (
        f"Herinnering aan de {audience.label.lower()}: ‘{kind.label}’ {verb} {format_date(due_on)}, "
        f"{_how_far((due_on - today).days)}."
    )


# What a day means, while it is to come and when it has passed.
_VERBS = {
    Nature.DUTY: ("moet uiterlijk op", "moest uiterlijk op"),
    Nature.RIGHT: ("kan tot en met", "kon tot en met"),
    Nature.OPENING: ("kan vanaf", "kan sinds"),
}


def _how_far(days: int) -> str:
    if days == 0:
        return "dat is vandaag"
    many = "1 dag" if abs(days) == 1 else f"{abs(days)} dagen"
    return f"over {many}" if days > 0 else f"{many} geleden"


def _stop(rows: Sequence[_Row], today: date) -> None:
    if not rows:
        return
    _execute(_STOP, [today, [row.id for row in rows], [row.why_stop for row in rows]])
    record_events(events=[_stopped(row) for row in rows])


def _stopped(row: _Row) -> SystemEvent:
    data = {"deadline_id": row.id, "kind": row.kind, "due_on": row.due_on.isoformat()}
    text = f"Termijn gestopt: {Kind(row.kind).label}. Reden: {row.why_stop}"
    return SystemEvent(case_id=row.case_id, kind=EventKind.STOPPED, text=text, data=data)


def _fetch(sql: str, parameters: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return list(cursor.fetchall())


def _execute(sql: str, parameters: list[Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
