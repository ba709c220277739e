"""A bezwaar between the day that it came in and the decision: too late, mended, heard, adjourned."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from contact.enums.notices import NoticeKind
from contact.models import Notice
from deadlines.enums import Kind
from pip_plans.enums import Effect, Excuse, ObjectionDecision, WaiveGround
from pip_plans.services import (
    adjourn_objection,
    agree_to_later,
    ask_to_mend,
    decide_objection,
    judge_lateness,
    mend_objection,
    record_default,
    record_hearing,
    waive_hearing,
)
from tests.pip_plans.objections import REASON, at, due, objection, ready, words_of
from tests.pip_plans.plans import TUESDAY

pytestmark = pytest.mark.django_db


# --- Late -------------------------------------------------------------------------------------------------


def test_late_is_judged_by_who_may_decide(version, klantmanager, lead):
    with at(date(2026, 4, 30)):
        found = ready(objection(version, klantmanager), klantmanager)
        assert found.is_late
        assert "na de laatste dag" in words_of(found.receipt)
        with pytest.raises(ValidationError, match="teamleider"):
            judge_lateness(objection=found, excuse=Excuse.VERSCHOONBAAR, reason="Ziek.", by=klantmanager)
        with pytest.raises(ValidationError, match="Beoordeel eerst"):
            decide_objection(
                objection=found,
                decision=ObjectionDecision.ONGEGROND,
                effect=Effect.GEEN,
                reason=REASON,
                by=lead,
            )
        judge_lateness(
            objection=found, excuse=Excuse.NIET_VERSCHOONBAAR, reason="Er was geen reden.", by=lead
        )
        done = decide_objection(objection=found, decision=ObjectionDecision.NIET_ONTVANKELIJK, effect=Effect.GEEN,
                                reason="Uw bezwaar kwam te laat en u gaf daar geen reden voor.", by=lead)  # fmt: skip
    assert "niet-ontvankelijk" in words_of(done.document)


def test_in_time_there_is_nothing_to_judge(version, klantmanager, lead):
    with pytest.raises(ValidationError, match="op tijd"):
        judge_lateness(
            objection=objection(version, klantmanager), excuse=Excuse.VERSCHOONBAAR, reason="x", by=lead
        )


# --- Mending, hearing, waiting ---------------------------------------------------------------------------------


def test_the_term_stands_still_while_something_is_missing(version, case, klantmanager, lead):
    """Awb, artikel 7:10 lid 2: from the day after it was asked. Only days of the term itself count."""
    found = objection(version, klantmanager)
    with at(date(2026, 4, 27)):
        omission = ask_to_mend(
            objection=found, what="Uw handtekening.", until_on=date(2026, 5, 11), by=klantmanager
        )
        assert due(case, Kind.BESLISSING_OP_BEZWAAR) == date(2026, 6, 16)  # 14 days more
        assert "Uw handtekening." in words_of(omission.document)
        with pytest.raises(ValidationError, match="nog aanvullen"):
            decide_objection(
                objection=found,
                decision=ObjectionDecision.ONGEGROND,
                effect=Effect.GEEN,
                reason=REASON,
                by=lead,
            )
    with at(date(2026, 5, 1)):
        mend_objection(omission=omission, on=date(2026, 5, 1), text="Getekende brief.", by=klantmanager)
        assert due(case, Kind.BESLISSING_OP_BEZWAAR) == date(2026, 6, 5)  # 28, 29 and 30 April


def test_mended_the_same_day_nothing_stood_still(version, case, klantmanager):
    found = objection(version, klantmanager)
    omission = ask_to_mend(objection=found, what="Uw adres.", until_on=date(2026, 3, 24), by=klantmanager)
    mend_objection(omission=omission, on=TUESDAY, text="Adres gegeven.", by=klantmanager)
    assert due(case, Kind.BESLISSING_OP_BEZWAAR) == date(2026, 6, 2)
    with pytest.raises(ValidationError, match="al aangevuld"):
        mend_objection(omission=omission, on=TUESDAY, text="Nog eens.", by=klantmanager)


def test_who_had_a_part_in_the_plan_does_not_hear(version, klantmanager, lead):
    found = objection(version, klantmanager)
    hearing = {
        "objection": found,
        "held_on": TUESDAY,
        "report": "Hij wil naar school.",
        "with_interpreter": True,
    }
    with pytest.raises(ValidationError, match="7:5"):
        record_hearing(**hearing, outside=klantmanager.name, by=klantmanager)
    assert record_hearing(**hearing, outside="Mr. J. Smit", by=klantmanager).heard_on == TUESDAY
    with pytest.raises(ValidationError, match="al gehoord"):
        waive_hearing(objection=found, ground=WaiveGround.WIL_NIET, by=klantmanager)


def test_a_decision_is_adjourned_once_and_told(version, case, klantmanager):
    found = adjourn_objection(
        objection=objection(version, klantmanager), reason="De school antwoordt nog niet.", by=klantmanager
    )
    assert found.decide_by == date(2026, 7, 14)
    assert Notice.objects.filter(kind=NoticeKind.OBJECTION_LATER, case=case).exists()
    with pytest.raises(ValidationError, match="al een keer"):
        adjourn_objection(objection=found, reason="Weer.", by=klantmanager)
    later = agree_to_later(
        objection=found, until_on=date(2026, 8, 3), reason="Zij belde en vond het goed.", by=klantmanager
    )
    assert later.decide_by == date(2026, 8, 3)


def test_a_reminder_of_default_starts_two_weeks_and_the_dwangsom(version, case, klantmanager, lead):
    found = ready(objection(version, klantmanager), klantmanager)
    with pytest.raises(ValidationError, match="telt niet"):
        record_default(objection=found, on=TUESDAY, by=klantmanager)
    with at(date(2026, 6, 8)):
        record_default(objection=found, on=date(2026, 6, 8), by=klantmanager)
        assert due(case, Kind.INGEBREKESTELLING) == date(2026, 6, 22)
        decide_objection(
            objection=found, decision=ObjectionDecision.ONGEGROND, effect=Effect.GEEN, reason=REASON, by=lead
        )
    assert case.deadlines.get(kind=Kind.INGEBREKESTELLING).met_on == date(2026, 6, 8)
    assert case.deadlines.get(kind=Kind.DWANGSOM).stopped_on
