"""The table of interpreters, the decision for a talk, and asking one."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import Error, IntegrityError, transaction
from django.utils import timezone

from cases.services import save_languages
from contact.enums.appointments import CancelReason
from contact.enums.interpreters import BookingState, InterpreterDecision, InterpreterSign
from contact.enums.notices import NoticeKind
from contact.models import Appointment, InterpreterBooking, Participant
from contact.selectors.appointments import sign_of
from contact.selectors.interpreters import interpreters_for, interpreters_visible_to, language_to_interpret
from contact.services.appointments import cancel_appointment, move_appointment
from contact.services.appointments.telling import facts_of
from contact.services.interpreters import (
    answer_booking,
    book_interpreter,
    decide_interpreter,
    save_interpreter,
)
from contact.services.notices.texts import render
from tests.factories import AppointmentFactory, CaseFactory, InterpreterFactory, clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def talk(case):
    save_languages(person=case.person, languages=[{"code": "ti", "speaks": True, "preferred": True}])
    return AppointmentFactory(case=case, interpreter_decision=InterpreterDecision.INTERPRETER)


@pytest.fixture
def interpreter(case):
    return InterpreterFactory(gemeente=case.gemeente)


def kinds(case):
    return list(case.events.filter(kind__startswith="tolk").order_by("id").values_list("kind", flat=True))


def fresh(talk):
    return Appointment.objects.get(pk=talk.pk)


def test_an_interpreter_is_asked_and_comes(talk, interpreter, klantmanager):
    booking = book_interpreter(appointment=talk, interpreter=interpreter, language="ti", by=klantmanager)
    assert sign_of(fresh(talk)) == InterpreterSign.REQUESTED
    assert interpreter.pk in {p.interpreter_id for p in talk.participants.all()}
    answer_booking(booking=booking, state=BookingState.CONFIRMED, by=klantmanager)
    assert sign_of(fresh(talk)) == InterpreterSign.CONFIRMED
    assert kinds(talk.case) == ["tolk.gevraagd", "tolk.bevestigd"]
    booking.refresh_from_db()
    assert booking.state_by == klantmanager


def test_the_newcomer_is_promised_an_interpreter_only_when_one_comes(talk, interpreter, klantmanager):
    """Until then we say that we arrange one: somebody who counts on it and finds nobody understands nothing."""
    texts = {
        "nl": ("Wij regelen een tolk.", "Er komt een tolk bij."),
        "en": ("We are arranging an interpreter.", "An interpreter will be there."),
        "ar": ("نحن نرتب حضور مترجم.", "سيحضر مترجم."),
    }

    def told(language):
        common = {"gemeente": "Waterveen", "phone": "", "name": "Y", "klantmanager": "", "portal": "x"}
        return render(NoticeKind.APPOINTMENT_NEW, language, common | facts_of(fresh(talk))).full

    booking = book_interpreter(appointment=talk, interpreter=interpreter, language="ti", by=klantmanager)
    for language, (arranging, comes) in texts.items():
        assert arranging in told(language)
        assert comes not in told(language)
    answer_booking(booking=booking, state=BookingState.CONFIRMED, by=klantmanager)
    for language, (arranging, comes) in texts.items():
        assert arranging not in told(language)
        assert comes in told(language)


def test_asking_the_same_one_twice_is_asking_once(talk, interpreter, klantmanager):
    for _ in range(2):
        book_interpreter(appointment=talk, interpreter=interpreter, language="ti", by=klantmanager)
    assert InterpreterBooking.objects.count() == 1


def test_who_cannot_be_asked(talk, klantmanager, stranger):
    elsewhere = InterpreterFactory(gemeente=stranger.gemeente, languages=["ar"])
    with pytest.raises(ValidationError) as refusal:
        book_interpreter(appointment=talk, interpreter=elsewhere, language="ti", by=klantmanager)
    assert len(refusal.value.messages) == 2
    here = InterpreterFactory(gemeente=talk.case.gemeente, languages=["ar"])
    with pytest.raises(ValidationError, match="spreekt geen Tigrinya"):
        book_interpreter(appointment=talk, interpreter=here, language="ti", by=klantmanager)


def test_only_one_is_asked_at_a_time(talk, interpreter, klantmanager):
    booking = book_interpreter(appointment=talk, interpreter=interpreter, language="ti", by=klantmanager)
    other = InterpreterFactory(gemeente=talk.case.gemeente)
    with pytest.raises(ValidationError, match="is al gevraagd"):
        book_interpreter(appointment=talk, interpreter=other, language="ti", by=klantmanager)
    answer_booking(booking=booking, state=BookingState.DECLINED, by=klantmanager)
    book_interpreter(appointment=talk, interpreter=other, language="ti", by=klantmanager)
    with pytest.raises(IntegrityError, match="one_active_booking"), transaction.atomic():
        InterpreterBooking.objects.create(appointment=talk, interpreter=interpreter, language="ti")


def test_an_interpreter_who_has_another_talk_is_not_free(talk, interpreter, klantmanager, colleague):
    other = AppointmentFactory(case=CaseFactory(klantmanager=colleague))
    book_interpreter(appointment=other, interpreter=interpreter, language="ti", by=colleague)
    with pytest.raises(ValidationError, match="heeft al een afspraak op"):
        book_interpreter(appointment=talk, interpreter=interpreter, language="ti", by=klantmanager)
    assert interpreter not in interpreters_for(talk)
    assert not Participant.objects.filter(appointment=talk, interpreter=interpreter).exists()


def test_a_move_asks_the_interpreter_anew(talk, interpreter, klantmanager):
    booking = book_interpreter(appointment=talk, interpreter=interpreter, language="ti", by=klantmanager)
    answer_booking(booking=booking, state=BookingState.CONFIRMED, by=klantmanager)
    move_appointment(
        appointment=talk, starts_at=clock(8), by=klantmanager, confirmed_without_translation=True
    )
    booking.refresh_from_db()
    assert booking.state == BookingState.REQUESTED
    assert talk.participants.get(interpreter=interpreter).during.lower == clock(8)


def test_a_cancelled_talk_cancels_the_interpreter(talk, interpreter, klantmanager):
    booking = book_interpreter(appointment=talk, interpreter=interpreter, language="ti", by=klantmanager)
    cancel_appointment(
        appointment=talk, reason=CancelReason.ZIEK, by=klantmanager, confirmed_without_translation=True
    )
    booking.refresh_from_db()
    assert booking.state == BookingState.CANCELLED
    assert "tolk.afgezegd" in kinds(talk.case)


def test_no_interpreter_needs_a_reason_and_sends_home_who_was_asked(talk, interpreter, klantmanager):
    book_interpreter(appointment=talk, interpreter=interpreter, language="ti", by=klantmanager)
    with pytest.raises(ValidationError, match="waarom er geen tolk"):
        decide_interpreter(appointment=talk, decision=InterpreterDecision.NONE, by=klantmanager)
    decide_interpreter(
        appointment=talk, decision=InterpreterDecision.NONE, reason="De neef vertaalt.", by=klantmanager
    )
    assert sign_of(fresh(talk)) == InterpreterSign.WITHOUT
    assert talk.bookings.get().state == BookingState.CANCELLED
    assert "De neef vertaalt." in talk.case.events.get(kind="tolk.besloten").text


def test_asking_one_is_deciding_for_one(case, interpreter, klantmanager):
    talk = AppointmentFactory(case=case)
    book_interpreter(appointment=talk, interpreter=interpreter, language="ti", by=klantmanager)
    assert fresh(talk).interpreter_decision == InterpreterDecision.INTERPRETER


def test_who_did_not_turn_up_is_recorded_after_the_start(talk, interpreter, klantmanager):
    booking = book_interpreter(appointment=talk, interpreter=interpreter, language="ti", by=klantmanager)
    with pytest.raises(ValidationError, match="moet nog beginnen"):
        answer_booking(booking=booking, state=BookingState.NO_SHOW, by=klantmanager)
    hour_ago = timezone.now() - timedelta(hours=1)
    Appointment.objects.filter(pk=talk.pk).update(
        starts_at=hour_ago, ends_at=hour_ago + timedelta(minutes=60)
    )
    booking = answer_booking(booking=booking, state=BookingState.NO_SHOW, by=klantmanager)
    assert booking.state == BookingState.NO_SHOW
    with pytest.raises(ValidationError, match="kan niet bevestigd worden"):
        answer_booking(booking=booking, state=BookingState.CONFIRMED, by=klantmanager)
    with pytest.raises(Error), transaction.atomic():
        InterpreterBooking.objects.filter(pk=booking.pk).update(state=BookingState.CONFIRMED)


def test_only_who_may_change_the_dossier_asks_an_interpreter(talk, interpreter, colleague, resident):
    for by in (colleague, resident):
        with pytest.raises(ValidationError, match="niet wijzigen"):
            book_interpreter(appointment=talk, interpreter=interpreter, language="ti", by=by)


# --- The table -------------------------------------------------------------------------------------------


def test_the_table_belongs_to_one_gemeente(interpreter, klantmanager, stranger, resident):
    assert list(interpreters_visible_to(klantmanager)) == [interpreter]
    assert not interpreters_visible_to(stranger).exists()
    assert not interpreters_visible_to(resident).exists()


def test_an_interpreter_has_a_name_a_language_and_stands_once_in_the_table(gemeente):
    save_interpreter(gemeente=gemeente, name="Ali", languages=["ar"])
    for name, languages in (("Ali", ["ar"]), ("Bo", []), (" ", ["ar"])):
        with pytest.raises(ValidationError):
            save_interpreter(gemeente=gemeente, name=name, languages=languages)


def test_who_is_not_available_is_not_offered(talk, interpreter):
    assert list(interpreters_for(talk, "ti")) == [interpreter]
    save_interpreter(gemeente=interpreter.gemeente, name="Selam", languages=["ti"], is_active=False,
                     interpreter=interpreter)  # fmt: skip
    assert not interpreters_for(talk, "ti").exists()


def test_the_language_that_is_asked_for(talk):
    assert language_to_interpret(talk.case) == "ti"
    talk.case.person.interpreter_language = "ar"
    assert language_to_interpret(talk.case) == "ar"
