"""Whether what must run does run."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import F, Subquery
from django_celery_beat.models import PeriodicTask

from deadlines.enums import Part
from deadlines.models import Heartbeat


@dataclass(frozen=True)
class Pulse:
    """When a part was last seen at work, and whether that is recent enough."""

    part: Part
    at: datetime
    is_ok: bool
    has_run: bool
    figures: dict[str, Any]


def pulses(*, now: datetime) -> list[Pulse]:
    """All parts, in one query. A part that never had a row is missing, which is not ok either.

    Beat writes itself when it last asked for a task. The worker is judged by what beat asked of it: when beat is
    silent, an idle worker isn't to blame. The first round comes soon after beat's first start, so one that never came is
    missed sooner than a later one.
    """
    limit = timedelta(minutes=settings.HEARTBEAT_MINUTES)
    asked = PeriodicTask.objects.filter(enabled=True).order_by(F("last_run_at").desc(nulls_last=True))
    rows = Heartbeat.objects.annotate(asked_at=Subquery(asked.values("last_run_at")[:1]))
    beats = {Part(row.part): row for row in rows}
    seen = {part: row.at for part, row in beats.items()}
    if beat := beats.get(Part.BEAT):
        seen[Part.BEAT] = max(beat.at, beat.asked_at or beat.at)
    silent_since = {
        Part.BEAT: now - limit,
        Part.WORKER: seen.get(Part.BEAT, now) - limit,
        Part.SWEEP: now - (timedelta(hours=settings.SWEEP_HOURS) if _has_run(beats, Part.SWEEP) else limit),
    }
    return [
        Pulse(part, seen[part], seen[part] >= silent_since[part], _has_run(beats, part), row.figures)
        for part, row in beats.items()
    ]


def _has_run(beats: Mapping[Part, Heartbeat], part: Part) -> bool:
    """Each round leaves figures; the row of the migration has none. The other parts leave none either way."""
    return part != Part.SWEEP or bool(part in beats and beats[part].figures)


def silent_parts(*, now: datetime) -> list[Pulse]:
    return [pulse for pulse in pulses(now=now) if not pulse.is_ok]
