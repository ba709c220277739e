"""Who answers a request, who takes it back, and the refusal that is looked at once more."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from accounts.enums import Role
from accounts.models import Membership
from cases.services import close_case
from contact.enums.requests import (
    Decision,
    Desk,
    PartyState,
    RefusalCode,
    RequestState,
    RequestType,
    TranslationSource,
)
from contact.models import Answer, Notice, Request
from contact.selectors.requests import requests_visible_to, requests_waiting_for, timeline_for_resident
from contact.services import requests as services
from tests.contact.requests import (
    MONDAY,
    QUESTION,
    REASON,
    ask,
    came_back,
    grant,
    notices,
    put_to,
    reads,
    refusal,
    refuse,
)
from tests.factories import CaseFactory, ResidentFactory, StaffFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


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
