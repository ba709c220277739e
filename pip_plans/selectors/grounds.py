"""Which approvals a plan needs, and how each stands for the text as it is now."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from accounts.enums import Role
from accounts.models import Gemeente, User
from contact.enums.requests import RequestType
from contact.selectors.mandates import may_decide
from deadlines.enums import Kind
from deadlines.models import Deadline
from pip_plans.enums import Alphabetisation, Ground
from pip_plans.models import PipVersion, YouthBounds
from pip_plans.rules.approvals import Standing, lacks
from pip_plans.rules.grounds import (
    Needed,
    Watch,
    decisions_by_mandate,
    may_be_between,
    needed_approvals,
    outside_mandate,
)
from pip_plans.rules.norms import NormKind, norm
from pip_plans.rules.obstacle import Obstacle
from pip_plans.selectors.approvals import approval_standing
from pip_plans.selectors.situation import alphabetisation_of, intake_answers, what_holds


@dataclass(frozen=True)
class Bounds:
    lowest: int
    highest: int
    source: str


def youth_bounds(gemeente: Gemeente, on: date) -> Bounds:
    """By the choice of the gemeente, or else ours."""
    chosen = YouthBounds.objects.filter(gemeente=gemeente, valid_from__lte=on).first()
    if chosen:
        return Bounds(chosen.from_age, chosen.until_age, chosen.source)
    lowest, highest = norm(NormKind.YOUNG_FROM, on), norm(NormKind.YOUNG_UNTIL, on)
    return Bounds(lowest.figure, highest.figure, highest.source)


def youth_bounds_of(gemeente: Gemeente) -> QuerySet[YouthBounds]:
    return YouthBounds.objects.filter(gemeente=gemeente).select_related("set_by")


def watch_of(version: PipVersion, on: date) -> Watch:
    case = version.pip.case
    bounds = youth_bounds(case.gemeente, on)
    return Watch(
        cannot_read=_cannot_read(version),
        is_young=may_be_between(case.person.birth, bounds.lowest, bounds.highest, on),
    )


def _cannot_read(version: PipVersion) -> bool:
    """By what a person saw; else by what the intake says."""
    case = version.pip.case
    return alphabetisation_of(case, intake_answers(case).get("alfabetisering", "")) == Alphabetisation.A


@dataclass(frozen=True)
class Asked:
    """An approval that the plan needs, with how it stands."""

    needed: Needed
    standing: Standing

    @property
    def ground(self) -> Ground:
        return self.needed.ground

    @property
    def lacking(self) -> str:
        return f"{self.needed.why} {lacks(self.standing)}" if lacks(self.standing) else ""


def approvals_needed(version: PipVersion, on: date, by: User) -> list[Asked]:
    """Without which `by` doesn't establish this plan."""
    found = [*needed_approvals(version.as_plan, watch_of(version, on)), *_outside_mandate(version, by)]
    return [Asked(needed, approval_standing(version, needed.ground)) for needed in found]


_REQUEST = {Ground.LEERROUTE: RequestType.LEERROUTE, Ground.AFSCHALEN: RequestType.AFSCHALEN}


def _outside_mandate(version: PipVersion, by: User) -> list[Needed]:
    """By the mandate of today, whatever the dagtekening: it is today that somebody decides."""
    pip, today = version.pip, timezone.localdate()
    if version.number == 1 and pip.previous is None:
        return []
    decided = decisions_by_mandate(version.as_plan, what_holds(pip, today=today))
    return [outside_mandate(one) for one in decided if not may_decide(by, _REQUEST[one], pip.case, on=today)]


def approval_obstacles(version: PipVersion, on: date, by: User) -> list[Obstacle]:
    """What the team lead hasn't approved yet for exactly this text."""
    asked = approvals_needed(version, on, by)
    return [Obstacle(f"akkoord-{one.ground}", one.lacking) for one in asked if one.lacking]


def young_in_z_for(user: User) -> QuerySet[Deadline]:
    """The talks about school and work with young people in the Z-route, in the teams that somebody leads (PP-47)."""
    teams = user.team_ids(Role.TEAMLEIDER)
    led = Deadline.objects.filter(kind=Kind.PERSPECTIEFGESPREK, case__team_id__in=teams,
                                  case__gemeente_id=user.gemeente_id or 0)  # fmt: skip
    return led.open().select_related("case__person").order_by("due_on", "id")
