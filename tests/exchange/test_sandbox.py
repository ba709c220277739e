"""The sandbox answers as the official files say, checks what DUO checks, and fails when told to."""

import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import jwt
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.utils.timezone import localdate as today

from exchange.management.sandbox import persons
from exchange.management.sandbox.brp import brp_date
from exchange.management.sandbox.world import World
from inburgering.kit.numbers import is_valid_bsn
from tests.exchange.chain import (
    ELSEWHERE,
    EXEMPT,
    LEYLA,
    MESSAGE_ID,
    OTHER_OIN,
    OWN_OIN,
    SELAM,
    YUSUF,
    Chain,
    assert_conforms,
    official,
    start_chain,
)

FILES = {
    "inburgeringsplicht": "duo/Inburgeringsplicht.yml",
    "leerbaarheidstoets": "duo/Leerbaarheidstoets.yml",
    "inburgeringstermijn": "duo/Inburgeringstermijn.yml",
    "pip": "duo/PIP.yml",
}
DUO_QUESTIONS = [
    ("inburgeringsplicht", "inburgeringsplicht"),
    ("inburgeringsplicht", "inburgeringsplicht/historie"),
    ("inburgeringsplicht", "doelgroep"),
    ("inburgeringsplicht", "doelgroep/historie"),
    ("leerbaarheidstoets", "lbt/examennummer"),
    ("leerbaarheidstoets", "lbt/resultaten"),
    ("inburgeringstermijn", "inburgeringstermijn"),
    ("inburgeringstermijn", "inburgeringstermijn/historie"),
    ("pip", "PIP"),
]
PIP = {"dagtekeningPip": today().isoformat(), "leerroute": "B"}


def ask_duo(
    chain: Chain, api: str, bsn: str, path: str, method: str = "GET", **kwargs: object
) -> httpx.Response:
    """Asks, and checks the answer against DUO's own file."""
    response = chain.ask(method, f"/duo/{api}/v1/personen/{bsn}/{path}", **kwargs)
    assert_conforms(official(FILES[api]), f"/personen/{bsn}/{path}", response)
    return response


# --- DUO --------------------------------------------------------------------------------------------


@pytest.mark.ketentest
@pytest.mark.parametrize(("api", "path"), DUO_QUESTIONS)
def test_every_answer_about_everybody_is_as_duo_describes_it(chain: Chain, api: str, path: str) -> None:
    for bsn in chain.world.persons:
        response = ask_duo(chain, api, bsn, path)
        assert response.status_code in {200, 403, 404}
        assert response.headers["berichtId"] == MESSAGE_ID


@pytest.mark.ketentest
def test_the_grounds_for_extension_are_as_duo_describes_them(chain: Chain) -> None:
    response = chain.ask("GET", "/duo/inburgeringstermijn/v1/verlengingsgronden")
    assert_conforms(official(FILES["inburgeringstermijn"]), "/verlengingsgronden", response)
    assert response.status_code == 200


@pytest.mark.ketentest
@pytest.mark.parametrize(
    ("headers", "bsn", "status"),
    [
        ({"berichtId": "geen-uuid"}, YUSUF, 400),
        ({"bron": "123"}, YUSUF, 400),
        ({"doel": OWN_OIN}, YUSUF, 400),
        ({}, "12345678", 400),
        ({"bron": "0" * 20}, YUSUF, 403),
        ({}, "999990019", 404),
        ({}, ELSEWHERE, 403),
        ({"bron": OTHER_OIN}, YUSUF, 403),
        ({"bron": OTHER_OIN}, ELSEWHERE, 200),
        ({}, SELAM, 200),  # in a COA location elsewhere, but coupled to this gemeente
        ({"bron": OTHER_OIN}, SELAM, 403),
    ],
)
def test_duo_answers_only_about_persons_in_the_scope_of_the_gemeente(
    chain: Chain, headers: dict[str, str], bsn: str, status: int
) -> None:
    response = chain.ask("GET", f"/duo/pip/v1/personen/{bsn}/PIP", headers=headers)
    if status == 200:
        status = 404 if bsn != LEYLA else 200  # there is no PIP yet; being told so means being in scope
    assert response.status_code == status
    assert response.headers["API-Version"] == "1.2.0"


@pytest.mark.ketentest
def test_a_first_pip_starts_the_termijn_of_three_years(chain: Chain) -> None:
    response = ask_duo(chain, "pip", YUSUF, "PIP", "POST", json=PIP)
    assert response.status_code == 201
    known = ask_duo(chain, "pip", YUSUF, "PIP").json()
    assert known == {"gemeentecode": "9901", "pip": {**PIP, "niveau": "B1"}}
    term = ask_duo(chain, "inburgeringstermijn", YUSUF, "inburgeringstermijn").json()
    assert term["startdatum"] == (today() + timedelta(days=1)).isoformat()
    refusal = ask_duo(chain, "pip", YUSUF, "PIP", "DELETE")
    assert refusal.status_code == 403
    assert "termijn" in refusal.json()[0]["fouttekst"]


@pytest.mark.parametrize(
    ("signed_on", "ends"),
    [
        ("2024-03-15", "2027-03-16"),
        ("2023-08-31", "2026-09-01"),
        ("2024-02-29", "2027-03-01"),
        ("2025-02-28", "2028-02-29"),
    ],
)
def test_the_termijn_ends_three_years_after_the_dagtekening(chain: Chain, signed_on: str, ends: str) -> None:
    """The dates of law examples 6 to 9; DUO's `einddatum` is the first day after the term."""
    chain.control(f"personen/{YUSUF}", plicht_vanaf="2022-01-01", inschrijving="20220101")
    assert chain.ask(
        "POST", f"/duo/pip/v1/personen/{YUSUF}/PIP", json={**PIP, "dagtekeningPip": signed_on}
    ).status_code == 201  # fmt: skip
    assert chain.world.terms[YUSUF][-1].ends.isoformat() == ends


@pytest.mark.ketentest
@pytest.mark.parametrize(
    ("bsn", "change", "text"),
    [
        (YUSUF, {"dagtekeningPip": (today() - timedelta(days=200)).isoformat()}, "inburgeringsplicht"),
        (YUSUF, {"dagtekeningPip": (today() - timedelta(days=30)).isoformat()}, "vestiging"),
        (YUSUF, {"niveau": "A2"}, "eerste PIP"),
        (YUSUF, {"leerroute": "O", "niveau": "A2"}, "onderwijsroute"),
        (YUSUF, {"leerroute": "Z", "niveau": "B1"}, "zelfredzaamheidsroute"),
        (YUSUF, {"leerroute": "Z", "geschatteIntensiteitB1Route": 600}, "intensiteit"),
        ("999926226", {"geschatteIntensiteitB1Route": 600}, "intensiteit"),
        (EXEMPT, {}, "inburgeringsplichtig"),
        (LEYLA, {"dagtekeningPip": (today() - timedelta(days=340)).isoformat()}, "eerste of het actuele"),
    ],
)
def test_duo_refuses_with_reasons_in_words(
    chain: Chain, bsn: str, change: dict[str, object], text: str
) -> None:
    response = ask_duo(chain, "pip", bsn, "PIP", "POST", json=PIP | change)
    assert response.status_code == 403
    assert any(text in row["fouttekst"] for row in response.json())


@pytest.mark.parametrize(
    "body", [b"{", b"[]", b'{"leerroute": "B"}', b'{"dagtekeningPip": "2026-02-30", "leerroute": "B"}',
             b'{"dagtekeningPip": "2026-02-03", "leerroute": "X"}']
)  # fmt: skip
def test_a_pip_that_isnt_one_is_a_400(chain: Chain, body: bytes) -> None:
    response = chain.ask("POST", f"/duo/pip/v1/personen/{YUSUF}/PIP", content=body)
    assert (response.status_code, response.content) == (400, b"")


def test_an_afgeschaald_pip_is_fine_after_the_first(chain: Chain) -> None:
    body = {**PIP, "niveau": "A2"}
    assert chain.ask("POST", f"/duo/pip/v1/personen/{LEYLA}/PIP", json=body).status_code == 201


@pytest.mark.ketentest
def test_the_leerbaarheidstoets_can_be_skipped_once(chain: Chain) -> None:
    assert ask_duo(chain, "leerbaarheidstoets", YUSUF, "lbt/examennummer", "DELETE").status_code == 200
    assert ask_duo(chain, "leerbaarheidstoets", YUSUF, "lbt/examennummer").status_code == 404


# --- BRP ---------------------------------------------------------------------------------------------


def ask_brp(chain: Chain, fields: list[str], *numbers: str) -> httpx.Response:
    body = {"type": "RaadpleegMetBurgerservicenummer", "burgerservicenummer": list(numbers), "fields": fields}
    return chain.ask(
        "POST", "/brp/personen", json=body, headers={"Content-Type": "application/json; charset=utf-8"}
    )


@pytest.mark.ketentest
def test_the_brp_answers_by_its_file_about_everybody(chain: Chain) -> None:
    fields = ["burgerservicenummer", "geslacht", "naam", "geboorte", "nationaliteiten", "verblijfstitel", "overlijden",
              "gemeenteVanInschrijving", "datumInschrijvingInGemeente", "leeftijd"]  # fmt: skip
    for number in chain.world.persons:
        response = ask_brp(chain, fields, number)
        assert response.status_code == 200
        assert_conforms(official("brp/personen-openapi.json"), "/personen", response)
        assert response.json()["personen"][0]["burgerservicenummer"] == number


def test_the_brp_gives_only_what_was_asked(chain: Chain) -> None:
    found = ask_brp(chain, ["naam.geslachtsnaam", "geboorte.datum"], YUSUF).json()["personen"]
    assert [sorted(person) for person in found] == [["geboorte", "naam"]]
    assert found[0]["naam"] == {"geslachtsnaam": "al-Haddad"}
    assert list(found[0]["geboorte"]) == ["datum"]


def test_geheimhouding_and_death_come_by_themselves(chain: Chain) -> None:
    secret, dead = (
        ask_brp(chain, ["geslacht"], bsn).json()["personen"][0] for bsn in ("999979693", "999955482")
    )
    assert secret["geheimhoudingPersoonsgegevens"] is True
    assert dead["opschortingBijhouding"]["reden"]["code"] == "O"


@pytest.mark.ketentest
@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"fields": ["schoenmaat"]}, "fields"),
        ({"fields": ["naam.roepnaam"]}, "fields"),
        ({"fields": ["geheimhoudingPersoonsgegevens"]}, "fields"),
        ({"fields": []}, "fields"),
        ({"burgerservicenummer": ["12345678"]}, "burgerservicenummer"),
        ({"burgerservicenummer": []}, "burgerservicenummer"),
        ({"burgerservicenummer": [YUSUF] * 21}, "burgerservicenummer"),
        ({"type": "ZoekMetWens"}, "type"),
    ],
)
def test_the_brp_says_which_parameter_is_wrong(chain: Chain, change: dict[str, object], name: str) -> None:
    body = {
        "type": "RaadpleegMetBurgerservicenummer",
        "burgerservicenummer": [YUSUF],
        "fields": ["naam"],
    } | change
    response = chain.ask("POST", "/brp/personen", json=body)
    assert response.status_code == 400
    assert response.headers["content-type"].startswith("application/problem+json")
    assert response.json()["invalidParams"][0]["name"].startswith(name)
    assert_conforms(official("brp/personen-openapi.json"), "/personen", response)


@pytest.mark.parametrize(
    ("eight", "kind"),
    [
        ("19890714", "Datum"),
        ("19890700", "JaarMaandDatum"),
        ("19890000", "JaarDatum"),
        ("00000000", "DatumOnbekend"),
    ],
)
def test_a_date_of_the_brp_says_how_much_is_known(eight: str, kind: str) -> None:
    assert brp_date(eight)["type"] == kind


# --- DigiD ----------------------------------------------------------------------------------------------

LOGIN = {
    "client_id": "inburgering", "response_type": "code", "scope": "openid", "state": "s1", "nonce": "n1",
    "redirect_uri": "http://testserver/terug/", "code_challenge_method": "S256",
    "code_challenge": "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
}  # fmt: skip
VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"  # the pair of RFC 7636, appendix B


def log_in(chain: Chain, **change: str) -> str:
    response = chain.ask("POST", "/digid/inloggen", data=LOGIN | {"bsn": YUSUF} | change)
    assert response.status_code == 303
    return parse_qs(urlsplit(response.headers["location"]).query)["code"][0]


def get_token(chain: Chain, code: str, **change: str) -> httpx.Response:
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": LOGIN["redirect_uri"],
            "code_verifier": VERIFIER, "client_id": "inburgering", "client_secret": "geheim"}  # fmt: skip
    return chain.ask("POST", "/digid/token", data=form | change)


def test_the_login_page_lists_the_persons_and_says_that_it_isnt_real(chain: Chain) -> None:
    page = chain.ask("GET", "/digid/inloggen", params=LOGIN).text
    assert "Dit is een nagebouwde inlog voor de demo" in page
    assert "D&#x27;Souza-N&#x27;Diaye" in page
    found = chain.ask("GET", "/digid/inloggen", params=LOGIN | {"zoek": "tesfay"}).text
    assert ("Selam Tesfay" in found, "Yusuf" in found) == (True, False)


def test_a_login_gives_tokens_that_hold_the_bsn(chain: Chain) -> None:
    configuration = chain.ask("GET", "/digid/.well-known/openid-configuration").json()
    tokens = get_token(chain, log_in(chain)).json()
    key = jwt.PyJWKClient(configuration["jwks_uri"]).get_signing_key_from_jwt(tokens["id_token"])
    claims = jwt.decode(
        tokens["id_token"],
        key.key,
        algorithms=["RS256"],
        audience="inburgering",
        issuer=configuration["issuer"],
    )
    assert (claims["bsn"], claims["nonce"]) == (YUSUF, "n1")
    headers = {"Authorization": f"Bearer {tokens['access_token']}"}
    assert chain.ask("GET", "/digid/userinfo", headers=headers).json()["sub"] == claims["sub"]


def test_a_code_works_once_and_only_for_who_asked(chain: Chain) -> None:
    code = log_in(chain)
    assert get_token(chain, code).status_code == 200
    assert get_token(chain, code).status_code == 400
    assert get_token(chain, log_in(chain), code_verifier="verkeerd").status_code == 400
    assert get_token(chain, log_in(chain), client_secret="verkeerd").status_code == 401
    assert chain.ask("GET", "/digid/userinfo", headers={"Authorization": "Bearer x"}).status_code == 401


@pytest.mark.parametrize(
    "uri", ["http://elders.example/terug/", "http://testserver.elders.example/", "", "//testserver/"]
)
def test_the_login_only_leads_back_to_the_product(chain: Chain, uri: str) -> None:
    assert chain.ask("GET", "/digid/inloggen", params=LOGIN | {"redirect_uri": uri}).status_code == 400


# --- Faults, and what is kept ---------------------------------------------------------------------------


def test_the_sandbox_fails_when_told_to(chain: Chain) -> None:
    path = f"/duo/pip/v1/personen/{LEYLA}/PIP"
    chain.control("storing", part="duo", fail_next=2, status=500)
    assert [chain.ask("GET", path).status_code for _ in range(3)] == [500, 500, 200]
    chain.control("storing", part="duo", down=True)
    with pytest.raises(httpx.TransportError):
        chain.ask("GET", path)
    chain.control("storing", part="duo", delay_ms=300)
    started = time.monotonic()
    assert chain.ask("GET", path).status_code == 200
    assert time.monotonic() - started >= 0.3


def test_a_lost_answer_still_did_the_work(chain: Chain) -> None:
    chain.control("storing", part="duo", lose_answers=1)
    with pytest.raises(httpx.TransportError):
        chain.ask("POST", f"/duo/pip/v1/personen/{YUSUF}/PIP", json=PIP)
    assert chain.world.current_pip(YUSUF)


def test_the_control_page_shows_what_was_received(chain: Chain) -> None:
    chain.ask("GET", f"/duo/pip/v1/personen/{YUSUF}/PIP")
    page = chain.ask("GET", "/beheer/").text
    assert f"personen/{YUSUF}/PIP" in page
    assert "SS137" in page
    assert chain.ask("GET", "/beheer/ontvangen?part=duo").json()[0]["status"] == 404
    chain.control("reset")
    assert chain.ask("GET", "/beheer/ontvangen").json() == []


def test_what_is_no_control_is_explained(chain: Chain) -> None:
    for path, body in (
        ("storing", {"part": "rdw"}),
        ("personen/999986387", {"schoenmaat": 42}),
        ("melding", {}),
    ):
        assert chain.ask("POST", f"/beheer/{path}", json=body).status_code == 400


def test_the_state_outlives_a_restart(tmp_path: Path) -> None:
    file = tmp_path / "zandbak.json"
    cast = persons.load(persons.OWN_FILE, today())
    first = World(cast, keep_in=file)
    first.change_person(YUSUF, {"gemeente": "9902"})
    later = World(persons.load(persons.OWN_FILE, today() + timedelta(days=40)), keep_in=file)
    assert later.persons == first.persons
    assert later.pips == first.pips
    assert later.terms == first.terms


# --- Persons ---------------------------------------------------------------------------------------------


def test_the_fictional_persons_have_numbers_that_can_exist() -> None:
    cast = persons.load(persons.OWN_FILE, today())
    assert len(cast.persons) >= 12
    for person in cast.persons:
        assert is_valid_bsn(person.bsn)
        assert person.bsn.startswith("9999")


@pytest.fixture
def test_persons() -> persons.Cast:
    cast = persons.load(official("brp/testpersonen.json"), today())
    return persons.Cast((persons.Gemeente("0518", OWN_OIN, "Den Haag"),), cast.persons, {})


def test_the_published_test_persons_can_be_served(test_persons: persons.Cast) -> None:
    """Not against the patterns of the file: these persons have `<`, `&` and quotes in their names on purpose."""
    running: Iterator[Chain] = start_chain(test_persons)
    chain = next(running)
    numbers = list(chain.world.persons)
    for start in range(0, len(numbers), 20):
        found = ask_brp(
            chain, ["burgerservicenummer", "naam", "geboorte"], *numbers[start : start + 20]
        ).json()["personen"]
        assert [person["burgerservicenummer"] for person in found] == numbers[start : start + 20]
    next(running, None)


# --- The command ---------------------------------------------------------------------------------------------


def test_the_command_serves_on_a_port_and_stops_on_ctrl_c() -> None:
    process = subprocess.Popen(
        [sys.executable, "manage.py", "keten_sandbox", "--port", "0"],
        cwd=settings.BASE_DIR, text=True, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout
    with process.stdout as output:
        line = output.readline()
    url = re.search(r"http://[\d.:]+", line)
    assert url, line
    with httpx.Client(trust_env=False) as client:
        assert client.get(f"{url[0]}/beheer/toestand").json()["ontvangen"] == 0
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=30) == 0


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["--personen", "/bestaat/niet.json"], "niet te lezen"),
        (["--gemeente", "518:1"], "CODE:OIN"),
        (["--port", "1"], "bezet of niet toegestaan"),
    ],
)
def test_the_command_explains_what_is_wrong(arguments: list[str], text: str) -> None:
    with pytest.raises(CommandError, match=text):
        call_command("keten_sandbox", "--host", "240.0.0.1", "--port", "0", *arguments)


def test_a_file_without_gemeenten_needs_one(tmp_path: Path) -> None:
    (tmp_path / "leeg.json").write_text(json.dumps([]))
    with pytest.raises(CommandError, match="--gemeente CODE:OIN"):
        call_command("keten_sandbox", "--port", "0", "--personen", str(tmp_path / "leeg.json"))
