"""Case events that a channel couldn't take."""

from datetime import datetime

from django.db.models import QuerySet

from accounts.enums import Role
from accounts.models import User
from cases.models import ParkedEvent

PARKED_ROLES = (Role.TEAMLEIDER, Role.FUNCTIONEEL_BEHEERDER)


def parked_visible_to(user: User) -> QuerySet[ParkedEvent]:
    """Those of the own gemeente, the longest waiting first, for who looks after messages."""
    if user.gemeente_id is None or not user.has_role(*PARKED_ROLES):
        return ParkedEvent.objects.none()
    parked = ParkedEvent.objects.filter(event__case__gemeente_id=user.gemeente_id)
    return parked.select_related("event__case__person").order_by("since", "pk")


def parked_due(channel: str, *, now: datetime) -> QuerySet[ParkedEvent]:
    """What this channel must try again, in the order of the events."""
    due = ParkedEvent.objects.filter(channel=channel, next_attempt_at__lte=now)
    return due.select_related("event__case__person", "event__case__gemeente").order_by("event_id")
