"""A case event of which no message can be made holds up no other dossier, is seen by people, and isn't forgotten."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from accounts.enums import Role
from accounts.models import Team, User
from cases.models import Case, CaseEvent, EventDelivery, ParkedEvent
from cases.rules import wait_before_retry
from cases.services import record_event
from exchange.enums import Channel
from exchange.models import OutgoingMessage
from exchange.services.channels import SUBJECTS, Subject
from exchange.services.outgoing import read_events
from intake.enums import EventKind
from pip_plans.enums import EventKind as PipEventKind
from tests.factories import CaseFactory, StaffFactory

pytestmark = pytest.mark.django_db
LogIn = Callable[[User], Client]


@pytest.fixture
def other(klantmanager: User) -> Case:
    return CaseFactory(klantmanager=klantmanager)


def broken(case: Case) -> CaseEvent:
    """An established PIP that isn't there."""
    data = {"version_id": 999_999, "established_on": "2026-03-10"}
    return record_event(
        case=case, kind=PipEventKind.VASTGESTELD, text="Het PIP is vastgesteld.", by=None, data=data
    )


def good(case: Case) -> CaseEvent:
    return record_event(case=case, kind=EventKind.LBT_SKIP, text="De toets gaat niet door.", by=None)


def made() -> list[int]:
    return list(
        OutgoingMessage.objects.exclude(channel=Channel.DUO_CONTACT).values_list("event_id", flat=True)
    )


def test_what_comes_after_a_broken_event_goes_on(case: Case, other: Case) -> None:
    bad, fine, same = broken(case), good(other), good(case)
    read_events()
    assert sorted(made()) == [fine.pk, same.pk]
    parked = ParkedEvent.objects.get()
    assert (parked.event, parked.channel, parked.attempts) == (bad, Channel.DUO_PIP, 1)
    assert "DoesNotExist" in parked.problem
    assert not EventDelivery.objects.filter(event=bad, channel=Channel.DUO_PIP).exists()


def test_a_later_pip_of_the_same_dossier_waits_for_the_broken_one(
    case: Case, other: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DUO refuses a PIP that is older than the one it has; so the order within a dossier stays."""
    bad = broken(case)
    read_events()
    later = broken(case)
    read_events()
    assert made() == []
    assert [one.event for one in ParkedEvent.objects.all()] == [bad]
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        monkeypatch.setattr("exchange.services.outgoing.SUBJECTS", _mended())
        for _ in range(3):
            read_events()
    assert made() == [bad.pk, later.pk]
    assert not ParkedEvent.objects.exists()


def _mended() -> dict[str, Subject]:
    return {name: replace(one, body=lambda event: {"event": event.pk}) for name, one in SUBJECTS.items()}


@pytest.mark.parametrize(
    ("attempts", "wait"),
    [(1, timedelta(minutes=1)), (2, timedelta(minutes=10)), (3, timedelta(hours=1)), (4, timedelta(days=1)),
     (400, timedelta(days=1))],
)  # fmt: skip
def test_it_is_tried_soon_first_and_then_every_day(attempts: int, wait: timedelta) -> None:
    assert wait_before_retry(attempts) == wait


def test_the_beheerder_sees_it_and_tries_again(case: Case, team: Team, log_in: LogIn) -> None:
    broken(case)
    read_events()
    parked = ParkedEvent.objects.get()
    beheerder = log_in(StaffFactory(team=team, role=Role.FUNCTIONEEL_BEHEERDER))
    assert "Eén gebeurtenis is vastgelopen" in beheerder.get("/").content.decode()
    page = beheerder.get("/ketenberichten/?toon=vast").content.decode()
    assert case.number in page
    assert case.person.full_name not in page
    beheerder.post(f"/ketenberichten/gebeurtenis/{parked.pk}/opnieuw/")
    parked.refresh_from_db()
    assert parked.next_attempt_at <= timezone.now()
    read_events()
    parked.refresh_from_db()
    assert parked.attempts == 2


def test_the_next_gemeente_sees_nothing_of_it(case: Case, log_in: LogIn) -> None:
    broken(case)
    read_events()
    stranger = log_in(StaffFactory(role=Role.FUNCTIONEEL_BEHEERDER))
    assert case.number not in stranger.get("/ketenberichten/").content.decode()
    assert "vastgelopen" not in stranger.get("/").content.decode()
    parked = ParkedEvent.objects.get()
    assert stranger.post(f"/ketenberichten/gebeurtenis/{parked.pk}/opnieuw/").status_code == 404
