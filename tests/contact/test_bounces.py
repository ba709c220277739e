"""Mail that comes back."""

import io

import pytest
from django.core.management import call_command
from django.utils import timezone

from contact.enums.notices import Channel, NoticeKind, NoticeState
from contact.models import Notice
from contact.rules.bounces import parse_bounce
from contact.services.notices import make_notices

MESSAGE_ID = "<bericht-01234567-89ab-cdef-0123-456789abcdef@waterveen.example>"
REPORT = f"""From: MAILER-DAEMON@mx.example.nl
To: post@waterveen.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="x"

--x
Content-Type: text/plain

I'm sorry.

--x
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.nl

Final-Recipient: rfc822; yusuf@example.nl
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 unknown user

--x
Content-Type: message/rfc822

Message-ID: {MESSAGE_ID}
Subject: U hebt een bericht

Beste Yusuf
--x--
"""


def test_a_report_says_which_mail_and_why():
    bounce = parse_bounce(REPORT.encode())
    assert bounce is not None
    assert (bounce.message_id, bounce.is_permanent) == (MESSAGE_ID, True)
    assert bounce.reason == "5.1.1 smtp; 550 5.1.1 unknown user"


def test_a_delay_is_no_failure():
    delayed = REPORT.replace("Action: failed", "Action: delayed").replace("Status: 5.1.1", "Status: 4.4.7")
    bounce = parse_bounce(delayed.encode())
    assert bounce is not None
    assert not bounce.is_permanent


@pytest.mark.parametrize("raw", [
    b"", b"\xff\x00\xff", b"From: a@b.nl\nSubject: Afwezig\n\nIk ben met vakantie.",
    REPORT.replace(MESSAGE_ID, "<iets@anders>").encode(),
    REPORT.replace("message/delivery-status", "text/plain").encode(),
])  # fmt: skip
def test_what_is_no_report_about_us_is_nothing(raw):
    assert parse_bounce(raw) is None


def test_the_command_settles_the_message(case, monkeypatch):
    make_notices(
        case=case, person=case.person, kind=NoticeKind.NEW_KLANTMANAGER, source="event:1",
        context={"new": "Bram", "new_phone": ""}, channels=[Channel.MAIL],
    )  # fmt: skip
    mail = Notice.objects.filter(channel=Channel.MAIL)
    mail.update(
        state=NoticeState.SENT, sent_at=timezone.now(), message_id=MESSAGE_ID, sent_to="yusuf@example.nl"
    )
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(REPORT.encode())))
    out = io.StringIO()
    call_command("retourmail", stdout=out)
    assert mail.get().state == NoticeState.BOUNCED
    assert "Verwerkt" in out.getvalue()
    assert Notice.objects.filter(channel=Channel.LETTER).exists()
