"""Users, tokens and the log of who looked."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils.timezone import localdate as today

from accounts.enums import Act, Door, Role, Scope
from accounts.models import AccessLogEntry, Team, User
from accounts.selectors import (
    access_to_case,
    active_token,
    colleagues_visible_to,
    klantmanagers_of,
    tokens_visible_to,
)
from accounts.services import choose_language, issue_token, log_access, log_found, resident_for, revoke_token
from inburgering.kit.encryption import blind_index
from tests.factories import ResidentFactory, StaffFactory, bsn


def test_a_token_is_kept_as_a_hash(klantmanager: User) -> None:
    token, secret = issue_token(
        system="BI", user=klantmanager, scopes=[Scope.DOSSIERS_LEZEN], expires_on=today()
    )
    assert secret not in str(vars(token))
    assert active_token(secret, today=today()) == token


def test_a_token_ends(klantmanager: User) -> None:
    token, secret = issue_token(
        system="BI", user=klantmanager, scopes=[Scope.DOSSIERS_LEZEN], expires_on=today()
    )
    assert active_token(secret, today=today() + timedelta(days=1)) is None
    revoked_at = revoke_token(token=token).revoked_at
    assert revoke_token(token=token).revoked_at == revoked_at
    assert active_token(secret, today=today()) is None


def test_a_token_of_who_left_is_worth_nothing(klantmanager: User) -> None:
    _, secret = issue_token(system="BI", user=klantmanager, scopes=[Scope.DOSSIERS_LEZEN], expires_on=today())
    klantmanager.is_active = False
    klantmanager.save()
    assert active_token(secret, today=today()) is None


def test_everything_wrong_with_a_token_is_told_at_once(db: None) -> None:
    with pytest.raises(ValidationError) as refusal:
        issue_token(system="BI", user=ResidentFactory(), scopes=[], expires_on=today() - timedelta(days=1))
    assert len(refusal.value.messages) == 3


def test_tokens_are_seen_within_the_gemeente(klantmanager: User, team: Team, stranger: User) -> None:
    token, _ = issue_token(system="BI", user=klantmanager, scopes=[Scope.DOSSIERS_LEZEN], expires_on=today())
    beheer = StaffFactory(team=team, role=Role.FUNCTIONEEL_BEHEERDER)
    assert list(tokens_visible_to(beheer)) == [token]
    assert not tokens_visible_to(stranger).exists()


def test_a_resident_is_one_user_for_one_bsn(db: None) -> None:
    index = blind_index(bsn(1))
    user = resident_for(bsn_index=index, name="Yusuf")
    assert resident_for(bsn_index=index, name="Anders") == user
    assert (user.door, user.roles, user.gemeente) == (Door.RESIDENT, frozenset(), None)


def test_nobody_has_two_doors(klantmanager: User) -> None:
    with pytest.raises(IntegrityError, match="user_has_one_door"), transaction.atomic():
        User.objects.filter(pk=klantmanager.pk).update(bsn_index="x" * 64)


def test_the_language_is_remembered(resident: User) -> None:
    choose_language(user=resident, language="ar")
    assert User.objects.get(pk=resident.pk).language == "ar"


def test_roles_belong_to_a_team(klantmanager: User, team: Team, teamleider: User) -> None:
    assert klantmanager.has_role(Role.KLANTMANAGER)
    assert klantmanager.team_ids(Role.TEAMLEIDER) == []
    assert teamleider.team_ids(Role.TEAMLEIDER) == [team.pk]


def test_who_is_inactive_has_no_role(klantmanager: User, team: Team) -> None:
    klantmanager.is_active = False
    klantmanager.save()
    assert User.objects.get(pk=klantmanager.pk).roles == frozenset()
    assert not klantmanagers_of(team).exists()
    assert klantmanager not in colleagues_visible_to(StaffFactory(team=team))


def test_the_access_log_can_only_grow(klantmanager: User) -> None:
    entry = log_access(user=klantmanager, case_id=7, act=Act.READ)
    log_found(user=klantmanager, case_ids=[7, 8])
    assert [row.act for row in access_to_case(7)] == [Act.FOUND, Act.READ]
    for change in (lambda: AccessLogEntry.objects.filter(pk=entry.pk).update(case_id=9), entry.delete):
        with pytest.raises(Exception, match="Cannot"), transaction.atomic():
            change()


def test_every_page_asks_who_you_are(db: None) -> None:
    for url in ("/", "/zoeken/", "/dossiers/1/", "/logboek/"):
        assert Client().get(url).headers["Location"].startswith("/account/login/")


def test_somebody_without_a_role_comes_nowhere(log_in: object, team: Team) -> None:
    user = User.objects.create_user("los@waterveen.example", "x", name="Los", gemeente=team.gemeente)
    client = Client()
    client.force_login(user)
    assert [client.get(url).status_code for url in ("/", "/zoeken/", "/dossiers/1/")] == [403, 403, 403]
