"""Logging in with DigiD, over real HTTP; and the language that comes along."""

from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client

from accounts.enums import Door
from accounts.models import User
from cases.models import Case, Person
from inburgering.kit.encryption import blind_index
from tests.exchange.chain import Chain
from tests.factories import CaseFactory, PersonFactory
from tests.portal.conftest import BSN, LogIn, use_digid

pytestmark = pytest.mark.django_db


@pytest.fixture
def yusuf(klantmanager: User) -> Case:
    return CaseFactory(klantmanager=klantmanager, person=PersonFactory(bsn=BSN))


def test_a_resident_logs_in_and_comes_to_the_page_that_was_asked_for(
    yusuf: Case, digid_log_in: LogIn
) -> None:
    client = Client()
    asked = client.get("/mijn/plan/")
    assert asked["Location"] == "/mijn/inloggen/?next=/mijn/plan/"
    answer = digid_log_in(client, next_path="/mijn/plan/")
    assert answer["Location"] == "/mijn/plan/"
    assert "Uw plan is er nog niet" in client.get("/mijn/plan/").content.decode()


def test_the_citizen_number_is_kept_as_hash_only(yusuf: Case, digid_log_in: LogIn) -> None:
    digid_log_in(Client())
    user = User.objects.get(bsn_index=blind_index(BSN))
    assert user.door == Door.RESIDENT
    account = SocialAccount.objects.get()
    assert BSN not in str((account.uid, account.extra_data, user.__dict__))


def test_logging_in_twice_is_one_user(yusuf: Case, digid_log_in: LogIn) -> None:
    for _ in range(2):
        assert digid_log_in(Client())["Location"] == "/mijn/"
    assert User.objects.filter(door=Door.RESIDENT).count() == 1


def test_somebody_without_a_case_gets_a_friendly_page(digid_log_in: LogIn) -> None:
    client = Client()
    digid_log_in(client)
    assert "Wij kennen u nog niet" in client.get("/mijn/").content.decode()


def test_a_blocked_resident_is_told_so(yusuf: Case, digid_log_in: LogIn) -> None:
    digid_log_in(Client())
    User.objects.filter(door=Door.RESIDENT).update(is_active=False)
    client = Client()
    assert digid_log_in(client)["Location"] == "/mijn/inloggen/?fout=geblokkeerd"
    assert "U kunt hier niet meer inloggen" in client.get("/mijn/inloggen/?fout=geblokkeerd").content.decode()
    assert client.get("/mijn/").status_code == 302


def test_stopping_at_digid_leads_back_with_a_sentence(digid: Chain) -> None:
    client = Client()
    state = client.post("/mijn/inloggen/")["Location"].split("state=")[1].split("&")[0]
    answer = client.get("/mijn/inloggen/terug/", {"error": "access_denied", "state": state})
    assert answer["Location"] == "/mijn/inloggen/?fout=afgebroken"


@pytest.mark.parametrize("query", ["", "code=x&state=verzonnen", "error=server_error"])
def test_a_return_that_nobody_asked_for_logs_nobody_in(digid: Chain, query: str) -> None:
    client = Client()
    assert client.get(f"/mijn/inloggen/terug/?{query}")["Location"] == "/mijn/inloggen/?fout=afgebroken"
    assert client.get("/mijn/").status_code == 302


def test_when_digid_is_down_the_page_says_so(settings: Any) -> None:
    use_digid(settings, "http://127.0.0.1:9/digid")
    client = Client()
    answer = client.post("/mijn/inloggen/")
    assert answer["Location"] == "/mijn/inloggen/?fout=storing"
    assert "werkt nu niet" in client.get(answer["Location"]).content.decode()


def test_when_digid_goes_down_halfway_the_page_says_so_too(digid: Chain) -> None:
    client = Client()
    state = client.post("/mijn/inloggen/")["Location"].split("state=")[1].split("&")[0]
    digid.control("storing", part="digid", down=True)
    answer = client.get("/mijn/inloggen/terug/", {"code": "x", "state": state})
    assert answer["Location"] == "/mijn/inloggen/?fout=storing"


def test_the_login_goes_on_only_to_pages_of_the_portal(yusuf: Case, digid_log_in: LogIn) -> None:
    for wanted in (
        "https://example.org/",
        "//example.org/",
        "/",
        "/dossiers/1/",
        "/mijn/../dossiers/1/\\example.org",
    ):
        assert digid_log_in(Client(), next_path=wanted)["Location"].startswith("/mijn/"), wanted


def test_logging_out_leads_to_the_login_of_residents(resident: User) -> None:
    client = Client()
    client.force_login(resident)
    answer = client.post("/account/logout/", {"next": "/mijn/inloggen/"})
    assert answer["Location"] == "/mijn/inloggen/"
    assert client.get("/mijn/").status_code == 302


# --- Language ----------------------------------------------------------------------------------------


def _language(client: Client, path: str = "/mijn/inloggen/", **headers: str) -> tuple[str, str]:
    content = client.get(path, headers=headers).content.decode()
    start = content.index("<html")
    attributes = content[start : content.index(">", start)]
    return attributes.split('lang="')[1][:2], attributes.split('dir="')[1][:3]


def test_a_visitor_gets_the_language_of_the_browser_until_another_is_chosen(db: None) -> None:
    client = Client()
    assert _language(client) == ("nl", "ltr")
    assert _language(client, **{"Accept-Language": "ar-SY,ar;q=0.9,en;q=0.5"}) == ("ar", "rtl")
    assert _language(client, **{"Accept-Language": "ti,am;q=0.9"}) == ("nl", "ltr")
    answer = client.post("/mijn/taal/", {"language": "en", "next": "/mijn/inloggen/"})
    assert answer["Location"] == "/mijn/inloggen/"
    assert _language(client, **{"Accept-Language": "ar"}) == ("en", "ltr")


@pytest.mark.parametrize(("codes", "browser", "expected"), [
    (["ar"], "nl", "ar"), (["ti", "ar"], "nl", "ar"), (["ti"], "en", "en"), ([], "ar", "ar"),
])  # fmt: skip
def test_the_first_login_speaks_the_language_that_the_person_reads(
    yusuf: Case, digid_log_in: LogIn, codes: list[str], browser: str, expected: str
) -> None:
    """Who has a Dutch phone doesn't read Dutch for that. Only when the dossier says nothing, the browser does."""
    yusuf.person.languages.all().delete()
    Person.objects.filter(pk=yusuf.person_id).update(interpreter_language="")
    for number, code in enumerate(codes):
        yusuf.person.languages.create(code=code, reads=True, preferred=number == 0)
    client = Client(headers={"accept-language": browser})
    digid_log_in(client)
    assert _language(client, "/mijn/")[0] == expected
    assert User.objects.get(door=Door.RESIDENT).language == expected


def test_what_is_chosen_before_the_first_login_wins_from_the_dossier(
    yusuf: Case, digid_log_in: LogIn
) -> None:
    yusuf.person.languages.create(code="ar", reads=True, preferred=True)
    client = Client()
    client.post("/mijn/taal/", {"language": "en"})
    digid_log_in(client)
    assert _language(client, "/mijn/")[0] == "en"


def test_the_language_is_remembered_on_another_device(yusuf: Case, digid_log_in: LogIn) -> None:
    phone, computer = Client(), Client()
    digid_log_in(phone)
    phone.post("/mijn/taal/", {"language": "ar", "next": "/mijn/"})
    assert _language(phone, "/mijn/") == ("ar", "rtl")
    digid_log_in(computer)
    assert _language(computer, "/mijn/") == ("ar", "rtl")


def test_what_is_chosen_before_logging_in_wins_and_is_remembered(yusuf: Case, digid_log_in: LogIn) -> None:
    digid_log_in(Client())
    client = Client()
    client.post("/mijn/taal/", {"language": "en"})
    digid_log_in(client)
    assert _language(client, "/mijn/") == ("en", "ltr")
    assert User.objects.get(door=Door.RESIDENT).language == "en"


def test_on_a_shared_phone_the_language_of_the_other_doesnt_become_ones_own(
    yusuf: Case, digid_log_in: LogIn
) -> None:
    phone = Client()
    digid_log_in(phone)
    phone.post("/mijn/taal/", {"language": "ar"})
    phone.post("/account/logout/")
    digid_log_in(phone, bsn="999917602")
    phone.post("/mijn/taal/", {"language": "en"})
    phone.post("/account/logout/")
    assert _language(phone) == ("en", "ltr")
    digid_log_in(phone)
    assert _language(phone, "/mijn/") == ("ar", "rtl")


@pytest.mark.parametrize("data", [{}, {"language": "xx"}, {"language": "ar", "next": "https://example.org/"}])
def test_a_wrong_language_or_page_leads_to_the_start(db: None, data: dict[str, str]) -> None:
    assert Client().post("/mijn/taal/", data)["Location"] == "/mijn/"


def test_staff_pages_stay_dutch(klantmanager: User) -> None:
    client = Client()
    client.force_login(klantmanager)
    client.post("/mijn/taal/", {"language": "ar"})
    assert client.get("/account/login/", follow=True).headers["Content-Language"] == "nl"
    assert client.get("/mijn/").status_code == 403
