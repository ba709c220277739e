"""The log of a case: what was done and who looked, in one list."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import (
    F,
    QuerySet,
    TextField,
    Value,
)
from django.db.models.functions import Cast

from accounts.models import AccessLogEntry
from cases.models import Case, CaseEvent


@dataclass(frozen=True)
class LogLine:
    """One line of the log: something done, or somebody who looked."""

    at: datetime
    who: str
    kind: str
    text: str
    is_look: bool


LOOKED = "inzage"
"""The kind under which all looks are found in the log."""


def log_of(case: Case, *, user_id: int | None = None, kind: str = "") -> QuerySet[Any]:
    """Events and looks in one list, newest first, as rows for `log_line`. The caller found the case in `cases_logged_for`.

    `kind` is the first part of an event's kind ("dossier", "pip"), or `LOOKED`.
    """
    events = CaseEvent.objects.filter(case=case)
    looks = AccessLogEntry.objects.filter(case_id=case.pk)
    if user_id is not None:
        events, looks = events.filter(by_id=user_id), looks.filter(user_id=user_id)
    if kind:
        events = events.none() if kind == LOOKED else events.filter(kind__startswith=f"{kind}.")
        looks = looks if kind == LOOKED else looks.none()
    columns = ("at", "row", "who", "what", "words", "is_look")
    done = events.annotate(
        row=F("id"), who=F("by_label"), what=F("kind"), words=F("text"), is_look=Value(False)
    ).values_list(*columns)
    looked = looks.annotate(
        row=F("id"),
        who=F("user__name"),
        what=F("act"),
        words=Cast("purpose", TextField()),
        is_look=Value(True),
    ).values_list(*columns)
    return done.union(looked, all=True).order_by("-at", "-row")


def log_line(row: tuple[Any, ...]) -> LogLine:
    at, _, who, kind, text, is_look = row
    return LogLine(at, who, kind, text, is_look)


def people_in_log(case: Case) -> list[tuple[int, str]]:
    """Who did or saw something in this case, by name: the choices of the filter."""
    did = CaseEvent.objects.filter(case=case, by__isnull=False).values_list("by_id", "by__name")
    saw = AccessLogEntry.objects.filter(case_id=case.pk).values_list("user_id", "user__name")
    return sorted(set(did.union(saw)), key=lambda pair: pair[1])
