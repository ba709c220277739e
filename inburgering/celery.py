"""The Celery application. Redis is broker only: the truth about work to do stands in PostgreSQL."""

import os

from celery import Celery
from celery.signals import worker_ready
from django_structlog.celery.steps import DjangoStructLogInitStep

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "inburgering.settings")

app = Celery("inburgering")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.steps["worker"].add(DjangoStructLogInitStep)
app.autodiscover_tasks()


@worker_ready.connect
def catch_up(**_: object) -> None:
    """A worker that starts looks at once at the terms of the days that were missed; the clock comes only every hour."""
    app.send_task("deadlines.tasks.sweep")
    app.send_task("deadlines.tasks.keep_klantmanager_promises")
