"""Messages, by the newcomer, the partner in the same house, and staff; and how messages should come."""

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from cases.models import Case, CaseEvent, PersonLanguage
from cases.services import close_case
from contact.enums.appointments import CancelReason
from contact.enums.interpreters import InterpreterDecision
from contact.enums.notices import Channel
from contact.models import ContactPreference, MeetingPreference, Notice
from contact.services.appointments import cancel_appointment
from contact.services.notices.letters import put_on_paper
from tests.factories import AppointmentFactory
from tests.portal.conftest import page_of, speak

pytestmark = pytest.mark.django_db
PATH = "/mijn/berichten/"
PREFERENCES = "/mijn/voorkeuren/"
CHANNELS = {"berichten-first": "sms", "berichten-second": "mail", "deel": "berichten"}
TALKS = {"gesprekken-mode": "live", "gesprekken-place_kind": "bibliotheek", "deel": "gesprekken"}


@pytest.fixture
def notice(case: Case) -> Notice:
    """In Arabic, since that is what the newcomer reads."""
    PersonLanguage.objects.create(person=case.person, code="ar", speaks=True, reads=True, preferred=True)
    AppointmentFactory(case=case, interpreter_decision=InterpreterDecision.INTERPRETER)
    return case.notices.get(channel=Channel.PORTAL)


def _opened(notice: Notice) -> bool:
    notice.refresh_from_db()
    return notice.read_at is not None


# --- Messages --------------------------------------------------------------------------------------------


def test_the_newcomer_reads_the_own_messages_and_nobody_else_does(
    me: Client, partner: Client, staff: list[Client], notice: Notice
) -> None:
    url = f"{PATH}{notice.pk}/"
    assert notice.subject in page_of(me, PATH)
    assert notice.subject not in page_of(partner, PATH)
    assert partner.get(url).status_code == 404
    assert partner.post(f"{url}openen/").status_code == 404
    for colleague in staff:
        assert colleague.get(PATH).status_code == 403
        assert colleague.post(f"{url}openen/").status_code == 403
    assert not _opened(notice)


def test_the_text_stands_in_the_own_language_with_the_dutch_below(me: Client, notice: Notice) -> None:
    shown = page_of(me, f"{PATH}{notice.pk}/")
    assert shown.index("لديكم موعد") < shown.index("U hebt een afspraak")
    assert 'lang="ar" dir="rtl"' in shown
    assert "Automatisch vertaald" in shown
    assert "/mijn/afspraken/" in shown


def test_looking_leaves_it_unread_and_opening_reads_it(me: Client, notice: Notice) -> None:
    url = f"{PATH}{notice.pk}/"
    assert '1<span class="visually-hidden"> die u nog niet las' in page_of(me, PATH)
    assert "Ik heb dit gelezen" in page_of(me, url)
    assert not _opened(notice)
    assert me.get(f"{url}openen/")["Location"] == url
    assert not _opened(notice)
    assert me.post(f"{url}openen/")["Location"] == url
    assert _opened(notice)
    assert "Ik heb dit gelezen" not in page_of(me, url)
    assert "die u nog niet las" not in page_of(me, PATH)


def test_each_letter_has_its_own_name_in_the_language_of_the_page(
    me: Client, case: Case, notice: Notice
) -> None:
    """On the start page they were all a letter of the gemeente, with a name in Dutch."""
    cancel_appointment(
        appointment=notice.appointment,
        reason=CancelReason.MEDEWERKER,
        by=notice.made_by,
        confirmed_without_translation=True,
    )
    for letter in case.notices.filter(channel=Channel.LETTER):
        put_on_paper(letter)
    names = {
        "nl": ("U hebt een afspraak met de gemeente", "gaat niet door"),
        "en": ("You have an appointment with the municipality of", "is cancelled"),
        "ar": ("لديكم موعد مع بلدية", "أُلغي موعدكم مع بلدية"),
    }
    for language, expected in names.items():
        speak(me, language)
        letters = page_of(me, "/mijn/").split("plain-list")[-1]
        for name in expected:
            assert name in letters
        assert ("Brief: U hebt een afspraak" in letters) is (language != "nl")


def test_without_messages_the_page_says_what_comes(me: Client, case: Case) -> None:
    assert "U hebt nog geen berichten" in page_of(me, PATH)


def test_many_messages_cost_as_much_as_one(
    me: Client, case: Case, notice: Notice, django_assert_max_num_queries: object
) -> None:
    copies = [
        Notice(case=case, person=case.person, kind=notice.kind, channel=Channel.PORTAL, source=f"proef:{n}", language="ar",
               subject="س", short="س", text="س", text_dutch="x", state=notice.state, sent_at=notice.sent_at)
        for n in range(40)
    ]  # fmt: skip
    Notice.objects.bulk_create(copies)
    for url in (PATH, f"{PATH}?page=2", f"{PATH}{notice.pk}/"):
        with django_assert_max_num_queries(15):  # type: ignore[operator]
            assert me.get(url).status_code == 200


# --- How do you want to hear from us? ----------------------------------------------------------------------


def test_choosing_how_messages_come(me: Client, case: Case) -> None:
    assert me.post(PREFERENCES, CHANNELS)["Location"] == PREFERENCES
    kept = ContactPreference.objects.get(person=case.person)
    assert kept.channels == ["sms", "mail", "brief"]
    assert CaseEvent.objects.filter(case=case, by__isnull=False, text__contains="koos hoe berichten").exists()
    shown = page_of(me, PREFERENCES)
    assert 'value="sms" class="utrecht-radio-button' in shown or 'value="sms"' in shown
    assert "Tussen 21:00 en 08:00 uur sturen wij u geen mail of sms." in shown


def test_choosing_how_and_where_to_talk(me: Client, case: Case) -> None:
    assert me.post(PREFERENCES, TALKS)["Location"] == PREFERENCES
    kept = MeetingPreference.objects.get(person=case.person)
    assert (kept.mode, kept.place_kind) == ("live", "bibliotheek")
    me.post(PREFERENCES, {"gesprekken-mode": "", "gesprekken-place_kind": "", "deel": "gesprekken"})
    kept.refresh_from_db()
    assert (kept.mode, kept.place_kind) == ("", "")


def test_nonsense_is_refused_in_the_own_language_and_changes_nothing(me: Client, case: Case) -> None:
    speak(me, "ar")
    for data in (CHANNELS | {"berichten-first": "duif"}, {"deel": "berichten"}, {"deel": "onzin"},
                 TALKS | {"gesprekken-mode": "duif"}, {}):  # fmt: skip
        assert me.post(PREFERENCES, data).status_code == 422
    assert not ContactPreference.objects.exists()
    assert not MeetingPreference.objects.exists()


def test_preferences_are_ones_own(partner: Client, case: Case, staff: list[Client]) -> None:
    partner.post(PREFERENCES, CHANNELS)
    assert not ContactPreference.objects.filter(person=case.person).exists()
    assert {colleague.post(PREFERENCES, CHANNELS).status_code for colleague in staff} == {403}


def test_phone_and_mail_are_shown_and_changed_by_telling(me: Client, case: Case) -> None:
    assert "De gemeente heeft geen telefoonnummer van u." in page_of(me, PREFERENCES)
    case.person.phone = "0612345678"
    case.person.save()
    shown = page_of(me, PREFERENCES)
    assert "0612345678" in shown
    assert "over=gegevens" in shown
    me.post(
        "/mijn/vragen/nieuw/?over=gegevens", {"text": "0687654321", "language": "nl", "about": "gegevens"}
    )
    assert case.requests.get().text.endswith("0687654321")


def test_of_a_closed_case_messages_can_still_be_chosen(me: Client, case: Case, klantmanager: User) -> None:
    close_case(case=case, on=timezone.localdate(), reason="Diploma behaald", by=klantmanager)
    assert me.post(PREFERENCES, CHANNELS).status_code == 302
    assert me.post(PREFERENCES, TALKS).status_code == 422
