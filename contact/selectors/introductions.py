"""New klantmanagers who have not planned a first talk yet."""

from datetime import date, datetime, time

from django.db.models import CharField, Exists, OuterRef, Value
from django.db.models.functions import Cast, Concat

from cases.enums import AssignmentKind, Status
from cases.models import Assignment
from contact.models import Appointment
from contact.rules.appointments import AMSTERDAM
from deadlines.enums import Kind
from deadlines.models import Deadline


def introductions_to_promise(*, since: date) -> list[Assignment]:
    """Active klantmanagers since a day, of open cases, without a promise to get acquainted and without a talk to come."""
    promised = Deadline.objects.filter(
        case=OuterRef("case"),
        kind=Kind.KENNISMAKING,
        about=Concat(Value("toewijzing:"), Cast(OuterRef("pk"), CharField())),
    )
    planned = Appointment.objects.filter(
        case=OuterRef("case"), sequence__gt=0, cancel_reason="", starts_at__gt=OuterRef("starts_at")
    )
    return list(
        Assignment.objects.filter(
            ~Exists(promised),
            ~Exists(planned),
            kind=AssignmentKind.KLANTMANAGER,
            ends_at=None,
            case__status=Status.OPEN,
            starts_at__gte=datetime.combine(since, time.min, AMSTERDAM),
        )
        .select_related("case")
        .order_by("pk")
    )
