"""Planning, moving, cancelling and holding a talk."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import Error, IntegrityError, transaction
from django.utils import timezone

from accounts.enums import Role
from cases.enums import Relation
from cases.models import CaseEvent
from cases.services import close_case, join_household, save_languages
from contact.enums.appointments import AppointmentState, CancelReason, Mode, Place, Purpose
from contact.enums.interpreters import InterpreterDecision
from contact.enums.notices import Channel, NoticeKind
from contact.forms.appointments import PlanForm
from contact.models import Appointment, MeetingPreference, Notice, Participant
from contact.rules.notices import why_drop
from contact.selectors.appointments import (
    appointments_of_resident,
    appointments_visible_to,
    free_slots,
    may_change,
    talk_counts,
)
from contact.selectors.notices import situation_of
from contact.services.appointments import (
    Company,
    cancel_appointment,
    cancel_talks_of_closed_cases,
    change_appointment,
    confirm_appointment,
    move_appointment,
    plan_appointment,
    record_outcome,
    remind_of_appointments,
    set_meeting_preference,
)
from tests.factories import AppointmentFactory, CaseFactory, ResidentFactory, StaffFactory, clock

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def plan(case, by, **given):
    defaults = {
        "purpose": Purpose.VOORTGANGSGESPREK,
        "starts_at": clock(),
        "minutes": 60,
        "mode": Mode.LIVE,
        "place_kind": Place.SCHOOL,
        "interpreter_decision": InterpreterDecision.PHONE_INTERPRETER,
    }
    return plan_appointment(case=case, by=by, **(defaults | given))


def began(appointment, hours=1):
    """Puts a talk in the past, as if time had passed."""
    shift = appointment.starts_at - timezone.now() + HOUR * hours
    Participant.objects.filter(appointment=appointment).update(is_active=False)
    Appointment.objects.filter(pk=appointment.pk).update(
        starts_at=appointment.starts_at - shift, ends_at=appointment.ends_at - shift
    )
    return Appointment.objects.get(pk=appointment.pk)


def kinds(case, prefix="afspraak"):
    return list(case.events.filter(kind__startswith=prefix).order_by("id").values_list("kind", flat=True))


def portal_notices(appointment):
    rows = Notice.objects.filter(appointment=appointment, channel=Channel.PORTAL).order_by("id")
    return list(rows.values_list("kind", "source"))


# --- Plan ------------------------------------------------------------------------------------------------


def test_a_planned_talk_holds_everybody_and_tells_the_newcomer(case, klantmanager, colleague):
    talk = plan(case, klantmanager, company=Company(colleagues=[colleague], others=["Mevrouw Smit (school)"]))
    assert (talk.state, talk.sequence, talk.organiser) == (AppointmentState.PLANNED, 1, klantmanager)
    assert [str(p) for p in talk.participants.all()] == [
        "Karin de Boer", case.person.full_name, "Bram Visser", "Mevrouw Smit (school)"
    ]  # fmt: skip
    assert kinds(case) == ["afspraak.gemaakt"]
    assert portal_notices(talk) == [("afspraak-nieuw", f"afspraak:{talk.pk}:1")]


def test_the_event_says_what_and_when_without_the_subject(case, klantmanager):
    plan(case, klantmanager, subject="Schulden")
    text = case.events.get(kind="afspraak.gemaakt").text
    assert text.startswith("Afspraak gemaakt: voortgangsgesprek op ")
    assert text.endswith("van 10:00 tot 11:00, elkaar zien (school).")
    assert "Schulden" not in text


def test_all_that_stands_in_the_way_is_said_at_once(case, klantmanager):
    with pytest.raises(ValidationError) as refusal:
        plan(case, klantmanager, starts_at=timezone.now() - HOUR, place_kind="", wished_mode=Mode.PHONE,
             interpreter_decision="", purpose="thee")  # fmt: skip
    said = " ".join(refusal.value.messages)
    for words in (
        "is al voorbij",
        "Kies waar u elkaar ziet",
        "wil liever: bellen",
        "Beslis eerst over een tolk",
        "thee",
    ):
        assert words in said
    assert not Appointment.objects.exists()


def test_only_who_may_change_the_dossier_plans(case, klantmanager, colleague, resident, stranger):
    for by in (colleague, resident, stranger):
        with pytest.raises(ValidationError, match="niet wijzigen"):
            plan(case, by)


def test_nothing_is_planned_in_a_closed_dossier(case, klantmanager):
    close_case(case=case, reason="Verhuisd", on=timezone.localdate(), by=klantmanager)
    with pytest.raises(ValidationError, match="gesloten"):
        plan(case, klantmanager)


def test_only_colleagues_and_people_of_the_household_can_be_asked(case, klantmanager, stranger):
    other = CaseFactory(klantmanager=klantmanager)
    with pytest.raises(ValidationError) as refusal:
        plan(case, klantmanager, company=Company(colleagues=[stranger], persons=[other.person]))
    assert len(refusal.value.messages) == 2
    join_household(
        case=case, other=other, relation=Relation.PARTNER, on=timezone.localdate(), by=klantmanager
    )
    talk = plan(case, klantmanager, company=Company(persons=[other.person]))
    assert talk.participants.filter(person=other.person).exists()


def test_the_choice_is_remembered_for_next_time(case, klantmanager):
    plan(case, klantmanager, place_kind=Place.BIBLIOTHEEK, wished_mode=Mode.LIVE)
    plan(case, klantmanager, starts_at=clock(9), mode=Mode.PHONE, wished_mode=Mode.LIVE, wish_reason="Ziek")
    preference = MeetingPreference.objects.get(person=case.person)
    assert (preference.mode, preference.place_kind) == (Mode.LIVE, Place.BIBLIOTHEEK)


def test_the_newcomer_says_how_to_talk(case, resident, klantmanager):
    set_meeting_preference(case=case, mode=Mode.PHONE, place_kind="", by=resident)
    set_meeting_preference(case=case, mode=Mode.PHONE, place_kind="", by=resident)
    assert [event.text for event in case.events.filter(kind="afspraak.wens")] == [
        "Wens voor gesprekken: bellen."
    ]
    with pytest.raises(ValidationError, match="niet uw dossier"):
        set_meeting_preference(
            case=CaseFactory(klantmanager=klantmanager), mode="", place_kind="", by=resident
        )


# --- Concept and interpreter ---------------------------------------------------------------------------


def test_a_concept_holds_the_time_and_tells_nobody(case, klantmanager, resident):
    talk = plan(case, klantmanager, interpreter_decision="", as_concept=True)
    assert (talk.state, talk.sequence) == (AppointmentState.CONCEPT, 0)
    assert kinds(case) == ["afspraak.concept"]
    assert not Notice.objects.exists()
    assert not appointments_of_resident(resident).exists()
    with pytest.raises(ValidationError, match="heeft al een afspraak"):
        plan(CaseFactory(klantmanager=klantmanager), klantmanager)


def test_a_concept_without_decision_cannot_be_confirmed(case, klantmanager):
    talk = plan(case, klantmanager, interpreter_decision="", as_concept=True)
    with pytest.raises(ValidationError, match="Beslis eerst over een tolk"):
        confirm_appointment(appointment=talk, by=klantmanager)
    talk.refresh_from_db()
    assert talk.state == AppointmentState.CONCEPT


def test_where_both_speak_a_language_it_is_decided_by_itself(case, klantmanager):
    save_languages(person=case.person, languages=[{"code": "ar", "speaks": True}])
    klantmanager.languages.create(code="ar")
    talk = plan(case, klantmanager, interpreter_decision="")
    assert talk.interpreter_decision == InterpreterDecision.OWN_LANGUAGE
    assert talk.interpreter_needed is False


def test_confirming_twice_is_confirming_once(case, klantmanager):
    talk = plan(case, klantmanager, as_concept=True)
    for _ in range(2):
        confirm_appointment(appointment=talk, by=klantmanager)
    assert kinds(case) == ["afspraak.concept", "afspraak.gemaakt"]


def test_a_system_account_and_who_sees_no_case_come_to_no_talk(case, klantmanager, team):
    system = StaffFactory(team=team, name="Zaaksysteem (koppeling)")
    system.set_unusable_password()
    system.save()
    beheerder = StaffFactory(team=team, name="Bea Vos", role=Role.FUNCTIONEEL_BEHEERDER)
    for nobody in (system, beheerder):
        with pytest.raises(ValidationError, match=nobody.name.split()[0]):
            plan(case, klantmanager, company=Company(colleagues=[nobody]))
    form = PlanForm(case=case, user=klantmanager)
    assert not {system, beheerder} & set(form.fields["colleagues"].queryset)
    assert system not in form.fields["organiser"].queryset


# --- Double booking ------------------------------------------------------------------------------------


def test_nobody_is_at_two_talks_at_once(case, klantmanager, colleague):
    plan(case, klantmanager, starts_at=clock())
    other = CaseFactory(klantmanager=colleague)
    with pytest.raises(ValidationError) as refusal:
        plan(other, colleague, starts_at=clock() + HOUR / 2, company=Company(colleagues=[klantmanager]))
    [sentence] = refusal.value.messages
    assert sentence.startswith("Karin de Boer heeft al een afspraak op ")
    assert sentence.endswith(" van 10:00 tot 11:00.")
    assert case.person.full_name not in sentence


def test_one_talk_can_follow_the_other(case, klantmanager):
    plan(case, klantmanager)
    plan(case, klantmanager, starts_at=clock() + HOUR)
    assert Appointment.objects.count() == 2


def test_a_cancelled_talk_gives_the_time_back(case, klantmanager):
    talk = plan(case, klantmanager)
    cancel_appointment(appointment=talk, reason=CancelReason.ZIEK, by=klantmanager)
    assert plan(case, klantmanager).is_planned


@pytest.mark.parametrize("who", ["user", "person"])
def test_the_database_itself_refuses_two_talks_at_once(who, case, klantmanager):
    first = plan(case, klantmanager)
    second = plan(case, klantmanager, starts_at=clock(9))
    mine = second.participants.get(**{f"{who}__isnull": False})
    with pytest.raises(IntegrityError, match="is_at_one_appointment_at_a_time"), transaction.atomic():
        Participant.objects.filter(pk=mine.pk).update(during=first.participants.first().during)


# --- Move ------------------------------------------------------------------------------------------------


def test_a_move_is_a_new_version_of_the_same_talk(case, klantmanager):
    talk = plan(case, klantmanager)
    moved = move_appointment(appointment=talk, starts_at=clock(9, "14:00"), by=klantmanager)
    assert (moved.pk, moved.uid, moved.sequence, moved.minutes) == (talk.pk, talk.uid, 2, 60)
    assert {p.during.lower for p in moved.participants.all()} == {clock(9, "14:00")}
    event = case.events.get(kind="afspraak.verplaatst")
    assert event.data["starts_at_before"] == talk.starts_at.isoformat()
    assert portal_notices(talk)[1] == ("afspraak-verplaatst", f"afspraak:{talk.pk}:2")


def test_a_move_into_its_own_time_is_fine(case, klantmanager):
    talk = plan(case, klantmanager)
    assert move_appointment(appointment=talk, starts_at=clock() + HOUR / 2, by=klantmanager).sequence == 2


def test_a_talk_cannot_move_to_the_past_or_over_another(case, klantmanager):
    talk = plan(case, klantmanager)
    plan(case, klantmanager, starts_at=clock(9))
    for starts_at, words in ((timezone.now() - HOUR, "al voorbij"), (clock(9), "heeft al een afspraak")):
        with pytest.raises(ValidationError, match=words):
            move_appointment(appointment=talk, starts_at=starts_at, by=klantmanager)
    talk.refresh_from_db()
    assert talk.starts_at == clock()


def test_a_change_without_news_tells_nobody(case, klantmanager):
    talk = plan(case, klantmanager)
    same = {"starts_at": talk.starts_at, "minutes": 60, "mode": Mode.LIVE, "place_kind": Place.SCHOOL}
    changed = change_appointment(appointment=talk, by=klantmanager, subject="Werk", **same)
    assert changed.sequence == 1
    assert len(portal_notices(talk)) == 1
    assert kinds(case)[-1] == "afspraak.gewijzigd"


def test_a_change_can_replace_who_comes(case, klantmanager, colleague):
    talk = plan(case, klantmanager, company=Company(others=["Buurvrouw"]))
    same = {"starts_at": talk.starts_at, "minutes": 60, "mode": Mode.LIVE, "place_kind": Place.SCHOOL}
    changed = change_appointment(
        appointment=talk, by=klantmanager, organiser=colleague, company=Company(), **same
    )
    assert [str(p) for p in changed.participants.all()] == ["Bram Visser", case.person.full_name]


def test_another_way_of_talking_than_wished_asks_why(case, klantmanager):
    talk = plan(case, klantmanager, wished_mode=Mode.LIVE)
    given = {"starts_at": talk.starts_at, "minutes": 60, "mode": Mode.PHONE, "wished_mode": Mode.LIVE}
    with pytest.raises(ValidationError, match="wil liever: elkaar zien"):
        change_appointment(appointment=talk, by=klantmanager, **given)
    changed = change_appointment(appointment=talk, by=klantmanager, wish_reason="Griep", **given)
    assert (changed.wish_is_followed, changed.place_kind) == (False, "")


# --- The newcomer moves and cancels -------------------------------------------------------------------


def test_the_newcomer_moves_to_a_free_time(case, klantmanager, resident):
    talk = plan(case, klantmanager)
    slot = free_slots(talk, now=timezone.now())[0]
    moved = move_appointment(appointment=talk, starts_at=slot, by=resident)
    assert moved.starts_at == slot
    assert case.events.get(kind="afspraak.verplaatst").data["by_resident"] is True


def test_the_newcomer_cannot_choose_another_time(case, klantmanager, resident):
    talk = plan(case, klantmanager)
    for starts_at in (clock(5, "20:00"), timezone.now() + HOUR, clock(5, "09:10")):
        with pytest.raises(ValidationError, match="niet meer vrij"):
            move_appointment(appointment=talk, starts_at=starts_at, by=resident)


def test_only_the_own_talk_and_only_one_that_is_to_come(case, klantmanager, colleague):
    talk = plan(case, klantmanager)
    other = ResidentFactory(person=CaseFactory(klantmanager=colleague).person)
    assert not may_change(other, talk, now=timezone.now())
    for act in (
        lambda: move_appointment(appointment=talk, starts_at=clock(5), by=other),
        lambda: cancel_appointment(appointment=talk, reason=CancelReason.ZIEK, by=other),
    ):
        with pytest.raises(ValidationError, match="niet meer verplaatsen of afzeggen"):
            act()


def test_a_partner_sees_the_talk_and_cannot_change_it(case, klantmanager):
    other = CaseFactory(klantmanager=klantmanager)
    join_household(
        case=case, other=other, relation=Relation.PARTNER, on=timezone.localdate(), by=klantmanager
    )
    talk = plan(case, klantmanager, company=Company(persons=[other.person]))
    partner = ResidentFactory(person=other.person)
    assert list(appointments_of_resident(partner)) == [talk]
    assert Notice.objects.filter(person=other.person, appointment=talk).exists()
    with pytest.raises(ValidationError):
        cancel_appointment(appointment=talk, reason=CancelReason.ZIEK, by=partner)


def test_the_newcomer_cancels_with_only_a_reason(case, klantmanager, resident):
    talk = plan(case, klantmanager)
    with pytest.raises(ValidationError, match="Kies waarom"):
        cancel_appointment(appointment=talk, reason=CancelReason.MEDEWERKER, by=resident)
    cancelled = cancel_appointment(appointment=talk, reason=CancelReason.KINDEREN, by=resident)
    assert (cancelled.state, cancelled.cancelled_by_resident, cancelled.sequence) == ("afgezegd", True, 2)
    assert "geen opvang voor de kinderen" in case.events.get(kind="afspraak.afgezegd").text
    assert list(appointments_of_resident(resident)) == [talk]


def test_a_cancelled_concept_was_never_heard_of(case, klantmanager, resident):
    talk = plan(case, klantmanager, as_concept=True)
    cancel_appointment(appointment=talk, reason=CancelReason.TIJD, by=klantmanager)
    assert not Notice.objects.exists()
    assert not appointments_of_resident(resident).exists()


def test_closing_a_case_gives_the_time_of_everybody_back(case, klantmanager):
    talk = plan(case, klantmanager)
    assert cancel_talks_of_closed_cases(now=timezone.now()) == 0
    close_case(case=case, reason="Verhuisd", on=timezone.localdate(), by=klantmanager)
    for expected in (1, 0):
        assert cancel_talks_of_closed_cases(now=timezone.now()) == expected
    talk.refresh_from_db()
    assert (talk.state, talk.cancel_reason) == (AppointmentState.CANCELLED, CancelReason.DOSSIER_GESLOTEN)
    assert not talk.participants.filter(is_active=True).exists()
    last = Notice.objects.filter(kind=NoticeKind.APPOINTMENT_CANCELLED, channel=Channel.LETTER).get()
    assert why_drop(NoticeKind(last.kind), situation_of(last, timezone.now())) == ""


def _fails_for(monkeypatch, where, broken):
    """`tell` goes wrong for one talk or request, by a fault of ours."""
    told = []

    def tell(row, *args, **facts):
        if row.pk == broken.pk:
            raise LookupError("A fault of ours.")
        told.append(row.pk)

    monkeypatch.setattr(f"{where}.tell", tell)
    return told


def test_one_talk_that_cannot_be_cancelled_holds_up_no_other(case, klantmanager, monkeypatch):
    broken, other = plan(case, klantmanager), plan(case, klantmanager, starts_at=clock(10))
    close_case(case=case, reason="Verhuisd", on=timezone.localdate(), by=klantmanager)
    told = _fails_for(monkeypatch, "contact.services.appointments.changing", broken)
    assert cancel_talks_of_closed_cases(now=timezone.now()) == 1
    assert told == [other.pk]
    broken.refresh_from_db()
    assert broken.state == AppointmentState.PLANNED
    assert broken.participants.filter(is_active=True).exists()


def test_one_reminder_that_cannot_be_made_holds_up_no_other(case, klantmanager, monkeypatch):
    broken, other = (
        plan(case, klantmanager, starts_at=clock(10, "10:00")),
        plan(case, klantmanager, starts_at=clock(10, "14:00")),
    )
    told = _fails_for(monkeypatch, "contact.services.appointments.outcome", broken)
    Appointment.objects.update(changed_at=timezone.now() - timedelta(minutes=1))
    assert remind_of_appointments(now=broken.starts_at - timedelta(hours=12)) == 1
    assert told == [other.pk]


def test_free_times_leave_out_what_any_participant_has(case, klantmanager, colleague):
    talk = plan(case, klantmanager, company=Company(colleagues=[colleague]))
    plan(CaseFactory(klantmanager=colleague), colleague, starts_at=clock(4, "13:00"))
    slots = free_slots(talk, now=timezone.now())
    assert clock(4, "12:00") in slots
    assert clock(4, "13:30") not in slots
    assert min(slots) >= timezone.now() + timedelta(hours=24)


def test_a_move_away_and_back_is_told_each_time(case, klantmanager):
    talk = plan(case, klantmanager)
    for number, starts_at in enumerate((clock(6), clock(7), clock(6))):
        move_appointment(appointment=talk, starts_at=starts_at, by=klantmanager)
        notice = Notice.objects.get(channel=Channel.LETTER, source=f"afspraak:{talk.pk}:{number + 2}")
        assert why_drop(NoticeKind(notice.kind), situation_of(notice, timezone.now())) == ""
        Notice.objects.filter(pk=notice.pk).update(state="bezig")
        Notice.objects.filter(pk=notice.pk).update(state="verstuurd", sent_at=timezone.now())


# --- Outcome and reminder -------------------------------------------------------------------------------


def test_the_outcome_comes_after_the_start(case, klantmanager):
    talk = plan(case, klantmanager)
    with pytest.raises(ValidationError, match="moet nog beginnen"):
        record_outcome(appointment=talk, outcome=AppointmentState.DONE, by=klantmanager)
    held = record_outcome(
        appointment=began(talk), outcome=AppointmentState.DONE, by=klantmanager, said="Over werk gepraat."
    )
    assert (held.state, held.said) == (AppointmentState.DONE, "Over werk gepraat.")
    assert kinds(case)[-1] == "afspraak.gehouden"


def test_what_was_said_can_be_written_better(case, klantmanager):
    talk = began(plan(case, klantmanager))
    for said in ("Kort.", "Beter."):
        record_outcome(appointment=talk, outcome=AppointmentState.DONE, by=klantmanager, said=said)
    talk.refresh_from_db()
    assert talk.said == "Beter."
    assert CaseEvent.objects.get(kind="afspraak.gewijzigd").data["said_before"] == "Kort."


def test_somebody_who_seemed_to_be_missing_was_there_after_all(case, klantmanager):
    talk = began(plan(case, klantmanager))
    for outcome in (AppointmentState.NO_SHOW, AppointmentState.DONE):
        talk = record_outcome(appointment=talk, outcome=outcome, by=klantmanager)
    with pytest.raises(ValidationError, match="is gehouden"):
        record_outcome(appointment=talk, outcome=AppointmentState.NO_SHOW, by=klantmanager)


def test_the_database_knows_the_table_of_states(case, klantmanager):
    talk = plan(case, klantmanager)
    cancel_appointment(appointment=talk, reason=CancelReason.ZIEK, by=klantmanager)
    with pytest.raises(Error), transaction.atomic():
        Appointment.objects.filter(pk=talk.pk).update(state=AppointmentState.PLANNED, cancel_reason="")


def test_a_reminder_goes_out_the_day_before_once(case, klantmanager):
    talk = plan(case, klantmanager, starts_at=clock(10))
    assert remind_of_appointments(now=talk.starts_at - timedelta(hours=30)) == 0
    for expected in (1, 0):
        Appointment.objects.filter(pk=talk.pk).update(changed_at=timezone.now() - timedelta(minutes=1))
        assert remind_of_appointments(now=talk.starts_at - timedelta(hours=20)) == expected
    reminders = Notice.objects.filter(kind=NoticeKind.APPOINTMENT_REMINDER, channel=Channel.PORTAL)
    assert [notice.source for notice in reminders] == [f"afspraak:{talk.pk}:1"]


def test_no_reminder_of_a_talk_that_was_cancelled_or_just_made(case, klantmanager):
    talk = plan(case, klantmanager, starts_at=clock(10))
    Appointment.objects.filter(pk=talk.pk).update(changed_at=talk.starts_at - timedelta(hours=30))
    assert remind_of_appointments(now=talk.starts_at - timedelta(hours=20)) == 0
    Appointment.objects.filter(pk=talk.pk).update(changed_at=timezone.now())
    cancel_appointment(appointment=talk, reason=CancelReason.ZIEK, by=klantmanager)
    assert remind_of_appointments(now=talk.starts_at - timedelta(hours=20)) == 0


def test_another_subject_is_no_news_to_the_newcomer(case, klantmanager):
    """The reminder still comes, and no calendar learns of a change that it doesn't see."""
    talk = plan(case, klantmanager, starts_at=clock(10))
    Appointment.objects.filter(pk=talk.pk).update(changed_at=talk.starts_at - timedelta(days=8))
    with time_machine.travel(talk.starts_at - timedelta(hours=30), tick=False):
        changed = change_appointment(
            appointment=talk, starts_at=talk.starts_at, minutes=60, mode=Mode.LIVE, place_kind=Place.SCHOOL,
            subject="Schulden", by=klantmanager,
        )  # fmt: skip
    assert (changed.subject, changed.changed_at) == ("Schulden", talk.starts_at - timedelta(days=8))
    assert remind_of_appointments(now=talk.starts_at - timedelta(hours=20)) == 1


# --- Who sees, and counts -------------------------------------------------------------------------------


def test_staff_see_the_talks_of_cases_that_they_may_read(case, klantmanager, colleague, stranger, resident):
    talk = AppointmentFactory(case=case)
    assert list(appointments_visible_to(klantmanager)) == [talk]
    assert list(appointments_visible_to(colleague)) == [talk]  # the same team
    assert not appointments_visible_to(stranger).exists()
    assert not appointments_visible_to(resident).exists()
    assert list(appointments_of_resident(resident)) == [talk]
    assert not appointments_of_resident(klantmanager).exists()


def test_talks_without_interpreter_and_wishes_are_counted_for_each_klantmanager(
    case, klantmanager, teamleider
):
    save_languages(person=case.person, languages=[{"code": "ti", "speaks": True}])
    plan(case, klantmanager, wished_mode=Mode.LIVE)
    plan(case, klantmanager, starts_at=clock(8), interpreter_decision=InterpreterDecision.NONE,
         interpreter_reason="Geen tolk te vinden.", mode=Mode.PHONE, wished_mode=Mode.LIVE, wish_reason="Griep")  # fmt: skip
    plan(case, klantmanager, starts_at=clock(9), as_concept=True)
    today = timezone.localdate()
    [row] = talk_counts(teamleider, today, today + timedelta(days=30))
    assert (row.name, row.talks, row.needed, row.without_interpreter) == ("Karin de Boer", 2, 2, 1)
    assert (row.wishes, row.wishes_not_followed, row.percentage_without) == (2, 1, 50)
