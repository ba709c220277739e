"""Completing the brede intake without the newcomer, after the last oproep was missed too (R-13)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from cases.services import record_event
from contact.enums.notices import NoticeKind
from intake.enums import EventKind, IntakeStatus
from intake.models import Intake, IntakeInAbsence
from intake.rules import absence_obstacles
from intake.selectors.finding import current_intake
from intake.selectors.summons import attempts_besides_letters, ladder_of, may_complete_in_absence
from intake.services.intakes import open_intake
from intake.services.summons.shared import locked_case, refuse, tell, words

LONGEST = 2000


@transaction.atomic
def complete_in_absence(
    *, case: Case, basis: str, reason: str, by: User, confirmed_without_translation: bool = False
) -> Intake:
    """The team lead completes the intake with what is known. What isn't known stays empty; the PIP follows without consent.

    `basis` says what it rests on: documents, COA, earlier talks. A completed intake can be opened again as always, for
    when the newcomer does come.
    """
    case = locked_case(case, by)
    if not may_complete_in_absence(by, case):
        raise ValidationError("Alleen de teamleider van dit team rondt een intake af zonder de nieuwkomer.")
    intake = current_intake(case)
    if intake and intake.in_absence and not intake.is_open:
        return intake
    if intake and not intake.is_open:
        raise ValidationError("De brede intake is al afgerond.")
    basis, reason = words(basis, "basis", longest=LONGEST), words(reason, "reason", longest=LONGEST)
    ladder, today = ladder_of(case, now=timezone.now()), timezone.localdate()
    refuse(
        absence_obstacles(
            ladder.steps, attempts_besides_letters=attempts_besides_letters(case, ladder.number), basis=basis,
            reason=reason, today=today,
        )
    )  # fmt: skip
    last = ladder.current[-1].summons
    last.case = case
    intake = intake or open_intake(case=case, by=by)
    intake.status, intake.in_absence = IntakeStatus.AFGEROND, True
    intake.completed_at, intake.completed_by = timezone.now(), by
    intake.save(update_fields=["status", "in_absence", "completed_at", "completed_by"])
    intake.talks.filter(closed_at=None).update(closed_at=intake.completed_at, closed_by=by)
    # A second time, after the intake was opened again: the decision that holds is the last one.
    IntakeInAbsence.objects.update_or_create(
        intake=intake,
        defaults={
            "summons": last,
            "basis": basis,
            "reason": reason,
            "decided_by": by,
            "decided_at": timezone.now(),
        },
    )
    record_event(
        case=case, kind=EventKind.ABSENT, by=by, data={"intake_id": intake.pk, "summons_id": last.pk},
        text=f"Brede intake afgerond zonder de nieuwkomer, na {len(ladder.steps)} oproepen.",
    )  # fmt: skip
    tell(last, NoticeKind.INTAKE_WITHOUT_YOU, by, about="afwezig", on_paper=True, reason=reason,
         confirmed_without_translation=confirmed_without_translation)  # fmt: skip
    return intake
