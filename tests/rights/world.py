"""One case and everybody who could come near it."""

from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from typing import Any

from django.test import Client
from django.utils import timezone

from accounts.enums import Role, Scope
from accounts.models import Membership, User
from accounts.services import issue_token, revoke_token
from cases.enums import Relation
from cases.models import Case
from cases.services import assign_substitute, join_household
from deadlines.models import Heartbeat
from tests.factories import CaseFactory, GemeenteFactory, ResidentFactory, StaffFactory, TeamFactory

STAFF = frozenset(
    {"klantmanager", "vervanger", "collega", "teamleider", "teamleider_elders", "ander_team", "ontzorg", "beheerder",
     "privacy", "andere_gemeente", "andere_beheerder"}
)  # fmt: skip
RESIDENTS = frozenset({"inwoner", "andere_inwoner", "partner"})
OUTSIDE = frozenset({"niemand", "uitgeschakeld", "zonder_rol"})
ACTORS = STAFF | RESIDENTS | OUTSIDE

TOKENS = frozenset(
    {"token", "token_collega", "token_andere_gemeente", "token_andere_scope", "token_verlopen", "token_ingetrokken",
     "token_uitgeschakeld", "geen_token", "verzonnen_token", "alleen_sessie"}
)  # fmt: skip


@dataclass
class World:
    """Actors by name, and the objects that addresses are about."""

    objects: dict[str, int] = field(default_factory=dict)
    clients: dict[str, Client] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # Seen at work until long after the last address was tried, however old the database is.
        Heartbeat.objects.update(at=timezone.now() + timedelta(hours=1))
        here, elsewhere = GemeenteFactory(name="Waterveen"), GemeenteFactory(name="Heidedorp")
        north, south = TeamFactory(gemeente=here), TeamFactory(gemeente=here)
        far = TeamFactory(gemeente=elsewhere)
        staff = {
            "klantmanager": (north, Role.KLANTMANAGER), "vervanger": (south, Role.KLANTMANAGER),
            "collega": (north, Role.KLANTMANAGER), "teamleider": (north, Role.TEAMLEIDER),
            "teamleider_elders": (south, Role.TEAMLEIDER), "ander_team": (south, Role.KLANTMANAGER),
            "ontzorg": (north, Role.ONTZORGMEDEWERKER), "beheerder": (north, Role.FUNCTIONEEL_BEHEERDER),
            "privacy": (north, Role.PRIVACY_OFFICER), "andere_gemeente": (far, Role.KLANTMANAGER),
            "andere_beheerder": (far, Role.FUNCTIONEEL_BEHEERDER), "uitgeschakeld": (north, Role.TEAMLEIDER),
        }  # fmt: skip
        self.users: dict[str, User] = {
            name: StaffFactory(team=team, role=role, name=name) for name, (team, role) in staff.items()
        }
        self.users["zonder_rol"] = StaffFactory(team=north, name="zonder_rol")
        self.users["zonder_rol"].memberships.all().delete()
        self.case: Case = CaseFactory(klantmanager=self.users["klantmanager"])
        assign_substitute(case=self.case, to=self.users["vervanger"], by=None, reason="Verlof")
        self.users["inwoner"] = ResidentFactory(person=self.case.person)
        self._add_others()
        Membership.objects.create(user=self.users["andere_gemeente"], team=far, role=Role.TEAMLEIDER)
        self.objects["case_id"] = self.case.pk
        User.objects.filter(pk=self.users["uitgeschakeld"].pk).update(is_active=False)

    def _add_others(self) -> None:
        partner = CaseFactory(klantmanager=self.users["klantmanager"])
        join_household(
            case=self.case,
            other=partner,
            relation=Relation.PARTNER,
            on=timezone.localdate(),
            by=self.users["klantmanager"],
        )
        self.users["partner"] = ResidentFactory(person=partner.person)
        self.users["andere_inwoner"] = ResidentFactory(
            person=CaseFactory(klantmanager=self.users["collega"]).person
        )
        for name in ("andere_gemeente", "ander_team"):
            CaseFactory(klantmanager=self.users[name])

    def log_in(self) -> None:
        """One client for each actor: making one loads all middleware."""
        for actor in ACTORS:
            client = self.clients[actor] = Client(raise_request_exception=False)
            if actor in self.users:
                client.force_login(self.users[actor], backend="django.contrib.auth.backends.ModelBackend")

    @cached_property
    def tokens(self) -> dict[str, str]:
        """Secrets by actor, each with every scope unless its name says otherwise; see `wrong_scope`."""
        whose = {
            "token": "klantmanager", "token_collega": "collega", "token_andere_gemeente": "andere_gemeente",
            "token_verlopen": "klantmanager", "token_ingetrokken": "klantmanager",
        }  # fmt: skip
        secrets = {}
        tomorrow = timezone.localdate() + timedelta(days=1)
        for actor, user in whose.items():
            row, secrets[actor] = issue_token(
                system=actor, user=self.users[user], scopes=list(Scope), expires_on=tomorrow
            )
            if actor == "token_verlopen":
                type(row).objects.filter(pk=row.pk).update(expires_on=tomorrow - timedelta(days=2))
            if actor == "token_ingetrokken":
                revoke_token(token=row)
        gone = StaffFactory(team=self.case.team, role=Role.TEAMLEIDER)
        _, secrets["token_uitgeschakeld"] = issue_token(
            system="oud", user=gone, scopes=list(Scope), expires_on=tomorrow
        )
        User.objects.filter(pk=gone.pk).update(is_active=False)
        return secrets | {"verzonnen_token": "inb_dit-is-geen-token"}

    def wrong_scope(self, needed: Scope) -> str:
        """A token of the klantmanager with every scope but this one."""
        others = [scope for scope in Scope if scope != needed]
        _, secret = issue_token(
            system="te weinig", user=self.users["klantmanager"], scopes=others,
            expires_on=timezone.localdate() + timedelta(days=1),
        )  # fmt: skip
        return secret

    def headers(self, actor: str, scope: Scope | None) -> dict[str, Any]:
        if actor == "token_andere_scope":
            return {"Authorization": f"Bearer {self.wrong_scope(scope)}"} if scope else {}
        return {"Authorization": f"Bearer {self.tokens[actor]}"} if actor in self.tokens else {}
