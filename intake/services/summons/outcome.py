"""How it went after an oproep: the term ends, and who didn't come is asked why."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from contact.enums.appointments import AppointmentState
from contact.enums.notices import NoticeKind
from contact.services.appointments import record_outcome
from contact.services.one_by_one import one_by_one
from deadlines.enums import Kind
from deadlines.services import meet_deadline, start_promise, stop_deadline
from inburgering.kit.dutch import format_date
from inburgering.kit.typed import says_something
from intake.enums import EventKind, SummonsOutcome
from intake.models import Summons
from intake.rules import SummonsObstacle
from intake.selectors.summons import unsettled_summonses
from intake.services.summons.shared import locked, record, refuse, tell, words

_NOT_KNOWN = "De uitkomst van de afspraak is bekend."


@transaction.atomic
def record_summons_outcome(
    *, summons: Summons, outcome: SummonsOutcome | str, by: User, note: str = ""
) -> Summons:
    """Writes down how the talk went: came, didn't come, or came and didn't cooperate enough (with what happened).

    Who didn't come is asked why at once. The same outcome again does nothing.
    """
    summons, _ladder = locked(summons, by)
    note = words(note, "note")
    refuse(_obstacles(summons, str(outcome), note))
    came = outcome != SummonsOutcome.ABSENT
    summons.is_uncooperative, summons.outcome_note = outcome == SummonsOutcome.UNCOOPERATIVE, note
    summons.save(update_fields=["is_uncooperative", "outcome_note"])
    state = AppointmentState.DONE if came else AppointmentState.NO_SHOW
    summons.appointment = record_outcome(
        appointment=summons.appointment, outcome=state, by=by, said=summons.appointment.said
    )
    settle(summons, by)
    return summons


def _obstacles(summons: Summons, outcome: str, note: str) -> list[SummonsObstacle]:
    obstacles = []
    if summons.withdrawn_at:
        obstacles.append(SummonsObstacle("Deze oproep is ingetrokken."))
    if summons.blame:
        obstacles.append(
            SummonsObstacle("Over deze oproep is al geoordeeld. Trek hem in als er iets niet klopt.")
        )
    if outcome not in SummonsOutcome.values:
        obstacles.append(SummonsObstacle("Kies hoe het ging.", "outcome"))
    if outcome == SummonsOutcome.UNCOOPERATIVE and not says_something(note):
        obstacles.append(
            SummonsObstacle("Schrijf op waaruit blijkt dat de nieuwkomer niet genoeg meewerkte.", "note")
        )
    return obstacles


def settle_due_summonses() -> int:
    """Ends the terms of the oproepen whose talk got an outcome on another page. Returns how many; safe to run twice."""
    return one_by_one(unsettled_summonses(), _settle_alone, failure="summons_not_settled")


def _settle_alone(summons: Summons) -> bool:
    try:
        current, _ladder = locked(summons, None)
    except ValidationError:  # closed a moment ago
        return False
    return settle(current, None)


def settle(summons: Summons, by: User | None) -> bool:
    """Takes over the state of the talk; False when it was taken over before."""
    state = AppointmentState(summons.appointment.state)
    told = SummonsOutcome.UNCOOPERATIVE.value if summons.is_uncooperative else state.value
    if summons.told_as == told:
        return False
    summons.told_as = told
    if state == AppointmentState.NO_SHOW or summons.is_uncooperative:
        _ask_why(summons, by)
    else:
        _end_terms(summons, by, met=state == AppointmentState.DONE)
    summons.save(update_fields=["told_as", "hearing"])
    return True


def _ask_why(summons: Summons, by: User | None) -> None:
    """The term of the oproep is over, and that to answer begins (R-90: the gemeente sets its length)."""
    if summons.deadline and summons.deadline.is_open:
        stop_deadline(deadline=summons.deadline, reason="De nieuwkomer kwam niet of werkte niet mee.", by=by)
    summons.hearing = start_promise(
        case=summons.case, kind=Kind.ZIENSWIJZE, on=timezone.localdate(), by=by, about=f"oproep:{summons.pk}"
    )
    day = format_date(timezone.localdate(summons.appointment.starts_at))
    what = "werkte niet genoeg mee" if summons.is_uncooperative else "kwam niet"
    record(summons, EventKind.SUMMONS_MISSED,
           f"Na oproep {summons.number}: de nieuwkomer {what} op {day}. Gevraagd waarom.", by)  # fmt: skip
    # What must be asked goes in Dutch too when there is no text in the own language: nobody is skipped for that.
    tell(summons, NoticeKind.SUMMONS_MISSED, None, about="gemist", answer_by=summons.hearing.due_on or "",
         came=summons.is_uncooperative)  # fmt: skip


def _end_terms(summons: Summons, by: User | None, *, met: bool) -> None:
    on = timezone.localdate(summons.appointment.starts_at)
    if summons.deadline and summons.deadline.is_open:
        if met:
            meet_deadline(case=summons.case, kind=Kind(summons.deadline.kind), on=on, by=by,
                          about=summons.deadline.about)  # fmt: skip
        else:
            stop_deadline(deadline=summons.deadline, reason=_NOT_KNOWN, by=by)
    if summons.hearing and summons.hearing.is_open:
        stop_deadline(deadline=summons.hearing, reason="De nieuwkomer was er toch.", by=by)
    if met:
        text = f"Na oproep {summons.number} verschenen op {format_date(on)}."
        record(summons, EventKind.SUMMONS_MET, text, by)
