"""The pages about requests: three people for each, what is shown and what stays out of sight."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.enums import Role
from contact.enums.requests import Desk, PartyState, RequestState, RequestType
from contact.models import Mandate, Request
from contact.services import requests as services
from tests.contact.requests import QUESTION, REASON, ask, came_back, grant, put_to, reads, refuse
from tests.factories import CaseFactory, ResidentFactory, StaffFactory, TeamFactory

pytestmark = pytest.mark.django_db

ANSWER = {"decision": "toegewezen", "reason": REASON}


@pytest.fixture
def asked(case, resident):
    return ask(case, resident)


def url(name, asked, *more):
    return reverse(name, args=[asked.pk, *more])


def test_a_day_before_the_law_is_refused_at_its_field(case, klantmanager, log_in):
    form = {
        "type": "leerroute",
        "text": "Een brief.",
        "language": "nl",
        "via": "brief",
        "asked_on": "2021-12-31",
    }
    response = log_in(klantmanager).post(reverse("verzoek-nieuw", args=[case.pk]), form)
    assert response.status_code == 422
    assert "1 januari 2022" in response.context["form"].errors["asked_on"][0]
    assert not Request.objects.exists()


def test_three_people_and_one_request(asked, klantmanager, colleague, stranger, resident, log_in):
    page = url("verzoek", asked)
    assert log_in(klantmanager).get(page).status_code == 200
    assert log_in(colleague).get(page).status_code == 200
    assert log_in(stranger).get(page).status_code == 404
    assert log_in(resident).get(page).status_code == 403


def test_a_colleague_reads_and_does_not_act(asked, colleague, log_in):
    client = log_in(colleague)
    assert "Beantwoorden" not in client.get(url("verzoek", asked)).content.decode()
    assert client.post(url("verzoek-antwoord", asked), ANSWER).status_code == 403
    assert Request.objects.get().is_open


def test_a_request_by_phone_is_written_down(case, klantmanager, log_in):
    client = log_in(klantmanager)
    form = {
        "type": "brief", "text": "Een brief voor de school.", "language": "nl", "via": "telefoon",
        "asked_on": timezone.localdate().isoformat(),
    }  # fmt: skip
    response = client.post(reverse("verzoek-nieuw", args=[case.pk]), form)
    asked = Request.objects.get()
    assert response["Location"] == url("verzoek", asked)
    assert (asked.type, asked.recorded_by) == (RequestType.BRIEF, klantmanager)


def test_what_was_typed_comes_back_with_every_reason(case, klantmanager, log_in):
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    form = {"type": "brief", "text": "Een brief.", "language": "nl", "via": "telefoon", "asked_on": tomorrow}
    response = log_in(klantmanager).post(reverse("verzoek-nieuw", args=[case.pk]), form)
    assert response.status_code == 422
    assert "Een brief." in response.content.decode()
    assert "in de toekomst" in response.content.decode()


def test_too_long_a_text_is_refused_on_the_form(case, klantmanager, log_in):
    form = {
        "type": "brief",
        "text": "x" * 20_000,
        "language": "nl",
        "via": "telefoon",
        "asked_on": "2026-03-02",
    }
    response = log_in(klantmanager).post(reverse("verzoek-nieuw", args=[case.pk]), form)
    assert response.status_code == 422
    assert "hoogstens 5000" in response.content.decode()


def test_a_complaint_that_a_klantmanager_writes_down_is_out_of_sight(case, klantmanager, teamleider, log_in):
    form = {
        "type": "klacht", "text": "De gemeente belt niet terug.", "language": "nl", "via": "telefoon",
        "asked_on": timezone.localdate().isoformat(),
    }  # fmt: skip
    client = log_in(klantmanager)
    response = client.post(reverse("verzoek-nieuw", args=[case.pk]), form, follow=True)
    assert "De teamleider behandelt dit" in response.content.decode()
    assert client.get(url("verzoek", Request.objects.get())).status_code == 404
    assert log_in(teamleider).get(url("verzoek", Request.objects.get())).status_code == 200


def test_script_in_a_question_is_text(case, resident, klantmanager, log_in):
    asked = ask(case, resident, text="<script>alert(1)</script> Mag ik iets vragen?")
    page = log_in(klantmanager).get(url("verzoek", asked)).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_an_answer_is_given_on_its_page(asked, klantmanager, log_in):
    response = log_in(klantmanager).post(url("verzoek-antwoord", asked), ANSWER, follow=True)
    assert "Het antwoord is verstuurd." in response.content.decode()
    asked.refresh_from_db()
    assert asked.state == RequestState.ANSWERED


def test_a_bad_answer_keeps_the_words(asked, klantmanager, log_in):
    form = {"decision": "later", "reason": REASON, "later_on": "2020-01-01"}
    response = log_in(klantmanager).post(url("verzoek-antwoord", asked), form)
    assert response.status_code == 422
    assert "moet nog komen" in response.content.decode()
    assert REASON in response.content.decode()


def test_who_comes_second_gets_a_sentence(asked, klantmanager, teamleider, log_in):
    grant(asked, klantmanager)
    response = log_in(teamleider).post(url("verzoek-antwoord", asked), ANSWER)
    assert response.status_code == 422
    assert "al een antwoord" in response.content.decode()


def test_a_newcomer_who_reads_arabic_needs_a_translation_or_a_tick(case, asked, klantmanager, log_in):
    reads(case, "ar")
    client = log_in(klantmanager)
    assert "Dezelfde uitleg in het Arabisch" in client.get(url("verzoek-antwoord", asked)).content.decode()
    assert client.post(url("verzoek-antwoord", asked), ANSWER).status_code == 422
    assert (
        client.post(url("verzoek-antwoord", asked), ANSWER | {"without_translation": "on"}).status_code == 302
    )


def test_outside_the_mandate_the_page_says_what_to_do(case, resident, klantmanager, teamleider, log_in):
    costs = ask(case, resident, RequestType.REISKOSTEN)
    page = log_in(klantmanager).get(url("verzoek", costs)).content.decode()
    assert "U hebt geen mandaat" in page
    assert url("verzoek-antwoord", costs) not in page
    assert url("verzoek-antwoord", costs) in log_in(teamleider).get(url("verzoek", costs)).content.decode()


def test_it_is_put_to_the_team_lead_with_advice(asked, klantmanager, log_in):
    log_in(klantmanager).post(url("verzoek-teamleider", asked), {"advice": "Ik zou ja zeggen."})
    asked.refresh_from_db()
    assert asked.desk == Desk.TEAMLEIDER


def test_parties_are_asked_and_answer(asked, klantmanager, log_in):
    client = log_in(klantmanager)
    form = {"kind": "aanbieder", "name": "De Brug", "question": "Is er plek in de ochtend?"}
    client.post(url("verzoek-voorleggen", asked), form)
    party = asked.parties.get()
    today = timezone.localdate().isoformat()
    form = {"state": "weigert", "refusal_code": "contract", "answer": "Dat kan niet.", "on": today}
    assert client.post(url("verzoek-partij", asked, party.pk), form).status_code == 302
    page = client.get(url("verzoek", asked)).content.decode()
    assert "Casusoverleg nodig" in page
    form = {
        "held_on": today,
        "participants": "School, gemeente",
        "outcome": "De school zoekt mee.",
        "decider_name": "F.",
    }
    assert client.post(url("verzoek-casusoverleg", asked), form).status_code == 302
    assert "De school zoekt mee." in client.get(url("verzoek", asked)).content.decode()


def test_a_party_of_another_request_is_not_there(case, resident, asked, klantmanager, log_in):
    other = put_to(ask(case, resident, text="Iets anders."), klantmanager)
    assert log_in(klantmanager).get(url("verzoek-partij", asked, other.pk)).status_code == 404


def test_translation_withdrawal_and_review(case, resident, klantmanager, log_in):
    client = log_in(klantmanager)
    asked = ask(case, resident, text="هل يمكنني الحصول على رسالة؟", language="ar")
    client.post(url("verzoek-vertaling", asked), {"translation": "Mag ik een brief?", "source": "mens"})
    assert "Mag ik een brief?" in client.get(url("verzoek", asked)).content.decode()
    client.post(url("verzoek-intrekken", asked), {"reason": "Zij heeft de brief al."})
    asked.refresh_from_db()
    assert asked.state == RequestState.WITHDRAWN
    refused = ask(case, resident)
    refuse(refused, klantmanager)
    form = {"text": "Zij is het er niet mee eens.", "language": "nl", "via": "telefoon"}
    assert client.post(url("verzoek-herbeoordeling", refused), form).status_code == 302
    assert client.post(url("verzoek-herbeoordeling", refused), form).status_code == 422


def test_withdrawing_is_offered_only_to_who_may(case, asked, klantmanager, teamleider, log_in):
    services.escalate_request(request=asked, advice="Dit kan ik niet beslissen.", by=klantmanager)
    client = log_in(klantmanager)
    assert url("verzoek-intrekken", asked) not in client.get(url("verzoek", asked)).content.decode()
    assert client.get(url("verzoek-intrekken", asked)).status_code == 403
    assert client.post(url("verzoek-intrekken", asked), {"reason": "Zij wil niet meer."}).status_code == 403
    client = log_in(teamleider)
    assert url("verzoek-intrekken", asked) in client.get(url("verzoek", asked)).content.decode()


def test_a_call_that_nobody_took_is_written_down(asked, klantmanager, log_in):
    client = log_in(klantmanager)
    assert client.post(url("verzoek-gebeld", asked), {}).status_code == 302
    assert "Gebeld, en niet bereikt" in client.get(url("verzoek", asked)).content.decode()


# --- The team lead ------------------------------------------------------------------------------------


def test_the_team_lead_triages_and_the_klantmanager_sees_it_only_when_shared(
    case, resident, klantmanager, teamleider, log_in
):
    complaint = ask(case, resident, RequestType.KLACHT)
    lead, guide = log_in(teamleider), log_in(klantmanager)
    assert "Eén verzoek wacht" in lead.get(reverse("verzoeken")).content.decode()
    assert guide.get(url("verzoek-bekijken", complaint)).status_code == 403
    for page in (reverse("verzoeken"), reverse("dossier-verzoeken", args=[case.pk])):
        assert f"nummer {complaint.pk}" not in guide.get(page).content.decode()
    for page in ("dossier", "dossier-logboek", "termijnen"):
        shown = guide.get(reverse(page, args=[case.pk])).content.decode().lower()
        assert "klacht" not in shown, page
        assert f"verzoek {complaint.pk}" not in shown, page
    lead.post(url("verzoek-bekijken", complaint), {"share": "ja", "owner": teamleider.pk})
    assert guide.get(url("verzoek", complaint)).status_code == 200


def test_who_was_named_reads_a_request_of_a_case_that_stays_closed(
    case, resident, teamleider, gemeente, log_in
):
    elsewhere = StaffFactory(team=TeamFactory(gemeente=gemeente), role=Role.TEAMLEIDER)
    complaint = ask(case, resident, RequestType.KLACHT)
    client = log_in(elsewhere)
    assert client.get(url("verzoek", complaint)).status_code == 404
    services.triage_request(request=complaint, share=False, owner=elsewhere, by=teamleider)
    assert client.get(url("verzoek", complaint)).status_code == 200
    assert client.get(reverse("dossier", args=[case.pk])).status_code == 404
    assert client.post(url("verzoek-antwoord", complaint), ANSWER).status_code == 302


def test_the_team_lead_gives_it_to_a_colleague(asked, klantmanager, colleague, teamleider, log_in):
    assert log_in(klantmanager).get(url("verzoek-collega", asked)).status_code == 403
    log_in(teamleider).post(url("verzoek-collega", asked), {"owner": colleague.pk})
    asked.refresh_from_db()
    assert asked.owner == colleague


# --- Lists ---------------------------------------------------------------------------------------------------


def test_the_list_can_be_narrowed_down(case, resident, klantmanager, log_in):
    waits = ask(case, resident, text="Een.")
    at_school = ask(case, resident, text="Twee.")
    put_to(at_school, klantmanager)
    late = ask(case, klantmanager, text="Drie.", asked_on=timezone.localdate() - timedelta(days=40))
    client = log_in(klantmanager)

    def shown(**query):
        page = client.get(reverse("verzoeken"), query).content.decode()
        return {one for one in (waits, at_school, late) if url("verzoek", one) in page}

    assert shown() == {waits, at_school, late}
    assert shown(soort="te-laat") == {late}
    assert shown(soort="bij-anderen") == {at_school}
    assert shown(soort="wacht") == {waits, late}
    assert shown(soort="later") == set()
    came_back(at_school.parties.get(), klantmanager, timezone.localdate(), PartyState.RETURNED)
    assert shown(soort="heen-en-weer") == {at_school}
    assert shown(soort="nieuw") == {waits, at_school, late}
    assert shown(wie="team") == {waits, at_school, late}


def test_a_list_of_many_takes_as_many_queries_as_one(klantmanager, log_in, django_assert_max_num_queries):
    for _ in range(12):
        case = CaseFactory(klantmanager=klantmanager)
        put_to(ask(case, ResidentFactory(person=case.person)), klantmanager)
    client = log_in(klantmanager)
    for page in (reverse("verzoeken"), f"{reverse('verzoeken')}?wie=team"):
        client.get(page)
        with django_assert_max_num_queries(14):
            assert client.get(page).content.count(b"/verzoeken/") >= 12


def test_a_dossier_of_many_takes_as_many_queries_as_one(
    case, resident, klantmanager, log_in, django_assert_max_num_queries
):
    for number in range(12):
        asked = ask(case, resident, text=f"Vraag {number}")
    came_back(put_to(asked, klantmanager), klantmanager, timezone.localdate())
    client = log_in(klantmanager)
    client.get(url("verzoek", asked))
    with django_assert_max_num_queries(22):
        client.get(reverse("dossier-verzoeken", args=[case.pk]))
    with django_assert_max_num_queries(46):
        client.get(url("verzoek", asked))


def test_empty_lists_say_what_comes_there(case, klantmanager, log_in):
    client = log_in(klantmanager)
    assert "Geen verzoeken" in client.get(reverse("verzoeken")).content.decode()
    assert "Nog geen verzoeken" in client.get(reverse("dossier-verzoeken", args=[case.pk])).content.decode()


# --- Mandates --------------------------------------------------------------------------------------------------


def test_the_functioneel_beheerder_sets_a_mandate(team, klantmanager, log_in):
    client = log_in(StaffFactory(team=team, role=Role.FUNCTIONEEL_BEHEERDER))
    today = timezone.localdate().isoformat()
    form = {"type_": "reiskosten", "role": "klantmanager", "may_decide": "ja", "valid_from": today}
    assert log_in(klantmanager).get(reverse("mandaten")).status_code == 403
    assert client.post(reverse("mandaten"), form).status_code == 302
    assert Mandate.objects.get().may_decide
    assert "Zelf ingesteld" in client.get(reverse("mandaten")).content.decode()
    assert client.post(reverse("mandaten"), form).status_code == 422
    form |= {"type_": "klacht", "role": "teamleider", "may_decide": "nee"}
    assert "niemand meer" in client.post(reverse("mandaten"), form).content.decode()


def test_a_mandate_is_of_one_gemeente(team, stranger, gemeente, log_in):
    today = timezone.localdate().isoformat()
    client = log_in(StaffFactory(team=team, role=Role.FUNCTIONEEL_BEHEERDER))
    form = {
        "type_": "reiskosten",
        "role": "klantmanager",
        "may_decide": "ja",
        "valid_from": today,
    }
    client.post(reverse("mandaten"), form)
    their_case = CaseFactory(klantmanager=stranger)
    asked = ask(their_case, ResidentFactory(person=their_case.person), RequestType.REISKOSTEN, text=QUESTION)
    assert asked.desk == Desk.TEAMLEIDER
