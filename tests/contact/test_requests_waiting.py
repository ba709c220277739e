"""A request that nobody answers (PP-16): four months, night after night."""

from datetime import date, timedelta

import pytest
import time_machine

from contact.enums.requests import RequestType
from contact.models import Notice
from contact.selectors.requests import requests_waiting_for
from contact.services.requests import tell_long_waiters
from deadlines.services import sweep
from tests.contact.requests import ask

pytestmark = pytest.mark.django_db

ASKED_ON = date(2026, 1, 5)


def test_a_letter_that_nobody_writes_for_four_months_is_seen_at_every_step(
    case, resident, klantmanager, teamleider
):
    with time_machine.travel(ASKED_ON, tick=False) as clock:
        request = ask(
            case, resident, RequestType.BRIEF, text="Een brief voor mijn vrijwilligerswerk op school."
        )
        first_seen = {}
        for number in range(120):
            today = ASKED_ON + timedelta(days=number)
            clock.move_to(today)
            sweep(today=today)
            tell_long_waiters(today=today)
            if request in requests_waiting_for(teamleider):
                first_seen.setdefault("teamleider", today)
    due_on = date(2026, 1, 19)  # ten working days
    assert request.term_ends_on == due_on
    reminders = case.events.filter(kind="termijn.herinnering", data__deadline_id=request.deadline_id)
    given = list(reminders.order_by("id").values_list("data__audience", "data__due_on"))
    audiences = [audience for audience, _ in given]
    assert audiences.count("klantmanager") >= 1
    assert audiences.count("teamleider") >= 3
    assert {due for _, due in given} == {due_on.isoformat()}
    assert first_seen["teamleider"] == due_on + timedelta(days=1)
    told = Notice.objects.filter(request=request, kind="verzoek-duurt-lang", channel="portaal").get()
    assert "19 januari 2026" in told.text_dutch
    assert case.events.get(kind="verzoek.duurt_lang").at.date() == due_on + timedelta(days=1)


@pytest.mark.parametrize(
    ("type_", "asked_on", "told_on"),
    [
        (RequestType.TERUGBELLEN, date(2026, 1, 5), date(2026, 1, 8)),  # two working days, and the day after
        (RequestType.TERUGBELLEN, date(2026, 1, 7), date(2026, 1, 12)),  # not on Saturday
        (RequestType.LEERROUTE, date(2026, 1, 5), date(2026, 2, 2)),  # eight weeks is longer than four
        (
            RequestType.KLACHT,
            date(2026, 1, 10),
            date(2026, 2, 7),
        ),  # four weeks at the latest, also on Saturday
    ],
)
def test_the_newcomer_hears_once_when_the_term_has_passed_or_after_four_weeks(
    case, resident, type_, asked_on, told_on
):
    with time_machine.travel(asked_on, tick=False) as clock:
        request = ask(case, resident, type_)
        days = []
        for number in range(70):
            today = asked_on + timedelta(days=number)
            clock.move_to(today)
            days += [today] * tell_long_waiters(today=today)
    assert days == [told_on]
    assert Notice.objects.filter(request=request, kind="verzoek-duurt-lang", channel="portaal").count() == 1


def test_one_request_that_cannot_be_told_of_holds_up_no_other(case, resident, monkeypatch):
    with time_machine.travel(ASKED_ON, tick=False):
        broken, other = ask(case, resident), ask(case, resident, RequestType.BRIEF)

    def tell(request, *args, **facts):
        if request.pk == broken.pk:
            raise LookupError("A fault of ours.")

    monkeypatch.setattr("contact.services.requests.waiting.tell", tell)
    assert tell_long_waiters(today=ASKED_ON + timedelta(days=28), limit=1) == 1
    assert other.steps.filter(kind="verzoek.duurt_lang").exists()
    assert not broken.steps.filter(kind="verzoek.duurt_lang").exists()
