"""Two colleagues who take the same hour at the same moment, each on a connection of their own."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, OperationalError, transaction

from contact.enums.appointments import Purpose
from contact.models import Appointment, Participant
from contact.services.appointments import move_appointment, plan_appointment
from contact.services.interpreters import book_interpreter
from tests.cases.test_at_once import together
from tests.factories import AppointmentFactory, CaseFactory, InterpreterFactory, StaffFactory, clock

pytestmark = pytest.mark.django_db(transaction=True)


def refusals(results: list[Any]) -> list[str]:
    return [
        message for result in results if isinstance(result, ValidationError) for message in result.messages
    ]


def planning(case: Any, by: Any) -> Callable[[], Appointment]:
    return lambda: plan_appointment(
        case=case, purpose=Purpose.OVERIG, starts_at=clock(), minutes=30, mode="telefoon", by=by,
        interpreter_decision="niet-nodig",
    )  # fmt: skip


def test_one_klantmanager_gets_one_talk_at_a_time() -> None:
    by = StaffFactory(name="Karin de Boer")
    cases = [CaseFactory(klantmanager=by) for _ in range(4)]
    results = together(*[planning(case, by) for case in cases])
    assert Appointment.objects.count() == 1
    said = refusals(results)
    assert len(said) == 3
    assert all(sentence.startswith("Karin de Boer heeft al een afspraak op ") for sentence in said)


def test_one_interpreter_is_asked_for_one_talk_at_a_time() -> None:
    first = AppointmentFactory()
    talks = [first, AppointmentFactory(case=CaseFactory(klantmanager=StaffFactory(team=first.case.team)))]
    interpreter = InterpreterFactory(gemeente=first.case.gemeente, name="Selam Tesfay")

    def asking(talk: Appointment) -> Callable[[], Any]:
        return lambda: book_interpreter(
            appointment=talk, interpreter=interpreter, language="ti", by=talk.organiser
        )

    results = together(*map(asking, talks))
    assert Participant.objects.filter(interpreter=interpreter).count() == 1
    assert len(refusals(results)) == 1
    assert refusals(results)[0].startswith("Tolk Selam Tesfay heeft al een afspraak op ")


def test_two_moves_to_the_same_hour() -> None:
    by = StaffFactory()
    talks = [
        AppointmentFactory(case=CaseFactory(klantmanager=by), starts_at=clock(3 + number))
        for number in range(2)
    ]

    def moving(talk: Appointment) -> Callable[[], Any]:
        return lambda: move_appointment(appointment=talk, starts_at=clock(8), by=by)

    results = together(*map(moving, talks))
    assert len(refusals(results)) == 1
    assert Appointment.objects.filter(starts_at=clock(8)).count() == 1


def test_the_database_refuses_what_no_service_saw() -> None:
    """Rows written past the services, on two connections: the constraint is the last word."""
    by = StaffFactory()
    talks = [
        AppointmentFactory(case=CaseFactory(klantmanager=by), starts_at=clock(3 + number))
        for number in range(2)
    ]

    def stretching(talk: Appointment) -> Callable[[], Any]:
        def stretch() -> Any:
            row = talk.participants.get(user=by)
            try:
                with transaction.atomic():
                    Participant.objects.filter(pk=row.pk).update(
                        during=(clock(8), clock(8) + timedelta(hours=1))
                    )
            except (IntegrityError, OperationalError) as refusal:
                return refusal
            return row

        return stretch

    results = together(*map(stretching, talks))
    [refusal] = [result for result in results if isinstance(result, Exception)]
    # The two may wait for each other while PostgreSQL checks the constraint; then it stops one of them for that.
    assert ("colleague_is_at_one_appointment_at_a_time" in str(refusal)) or (
        "deadlock" in str(refusal) and "exclusion constraint" in str(refusal)
    )
