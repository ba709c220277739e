"""What contradicts the facts of a case, until people have dealt with it."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from cases.enums import EventKind
from cases.models import CaseEvent


def uncorrected(kind: str, *, settled_by: str) -> QuerySet[CaseEvent]:
    """Events of this kind after which nobody said that it is right, nor corrected the facts of the case."""
    corrected = Q(kind=EventKind.UPDATED, by__isnull=False, data__has_key="after")
    later = CaseEvent.objects.filter(
        Q(kind=settled_by) | corrected, case=OuterRef("case"), pk__gt=OuterRef("pk")
    )
    return CaseEvent.objects.filter(~Exists(later), kind=kind)
