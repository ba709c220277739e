"""Writes about users: tokens, residents who log in for the first time, and the access log."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.enums import Act, Door, Role, Scope
from accounts.models import AccessLogEntry, ApiToken, Gemeente, Membership, StaffLanguage, Team, User
from accounts.rules import TOKEN_PREFIX, token_hash


@transaction.atomic
def set_up_gemeente(*, code: str, name: str, oin: str, teams: Sequence[str], **contact: str) -> Gemeente:
    """The gemeente with this code and its teams; run again, it adds what is missing and changes nothing else."""
    gemeente, _ = Gemeente.objects.get_or_create(code=code, defaults={"name": name, "oin": oin, **contact})
    for team in teams:
        Team.objects.get_or_create(gemeente=gemeente, name=team)
    return gemeente


@transaction.atomic
def add_staff(
    *, email: str, name: str, gemeente: Gemeente, password: str | None, roles: Mapping[str, Sequence[Role]]
) -> User:
    """A member of staff with `roles` by team name. Whoever is there already is left as he is.

    Without a password nobody can log in as this user: for the account that an API token acts as.
    """
    if existing := User.objects.filter(email=email.lower()).first():
        return existing
    user = User.objects.create_user(email, password, name=name, gemeente=gemeente)
    teams = {team.name: team for team in gemeente.teams.all()}
    if unknown := set(roles) - set(teams):
        raise ValidationError(f"{gemeente} heeft geen team {', '.join(sorted(unknown))}.")
    for team_name, team_roles in roles.items():
        for role in team_roles:
            Membership.objects.create(user=user, team=teams[team_name], role=role)
    return user


@transaction.atomic
def set_staff_languages(*, user: User, codes: Sequence[str]) -> None:
    """Replaces the languages, besides Dutch, in which a colleague can hold a talk. ISO 639 codes."""
    user.languages.exclude(code__in=codes).delete()
    StaffLanguage.objects.bulk_create(
        [StaffLanguage(user=user, code=code) for code in dict.fromkeys(codes)], ignore_conflicts=True
    )


@transaction.atomic
def issue_token(
    *, system: str, user: User, scopes: Sequence[Scope], expires_on: date
) -> tuple[ApiToken, str]:
    """Returns the row and the secret, which can't be shown again."""
    obstacles = []
    if user.is_resident or not user.is_active:
        obstacles.append("Een token hoort bij een actieve medewerker.")
    if not scopes:
        obstacles.append("Kies ten minste één ding dat het systeem mag.")
    if expires_on < timezone.localdate():
        obstacles.append("De einddatum van het token ligt in het verleden.")
    if obstacles:
        raise ValidationError(obstacles)
    raw = TOKEN_PREFIX + secrets.token_urlsafe(32)
    token = ApiToken.objects.create(
        system=system,
        user=user,
        scopes=[Scope(s).value for s in scopes],
        expires_on=expires_on,
        token_hash=token_hash(raw),
    )
    return token, raw


@transaction.atomic
def revoke_token(*, token: ApiToken) -> ApiToken:
    """Revoking twice keeps the first moment."""
    token.revoked_at = token.revoked_at or timezone.now()
    token.save(update_fields=["revoked_at"])
    return token


@transaction.atomic
def resident_for(*, bsn_index: str, name: str, language: str = "nl") -> User:
    """The resident user with this BSN index, made at the first login; from then on the language is theirs to choose."""
    defaults = {"door": Door.RESIDENT, "name": name, "language": language}
    user, _ = User.objects.get_or_create(bsn_index=bsn_index, defaults=defaults)
    return user


def choose_language(*, user: User, language: str) -> User:
    """Remembers the language of the pages for the next visit, on any device."""
    user.language = language
    user.save(update_fields=["language"])
    return user


def log_access(*, user: User, case_id: int | None, act: Act, purpose: str = "") -> AccessLogEntry:
    """One row for each look; it is written even while a GET is answered, since it is about the visit."""
    return AccessLogEntry.objects.create(user=user, case_id=case_id, act=act, purpose=purpose)


def log_found(*, user: User, case_ids: Sequence[int]) -> None:
    """One row for each case outside somebody's teams whose name a search has shown."""
    AccessLogEntry.objects.bulk_create(
        AccessLogEntry(user=user, case_id=pk, act=Act.FOUND) for pk in case_ids
    )
