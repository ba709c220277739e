"""A request as it is asked, and what the newcomer reads of it until the end."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts.enums import Role
from cases.enums import Relation
from cases.services import join_household
from contact.enums.requests import Desk, PartyState, RequestState, RequestType, Step, Via
from contact.models import Notice, Request
from contact.selectors.requests import final_answer, requests_of_resident, timeline_for_resident, who_decides
from contact.services import requests as services
from contact.services.mandates import set_mandate
from deadlines.enums import Kind
from tests.contact.requests import MONDAY, ask, came_back, grant, notices, put_to, refusal, refuse
from tests.factories import CaseFactory, ResidentFactory, StaffFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


# --- Asking ----------------------------------------------------------------------------------------------


def test_a_newcomer_asks_and_hears_the_number_and_the_day(case, resident):
    request = ask(case, resident)
    assert request.term_ends_on == date(2026, 3, 16)  # ten working days
    assert (request.state, request.desk) == (RequestState.OPEN, Desk.KLANTMANAGER)
    assert notices(request) == ["verzoek-ontvangen"]
    text = Notice.objects.get(request=request, channel="portaal").text_dutch
    assert f"nummer {request.pk}" in text
    assert "maandag 16 maart 2026" in text
    event = case.events.get(kind="verzoek.ontvangen")
    assert event.data == {"request_id": request.pk}
    assert request.deadline.about == f"verzoek:{request.pk}"


@pytest.mark.parametrize(
    ("type_", "kind", "due_on"),
    [
        (RequestType.TERUGBELLEN, Kind.TERUGBELLEN, date(2026, 3, 4)),
        (RequestType.BRIEF, Kind.ANTWOORD_OP_VERZOEK, date(2026, 3, 16)),
        (RequestType.LEERROUTE, Kind.AANVRAAG, date(2026, 4, 28)),  # 27 april is Koningsdag
        (RequestType.AFSCHALEN, Kind.AANVRAAG, date(2026, 4, 28)),
    ],
)
def test_each_type_has_its_own_term(case, resident, type_, kind, due_on):
    request = ask(case, resident, type_)
    assert (request.deadline.kind, request.term_ends_on) == (kind, due_on)


def test_what_the_klantmanager_has_no_mandate_for_goes_up_at_once(case, resident, klantmanager):
    """PP-06: the same day, and the newcomer reads who decides."""
    request = ask(case, resident, RequestType.REISKOSTEN)
    assert (request.desk, request.escalated_on) == (Desk.TEAMLEIDER, MONDAY)
    assert case.events.filter(kind="verzoek.opgeschaald").exists()
    assert "opgeschaald" in [step.key for step in timeline_for_resident(request)]
    assert who_decides(request) == (Desk.TEAMLEIDER, "")
    assert "teamleider" in Notice.objects.get(request=request, channel="portaal").text_dutch
    assert "geen mandaat" in refusal(grant, request, klantmanager)[0]


def test_the_mandate_of_the_day_counts(case, gemeente, resident, klantmanager, beheerder):
    set_mandate(
        gemeente=gemeente, type_=RequestType.REISKOSTEN, role=Role.KLANTMANAGER, may_decide=True,
        valid_from=MONDAY + timedelta(days=1), by=beheerder,
    )  # fmt: skip
    assert ask(case, resident, RequestType.REISKOSTEN).desk == Desk.TEAMLEIDER
    with time_machine.travel(MONDAY + timedelta(days=1), tick=False):
        request = ask(case, resident, RequestType.REISKOSTEN)
        assert request.desk == Desk.KLANTMANAGER
        grant(request, klantmanager)


def test_the_same_words_twice_on_a_day_are_one_request(case, resident):
    assert ask(case, resident) == ask(case, resident)
    assert case.requests.count() == 1
    assert Notice.objects.filter(channel="portaal").count() == 1


def test_too_long_and_empty_questions_are_refused(case, resident):
    assert "20000 tekens" in refusal(ask, case, resident, text="x" * 20_000)[0]
    assert refusal(ask, case, resident, text=" ") == ["Schrijf op wat de vraag is."]


def test_a_resident_asks_about_the_own_case_only(case, klantmanager):
    other = ResidentFactory(person=CaseFactory(klantmanager=klantmanager).person)
    with pytest.raises(PermissionDenied):
        ask(case, other)


def test_staff_write_down_what_came_by_phone_for_their_cases_only(case, klantmanager, colleague, stranger):
    request = ask(case, klantmanager, asked_on=MONDAY - timedelta(days=3))
    assert (request.via, request.recorded_by) == (Via.TELEFOON, klantmanager)
    assert request.term_ends_on == date(2026, 3, 13)
    for nobody in (colleague, stranger):
        with pytest.raises(PermissionDenied):
            ask(case, nobody)
    assert "toekomst" in refusal(ask, case, klantmanager, asked_on=MONDAY + timedelta(days=1))[0]


def test_a_review_is_not_asked_out_of_the_blue(case, resident):
    assert "bij het verzoek" in refusal(ask, case, resident, RequestType.HERBEOORDELING)[0]


def test_partners_have_two_requests_that_know_each_other(case, resident, klantmanager):
    partner_case = CaseFactory(klantmanager=klantmanager)
    partner = ResidentFactory(person=partner_case.person)
    stranger_request = ask(CaseFactory(klantmanager=klantmanager), klantmanager)
    join_household(case=case, other=partner_case, relation=Relation.PARTNER, on=MONDAY, by=klantmanager)
    one = ask(case, klantmanager)
    two = ask(partner_case, klantmanager, together_with=one)
    assert two.together_with == one
    assert list(requests_of_resident(resident)) == [one]
    assert list(requests_of_resident(partner)) == [two]
    words = refusal(ask, partner_case, klantmanager, text="Nog iets.", together_with=stranger_request)
    assert "huishouden" in words[0]


def test_no_role_can_keep_a_newcomer_from_asking(case, resident, klantmanager, team):
    """PP-14: whatever staff do to earlier requests and to the case, the next one comes in and gets a term."""
    for role in Role:
        StaffFactory(team=team, role=role)
    refuse(ask(case, resident), klantmanager)
    services.withdraw_request(
        request=ask(case, resident, text="Nog een vraag."), by=klantmanager, reason="Zij belde erover."
    )
    case.assignments.all().delete()
    for number in range(30):
        request = ask(case, resident, RequestType.VRAAG, text=f"Vraag {number}")
        assert request.term_ends_on is not None
        assert request in requests_of_resident(resident)
    writable = {field.name for field in Request._meta.fields} | {
        field.name for field in type(resident)._meta.fields
    }
    assert not {name for name in writable if "block" in name or "mute" in name or "spam" in name}


# --- What the newcomer reads ----------------------------------------------------------------------------------------


def test_the_timeline_has_words_and_days_and_nothing_of_staff(case, resident, klantmanager, monday):
    request = ask(case, resident)
    services.escalate_request(request=request, advice="Geheim advies van ons.", by=klantmanager)
    party = put_to(request, klantmanager)
    monday.move_to(date(2026, 3, 5))
    came_back(party, klantmanager, date(2026, 3, 4), PartyState.AGREED)
    shown = timeline_for_resident(request)
    assert [step.key for step in shown] == [
        "ontvangen",
        "opgeschaald",
        "doorverwezen",
        "antwoord_ander",
        "terug",
    ]
    assert shown[3].on == date(2026, 3, 4)
    assert shown[2].facts["party"] == "Taalschool De Brug"
    assert "Geheim" not in str(shown)
    assert "Ingetrokken" not in str(shown)


def test_history_and_answers_never_change(case, resident, klantmanager):
    request = ask(case, resident)
    answer = grant(request, klantmanager)
    step = request.steps.get(kind=Step.RECEIVED)
    for row in (answer, step):
        with pytest.raises(Exception, match="Cannot update"), transaction.atomic():
            row.save()
    assert final_answer(request) == answer
