"""The daily mail to a colleague: once, on working days, only when there is something to say, and without names."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from accounts.enums import Role
from accounts.models import User
from cases.enums import Group
from cases.services import record_event
from contact.enums.notices import Channel, NoticeKind, NoticeState
from contact.models import Notice, StaffDigest
from contact.selectors.digest import sections_for
from contact.services.digest import make_digests, send_digests
from contact.services.notices import make_notices
from deadlines.enums import Audience, Kind
from deadlines.models import Reminder
from deadlines.rules import Facts
from deadlines.services import start_deadline
from tests.contact.mail_server import Behaviour, mail_server
from tests.factories import StaffFactory

EARLY = datetime(2026, 9, 24, 5, 29, tzinfo=UTC)
MORNING = datetime(2026, 9, 24, 5, 31, tzinfo=UTC)
"""Thursday, 7:29 and 7:31 in Amsterdam."""


@pytest.fixture(autouse=True)
def morning():
    with time_machine.travel(MORNING, tick=True) as clock:
        yield clock


@pytest.fixture(autouse=True)
def mail_on(settings):
    settings.MAIL_ADAPTER, settings.MAIL_FROM = "smtp", "Gemeente <post@waterveen.example>"


@pytest.fixture
def reminder(case, morning):
    """Of a PIP that is due in a week, given last night."""
    with time_machine.travel(MORNING - timedelta(hours=5), tick=True):
        facts = Facts(group=Group.ASIELSTATUSHOUDER, notified_on=timezone.localdate() - timedelta(days=63),
                      brp_registered_on=timezone.localdate() - timedelta(days=70))  # fmt: skip
        deadline = start_deadline(case=case, kind=Kind.PIP, facts=facts, by=None)
        # As the sweep gives it, by the clock of this test instead of that of the database.
        event = record_event(case=case, kind="termijn.herinnering", text="Herinnering", by=None)
        Reminder.objects.create(
            deadline=deadline, audience=Audience.KLANTMANAGER, rung=-7, due_on=deadline.due_on,
            given_on=timezone.localdate(), event=event,
        )  # fmt: skip
    return deadline


def test_the_klantmanager_gets_what_waits_once_and_without_names(klantmanager, case, reminder):
    for _ in range(2):
        make_digests(now=timezone.now())
        send_digests()
    [message] = mail.outbox
    assert message.to == [klantmanager.email]
    assert f"{case.number}: PIP vaststellen" in message.body
    assert f"/dossiers/{case.pk}/termijnen/" in message.body
    assert case.person.last_name not in message.subject + message.body


def test_who_has_nothing_to_hear_gets_no_mail(klantmanager, case):
    assert make_digests(now=timezone.now()) == 0
    send_digests()
    assert not mail.outbox
    assert StaffDigest.objects.get(user=klantmanager).state == NoticeState.DROPPED


@pytest.mark.parametrize("moment", [
    EARLY,
    datetime(2026, 9, 26, 8, tzinfo=UTC),  # Saturday
    datetime(2026, 12, 25, 8, tzinfo=UTC),  # Kerstmis
])  # fmt: skip
def test_not_before_half_past_seven_and_only_on_working_days(klantmanager, case, reminder, moment):
    assert make_digests(now=moment) == 0
    assert not StaffDigest.objects.exists()


def test_the_next_day_says_only_what_is_new(klantmanager, case, reminder, morning):
    make_digests(now=timezone.now())
    send_digests()
    morning.move_to(MORNING + timedelta(days=1))
    assert make_digests(now=timezone.now()) == 0


def test_what_a_mail_that_never_went_had_to_tell_is_told_the_next_day(
    settings, klantmanager, case, reminder, morning
):
    with mail_server() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", server.port, 2
        settings.EMAIL_USE_TLS = False
        server.behaviour = Behaviour(refusals={"RCPT": "451 later"})
        make_digests(now=timezone.now())
        send_digests()
        server.behaviour = Behaviour()
        for day in (1, 4):  # Friday and Monday
            morning.move_to(MORNING + timedelta(days=day))
            make_digests(now=timezone.now())
            send_digests()
        assert len(server.received) == 1
    states = StaffDigest.objects.filter(user=klantmanager).order_by("day").values_list("state", flat=True)
    assert list(states) == [NoticeState.DROPPED, NoticeState.SENT, NoticeState.DROPPED]


def test_a_reminder_that_came_in_while_the_mail_was_made_is_told_the_next_day(
    klantmanager, case, morning, request
):
    """The sweep of that night committed late: its moment is before the mail, and nobody had seen it."""
    make_digests(now=timezone.now())
    request.getfixturevalue("reminder")
    morning.move_to(MORNING + timedelta(days=1))
    assert make_digests(now=timezone.now()) == 1


def test_one_colleague_whose_mail_cannot_be_made_holds_up_nobody(
    klantmanager, case, reminder, teamleider, monkeypatch
):
    def sections(user, *facts):
        if user == klantmanager:
            raise LookupError("A fault of ours.")
        return sections_for(user, *facts)

    monkeypatch.setattr("contact.services.digest.sections_for", sections)
    make_digests(now=timezone.now())
    assert list(StaffDigest.objects.values_list("user", flat=True)) == [teamleider.pk]


def test_one_mail_that_cannot_be_written_holds_up_no_other(klantmanager, teamleider):
    for user, text in ((klantmanager, "Van u."), (teamleider, "Ook.")):
        StaffDigest.objects.create(user=user, day=timezone.localdate(), text=text)
    User.objects.filter(pk=klantmanager.pk).update(email="karin\n@waterveen.example")
    send_digests()
    assert [message.to for message in mail.outbox] == [[teamleider.email]]
    broken = StaffDigest.objects.get(user=klantmanager)
    assert (broken.state, broken.problem != "") == (NoticeState.FAILED, True)


def test_a_colleague_with_other_cases_hears_nothing_of_this_one(colleague, case, reminder, stranger):
    make_digests(now=timezone.now())
    assert StaffDigest.objects.get(user=colleague).text == ""
    assert StaffDigest.objects.get(user=stranger).text == ""


def test_the_team_lead_hears_that_messages_failed(teamleider, klantmanager, case):
    make_notices(
        case=case, person=case.person, kind=NoticeKind.NEW_KLANTMANAGER, source="event:1",
        context={"new": "Bram", "new_phone": ""}, channels=[Channel.MAIL],
    )  # fmt: skip
    Notice.objects.filter(channel=Channel.MAIL).update(state=NoticeState.FAILED, problem="Nee.")
    make_digests(now=timezone.now())
    send_digests()
    [message] = mail.outbox
    assert message.to == [teamleider.email]
    assert "1 bericht" in message.body


def test_without_mail_nobody_is_looked_at(settings, klantmanager, case, reminder):
    settings.MAIL_ADAPTER = "uit"
    assert make_digests(now=timezone.now()) == 0
    assert not StaffDigest.objects.exists()


@pytest.mark.parametrize(("behaviour", "state", "received"), [
    (Behaviour(refusals={"RCPT": "451 later"}), NoticeState.WAITING, 0),
    (Behaviour(refusals={"RCPT": "550 never"}), NoticeState.FAILED, 0),
    (Behaviour(hangs_up_before_answer="."), NoticeState.FAILED, 1),
    (Behaviour(hangs_up_after_answer="."), NoticeState.SENT, 1),
])  # fmt: skip
def test_a_bad_mail_server_gives_no_second_mail(
    settings, klantmanager, case, reminder, behaviour, state, received
):
    with mail_server() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", server.port, 2
        settings.EMAIL_USE_TLS = False
        server.behaviour = behaviour
        make_digests(now=timezone.now())
        send_digests()
        assert StaffDigest.objects.get(user=klantmanager).state == state
        StaffDigest.objects.filter(state=NoticeState.SENDING).update(next_attempt_at=timezone.now())
        send_digests()
        assert len(server.received) == received


def test_the_cost_is_the_same_for_one_dossier_and_for_many(
    klantmanager, case, reminder, django_assert_max_num_queries
):
    StaffFactory(team=case.team, role=Role.FUNCTIONEEL_BEHEERDER)
    with django_assert_max_num_queries(40):
        make_digests(now=timezone.now())
