"""Acts by hand that reach the terms of a dossier."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate as today

from accounts.models import Team, User
from caseload.services import close_dossier, correct_dossier, open_dossier
from cases.enums import Group
from cases.forms import CloseForm
from cases.models import Case, Person
from deadlines.enums import Kind
from deadlines.rules.keeping import PLICHT_ENDS
from deadlines.selectors import open_deadline
from deadlines.services import REMINDERS_WENT_OUT, sweep
from inburgering.kit.partial_date import PartialDate
from tests.factories import bsn

NOTIFIED = today() - timedelta(days=10)
KEEPING = (Kind.BEWAREN, Kind.BEWAREN_KERN)


def open_one(klantmanager: User, **facts: Any) -> Case:
    person = {"bsn": bsn(7400), "v_number": None, "first_names": "Amina", "prefix": "", "last_name": "Hassan",
              "birth": PartialDate(1995)}  # fmt: skip
    team = Team.objects.get(memberships__user=klantmanager)
    return open_dossier(by=klantmanager, team=team, person=person, languages=[], nationalities=[],
                        group=Group.GEZINSMIGRANT, **facts)  # fmt: skip


def due(case: Case) -> date | None:
    term = open_deadline(case, Kind.PIP)
    return term.due_on if term else None


def test_a_dossier_with_a_kennisgeving_has_ten_weeks_for_the_pip(klantmanager: User) -> None:
    case = open_one(klantmanager, notified_on=NOTIFIED, brp_registered_on=NOTIFIED)
    assert due(case)
    assert due(case) >= NOTIFIED + timedelta(weeks=10)


def test_a_dossier_without_a_kennisgeving_waits_for_it(klantmanager: User) -> None:
    case = open_one(klantmanager)
    assert open_deadline(case, Kind.PIP) is None
    correct_dossier(
        case=case, by=klantmanager, person={}, facts={"notified_on": NOTIFIED, "brp_registered_on": NOTIFIED}
    )
    assert due(case)


def test_a_corrected_fact_moves_the_term(klantmanager: User) -> None:
    case = open_one(klantmanager, notified_on=NOTIFIED, brp_registered_on=NOTIFIED)
    before = due(case)
    correct_dossier(
        case=case, by=klantmanager, person={}, facts={"notified_on": NOTIFIED - timedelta(weeks=3)},
        reason="De brief had een andere datum",
    )  # fmt: skip
    assert before
    assert "De brief had een andere datum" in case.events.get(kind="termijn.verbeterd").text
    assert (
        "Reden: De brief had een andere datum." in case.events.filter(kind="dossier.bijgewerkt").last().text
    )
    assert due(case)
    assert due(case) < before
    assert case.deadlines.count() == 1


def test_a_day_that_somebody_was_told_moves_only_when_the_user_says_so(klantmanager: User) -> None:
    case = open_one(klantmanager, notified_on=NOTIFIED, brp_registered_on=NOTIFIED)
    before = due(case)
    assert before
    sweep(today=before - timedelta(days=3))
    earlier = {"notified_on": NOTIFIED - timedelta(weeks=3)}
    with pytest.raises(ValidationError, match="Schrijf op waarom"):
        correct_dossier(case=case, by=klantmanager, person={}, facts=earlier, despite_reminders=True)
    with pytest.raises(ValidationError) as refusal:
        correct_dossier(
            case=case, by=klantmanager, person={"phone": "0612345678"}, facts=earlier, reason="Fout"
        )
    assert refusal.value.error_list[0].code == REMINDERS_WENT_OUT
    case.refresh_from_db()
    assert (case.notified_on, case.person.phone, due(case)) == (NOTIFIED, "", before)
    correct_dossier(
        case=case, by=klantmanager, person={}, facts=earlier, reason="Fout", despite_reminders=True
    )
    after = due(case)
    assert after
    assert after < before


def test_a_correction_that_changes_nothing_leaves_no_trace(klantmanager: User) -> None:
    case = open_one(klantmanager, notified_on=NOTIFIED, brp_registered_on=NOTIFIED)
    events = case.events.count()
    correct_dossier(case=case, by=klantmanager, person={}, facts={"notified_on": NOTIFIED})
    assert case.events.count() == events


def test_closing_stops_the_terms(klantmanager: User) -> None:
    case = open_one(klantmanager, notified_on=NOTIFIED, brp_registered_on=NOTIFIED)
    close_dossier(case=case, on=today(), reason="Verhuisd naar een andere gemeente", by=klantmanager)
    assert not case.deadlines.open().exclude(kind__in=KEEPING).exists()
    assert "Verhuisd" in case.deadlines.get(kind=Kind.PIP).stopped_reason


@pytest.mark.parametrize(
    ("reason", "days"),
    [
        ("Inburgeringsplicht vervuld. Diploma gehaald", [date(2031, 3, 2), date(2076, 3, 2)]),
        ("Vrijgesteld of ontheven", [date(2031, 3, 2), date(2076, 3, 2)]),
        ("Overleden", [date(2026, 2, 20), date(2076, 2, 20)]),
        ("Verhuisd naar een andere gemeente", [None, None]),
    ],
)
def test_closing_starts_the_duty_to_destroy_data(
    klantmanager: User, reason: str, days: list[date | None]
) -> None:
    with time_machine.travel(date(2026, 3, 2), tick=False):
        case = open_one(klantmanager, notified_on=date(2026, 1, 5), brp_registered_on=date(2026, 1, 5))
        if reason == "Overleden":
            Person.objects.filter(pk=case.person_id).update(died_on=date(2026, 2, 20))
        for _ in range(2):
            close_dossier(
                case=Case.objects.get(pk=case.pk), on=date(2026, 3, 2), reason=reason, by=klantmanager
            )
    assert [case.deadlines.open().get(kind=kind).due_on for kind in KEEPING] == days


def test_the_reasons_that_end_the_plicht_are_among_those_to_choose_from() -> None:
    assert set(PLICHT_ENDS) < set(CloseForm.REASONS)


def test_what_cannot_be_closed_keeps_its_terms(klantmanager: User) -> None:
    case = open_one(klantmanager, notified_on=NOTIFIED, brp_registered_on=NOTIFIED)
    with pytest.raises(ValidationError):
        close_dossier(case=case, on=today() + timedelta(days=1), reason="Verhuisd", by=klantmanager)
    assert due(case)
