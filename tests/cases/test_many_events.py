"""Many events at once, as the system records them for a whole batch of cases."""

from unittest.mock import patch

import pytest
from django.conf import settings
from django.core.cache import cache

from cases.models import Case, CaseEvent
from cases.services import SystemEvent, record_events

WORDS = 'Zo\'n "regel" met {accolades}, \\ en é'


def test_many_events_are_written_in_order_with_what_they_hold(case: Case) -> None:
    events = [
        SystemEvent(case_id=case.pk, kind="proef.een", text=WORDS, data={"woord": WORDS, "getal": 1}),
        SystemEvent(case_id=case.pk, kind="proef.twee", text="Nog een."),
    ]
    first, second = (CaseEvent.objects.get(pk=pk) for pk in record_events(events=events))
    assert (first.text, first.data, first.by_label) == (WORDS, {"woord": WORDS, "getal": 1}, "Systeem")
    assert (second.kind, second.data, second.by) == ("proef.twee", {}, None)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("own_cache")
def test_the_readers_are_woken_once(case: Case) -> None:
    events = [SystemEvent(case_id=case.pk, kind="proef", text=str(number)) for number in range(3)]
    cache.clear()
    with patch("inburgering.kit.after_commit.app.send_task") as send:
        record_events(events=events)
    assert send.call_count == len(settings.EVENT_READERS)


def test_nothing_to_record_wakes_nobody(case: Case) -> None:
    with patch("cases.services.events.wake") as wake:
        assert record_events(events=[]) == []
    wake.assert_not_called()
