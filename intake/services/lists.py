"""Rows of the lists of the intake: added, changed, taken out. They can change as long as the dossier is open."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from cases.services import record_event
from inburgering.kit.typed import says_something
from intake.enums import Criterion, EventKind
from intake.models import ENTRY_MODELS, Entry, ExtraTest
from intake.rules import past_day_obstacles, purpose_obstacles, shortened
from intake.selectors import earlier_proofs
from intake.services.checking import cleaned, faults_of


@transaction.atomic
def add_entry(*, list_key: str, case: Case, by: User, **fields: Any) -> Entry:
    """Adds a row to a list (`rules.LISTS`); `fields` are those of its model. Raises ValidationError with all that is wrong."""
    case = _open(case)
    entry = ENTRY_MODELS[list_key](case=case, by=by, **cleaned(fields))
    _check(entry)
    entry.save()
    kind = EventKind.TEST_ASKED if isinstance(entry, ExtraTest) else EventKind.LIST
    _tell(entry, kind, f"{entry.entry_list.one.capitalize()} toegevoegd: {_shown(entry)}", by)
    return entry


@transaction.atomic
def change_entry(*, entry: Entry, by: User, **fields: Any) -> Entry:
    """Changes a row; what it said before stays in its history."""
    _open(entry.case)
    entry = _locked(entry)
    changed = {name: value for name, value in cleaned(fields).items() if getattr(entry, name) != value}
    if not changed:
        return entry
    for name, value in changed.items():
        setattr(entry, name, value)
    _check(entry)
    entry.by, entry.at = by, timezone.now()
    entry.save(update_fields=[*changed, "by", "at"])
    _tell(entry, EventKind.LIST, f"{entry.entry_list.one.capitalize()} gewijzigd: {_shown(entry)}", by)
    return entry


@transaction.atomic
def remove_entry(*, entry: Entry, reason: str, by: User) -> Entry:
    """Takes a row out of its list, and says why. Twice is once."""
    _open(entry.case)
    if not says_something(reason):
        raise ValidationError("Schrijf op waarom u dit weghaalt.")
    entry = _locked(entry)
    if entry.removed_at:
        return entry
    entry.removed_at, entry.removed_by, entry.removed_reason = timezone.now(), by, reason.strip()[:500]
    entry.save(update_fields=["removed_at", "removed_by", "removed_reason"])
    text = f"{entry.entry_list.one.capitalize()} weggehaald: {_shown(entry)} Reden: {entry.removed_reason}"
    _tell(entry, EventKind.LIST, text, by)
    return entry


def _open(case: Case) -> Case:
    case = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    if not case.is_open:
        raise ValidationError("Dit dossier is gesloten.", code="closed")
    return case


def _locked(entry: Entry) -> Entry:
    rows = type(entry)._default_manager.select_for_update(of=("self",))  # noqa: SLF001
    return rows.select_related("case").get(pk=entry.pk)


def _check(entry: Entry) -> None:
    obstacles = faults_of(entry)
    days = {name: getattr(entry, name) for name in entry.entry_list.past_days}
    obstacles += past_day_obstacles(entry.entry_list, days, today=timezone.localdate())
    if any(document.case_id != entry.case_id for document in entry.documents):
        obstacles.append("Dit document hoort niet bij dit dossier.")
    if isinstance(entry, ExtraTest) and entry.criterion in Criterion.values:
        earlier = earlier_proofs(entry.case, Criterion(entry.criterion), besides=entry.pk)
        obstacles += purpose_obstacles(purpose=entry.purpose, earlier=earlier)
    if obstacles:
        raise ValidationError(obstacles)


def _shown(entry: Entry) -> str:
    return f"{shortened(str(entry), 200)}."


def _tell(entry: Entry, kind: EventKind, text: str, by: User) -> None:
    record_event(
        case=entry.case, kind=kind, by=by, text=text, data={"list": entry.LIST, "entry_id": entry.pk}
    )
