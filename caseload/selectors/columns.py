"""What every source of the work list shares: the same columns, and whose dossiers count."""

from typing import Any

from django.db.models import BooleanField, CharField, DateField, F, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast

from accounts.models import User
from caseload.enums import Source
from cases.enums import Status
from cases.models import Assignment
from cases.selectors import CASE_ROLES

BAR = Value("|")


def columns(rows: QuerySet[Any], source: Source, case: str, day: Any, **more: Any) -> QuerySet[Any, Any]:
    found = {
        "source": Value(source.value, output_field=CharField()),
        "case_pk": F(case),
        "day": Cast(day, DateField()),
        "detail": Cast(more.get("detail", Value("")), TextField()),
        "until": Cast(more.get("until", Value(None)), DateField()),
        "waits": more.get("waits", Value(False, output_field=BooleanField())),
    }
    listed: QuerySet[Any, Any] = rows.annotate(**found).values_list(*found)
    return listed


def scope(user: User, case: str, *, team: bool) -> Q:
    """Open cases that one guides oneself, or of the teams in which one works with cases."""
    prefix = f"{case}__" if case else ""
    is_open = Q(**{f"{prefix}status": Status.OPEN})
    if team:
        return is_open & Q(**{f"{prefix}team_id__in": user.team_ids(*CASE_ROLES)})
    own = Assignment.objects.filter(user=user, ends_at=None).values("case_id")
    return is_open & Q(**{f"{prefix}pk__in" if prefix else "pk__in": own})
