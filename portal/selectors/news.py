"""What the header of every page counts."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, Func, IntegerField, QuerySet, Subquery

from accounts.models import User
from contact.enums.appointments import AppointmentState
from contact.selectors.appointments import appointments_of_resident
from contact.selectors.notices import notices_of_resident


@dataclass(frozen=True)
class News:
    """Messages that the resident didn't open yet, and talks to go to."""

    unread: int = 0
    appointments: int = 0


def news_for(user: User, *, now: datetime) -> News:
    """Both counts in one query."""
    if not user.is_resident:
        return News()
    unread = notices_of_resident(user).filter(read_at=None)
    coming = appointments_of_resident(user).filter(state=AppointmentState.PLANNED, ends_at__gt=now)
    counted = User.objects.filter(pk=user.pk).values_list(_count(unread), _count(coming)).first()
    return News(*counted) if counted else News()


def _count(rows: QuerySet[Any]) -> Subquery:
    """The number of rows, as a column of another query."""
    counted = rows.order_by().values(number=Func(F("pk"), function="COUNT"))
    return Subquery(counted, output_field=IntegerField())
