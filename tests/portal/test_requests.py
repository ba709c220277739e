"""Who answers, and when? By the newcomer, the partner in the same house, and staff."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from cases.models import Case
from cases.services import close_case
from contact.enums.requests import RequestState, RequestType, TranslationSource
from contact.models import Request
from contact.rules.requests import ASKABLE
from deadlines.models import Deadline
from tests.contact.requests import QUESTION, REASON, ask, grant, put_to, reads, refuse
from tests.portal.conftest import page_of, speak

pytestmark = pytest.mark.django_db
PATH = "/mijn/vragen/"
ARABIC = "أريد دروسًا في الصباح"


@pytest.fixture
def asked(case: Case, resident: User) -> Request:
    return ask(case, resident)


def _urls(asked: Request) -> list[str]:
    return [f"{PATH}{asked.pk}/{act}" for act in ("", "intrekken/", "opnieuw/")]


# --- Whose ---------------------------------------------------------------------------------------------


def test_the_newcomer_sees_the_own_request_and_nobody_else_does(
    me: Client, partner: Client, staff: list[Client], asked: Request
) -> None:
    assert QUESTION in page_of(me, _urls(asked)[0])
    assert f"{PATH}{asked.pk}/" not in page_of(partner, PATH)
    for url in _urls(asked):
        assert partner.get(url).status_code == 404
        assert partner.post(url, {"text": "Nee.", "language": "nl"}).status_code in {404, 405}
        assert {colleague.get(url).status_code for colleague in staff} == {403}
    asked.refresh_from_db()
    assert asked.state == RequestState.OPEN


def test_a_complaint_can_be_followed_by_who_made_it(
    me: Client, case: Case, resident: User, staff: list[Client]
) -> None:
    complaint = ask(case, resident, RequestType.KLACHT, text="Mijn klantmanager werd boos.")
    shown = page_of(me, f"{PATH}{complaint.pk}/")
    assert "De teamleider heeft uw vraag." in shown
    assert "Waarom deze dag?" in shown


# --- Asking ------------------------------------------------------------------------------------------------


def test_it_is_two_clicks_from_every_page(me: Client, asked: Request) -> None:
    for path in (
        "/mijn/",
        "/mijn/plan/",
        "/mijn/woorden/",
        "/mijn/afspraken/",
        "/mijn/berichten/",
        "/mijn/voorkeuren/",
    ):
        assert f'href="{PATH}"' in page_of(me, path)
    shown = page_of(me, PATH)
    for type_ in ASKABLE:
        assert f"{PATH}nieuw/?soort={type_}" in shown


def test_asking_in_the_own_language_gives_a_number_and_a_day(me: Client, case: Case) -> None:
    speak(me, "ar")
    url = f"{PATH}nieuw/?soort=lestijd"
    assert "تحصل على الجواب في موعد أقصاه" in page_of(me, url)
    answer = me.post(url, {"text": ARABIC, "language": "ar", "about": ""})
    asked = case.requests.get()
    assert answer["Location"] == f"{PATH}{asked.pk}/"
    assert (asked.type, asked.text, asked.language) == ("lestijd", ARABIC, "ar")
    shown = page_of(me, answer["Location"])
    assert f'lang="ar" dir="rtl">{ARABIC}' in shown
    assert "وصل سؤالك إلى البلدية" in shown


def test_what_was_typed_stays_when_something_is_wrong(me: Client, case: Case) -> None:
    url = f"{PATH}nieuw/?soort=vraag"
    for text, language in (("   ", "nl"), ("Mijn vraag", "xx"), ("a\x00b", "nl"), ("a" * 5001, "nl")):
        answer = me.post(url, {"text": text, "language": language})
        assert answer.status_code == 422
        if text.strip() and "\x00" not in text:
            assert text in answer.content.decode()
    assert not case.requests.exists()


def test_something_that_isnt_right_is_asked_with_what_it_is_about(me: Client, case: Case) -> None:
    me.post(
        f"{PATH}nieuw/?over=afspraak-12", {"text": "Ik was er wel.", "language": "nl", "about": "afspraak-12"}
    )
    asked = case.requests.get()
    assert (asked.type, asked.text) == (RequestType.VRAAG, "Over afspraak 12:\nIk was er wel.")
    for about in ("plan", "route"):
        assert me.get(f"{PATH}nieuw/?over={about}").status_code == 200
    for wrong in ("<script>-1", "afspraak-x", "onbekend"):
        assert me.get(f"{PATH}nieuw/?over={wrong}").status_code == 200


def test_an_unknown_kind_shows_the_choice(me: Client, case: Case) -> None:
    for kind in ("", "herbeoordeling", "onzin"):
        assert "Wat wilt u vragen of zeggen?" in page_of(me, f"{PATH}nieuw/?soort={kind}")


def test_of_a_closed_case_only_a_complaint_is_left(
    me: Client, case: Case, klantmanager: User, asked: Request
) -> None:
    close_case(case=case, on=timezone.localdate(), reason="Diploma behaald", by=klantmanager)
    shown = page_of(me, PATH)
    assert "soort=klacht" in shown
    assert "soort=reiskosten" not in shown


# --- Following -----------------------------------------------------------------------------------------------


def test_the_page_says_who_has_it_why_that_day_and_what_happened(
    me: Client, asked: Request, klantmanager: User
) -> None:
    put_to(asked, klantmanager)
    shown = page_of(me, _urls(asked)[0])
    assert "De gemeente vraagt het aan een ander" in shown
    assert "<bdi>Karin de Boer</bdi> heeft uw vraag." in shown
    assert "De gemeente vroeg het aan <bdi>Taalschool De Brug</bdi>." in shown
    assert "10 werkdagen" in shown
    assert "Kan zij naar de ochtendgroep?" not in shown


def test_the_reason_of_the_day_is_in_the_own_language(me: Client, asked: Request) -> None:
    speak(me, "en")
    assert "10 working days" in page_of(me, _urls(asked)[0])


def test_that_the_gemeente_is_late_is_said(me: Client, asked: Request) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    Deadline.objects.filter(pk=asked.deadline_id).update(due_on=yesterday)
    assert "De gemeente is te laat met uw antwoord" in page_of(me, PATH)
    assert "Dat is niet uw fout." in page_of(me, _urls(asked)[0])


def test_a_no_comes_with_its_reason_and_what_one_can_do(
    me: Client, asked: Request, klantmanager: User
) -> None:
    refuse(asked, klantmanager)
    shown = page_of(me, _urls(asked)[0])
    assert "Het antwoord: Nee" in shown
    assert REASON in shown
    assert "De gemeente heeft iets anders afgesproken met de school." in shown
    assert "<bdi>Karin de Boer</bdi> besloot dit op" in shown
    again = _urls(asked)[2]
    assert again in shown
    assert me.post(again, {"text": " ", "language": "nl"}).status_code == 422
    answer = me.post(again, {"text": "Mijn kinderen zijn om drie uur uit.", "language": "nl"})
    review = Request.objects.get(reviews=asked)
    assert answer["Location"] == f"{PATH}{review.pk}/"
    assert again not in page_of(me, _urls(asked)[0])
    assert me.get(again)["Location"] == _urls(asked)[0]


def test_a_yes_in_the_own_language_stands_above_the_dutch(
    me: Client, case: Case, resident: User, klantmanager: User
) -> None:
    reads(case, "ar")
    asked = ask(case, resident)
    grant(asked, klantmanager, translation=ARABIC, translation_source=TranslationSource.MACHINE)
    shown = page_of(me, _urls(asked)[0])
    assert "Het antwoord: Ja" in shown
    assert shown.index(f'lang="ar" dir="rtl">{ARABIC}') < shown.index(REASON)
    assert "Automatisch vertaald" in shown
    assert "Bent u het er niet mee eens?" not in shown


def test_taking_back_asks_first(me: Client, asked: Request) -> None:
    url = _urls(asked)[1]
    assert "Ja, trek mijn vraag in" in page_of(me, url)
    assert me.post(url)["Location"] == _urls(asked)[0]
    asked.refresh_from_db()
    assert asked.state == RequestState.WITHDRAWN
    assert "U hebt deze vraag ingetrokken" in page_of(me, PATH)
    assert me.post(url)["Location"] == _urls(asked)[0]
    assert "gaf net antwoord" not in page_of(me, _urls(asked)[0])
    assert me.get(url)["Location"] == _urls(asked)[0]


def test_taking_back_what_was_just_answered_says_so(me: Client, asked: Request, klantmanager: User) -> None:
    refuse(asked, klantmanager)
    assert "de gemeente gaf net antwoord" in page_of(me, me.post(_urls(asked)[1])["Location"])


def test_text_is_shown_as_text(me: Client, case: Case, resident: User, klantmanager: User) -> None:
    asked = ask(case, resident, text="<script>alert(1)</script> help")
    put_to(asked, klantmanager, name="<b>School</b> & %(x)s")
    shown = page_of(me, _urls(asked)[0])
    assert "<script>alert(1)" not in shown
    assert "&lt;b&gt;School&lt;/b&gt; &amp; %(x)s" in shown


def test_many_requests_cost_as_much_as_one(
    me: Client, case: Case, resident: User, asked: Request, django_assert_max_num_queries: object
) -> None:
    for text in ("Nog een vraag over de les.", "En nog een over reizen."):
        ask(case, resident, text=text)
    with django_assert_max_num_queries(15):  # type: ignore[operator]
        me.get(PATH)
    with django_assert_max_num_queries(20):  # type: ignore[operator]  # one request with all that explains it
        me.get(_urls(asked)[0])
