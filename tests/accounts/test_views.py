"""Tokens act as systems, and the account pages of staff are for staff."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.enums import Role, Scope
from accounts.models import ApiToken, Team, User
from accounts.selectors import klantmanagers_of
from accounts.services import add_staff
from tests.factories import StaffFactory

LogIn = Callable[[User], Client]


@pytest.fixture
def beheerder(team: Team) -> User:
    return StaffFactory(team=team, role=Role.FUNCTIONEEL_BEHEERDER)


@pytest.fixture
def system(team: Team) -> User:
    return add_staff(
        email="zaaksysteem@waterveen.example", name="Zaaksysteem", gemeente=team.gemeente, password=None,
        roles={team.name: [Role.KLANTMANAGER]},
    )  # fmt: skip


def _ask(client: Client, user: User) -> int:
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    data = {
        "system": "Zaaksysteem",
        "user": user.pk,
        "scopes": [Scope.PIP_LEZEN.value],
        "expires_on": tomorrow,
    }
    return client.post("/beheer/api-tokens/", data).status_code


def test_a_token_acts_as_a_system(beheerder: User, system: User, log_in: LogIn) -> None:
    assert _ask(log_in(beheerder), system) == 200
    assert ApiToken.objects.get().user == system


def test_a_token_never_passes_for_a_person(beheerder: User, klantmanager: User, log_in: LogIn) -> None:
    assert _ask(log_in(beheerder), klantmanager) == 400
    assert not ApiToken.objects.exists()


def test_a_system_guides_nobody(system: User, klantmanager: User, team: Team) -> None:
    assert list(klantmanagers_of(team)) == [klantmanager]


@pytest.mark.parametrize("path", ["/account/2fa/", "/account/2fa/totp/activate/", "/account/wachtwoord/"])
def test_account_pages_of_staff_refuse_residents(
    resident: User, klantmanager: User, log_in: LogIn, path: str
) -> None:
    assert log_in(resident).get(path).status_code == 403
    assert log_in(klantmanager).get(path).status_code in {200, 302}
