"""Steps of the ladder of oproepen, as colleagues take them, for tests of everything that follows."""

from datetime import timedelta

from django.utils import timezone

from accounts.models import User
from cases.models import Case
from contact.enums.appointments import AppointmentState, Purpose
from contact.enums.interpreters import InterpreterDecision
from contact.models import Appointment
from intake import services
from intake.models import Summons
from tests.factories import AppointmentFactory, clock


def talk_for(case: Case, by: User, *, days: int = 7, purpose: Purpose = Purpose.BREDE_INTAKE) -> Appointment:
    return AppointmentFactory(
        case=case, by=by, purpose=purpose, starts_at=clock(days, at=f"{9 + case.appointments.count():02d}:00"),
        interpreter_decision=InterpreterDecision.PHONE_INTERPRETER,
    )  # fmt: skip


def pass_by(talk: Appointment, *, days: int = 1) -> Appointment:
    """Lets the day of the talk be over; its participants are free again."""
    starts_at = timezone.now() - timedelta(days=days)
    Appointment.objects.filter(pk=talk.pk).update(starts_at=starts_at, ends_at=starts_at + timedelta(hours=1))
    talk.participants.update(is_active=False)
    talk.refresh_from_db()
    return talk


def call(case: Case, by: User, number: int = 1, **more: object) -> Summons:
    """One oproep to a new talk."""
    if number > 2:
        more = {"no_fine_reason": "Een boete past niet bij wat wij weten."} | more
    return services.summon(case=case, appointment=talk_for(case, by), number=number, by=by, **more)


def miss(summons: Summons, by: User) -> Summons:
    pass_by(summons.appointment)
    return services.record_summons_outcome(summons=summons, outcome="niet-verschenen", by=by)


def blamed(case: Case, by: User, number: int = 1) -> Summons:
    """One step that counts: called, missed, spoken to, and judged."""
    summons = miss(call(case, by, number), by)
    services.log_attempt(case=case, on=timezone.localdate(), channel="telefoon", is_reached=True,
                         said=f"Vergeten, keer {number}.", by=by)  # fmt: skip
    return services.judge_summons(
        summons=summons, blame="verwijtbaar", reason="Er was geen goede reden.", by=by
    )


def three_missed(case: Case, by: User) -> list[Summons]:
    return [blamed(case, by, number) for number in (1, 2, 3)]


NO_SHOW = AppointmentState.NO_SHOW
