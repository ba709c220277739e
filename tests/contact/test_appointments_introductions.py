"""The promise to get acquainted: started by a new klantmanager, met by the first talk that is planned (PP-15)."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.timezone import localdate as today

from cases.models import Assignment
from cases.services import assign_klantmanager, close_case
from contact.services.appointments import promise_introductions
from deadlines.enums import Kind
from tests.factories import AppointmentFactory

pytestmark = pytest.mark.django_db


def promises(case):
    return list(case.deadlines.filter(kind=Kind.KENNISMAKING).order_by("id"))


def test_a_new_klantmanager_promises_to_get_acquainted_once(case):
    for _ in range(2):
        promise_introductions(today=today())
    [promise] = promises(case)
    assert promise.about == f"toewijzing:{case.assignments.get().pk}"
    assert promise.is_open


def test_the_first_talk_that_is_planned_keeps_the_promise(case):
    promise_introductions(today=today())
    AppointmentFactory(case=case, as_concept=True)
    assert promises(case)[0].is_open
    AppointmentFactory(case=case, starts_at=AppointmentFactory.starts_at.function(6))
    [promise] = promises(case)
    assert promise.met_on == today()
    assert promise_introductions(today=today()) == 0


def test_a_talk_that_was_planned_at_once_leaves_nothing_to_promise(case):
    AppointmentFactory(case=case)
    assert promise_introductions(today=today()) == 0


def test_the_next_klantmanager_promises_anew(case, colleague):
    promise_introductions(today=today())
    assign_klantmanager(case=case, to=colleague, by=None, reason="Verlof")
    promise_introductions(today=today())
    first, second = promises(case)
    assert (first.stopped_reason, second.is_open) == ("Er is een nieuwe klantmanager.", True)


def test_nothing_is_promised_about_long_ago_or_a_closed_case(case, klantmanager):
    Assignment.objects.filter(case=case).update(starts_at=timezone.now() - timedelta(days=60))
    assert promise_introductions(today=today()) == 0
    Assignment.objects.filter(case=case).update(starts_at=timezone.now())
    close_case(case=case, reason="Verhuisd", on=today(), by=klantmanager)
    assert promise_introductions(today=today()) == 0
