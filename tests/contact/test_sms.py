"""SMS by NotifyNL: its API as GOV.UK Notify describes it, played by a server of our own."""

import json
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlparse

import jwt
import pytest
from django.utils import timezone

from contact.enums.notices import Channel, NoticeKind, NoticeState
from contact.models import ContactPreference, Notice
from contact.rules.preferences import international, is_mobile
from contact.services.notices import make_notices
from contact.services.notices.following import ask_after_sms
from contact.services.notices.sending import send_due

SERVICE, SECRET = "26785a09-ab16-4eb0-8407-a37497a57506", "3d844edf-8d35-48ac-975b-e847b4f122b0"


class NotifyServer(ThreadingHTTPServer):
    """Keeps what it took. `fault` makes it answer badly: a status, or "silence" after it took the message."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.taken: list[dict] = []
        self.status = "created"
        self.fault: int | str = ""
        self.url = f"http://127.0.0.1:{self.server_address[1]}"


class Handler(BaseHTTPRequestHandler):
    server: NotifyServer

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if isinstance(self.server.fault, int):
            self.answer(
                self.server.fault, {"errors": [{"error": "X", "message": "phone_number is verkeerd"}]}
            )
            return
        assert self.path == "/v2/notifications/sms"
        self.server.taken.append(body)
        if self.server.fault == "silence":
            self.close_connection = True
            return
        self.answer(201, {"id": f"n-{len(self.server.taken)}", "reference": body["reference"]})

    def do_GET(self) -> None:
        address = urlparse(self.path)
        if address.path == "/v2/notifications":
            wanted = parse_qs(address.query)["reference"][0]
            found = [n for n, body in enumerate(self.server.taken, 1) if body["reference"] == wanted]
            rows = [{"id": f"n-{n}", "status": self.server.status} for n in found]
            self.answer(200, {"notifications": rows})
        else:
            self.answer(200, {"id": address.path.split("/")[-1], "status": self.server.status})

    def answer(self, status: int, body: dict) -> None:
        claims = jwt.decode(
            self.headers["Authorization"].removeprefix("Bearer "), SECRET, algorithms=["HS256"]
        )
        assert claims["iss"] == SERVICE
        assert abs(claims["iat"] - time.time()) < 30
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args: object) -> None:
        """Silent."""


@contextmanager
def running_server():
    server = NotifyServer()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def notify(settings):
    with running_server() as server:
        settings.SMS_ADAPTER, settings.NOTIFY_BASE_URL = "notifynl", server.url
        settings.NOTIFY_API_KEY = f"inburgering-{SERVICE}-{SECRET}"
        settings.NOTIFY_SMS_TEMPLATE_ID = "sjabloon-1"
        yield server


@pytest.fixture
def notice(case, notify):
    case.person.phone = "06 12 34 56 78"
    case.person.save()
    ContactPreference.objects.create(
        person=case.person, quiet_from="00:00", quiet_until="00:00", daily_cap=20
    )
    return make_notices(
        case=case, person=case.person, kind=NoticeKind.NEW_KLANTMANAGER, source="event:1",
        context={"new": "Bram", "new_phone": ""},
    )[-1]  # fmt: skip


def again(notice):
    Notice.objects.filter(pk=notice.pk).update(next_attempt_at=timezone.now())
    while send_due():
        pass
    notice.refresh_from_db()
    return NoticeState(notice.state)


def test_the_short_text_goes_with_our_reference(notice, notify):
    assert again(notice) == NoticeState.SENT
    [body] = notify.taken
    assert body == {
        "phone_number": "+31612345678", "template_id": "sjabloon-1", "personalisation": {"bericht": notice.short},
        "reference": notice.message_id,
    }  # fmt: skip
    assert notice.channel_ref == "n-1"


def test_an_answer_that_never_came_is_asked_after_before_it_goes_again(notice, notify):
    notify.fault = "silence"
    assert again(notice) == NoticeState.WAITING
    assert notice.may_have_arrived
    notify.fault = ""
    assert again(notice) == NoticeState.SENT
    assert len(notify.taken) == 1


def test_a_service_that_fails_gets_it_again_once_it_works(notice, notify):
    notify.fault = 503
    assert again(notice) == NoticeState.WAITING
    notify.fault = ""
    assert again(notice) == NoticeState.SENT
    assert len(notify.taken) == 1


@pytest.mark.parametrize("status", [401, 403, 429])
def test_a_service_that_does_not_let_us_in_is_tried_later(notice, notify, status):
    notify.fault = status
    assert again(notice) == NoticeState.WAITING
    assert not notice.may_have_arrived


def test_a_refused_number_goes_on_by_letter(notice, notify):
    notify.fault = 400
    assert again(notice) == NoticeState.FAILED
    assert "phone_number is verkeerd" in notice.problem
    assert Notice.objects.filter(channel=Channel.LETTER).exists()


@pytest.mark.parametrize(("status", "state"), [
    ("delivered", NoticeState.DELIVERED), ("permanent-failure", NoticeState.BOUNCED),
    ("temporary-failure", NoticeState.FAILED), ("technical-failure", NoticeState.FAILED), ("sending", NoticeState.SENT),
])  # fmt: skip
def test_we_ask_how_it_ended_when_nobody_tells_us(notice, notify, status, state):
    again(notice)
    notify.status = status
    assert ask_after_sms() == 0  # not yet
    Notice.objects.filter(pk=notice.pk).update(next_attempt_at=timezone.now())
    assert ask_after_sms() == 1
    notice.refresh_from_db()
    assert notice.state == state
    assert ask_after_sms() == 0


@pytest.mark.parametrize(("typed", "number", "mobile"), [
    ("06 12345678", "+31612345678", True), ("+31 6 12345678", "+31612345678", True),
    ("0031612345678", "+31612345678", True), ("+31 (0)6 12345678", "+31612345678", True),
    ("012 345 67 89", "+31123456789", False), ("+49 151 23456789", "+4915123456789", True),
    ("", "", False), ("bel mij", "", False), ("112", "", False),
])  # fmt: skip
def test_numbers_as_people_write_them(typed, number, mobile):
    assert (international(typed), is_mobile(typed)) == (number, mobile)
