"""The pages about messages: what goes out, one message, letters for the post, a colleague's own message, preferences."""

import io
import json
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.urls import reverse
from pypdf import PdfReader

from accounts.enums import Role
from accounts.models import Membership, User
from cases.models import CaseEvent, PersonLanguage
from contact.enums.notices import Channel, NoticeKind, NoticeState
from contact.enums.requests import RequestType
from contact.models import ContactPreference, Notice
from contact.selectors.notices import (
    latest_notices,
    notices_of_resident,
    notices_visible_to,
    outbox_visible_to,
    unread_of_resident,
    untranslated,
)
from contact.services.notices import make_notices, mark_read
from contact.services.notices.sending import send_due
from contact.services.preferences import set_preferences
from contact.services.requests import submit_request
from tests.factories import CaseFactory

NOON = datetime(2026, 9, 24, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def noon():
    with time_machine.travel(NOON, tick=True) as clock:
        yield clock


@pytest.fixture(autouse=True)
def mail_on(settings):
    settings.MAIL_ADAPTER, settings.MAIL_FROM = "smtp", "Gemeente <post@waterveen.example>"


def make(case, number=1, **changes):
    facts = {"case": case, "person": case.person, "kind": NoticeKind.NEW_KLANTMANAGER, "source": f"event:{number}",
             "context": {"new": "Bram", "new_phone": ""}}  # fmt: skip
    return make_notices(**facts | changes)[-1]


def failed(case, number=1):
    notice = make(case, number, channels=[Channel.MAIL])
    Notice.objects.filter(pk=notice.pk).update(state=NoticeState.FAILED, problem="De mailserver zei nee.")
    return notice


# --- The outbox -----------------------------------------------------------------------------------------------------


def test_the_outbox_shows_what_failed_and_why(log_in, teamleider, case):
    failed(case)
    page = log_in(teamleider).get(reverse("berichten")).content.decode()
    assert "De mailserver zei nee." in page
    assert case.person.full_name in page


def test_the_beheerder_sees_no_names_and_no_text(log_in, beheerder, case):
    notice = failed(case)
    client = log_in(beheerder)
    page = client.get(reverse("berichten")).content.decode()
    assert case.number in page
    assert case.person.full_name not in page
    assert client.get(reverse("bericht", args=[notice.pk])).status_code == 403


def test_try_again_one_and_selected(log_in, teamleider, case):
    one, two, three = (failed(case, number) for number in (1, 2, 3))
    log_in(teamleider).post(reverse("berichten-opnieuw"), {"bericht": [one.pk, two.pk, "x"]})
    states = dict(Notice.objects.filter(channel=Channel.MAIL).values_list("pk", "state"))
    assert states == {one.pk: NoticeState.WAITING, two.pk: NoticeState.WAITING, three.pk: NoticeState.FAILED}


def test_what_may_have_arrived_goes_again_only_when_somebody_says_so(log_in, teamleider, case):
    sure, maybe = failed(case, 1), failed(case, 2)
    Notice.objects.filter(pk=maybe.pk).update(may_have_arrived=True)
    client, url, chosen = log_in(teamleider), reverse("berichten-opnieuw"), {"bericht": [sure.pk, maybe.pk]}
    for words, state in (({}, NoticeState.FAILED), ({"dubbel": "ja"}, NoticeState.WAITING)):
        assert "mag twee keer aankomen" in client.get(reverse("berichten")).content.decode()
        page = client.post(url, chosen | words, follow=True).content.decode()
        assert ("misschien al aangekomen" in page) == (state == NoticeState.FAILED)
        maybe.refresh_from_db()
        assert maybe.state == state
    retried = CaseEvent.objects.filter(case=case, kind="bericht.opnieuw")
    assert [(event.by, event.data["notice_id"]) for event in retried.order_by("id")] == [
        (teamleider, sure.pk), (teamleider, maybe.pk),
    ]  # fmt: skip


def test_another_gemeente_sees_and_moves_nothing(log_in, case, stranger):
    stranger.memberships.update(role=Role.TEAMLEIDER)
    notice = failed(case)
    client = log_in(stranger)
    assert case.number not in client.get(reverse("berichten")).content.decode()
    client.post(reverse("berichten-opnieuw"), {"bericht": notice.pk})
    notice.refresh_from_db()
    assert notice.state == NoticeState.FAILED
    assert client.get(reverse("bericht", args=[notice.pk])).status_code == 404


@pytest.mark.parametrize("show", ["", "wacht", "verstuurd", "vervallen", "onzin"])
def test_each_list_is_there_when_it_is_empty_and_costs_the_same_when_full(
    log_in, teamleider, case, show, django_assert_max_num_queries
):
    client = log_in(teamleider)
    url = f"{reverse('berichten')}?toon={show}"
    assert client.get(url).status_code == 200
    for number in range(30):
        failed(case, number)
    with django_assert_max_num_queries(14):
        assert client.get(url).status_code == 200


def test_the_team_lead_sees_how_many_went_without_translation(log_in, teamleider, klantmanager, case):
    PersonLanguage.objects.create(person=case.person, code="ti", reads=True, preferred=True)
    make(case, 1)
    make(case, 2, by=klantmanager, confirmed_without_translation=True)
    counted = untranslated(teamleider, since=NOON.date())
    assert (counted.by_system, counted.by_staff) == (1, 1)
    assert "gingen 2 berichten" in log_in(teamleider).get(reverse("berichten")).content.decode()


# --- One message -----------------------------------------------------------------------------------------------------


def test_a_message_is_shown_as_it_went(log_in, klantmanager, case):
    PersonLanguage.objects.create(person=case.person, code="ar", reads=True, preferred=True)
    notice = make(case)
    page = log_in(klantmanager).get(reverse("bericht", args=[notice.pk])).content.decode()
    assert 'lang="ar"' in page
    assert "لديك مسؤول ملف" in page
    assert "U hebt een nieuwe klantmanager bij de gemeente: Bram." in page


def test_what_is_about_a_complaint_is_for_the_team_lead_alone(
    log_in, klantmanager, teamleider, resident, beheerder, case
):
    complaint = submit_request(
        case=case, type_=RequestType.KLACHT, text="Niemand belt terug.", language="nl", by=resident
    )
    notice = Notice.objects.filter(request=complaint, channel=Channel.PORTAL).get()
    assert log_in(klantmanager).get(reverse("bericht", args=[notice.pk])).status_code == 404
    assert log_in(teamleider).get(reverse("bericht", args=[notice.pk])).status_code == 200
    assert latest_notices(klantmanager, case) == []
    while send_due():
        pass
    assert not CaseEvent.objects.filter(case=case, kind__startswith="bericht.").exists()
    letter = Notice.objects.exclude(channel=Channel.PORTAL).get(request=complaint)
    assert (letter.state, letter.document) == (NoticeState.FAILED, None)
    assert case.number not in log_in(beheerder).get(reverse("berichten")).content.decode()
    assert case.number in log_in(teamleider).get(reverse("berichten")).content.decode()


def test_messages_about_a_complaint_are_not_for_the_team_lead_whom_it_may_be_about(
    log_in, klantmanager, team, teamleider, resident, case
):
    Membership.objects.create(user=klantmanager, team=team, role=Role.TEAMLEIDER)
    guide = User.objects.get(pk=klantmanager.pk)
    submit_request(
        case=case, type_=RequestType.KLACHT, text="Niemand belt terug.", language="nl", by=resident
    )
    while send_due():
        pass
    assert not notices_visible_to(guide).exists()
    assert not outbox_visible_to(guide).exists()
    assert notices_visible_to(teamleider).exists()
    assert outbox_visible_to(teamleider).exists()
    teamleider.memberships.all().delete()
    assert outbox_visible_to(User.objects.get(pk=guide.pk)).exists()


# --- Letters ---------------------------------------------------------------------------------------------------------


def test_letters_are_printed_together_and_marked_as_posted(log_in, teamleider, case, colleague):
    case.person.email = ""
    other = colleague.assignments.get().case
    letters = [make(one, channels=[Channel.LETTER]) for one in (case, other)]
    while send_due():
        pass
    client = log_in(teamleider)
    page = client.get(reverse("brieven")).content.decode()
    assert case.person.full_name in page
    assert other.person.full_name in page
    chosen = {"brief": [letter.pk for letter in letters]}
    answer = client.post(reverse("brieven-printen"), chosen)
    assert answer["Content-Type"] == "application/pdf"
    pages = PdfReader(io.BytesIO(answer.content)).pages
    assert len(pages) == 4  # each on a sheet of its own
    assert case.person.full_name in pages[0].extract_text()
    client.post(reverse("brieven-verstuurd"), chosen)
    sent = Notice.objects.filter(channel=Channel.LETTER)
    assert {(one.state, one.posted_by) for one in sent} == {(NoticeState.SENT, teamleider)}
    assert "Geen brieven" in client.get(reverse("brieven")).content.decode()
    assert CaseEvent.objects.filter(case=case, kind="bericht.verstuurd").count() == 1


def test_a_letter_that_says_nothing_any_more_leaves_the_pile(log_in, teamleider, case):
    letter = make(case, channels=[Channel.LETTER])
    send_due()
    case.person.died_on = NOON.date()
    case.person.save()
    answer = log_in(teamleider).post(reverse("brieven-printen"), {"brief": letter.pk})
    assert answer.status_code == 302
    letter.refresh_from_db()
    assert letter.state == NoticeState.DROPPED


# --- From the dossier ------------------------------------------------------------------------------------------------


def post_message(client, case, **changes):
    data = {"message": "Neem uw diploma mee.", "translation": "", "token": "abc"}
    return client.post(reverse("bericht-nieuw", args=[case.pk]), data | changes)


def test_a_message_of_ones_own_goes_once(log_in, klantmanager, case):
    client = log_in(klantmanager)
    assert post_message(client, case).status_code == 302
    assert post_message(client, case).status_code == 302
    notice = Notice.objects.get(channel=Channel.PORTAL, kind=NoticeKind.FREE)
    assert "Neem uw diploma mee." in notice.text
    assert notice.made_by == klantmanager


def test_without_a_translation_it_asks_first_and_keeps_what_was_typed(log_in, klantmanager, case):
    PersonLanguage.objects.create(person=case.person, code="ti", reads=True, preferred=True)
    client = log_in(klantmanager)
    answer = post_message(client, case)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Tigrinya" in page
    assert "Neem uw diploma mee." in page
    assert 'name="confirmed_without_translation"' in page
    assert not Notice.objects.filter(kind=NoticeKind.FREE).exists()
    assert post_message(client, case, confirmed_without_translation="on").status_code == 302
    assert Notice.objects.filter(kind=NoticeKind.FREE, confirmed_by=klantmanager).count() == 2


def test_a_translation_in_any_language_goes_with_the_dutch(log_in, klantmanager, case):
    PersonLanguage.objects.create(person=case.person, code="ti", reads=True, preferred=True)
    post_message(log_in(klantmanager), case, translation="ዲፕሎማኻ ሒዝካ ምጻእ።")
    notice = Notice.objects.get(channel=Channel.PORTAL, kind=NoticeKind.FREE)
    assert (notice.language, notice.text, notice.without_translation) == ("ti", "ዲፕሎማኻ ሒዝካ ምጻእ።", False)
    assert "Neem uw diploma mee." in notice.text_dutch


def preferences(**changes):
    usual = {
        "first": "sms",
        "second": "mail",
        "third": "",
        "quiet_from": "20:00",
        "quiet_until": "09:00",
        "daily_cap": 2,
    }
    return usual | changes


def test_preferences_are_kept_with_who_set_them(log_in, klantmanager, case):
    url = reverse("berichtvoorkeur", args=[case.pk])
    client = log_in(klantmanager)
    assert client.get(url).status_code == 200
    assert client.post(url, preferences()).status_code == 302
    kept = ContactPreference.objects.get(person=case.person)
    assert (kept.channels, kept.daily_cap, kept.set_by) == (["sms", "mail"], 2, klantmanager)
    client.post(url, preferences())
    assert CaseEvent.objects.filter(case=case, kind="bericht.voorkeur").count() == 1
    assert client.post(url, preferences(daily_cap=0)).status_code == 422


def test_the_newcomer_sets_their_own_and_nobody_elses(resident, case, klantmanager):
    wishes = {"channels": [Channel.LETTER], "quiet_from": NOON.time(), "quiet_until": NOON.time(), "daily_cap": 1,
              "wants_letters": True}  # fmt: skip
    assert set_preferences(case=case, by=resident, **wishes).channels == ["brief"]
    with pytest.raises(Exception, match="mag dit niet"):
        set_preferences(case=CaseFactory(klantmanager=klantmanager), by=resident, **wishes)


# --- In the portal ----------------------------------------------------------------------------------------------------


def test_the_newcomer_sees_one_row_a_message_and_reading_counts_once(resident, case, noon):
    make(case)
    portal = notices_of_resident(resident).get()
    assert unread_of_resident(resident) == 1
    first = mark_read(notice=portal, by=resident).read_at
    noon.shift(timedelta(hours=1))
    assert mark_read(notice=portal, by=resident).read_at == first
    assert unread_of_resident(resident) == 0


def test_nobody_reads_or_marks_anothers_message(resident, case, klantmanager):
    other = make(CaseFactory(klantmanager=klantmanager))
    assert not notices_of_resident(resident).filter(source=other.source, person=other.person).exists()
    assert mark_read(notice=other, by=resident).read_at is None
    other.refresh_from_db()
    assert other.read_at is None


# --- What the SMS service tells us --------------------------------------------------------------------------------------


@pytest.fixture
def sms(case, settings):
    settings.NOTIFY_CALLBACK_TOKEN = "geheim-woord"
    notice = make(case, channels=[Channel.SMS])
    Notice.objects.filter(pk=notice.pk).update(state=NoticeState.SENT, sent_at=NOON, message_id="bericht-7")
    return notice


def tell(client, token="geheim-woord", body=None):
    body = {"id": "x", "reference": "bericht-7", "status": "delivered"} if body is None else body
    data = body if isinstance(body, str) else json.dumps(body)
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return client.post(
        reverse("sms-status"), data, content_type="application/json", headers=headers
    ).status_code


def test_the_sms_service_tells_how_it_ended(client, sms):
    assert tell(client) == 204
    sms.refresh_from_db()
    assert sms.state == NoticeState.DELIVERED


@pytest.mark.parametrize(("token", "body", "status"), [
    ("", None, 401), ("geheim", None, 401), ("geheim-woord", "[]", 400), ("geheim-woord", "{", 400),
    ("geheim-woord", {"reference": "van-een-ander", "status": "delivered"}, 204),
    ("geheim-woord", {"reference": 7, "status": None}, 204),
    ("geheim-woord", "x" * 30_000, 413),
])  # fmt: skip
def test_others_and_nonsense_change_nothing(client, sms, token, body, status):
    assert tell(client, token, body) == status
    sms.refresh_from_db()
    assert sms.state == NoticeState.SENT


def test_without_a_token_in_the_settings_nobody_comes_in(client, sms, settings):
    settings.NOTIFY_CALLBACK_TOKEN = ""
    assert tell(client, "") == 401
    assert not mail.outbox
