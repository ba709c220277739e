"""Sending an oproep, and taking one back."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from contact.enums.appointments import AppointmentState, Purpose
from contact.enums.notices import NoticeKind
from contact.models import Appointment
from contact.rules.appointments import when_in_words
from deadlines.enums import Kind
from deadlines.models import Deadline
from deadlines.rules import Facts
from deadlines.selectors import calendar
from deadlines.services import start_deadline, start_promise, stop_deadline
from inburgering.kit.dutch import format_date
from inburgering.kit.typed import says_something
from intake.enums import EventKind, IntakeStatus
from intake.models import Summons
from intake.rules import (
    WARNING,
    SummonsObstacle,
    last_obstacles,
    order_obstacles,
    talk_obstacles_of_summons,
    term_obstacles,
)
from intake.selectors.finding import current_intake
from intake.selectors.summons import Ladder, ladder_of
from intake.services.summons.outcome import settle
from intake.services.summons.shared import locked, locked_case, record, refuse, tell, words

_KINDS = {1: NoticeKind.SUMMONS_FIRST, 2: NoticeKind.SUMMONS_WARNING, 3: NoticeKind.SUMMONS_LAST}
_WITHDRAWN = "De oproep is ingetrokken."


@transaction.atomic
def summon(
    *, case: Case, appointment: Appointment, number: int, by: User, fine_announced_on: date | None = None,
    no_fine_reason: str = "", confirmed_without_translation: bool = False,
) -> Summons:  # fmt: skip
    """Calls the newcomer to a talk. `number` is the oproep that the caller means, so that two colleagues don't send two.

    The second goes with the written warning. The same oproep for the same talk again is the one that is there. Raises
    ValidationError with everything that stands in the way.
    """
    case, no_fine_reason = locked_case(case, by), words(no_fine_reason, "no_fine_reason")
    appointment = Appointment.objects.select_for_update(of=("self",)).get(pk=appointment.pk)
    if again := case.summonses.filter(appointment=appointment, withdrawn_at=None, number=number).first():
        return again
    today, ladder = timezone.localdate(), ladder_of(case, now=timezone.now())
    on = timezone.localdate(appointment.starts_at)
    obstacles = order_obstacles(ladder.steps, number=number, today=today)
    obstacles += _other_obstacles(case, appointment)
    obstacles += talk_obstacles_of_summons(
        number=number, purpose=appointment.purpose, state=AppointmentState(appointment.state), on=on, today=today,
        calendar=calendar(),
    )  # fmt: skip
    obstacles += last_obstacles(
        number=number, fine_announced_on=fine_announced_on, no_fine_reason=no_fine_reason, today=today
    )
    refuse(obstacles)
    is_last = number > WARNING
    summons = Summons.objects.create(
        case=case, ladder=ladder.number, number=number, appointment=appointment, issued_on=today, issued_by=by,
        is_afterwards=appointment.state == AppointmentState.NO_SHOW,
        fine_announced_on=fine_announced_on if is_last else None,
        no_fine_reason=no_fine_reason if is_last and fine_announced_on is None else "",
    )  # fmt: skip
    if summons.is_afterwards:
        text = f"De uitnodiging voor {_day(appointment)} telt als oproep 1."
    else:
        summons.deadline = _start_term(summons, by)
        summons.save(update_fields=["deadline"])
        refuse(term_obstacles(on=on, due_on=summons.deadline.due_on))
        what = "Waarschuwing en oproep 2" if number == WARNING else f"Oproep {number}"
        text = f"{what} gestuurd: {appointment.get_purpose_display().lower()} op {_when(appointment)}."
        tell(
            summons, _KINDS[number], by, about="oproep", on_paper=True, appear_by=summons.deadline.due_on or "",
            confirmed_without_translation=confirmed_without_translation,
        )  # fmt: skip
    record(summons, EventKind.SUMMONED, text, by, ladder=summons.ladder)
    if summons.is_afterwards:
        settle(summons, by)
    return summons


def _other_obstacles(case: Case, appointment: Appointment) -> list[SummonsObstacle]:
    obstacles = []
    if appointment.case_id != case.pk:
        obstacles.append(SummonsObstacle("Deze afspraak hoort bij een ander dossier.", "appointment"))
    intake = current_intake(case)
    is_done = intake is not None and intake.status == IntakeStatus.AFGEROND
    if is_done and appointment.purpose == Purpose.BREDE_INTAKE:
        obstacles.append(SummonsObstacle("De brede intake is afgerond. Oproepen is niet meer nodig."))
    if case.summonses.filter(appointment=appointment, withdrawn_at=None).exists():
        obstacles.append(SummonsObstacle("Voor deze afspraak is al een oproep gestuurd.", "appointment"))
    return obstacles


def _start_term(summons: Summons, by: User) -> Deadline:
    """What the gemeente set for an oproep; after a boete what the law allows from its bekendmaking (R-13)."""
    about = f"oproep:{summons.pk}"
    if summons.fine_announced_on:
        facts = Facts(announced_on=summons.fine_announced_on)
        return start_deadline(case=summons.case, kind=Kind.NIEUWE_OPROEP, facts=facts, by=by, about=about)
    return start_promise(case=summons.case, kind=Kind.OPROEP, on=summons.issued_on, by=by, about=about)


@transaction.atomic
def withdraw_summons(
    *, summons: Summons, reason: str, by: User, confirmed_without_translation: bool = False
) -> Summons:
    """Takes an oproep back: it doesn't count any more. Only the last one, because the later ones rest on it.

    The talk itself stays as it is. Twice is once.
    """
    summons, ladder = locked(summons, by)
    if summons.withdrawn_at:
        return summons
    reason = words(reason, "reason")
    refuse(_withdrawal_obstacles(summons, ladder, reason))
    summons.withdrawn_at, summons.withdrawn_by, summons.withdrawn_reason = timezone.now(), by, reason
    summons.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_reason"])
    for term in (summons.deadline, summons.hearing):
        if term and term.is_open:
            stop_deadline(deadline=term, reason=_WITHDRAWN, by=by)
    record(summons, EventKind.SUMMONS_WITHDRAWN, f"Oproep {summons.number} van {format_date(summons.issued_on)} "
           f"ingetrokken. Reden: {reason}", by)  # fmt: skip
    tell(summons, NoticeKind.SUMMONS_WITHDRAWN, by, about="ingetrokken",
         confirmed_without_translation=confirmed_without_translation)  # fmt: skip
    return summons


def _withdrawal_obstacles(summons: Summons, ladder: Ladder, reason: str) -> list[SummonsObstacle]:
    obstacles = []
    if not says_something(reason):
        obstacles.append(SummonsObstacle("Schrijf op waarom u de oproep intrekt.", "reason"))
    later = [rung for rung in ladder.rungs if rung.is_standing and rung.summons.pk > summons.pk]
    if later:
        obstacles.append(
            SummonsObstacle(f"Na deze oproep kwam oproep {later[-1].summons.number}. Trek die eerst in.")
        )
    if getattr(summons, "absence", None) is not None:
        obstacles.append(
            SummonsObstacle("De intake is op grond van deze oproep al afgerond. Heropen de intake.")
        )
    return obstacles


def _day(appointment: Appointment) -> str:
    return format_date(timezone.localdate(appointment.starts_at))


def _when(appointment: Appointment) -> str:
    return when_in_words(appointment.starts_at, appointment.ends_at)
