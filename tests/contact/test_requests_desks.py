"""Where a request lies: with the klantmanager, the team lead, somebody else, or with nobody for too long."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from accounts.enums import Role
from accounts.models import Membership, User
from cases.services import assign_klantmanager
from contact.enums.requests import Desk, PartyState, RequestState, RequestType
from contact.models import Request
from contact.selectors.requests import (
    overdue_requests,
    requests_of_resident,
    requests_visible_to,
    requests_waiting_for,
    untriaged_requests,
)
from contact.services import requests as services
from deadlines.enums import Kind
from tests.contact.requests import MONDAY, ask, came_back, grant, notices, put_to, refusal, refuse

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


# --- Up and over ---------------------------------------------------------------------------------------------


def test_a_klantmanager_puts_a_request_to_the_team_lead(case, resident, klantmanager, teamleider):
    request = ask(case, resident)
    assert "adviseert" in refusal(services.escalate_request, request=request, advice="", by=klantmanager)[0]
    services.escalate_request(request=request, advice="Ik zou ja zeggen.", by=klantmanager)
    request.refresh_from_db()
    assert (request.desk, request.escalated_on) == (Desk.TEAMLEIDER, MONDAY)
    assert request in requests_waiting_for(teamleider)
    assert request not in requests_waiting_for(klantmanager)
    assert notices(request) == ["verzoek-ontvangen", "verzoek-naar-teamleider"]
    assert "al bij de teamleider" in refusal(
        services.escalate_request, request=request, advice="Ik zou ja zeggen.", by=klantmanager
    )[0]  # fmt: skip


def test_a_new_klantmanager_finds_the_requests_of_the_old_one(case, resident, klantmanager, colleague):
    request = ask(case, resident)
    assert request in requests_waiting_for(klantmanager)
    assign_klantmanager(case=case, to=colleague, by=None, reason="Verhuizing")
    assert request in requests_waiting_for(colleague)
    assert request not in requests_waiting_for(klantmanager)


def test_the_team_lead_gives_it_to_a_colleague_with_the_mandate(
    case, resident, klantmanager, colleague, teamleider
):
    request = ask(case, resident)
    with pytest.raises(PermissionDenied):
        services.assign_request(request=request, to=colleague, by=klantmanager)
    services.assign_request(request=request, to=colleague, by=teamleider)
    assert request in requests_waiting_for(colleague)
    grant(request, colleague)
    costs = ask(case, resident, RequestType.REISKOSTEN)
    assert "geen mandaat" in refusal(services.assign_request, request=costs, to=colleague, by=teamleider)[0]


# --- What only the team lead sees --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("type_", "due_on"),
    [(RequestType.KLACHT, date(2026, 4, 13)), (RequestType.ANDERE_KLANTMANAGER, date(2026, 3, 16))],
)
def test_a_confidential_request_leaves_no_trace_for_the_klantmanager(
    case, resident, klantmanager, teamleider, type_, due_on
):
    before = set(case.events.values_list("pk", flat=True))
    request = ask(case, resident, type_)
    assert request.term_ends_on == due_on
    assert list(untriaged_requests(teamleider)) == [request]
    assert list(requests_waiting_for(teamleider)) == [request]
    assert not requests_visible_to(klantmanager).exists()
    assert set(case.events.values_list("pk", flat=True)) == before
    assert not case.deadlines.filter(about__startswith="verzoek").exists()
    assert request in requests_of_resident(resident)
    with pytest.raises(PermissionDenied):
        grant(request, klantmanager)
    assert "Kies eerst" in refusal(grant, request, teamleider)[0]


def test_the_team_lead_keeps_it_or_shares_it(case, resident, klantmanager, teamleider):
    kept, shared = (
        ask(case, resident, RequestType.KLACHT),
        ask(case, resident, RequestType.ANDERE_KLANTMANAGER),
    )
    services.triage_request(request=kept, share=False, by=teamleider)
    assert kept not in requests_visible_to(klantmanager)
    services.triage_request(request=shared, share=True, by=teamleider)
    assert shared in requests_visible_to(klantmanager)
    shared.refresh_from_db()
    assert shared.deadline.kind == Kind.ANDERE_KLANTMANAGER
    assert shared.own_due_on is None
    assert case.events.filter(kind="verzoek.bekeken").count() == 1
    grant(kept, teamleider)
    assert not case.events.filter(text__contains=f"Verzoek {kept.pk}").exists()


def test_a_complaint_is_not_handled_by_who_it_is_about(case, resident, klantmanager, team, teamleider):
    Membership.objects.create(user=klantmanager, team=team, role=Role.TEAMLEIDER)
    lead = User.objects.get(pk=klantmanager.pk)
    request = ask(case, resident, RequestType.KLACHT)
    words = refusal(services.triage_request, request=request, share=False, by=teamleider, owner=lead)
    assert "begeleidt dit dossier" in words[0]


def test_a_team_lead_who_guides_the_case_leaves_it_to_another(case, resident, klantmanager, team, teamleider):
    Membership.objects.create(user=klantmanager, team=team, role=Role.TEAMLEIDER)
    lead = User.objects.get(pk=klantmanager.pk)
    complaint = ask(case, resident, RequestType.KLACHT)
    assert not requests_visible_to(lead).exists()
    assert not untriaged_requests(lead).exists()
    with pytest.raises(PermissionDenied):
        services.triage_request(request=complaint, share=True, by=lead)
    teamleider.memberships.all().delete()
    assert list(requests_visible_to(User.objects.get(pk=lead.pk))) == [complaint]


def test_a_closed_case_can_still_be_complained_about(case, resident, klantmanager):
    case.status, case.closed_on, case.closed_reason = "gesloten", MONDAY, "Klaar"
    case.save()
    assert "Alleen een klacht" in refusal(ask, case, resident)[0]
    assert ask(case, resident, RequestType.KLACHT).term_ends_on is not None


# --- Others ----------------------------------------------------------------------------------------------------


def test_a_referral_that_comes_back_reopens_with_the_clock_it_had(case, resident, klantmanager, monday):
    request = ask(case, resident)
    party = put_to(request, klantmanager)
    request.refresh_from_db()
    assert request.state == RequestState.AT_PARTIES
    assert request not in requests_waiting_for(klantmanager)
    assert notices(request)[-1] == "verzoek-doorgestuurd"
    assert "ligt al bij" in refusal(put_to, request, klantmanager)[0]
    monday.move_to(date(2026, 3, 12))
    came_back(party, klantmanager, date(2026, 3, 11), PartyState.RETURNED)
    request.refresh_from_db()
    assert (request.state, request.term_ends_on) == (RequestState.OPEN, date(2026, 3, 16))
    assert request in requests_waiting_for(klantmanager)
    assert case.events.filter(kind="verzoek.terug").exists()
    assert "al geantwoord" in refusal(came_back, party, klantmanager, date(2026, 3, 12))[0]


def test_who_was_sent_back_needs_the_team_lead_to_be_sent_on(case, resident, klantmanager, teamleider):
    """PP-08: nobody is sent to and fro."""
    request = ask(case, resident)
    one, two = put_to(request, klantmanager), put_to(request, klantmanager, "Kinderopvang Zon")
    came_back(one, klantmanager, MONDAY, PartyState.RETURNED)
    came_back(two, klantmanager, MONDAY, PartyState.AGREED)
    assert "Alleen de teamleider" in refusal(put_to, request, klantmanager, "UAF")[0]
    put_to(request, teamleider, "UAF")


def test_when_everybody_refuses_a_casusoverleg_is_due(case, resident, klantmanager):
    request = ask(case, resident)
    school, opvang = put_to(request, klantmanager), put_to(request, klantmanager, "Kinderopvang Zon")
    came_back(school, klantmanager, MONDAY)
    assert not hasattr(Request.objects.get(pk=request.pk), "conference")
    came_back(opvang, klantmanager, MONDAY, PartyState.RETURNED)
    conference = Request.objects.get(pk=request.pk).conference
    assert (conference.convener, conference.due_on) == (klantmanager, date(2026, 3, 16))
    assert case.deadlines.open().filter(about=f"casusoverleg:{request.pk}").exists()
    assert "casusoverleg" in refusal(refuse, request, klantmanager)[0]

    def hold(**fields):
        fields = {
            "held_on": MONDAY, "participants": "School, opvang, gemeente", "decider_name": "Fatima Aydin",
            "outcome": "De school zoekt een plek in de ochtend.", **fields,
        }  # fmt: skip
        return services.hold_conference(request=request, by=klantmanager, **fields)

    assert len(refusal(hold, held_on=MONDAY + timedelta(days=1), participants="", outcome="", decider_name="")) == 4  # fmt: skip
    hold()
    assert not case.deadlines.open().filter(about=f"casusoverleg:{request.pk}").exists()
    refuse(request, klantmanager)
    assert "geen casusoverleg" in refusal(
        services.hold_conference, request=ask(case, resident, text="Iets anders."), by=klantmanager, held_on=MONDAY,
        participants="x", outcome="y", decider_name="z",
    )[0]  # fmt: skip


def test_granting_ends_a_casusoverleg_that_is_not_needed_any_more(case, resident, klantmanager):
    request = ask(case, resident)
    came_back(put_to(request, klantmanager), klantmanager, MONDAY)
    grant(request, klantmanager)
    assert not case.deadlines.open().filter(about__endswith=f":{request.pk}").exists()


# --- Waiting ----------------------------------------------------------------------------------------------------


def test_past_its_term_it_is_on_the_list_of_the_team_lead_too(
    case, resident, klantmanager, teamleider, gemeente, monday
):
    request = ask(case, resident)
    put_to(request, klantmanager)
    assert not requests_waiting_for(teamleider).exists()
    monday.move_to(date(2026, 3, 17))
    assert list(requests_waiting_for(teamleider)) == [request]
    assert list(requests_waiting_for(klantmanager)) == [request]
    assert list(overdue_requests(today=date(2026, 3, 17), gemeente=gemeente)) == [request]
    assert not overdue_requests(today=date(2026, 3, 16), team=case.team).exists()


@pytest.mark.parametrize("type_", [RequestType.BRIEF, RequestType.KLACHT, RequestType.LEERROUTE])
def test_after_four_weeks_the_newcomer_hears_something_once(case, resident, type_):
    request = ask(case, resident, type_)
    assert services.tell_long_waiters(today=MONDAY + timedelta(days=27)) == 0
    assert services.tell_long_waiters(today=MONDAY + timedelta(days=28)) == 1
    assert services.tell_long_waiters(today=MONDAY + timedelta(days=29)) == 0
    assert notices(request).count("verzoek-duurt-lang") == 1


def test_who_has_an_answer_hears_nothing_about_waiting(case, resident, klantmanager):
    grant(ask(case, resident), klantmanager)
    assert services.tell_long_waiters(today=MONDAY + timedelta(days=60)) == 0
