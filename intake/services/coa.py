"""What COA tells about somebody, kept from the day that COA couples the person to the gemeente."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from cases.services import record_event
from intake.enums import EventKind
from intake.models import CoaHandover
from intake.services.checking import cleaned, faults_of

_DAYS = ("coupled_on", "talk_on")


@transaction.atomic
def save_coa_handover(*, case: Case, by: User, **fields: Any) -> CoaHandover:
    """Keeps what COA handed over; `fields` are those of `CoaHandover`, and what isn't given stays as it is."""
    case = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    if not case.is_open:
        raise ValidationError("Dit dossier is gesloten.", code="closed")
    handover = CoaHandover.objects.filter(case=case).first() or CoaHandover(case=case, by=by)
    given = cleaned(fields)
    changed = [name for name, value in given.items() if getattr(handover, name) != value]
    for name in changed:
        setattr(handover, name, given[name])
    if handover.pk and not changed:
        return handover
    _check(handover)
    is_new = handover.pk is None
    handover.by, handover.at = by, timezone.now()
    handover.save()
    text = "Overdracht van COA vastgelegd." if is_new else "Overdracht van COA bijgewerkt."
    if handover.region_mismatch and "region_mismatch" in changed:
        text += f" De plaatsing past niet bij de voorkeur: {handover.region_wish}"
    record_event(case=case, kind=EventKind.COA, by=by, text=text, data={"mismatch": handover.region_mismatch})
    return handover


def _check(handover: CoaHandover) -> None:
    obstacles = faults_of(handover)
    if any((day := getattr(handover, name)) and day > timezone.localdate() for name in _DAYS):
        obstacles.append("De datum ligt in de toekomst. Vul de dag in waarop het is gebeurd.")
    if obstacles:
        raise ValidationError(obstacles)
