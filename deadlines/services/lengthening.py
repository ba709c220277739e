"""Extensions and suspensions: decided by somebody, for a reason that stands in the case, and withdrawn when wrong."""

from collections.abc import Iterator
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.models import User
from cases.models import Document
from deadlines.enums import EventKind, Ground, Kind
from deadlines.models import Deadline, Extension, Suspension
from deadlines.rules import Length, takes_extensions, takes_suspensions, wrong_decision
from deadlines.services.computing import future, in_full, locked, recompute, recompute_followers

# --- Extensions (verlengingen) ---------------------------------------------------------------------------


@transaction.atomic
def extend_deadline(
    *, deadline: Deadline, ground: Ground, decided_on: date, reason: str, by: User | None,
    starts_on: date | None = None, ends_on: date | None = None, length: Length | None = None,
    document: Document | None = None,
) -> Extension:  # fmt: skip
    """Makes a term longer by a decision of DUO, and with it what is counted from its end.

    Raises ValidationError with all that is wrong, and with what the law says when the ground isn't for this case.
    """
    deadline = locked(deadline)
    obstacles = [*_obstacles(deadline, reason, document)]
    if not takes_extensions(Kind(deadline.kind)) or deadline.leader:
        obstacles.append(f"De termijn ‘{deadline.get_kind_display()}’ kan niet worden verlengd.")
    obstacles += future("Het besluit kan niet genomen zijn op", decided_on)
    extension = Extension(
        deadline=deadline, ground=ground, starts_on=starts_on, ends_on=ends_on, number=length.number if length else None,
        unit=length.unit if length else "", decided_on=decided_on, reason=reason.strip(), document=document, by=by,
    )  # fmt: skip
    obstacles += wrong_decision(extension.as_fact, decided_on)
    if any(_is_same(row, extension) for row in deadline.extensions.all()):
        obstacles.append(
            f"Deze verlenging staat er al: {extension.get_ground_display()}, besluit van {in_full(decided_on)}."
        )
    if obstacles:
        raise ValidationError(obstacles)
    extension.validate_constraints()
    extension.save()
    why = f"Verlengd door DUO: {extension.get_ground_display()}, besluit van {in_full(decided_on)}. {_sentence(reason)}"
    recompute(deadline, EventKind.EXTENDED, why, by, extension_id=extension.pk)
    recompute_followers(deadline, why, by)
    return extension


def _is_same(row: Extension, new: Extension) -> bool:
    """The same decision once more: DUO extends once for the same ground, period and besluit."""
    return not row.withdrawn_reason and row.as_fact == new.as_fact and row.decided_on == new.decided_on


@transaction.atomic
def withdraw_extension(*, extension: Extension, reason: str, by: User | None) -> Extension:
    """Takes back an extension that was recorded by mistake, or that DUO took back; it stays to be seen."""
    deadline, extension = locked(extension.deadline), Extension.objects.get(pk=extension.pk)
    if extension.withdrawn_reason:
        return extension
    extension.withdrawn_reason = _withdrawal(deadline, reason)
    extension.save(update_fields=["withdrawn_reason"])
    why = f"Verlenging ingetrokken: {extension.get_ground_display()}. Reden: {_sentence(reason)}"
    recompute(deadline, EventKind.EXTENSION_WITHDRAWN, why, by, extension_id=extension.pk)
    recompute_followers(deadline, why, by)
    return extension


# --- Suspensions (opschortingen) ---------------------------------------------------------------------------


@transaction.atomic
def suspend_deadline(
    *, deadline: Deadline, from_on: date, reason: str, by: User | None, until_on: date | None = None,
    article: str = "", document: Document | None = None, known_ahead: bool = False,
) -> Suspension:  # fmt: skip
    """Lets a term stand still from a day on. Without `until_on` it stands still until `end_suspension`.

    Nobody knows yet that it will stand still on days to come, so `until_on` isn't after today. Only of time that was
    given to mend something it is `known_ahead`: it counts from the day after the question (Awb, 7:10 lid 2).
    """
    deadline = locked(deadline)
    obstacles = [*_obstacles(deadline, reason, document)]
    if not takes_suspensions(Kind(deadline.kind)):
        obstacles.append(f"De termijn ‘{deadline.get_kind_display()}’ kan volgens de wet niet stilstaan.")
    if not known_ahead:
        obstacles += future("De termijn kan niet stilstaan vanaf", from_on)
    if until_on and not known_ahead:
        obstacles += future("De termijn kan niet stilstaan tot en met", until_on)
    if until_on and until_on < from_on:
        obstacles.append("De laatste dag van de opschorting ligt vóór de eerste.")
    for row in deadline.suspensions.all():
        if row.is_running:
            obstacles.append("Deze termijn staat al stil. Sluit die opschorting eerst af.")
        elif not row.withdrawn_reason and (row.from_on, row.until_on) == (from_on, until_on):
            obstacles.append(
                f"Deze opschorting staat er al: vanaf {in_full(from_on)}, met dezelfde laatste dag."
            )
    if obstacles:
        raise ValidationError(obstacles)
    suspension = Suspension.objects.create(
        deadline=deadline, from_on=from_on, until_on=until_on, reason=reason.strip(), article=article.strip(),
        document=document, by=by,
    )  # fmt: skip
    until = f" tot en met {in_full(until_on)}" if until_on else ""
    why = f"Opgeschort vanaf {in_full(from_on)}{until}. {_sentence(reason)}"
    recompute(deadline, EventKind.SUSPENDED, why, by, suspension_id=suspension.pk)
    return suspension


@transaction.atomic
def end_suspension(*, suspension: Suspension, until_on: date, by: User | None) -> Suspension:
    """Lets the term run on after `until_on`, the last day on which it stood still."""
    deadline, suspension = locked(suspension.deadline), Suspension.objects.get(pk=suspension.pk)
    obstacles = []
    if not suspension.is_running:
        obstacles.append("Deze opschorting is al afgesloten of ingetrokken.")
    if until_on < suspension.from_on:
        obstacles.append(
            f"De termijn staat stil vanaf {in_full(suspension.from_on)}. Kies die dag of een latere dag."
        )
    obstacles += future("De opschorting kan niet geëindigd zijn op", until_on)
    if obstacles:
        raise ValidationError(obstacles)
    suspension.until_on = until_on
    suspension.save(update_fields=["until_on"])
    why = f"De termijn loopt weer: de opschorting duurde tot en met {in_full(until_on)}."
    recompute(deadline, EventKind.SUSPENSION_ENDED, why, by, suspension_id=suspension.pk)
    return suspension


@transaction.atomic
def withdraw_suspension(*, suspension: Suspension, reason: str, by: User | None) -> Suspension:
    """Takes back a suspension that was recorded by mistake; it stays to be seen."""
    deadline, suspension = locked(suspension.deadline), Suspension.objects.get(pk=suspension.pk)
    if suspension.withdrawn_reason:
        return suspension
    suspension.withdrawn_reason = _withdrawal(deadline, reason)
    suspension.save(update_fields=["withdrawn_reason"])
    why = f"Opschorting ingetrokken. Reden: {_sentence(reason)}"
    recompute(deadline, EventKind.SUSPENSION_WITHDRAWN, why, by, suspension_id=suspension.pk)
    return suspension


# --- What holds for both -----------------------------------------------------------------------------------


def _obstacles(deadline: Deadline, reason: str, document: Document | None) -> Iterator[str]:
    if deadline.stopped_on:
        yield f"Deze termijn is gestopt op {in_full(deadline.stopped_on)}."
    if deadline.met_on:
        yield f"Deze termijn is gehaald op {in_full(deadline.met_on)}."
    if not reason.strip():
        yield "Schrijf op waarom."
    if len(reason.strip()) > 300:
        yield "De toelichting is te lang. Gebruik hoogstens 300 tekens."
    if document and document.case_id != deadline.case_id:
        yield "Dit document hoort bij een ander dossier."


def _withdrawal(deadline: Deadline, reason: str) -> str:
    obstacles = []
    if not deadline.is_open:
        obstacles.append("Deze termijn loopt niet meer. Er verandert niets meer aan.")
    if not reason.strip():
        obstacles.append("Geef een reden waarom u dit intrekt.")
    if obstacles:
        raise ValidationError(obstacles)
    return reason.strip()[:200]


def _sentence(words: str) -> str:
    words = words.strip()
    return words if words.endswith((".", "!", "?")) else f"{words}."
