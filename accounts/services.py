"""Writes about users: tokens, residents who log in for the first time, and the access log."""

import secrets
from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.enums import Act, Door, Scope
from accounts.models import AccessLogEntry, ApiToken, User
from accounts.rules import TOKEN_PREFIX, token_hash


@transaction.atomic
def issue_token(*, system: str, user: User, scopes: Sequence[Scope], expires_on: date) -> tuple[ApiToken, str]:
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
        system=system, user=user, scopes=[Scope(s).value for s in scopes], expires_on=expires_on, token_hash=token_hash(raw)
    )
    return token, raw


@transaction.atomic
def revoke_token(*, token: ApiToken) -> ApiToken:
    """Revoking twice keeps the first moment."""
    token.revoked_at = token.revoked_at or timezone.now()
    token.save(update_fields=["revoked_at"])
    return token


@transaction.atomic
def resident_for(*, bsn_index: str, name: str) -> User:
    """The resident user with this BSN index, made at the first login."""
    user, _ = User.objects.get_or_create(bsn_index=bsn_index, defaults={"door": Door.RESIDENT, "name": name})
    return user


def choose_language(*, user: User, language: str) -> User:
    """Remembers the language of the pages for the next visit, on any device."""
    user.language = language
    user.save(update_fields=["language"])
    return user


def log_access(*, user: User, case_id: int | None, act: Act, purpose: str = "") -> AccessLogEntry:
    """One row for each look; it is written even while a GET is answered, since it is about the visit."""
    return AccessLogEntry.objects.create(user=user, case_id=case_id, act=act, purpose=purpose)
