"""Starts, meets, corrects and stops terms. The day of a term is never set by hand: it follows from its facts."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from deadlines.enums import EventKind, Kind
from deadlines.models import Deadline
from deadlines.rules import Facts, followers_of
from deadlines.selectors import open_deadline
from deadlines.services.computing import (
    computed,
    in_full,
    locked,
    locked_case,
    recompute,
    record,
    refuse_future,
    take_over,
)


@transaction.atomic
def start_deadline(*, case: Case, kind: Kind, facts: Facts, by: User | None, about: str = "") -> Deadline:
    """Starts a term, also when its first day isn't known yet: it then waits for that fact.

    The same facts again give the same row, also when it was met since: a repeated message starts nothing.
    Raises ValidationError when a term of this kind runs from other facts (`correct_facts` changes those).
    """
    kind, about = Kind(kind), about or _besluit(facts)
    case = locked_case(case)
    if existing := _same_or_open(case, kind, about, facts):
        return existing
    if not case.is_open:
        raise ValidationError(f"Het dossier is gesloten. De termijn ‘{kind.label}’ kan niet beginnen.")
    outcome = computed(kind, facts)
    deadline = Deadline(case=case, kind=kind, about=about, facts=facts.to_json())
    take_over(deadline, outcome)
    record(deadline, EventKind.STARTED, f"Termijn gestart: {kind.label}. {outcome.sentence}", by)
    return deadline


def _besluit(facts: Facts) -> str:
    """A case can have bezwaar against more than one besluit; the day of the besluit tells them apart."""
    return facts.announced_on.isoformat() if facts.announced_on else ""


def _same_or_open(case: Case, kind: Kind, about: str, facts: Facts) -> Deadline | None:
    running = case.deadlines.filter(kind=kind, about=about, stopped_on=None)
    if same := running.filter(facts=facts.to_json()).order_by("id").last():
        return same
    if other := running.filter(met_on=None).first():
        raise ValidationError(
            f"De termijn ‘{kind.label}’ loopt al: {other.outcome.sentence} Verbeter de gegevens van die termijn."
        )
    return None


@transaction.atomic
def meet_deadline(*, case: Case, kind: Kind, on: date, by: User | None) -> Deadline | None:
    """Records that what the term asks was done; None when no such term is open. Late is late, but it is done."""
    refuse_future("Een termijn kan niet gehaald zijn", on)
    deadline = open_deadline(locked_case(case), Kind(kind))
    if deadline is None:
        return None
    deadline.met_on = on
    deadline.save(update_fields=["met_on"])
    standing = deadline.standing(on)
    record(deadline, EventKind.MET, f"{deadline.get_kind_display()}: {standing.label.lower()}, op {in_full(on)}.", by,
            standing=standing.value)  # fmt: skip
    return deadline


@transaction.atomic
def correct_facts(*, deadline: Deadline, facts: Facts, reason: str, by: User | None) -> Deadline:
    """Replaces the facts that a term starts from and computes it anew; the event says what it was and what it is.

    Open terms that are counted from its end get the same facts.
    """
    deadline = locked(deadline)
    if deadline.stopped_on:
        raise ValidationError(f"Deze termijn is gestopt op {in_full(deadline.stopped_on)}.")
    if deadline.facts == facts.to_json():
        return deadline
    if not reason.strip():
        raise ValidationError("Geef een reden: waarom waren de gegevens van de termijn anders?")
    before, deadline.facts = deadline.facts, facts.to_json()
    changed = {"facts_before": before, "facts_after": deadline.facts}
    recompute(deadline, EventKind.CORRECTED, reason.strip(), by, **changed)
    for follower in _followers(deadline):
        correct_facts(deadline=follower, facts=facts, reason=reason, by=by)
    return deadline


def _followers(deadline: Deadline) -> QuerySet[Deadline]:
    kinds = followers_of(Kind(deadline.kind))
    return deadline.case.deadlines.open().filter(kind__in=kinds, about=deadline.about)


@transaction.atomic
def stop_deadlines(*, case: Case, reason: str, by: User | None) -> int:
    """Stops all open terms of a case, because it is closed or its ground fell away. Returns how many there were."""
    if not reason.strip():
        raise ValidationError("Geef een reden waarom de termijnen stoppen.")
    stopped = list(case.deadlines.open().select_for_update())
    for deadline in stopped:
        deadline.stopped_on, deadline.stopped_reason = timezone.localdate(), reason.strip()[:200]
        deadline.save(update_fields=["stopped_on", "stopped_reason"])
        why = f"Termijn gestopt: {deadline.get_kind_display()}. Reden: {reason.strip()}"
        record(deadline, EventKind.STOPPED, why, by)
    return len(stopped)
