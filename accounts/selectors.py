"""Who somebody is, looked up."""

from datetime import date

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import QuerySet

from accounts.enums import Role
from accounts.models import AccessLogEntry, ApiToken, Gemeente, Team, User
from accounts.rules import token_hash


def active_token(raw: str, *, today: date) -> ApiToken | None:
    """The token with this secret if it may be used today: not revoked, not expired, its user active staff."""
    return (
        ApiToken.objects.select_related("user", "user__gemeente")
        .filter(token_hash=token_hash(raw), revoked_at=None, expires_on__gte=today, user__is_active=True)
        .first()
    )


def gemeente_by_oin(oin: str) -> Gemeente | None:
    return Gemeente.objects.filter(oin=oin).first()


def klantmanagers_of(team: Team) -> QuerySet[User]:
    """Active klantmanagers of a team, by name; a system account guides nobody."""
    return (
        User.objects.filter(is_active=True, memberships__team=team, memberships__role=Role.KLANTMANAGER)
        .exclude(password__startswith=UNUSABLE_PASSWORD_PREFIX)
        .order_by("name")
    )


def system_accounts_visible_to(user: User) -> QuerySet[User]:
    """Accounts of the gemeente that nobody can log in with: what an API token acts as, so that no token passes for a person."""
    return _active_staff_beside(user).filter(password__startswith=UNUSABLE_PASSWORD_PREFIX)


def colleagues_visible_to(user: User) -> QuerySet[User]:
    """Active staff of the same gemeente: people, no system accounts, since those read and answer nothing."""
    return _active_staff_beside(user).exclude(password__startswith=UNUSABLE_PASSWORD_PREFIX)


def _active_staff_beside(user: User) -> QuerySet[User]:
    if user.gemeente_id is None:
        return User.objects.none()
    return User.objects.filter(gemeente_id=user.gemeente_id, is_active=True).order_by("name")


def tokens_visible_to(user: User) -> QuerySet[ApiToken]:
    """Tokens of the gemeente, for the functioneel beheerder; the newest first."""
    if user.gemeente_id is None or not user.has_role(Role.FUNCTIONEEL_BEHEERDER):
        return ApiToken.objects.none()
    return (
        ApiToken.objects.filter(user__gemeente_id=user.gemeente_id)
        .select_related("user")
        .order_by("-created_at")
    )


def access_to_case(case_id: int) -> QuerySet[AccessLogEntry]:
    """Who looked at this case, newest first. The caller must have found the case through `cases.selectors`."""
    return AccessLogEntry.objects.filter(case_id=case_id).select_related("user").order_by("-at", "-id")
