"""What can break while a message goes out, with real sockets and processes: nothing is lost, and nothing that the
channel confirmed goes twice.
"""

import os
import subprocess
import sys
import threading
from datetime import timedelta

import pytest
from django.conf import settings as django_settings
from django.db import connection
from django.utils import timezone

from contact.enums.notices import Channel, NoticeKind, NoticeState
from contact.models import ContactPreference, Notice
from contact.services.notices import make_notices
from contact.services.notices.sending import LEASE, send_due
from tests.contact.mail_server import Behaviour, MailServer, mail_server

SEND = (
    "import django; django.setup(); from contact.services.notices.sending import send_due; print(send_due())"
)


@pytest.fixture
def server():
    with mail_server() as server:
        yield server


@pytest.fixture(autouse=True)
def mail_over_smtp(settings, server: MailServer):
    settings.MAIL_ADAPTER, settings.MAIL_FROM = "smtp", "Gemeente <post@waterveen.example>"
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", server.port, 0.5
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False


@pytest.fixture
def person(case):
    case.person.email = "yusuf@example.nl"
    case.person.save()
    # At any hour of the day, and as often as a test likes.
    ContactPreference.objects.create(
        person=case.person, quiet_from="00:00", quiet_until="00:00", daily_cap=20
    )
    return case.person


def make(case, number=1):
    notices = make_notices(
        case=case, person=case.person, kind=NoticeKind.NEW_KLANTMANAGER, source=f"event:{number}",
        context={"new": f"Bram {number}", "new_phone": ""}, channels=[Channel.MAIL],
    )  # fmt: skip
    return notices[-1]


def again(*, after=timedelta(hours=3)):
    """Time passes: what waits is due, and the claim of a dead worker has ended."""
    Notice.objects.filter(state__in=("wacht", "bezig")).update(next_attempt_at=timezone.now() - after)
    while send_due():
        pass


def state_of(notice):
    notice.refresh_from_db()
    return NoticeState(notice.state)


# --- A mail server that says no, or nothing -----------------------------------------------------------------------


@pytest.mark.parametrize("step", ["MAIL", "RCPT", "DATA", "."])
def test_a_server_that_says_later_gets_it_later_and_once(case, person, server, step):
    notice = make(case)
    server.behaviour = Behaviour(refusals={step: "451 come back"})
    send_due()
    assert (state_of(notice), notice.attempts) == (NoticeState.WAITING, 1)
    assert notice.next_attempt_at > timezone.now()
    assert "451" in notice.problem
    heard = len(server.received)
    server.behaviour = Behaviour()
    again()
    assert state_of(notice) == NoticeState.SENT
    assert len(server.received) == heard + 1
    again()
    assert len(server.received) == heard + 1


@pytest.mark.parametrize("step", ["RCPT", "DATA", "."])
def test_a_server_that_says_never_hands_it_to_the_next_channel(case, person, server, step):
    notice = make(case)
    server.behaviour = Behaviour(refusals={step: "550 unknown"})
    send_due()
    assert state_of(notice) == NoticeState.FAILED
    assert Notice.objects.filter(channel=Channel.LETTER, source=notice.source).count() == 1


@pytest.mark.parametrize("step", ["EHLO", "RCPT", "DATA"])
def test_a_server_that_is_too_slow_before_the_mail_gets_it_again(case, person, server, step):
    notice = make(case)
    server.behaviour = Behaviour(pauses={step: 1.5})
    send_due()
    assert state_of(notice) == NoticeState.WAITING
    server.behaviour = Behaviour()
    again()
    assert state_of(notice) == NoticeState.SENT
    assert len(server.received) == 1


@pytest.mark.parametrize("behaviour", [
    Behaviour(hangs_up_before_answer="."), Behaviour(pauses={".": 1.5}),
])  # fmt: skip
def test_a_mail_that_was_never_confirmed_is_not_sent_twice_and_a_person_sees_it(
    case, person, server, behaviour
):
    notice = make(case)
    server.behaviour = behaviour
    send_due()
    server.behaviour = Behaviour()
    again()
    again()
    assert state_of(notice) == NoticeState.FAILED
    assert notice.may_have_arrived
    assert "misschien aangekomen" in notice.problem
    assert len(server.received) == 1
    assert server.received[0]["Message-ID"] == notice.message_id
    assert not Notice.objects.filter(channel=Channel.LETTER).exists()


def test_a_server_that_hangs_up_after_its_yes_has_it_once(case, person, server):
    one, two = make(case, 1), make(case, 2)
    server.behaviour = Behaviour(hangs_up_after_answer=".")
    again()
    again()
    assert (state_of(one), state_of(two)) == (NoticeState.SENT, NoticeState.SENT)
    assert len(server.received) == 2


def test_a_server_that_is_down_is_asked_once_a_round(case, person, server):
    notices = [make(case, number) for number in range(5)]
    server.stop()
    send_due()
    assert sorted(state_of(notice) for notice in notices) == [NoticeState.WAITING] * 5
    assert sum(notice.attempts for notice in notices) == 1


def test_after_two_days_the_next_channel_gets_it(case, person, server):
    notice = make(case)
    Notice.objects.update(patient_from=timezone.now() - timedelta(days=2, minutes=1))
    server.behaviour = Behaviour(refusals={"RCPT": "451 later"})
    again()
    assert state_of(notice) == NoticeState.FAILED
    assert Notice.objects.filter(channel=Channel.LETTER).exists()


# --- Workers that die, and that work at the same time --------------------------------------------------------------


def _worker(server: MailServer) -> "subprocess.Popen[str]":
    at = connection.settings_dict
    url = f"postgres://{at['USER']}:{at['PASSWORD']}@{at['HOST']}:{at['PORT']}/{at['NAME']}"
    environment = os.environ | {
        "DATABASE_URL": url, "MAIL_ADAPTER": "smtp", "MAIL_FROM": "post@waterveen.example", "MAIL_HOST": "127.0.0.1",
        "MAIL_PORT": str(server.port), "MAIL_STARTTLS": "false", "MAIL_TIMEOUT_SECONDS": "60",
    }  # fmt: skip
    return subprocess.Popen(
        [sys.executable, "-c", SEND],
        cwd=django_settings.BASE_DIR,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
    )


def _kill_while_it_waits_for(server: MailServer, command: str) -> None:
    server.behaviour = Behaviour(pauses={command: 60})
    worker = _worker(server)
    try:
        server.wait_for(command)
    finally:
        worker.kill()
        worker.communicate()
    server.behaviour = Behaviour()


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_before_the_mail_went_loses_nothing(case, person, server):
    notice = make(case)
    _kill_while_it_waits_for(server, "RCPT")
    assert state_of(notice) == NoticeState.SENDING
    assert not notice.may_have_arrived
    while send_due():
        pass
    assert state_of(notice) == NoticeState.SENDING  # the dead worker's claim
    assert notice.next_attempt_at <= timezone.now() + LEASE
    again()
    assert state_of(notice) == NoticeState.SENT
    assert len(server.received) == 1


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_while_the_mail_went_sends_no_second_one(case, person, server):
    notice = make(case)
    _kill_while_it_waits_for(server, ".")
    again()
    again()
    assert state_of(notice) == NoticeState.FAILED
    assert notice.may_have_arrived
    assert len(server.received) == 1


@pytest.mark.django_db(transaction=True)
def test_a_database_that_goes_away_during_the_mail_is_waited_for(case, person, server):
    """The connection is cut by the server, as at a restart, between the hand-over and the answer of the mail server."""
    notice = make(case)
    server.behaviour = Behaviour(pauses={".": 2})
    worker = _worker(server)
    server.wait_for(".")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
            "AND pid <> pg_backend_pid()"
        )
    worker.communicate(timeout=60)
    assert state_of(notice) == NoticeState.SENT
    assert len(server.received) == 1


@pytest.mark.django_db(transaction=True)
def test_three_workers_at_once_send_each_message_once(case, person, server):
    for number in range(12):
        make(case, number)

    def work():
        while send_due(batch=3):
            pass
        connection.close()

    workers = [threading.Thread(target=work) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert Notice.objects.filter(channel=Channel.MAIL, state=NoticeState.SENT).count() == 12
    assert len({mail["Message-ID"] for mail in server.received}) == len(server.received) == 12
