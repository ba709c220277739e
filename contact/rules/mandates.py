"""Who may decide on a request: what the gemeente set, and else what follows from the type."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from accounts.enums import Role
from contact.enums.mandates import DECIDING_ROLES
from contact.enums.requests import RequestType
from contact.rules.requests import rule_of


@dataclass(frozen=True)
class MandateRow:
    """What the gemeente set: from this day this role may decide on this type, or may not."""

    type: RequestType
    role: Role
    may_decide: bool
    valid_from: date


def row_in_force(
    type_: RequestType, role: Role, rows: Iterable[MandateRow], *, on: date
) -> MandateRow | None:
    """The newest row of this type and role that had begun on this day."""
    begun = [row for row in rows if row.type == type_ and row.role == role and row.valid_from <= on]
    return max(begun, key=lambda row: row.valid_from, default=None)


def role_may_decide(type_: RequestType, role: Role, rows: Collection[MandateRow], *, on: date) -> bool:
    """Whether this role has the mandate (Awb, artikel 10:3: mandate is given in writing, by kind of decision)."""
    row = row_in_force(type_, role, rows, on=on)
    return row.may_decide if row else role in rule_of(type_).deciders


def roles_with_mandate(type_: RequestType, rows: Collection[MandateRow], *, on: date) -> tuple[Role, ...]:
    return tuple(role for role in DECIDING_ROLES if role_may_decide(type_, role, rows, on=on))


def mandate_obstacles(
    *, type_: RequestType, role: Role, may_decide: bool, valid_from: date, rows: Collection[MandateRow], today: date
) -> list[str]:  # fmt: skip
    """Why the mandate can't be set like this: never in the past, and always somebody who may decide."""
    obstacles = []
    if role not in DECIDING_ROLES:
        obstacles.append("Alleen een klantmanager of een teamleider kan een mandaat krijgen.")
    if valid_from < today:
        obstacles.append("Een mandaat begint vandaag of later. Over wat al is beslist, verandert niets.")
    others = [other for other in DECIDING_ROLES if other != role]
    if not may_decide and not any(role_may_decide(type_, other, rows, on=valid_from) for other in others):
        obstacles.append(
            "Dan mag niemand meer over dit soort verzoeken beslissen. Geef eerst een ander het mandaat."
        )
    if any((row.type, row.role, row.valid_from) == (type_, role, valid_from) for row in rows):
        obstacles.append("Op deze dag verandert dit mandaat al. Kies een andere dag.")
    return obstacles
