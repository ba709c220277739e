"""A request from the question to the answer, and everything that can come in between."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from accounts.enums import Role
from accounts.models import Membership, User
from cases.enums import Relation
from cases.services import assign_klantmanager, close_case, join_household
from contact.enums.requests import (
    Decision,
    Desk,
    PartyState,
    RefusalCode,
    RequestState,
    RequestType,
    Step,
    TranslationSource,
    Via,
)
from contact.models import Answer, Notice, Request
from contact.selectors.requests import (
    final_answer,
    overdue_requests,
    requests_of_resident,
    requests_visible_to,
    requests_waiting_for,
    timeline_for_resident,
    untriaged_requests,
    who_decides,
)
from contact.services import requests as services
from contact.services.mandates import set_mandate
from deadlines.enums import Kind
from tests.contact.requests import QUESTION, REASON, ask, came_back, grant, put_to, reads, refuse
from tests.factories import CaseFactory, ResidentFactory, StaffFactory

pytestmark = pytest.mark.django_db

MONDAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def monday():
    with time_machine.travel(MONDAY, tick=False) as clock:
        yield clock


@pytest.fixture
def beheerder(team):
    return StaffFactory(team=team, role=Role.FUNCTIONEEL_BEHEERDER)


def notices(request):
    return list(
        Notice.objects.filter(request=request, channel="portaal")
        .order_by("id")
        .values_list("kind", flat=True)
    )


def refusal(act, *args, **kwargs):
    with pytest.raises(ValidationError) as refused:
        act(*args, **kwargs)
    return refused.value.messages


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


# --- Answering ----------------------------------------------------------------------------------------------


def test_an_answer_meets_the_term_and_is_told(case, resident, klantmanager):
    request = ask(case, resident)
    with time_machine.travel(date(2026, 3, 9), tick=False):
        answer = grant(request, klantmanager)
    request.refresh_from_db()
    assert (request.state, request.closed_on) == (RequestState.ANSWERED, date(2026, 3, 9))
    assert request.deadline.met_on == date(2026, 3, 9)
    assert answer.decided_by == klantmanager
    assert notices(request) == ["verzoek-ontvangen", "verzoek-beantwoord"]
    assert REASON in case.events.get(kind="verzoek.beantwoord").text


def test_a_refusal_says_why_and_what_to_do_about_it(case, resident, klantmanager, teamleider):
    request = ask(case, resident)
    refuse(request, klantmanager)
    text = Notice.objects.get(kind="verzoek-beantwoord", channel="portaal").text_dutch
    assert "het contract met de school" in text
    assert "herbeoordeling" in text
    route = ask(case, resident, RequestType.LEERROUTE)
    refuse(route, teamleider, refusal_code=RefusalCode.BELEID)
    text = Notice.objects.get(request=route, kind="verzoek-beantwoord", channel="portaal").text_dutch
    assert "bezwaar" in text
    assert "herbeoordeling" not in text


def test_the_answer_is_sent_in_the_own_language(case, resident, klantmanager):
    reads(case, "ar")
    request = ask(case, resident)
    assert "andere taal" in refusal(grant, request, klantmanager)[0]
    grant(request, klantmanager, translation="نعم، يمكنك ذلك", translation_source=TranslationSource.PERSON)
    notice = Notice.objects.get(kind="verzoek-beantwoord", channel="portaal")
    assert notice.language == "ar"
    assert "نعم، يمكنك ذلك" in notice.text
    assert REASON in notice.text_dutch


def test_a_call_that_nobody_took_is_seen_by_the_newcomer(case, resident, klantmanager, colleague):
    request = ask(case, resident, RequestType.TERUGBELLEN)
    services.log_call(request=request, note="Voicemail stond uit.", by=klantmanager)
    assert "Voicemail" in case.events.get(kind="verzoek.gebeld").text
    assert "gebeld" in [step.key for step in timeline_for_resident(request)]
    assert "Voicemail" not in str(timeline_for_resident(request))
    assert request.is_open
    with pytest.raises(PermissionDenied):
        services.log_call(request=request, note="", by=colleague)


def test_an_answer_without_translation_is_confirmed_and_counted(case, resident, klantmanager):
    reads(case, "ti")
    request = ask(case, resident)
    answer = grant(request, klantmanager, without_translation=True)
    assert answer.without_translation
    assert [a for a in Answer.objects.all() if a.without_translation] == [answer]
    assert Notice.objects.get(kind="verzoek-beantwoord", channel="portaal").without_translation


def test_two_colleagues_answer_and_the_second_gets_a_sentence(case, resident, klantmanager, teamleider):
    request = ask(case, resident)
    grant(request, klantmanager)
    assert refusal(refuse, request, teamleider) == [
        "Dit verzoek heeft al een antwoord, misschien net van een collega. Laad de bladzijde opnieuw."
    ]


def test_the_database_keeps_one_final_answer(case, resident, klantmanager):
    request = ask(case, resident)
    grant(request, klantmanager)
    with pytest.raises(IntegrityError), transaction.atomic():
        Answer.objects.create(
            request=request, decision=Decision.TOEGEWEZEN, reason=REASON, language="nl", decided_by=klantmanager,
            translation_source=TranslationSource.NONE, decided_on=MONDAY,
        )  # fmt: skip


def test_a_withdrawn_request_is_not_answered(case, resident, klantmanager):
    request = ask(case, resident)
    services.withdraw_request(request=request, by=resident)
    assert "ingetrokken" in refusal(grant, request, klantmanager)[0]
    request.refresh_from_db()
    assert request.deadline.stopped_on == MONDAY
    assert case.events.filter(kind="verzoek.ingetrokken").exists()


def test_somebody_else_s_request_is_not_withdrawn(case, resident, klantmanager, colleague):
    request = ask(case, resident)
    other = ResidentFactory(person=CaseFactory(klantmanager=klantmanager).person)
    for nobody in (other, colleague):
        with pytest.raises(PermissionDenied):
            services.withdraw_request(request=request, by=nobody, reason="Dat wil ik gewoon.")
    assert "waarom" in refusal(services.withdraw_request, request=request, by=klantmanager)[0]


def test_a_klantmanager_can_t_make_a_complaint_about_herself_vanish(case, resident, klantmanager, teamleider):
    """Shared with her, it still isn't hers; and neither is it when she leads the team that has it on its desk."""
    for type_ in (RequestType.KLACHT, RequestType.ANDERE_KLANTMANAGER):
        request = ask(case, resident, type_)
        services.triage_request(request=request, share=True, by=teamleider)
        with pytest.raises(PermissionDenied):
            services.withdraw_request(request=request, by=klantmanager, reason="Zij heeft zich bedacht.")
    Membership.objects.create(user=klantmanager, team=case.team, role=Role.TEAMLEIDER)
    shared = ask(case, resident, RequestType.KLACHT, text="Zij belt nooit terug als ik bel.")
    services.triage_request(request=shared, share=True, by=teamleider)
    Request.objects.filter(pk=shared.pk).update(owner=None)
    with pytest.raises(PermissionDenied):
        services.withdraw_request(request=shared, by=klantmanager, reason="Zij heeft zich bedacht.")
    assert not case.requests.filter(state=RequestState.WITHDRAWN).exists()


def test_staff_withdraw_only_what_lies_on_their_own_desk(case, resident, klantmanager, teamleider):
    request = ask(case, resident)
    services.escalate_request(request=request, advice="Dit kan ik niet beslissen.", by=klantmanager)
    with pytest.raises(PermissionDenied):
        services.withdraw_request(request=request, by=klantmanager, reason="Zij heeft zich bedacht.")
    services.withdraw_request(request=request, by=teamleider, reason="Zij belde dat het niet meer hoeft.")
    told = Notice.objects.filter(request=request, channel="portaal").latest("id")
    assert told.kind == "verzoek-ingetrokken"
    assert f"nummer {request.pk}" in told.text_dutch
    assert teamleider.name in told.text_dutch


def test_with_a_casusoverleg_open_only_the_newcomer_withdraws(case, resident, klantmanager):
    request = ask(case, resident)
    came_back(put_to(request, klantmanager), klantmanager, MONDAY, PartyState.RETURNED)
    words = refusal(
        services.withdraw_request, request=request, by=klantmanager, reason="Zij wil het niet meer."
    )
    assert "casusoverleg" in words[0]
    services.withdraw_request(request=request, by=resident)
    assert "verzoek-ingetrokken" not in notices(request)


def test_later_has_a_day_on_which_the_request_is_back(case, resident, klantmanager, teamleider, monday):
    request = ask(case, resident)
    later_on = date(2026, 4, 13)

    def later(by):
        return services.answer_request(
            request=request, decision=Decision.LATER, reason=REASON, later_on=later_on, by=by
        )

    later(klantmanager)
    request.refresh_from_db()
    assert (request.state, request.term_ends_on) == (RequestState.LATER, later_on)
    first, second = case.deadlines.filter(about=f"verzoek:{request.pk}").order_by("id")
    assert (first.met_on, second.due_on) == (MONDAY, later_on)
    assert request not in requests_waiting_for(klantmanager)
    assert notices(request)[-1] == "verzoek-later"
    monday.move_to(later_on)
    assert request in requests_waiting_for(klantmanager)
    later_on = date(2026, 5, 11)
    assert "alleen de teamleider" in refusal(later, klantmanager)[0]
    later(teamleider)
    grant(request, klantmanager)
    assert not case.deadlines.open().filter(about=f"verzoek:{request.pk}").exists()


def test_staff_of_elsewhere_write_down_no_complaint_in_a_closed_case(case, klantmanager, stranger):
    close_case(case=case, on=MONDAY, reason="Diploma behaald", by=klantmanager)
    case.refresh_from_db()
    with pytest.raises(PermissionDenied):
        ask(case, stranger, RequestType.KLACHT)
    assert ask(case, klantmanager, RequestType.KLACHT).recorded_by == klantmanager


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


# --- Once more -------------------------------------------------------------------------------------------------


def test_a_refusal_is_looked_at_once_by_somebody_else(case, resident, klantmanager, teamleider):
    request = ask(case, resident)
    refuse(request, klantmanager)
    review = services.request_review(request=request, text=QUESTION, language="nl", by=resident)
    assert (review.type, review.desk, review.reviews) == (
        RequestType.HERBEOORDELING, Desk.TEAMLEIDER, request,
    )  # fmt: skip
    assert "geen mandaat" in refusal(grant, review, klantmanager)[0]
    refuse(review, teamleider)
    again = {"text": QUESTION, "language": "nl", "by": resident}
    assert "één keer" in refusal(services.request_review, request=request, **again)[0]
    assert "alleen" in refusal(services.request_review, request=review, **again)[0]


def test_a_review_is_not_decided_by_the_first_decider(case, resident, team, teamleider):
    request = ask(case, resident, RequestType.REISKOSTEN)
    refuse(request, teamleider)
    review = services.request_review(request=request, text=QUESTION, language="nl", by=resident)
    assert "eerste beslissing" in refusal(grant, review, teamleider)[0]
    second = StaffFactory(team=team, role=Role.TEAMLEIDER)
    grant(review, second)


def test_a_review_of_something_confidential_is_confidential(case, resident, klantmanager, teamleider, team):
    request = ask(case, resident, RequestType.ANDERE_KLANTMANAGER)
    services.triage_request(request=request, share=False, by=teamleider)
    refuse(request, teamleider)
    review = services.request_review(request=request, text=QUESTION, language="nl", by=resident)
    assert review.is_confidential
    assert review not in requests_visible_to(klantmanager)


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
