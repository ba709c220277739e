"""All terms once more, after a change of the rules: case by case, and to be continued where it broke off."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone

from cases.models import Case
from cases.services import SystemEvent, record_events
from deadlines.enums import EventKind, Kind
from deadlines.models import Deadline, HeldBack, RecomputeRun, Reminder
from deadlines.rules import FactsError, Outcome, next_look_on
from deadlines.selectors import explained
from deadlines.services.computing import day_or_none, iso, lock_calendar, rungs_named

_COLUMNS = ("rule_id", "due_on", "lapses_on", "awaits_third_party", "next_look_on")
_UPDATE = """
    UPDATE deadlines_deadline deadline
    SET rule_id = new.rule_id, due_on = new.due_on, lapses_on = new.lapses_on,
        awaits_third_party = new.awaits_third_party, next_look_on = new.next_look_on
    FROM unnest(%s::bigint[], %s::text[], %s::date[], %s::date[], %s::boolean[], %s::date[])
         AS new (id, rule_id, due_on, lapses_on, awaits_third_party, next_look_on)
    WHERE deadline.id = new.id
"""


@transaction.atomic
def begin_recompute(*, reason: str, also_reminded: bool = False) -> RecomputeRun:
    """The run that was broken off, with the choices it began with; else a new one. Raises ValidationError without a reason."""
    if unfinished := RecomputeRun.objects.filter(finished_at=None).first():
        return unfinished
    if not reason.strip():
        raise ValidationError("Geef een reden: wat is er aan de regels veranderd?")
    return RecomputeRun.objects.create(reason=reason.strip()[:200], also_reminded=also_reminded)


def recompute_cases(*, run: RecomputeRun, batch: int = 250) -> Iterator[RecomputeRun]:
    """Does the rest of the run in small transactions, and answers after each how far it is.

    A term moves with an event. One whose day somebody was reminded of is held back for a person to decide, unless the
    run was told otherwise; so is one whose facts the rules of now refuse.
    """
    while run.finished_at is None:
        run = _recompute_batch(run.pk, batch)
        yield run


@transaction.atomic
def _recompute_batch(run_id: int, batch: int) -> RecomputeRun:
    run = RecomputeRun.objects.select_for_update().get(pk=run_id)
    if run.finished_at:
        return run
    after = Case.objects.filter(pk__gt=run.cursor).order_by("pk")
    cases = list(after.select_for_update(no_key=True).values_list("pk", flat=True)[:batch])
    if cases:
        run.moved += _recompute(run, cases)
        run.cases += len(cases)
        run.cursor = cases[-1]
    else:
        run.finished_at = timezone.now()
    run.save(update_fields=["moved", "cases", "cursor", "finished_at"])
    return run


def _recompute(run: RecomputeRun, cases: Sequence[int]) -> int:
    """Answers how many terms moved."""
    lock_calendar()
    today = timezone.localdate()
    rows = list(explained(Deadline.objects.open().filter(case__in=cases).order_by("pk").select_for_update()))
    reminded = _reminded(rows)
    held: list[HeldBack] = []
    changed: list[Deadline] = []
    events: list[SystemEvent] = []
    for row in rows:
        given = [reminder for reminder in reminded[row.pk] if reminder.due_on == row.due_on]
        try:
            outcome = row.outcome
        except FactsError as wrong:
            held.append(_held_back(run, row, None, " ".join(wrong.obstacles)))
            continue
        moves = outcome.due_on != row.due_on
        if moves and given and not run.also_reminded:
            held.append(_held_back(run, row, outcome.due_on, _already_told(given)))
            continue
        if moves:
            events.append(_moved(run, row, outcome))
        if _take_over(row, outcome, reminded[row.pk], today):
            changed.append(row)
    HeldBack.objects.bulk_create(held)
    _write(changed)
    record_events(events=events)
    return len(events)


def _reminded(rows: Sequence[Deadline]) -> dict[int, list[Reminder]]:
    found = defaultdict(list)
    for reminder in Reminder.objects.filter(deadline__in=rows):
        found[reminder.deadline_id].append(reminder)
    return found


def _held_back(run: RecomputeRun, row: Deadline, due_on: date | None, why: str) -> HeldBack:
    return HeldBack(run=run, deadline=row, due_on_before=row.due_on, due_on_after=due_on, why=why[:300])


def _already_told(given: Sequence[Reminder]) -> str:
    whom = dict.fromkeys(reminder.get_audience_display().lower() for reminder in given)
    return f"Al herinnerd: {', '.join(whom)}."


def _take_over(row: Deadline, outcome: Outcome, reminders: Sequence[Reminder], today: date) -> bool:
    """Puts the result in the row, and answers whether there is anything to write."""
    before = _columns(row)
    looked_at = row.next_look_on
    row.rule_id, row.due_on, row.lapses_on = outcome.rule_id, outcome.due_on, outcome.lapses_on
    row.awaits_third_party = outcome.awaits_third_party
    given = ((r.audience, r.rung) for r in reminders if r.due_on == row.due_on)
    row.next_look_on = next_look_on(row.progress, rungs_named(Kind(row.kind), given), today)
    if looked_at and row.next_look_on and max(looked_at, row.next_look_on) <= today:
        row.next_look_on = looked_at  # the next round takes it anyhow
    return _columns(row) != before


def _columns(row: Deadline) -> list[Any]:
    return [getattr(row, name) for name in _COLUMNS]


def _write(rows: Sequence[Deadline]) -> None:
    if not rows:
        return
    columns = zip(*(_columns(row) for row in rows), strict=True)
    with connection.cursor() as cursor:
        cursor.execute(_UPDATE, [[row.pk for row in rows], *map(list, columns)])


def _moved(run: RecomputeRun, row: Deadline, outcome: Outcome) -> SystemEvent:
    text = f"{run.reason} De dag was {day_or_none(row.due_on)} en is nu {day_or_none(outcome.due_on)}. {outcome.sentence}"
    data = {"deadline_id": row.pk, "kind": row.kind, "due_on": iso(outcome.due_on),
            "due_on_before": iso(row.due_on), "run_id": run.pk}  # fmt: skip
    return SystemEvent(case_id=row.case_id, kind=EventKind.RECOMPUTED, text=text, data=data)
