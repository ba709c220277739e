"""The project package: settings, URLs, Celery and the kit that every app may use."""

from inburgering.celery import app as celery_app

__all__ = ["celery_app"]
