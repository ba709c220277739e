"""What the demo shows of oproepen and of a session with a group."""

from datetime import date

from accounts.models import User
from caseload.management.story.contact import _working_day
from cases.models import Case
from contact.enums.appointments import Mode, Place, Purpose
from contact.enums.groups import GroupKind
from contact.enums.interpreters import InterpreterDecision
from contact.services.appointments import plan_appointment
from contact.services.groups import ask_guest, plan_group
from intake.enums import AttemptChannel
from intake.services import log_attempt, summon


def call_to_the_intake(case: Case, by: User, *, today: date) -> None:
    """The first oproep is under way, and a colleague phoned in vain."""
    talk = plan_appointment(
        case=case, by=by, purpose=Purpose.BREDE_INTAKE, starts_at=_working_day(today, 7, at=10), minutes=90,
        mode=Mode.LIVE, place_kind=Place.BIBLIOTHEEK, interpreter_decision=InterpreterDecision.PHONE_INTERPRETER,
    )  # fmt: skip
    summon(case=case, appointment=talk, number=1, by=by)
    log_attempt(case=case, on=today, channel=AttemptChannel.PHONE, said="Er werd niet opgenomen.", by=by)


def gather(case: Case, by: User, *, today: date) -> None:
    """A session that can't be confirmed yet: nobody there speaks the language of who was asked."""
    session = plan_group(
        kind=GroupKind.INFORMATION,
        starts_at=_working_day(today, 6, at=13),
        minutes=120,
        place_kind=Place.SCHOOL,
        by=by,
    )
    ask_guest(session=session, case=case, by=by)
