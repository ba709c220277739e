"""The round along the terms: whom it reminds, when, and never twice."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import connection, transaction

from accounts.models import User
from cases.models import Case, CaseEvent, Person
from cases.services import close_case
from deadlines import services
from deadlines.enums import Audience, Kind, Part
from deadlines.models import Deadline, Heartbeat, Reminder
from deadlines.rules import Facts, Length, Unit
from deadlines.tasks import keep_klantmanager_promises
from deadlines.tasks import sweep as sweep_task
from tests.deadlines.examples import GM
from tests.factories import CaseFactory

FACTS = Facts(group=GM, notified_on=date(2026, 1, 5))  # until Monday 16 March
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@pytest.fixture
def pip(case: Case) -> Deadline:
    with time_machine.travel(date(2026, 1, 6), tick=False):
        return services.start_deadline(case=case, kind=Kind.PIP, facts=FACTS, by=None)


def given() -> list[tuple[str, int]]:
    return list(Reminder.objects.order_by("id").values_list("audience", "rung"))


def on(*days: date) -> None:
    for day in days:
        services.sweep(today=day)


# --- Who, and when -------------------------------------------------------------------------------------------


def test_a_term_is_looked_at_when_its_first_rung_comes(pip: Deadline) -> None:
    assert pip.next_look_on == date(2026, 2, 23)  # 21 days before
    on(date(2026, 2, 22))
    assert given() == []
    on(date(2026, 2, 23))
    assert given() == [(Audience.KLANTMANAGER, -21)]
    pip.refresh_from_db()
    assert pip.next_look_on == date(2026, 3, 9)


def test_a_round_repeated_gives_nothing_more(pip: Deadline) -> None:
    day = date(2026, 2, 23)
    assert [services.sweep(today=day).given for _ in range(3)] == [1, 0, 0]
    assert CaseEvent.objects.filter(kind="termijn.herinnering").count() == 1


def test_missed_nights_give_one_reminder_dated_right(pip: Deadline) -> None:
    on(date(2026, 3, 18))  # nobody looked since January
    assert given() == [(Audience.KLANTMANAGER, 0), (Audience.TEAMLEIDER, 1)]
    reminder = Reminder.objects.first()
    assert (reminder.due_on, reminder.given_on) == (date(2026, 3, 16), date(2026, 3, 18))


def test_a_ladder_is_climbed_to_the_team_lead(pip: Deadline) -> None:
    on(*(date(2026, 2, 20) + timedelta(days=number) for number in range(40)))
    assert given() == [
        (Audience.KLANTMANAGER, -21), (Audience.KLANTMANAGER, -7), (Audience.KLANTMANAGER, -1),
        (Audience.KLANTMANAGER, 0), (Audience.TEAMLEIDER, 1), (Audience.TEAMLEIDER, 8),
        (Audience.TEAMLEIDER, 15),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 3, 9), "moet uiterlijk op maandag 16 maart 2026, over 7 dagen."),
        (date(2026, 3, 15), "moet uiterlijk op maandag 16 maart 2026, over 1 dag."),
        (date(2026, 3, 16), "moet uiterlijk op maandag 16 maart 2026, dat is vandaag."),
        (date(2026, 3, 24), "moest uiterlijk op maandag 16 maart 2026, 8 dagen geleden."),
    ],
)
def test_the_event_says_who_what_and_when(pip: Deadline, day: date, words: str) -> None:
    on(day)
    reminder = Reminder.objects.last()
    event = reminder.event
    assert event.text == f"Herinnering aan de {reminder.audience}: ‘PIP vaststellen’ {words}"
    assert event.data == {
        "deadline_id": pip.pk, "kind": "pip", "audience": reminder.audience, "rung": reminder.rung,
        "due_on": "2026-03-16", "reminder_id": reminder.pk,
    }  # fmt: skip
    assert (event.case_id, event.by_label) == (pip.case_id, "Systeem")


def test_what_can_begin_is_said_in_its_own_words(case: Case) -> None:
    facts = Facts(pip_dated_on=date(2024, 3, 15))
    with time_machine.travel(date(2024, 3, 16), tick=False):
        services.start_deadline(case=case, kind=Kind.VERLENGING_VANAF, facts=facts, by=None)
    on(date(2026, 9, 15))
    assert Reminder.objects.first().event.text.endswith(
        "‘Verlenging aanvragen’ kan vanaf dinsdag 15 september 2026, dat is vandaag."
    )


def test_a_day_that_moved_is_reminded_of_anew(pip: Deadline, klantmanager: User) -> None:
    on(date(2026, 3, 9))
    later = Facts(group=GM, notified_on=date(2026, 1, 12))  # until 23 March
    with time_machine.travel(date(2026, 3, 10), tick=False):
        services.correct_facts(
            deadline=pip, facts=later, reason="Verkeerde brief", by=klantmanager, despite_reminders=True
        )
    on(date(2026, 3, 16))
    assert list(Reminder.objects.values_list("rung", "due_on")) == [
        (-7, date(2026, 3, 16)),
        (-7, date(2026, 3, 23)),
    ]


def test_a_day_that_moved_and_moved_back_is_not_repeated(pip: Deadline) -> None:
    on(date(2026, 3, 9))
    with time_machine.travel(date(2026, 3, 9), tick=False):
        services.add_equated_day(day=date(2026, 3, 16), source="KB 1", by=None)
        on(date(2026, 3, 9))
        day = services.equated_days.EquatedDay.objects.get(day=date(2026, 3, 16))
        services.remove_equated_day(equated_day=day, by=None)
        on(date(2026, 3, 9))
    assert list(Reminder.objects.order_by("id").values_list("rung", "due_on")) == [
        (-7, date(2026, 3, 16)),
        (-21, date(2026, 3, 17)),
    ]


def test_what_is_done_is_not_reminded_of(case: Case, pip: Deadline) -> None:
    with time_machine.travel(date(2026, 2, 20), tick=False):
        services.meet_deadline(case=case, kind=Kind.PIP, on=date(2026, 2, 20), by=None)
    on(date(2026, 4, 1))
    assert given() == []


# --- Relevance -------------------------------------------------------------------------------------------------


def test_a_closed_case_stops_its_terms_without_a_reminder(case: Case, pip: Deadline) -> None:
    with time_machine.travel(date(2026, 2, 20), tick=False):
        close_case(case=case, on=date(2026, 2, 20), reason="Verhuisd", by=None)
    assert services.sweep(today=date(2026, 3, 16)).stopped == 1
    pip.refresh_from_db()
    assert (pip.stopped_on, pip.stopped_reason) == (date(2026, 3, 16), "Het dossier is gesloten.")
    assert given() == []
    assert case.events.get(kind="termijn.gestopt").text == (
        "Termijn gestopt: PIP vaststellen. Reden: Het dossier is gesloten."
    )


def test_what_must_still_be_decided_is_reminded_of_after_the_case(case: Case) -> None:
    with time_machine.travel(date(2026, 2, 20), tick=False):
        facts = Facts(announced_on=date(2026, 1, 5))
        services.start_deadline(case=case, kind=Kind.BESLISSING_OP_BEZWAAR, facts=facts, by=None)
        close_case(case=case, on=date(2026, 2, 20), reason="Verhuisd", by=None)
    decision = case.deadlines.get()
    result = services.sweep(today=decision.due_on)
    assert (result.stopped, result.given) == (0, 1)


def test_nobody_is_reminded_about_who_died(case: Case, pip: Deadline) -> None:
    Person.objects.filter(pk=case.person_id).update(died_on=date(2026, 2, 1))
    on(date(2026, 3, 16))
    pip.refresh_from_db()
    assert (given(), pip.stopped_reason) == ([], "De inburgeraar is overleden.")


def test_keeping_data_goes_on_after_the_case(case: Case) -> None:
    """The rows of closed cases are what the duty to destroy data is about."""
    facts = Facts(plicht_ended_on=date(2026, 1, 31))
    kept = services.start_deadline(case=case, kind=Kind.BEWAREN, facts=facts, by=None)
    close_case(case=case, on=date(2026, 1, 31), reason="Geslaagd", by=None)
    on(date(2031, 1, 31))
    assert given() == [(Audience.BEHEERDER, 0)]
    kept.refresh_from_db()
    assert kept.is_open


# --- At the same moment --------------------------------------------------------------------------------------


def many(count: int, klantmanager: User) -> None:
    for case in [CaseFactory(klantmanager=klantmanager) for _ in range(count)]:
        with time_machine.travel(date(2026, 1, 6), tick=False):
            services.start_deadline(case=case, kind=Kind.PIP, facts=FACTS, by=None)


@pytest.mark.django_db(transaction=True)
def test_two_rounds_at_once_give_each_reminder_once(klantmanager: User) -> None:
    many(12, klantmanager)

    def sweep() -> int:
        try:
            return services.sweep(today=date(2026, 2, 23), batch=2).given
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as pool:
        together = sum(future.result() for future in [pool.submit(sweep) for _ in range(3)])
    assert together == Reminder.objects.count() == 12
    assert Reminder.objects.values("deadline").distinct().count() == 12


@pytest.mark.django_db(transaction=True)
def test_a_term_that_somebody_holds_is_left_for_the_next_round(klantmanager: User, pip: Deadline) -> None:
    many(1, klantmanager)

    def sweep() -> int:
        try:
            return services.sweep(today=date(2026, 2, 23)).given
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool, transaction.atomic():
        Case.objects.select_for_update().get(pk=pip.case_id)
        assert pool.submit(sweep).result(timeout=10) == 1
    assert services.sweep(today=date(2026, 2, 23)).given == 1


def test_batches_are_small_and_all_is_done(klantmanager: User, db: None) -> None:
    many(5, klantmanager)
    result = services.sweep(today=date(2026, 2, 23), batch=2)
    assert (result.looked, result.given, result.batches) == (5, 5, 3)


# --- The clock ---------------------------------------------------------------------------------------------------


def test_the_hour_that_comes_twice_gives_nothing_twice(case: Case) -> None:
    """On 25 October 2026 the clock goes from 3 back to 2 o'clock."""
    with time_machine.travel(datetime(2026, 8, 3, 12, tzinfo=AMSTERDAM), tick=False):
        facts = Facts(group=GM, notified_on=date(2026, 8, 17))  # until Monday 26 October
        services.start_deadline(case=case, kind=Kind.PIP, facts=facts, by=None)
    first = datetime(2026, 10, 24, 23, 5, tzinfo=AMSTERDAM)
    for hours in range(30):
        with time_machine.travel(first + timedelta(hours=hours), tick=False):
            sweep_task()
    days = list(Reminder.objects.order_by("id").values_list("rung", "given_on"))
    assert days == [(-7, date(2026, 10, 24)), (-1, date(2026, 10, 25)), (0, date(2026, 10, 26))]


def test_a_clock_that_is_put_back_a_day_gives_nothing_twice(pip: Deadline) -> None:
    on(date(2026, 3, 9), date(2026, 3, 8), date(2026, 3, 9))
    assert given() == [(Audience.KLANTMANAGER, -7)]


def test_three_missed_nights(pip: Deadline, case: Case) -> None:
    on(date(2026, 3, 7))
    on(date(2026, 3, 11))  # the nights of 8, 9 and 10 March were missed: the rung of the 9th comes late, once
    on(date(2026, 3, 12))
    assert given() == [(Audience.KLANTMANAGER, -21), (Audience.KLANTMANAGER, -7)]


# --- What it leaves behind ---------------------------------------------------------------------------------------


def test_the_round_says_that_it_was_there(pip: Deadline) -> None:
    on(date(2026, 2, 23))
    figures = Heartbeat.objects.get(part=Part.SWEEP).figures
    assert (figures["looked"], figures["given"], figures["batches"]) == (1, 1, 1)


# --- A klantmanager for each case --------------------------------------------------------------------------------


@pytest.fixture
def unguided(case: Case) -> Iterator[Case]:
    with time_machine.travel(datetime(2026, 3, 2, 9, tzinfo=AMSTERDAM), tick=False):
        leave = case.assignments.get()
        leave.ends_at = datetime(2026, 3, 2, 8, tzinfo=AMSTERDAM)
        leave.starts_at = leave.ends_at - timedelta(days=30)
        leave.save()
        Case.objects.filter(pk=case.pk).update(has_klantmanager=False, opened_on=date(2026, 2, 1))
        yield case


def test_a_case_without_klantmanager_gets_a_promise(unguided: Case) -> None:
    keep_klantmanager_promises()
    promise = unguided.deadlines.get(kind=Kind.KLANTMANAGER_AANWEZIG)
    assert promise.known_facts.promised_on == date(2026, 3, 2)
    assert promise.due_on == date(2026, 3, 9)  # five working days
    keep_klantmanager_promises()
    assert unguided.deadlines.count() == 1
    sweep_task()
    assert given() == [(Audience.TEAMLEIDER, 0)]


def test_the_promise_is_kept_when_somebody_guides_again(unguided: Case, colleague: User) -> None:
    keep_klantmanager_promises()
    from cases.services import assign_klantmanager  # noqa: PLC0415

    assign_klantmanager(case=unguided, to=colleague, by=None, reason="Nieuw")
    keep_klantmanager_promises()
    assert unguided.deadlines.get().met_on == date(2026, 3, 2)


def test_who_cannot_log_in_guides_nobody(case: Case, klantmanager: User) -> None:
    klantmanager.is_active = False
    klantmanager.save()
    keep_klantmanager_promises()
    assert case.deadlines.open().get().kind == Kind.KLANTMANAGER_AANWEZIG


def test_a_guided_or_closed_case_gets_none(case: Case, unguided: Case) -> None:
    close_case(case=unguided, on=date(2026, 3, 2), reason="Verhuisd", by=None)
    keep_klantmanager_promises()
    assert not Deadline.objects.open().exists()


def test_a_promise_of_its_own_length(case: Case, klantmanager: User) -> None:
    length = Length(4, Unit.MONTHS)
    talk = services.start_promise(
        case=case, kind=Kind.VOORTGANGSGESPREK, on=date(2026, 3, 2), by=klantmanager, length=length
    )
    assert talk.due_on == date(2026, 7, 2)
