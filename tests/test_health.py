"""Whether the product says truthfully that it can do its work."""

from datetime import datetime, timedelta
from unittest.mock import patch

import pytest
from django.conf import settings
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone
from django_celery_beat.models import IntervalSchedule, PeriodicTask
from django_celery_beat.schedulers import ModelEntry
from redis.exceptions import ConnectionError as RedisConnectionError

from deadlines.enums import Part
from deadlines.models import Heartbeat
from deadlines.selectors import silent_parts
from inburgering.celery import app


@pytest.fixture
def now(db: None) -> datetime:
    """Everything was seen just now."""
    now = timezone.now()
    Heartbeat.objects.update(at=now, figures={"looked_at": 0})
    return now


def seen(part: Part, at: datetime) -> None:
    Heartbeat.objects.filter(part=part).update(at=at)


def beat_asked(at: datetime) -> None:
    schedule = IntervalSchedule.objects.create(every=1, period="minutes")
    PeriodicTask.objects.create(name="proef", task="proef", interval=schedule)
    PeriodicTask.objects.update(last_run_at=at)


def silent(now: datetime) -> set[Part]:
    return {pulse.part for pulse in silent_parts(now=now)}


def test_alive_says_so_without_asking_anything(client: Client) -> None:
    answer = client.get("/health/live")
    assert (answer.status_code, answer.content) == (200, b"ok")


def test_ready_when_all_answers(client: Client, now: datetime) -> None:
    answer = client.get("/health/ready")
    assert answer.json() == {"database": True, "redis": True, "beat": True, "worker": True, "sweep": True}
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("part", "target", "error"),
    [
        ("database", "inburgering.health.connection.cursor", DatabaseError("secret address")),
        ("redis", "inburgering.health.cache.get", RedisConnectionError("secret address")),
    ],
)
def test_not_ready_names_the_part_and_no_more(
    client: Client, now: datetime, part: str, target: str, error: Exception
) -> None:
    with patch(target, side_effect=error):
        answer = client.get("/health/ready")
    assert answer.status_code == 503
    assert answer.json()[part] is False
    assert "secret" not in answer.content.decode()


def test_not_ready_when_the_round_is_hours_old(client: Client, now: datetime) -> None:
    seen(Part.SWEEP, now - timedelta(hours=4))
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.json()["sweep"]) == (503, False)


def test_a_dead_worker_is_told_from_a_dead_beat(now: datetime) -> None:
    beat_asked(now)
    seen(Part.BEAT, now - timedelta(days=1))
    seen(Part.WORKER, now - timedelta(minutes=11))
    assert silent(now) == {Part.WORKER}


def test_an_idle_worker_is_not_blamed_for_a_dead_beat(now: datetime) -> None:
    died = now - timedelta(minutes=30)
    beat_asked(died)
    seen(Part.BEAT, now - timedelta(days=1))
    seen(Part.WORKER, died - timedelta(minutes=1))
    assert silent(now) == {Part.BEAT}


def test_both_dead(now: datetime) -> None:
    beat_asked(now - timedelta(minutes=30))
    seen(Part.BEAT, now - timedelta(days=1))
    seen(Part.WORKER, now - timedelta(hours=2))
    assert silent(now) == {Part.BEAT, Part.WORKER}


def test_a_fresh_install_gets_time_to_begin(db: None) -> None:
    """The migration made the rows, and nothing has run yet."""
    began = timezone.now()
    Heartbeat.objects.update(at=began)
    assert silent(began + timedelta(minutes=9)) == set()
    assert silent(began + timedelta(minutes=11)) == {Part.BEAT, Part.SWEEP}


def test_a_round_that_never_came_is_missed_before_one_that_is_late(now: datetime) -> None:
    later = now + timedelta(minutes=11)
    seen(Part.BEAT, later)
    seen(Part.WORKER, later)
    assert silent(later) == set()
    Heartbeat.objects.filter(part=Part.SWEEP).update(figures={})
    assert silent(later) == {Part.SWEEP}


def test_every_task_is_due_when_beat_starts_for_the_first_time(db: None) -> None:
    """And not once more when it starts again: a restart neither repeats nor postpones a round."""

    def started() -> dict[str, ModelEntry]:
        plan = settings.CELERY_BEAT_SCHEDULE
        return {name: ModelEntry.from_entry(name, app=app, **plan[name]) for name in plan}

    assert [name for name, entry in started().items() if not entry.is_due().is_due] == []
    PeriodicTask.objects.update(last_run_at=timezone.now() - timedelta(minutes=50))
    state = started()["bewaak-termijnen"].is_due()
    assert not state.is_due
    assert state.next < 601


def test_what_queued_up_while_no_worker_was_there_runs_once(db: None) -> None:
    plan = settings.CELERY_BEAT_SCHEDULE
    entries = [ModelEntry.from_entry(name, app=app, **plan[name]) for name in plan]
    assert [e.name for e in entries if e.options["expires"] != e.schedule.run_every.total_seconds()] == []
    assert (
        {e.options["queue"] for e in entries}
        == {"klok"}
        < {queue.name for queue in settings.CELERY_TASK_QUEUES}
    )


def test_a_part_without_a_row_is_not_ready(client: Client, now: datetime) -> None:
    Heartbeat.objects.filter(part=Part.WORKER).delete()
    assert client.get("/health/ready").json()["worker"] is False
