"""Starts, meets, corrects and stops terms. The day of a term is never set by hand: it follows from its facts."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from deadlines.enums import Bearer, EventKind, Kind
from deadlines.models import Deadline
from deadlines.rules import Facts, FactsError, bearer_of, outlives_case, still_ahead
from deadlines.selectors import Correction, corrections
from deadlines.services.computing import (
    computed,
    followers,
    in_full,
    lock_calendar,
    locked,
    locked_case,
    locked_open,
    recompute,
    record,
    refuse_future,
    take_over,
)

REMINDERS_WENT_OUT = "reminders_went_out"


@transaction.atomic
def start_deadline(*, case: Case, kind: Kind, facts: Facts, by: User | None, about: str = "") -> Deadline:
    """Starts a term, also when its first day isn't known yet: it then waits for that fact.

    The same facts again give the same row, also when it was met since: a repeated message starts nothing. Of a closed
    case only what a bezwaar asks still begins: it can come after the dossier was closed.
    Raises ValidationError when a term of this kind runs from other facts (`correct_facts` changes those).
    """
    kind, about = Kind(kind), about or _besluit(facts)
    case = locked_case(case)
    if existing := _same_or_open(case, kind, about, facts):
        return existing
    if not case.is_open and bearer_of(kind) != Bearer.BEHEER and kind != Kind.BESLISSING_OP_BEZWAAR:
        raise ValidationError(f"Het dossier is gesloten. De termijn ‘{kind.label}’ kan niet beginnen.")
    deadline = Deadline(case=case, kind=kind, about=about, facts=facts.to_json())
    outcome = computed(kind, deadline.known_facts)
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
def meet_deadline(
    *, case: Case, kind: Kind, on: date, by: User | None, about: str | None = None
) -> Deadline | None:
    """Records that what the term asks was done; None when no such term is open. Late is late, but it is done.

    `about` picks one of several; without it the most urgent is met.
    """
    refuse_future("Een termijn kan niet gehaald zijn", on)
    deadline = locked_open(case, Kind(kind), about)
    if deadline is None:
        return None
    deadline.met_on, deadline.next_look_on = on, None
    deadline.save(update_fields=["met_on", "next_look_on"])
    standing = deadline.standing(on)
    record(deadline, EventKind.MET, f"{deadline.get_kind_display()}: {standing.label.lower()}, op {in_full(on)}.", by,
            standing=standing.value)  # fmt: skip
    return deadline


@transaction.atomic
def correct_facts(
    *, deadline: Deadline, facts: Facts, reason: str, by: User | None, despite_reminders: bool = False
) -> Deadline:
    """Replaces the facts that a term starts from and computes it anew; the event says what it was and what it is.

    Open terms that are counted from its end get what changed too. When somebody was reminded of a day that moves, it
    raises ValidationError (code "reminders_went_out") unless `despite_reminders`: a person decides, and DUO's facts win.
    """
    deadline = locked(deadline)
    if deadline.stopped_on:
        raise ValidationError(f"Deze termijn is gestopt op {in_full(deadline.stopped_on)}.")
    if deadline.facts == facts.to_json():
        return deadline
    if not reason.strip():
        raise ValidationError("Geef een reden: waarom waren de gegevens van de termijn anders?")
    if by and (wrong := still_ahead(facts, timezone.localdate())):
        raise ValidationError(list(wrong.values()))
    corrected = _corrections(deadline, facts)
    if not despite_reminders and any(one.contradicts_reminders for one in corrected):
        raise ValidationError(_reminders_went_out(corrected))
    for one in corrected:
        before, one.deadline.facts = one.deadline.facts, one.facts.to_json()
        both = {"facts_before": before, "facts_after": one.deadline.facts}
        recompute(one.deadline, EventKind.CORRECTED, reason.strip(), by, **both)
    return deadline


def _corrections(deadline: Deadline, facts: Facts) -> list[Correction]:
    lock_calendar()
    try:
        return corrections(deadline, facts, followers(deadline))
    except FactsError as wrong:
        raise ValidationError(list(wrong.obstacles)) from wrong


def _reminders_went_out(corrected: list[Correction]) -> list[ValidationError]:
    return [
        ValidationError(
            f"Over {in_full(reminder.due_on)} ging op {in_full(reminder.given_on)} al een herinnering naar: "
            f"{reminder.get_audience_display().lower()} (‘{one.deadline.get_kind_display()}’). "
            f"De dag wordt nu {_new_day(one)}. Bevestig dat u de dag toch verandert.",
            code=REMINDERS_WENT_OUT,
        )
        for one in corrected
        if one.contradicts_reminders
        for reminder in one.told
    ]


def _new_day(one: Correction) -> str:
    return in_full(one.after.due_on) if one.after.due_on else "onbekend"


@transaction.atomic
def stop_deadline(*, deadline: Deadline, reason: str, by: User | None) -> Deadline:
    """Stops one term, because its ground fell away. Stopping twice keeps the first day and reason.

    Raises ValidationError without a reason, or when what the term asks was done already.
    """
    deadline = locked(deadline)
    if deadline.stopped_on:
        return deadline
    obstacles = []
    if not reason.strip():
        obstacles.append("Geef een reden waarom de termijn stopt.")
    if deadline.met_on:
        obstacles.append(f"Deze termijn is gehaald op {in_full(deadline.met_on)}; stoppen kan niet meer.")
    if obstacles:
        raise ValidationError(obstacles)
    _stop(deadline, reason, by)
    return deadline


@transaction.atomic
def stop_deadlines(*, case: Case, reason: str, by: User | None) -> int:
    """Stops the open terms of a case, because it is closed or its ground fell away. Returns how many there were.

    What must still be decided, paid or kept runs on: a bezwaar gets its answer, also when the dossier is closed.
    """
    if not reason.strip():
        raise ValidationError("Geef een reden waarom de termijnen stoppen.")
    running = locked_case(case).deadlines.open().order_by("pk").select_for_update()
    stopped = [deadline for deadline in running if not outlives_case(Kind(deadline.kind))]
    for deadline in stopped:
        _stop(deadline, reason, by)
    return len(stopped)


def _stop(deadline: Deadline, reason: str, by: User | None) -> None:
    deadline.stopped_on, deadline.stopped_reason = timezone.localdate(), reason.strip()[:200]
    deadline.next_look_on = None
    deadline.save(update_fields=["stopped_on", "stopped_reason", "next_look_on"])
    why = f"Termijn gestopt: {deadline.get_kind_display()}. Reden: {reason.strip()}"
    record(deadline, EventKind.STOPPED, why, by)
