"""Who may decide changes from one day to the next, also about what was asked before."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError

from accounts.enums import Role
from accounts.selectors import colleagues_visible_to
from cases.selectors import guides_for
from contact.enums.requests import Desk, RequestType
from contact.models import Notice
from contact.selectors.requests import requests_waiting_for
from contact.services.mandates import set_mandate
from contact.services.requests import assign_request, escalate_without_mandate
from contact.tasks import move_up_what_lost_its_mandate
from tests.contact.requests import ask
from tests.factories import StaffFactory

pytestmark = pytest.mark.django_db

MONDAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def monday():
    with time_machine.travel(MONDAY, tick=False) as clock:
        yield clock


@pytest.fixture
def take_away(team):
    """The klantmanager loses the mandate for letters from this day."""
    beheerder = StaffFactory(team=team, role=Role.FUNCTIONEEL_BEHEERDER)

    def take_away(valid_from: date) -> None:
        set_mandate(
            gemeente=team.gemeente, type_=RequestType.BRIEF, role=Role.KLANTMANAGER, may_decide=False,
            valid_from=valid_from, by=beheerder,
        )  # fmt: skip

    return take_away


def test_what_was_asked_yesterday_goes_to_who_may_answer_today(case, klantmanager, take_away):
    take_away(MONDAY)
    request = ask(case, klantmanager, RequestType.BRIEF, asked_on=MONDAY - timedelta(days=1))
    assert (request.desk, request.escalated_on) == (Desk.TEAMLEIDER, MONDAY)


def test_who_loses_the_mandate_today_loses_the_open_requests_today(
    case, resident, klantmanager, teamleider, take_away
):
    request, other = ask(case, resident, RequestType.BRIEF), ask(case, resident, RequestType.VRAAG)
    take_away(MONDAY)
    request.refresh_from_db()
    other.refresh_from_db()
    assert (request.desk, request.escalated_on, other.desk) == (Desk.TEAMLEIDER, MONDAY, Desk.KLANTMANAGER)
    assert list(requests_waiting_for(teamleider)) == [request]
    assert case.events.filter(kind="verzoek.opgeschaald", data__request_id=request.pk).count() == 1
    kinds = Notice.objects.filter(request=request, channel="portaal").values_list("kind", flat=True)
    assert set(kinds) == {"verzoek-ontvangen", "verzoek-naar-teamleider"}


def test_a_mandate_that_ends_later_takes_its_requests_on_that_day_and_once(
    case, resident, klantmanager, take_away, monday
):
    request = ask(case, resident, RequestType.BRIEF)
    take_away(MONDAY + timedelta(days=3))
    assert escalate_without_mandate(today=MONDAY + timedelta(days=2)) == 0
    monday.move_to(MONDAY + timedelta(days=3))
    move_up_what_lost_its_mandate()
    move_up_what_lost_its_mandate()
    request.refresh_from_db()
    assert request.desk == Desk.TEAMLEIDER
    assert request.steps.filter(kind="verzoek.opgeschaald").count() == 1


def test_a_system_account_is_given_no_request(case, resident, team, teamleider):
    system = StaffFactory(team=team, name="Zaaksysteem (koppeling)")
    system.set_unusable_password()
    system.save()
    request = ask(case, resident, RequestType.BRIEF)
    with pytest.raises(ValidationError, match="Zaaksysteem"):
        assign_request(request=request, to=system, by=teamleider)
    assert system not in guides_for(teamleider)
    assert system not in colleagues_visible_to(teamleider)


def test_a_named_colleague_keeps_it_only_with_a_mandate(
    case, resident, colleague, klantmanager, teamleider, take_away
):
    mine, hers = (
        ask(case, resident, RequestType.BRIEF),
        ask(case, resident, RequestType.BRIEF, text="Nog een brief."),
    )
    assign_request(request=mine, to=colleague, by=teamleider)
    assign_request(request=hers, to=teamleider, by=teamleider)
    take_away(MONDAY)
    mine.refresh_from_db()
    hers.refresh_from_db()
    assert (mine.owner, mine.desk) == (None, Desk.TEAMLEIDER)
    assert hers.owner == teamleider
