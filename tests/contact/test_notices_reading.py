"""From case event to message: every event once, none skipped, whatever order the transactions end in."""

import threading
import time
from datetime import timedelta

import psycopg
import pytest
import time_machine
from django.db import connection
from django.utils import timezone

from cases.models import EventDelivery, ParkedEvent
from cases.services import assign_klantmanager, record_event, retry_parked, update_facts
from contact.enums.notices import Channel, NoticeKind
from contact.models import ContactPreference, EventCursor, Notice
from contact.services.notices import make_notices, mark_read, reading
from contact.services.notices.reading import NAME, read_events
from contact.services.notices.sending import send_due
from deadlines.enums import Kind
from deadlines.rules import Facts
from deadlines.services import meet_deadline, start_deadline, start_promise, sweep
from tests.factories import CaseFactory, PersonFactory, StaffFactory

KINDS = {"channel": Channel.PORTAL}


def told(case):
    return list(Notice.objects.filter(case=case, **KINDS).order_by("id").values_list("kind", flat=True))


def test_a_new_dossier_gets_the_first_information_and_a_promise_of_it(case):
    read_events()
    assert told(case) == [NoticeKind.FIRST_INFORMATION]
    assert case.deadlines.filter(kind=Kind.EERSTE_INFORMATIE).exists()


def test_the_first_information_counts_when_it_was_read_in_the_portal(case, resident):
    """PP-77: standing in the portal keeps no promise, being read there does, and so does a channel that took it."""
    read_events()
    promise = case.deadlines.get(kind=Kind.EERSTE_INFORMATIE)
    notice = case.notices.get(kind=NoticeKind.FIRST_INFORMATION, **KINDS)
    assert promise.met_on is None
    mark_read(notice=notice, by=resident)
    promise.refresh_from_db()
    assert promise.met_on == timezone.localdate()


def test_a_promise_that_was_kept_before_isnt_made_again(case):
    start_promise(case=case, kind=Kind.EERSTE_INFORMATIE, on=case.opened_on, by=None)
    meet_deadline(case=case, kind=Kind.EERSTE_INFORMATIE, on=case.opened_on, by=None)
    read_events()
    assert not case.deadlines.open().filter(kind=Kind.EERSTE_INFORMATIE).exists()


def test_another_klantmanager_is_told_the_first_is_not(case, team):
    read_events()
    assign_klantmanager(case=case, to=StaffFactory(team=team, name="Bram Visser"), by=None, reason="Verlof")
    read_events()
    assert told(case) == [NoticeKind.FIRST_INFORMATION, NoticeKind.NEW_KLANTMANAGER]
    assert "Bram Visser" in Notice.objects.get(kind=NoticeKind.NEW_KLANTMANAGER, **KINDS).text


def test_reading_twice_tells_once(case):
    assert read_events() == 2
    assert read_events() == 0
    assert len(told(case)) == 1


def test_a_reminder_for_the_newcomer_says_why_in_the_own_language(case):
    facts = Facts(pip_dated_on=timezone.localdate() - timedelta(days=3 * 365 - 60))
    deadline = start_deadline(case=case, kind=Kind.TERMIJN, facts=facts, by=None)
    sweep(today=deadline.due_on - timedelta(days=30))
    read_events()
    notice = Notice.objects.get(kind=NoticeKind.DEADLINE_REMINDER, **KINDS)
    assert notice.deadline == deadline
    assert deadline.outcome.explanation in notice.text
    assert notice.context["due_on"] == deadline.due_on.isoformat()


def test_old_news_is_no_news(case):
    read_events()
    record_event(case=case, kind="pip.vastgesteld", text="x", by=None, data={"established_on": "2026-01-01"})
    with time_machine.travel(timezone.now() + timedelta(days=40)):
        assert read_events() == 1
    assert NoticeKind.PIP_ESTABLISHED not in told(case)


def test_one_event_that_fails_stops_no_other_and_is_tried_again(case):
    read_events()
    record_event(case=case, kind="pip.vastgesteld", text="x", by=None, data={})
    record_event(case=case, kind="pip.vastgesteld", text="x", by=None, data={"established_on": "2026-09-01"})
    read_events()
    assert told(case).count(NoticeKind.PIP_ESTABLISHED) == 1
    assert EventDelivery.objects.filter(channel=NAME, event__kind="pip.vastgesteld").count() == 1
    parked = ParkedEvent.objects.get(channel=NAME)
    assert (parked.attempts, "KeyError" in parked.problem) == (1, True)
    for attempts, wait in ((2, timedelta(minutes=10)), (3, timedelta(hours=1)), (4, timedelta(days=1))):
        with time_machine.travel(parked.next_attempt_at + timedelta(seconds=1), tick=False):
            read_events()
            parked.refresh_from_db()
            assert (parked.attempts, parked.next_attempt_at) == (attempts, timezone.now() + wait)
            read_events()
    parked.refresh_from_db()
    assert parked.attempts == 4


def test_what_was_put_aside_is_told_once_after_the_repair_however_late(case, monkeypatch):
    read_events()
    record_event(case=case, kind="pip.vastgesteld", text="x", by=None, data={"established_on": "2026-09-01"})
    broken = dict(reading.HANDLERS) | {"pip.vastgesteld": lambda event: 1 / 0}
    with monkeypatch.context() as patch:
        patch.setattr(reading, "HANDLERS", broken)
        read_events()
    assert "ZeroDivisionError" in ParkedEvent.objects.get().problem
    with time_machine.travel(timezone.now() + timedelta(days=45)):
        retry_parked(parked=ParkedEvent.objects.get())
        assert read_events() == 1
        assert read_events() == 0
    assert told(case).count(NoticeKind.PIP_ESTABLISHED) == 1
    assert not ParkedEvent.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_the_mark_goes_on_past_an_event_that_keeps_failing(case, monkeypatch):
    monkeypatch.setattr(reading, "_SETTLED", timedelta(0))
    read_events()
    bad = record_event(case=case, kind="pip.vastgesteld", text="x", by=None, data={})
    read_events()
    assert _soon(lambda: EventCursor.objects.get(name=NAME).complete_up_to >= bad.pk)
    assert ParkedEvent.objects.filter(event=bad, channel=NAME).exists()


# --- With transactions that overlap -----------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_an_event_with_a_lower_number_that_commits_later_is_not_skipped(case, monkeypatch):
    monkeypatch.setattr(reading, "_SETTLED", timedelta(0))
    read_events()
    with _second_connection() as slow:
        slow.execute(
            "INSERT INTO cases_caseevent (case_id, at, by_label, kind, text, data) VALUES (%s, now(), 'Systeem', "
            "'pip.vastgesteld', 'laat', '{\"established_on\": \"2026-09-01\"}')",
            [case.pk],
        )
        later = record_event(
            case=case, kind="pip.vastgesteld", text="vroeg", by=None, data={"established_on": "2026-09-02"}
        )
        for _ in range(4):
            read_events()
        assert EventCursor.objects.get(name=NAME).complete_up_to < later.pk
        assert told(case).count(NoticeKind.PIP_ESTABLISHED) == 1
        slow.commit()
    read_events()
    assert told(case).count(NoticeKind.PIP_ESTABLISHED) == 2
    assert _soon(lambda: EventCursor.objects.get(name=NAME).complete_up_to >= later.pk)


def _soon(has_come):
    """Other databases of the same server can have transactions that are in the way for a moment."""
    until = time.monotonic() + 30
    while not has_come() and time.monotonic() < until:
        read_events()
        time.sleep(0.1)
    return has_come()


def _second_connection():
    parameters = connection.get_connection_params()
    names = ("host", "port", "user", "password", "dbname")
    return psycopg.connect(**{name: parameters[name] for name in names if name in parameters})


@pytest.mark.django_db(transaction=True)
def test_two_readers_at_once_tell_once(klantmanager):
    for _ in range(5):
        CaseFactory(klantmanager=klantmanager)

    def read():
        read_events()
        connection.close()

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert Notice.objects.filter(kind=NoticeKind.FIRST_INFORMATION, **KINDS).count() == 5


# --- Waiting for a house ------------------------------------------------------------------------------------------


def next_updates(case):
    running = case.deadlines.open().filter(kind=Kind.VOLGEND_BERICHT)
    return [deadline.known_facts.promised_on for deadline in running]


def test_who_waits_in_an_opvang_hears_when_the_next_message_comes(klantmanager, settings):
    """PP-74: every coupled case shows the day of the next message, until there is a house."""
    today = timezone.localdate()
    settings.MAIL_ADAPTER, settings.MAIL_FROM = "smtp", "post@waterveen.example"
    opened_on, person = today - timedelta(days=10), PersonFactory(email="yusuf@example.nl")
    ContactPreference.objects.create(person=person, quiet_from="00:00", quiet_until="00:00")
    case = CaseFactory(klantmanager=klantmanager, person=person, in_coa=True, on=opened_on)
    read_events()
    assert next_updates(case) == [opened_on]
    make_notices(
        case=case, person=person, kind=NoticeKind.FREE, source="proef:1", channels=[Channel.MAIL],
        context={"message": "Er is nog geen huis.", "translation": ""},
    )  # fmt: skip
    while send_due():
        pass
    assert next_updates(case) == [today]
    update_facts(case=case, by=klantmanager, reason="Verhuisd", in_coa=False)
    read_events()
    assert next_updates(case) == []


def test_who_has_a_house_is_promised_no_next_message(case):
    read_events()
    assert next_updates(case) == []
