"""The mandate table of a gemeente, and what it says of one colleague and one request."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from accounts.enums import Role
from accounts.models import Gemeente, User
from cases.models import Case
from contact.enums.mandates import DECIDING_ROLES
from contact.enums.requests import RequestType
from contact.models import Mandate, Request
from contact.rules.mandates import MandateRow, role_may_decide, row_in_force
from contact.rules.requests import Decider, rule_of


@dataclass(frozen=True)
class MandateLine:
    """One type of request as the page of mandates shows it: who may decide today, and what changes later."""

    type: RequestType
    roles: tuple[tuple[Role, bool], ...]
    is_default: bool
    coming: tuple[MandateRow, ...]


def mandates_visible_to(user: User) -> QuerySet[Mandate]:
    """Rows of the gemeente, for the functioneel beheerder; the newest first."""
    if user.gemeente_id is None or not user.has_role(Role.FUNCTIONEEL_BEHEERDER):
        return Mandate.objects.none()
    rows = Mandate.objects.filter(gemeente_id=user.gemeente_id)
    return rows.select_related("set_by").order_by("-valid_from", "-id")


def mandate_rows(gemeente_id: int) -> list[MandateRow]:
    rows = Mandate.objects.filter(gemeente_id=gemeente_id)
    return [MandateRow(RequestType(row.type), Role(row.role), row.may_decide, row.valid_from) for row in rows]


def mandate_lines(gemeente: Gemeente, *, today: date) -> list[MandateLine]:
    rows = mandate_rows(gemeente.pk)
    return [
        MandateLine(
            type=type_,
            roles=tuple((role, role_may_decide(type_, role, rows, on=today)) for role in DECIDING_ROLES),
            is_default=not any(row_in_force(type_, role, rows, on=today) for role in DECIDING_ROLES),
            coming=tuple(row for row in rows if row.type == type_ and row.valid_from > today),
        )
        for type_ in RequestType
    ]


def leads(user: User, request: Request) -> bool:
    """Whether this is a team lead of the team of the case."""
    return request.case.team_id in user.team_ids(Role.TEAMLEIDER)


def may_decide(user: User, type_: RequestType, case: Case, *, on: date) -> bool:
    """Whether somebody has the mandate for this kind of decision in this case, be it asked for or not."""
    is_team_lead = case.team_id in user.team_ids(Role.TEAMLEIDER)
    return _has_mandate(user, type_, case, is_team_lead=is_team_lead, on=on)


def _has_mandate(user: User, type_: RequestType, case: Case, *, is_team_lead: bool, on: date) -> bool:
    roles = [Role.TEAMLEIDER] if is_team_lead else []
    roles += [Role.KLANTMANAGER] if user.has_role(Role.KLANTMANAGER) else []
    rows = mandate_rows(case.gemeente_id)
    return any(role_may_decide(type_, role, rows, on=on) for role in roles)


def decider(user: User, request: Request, *, today: date) -> Decider:
    """What this colleague may do with this request. A team lead is one in the own team, or as the named handler."""
    is_team_lead = leads(user, request) or (request.owner_id == user.pk and user.has_role(Role.TEAMLEIDER))
    type_ = RequestType(request.type)
    has_mandate = _has_mandate(user, type_, request.case, is_team_lead=is_team_lead, on=today)
    return Decider(id=user.pk, has_mandate=has_mandate, is_team_lead=is_team_lead)


def desk_has_mandate(type_: RequestType, gemeente_id: int, *, on: date) -> bool:
    """Whether whoever gets a request of this type first may also decide on it; if not, it goes up at once."""
    return role_may_decide(type_, Role(rule_of(type_).desk), mandate_rows(gemeente_id), on=on)
