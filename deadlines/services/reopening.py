"""Takes back that something was done: somebody pressed the wrong button, or it turned out otherwise."""

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.models import User
from deadlines.enums import EventKind, Kind
from deadlines.models import Deadline
from deadlines.rules import outlives_case
from deadlines.services.computing import computed, in_full, locked, record, take_over


@transaction.atomic
def reopen_deadline(*, deadline: Deadline, reason: str, by: User | None) -> Deadline:
    """Lets a term that was met run again, with the day that its facts give now and the warnings that are still to come."""
    deadline = locked(deadline)
    kind, label, met_on = Kind(deadline.kind), deadline.get_kind_display(), deadline.met_on
    obstacles = []
    if met_on is None:
        obstacles.append("Deze termijn is nog niet gedaan.")
    if not reason.strip():
        obstacles.append("Geef een reden: waarom is het toch niet gedaan?")
    if not deadline.case.is_open and not outlives_case(kind):
        obstacles.append("Het dossier is gesloten. De termijn kan niet weer gaan lopen.")
    if (
        deadline.case.deadlines.open()
        .filter(kind=kind, about=deadline.about)
        .exclude(pk=deadline.pk)
        .exists()
    ):
        obstacles.append(f"Er loopt al een nieuwe termijn ‘{label}’.")
    if met_on is None or obstacles:
        raise ValidationError(obstacles)
    deadline.met_on = None
    deadline.save(update_fields=["met_on"])
    outcome = computed(kind, deadline.known_facts)
    take_over(deadline, outcome)
    why = f"{label}: toch niet gedaan op {in_full(met_on)}. Reden: {reason.strip()}"
    record(deadline, EventKind.REOPENED, why, by, met_on_before=met_on.isoformat())
    return deadline
