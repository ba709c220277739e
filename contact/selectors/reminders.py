"""Talks of tomorrow about which the newcomer has heard nothing for a while."""

from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef, QuerySet

from cases.enums import Status
from contact.enums.appointments import AppointmentState
from contact.enums.notices import NoticeKind
from contact.models import Appointment, Notice

AHEAD = timedelta(hours=24)
NEWS_LASTS = timedelta(hours=36)
"""Whoever heard of a talk this short before it needs no reminder."""


def appointments_to_remind_of(*, now: datetime) -> QuerySet[Appointment]:
    """Planned talks that start within a day, not reminded of yet."""
    reminded = Notice.objects.filter(
        appointment=OuterRef("pk"), kind=NoticeKind.APPOINTMENT_REMINDER, made_at__gte=OuterRef("changed_at")
    )
    return Appointment.objects.filter(
        ~Exists(reminded),
        state=AppointmentState.PLANNED,
        starts_at__gt=now,
        starts_at__lte=now + AHEAD,
        changed_at__lte=F("starts_at") - NEWS_LASTS,
        case__status=Status.OPEN,
    ).order_by("starts_at", "pk")
