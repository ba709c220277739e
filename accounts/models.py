"""Who may come in: gemeenten, teams, staff and residents, API tokens, and the log of who looked."""

from typing import Any, ClassVar

import pgtrigger
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property

from accounts.enums import Act, Door, Role, Scope


class Gemeente(models.Model):
    """A municipality that uses the product. Everything in it is invisible to the next one."""

    code = models.CharField("gemeentecode", max_length=4, unique=True, validators=[RegexValidator(r"^\d{4}$")],
                            help_text="Vier cijfers, de code van het CBS.")  # fmt: skip
    name = models.CharField("naam", max_length=80)
    oin = models.CharField("OIN", max_length=20, unique=True, validators=[RegexValidator(r"^\d{20}$")])
    address_line = models.CharField("adres", max_length=120, blank=True)
    postcode_place = models.CharField("postcode en plaats", max_length=120, blank=True)
    phone = models.CharField("telefoon", max_length=30, blank=True)
    email = models.EmailField("e-mail", blank=True)
    website = models.URLField("website", blank=True)

    class Meta:
        verbose_name = "gemeente"
        verbose_name_plural = "gemeenten"
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(code__regex=r"^\d{4}$"), name="gemeente_code_has_four_digits",
                                   violation_error_message="Een gemeentecode heeft vier cijfers."),
            models.CheckConstraint(condition=Q(oin__regex=r"^\d{20}$"), name="gemeente_oin_has_twenty_digits",
                                   violation_error_message="Een OIN heeft twintig cijfers."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"Gemeente {self.name}"


class Team(models.Model):
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="teams", verbose_name="gemeente")
    name = models.CharField("naam", max_length=80)

    class Meta:
        verbose_name = "team"
        verbose_name_plural = "teams"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["gemeente", "name"], name="team_name_once_a_gemeente")
        ]

    def __str__(self) -> str:
        return self.name


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=self.normalize_email(email).lower() or None, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str, **fields: Any) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").lower())


class User(AbstractBaseUser, PermissionsMixin):
    """One table, two doors: a user is staff of one gemeente or a resident, never both.

    A resident is found by `bsn_index`, the keyed hash of the BSN that DigiD gives; `cases.Person` has the same.
    """

    email = models.EmailField("e-mailadres", unique=True, null=True, blank=True)
    name = models.CharField("naam", max_length=200)
    door = models.CharField("deur", max_length=8, choices=Door, default=Door.STAFF)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, null=True, blank=True, verbose_name="gemeente")
    phone = models.CharField("telefoon", max_length=30, blank=True)
    bsn_index = models.CharField(max_length=64, unique=True, null=True, blank=True, editable=False)
    language = models.CharField("taal", max_length=2, default="nl")
    is_active = models.BooleanField("actief", default=True)
    is_staff = models.BooleanField("mag in het technisch beheer", default=False)
    date_joined = models.DateTimeField("aangemaakt", auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["name"]

    class Meta:
        verbose_name = "gebruiker"
        verbose_name_plural = "gebruikers"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="user_has_one_door",
                condition=Q(door=Door.STAFF, bsn_index__isnull=True, email__isnull=False)
                | Q(door=Door.RESIDENT, bsn_index__isnull=False, gemeente__isnull=True, email__isnull=True,
                    is_staff=False, is_superuser=False),
                violation_error_message="Een gebruiker is medewerker of inwoner, nooit allebei.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name or self.email or "inwoner"

    def get_full_name(self) -> str:
        return self.name

    @property
    def is_resident(self) -> bool:
        return self.door == Door.RESIDENT

    @cached_property
    def team_roles(self) -> frozenset[tuple[int, str]]:
        """Pairs of team id and role. An inactive user and a resident have none."""
        if not self.is_active or self.is_resident:
            return frozenset()
        return frozenset(self.memberships.values_list("team_id", "role"))

    @property
    def roles(self) -> frozenset[str]:
        return frozenset(role for _, role in self.team_roles)

    def has_role(self, *wanted: Role) -> bool:
        return not self.roles.isdisjoint(wanted)

    def team_ids(self, *wanted: Role) -> list[int]:
        """Teams in which the user has one of these roles, or any role when none is named."""
        return sorted({team for team, role in self.team_roles if not wanted or role in wanted})


class Membership(models.Model):
    """A role in a team. The gemeente-wide roles (beheer, privacy) are held in a team too, and reach the whole gemeente."""

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships", verbose_name="medewerker")
    team = models.ForeignKey(Team, models.CASCADE, related_name="memberships", verbose_name="team")
    role = models.CharField("rol", max_length=24, choices=Role)

    class Meta:
        verbose_name = "rol in team"
        verbose_name_plural = "rollen in teams"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "team", "role"], name="membership_once")
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()} in {self.team}"


class StaffLanguage(models.Model):
    """A language that somebody of the staff speaks well enough for a talk, besides Dutch. ISO 639, as a person's languages."""

    user = models.ForeignKey(User, models.CASCADE, related_name="languages", verbose_name="medewerker")
    code = models.CharField("taal", max_length=3)

    class Meta:
        verbose_name = "taal van een medewerker"
        verbose_name_plural = "talen van medewerkers"
        constraints: ClassVar = [models.UniqueConstraint(fields=["user", "code"], name="staff_language_once")]

    def __str__(self) -> str:
        return self.code


class AccessLogEntry(models.Model):
    """Who looked at which case, when and why. `case_id` is a plain number: this app stands below `cases`."""

    at = models.DateTimeField(auto_now_add=True)
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    case_id = models.BigIntegerField(null=True)
    act = models.CharField(max_length=24, choices=Act)
    purpose = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = "inzage"
        verbose_name_plural = "inzagen"
        indexes: ClassVar = [models.Index(fields=["case_id", "-at"], name="access_of_case")]
        triggers: ClassVar = [
            pgtrigger.Protect(name="access_log_is_append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.user} {self.get_act_display()}"


class ApiToken(models.Model):
    """Lets another system in as one staff user, with less: only the acts in its scopes.

    Only the hash is kept; the token itself is shown once, when it is made.
    """

    system = models.CharField("systeem", max_length=80)
    user = models.ForeignKey(User, models.CASCADE, related_name="api_tokens", verbose_name="handelt als")
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    scopes = ArrayField(models.CharField(max_length=32, choices=Scope), verbose_name="mag")
    expires_on = models.DateField("geldig tot en met")
    revoked_at = models.DateTimeField("ingetrokken op", null=True, blank=True)
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)

    class Meta:
        verbose_name = "API-token"
        verbose_name_plural = "API-tokens"

    def __str__(self) -> str:
        return self.system
