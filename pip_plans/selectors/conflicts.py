"""Fields of a concept at which two people wrote."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from accounts.models import User
from pip_plans.models import PipVersion, PlanConflict, in_words
from pip_plans.rules.obstacle import Obstacle

CONFLICTS = "botsingen"
"""The place on the screen where one chooses."""


@dataclass(frozen=True)
class Choice:
    """What stands, and what came later."""

    conflict: PlanConflict
    standing: str
    standing_by: str
    standing_at: datetime | None


def open_conflicts_of(version: PipVersion) -> QuerySet[PlanConflict]:
    return version.conflicts.filter(settled_at=None)


def choices_of(version: PipVersion) -> list[Choice]:
    """Each conflict at which somebody must still choose, beside what stands now."""
    conflicts = list(open_conflicts_of(version).select_related("by"))
    writers = {writer for one in conflicts if (writer := version.author_of(one.field))}
    names = dict(User.objects.filter(pk__in=writers).values_list("pk", "name")) if writers else {}
    return [
        Choice(
            conflict=one,
            standing=in_words(one.field, getattr(version, one.field)),
            standing_by=names.get(version.author_of(one.field) or 0, ""),
            standing_at=version.written_at(one.field),
        )
        for one in conflicts
    ]


def settled_conflicts_of(version: PipVersion) -> QuerySet[PlanConflict]:
    """What wasn't chosen, the last choice first."""
    return (
        version.conflicts.filter(settled_at__isnull=False)
        .select_related("settled_by")
        .order_by("-settled_at")
    )


def conflict_obstacles(version: PipVersion) -> list[Obstacle]:
    """Nobody establishes a text of which a colleague wrote another, without having chosen."""
    return [
        Obstacle(CONFLICTS, f"Twee mensen schreven bij ‘{one.label}’. Kies welke tekst blijft.")
        for one in open_conflicts_of(version).only("field")
    ]
