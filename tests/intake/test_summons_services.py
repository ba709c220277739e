"""R-13 on the database: the ladder step by step, who was told, and that nothing of it moves the ten weeks."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import User
from cases.models import Case, CaseEvent
from cases.services import close_case, save_languages
from contact.enums.appointments import Purpose
from contact.enums.notices import Channel, NoticeKind
from contact.models import Notice
from contact.services.appointments import cancel_appointment, record_outcome
from deadlines.enums import Kind
from deadlines.rules import Facts
from deadlines.services import start_deadline
from intake import services
from intake.enums import IntakeStatus, SummonsState
from intake.models import Summons, SummonsAttempt, SummonsReason
from intake.selectors import current_intake
from intake.selectors.summons import ladder_of, pip_term_of, unsettled_summonses
from tests.factories import CaseFactory, ResidentFactory
from tests.intake.ladder import blamed, call, miss, pass_by, talk_for, three_missed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def pip_term(case: Case):
    save_languages(
        person=case.person, languages=[{"code": "ar", "speaks": True, "reads": True, "preferred": True}]
    )
    facts = Facts(group=case.group, notified_on=timezone.localdate(), brp_registered_on=timezone.localdate())
    return start_deadline(case=case, kind=Kind.PIP, facts=facts, by=None)


def state(summons: Summons) -> SummonsState:
    rungs = ladder_of(summons.case, now=timezone.now()).rungs
    return next(rung.state for rung in rungs if rung.summons.pk == summons.pk)


def told(case: Case, kind: NoticeKind) -> list[Notice]:
    return list(Notice.objects.filter(case=case, kind=kind).order_by("id"))


def test_an_oproep_starts_its_term_and_tells_the_newcomer_once(case: Case, klantmanager: User) -> None:
    talk = talk_for(case, klantmanager)
    summons = services.summon(case=case, appointment=talk, number=1, by=klantmanager)
    assert services.summon(case=case, appointment=talk, number=1, by=klantmanager) == summons
    assert summons.deadline
    assert summons.deadline.kind == Kind.OPROEP
    assert state(summons) == SummonsState.COMING
    notices = told(case, NoticeKind.SUMMONS_FIRST)
    assert len({one.channel for one in notices}) == len(notices)
    assert {Channel.PORTAL, Channel.LETTER} <= {one.channel for one in notices}
    assert {one.language for one in notices} == {"ar"}
    assert "artikel 14" in notices[0].text_dutch
    assert CaseEvent.objects.filter(case=case, kind="intake.oproep").count() == 1


def test_the_ten_weeks_run_on_through_the_whole_ladder(
    case: Case, klantmanager: User, teamleider: User
) -> None:
    before = pip_term_of(case)
    three_missed(case, klantmanager)
    services.complete_in_absence(case=case, basis="COA", reason="Kwam nooit.", by=teamleider)
    after = pip_term_of(case)
    assert before
    assert after
    assert after.due_on == before.due_on
    assert after.stopped_on is None
    assert not after.suspensions.exists()


def test_the_second_oproep_carries_the_warning_on_paper(case: Case, klantmanager: User) -> None:
    blamed(case, klantmanager)
    call(case, klantmanager, 2)
    letters = [one for one in told(case, NoticeKind.SUMMONS_WARNING) if one.channel == Channel.LETTER]
    assert len(letters) == 1
    assert "Dit is een waarschuwing" in letters[0].text_dutch
    assert "artikel 22" in letters[0].text_dutch


@pytest.mark.parametrize("number", [2, 3])
def test_no_step_is_skipped(case: Case, klantmanager: User, number: int) -> None:
    with pytest.raises(ValidationError, match="Eerst komt oproep 1"):
        call(case, klantmanager, number)
    assert not Summons.objects.exists()


def test_all_obstacles_come_at_once(case: Case, klantmanager: User) -> None:
    talk = talk_for(case, klantmanager, days=2, purpose=Purpose.OVERIG)
    with pytest.raises(ValidationError) as refused:
        services.summon(case=case, appointment=talk, number=3, by=klantmanager)
    assert len(refused.value.messages) == 4


def test_a_talk_after_the_term_is_refused_and_leaves_nothing(case: Case, klantmanager: User) -> None:
    talk = talk_for(case, klantmanager, days=15)
    with pytest.raises(ValidationError, match="De termijn van deze oproep loopt tot en met"):
        services.summon(case=case, appointment=talk, number=1, by=klantmanager)
    assert not Summons.objects.exists()
    assert not case.deadlines.filter(kind=Kind.OPROEP).exists()
    assert not told(case, NoticeKind.SUMMONS_FIRST)


def test_a_talk_of_another_case_is_refused(case: Case, klantmanager: User) -> None:
    other = talk_for(CaseFactory(klantmanager=klantmanager), klantmanager)
    with pytest.raises(ValidationError, match="ander dossier"):
        services.summon(case=case, appointment=other, number=1, by=klantmanager)


def test_a_missed_invitation_can_be_the_first_oproep(case: Case, klantmanager: User) -> None:
    talk = pass_by(talk_for(case, klantmanager))
    record_outcome(appointment=talk, outcome="niet-verschenen", by=klantmanager)
    summons = services.summon(case=case, appointment=talk, number=1, by=klantmanager)
    assert summons.is_afterwards
    assert summons.hearing
    assert not told(case, NoticeKind.SUMMONS_FIRST)
    assert told(case, NoticeKind.SUMMONS_MISSED)
    assert state(summons) == SummonsState.HEARING


def test_who_misses_it_is_asked_why_once_and_gets_time_to_answer(case: Case, klantmanager: User) -> None:
    summons = miss(call(case, klantmanager), klantmanager)
    services.record_summons_outcome(summons=summons, outcome="niet-verschenen", by=klantmanager)
    services.settle_due_summonses()
    assert summons.deadline
    summons.deadline.refresh_from_db()
    assert summons.deadline.stopped_on
    assert summons.hearing
    assert summons.hearing.kind == Kind.ZIENSWIJZE
    notices = told(case, NoticeKind.SUMMONS_MISSED)
    assert len({one.channel for one in notices}) == len(notices) > 0


def test_an_outcome_from_another_page_is_taken_over_once(case: Case, klantmanager: User) -> None:
    summons = call(case, klantmanager)
    record_outcome(appointment=pass_by(summons.appointment), outcome="niet-verschenen", by=klantmanager)
    assert services.settle_due_summonses() == 1
    assert services.settle_due_summonses() == 0
    assert not unsettled_summonses().exists()
    assert told(case, NoticeKind.SUMMONS_MISSED)


def test_who_comes_ends_the_ladder_and_a_later_one_begins_at_one(case: Case, klantmanager: User) -> None:
    summons = call(case, klantmanager)
    pass_by(summons.appointment)
    services.record_summons_outcome(summons=summons, outcome="verschenen", by=klantmanager)
    assert summons.deadline
    summons.deadline.refresh_from_db()
    assert summons.deadline.met_on
    again = call(case, klantmanager)
    assert (again.ladder, again.number) == (2, 1)


def test_insufficient_cooperation_counts_as_missing_and_needs_what_happened(
    case: Case, klantmanager: User
) -> None:
    summons = call(case, klantmanager)
    pass_by(summons.appointment)
    with pytest.raises(ValidationError, match="waaruit blijkt"):
        services.record_summons_outcome(summons=summons, outcome="niet-meegewerkt", by=klantmanager)
    services.record_summons_outcome(
        summons=summons, outcome="niet-meegewerkt", note="Gaf geen antwoord op vragen.", by=klantmanager
    )
    assert state(summons) == SummonsState.HEARING
    assert services.settle_due_summonses() == 0


def test_nobody_is_judged_before_being_heard(case: Case, klantmanager: User, resident: User) -> None:
    summons = miss(call(case, klantmanager), klantmanager)
    with pytest.raises(ValidationError, match="nog niet kunnen zeggen waarom"):
        services.judge_summons(summons=summons, blame="verwijtbaar", reason="Geen reden.", by=klantmanager)
    services.give_reason(summons=summons, text="كنت مريضًا", language="ar", via="portaal", by=resident)
    judged = services.judge_summons(
        summons=summons, blame="niet-verwijtbaar", reason="Was toen ziek.", by=klantmanager
    )
    assert state(judged) == SummonsState.EXCUSED
    assert ladder_of(case, now=timezone.now()).due == 1
    event = CaseEvent.objects.get(case=case, kind="intake.oproep_reden")
    assert "مريض" not in event.text


def test_a_judgement_is_given_once(case: Case, klantmanager: User, teamleider: User) -> None:
    summons = blamed(case, klantmanager)
    services.judge_summons(summons=summons, blame="verwijtbaar", reason="Nog eens.", by=teamleider)
    with pytest.raises(ValidationError, match="oordeelde al"):
        services.judge_summons(summons=summons, blame="niet-verwijtbaar", reason="Toch niet.", by=teamleider)
    with pytest.raises(ValidationError, match="al over geoordeeld"):
        services.give_reason(summons=summons, text="Bus", language="nl", via="telefoon", by=klantmanager)


def test_an_excused_step_is_called_again_with_the_same_number(case: Case, klantmanager: User) -> None:
    summons = miss(call(case, klantmanager), klantmanager)
    services.give_reason(summons=summons, text="Geen opvang", language="nl", via="telefoon", by=klantmanager)
    services.judge_summons(summons=summons, blame="niet-verwijtbaar", reason="Geen opvang.", by=klantmanager)
    assert call(case, klantmanager).number == 1
    assert not told(case, NoticeKind.SUMMONS_WARNING)


def test_a_withdrawn_oproep_stops_its_term_and_does_not_count(case: Case, klantmanager: User) -> None:
    summons = call(case, klantmanager)
    with pytest.raises(ValidationError, match="Schrijf op waarom"):
        services.withdraw_summons(summons=summons, reason=" ", by=klantmanager)
    services.withdraw_summons(summons=summons, reason="Verkeerd adres.", by=klantmanager)
    services.withdraw_summons(summons=summons, reason="Nog eens.", by=klantmanager)
    assert summons.deadline
    summons.deadline.refresh_from_db()
    assert summons.deadline.stopped_on
    assert len({one.channel for one in told(case, NoticeKind.SUMMONS_WITHDRAWN)}) == len(
        told(case, NoticeKind.SUMMONS_WITHDRAWN)
    )
    assert ladder_of(case, now=timezone.now()).due == 1


def test_only_the_last_oproep_can_be_withdrawn(case: Case, klantmanager: User) -> None:
    first = blamed(case, klantmanager)
    call(case, klantmanager, 2)
    with pytest.raises(ValidationError, match="Trek die eerst in"):
        services.withdraw_summons(summons=first, reason="Fout.", by=klantmanager)


def test_a_talk_that_was_called_off_does_not_count_and_is_withdrawn_first(
    case: Case, klantmanager: User
) -> None:
    summons = call(case, klantmanager)
    cancel_appointment(appointment=summons.appointment, reason="ziek", by=klantmanager)
    assert services.settle_due_summonses() == 1
    assert state(summons) == SummonsState.CANCELLED
    with pytest.raises(ValidationError, match="Trek oproep 1 eerst in"):
        call(case, klantmanager)
    services.withdraw_summons(summons=summons, reason="Afgezegd.", by=klantmanager)
    assert call(case, klantmanager).number == 1


def test_after_a_boete_the_law_sets_the_longest_term(case: Case, klantmanager: User) -> None:
    blamed(case, klantmanager)
    blamed(case, klantmanager, 2)
    last = call(case, klantmanager, 3, fine_announced_on=timezone.localdate())
    assert last.deadline
    assert last.deadline.kind == Kind.NIEUWE_OPROEP
    assert last.deadline.due_on
    assert last.deadline.due_on > timezone.localdate() + timedelta(days=50)
    assert last.no_fine_reason == ""


def test_the_team_lead_ends_the_intake_in_absence(case: Case, klantmanager: User, teamleider: User) -> None:
    three_missed(case, klantmanager)
    with pytest.raises(ValidationError, match="Alleen de teamleider"):
        services.complete_in_absence(case=case, basis="COA", reason="Kwam nooit.", by=klantmanager)
    intake = services.complete_in_absence(case=case, basis="COA", reason="Kwam nooit.", by=teamleider)
    assert services.complete_in_absence(case=case, basis="x", reason="y", by=teamleider) == intake
    assert (intake.status, intake.in_absence) == (IntakeStatus.AFGEROND, True)
    assert intake.absence.decided_by == teamleider
    assert [one.channel for one in told(case, NoticeKind.INTAKE_WITHOUT_YOU)].count(Channel.LETTER) == 1
    found = current_intake(case)
    assert found
    assert found.in_absence


def test_absence_lists_all_that_is_missing(case: Case, klantmanager: User, teamleider: User) -> None:
    call(case, klantmanager)
    with pytest.raises(ValidationError) as refused:
        services.complete_in_absence(case=case, basis="", reason="", by=teamleider)
    assert len(refused.value.messages) == 5
    assert current_intake(case) is None


def test_each_try_is_kept(case: Case, klantmanager: User) -> None:
    summons = call(case, klantmanager)
    services.log_attempt(
        case=case, on=timezone.localdate(), channel="huisbezoek", spoken_to="De buurvrouw", by=klantmanager
    )
    kept = SummonsAttempt.objects.get()
    assert (kept.summons, kept.is_reached) == (summons, False)
    with pytest.raises(ValidationError) as refused:
        services.log_attempt(
            case=case,
            on=timezone.localdate() + timedelta(days=1),
            channel="duif",
            is_reached=True,
            by=klantmanager,
        )
    assert len(refused.value.messages) == 3


@pytest.mark.parametrize("text", ["", "   ", "x" * 2001, "a\x00b"])
def test_a_reason_that_cannot_be_kept_is_refused(case: Case, klantmanager: User, text: str) -> None:
    summons = miss(call(case, klantmanager), klantmanager)
    with pytest.raises(ValidationError):
        services.give_reason(summons=summons, text=text, language="nl", via="telefoon", by=klantmanager)


def test_nobody_else_writes_a_reason(case: Case, klantmanager: User, colleague: User, stranger: User) -> None:
    summons = miss(call(case, klantmanager), klantmanager)
    other = ResidentFactory(person=CaseFactory(klantmanager=klantmanager).person)
    for user in (colleague, stranger, other):
        with pytest.raises(ValidationError):
            services.give_reason(summons=summons, text="Bus", language="nl", via="telefoon", by=user)
    assert not SummonsReason.objects.exists()


def test_what_was_said_stays_as_it_was_said(case: Case, klantmanager: User) -> None:
    summons = miss(call(case, klantmanager), klantmanager)
    reason = services.give_reason(summons=summons, text="Bus", language="nl", via="telefoon", by=klantmanager)
    with pytest.raises(Exception, match="Cannot"), transaction.atomic():
        SummonsReason.objects.filter(pk=reason.pk).update(text="Anders")


def test_the_database_refuses_a_second_of_one_step(case: Case, klantmanager: User) -> None:
    call(case, klantmanager)
    with pytest.raises(IntegrityError, match="each_summons_once_a_ladder"), transaction.atomic():
        Summons.objects.create(case=case, number=1, appointment=talk_for(case, klantmanager, days=8),
                               issued_on=timezone.localdate(), issued_by=klantmanager)  # fmt: skip


def test_a_closed_case_takes_no_oproep(case: Case, klantmanager: User) -> None:
    talk = talk_for(case, klantmanager)
    close_case(case=case, reason="verhuisd", on=timezone.localdate(), by=klantmanager)
    with pytest.raises(ValidationError, match="gesloten"):
        services.summon(case=case, appointment=talk, number=1, by=klantmanager)
