"""PP-67: a group session sees a language that nobody covers, and each newcomer hears and sees only the own part."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from accounts.services import set_staff_languages
from caseload.enums import Source
from caseload.selectors import work_list
from cases.services import save_languages, save_person
from contact.enums.appointments import AppointmentState, Purpose
from contact.enums.interpreters import BookingState, InterpreterDecision, InterpreterSign
from contact.enums.notices import Channel, NoticeKind
from contact.models import Appointment, GroupSession, Notice, Participant
from contact.rules.groups import Guest, cover_of, uncovered_obstacles
from contact.selectors.appointments import sign_of
from contact.selectors.groups import seats_of
from contact.services import groups
from contact.services.appointments import cancel_appointment, move_appointment, plan_appointment
from contact.services.interpreters import decide_interpreter
from tests.factories import (
    AppointmentFactory,
    CaseFactory,
    InterpreterFactory,
    ResidentFactory,
    StaffFactory,
    clock,
)

pytestmark = pytest.mark.django_db
NONE: frozenset[str] = frozenset()


def guest(speaks: str = "", wants: bool | None = None, language: str = "") -> Guest:
    return Guest(1, "Yusuf", frozenset(speaks.split()), wants, language)


@pytest.mark.parametrize(
    ("who", "staff", "asked", "confirmed", "decision"),
    [
        (guest("nl ti"), "", "", "", InterpreterDecision.NOT_NEEDED),
        (guest("nl ti", wants=True), "", "", "", ""),
        (guest("ti", wants=False), "", "", "", InterpreterDecision.NOT_NEEDED),
        (guest("ti ar"), "ar", "", "ti", InterpreterDecision.OWN_LANGUAGE),
        (guest("ti"), "ar", "", "ti", InterpreterDecision.INTERPRETER),
        (guest("ti"), "", "ti", "", InterpreterDecision.INTERPRETER),
        (guest("ti"), "ar", "fa", "ku", ""),
        (guest("", wants=True, language="fa"), "", "", "fa", InterpreterDecision.INTERPRETER),
        (guest(""), "ar", "ar", "ar", ""),
    ],
)
def test_who_can_follow_a_session(who: Guest, staff: str, asked: str, confirmed: str, decision: str) -> None:
    """PP-67."""
    cover = cover_of(
        who,
        staff=frozenset(staff.split()),
        asked=frozenset(asked.split()),
        confirmed=frozenset(confirmed.split()),
    )
    assert cover.decision == decision
    assert bool(uncovered_obstacles([cover], {})) == cover.is_uncovered
    assert not uncovered_obstacles([cover], {1: "Zijn broer helpt."})


def test_an_interpreter_who_did_not_answer_is_not_sure() -> None:
    assert not cover_of(guest("ti"), staff=NONE, asked=frozenset({"ti"}), confirmed=NONE).is_sure


def newcomer(by: Any, language: str) -> Any:
    case = CaseFactory(klantmanager=by)
    save_languages(
        person=case.person, languages=[{"code": language, "speaks": True, "reads": True, "preferred": True}]
    )
    return case


@pytest.fixture
def session(klantmanager):
    return groups.plan_group(
        kind="voorlichting", starts_at=clock(6), minutes=120, place_kind="school", by=klantmanager
    )


@pytest.fixture
def two(session, klantmanager, colleague):
    """An Arabic and a Tigrinya speaker, of two colleagues; Arabic is covered."""
    arabic, tigrinya = newcomer(klantmanager, "ar"), newcomer(colleague, "ti")
    guests = [
        groups.ask_guest(session=session, case=arabic, by=klantmanager),
        groups.ask_guest(session=session, case=tigrinya, by=colleague),
    ]
    interpreter = InterpreterFactory(gemeente=session.gemeente, languages=["ar"])
    booking = groups.ask_group_interpreter(
        session=session, interpreter=interpreter, language="ar", by=klantmanager
    )
    groups.answer_group_interpreter(booking=booking, state=BookingState.CONFIRMED, by=klantmanager)
    return guests


def confirm(session: GroupSession, by: Any, guests: Any) -> GroupSession:
    reasons = {one.pk: "Wij bellen daarna met een tolk." for one in guests}
    return groups.confirm_group(session=session, by=by, reasons=reasons, confirmed_without_translation=True)


def told(kind: NoticeKind, **about: Any) -> int:
    return Notice.objects.filter(kind=kind, channel=Channel.PORTAL, **about).count()


def test_a_session_with_an_uncovered_language_is_not_confirmed(session, two, klantmanager) -> None:
    """PP-67: red before the start."""
    with pytest.raises(ValidationError, match="Er is geen tolk en geen medewerker") as refused:
        groups.confirm_group(session=session, by=klantmanager, confirmed_without_translation=True)
    assert len(refused.value.messages) == 1
    assert told(NoticeKind.GROUP_INVITED) == 0


def test_with_a_reason_each_gets_one_invitation_and_a_follow_up_waits(
    session, two, klantmanager, colleague
) -> None:
    """PP-67: the individual follow-up task."""
    confirm(session, klantmanager, two)
    confirm(session, klantmanager, two)
    assert told(NoticeKind.GROUP_INVITED) == 2
    arabic, tigrinya = (Appointment.objects.get(pk=one.pk) for one in two)
    assert (arabic.interpreter_decision, tigrinya.interpreter_decision) == ("tolk", "geen")
    assert (sign_of(arabic), sign_of(tigrinya)) == (InterpreterSign.CONFIRMED, InterpreterSign.WITHOUT)
    today = timezone.localdate()
    assert not work_list(klantmanager, today=today, source=Source.GROUP).rows
    rows = work_list(colleague, today=today, source=Source.GROUP).rows
    assert "plan een eigen gesprek" in rows[0].reasons[0].text
    AppointmentFactory(
        case=tigrinya.case, by=colleague, starts_at=clock(8), interpreter_decision="tolktelefoon"
    )
    assert not work_list(colleague, today=today, source=Source.GROUP).rows


def test_a_colleague_who_speaks_the_language_covers_it(session, two, klantmanager) -> None:
    set_staff_languages(user=klantmanager, codes=["ti"])
    groups.confirm_group(session=session, by=klantmanager, confirmed_without_translation=True)
    assert session.appointments.get(pk=two[1].pk).interpreter_decision == InterpreterDecision.OWN_LANGUAGE


def test_who_comes_later_is_invited_at_once_or_refused(session, two, klantmanager) -> None:
    confirm(session, klantmanager, two)
    late = newcomer(klantmanager, "fa")
    with pytest.raises(ValidationError, match="Er is geen tolk"):
        groups.ask_guest(session=session, case=late, by=klantmanager, confirmed_without_translation=True)
    assert session.appointments.count() == 2
    asked = groups.ask_guest(
        session=session, case=late, by=klantmanager, reason="Zus tolkt.", confirmed_without_translation=True
    )
    assert asked.is_planned


def test_only_cases_that_one_may_change_are_asked(session, klantmanager, colleague, stranger) -> None:
    case = newcomer(colleague, "ar")
    with pytest.raises(ValidationError, match="niet wijzigen"):
        groups.ask_guest(session=session, case=case, by=klantmanager)
    elsewhere = newcomer(stranger, "ar")
    with pytest.raises(ValidationError, match="andere gemeente"):
        groups.ask_guest(session=session, case=elsewhere, by=stranger)


def test_asked_twice_is_asked_once(session, klantmanager) -> None:
    case = newcomer(klantmanager, "ar")
    first = groups.ask_guest(session=session, case=case, by=klantmanager)
    assert groups.ask_guest(session=session, case=case, by=klantmanager) == first


def test_nobody_is_at_two_places_at_once(session, klantmanager) -> None:
    case = newcomer(klantmanager, "ar")
    other = StaffFactory(team=case.team)
    AppointmentFactory(
        case=case, by=klantmanager, organiser=other, starts_at=clock(6), interpreter_decision="tolktelefoon"
    )
    with pytest.raises(ValidationError, match="heeft al een afspraak op"):
        groups.ask_guest(session=session, case=case, by=klantmanager)
    with pytest.raises(ValidationError, match="Karin de Boer heeft al een afspraak"):
        groups.plan_group(kind="anders", starts_at=clock(6), minutes=30, place_kind="school", by=klantmanager)
    with pytest.raises(ValidationError, match="Karin de Boer heeft al een afspraak"):
        plan_appointment(case=case, purpose=Purpose.OVERIG, starts_at=clock(6), minutes=30, mode="telefoon", by=klantmanager,
                         interpreter_decision="tolktelefoon")  # fmt: skip


def test_moving_is_for_everybody_and_told_once(session, two, klantmanager) -> None:
    confirm(session, klantmanager, two)
    new = {"starts_at": clock(7), "minutes": 120, "place_kind": "bibliotheek", "by": klantmanager}
    for _ in range(2):
        session = groups.move_group(session=session, confirmed_without_translation=True, **new)
    assert {one.starts_at for one in session.appointments.all()} == {clock(7)}
    assert told(NoticeKind.APPOINTMENT_MOVED) == 2
    assert session.interpreters.get().state == BookingState.REQUESTED
    assert {row.during.lower for row in Participant.objects.filter(session=session)} == {clock(7)}


def test_a_move_that_one_cannot_make_moves_nobody_and_names_no_newcomer(
    session, two, klantmanager, colleague
) -> None:
    busy = two[1].case
    AppointmentFactory(case=busy, by=colleague, starts_at=clock(7), interpreter_decision="tolktelefoon")
    with pytest.raises(ValidationError) as refused:
        groups.move_group(
            session=session, starts_at=clock(7), minutes=120, place_kind="school", by=klantmanager
        )
    assert "1 van de nieuwkomers" in " ".join(refused.value.messages)
    assert busy.person.full_name not in " ".join(refused.value.messages)
    session.refresh_from_db()
    assert session.starts_at == clock(6)


def test_calling_off_frees_everybody_and_is_told_once(session, two, klantmanager) -> None:
    confirm(session, klantmanager, two)
    for _ in range(2):
        groups.cancel_group(
            session=session, reason="medewerker", by=klantmanager, confirmed_without_translation=True
        )
    assert told(NoticeKind.APPOINTMENT_CANCELLED) == 2
    assert not Participant.objects.filter(session=session, is_active=True).exists()
    assert session.interpreters.get().state == BookingState.CANCELLED
    groups.plan_group(kind="anders", starts_at=clock(6), minutes=30, place_kind="school", by=klantmanager)


def test_one_newcomer_who_cannot_come_leaves_the_others(session, two, klantmanager) -> None:
    confirm(session, klantmanager, two)
    resident = ResidentFactory(person=two[0].case.person)
    talk = Appointment.objects.get(pk=two[0].pk)
    with pytest.raises(ValidationError, match="groepsbijeenkomst"):
        move_appointment(appointment=talk, starts_at=clock(8), by=resident)
    cancel_appointment(appointment=talk, reason="ziek", by=resident)
    assert [seat.is_coming for seat in seats_of(klantmanager, session)] == [False, True]


def test_the_talk_of_one_is_not_changed_apart(session, two, klantmanager) -> None:
    talk = Appointment.objects.get(pk=two[0].pk)
    with pytest.raises(ValidationError, match="groepsbijeenkomst"):
        decide_interpreter(appointment=talk, decision="niet-nodig", by=klantmanager)
    with pytest.raises(ValidationError, match="niet in één dossier"):
        plan_appointment(case=talk.case, purpose=Purpose.GROEP, starts_at=clock(9), minutes=30, mode="telefoon",
                         by=klantmanager, interpreter_decision="tolktelefoon")  # fmt: skip


def test_who_came_is_kept_for_each(session, two, klantmanager, colleague) -> None:
    confirm(session, klantmanager, two)
    past = timezone.now() - timedelta(hours=3)
    GroupSession.objects.filter(pk=session.pk).update(starts_at=past, ends_at=past + timedelta(hours=1))
    Appointment.objects.filter(session=session).update(starts_at=past, ends_at=past + timedelta(hours=1))
    groups.record_attendance(appointment=Appointment.objects.get(pk=two[0].pk), came=False, by=klantmanager)
    with pytest.raises(ValidationError, match="niet wijzigen"):
        groups.record_attendance(
            appointment=Appointment.objects.get(pk=two[1].pk), came=True, by=klantmanager
        )
    states = dict(session.appointments.values_list("pk", "state"))
    assert states == {two[0].pk: AppointmentState.NO_SHOW, two[1].pk: AppointmentState.PLANNED}


def test_only_who_leads_it_moves_and_calls_off(session, two, colleague) -> None:
    for act in (
        lambda: groups.cancel_group(session=session, reason="medewerker", by=colleague),
        lambda: groups.move_group(
            session=session, starts_at=clock(8), minutes=60, place_kind="school", by=colleague
        ),
        lambda: groups.confirm_group(session=session, by=colleague),
    ):
        with pytest.raises(ValidationError, match="Alleen wie de bijeenkomst maakte"):
            act()


def test_the_database_keeps_newcomers_out_of_the_session_itself(session, case) -> None:
    seat = Participant(session=session, role="nieuwkomer", person=case.person, during=(clock(20), clock(21)))
    with pytest.raises(IntegrityError, match="no_newcomer_sits"), transaction.atomic():
        seat.save()


@pytest.mark.parametrize(
    ("given", "ago"),
    [({"minutes": 1}, 0), ({}, 30), ({"place_kind": ""}, 0), ({"kind": "feest"}, 0)],
)
def test_nonsense_is_refused(klantmanager, given, ago) -> None:
    starts_at = clock(6) - timedelta(days=ago)
    whole = {"kind": "voorlichting", "starts_at": starts_at, "minutes": 60, "place_kind": "school"} | given
    with pytest.raises(ValidationError):
        groups.plan_group(by=klantmanager, **whole)
    assert not GroupSession.objects.exists()


# --- Pages -----------------------------------------------------------------------------------------------------


def test_a_colleague_sees_only_newcomers_of_cases_that_they_may_read(
    session, two, klantmanager, teamleider, log_in
) -> None:
    elsewhere = StaffFactory(team__gemeente=session.gemeente)
    hidden = save_person(person=two[0].case.person, last_name="Geheimnaam")
    url = reverse("groep", args=[session.pk])
    page = log_in(elsewhere).get(url).content.decode()
    assert hidden.full_name not in page
    assert "En 2 deelnemers van dossiers die u niet mag lezen" in page
    assert "Geheimnaam" in log_in(klantmanager).get(url).content.decode()


def test_the_page_and_the_list_are_red(session, two, klantmanager, log_in) -> None:
    """PP-67."""
    client = log_in(klantmanager)
    page = client.get(reverse("groep", args=[session.pk])).content.decode()
    assert "Niet iedereen kan dit volgen" in page
    assert "1 zonder tolk" in client.get(reverse("groepen")).content.decode()
    assert "Voorlichting" in client.get(reverse("agenda") + f"?dag={clock(6).date()}").content.decode()


def test_the_acts_on_the_pages(klantmanager, log_in) -> None:
    client = log_in(klantmanager)
    case = newcomer(klantmanager, "ti")
    when = {"day": clock(6).date().isoformat(), "at": "10:00", "minutes": "60", "place_kind": "school"}
    made = client.post(reverse("groep-nieuw"), when | {"kind": "voorbereiding"})
    session = GroupSession.objects.get()
    assert made["Location"] == reverse("groep", args=[session.pk])
    at = lambda name, *more: reverse(name, args=[session.pk, *more])  # noqa: E731
    assert client.post(at("groep-deelnemer"), {"case": case.pk}).status_code == 302
    refused = client.post(at("groep-bevestigen"), {"confirmed_without_translation": "on"})
    assert refused.status_code == 422
    guest = session.appointments.get()
    reason = {f"reason_{guest.pk}": "Zus tolkt.", "confirmed_without_translation": "on"}
    assert client.post(at("groep-bevestigen"), reason).status_code == 302
    interpreter = InterpreterFactory(gemeente=session.gemeente)
    assert client.post(at("groep-tolk"), {"language": "ti", "interpreter": interpreter.pk}).status_code == 302
    booking = session.interpreters.get()
    client.post(at("groep-tolk-antwoord", booking.pk), {"state": "bevestigd"})
    client.post(at("groep-tolk-antwoord", booking.pk), {"state": "onzin"})
    booking.refresh_from_db()
    assert booking.state == BookingState.CONFIRMED
    moved = when | {"day": clock(8).date().isoformat(), "confirmed_without_translation": "on"}
    assert client.post(at("groep-wijzigen"), moved).status_code == 302
    assert client.post(at("groep-wijzigen"), moved | {"day": "31-02-2027"}).status_code == 422
    off = {"reason": "medewerker", "confirmed_without_translation": "on"}
    assert client.post(at("groep-afzeggen"), off).status_code == 302
    assert "Afgezegd" in client.get(at("groep")).content.decode()


def test_the_newcomer_sees_the_own_place_and_nobody_else(session, two, klantmanager, log_in) -> None:
    save_person(person=two[1].case.person, last_name="Anderenaam")
    confirm(session, klantmanager, two)
    client = log_in(ResidentFactory(person=two[0].case.person))
    page = client.get(reverse("mijn-afspraken")).content.decode()
    assert "Bijeenkomst met een groep" in page
    assert klantmanager.name in page
    assert "Anderenaam" not in page
    assert reverse("mijn-afspraak-verplaatsen", args=[two[0].pk]) not in page
    assert client.get(reverse("mijn-afspraak-verplaatsen", args=[two[0].pk])).status_code == 200
    assert client.get(reverse("mijn-afspraak-afzeggen", args=[two[1].pk])).status_code == 404
