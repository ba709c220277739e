"""What a team lead sees of the plans of the team, by klantmanager."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from accounts.enums import Role
from accounts.models import User
from cases.enums import AssignmentKind
from cases.enums import Status as CaseStatus
from cases.models import Assignment
from pip_plans.enums import Participation, Status
from pip_plans.models import Agreement, Goal, LevelNeed, PipVersion
from pip_plans.rules.levels import LevelGap, days_without_prospect
from pip_plans.selectors.levels import gap_in
from pip_plans.selectors.versions import REVOKED

NOBODY = "Nog niemand"


@dataclass(frozen=True)
class PlanQuality:
    """The PIP that holds in one case, and what to look at."""

    version: PipVersion
    klantmanager: str
    is_unlinked: bool
    gap: LevelGap | None
    days_without_prospect: int

    @property
    def is_incomplete(self) -> bool:
        return not self.version.has_perspective

    @property
    def gap_is_open(self) -> bool:
        return self.gap is not None and self.gap.is_undecided

    @property
    def is_refused(self) -> bool:
        return self.gap is not None and self.gap.is_refused

    @property
    def is_not_dual(self) -> bool:
        return self.version.participation != Participation.TEGELIJK

    @property
    def is_unexplained(self) -> bool:
        """The newcomer got the beschikking without a word of it in the own language (PP-66)."""
        return self.version.without_translation

    @property
    def is_solved(self) -> bool:
        """Nothing to do any more; how long it took stays in sight."""
        open_ = (
            self.is_unlinked,
            self.is_incomplete,
            self.gap is not None,
            self.is_not_dual,
            self.is_unexplained,
        )
        return not any(open_)

    @property
    def needs_a_look(self) -> bool:
        return not self.is_solved or self.days_without_prospect > 0


@dataclass(frozen=True)
class KlantmanagerQuality:
    """The plans of one klantmanager, counted."""

    klantmanager: str
    plans: list[PlanQuality]

    def _count(self, name: str) -> int:
        return sum(getattr(plan, name) for plan in self.plans)

    @property
    def unlinked(self) -> int:
        return self._count("is_unlinked")

    @property
    def incomplete(self) -> int:
        return self._count("is_incomplete")

    @property
    def gaps_open(self) -> int:
        return self._count("gap_is_open")

    @property
    def refused(self) -> int:
        return self._count("is_refused")

    @property
    def not_dual(self) -> int:
        return self._count("is_not_dual")

    @property
    def unexplained(self) -> int:
        return self._count("is_unexplained")


def plan_quality_for(user: User, *, today: date) -> list[KlantmanagerQuality]:
    """The PIPs that hold in the teams that somebody leads, by klantmanager (PP-04, PP-05, PP-09). Two queries."""
    by_pip: dict[int, list[Any]] = defaultdict(list)
    for version in _established(user):
        by_pip[version.pip_id].append(version)
    needs = _needs(by_pip)
    grouped: dict[str, list[PlanQuality]] = defaultdict(list)
    for pip_id, versions in by_pip.items():
        plan = _quality(versions, needs[pip_id], today)
        grouped[plan.klantmanager].append(plan)
    return [KlantmanagerQuality(name, plans) for name, plans in sorted(grouped.items())]


def _quality(versions: list[Any], needed: list[str], today: date) -> PlanQuality:
    current = versions[-1]
    steps = [(version.established_on, gap_in(version, ()) is not None) for version in versions]
    return PlanQuality(
        version=current,
        klantmanager=current.klantmanager_name or NOBODY,
        is_unlinked=not current.serves_main_goal,
        gap=gap_in(current, needed),
        days_without_prospect=days_without_prospect(steps, today),
    )


def _established(user: User) -> QuerySet[PipVersion]:
    """Without what was revoked after a bezwaar: that plan holds no longer."""
    leads = user.team_ids(Role.TEAMLEIDER)
    main = Goal.objects.filter(version=OuterRef("version")).order_by("position", "id").values("pk")[:1]
    linked = Agreement.objects.filter(version=OuterRef("pk"), goal=Subquery(main))
    guide = Assignment.objects.filter(
        case=OuterRef("pip__case"), ends_at=None, kind=AssignmentKind.KLANTMANAGER
    )
    return (
        PipVersion.objects.filter(
            ~REVOKED,
            pip__case__team_id__in=leads,
            pip__case__status=CaseStatus.OPEN,
            status=Status.VASTGESTELD,
        )
        .annotate(serves_main_goal=Exists(linked), klantmanager_name=Subquery(guide.values("user__name")[:1]))
        .select_related("pip__case__person")
        .order_by("pip_id", "number")
    )


def _needs(pips: Iterable[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for pip_id, level in LevelNeed.objects.filter(pip_id__in=list(pips)).values_list("pip_id", "level"):
        found[pip_id].append(level)
    return found
