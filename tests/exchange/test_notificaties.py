"""Our Notificatie API: exactly DUO's file, nothing lost, nothing twice."""

import json
import uuid
from io import BytesIO
from typing import Any

import pytest
from django.test import Client, RequestFactory
from openapi_core.testing import MockRequest, MockResponse

from accounts.models import Gemeente
from exchange.api import notificaties
from exchange.enums import IncomingState
from exchange.models import IncomingMessage
from exchange.services import incoming
from inburgering.kit.encryption import decrypt
from tests.exchange.chain import DUO_OIN, OTHER_OIN, OWN_OIN, YUSUF, official, specification

pytestmark = pytest.mark.django_db

URL = "/v1/notificaties"
GOOD = {"registratieDatumTijd": "2026-03-02T09:15:00.123+01:00", "gebeurtenisId": "SS139", "bsn": YUSUF}


@pytest.fixture(autouse=True)
def demo(
    settings: Any, zonnedijk: Gemeente, lindeveen: Gemeente, monkeypatch: pytest.MonkeyPatch
) -> list[bool]:
    """The settings of the demo, two gemeenten, and the wake-ups instead of a broker."""
    settings.DEMO, settings.CLIENT_OIN_HEADER, settings.DUO_OIN = True, "", DUO_OIN
    settings.CHAIN_MAINTENANCE = False
    incoming.clear_gemeente_memory()
    woken: list[bool] = []
    monkeypatch.setattr("exchange.api.wake_up", lambda: woken.append(True))
    return woken


def send(
    body: Any = GOOD,
    *,
    headers: dict[str, str] | None = None,
    content_type: str = "application/json",
    **change: Any,
) -> Any:
    content = body if isinstance(body, bytes) else json.dumps(body | change).encode()
    sent = {"bron": DUO_OIN, "doel": OWN_OIN, "berichtId": str(uuid.uuid4())} | (headers or {})
    sent = {name: value for name, value in sent.items() if value}
    return Client(raise_request_exception=False).post(URL, content, content_type=content_type, headers=sent)


def assert_by_the_file(response: Any) -> None:
    file = specification(official("duo/Notificatie.yml"))
    asked = MockRequest("http://localhost", "post", "/notificaties", data=b"{}")
    file.validate_response(asked, MockResponse(
        response.content, response.status_code, dict(response.headers), content_type="application/json"
    ))  # fmt: skip


# --- Taken ------------------------------------------------------------------------------------------------


@pytest.mark.ketentest
def test_a_notification_is_stored_raw_before_it_is_answered(demo: list[bool], zonnedijk: Gemeente) -> None:
    response = send()
    assert (response.status_code, response.content) == (201, b"")
    assert response.headers["API-Version"] == "1.8.0"
    assert_by_the_file(response)
    message = IncomingMessage.objects.get()
    assert (message.gemeente, message.event, message.state) == (zonnedijk, "SS139", IncomingState.RECEIVED)
    assert json.loads(message.raw) == GOOD
    assert demo == [True]


def test_the_bsn_stands_nowhere_in_clear() -> None:
    send()
    row = IncomingMessage.objects.values().get()
    assert YUSUF not in str(row["person_index"])
    from django.db import connection  # noqa: PLC0415

    with connection.cursor() as cursor:
        cursor.execute("SELECT raw::bytea, exchange_incomingmessage::text FROM exchange_incomingmessage")
        raw, text = cursor.fetchone()
    assert YUSUF not in text
    assert YUSUF in decrypt(bytes(raw))


@pytest.mark.parametrize(
    "change",
    [
        {"gebeurtenisId": "SS777"},  # unknown to us, and kept
        {"gebeurtenisId": "X"},
        {"bsn": "123456789"},  # fails the elfproef: a fault that people must see, so it is kept
        {"registratieDatumTijd": "2026-03-02T09:15:00Z"},
        {"registratieDatumTijd": "2026-03-02t09:15:00.1234567z"},
        {"registratieDatumTijd": "2024-02-29T23:59:59-11:00"},
        {"vNummer": 0},
        {"vNummer": 9999999999},
        {"nieuwVeld": {"van": ["DUO"]}},
    ],
)
def test_everything_that_the_file_allows_is_taken(change: dict[str, Any]) -> None:
    assert send(**change).status_code == 201
    assert IncomingMessage.objects.count() == 1


def test_a_notification_about_nobody_or_a_v_number_is_taken() -> None:
    nobody = {name: value for name, value in GOOD.items() if name != "bsn"}
    assert send(nobody).status_code == 201
    assert send(nobody | {"vNummer": 2811045501}).status_code == 201
    assert IncomingMessage.objects.count() == 2


# --- Once -------------------------------------------------------------------------------------------------


def test_the_same_message_id_is_one_message(demo: list[bool]) -> None:
    headers = {"berichtId": str(uuid.uuid4())}
    assert [send(headers=headers).status_code for _ in range(3)] == [201, 201, 201]
    assert send(headers={"berichtId": headers["berichtId"].upper()}, gebeurtenisId="SS101").status_code == 201
    assert IncomingMessage.objects.count() == 1
    assert demo == [True]


def test_the_same_event_person_and_moment_is_one_message_whatever_its_id() -> None:
    send()
    send(registratieDatumTijd="2026-03-02T08:15:00.123Z")  # the same moment in another zone
    assert IncomingMessage.objects.count() == 1


@pytest.mark.parametrize(
    "change",
    [{"gebeurtenisId": "SS101"}, {"bsn": "999917602"}, {"registratieDatumTijd": "2026-03-02T09:15:01+01:00"}],
)
def test_another_event_person_or_moment_is_another_message(change: dict[str, str]) -> None:
    send()
    send(**change)
    assert IncomingMessage.objects.count() == 2


def test_two_gemeenten_each_have_their_message() -> None:
    send()
    send(headers={"doel": OTHER_OIN})
    assert IncomingMessage.objects.values_list("gemeente").distinct().count() == 2


# --- Refused ------------------------------------------------------------------------------------------------

MALFORMED = [
    b"", b"{", b"null", b"[]", b'"SS139"', b"\xff\xfe", b"[" * 10_000, b'{"gebeurtenisId": "SS139"}',
    b'{"registratieDatumTijd": "2026-03-02T09:15:00Z"}',
]  # fmt: skip
WRONG = [
    {"bsn": "12345678"}, {"bsn": "1234567890"}, {"bsn": 999986387}, {"bsn": "99998638a"}, {"bsn": None},
    {"bsn": "٩٩٩٩٨٦٣٨٧"}, {"bsn": ""}, {"vNummer": -1}, {"vNummer": 10_000_000_000}, {"vNummer": "12"}, {"vNummer": 1.5},
    {"vNummer": True}, {"gebeurtenisId": "ss139"}, {"gebeurtenisId": "SS13900"}, {"gebeurtenisId": ""},
    {"gebeurtenisId": "SS139\n"}, {"gebeurtenisId": 139}, {"registratieDatumTijd": "0000-01-01T00:00:00Z"},
    {"registratieDatumTijd": "0001-01-01T00:00:00Z"}, {"registratieDatumTijd": "2026-02-30T09:15:00Z"},
    {"registratieDatumTijd": "2026-03-02"}, {"registratieDatumTijd": "2026-03-02T09:15:00"},
    {"registratieDatumTijd": "2026-03-02T25:15:00Z"}, {"registratieDatumTijd": "9999-12-31T23:59:59-14:00"},
    {"registratieDatumTijd": 1772439300}, {"registratieDatumTijd": "20260302T091500Z"},
]  # fmt: skip


@pytest.mark.ketentest
@pytest.mark.parametrize("body", [*MALFORMED, *WRONG], ids=lambda body: str(body)[:40])
def test_what_the_file_doesnt_allow_is_a_400_without_a_body(body: Any) -> None:
    response = send(body) if isinstance(body, bytes) else send(**body)
    assert (response.status_code, response.content) == (400, b"")
    assert_by_the_file(response)
    assert not IncomingMessage.objects.exists()


def test_ten_megabytes_are_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.http.HttpRequest.read", lambda *_: pytest.fail("the body was read"))
    response = send(b'{"bsn": "' + b"9" * 10_000_000 + b'"}')
    assert response.status_code == 400


@pytest.mark.parametrize(("size", "status"), [(0, 201), (20_000, 400)])
def test_a_body_in_chunks_is_read_to_its_end(size: int, status: int) -> None:
    """Some clients send no length; gunicorn then says that the input ends by itself."""
    content = json.dumps(GOOD).encode() + b" " * size
    headers = {"bron": DUO_OIN, "doel": OWN_OIN, "berichtId": str(uuid.uuid4())}
    request = RequestFactory().post(URL, b" ", content_type="application/json", headers=headers)
    request.META |= {"wsgi.input": BytesIO(content), "wsgi.input_terminated": True, "CONTENT_LENGTH": ""}
    assert notificaties(request).status_code == status


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/xml", "application/x-www-form-urlencoded"]
)
def test_only_json_is_taken(content_type: str) -> None:
    assert send(content_type=content_type).status_code == 400


@pytest.mark.ketentest
@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"bron": ""}, 401),
        ({"bron": "123"}, 400),
        ({"bron": OWN_OIN}, 403),
        ({"doel": ""}, 400),
        ({"doel": "0" * 20}, 403),
        ({"berichtId": ""}, 400),
        ({"berichtId": "geen-uuid"}, 400),
        ({"berichtId": "{6f1cbb3c-0e7c-4b8e-9b8e-1f2d3c4b5a69}"}, 400),
    ],
)
def test_a_header_that_is_missing_or_wrong(headers: dict[str, str], status: int) -> None:
    response = send(headers=headers)
    assert response.status_code == status
    assert_by_the_file(response)
    assert not IncomingMessage.objects.exists()


def test_in_production_only_the_certificate_says_who_sends(settings: Any) -> None:
    settings.CLIENT_OIN_HEADER = "X-Client-Oin"
    assert send().status_code == 401
    assert send(headers={"X-Client-Oin": OWN_OIN}).status_code == 403
    assert send(headers={"X-Client-Oin": DUO_OIN}).status_code == 201
    settings.CLIENT_OIN_HEADER, settings.DEMO = "", False
    assert send(gebeurtenisId="SS101").status_code == 401


def test_other_methods_arent_there() -> None:
    for method in ("get", "put", "delete", "patch"):
        response = getattr(Client(), method)(URL)
        assert (response.status_code, response.headers["API-Version"]) == (405, "1.8.0")


@pytest.mark.ketentest
def test_planned_maintenance_is_a_503_in_words(settings: Any) -> None:
    settings.CHAIN_MAINTENANCE = True
    response = send()
    assert response.status_code == 503
    assert "onderhoud" in response.json()["fouttekst"]
    assert_by_the_file(response)


@pytest.mark.ketentest
def test_a_fault_of_ours_is_a_500_without_a_body(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_: Any) -> None:
        raise RuntimeError("database is gone")

    monkeypatch.setattr("exchange.api.keep_notification", fail)
    response = send()
    assert (response.status_code, response.content) == (500, b"")
    assert_by_the_file(response)


def test_a_burst_wakes_the_worker_once(monkeypatch: pytest.MonkeyPatch) -> None:
    queued: list[str] = []
    monkeypatch.setattr(incoming, "queue", queued.append)
    monkeypatch.setattr(incoming, "_woken_at", -1.0)
    for _ in range(5):
        incoming.wake_up()
    assert queued == ["exchange.tasks.process_waiting"]
