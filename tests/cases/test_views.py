"""Three people at every page: the klantmanager of the case, a colleague with other cases, the newcomer; and others."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate as today

from accounts.enums import Act, Role
from accounts.models import AccessLogEntry, Team, User
from cases.enums import DocumentKind, EventKind
from cases.models import Case, Document
from cases.selectors import cases_visible_to, klantmanager_of
from cases.services import add_document, assign_substitute, close_case
from tests.factories import PDF, CaseFactory, PersonFactory, StaffFactory, TeamFactory, bsn

LogIn = Callable[[User], Client]

# page → status for: klantmanager, colleague, newcomer, klantmanager of another team, of another gemeente
PAGES = {
    "dossier": (200, 200, 403, 404, 404),
    "dossier-wijzigen": (200, 403, 403, 404, 404),
    "dossier-klantmanager": (403, 403, 403, 403, 403),
    "dossier-vervanger": (200, 403, 403, 404, 404),
    "dossier-sluiten": (200, 403, 403, 404, 404),
    "dossier-huishouden": (200, 403, 403, 404, 404),
    "dossier-notities": (200, 200, 403, 404, 404),
    "dossier-documenten": (200, 200, 403, 404, 404),
    "dossier-logboek": (200, 200, 403, 404, 404),
    "dossier-toegang": (302, 302, 403, 200, 404),
}


@pytest.fixture
def other_team(team: Team) -> User:
    return StaffFactory(team=TeamFactory(gemeente=team.gemeente), name="Eva Jansen")


@pytest.fixture
def document(case: Case, klantmanager: User) -> Document:
    return add_document(case=case, title="Diploma", filename='di"pl\nôma.pdf', content=PDF, by=klantmanager)


def text_of(response: Any) -> str:
    return unescape(response.content.decode())


@pytest.mark.parametrize("page", PAGES)
def test_who_may_open_a_page(
    page: str, log_in: LogIn, case: Case, klantmanager: User, colleague: User, resident: User, other_team: User, stranger: User
) -> None:  # fmt: skip
    people = (klantmanager, colleague, resident, other_team, stranger)
    statuses = tuple(log_in(person).get(reverse(page, args=[case.pk])).status_code for person in people)
    assert statuses == PAGES[page]


@pytest.mark.parametrize(
    "page", ["dossier-wijzigen", "dossier-sluiten", "dossier-notities", "dossier-documenten"]
)
def test_a_closed_dossier_is_only_read(page: str, log_in: LogIn, case: Case, klantmanager: User) -> None:
    close_case(case=case, on=today(), reason="Verhuisd", by=klantmanager)
    assert log_in(klantmanager).post(reverse(page, args=[case.pk]), {"text": "Nog iets"}).status_code == 403
    assert "Gesloten per" in text_of(log_in(klantmanager).get(reverse("dossier", args=[case.pk])))


def test_every_look_is_logged(log_in: LogIn, case: Case, colleague: User) -> None:
    log_in(colleague).get(reverse("dossier", args=[case.pk]))
    log_in(colleague).get(reverse("dossier-logboek", args=[case.pk]))
    acts = (
        AccessLogEntry.objects.filter(case_id=case.pk, user=colleague)
        .order_by("id")
        .values_list("act", flat=True)
    )
    assert list(acts) == [Act.READ, Act.READ_LOG]


# --- Search and new dossier ------------------------------------------------------------------------------


def test_search_shows_little_of_another_team(log_in: LogIn, case: Case, other_team: User) -> None:
    page = text_of(log_in(other_team).get(reverse("zoeken"), {"q": "haddad"}))
    assert "al-Haddad" in page
    assert reverse("dossier-toegang", args=[case.pk]) in page
    assert "17 mei 1990" not in page
    assert AccessLogEntry.objects.filter(case_id=case.pk, user=other_team, act=Act.FOUND).exists()


def test_a_purpose_opens_the_dossier(log_in: LogIn, case: Case, other_team: User) -> None:
    client = log_in(other_team)
    url = reverse("dossier-toegang", args=[case.pk])
    refused = client.post(url, {"purpose": "hoi"})
    assert (refused.status_code, "in een zin" in text_of(refused)) == (422, True)
    assert client.post(url, {"purpose": "Ik neem de telefoon aan voor Noord"}).status_code == 302
    assert client.get(reverse("dossier", args=[case.pk])).status_code == 200
    assert client.get(reverse("dossier-wijzigen", args=[case.pk])).status_code == 403


def test_search_takes_at_most_ten_queries(log_in: LogIn, klantmanager: User, other_team: User) -> None:
    for _ in range(3):
        CaseFactory(klantmanager=klantmanager)
        CaseFactory(klantmanager=other_team)
    client = log_in(klantmanager)
    client.get(reverse("zoeken"))
    with CaptureQueriesContext(connection) as queries:
        client.get(reverse("zoeken"), {"q": "haddad"})
    assert len(queries) <= 10


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "\x00", "x" * 300, "%", "'"])
def test_search_survives_anything(log_in: LogIn, case: Case, klantmanager: User, text: str) -> None:
    response = log_in(klantmanager).get(reverse("zoeken"), {"q": text})
    assert response.status_code in {200, 422}
    assert b"<script>alert(1)" not in response.content


NUMBERS = (bsn(7100), "999 993 653", "1000000007", "0612345678", "Haddad 999993653")


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_never_stands_in_an_address(
    log_in: LogIn, klantmanager: User, number: str, caplog: pytest.LogCaptureFixture
) -> None:
    client = log_in(klantmanager)
    sent_on = client.post(reverse("zoeken"), {"q": number}, follow=True)
    page = sent_on.content.decode()
    addresses = [sent_on.redirect_chain[0][0], *re.findall(r'(?:href|action)="([^"]*)"', page)]
    values = [value for one in addresses for _, value in parse_qsl(urlsplit(unescape(one)).query)]
    assert not [value for value in values if re.search(r"\d{8}", re.sub(r"[\s-]", "", value))]
    assert f'value="{number}"' in page
    (new,) = {unescape(one) for one in addresses if one.startswith(reverse("dossier-nieuw") + "?")}
    form = client.get(new)
    assert number.rsplit(maxsplit=1)[-1] in text_of(form)
    assert client.get(sent_on.redirect_chain[0][0]).content.decode().count(f'value="{number}"') == 1
    assert number not in caplog.text
    assert number not in str(dict(client.session))


def test_each_search_keeps_its_own_number(log_in: LogIn, case: Case, klantmanager: User) -> None:
    client = log_in(klantmanager)
    one = client.post(reverse("zoeken"), {"q": case.person.bsn}).headers["Location"]
    other = client.post(reverse("zoeken"), {"q": bsn(7100)}).headers["Location"]
    assert case.number in text_of(client.get(one))
    assert "Niemand gevonden" in text_of(client.get(other))
    assert client.post(reverse("zoeken"), {"q": case.person.bsn}).headers["Location"] == one


def test_a_number_of_an_earlier_session_is_asked_again(log_in: LogIn, klantmanager: User) -> None:
    response = log_in(klantmanager).get(reverse("zoeken"), {"nummer": "weg"})
    assert (response.status_code, "Typ het opnieuw" in text_of(response)) == (422, True)


def test_a_name_stands_in_the_address_so_that_going_back_works(log_in: LogIn, klantmanager: User) -> None:
    client = log_in(klantmanager)
    assert client.post(reverse("zoeken"), {"q": "Amina H"}).headers["Location"].endswith("?q=Amina+H")
    assert client.post(reverse("zoeken"), {"q": " "}).status_code == 422


def new_data(own_team: Team, /, **changes: Any) -> dict[str, Any]:
    fields = {
        "first_names": "Amina", "last_name": "Hassan", "gender": "V", "birth_dag": "", "birth_maand": "", "birth_jaar": "1995",
        "bsn": bsn(7100), "v_number": "", "language_0": "so", "reads_0": "on", "interpreter_needed": "ja",
        "interpreter_language": "so", "group": "asielstatushouder", "team": own_team.pk,
    }  # fmt: skip
    return fields | changes


def test_a_new_dossier_starts_with_a_search(log_in: LogIn, klantmanager: User) -> None:
    assert log_in(klantmanager).get(reverse("dossier-nieuw")).headers["Location"] == reverse("zoeken")
    page = text_of(log_in(klantmanager).get(reverse("dossier-nieuw"), {"q": "Amina Hassan"}))
    assert 'value="Amina"' in page
    assert 'value="Hassan"' in page


def test_what_was_typed_survives_a_session_that_lost_the_number(
    log_in: LogIn, klantmanager: User, team: Team
) -> None:
    response = log_in(klantmanager).post(
        reverse("dossier-nieuw") + "?nummer=weg", new_data(team, last_name="")
    )
    assert (response.status_code, 'value="Amina"' in response.content.decode()) == (422, True)


def test_a_klantmanager_opens_a_dossier(log_in: LogIn, klantmanager: User, team: Team) -> None:
    response = log_in(klantmanager).post(reverse("dossier-nieuw") + "?q=Hassan", new_data(team))
    case = Case.objects.get(person__last_name="Hassan")
    assert response.headers["Location"] == reverse("dossier", args=[case.pk])
    assert klantmanager_of(case) == klantmanager
    assert str(case.person.birth) == "1995"
    assert [(row.code, row.reads, row.preferred) for row in case.person.languages.all()] == [
        ("so", True, True)
    ]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"bsn": "99998638"}, "Een BSN heeft negen cijfers"),
        ({"bsn": "123456789"}, "Dit BSN klopt niet"),
        ({"bsn": ""}, "Vul een BSN of een V-nummer in"),
        ({"v_number": "12345678901"}, "hoogstens tien cijfers"),
        ({"birth_dag": "30", "birth_maand": "2", "birth_jaar": "2000"}, "bestaat niet"),
        ({"birth_dag": "5", "birth_jaar": ""}, "Vul het jaar in"),
        ({"birth_jaar": "0012"}, "Het jaar 0012 kan niet"),
        ({"birth_jaar": "abcd"}, "alleen cijfers"),
        ({"duty_from": "2026-02-30"}, "datum"),
        ({"duty_from": "1990-01-01"}, "vóór de geboorte"),
        ({"language_1": "so"}, "Kies elke taal één keer"),
        ({"team": "999999"}, "Kies iets uit de lijst"),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_comes_back(
    log_in: LogIn, klantmanager: User, team: Team, changes: dict[str, str], sentence: str
) -> None:
    response = log_in(klantmanager).post(reverse("dossier-nieuw") + "?q=Hassan", new_data(team, **changes))
    page = text_of(response)
    assert response.status_code == 422
    assert sentence in page
    assert 'value="Amina"' in page
    assert not Case.objects.exists()


def test_who_looks_alike_is_shown_once_more(log_in: LogIn, klantmanager: User, team: Team) -> None:
    known = CaseFactory(
        klantmanager=klantmanager, person=PersonFactory(first_names="Ameena", last_name="Hasan")
    )
    data = new_data(team, birth_jaar="1990")
    client = log_in(klantmanager)
    refused = client.post(reverse("dossier-nieuw") + "?q=iemand", data)
    assert (refused.status_code, known.number in text_of(refused)) == (422, True)
    assert (
        client.post(reverse("dossier-nieuw") + "?q=iemand", data | {"is_somebody_else": "on"}).status_code
        == 302
    )


# --- Acts on a dossier -----------------------------------------------------------------------------------


def test_a_team_lead_chooses_the_klantmanager(
    log_in: LogIn, case: Case, colleague: User, teamleider: User
) -> None:
    url = reverse("dossier-klantmanager", args=[case.pk])
    assert "Bram Visser (1 dossier)" in text_of(log_in(teamleider).get(url))
    log_in(teamleider).post(url, {"to": colleague.pk, "reason": "Verlof"})
    assert klantmanager_of(case) == colleague


def test_a_team_lead_of_another_team_does_not(log_in: LogIn, case: Case, team: Team, colleague: User) -> None:
    lead = StaffFactory(team=TeamFactory(gemeente=team.gemeente), role=Role.TEAMLEIDER)
    url = reverse("dossier-klantmanager", args=[case.pk])
    assert log_in(lead).post(url, {"to": colleague.pk, "reason": "Verlof"}).status_code == 404


def test_nobody_of_another_gemeente_can_be_chosen(
    log_in: LogIn, case: Case, teamleider: User, stranger: User
) -> None:
    url = reverse("dossier-klantmanager", args=[case.pk])
    assert log_in(teamleider).post(url, {"to": stranger.pk, "reason": "x"}).status_code == 422


def test_a_substitute_stands_in_and_stops(
    log_in: LogIn, case: Case, klantmanager: User, colleague: User
) -> None:
    client = log_in(klantmanager)
    client.post(reverse("dossier-vervanger", args=[case.pk]), {"to": colleague.pk, "reason": "Ziek"})
    assert log_in(colleague).get(reverse("dossier-wijzigen", args=[case.pk])).status_code == 200
    assignment = case.assignments.get(user=colleague)
    client.post(reverse("dossier-vervanger-stoppen", args=[case.pk, assignment.pk]))
    assert (
        log_in(User.objects.get(pk=colleague.pk)).get(reverse("dossier-wijzigen", args=[case.pk])).status_code
        == 403
    )


def test_the_substitution_of_another_dossier_is_not_ended(
    log_in: LogIn, case: Case, klantmanager: User, colleague: User
) -> None:
    theirs = cases_visible_to(colleague).exclude(pk=case.pk).get()
    assignment = assign_substitute(case=theirs, to=klantmanager, by=colleague, reason="")
    url = reverse("dossier-vervanger-stoppen", args=[case.pk, assignment.pk])
    assert log_in(klantmanager).post(url).status_code == 404


def test_data_are_corrected(log_in: LogIn, case: Case, klantmanager: User) -> None:
    data = {"first_names": "Yusuf", "last_name": "al-Haddad", "bsn": case.person.bsn, "birth_jaar": "1991", "group": "",
            "phone": "0612345678", "language_0": "ar"}  # fmt: skip
    response = log_in(klantmanager).post(reverse("dossier-wijzigen", args=[case.pk]), data)
    case.refresh_from_db()
    assert response.status_code == 302
    assert (case.group, str(case.person.birth)) == ("", "1991")
    assert case.events.filter(kind=EventKind.UPDATED).count() == 2


def test_closing_asks_why(log_in: LogIn, case: Case, klantmanager: User) -> None:
    url, client = reverse("dossier-sluiten", args=[case.pk]), log_in(klantmanager)
    assert client.post(url, {"reason": "anders", "on": today().isoformat()}).status_code == 422
    assert (
        client.post(url, {"reason": "anders", "explanation": "Dubbel", "on": today().isoformat()}).status_code
        == 302
    )
    case.refresh_from_db()
    assert case.closed_reason == "Dubbel"


def test_a_household_takes_only_dossiers_that_one_sees(
    log_in: LogIn, case: Case, klantmanager: User, colleague: User, stranger: User
) -> None:
    url, client = reverse("dossier-huishouden", args=[case.pk]), log_in(klantmanager)
    theirs = Case.objects.get(gemeente=stranger.gemeente)
    data = {"relation": "kind", "on": today().isoformat()}
    assert client.post(url, data | {"number": theirs.number}).status_code == 422
    near = cases_visible_to(colleague).exclude(pk=case.pk).get()
    assert client.post(url, data | {"number": near.number}).status_code == 302


def test_a_note_keeps_its_words(log_in: LogIn, case: Case, klantmanager: User) -> None:
    url, client = reverse("dossier-notities", args=[case.pk]), log_in(klantmanager)
    assert client.post(url, {"text": " "}).status_code == 422
    client.post(url, {"text": "Belt <b>donderdag</b>"})
    page = client.get(url)
    assert b"Belt &lt;b&gt;donderdag&lt;/b&gt;" in page.content


# --- Documents ------------------------------------------------------------------------------------------------


def test_a_document_comes_and_goes_as_a_download(log_in: LogIn, case: Case, klantmanager: User) -> None:
    url, client = reverse("dossier-documenten", args=[case.pk]), log_in(klantmanager)
    file = SimpleUploadedFile("diploma.pdf", PDF)
    client.post(url, {"file": file, "title": "Diploma", "kind": DocumentKind.BEWIJS})
    document = case.documents.get()
    response = client.get(reverse("dossier-document", args=[case.pk, document.pk]))
    assert response.content == PDF
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Disposition"] == 'attachment; filename="diploma.pdf"'
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert AccessLogEntry.objects.filter(case_id=case.pk, act=Act.READ_DOCUMENT).exists()


def test_a_page_dressed_as_a_pdf_is_refused(log_in: LogIn, case: Case, klantmanager: User) -> None:
    file = SimpleUploadedFile("brief.pdf", b"<html><script>alert(1)</script></html>", "application/pdf")
    data = {"file": file, "title": "Brief", "kind": DocumentKind.OVERIG}
    response = log_in(klantmanager).post(reverse("dossier-documenten", args=[case.pk]), data)
    assert (response.status_code, "alleen PDF" in text_of(response)) == (422, True)


def test_a_strange_file_name_breaks_no_header(log_in: LogIn, document: Document, klantmanager: User) -> None:
    url = reverse("dossier-document", args=[document.case_id, document.pk])
    assert "\n" not in log_in(klantmanager).get(url).headers["Content-Disposition"]


def test_documents_belong_to_their_dossier(
    log_in: LogIn, document: Document, klantmanager: User, colleague: User, resident: User, stranger: User
) -> None:
    url = reverse("dossier-document", args=[document.case_id, document.pk])
    other = cases_visible_to(colleague).exclude(pk=document.case_id).get()
    statuses = [log_in(person).get(url).status_code for person in (colleague, resident, stranger)]
    assert statuses == [200, 403, 404]
    assert (
        log_in(klantmanager).get(reverse("dossier-document", args=[other.pk, document.pk])).status_code == 404
    )


# --- Log book ----------------------------------------------------------------------------------------------------


def test_the_log_filters_by_person_and_kind(
    log_in: LogIn, case: Case, klantmanager: User, colleague: User
) -> None:
    log_in(colleague).get(reverse("dossier", args=[case.pk]))
    url, client = reverse("dossier-logboek", args=[case.pk]), log_in(klantmanager)
    everything = text_of(client.get(url))
    assert "Dossier bekeken" in everything
    assert "geopend" in everything
    looks = text_of(client.get(url, {"soort": "inzage", "wie": colleague.pk}))
    assert "Dossier bekeken" in looks
    assert "Herkomst" not in looks
    assert client.get(url, {"soort": "onzin", "wie": "9" * 30, "page": "x"}).status_code == 200


def test_the_privacy_officer_sees_the_log_and_nothing_else(
    log_in: LogIn, case: Case, team: Team, stranger: User
) -> None:
    officer = log_in(StaffFactory(team=TeamFactory(gemeente=team.gemeente), role=Role.PRIVACY_OFFICER))
    page = officer.get(reverse("dossier-logboek", args=[case.pk]))
    assert page.status_code == 200
    assert "al-Haddad" not in text_of(page)
    assert officer.get(reverse("dossier", args=[case.pk])).status_code == 403
    theirs = Case.objects.get(gemeente=stranger.gemeente)
    assert officer.get(reverse("dossier-logboek", args=[theirs.pk])).status_code == 404


def test_the_privacy_officer_judges_each_purpose(
    log_in: LogIn, case: Case, team: Team, other_team: User
) -> None:
    purpose = "Ik neem de telefoon aan voor Noord"
    log_in(other_team).post(reverse("dossier-toegang", args=[case.pk]), {"purpose": purpose})
    officer = log_in(StaffFactory(team=team, role=Role.PRIVACY_OFFICER))
    assert purpose in text_of(officer.get(reverse("logboek")))
    assert reverse("dossier-logboek", args=[case.pk]) in text_of(
        officer.get(reverse("logboek"), {"nummer": case.number})
    )
    assert log_in(other_team).get(reverse("logboek")).status_code == 403
