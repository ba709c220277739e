"""Sending: what may go now, what waits, what isn't worth sending any more, and what follows when a channel fails."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core import mail

from cases.models import CaseEvent, Household, HouseholdMember, PersonLanguage
from cases.services import close_case
from contact.enums.notices import Channel, NoticeKind, NoticeState
from contact.models import ContactPreference, Notice
from contact.selectors.notices import need_people, situation_of
from contact.services.notices import make_notices
from contact.services.notices.letters import _address_lines
from contact.services.notices.outcomes import record_bounce, record_sms_status, retry_notice
from contact.services.notices.sending import send_due

NOON = datetime(2026, 9, 24, 10, tzinfo=UTC)
"""Thursday 24 September 2026, 12 o'clock in Amsterdam."""


@pytest.fixture(autouse=True)
def noon():
    with time_machine.travel(NOON, tick=True) as clock:
        yield clock


@pytest.fixture(autouse=True)
def channels_on(settings, tmp_path):
    settings.MAIL_ADAPTER, settings.MAIL_FROM = "smtp", "Gemeente <post@waterveen.example>"
    settings.SMS_ADAPTER, settings.MESSAGE_FOLDER = "bestand", str(tmp_path)
    return tmp_path


@pytest.fixture
def person(case):
    case.person.email, case.person.phone = "yusuf@example.nl", "06 12345678"
    case.person.save()
    return case.person


def make(case, number=1, **changes):
    facts = {"case": case, "person": case.person, "kind": NoticeKind.NEW_KLANTMANAGER, "source": f"event:{number}",
             "context": {"new": f"Bram {number}", "new_phone": ""}}  # fmt: skip
    return make_notices(**facts | changes)[-1]


def send_all():
    while send_due():
        pass


def sent(notice):
    send_all()
    notice.refresh_from_db()
    return notice


def events(case, kind):
    return list(CaseEvent.objects.filter(case=case, kind=kind).values_list("text", flat=True))


# --- Over each channel ------------------------------------------------------------------------------------------


def test_a_mail_goes_once_in_both_languages(case, person):
    PersonLanguage.objects.create(person=person, code="ar", reads=True, preferred=True)
    notice = sent(make(case))
    send_all()
    [message] = mail.outbox
    assert (notice.state, notice.sent_to) == (NoticeState.SENT, "yusuf@example.nl")
    assert message.subject == "لديك مسؤول ملف جديد"
    assert message.extra_headers["Message-ID"] == notice.message_id
    assert notice.text in message.body
    assert notice.text_dutch in message.body
    html = message.alternatives[0].content
    assert '<html lang="ar" dir="rtl">' in html
    assert '<section lang="nl" dir="ltr">' in html
    assert events(case, "bericht.verstuurd") == [
        "Bericht verstuurd per e-mail: U hebt een nieuwe klantmanager."
    ]


def test_an_sms_is_the_short_text(case, person, channels_on):
    person.email = ""
    person.save()
    notice = sent(make(case))
    [file] = (channels_on / "sms").iterdir()
    assert file.read_text() == f"Aan: +31612345678\n\n{notice.short}\n"
    assert notice.state == NoticeState.DELIVERED


def test_a_letter_is_kept_in_the_dossier_and_waits_for_the_post(case, person):
    notice = sent(make(case, channels=[Channel.LETTER]))
    assert notice.state == NoticeState.WAITING
    assert notice.document.title == "Brief: U hebt een nieuwe klantmanager"
    assert notice.document.visible_to_resident
    assert bytes(notice.document.content.data).startswith(b"%PDF")


# --- Not now ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("moment", "waits_until"), [
    (datetime(2026, 9, 24, 18, 59, tzinfo=UTC), None),  # 20:59
    (datetime(2026, 9, 24, 19, 0, tzinfo=UTC), datetime(2026, 9, 25, 6, 0, tzinfo=UTC)),  # 21:00
    (datetime(2026, 9, 25, 5, 59, tzinfo=UTC), datetime(2026, 9, 25, 6, 0, tzinfo=UTC)),  # 7:59
    (datetime(2026, 10, 24, 20, 0, tzinfo=UTC), datetime(2026, 10, 25, 7, 0, tzinfo=UTC)),  # the clock goes back
    (datetime(2027, 3, 27, 22, 0, tzinfo=UTC), datetime(2027, 3, 28, 6, 0, tzinfo=UTC)),  # and forward
])  # fmt: skip
def test_nobody_is_woken(case, person, noon, moment, waits_until):
    noon.move_to(moment)
    notice = sent(make(case))
    assert notice.state == (NoticeState.WAITING if waits_until else NoticeState.SENT)
    if waits_until:
        assert notice.next_attempt_at == waits_until
        noon.move_to(waits_until)
        assert sent(notice).state == NoticeState.SENT


def test_three_a_day_is_enough(case, person, noon):
    for number in range(4):
        make(case, number)
    send_all()
    assert len(mail.outbox) == 3
    late = Notice.objects.get(channel=Channel.MAIL, state=NoticeState.WAITING)
    assert late.next_attempt_at == datetime(2026, 9, 25, 6, tzinfo=UTC)
    noon.move_to(late.next_attempt_at)
    assert sent(late).state == NoticeState.SENT


def test_own_hours_and_number(case, person):
    ContactPreference.objects.create(person=person, daily_cap=1, quiet_from="12:30", quiet_until="14:00")
    make(case, 1)
    make(case, 2)
    send_all()
    assert len(mail.outbox) == 1


# --- Not any more -------------------------------------------------------------------------------------------------


def test_a_closed_dossier_gets_nothing_more(case, person, klantmanager):
    notice = make(case)
    case.opened_on = NOON.date()
    close_case(case=case, on=NOON.date(), reason="Verhuisd", by=klantmanager)
    assert (sent(notice).state, notice.dropped_reason) == (NoticeState.DROPPED, "Het dossier is gesloten.")
    assert not mail.outbox
    assert events(case, "bericht.vervallen")


@pytest.mark.parametrize("kind", [
    NoticeKind.APPOINTMENT_CANCELLED, NoticeKind.REQUEST_RECEIVED, NoticeKind.REQUEST_ANSWERED,
])  # fmt: skip
def test_what_follows_from_closing_or_is_asked_after_it_goes_out(case, person, klantmanager, kind):
    notice = make(case)
    Notice.objects.update(kind=kind)
    case.opened_on = NOON.date()
    close_case(case=case, on=NOON.date(), reason="Verhuisd", by=klantmanager)
    assert sent(notice).state == NoticeState.SENT


def test_a_dead_person_gets_nothing_more(case, person):
    notice = make(case)
    person.died_on = NOON.date()
    person.save()
    assert (sent(notice).state, notice.dropped_reason) == (NoticeState.DROPPED, "De persoon is overleden.")


def test_the_same_words_go_once_a_day(case, person):
    first, second = (
        make(case, 1, context={"new": "Bram", "new_phone": ""}),
        make(case, 2, context={"new": "Bram", "new_phone": ""}),
    )
    assert (sent(first).state, sent(second).state) == (NoticeState.SENT, NoticeState.DROPPED)


# --- A fault of ours in one message -------------------------------------------------------------------------------


def spoil(notice):
    """Its text needs a fact that it has no more, as after a change of the texts."""
    Notice.objects.filter(pk=notice.pk).update(context={}, next_attempt_at=NOON - timedelta(hours=1))


def test_a_message_that_cannot_go_on_over_another_channel_holds_up_no_other(case, person):
    broken, other = make(case, 1, channels=[Channel.SMS]), make(case, 2, channels=[Channel.MAIL])
    spoil(broken)
    person.phone = ""
    person.save()
    assert sent(other).state == NoticeState.SENT
    assert sent(broken).state == NoticeState.FAILED
    assert "geen mobiel nummer" in broken.problem


def test_a_message_that_cannot_be_looked_at_waits_and_then_needs_people(case, person, noon, monkeypatch):
    broken, other = make(case, 1), make(case, 2)

    def situation(notice, now):
        if notice.pk == broken.pk:
            raise LookupError("A fault of ours.")
        return situation_of(notice, now)

    monkeypatch.setattr("contact.services.notices.sending.situation_of", situation)
    assert sent(other).state == NoticeState.SENT
    assert (sent(broken).state, broken.problem != "") == (NoticeState.WAITING, True)
    assert broken.next_attempt_at > NOON + timedelta(minutes=59)
    noon.move_to(NOON + timedelta(days=2, hours=1))
    assert sent(broken).state == NoticeState.FAILED
    assert broken in need_people(Notice.objects.all())


def test_a_letter_that_cannot_be_made_needs_people_after_two_days(case, person, noon):
    letter = make(case, channels=[Channel.LETTER])
    spoil(letter)
    assert (sent(letter).state, letter.problem != "") == (NoticeState.WAITING, True)
    noon.move_to(NOON + timedelta(days=2, hours=1))
    assert sent(letter).state == NoticeState.FAILED


# --- Of a worker that died before the channel had anything ---------------------------------------------------------


def left_behind(notice):
    Notice.objects.filter(pk=notice.pk).update(
        state=NoticeState.SENDING, attempts=1, next_attempt_at=NOON - timedelta(minutes=1)
    )


def test_what_a_dead_worker_left_is_looked_at_anew(case, person, noon, klantmanager):
    outdated, sleeping = make(case, 1), make(case, 2)
    left_behind(sleeping)
    noon.move_to(NOON + timedelta(hours=12))
    assert sent(sleeping).state == NoticeState.WAITING
    assert sleeping.next_attempt_at > NOON + timedelta(hours=12)
    noon.move_to(NOON)
    Notice.objects.filter(pk=sleeping.pk).update(next_attempt_at=NOON + timedelta(days=1))
    left_behind(outdated)
    case.opened_on = NOON.date()
    close_case(case=case, on=NOON.date(), reason="Verhuisd", by=klantmanager)
    assert sent(outdated).state == NoticeState.DROPPED
    assert not mail.outbox


# --- A family with one phone or mailbox -------------------------------------------------------------------------


@pytest.fixture
def partner_case(case, person, colleague):
    other = colleague.assignments.get().case
    other.person.email, other.person.phone = person.email.title(), person.phone
    other.person.save()
    return other


def test_a_shared_mailbox_learns_nothing_and_both_get_theirs(case, partner_case):
    one, two = make(case), make(partner_case)
    send_all()
    assert len(mail.outbox) == 2
    for message in mail.outbox:
        words = message.subject + message.body + message.alternatives[0].content
        assert "Bram" not in words
        assert "klantmanager" not in words
        assert case.person.full_name not in words
        assert partner_case.person.full_name not in words
    one.refresh_from_db()
    assert one.subject == "Er is een bericht van de gemeente Waterveen"
    assert "Bram" in Notice.objects.get(channel=Channel.PORTAL, case=case).text
    assert two.source == one.source


def test_a_shared_phone_learns_nothing(case, partner_case, channels_on):
    for one in (case.person, partner_case.person):
        one.email = ""
        one.save()
    make(case)
    make(partner_case)
    send_all()
    texts = {file.read_text() for file in (channels_on / "sms").iterdir()}
    assert len(list((channels_on / "sms").iterdir())) == 2
    assert len(texts) == 1
    assert "klantmanager" not in texts.pop()


# --- What comes back ------------------------------------------------------------------------------------------------


def test_a_mail_that_comes_back_goes_on_by_sms(case, person):
    notice = sent(make(case))
    record_bounce(message_id=notice.message_id, reason="550 unknown user")
    notice.refresh_from_db()
    assert notice.state == NoticeState.BOUNCED
    assert ContactPreference.objects.get(person=person).refused_email == person.email
    sms = Notice.objects.get(channel=Channel.SMS)
    assert sent(sms).state == NoticeState.DELIVERED
    assert make(case, 2).channel == Channel.SMS
    assert events(case, "bericht.mislukt")
    record_bounce(message_id=notice.message_id, reason="550 unknown user")
    assert len(events(case, "bericht.mislukt")) == 1


def test_after_every_channel_comes_the_letter(case, person):
    person.email = ""
    person.save()
    notice = sent(make(case))
    Notice.objects.filter(pk=notice.pk).update(state=NoticeState.BOUNCED, problem="x")
    retry_notice(notice=notice, by=case.assignments.get().user)
    notice = sent(notice)
    assert notice.state == NoticeState.DELIVERED
    Notice.objects.filter(pk=notice.pk).update(state=NoticeState.BOUNCED, problem="x")


def test_what_the_sms_service_says_counts_once(case, person, settings):
    person.email = ""
    person.save()
    notice = make(case)
    Notice.objects.filter(pk=notice.pk).update(
        state=NoticeState.SENDING, message_id="bericht-1", sent_to="+31612345678"
    )
    Notice.objects.filter(pk=notice.pk).update(state=NoticeState.SENT, sent_at=NOON)
    for _ in range(2):
        record_sms_status(reference="bericht-1", status="permanent-failure")
    notice.refresh_from_db()
    assert notice.state == NoticeState.BOUNCED
    assert Notice.objects.filter(channel=Channel.LETTER).count() == 1
    assert record_sms_status(reference="niet-van-ons", status="delivered") is None


def test_somebody_whose_address_is_gone_gets_it_another_way(case, person):
    notice = make(case)
    person.email = ""
    person.save()
    assert (sent(notice).state, Notice.objects.filter(channel=Channel.SMS).count()) == (NoticeState.FAILED, 1)


# --- On paper --------------------------------------------------------------------------------------------------------


def test_a_secret_address_stands_on_no_paper(case, person, klantmanager):
    home = Household.objects.create(
        gemeente=case.gemeente, address_line="Dorpsstraat 1", postcode_place="1234 AB W"
    )
    HouseholdMember.objects.create(household=home, person=person, starts_on=NOON.date() - timedelta(days=9))
    notice = make(case, channels=[Channel.LETTER])
    assert _address_lines(notice) == ["Dorpsstraat 1", "1234 AB W"]
    person.secret_address = True
    person.save()
    notice.person.refresh_from_db()
    assert _address_lines(notice) == ["Persoonlijk te overhandigen"]
