"""Making messages: for whom, in which language, over which channel; and that asking twice gives one."""

import pytest
from django.core.exceptions import ValidationError

from cases.models import PersonLanguage
from contact.enums.notices import Channel, NoticeKind, NoticeState
from contact.models import Notice
from contact.services.notices import make_notices


@pytest.fixture
def person(case):
    return case.person


def make(case, **changes):
    facts = {"case": case, "person": case.person, "kind": NoticeKind.NEW_KLANTMANAGER, "source": "event:1",
             "context": {"new": "Bram Visser", "new_phone": ""}}  # fmt: skip
    return make_notices(**facts | changes)


def reads(person, *codes):
    for number, code in enumerate(codes):
        PersonLanguage.objects.create(person=person, code=code, reads=True, preferred=number == 0)


@pytest.fixture
def channels_on(settings, tmp_path):
    settings.MAIL_ADAPTER, settings.MAIL_FROM = "smtp", "Gemeente <post@waterveen.example>"
    settings.SMS_ADAPTER, settings.MESSAGE_FOLDER = "bestand", str(tmp_path)


def test_a_message_stands_in_the_portal_at_once(case):
    portal = make(case)[0]
    assert (portal.channel, portal.state, portal.subject) == (
        Channel.PORTAL, NoticeState.SENT, "U hebt een nieuwe klantmanager",
    )  # fmt: skip
    assert "Bram Visser" in portal.text
    assert case.person.full_name in portal.text


def test_asking_twice_gives_one(case):
    assert [notice.pk for notice in make(case)] == [notice.pk for notice in make(case)]
    assert Notice.objects.count() == 2


@pytest.mark.parametrize(("email", "phone", "channel"), [
    ("a@example.nl", "0612345678", Channel.MAIL),
    ("", "0612345678", Channel.SMS),
    ("", "012 345 67 89", Channel.LETTER),  # no SMS to a landline
    ("", "", Channel.LETTER),
])  # fmt: skip
def test_the_first_channel_that_reaches_the_person(case, channels_on, email, phone, channel):
    case.person.email, case.person.phone = email, phone
    case.person.save()
    assert [notice.channel for notice in make(case)] == [Channel.PORTAL, channel]


def test_what_the_gemeente_has_not_set_up_is_not_used(case):
    case.person.email, case.person.phone = "a@example.nl", "0612345678"
    case.person.save()
    assert make(case)[1].channel == Channel.LETTER


def test_own_language_with_dutch_beside_it(case, person):
    reads(person, "ar")
    notice = make(case)[0]
    assert (notice.language, notice.without_translation) == ("ar", False)
    assert notice.subject == "لديك مسؤول ملف جديد"
    assert notice.text_dutch.startswith("Beste Yusuf")


def test_another_language_that_the_person_reads_is_a_translation(case, person):
    reads(person, "ti", "en")
    assert make(case)[0].language == "en"


def test_what_goes_by_itself_goes_in_dutch_and_is_counted(case, person):
    reads(person, "ti")
    assert {(one.language, one.without_translation) for one in make(case)} == {("nl", True)}


def test_a_colleague_confirms_that_there_is_no_translation(case, person, klantmanager):
    reads(person, "ti")
    with pytest.raises(ValidationError) as refusal:
        make(case, by=klantmanager)
    assert refusal.value.code == "no_translation"
    assert "Tigrinya" in refusal.value.messages[0]
    assert not Notice.objects.exists()
    notice = make(case, by=klantmanager, confirmed_without_translation=True)[0]
    assert (notice.without_translation, notice.confirmed_by) == (True, klantmanager)


def test_a_missing_fact_stops_the_change_that_asked_for_the_message(case):
    with pytest.raises(LookupError, match="new"):
        make(case, context={"new_phone": ""})
