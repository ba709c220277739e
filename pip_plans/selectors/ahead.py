"""Who is ahead of the plan, and what was said about a next step."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from accounts.models import Gemeente
from cases.enums import Status as CaseStatus
from cases.models import Case
from deadlines.enums import Kind
from deadlines.models import Deadline
from deadlines.selectors import open_deadline
from intake.enums import Level, LevelSource, Skill
from intake.models import SkillLevel
from intake.rules import Measurement
from intake.rules.lists import is_at_least
from intake.selectors import levels_now
from pip_plans.enums import Leerroute, Niveau, Status
from pip_plans.models import AheadPeriod, NextStepTalk, PipVersion
from pip_plans.rules.ahead import AIMS, Ahead, ahead, aim_of
from pip_plans.rules.norms import NormKind, norm
from pip_plans.selectors.versions import REVOKED


def ahead_months(gemeente: Gemeente, on: date) -> int:
    """How long before the end of the term counts as early: by the choice of the gemeente, or else ours."""
    chosen = AheadPeriod.objects.filter(gemeente=gemeente, valid_from__lte=on)
    months = chosen.values_list("months", flat=True).first()
    return norm(NormKind.AHEAD_MONTHS, on).figure if months is None else months


def ahead_periods_of(gemeente: Gemeente) -> QuerySet[AheadPeriod]:
    return AheadPeriod.objects.filter(gemeente=gemeente).select_related("set_by")


def next_step_talks_of(case: Case) -> QuerySet[NextStepTalk]:
    return NextStepTalk.objects.filter(case=case).select_related("by")


def open_next_step(case: Case, *, lock: bool = False) -> Deadline | None:
    """The talk about a next step that must still be held; its `about` is the level that was reached."""
    return open_deadline(case, Kind.VERVOLGSTAP, lock=lock)


@dataclass(frozen=True)
class Pace:
    """How somebody stands against the plan. `aim` and `ends_on` are None as long as there is no plan or term."""

    levels: Mapping[Skill, Measurement]
    aim: Level | None
    ends_on: date | None
    months: int
    ahead: Ahead | None

    @property
    def rows(self) -> list[tuple[Skill, Measurement | None]]:
        return [(skill, self.levels.get(skill)) for skill in Skill]


def pace_of(case: Case, *, today: date) -> Pace:
    row = _with_plan(Case.objects.filter(pk=case.pk)).get()
    months = ahead_months(case.gemeente, today)
    aim = aim_of(row.leerroute, row.niveau) if row.leerroute else None
    found = _ahead_in(row, _measured([row.pk])[row.pk], months, today) if aim and row.ends_on else None
    return Pace(levels_now(case), aim, row.ends_on, months, found)


def newly_ahead(*, today: date) -> list[tuple[Case, Ahead]]:
    """Whom nobody must talk to yet though they are ahead. What was discussed about a level isn't asked again."""
    found: list[tuple[Case, Ahead]] = []
    for aim in AIMS:
        asked = Deadline.objects.filter(
            case=OuterRef("pk"), kind=Kind.VERVOLGSTAP, about=aim.value, stopped_on=None
        )
        cases = _with_plan(_reached(aim)).filter(
            _asks(aim), ~Exists(asked), status=CaseStatus.OPEN, person__died_on=None, ends_on__gte=today
        )
        found += _of_those(cases, today)
    return found


def no_longer_ahead(*, today: date) -> list[Deadline]:
    """Talks that are still asked for though the level, the plan or the term changed: a measurement was taken out."""
    asked = list(Deadline.objects.open().filter(kind=Kind.VERVOLGSTAP, case__status=CaseStatus.OPEN))
    cases = _with_plan(Case.objects.filter(pk__in=[one.case_id for one in asked]))
    still = {(case.pk, one.aim.value) for case, one in _of_those(cases, today)}
    return [one for one in asked if (one.case_id, one.about) not in still]


def _of_those(cases: QuerySet[Any], today: date) -> list[tuple[Case, Ahead]]:
    """Three queries, however many cases."""
    rows = list(cases)
    measured, chosen = _measured(row.pk for row in rows), _months_by_gemeente(today)
    ours = norm(NormKind.AHEAD_MONTHS, today).figure
    found = (
        (row, _ahead_in(row, measured[row.pk], chosen.get(row.gemeente_id, ours), today)) for row in rows
    )
    return [(row, one) for row, one in found if one]


def _ahead_in(row: Any, measured: Iterable[Measurement], months: int, today: date) -> Ahead | None:
    if not row.leerroute or row.ends_on is None:
        return None
    aim = aim_of(row.leerroute, row.niveau)
    return ahead(measured=measured, aim=aim, ends_on=row.ends_on, months=months, today=today)


def _with_plan(cases: QuerySet[Case]) -> QuerySet[Any]:
    """With the plan that holds, and the last day of the term."""
    holding = PipVersion.objects.filter(~REVOKED, pip__case=OuterRef("pk"), status=Status.VASTGESTELD)
    term = Deadline.objects.open().filter(case=OuterRef("pk"), kind=Kind.TERMIJN)
    return cases.annotate(
        leerroute=Subquery(holding.order_by("-number").values("leerroute")[:1]),
        niveau=Subquery(holding.order_by("-number").values("niveau")[:1]),
        ends_on=Subquery(term.order_by("-id").values("due_on")[:1]),
    )


def _asks(aim: Level) -> Q:
    asks_a2 = Q(leerroute=Leerroute.Z) | Q(niveau=Niveau.A2)
    return asks_a2 if aim == Level.A2 else Q(leerroute__isnull=False) & ~asks_a2


def _reached(aim: Level) -> QuerySet[Case]:
    """Cases in which each skill was measured at this level at some time: whom the rule has to look at."""
    enough = [level for level in Level if is_at_least(level, aim)]
    skilled = (
        SkillLevel.objects.filter(removed_at=None, level__in=enough)
        .exclude(source=LevelSource.ZELF)
        .order_by()
        .values("case")
        .annotate(skills=Count("skill", distinct=True))
        .filter(skills=len(Skill))
    )
    return Case.objects.filter(pk__in=skilled.values("case"))


def _measured(cases: Iterable[int]) -> dict[int, list[Measurement]]:
    found: dict[int, list[Measurement]] = defaultdict(list)
    for row in SkillLevel.objects.filter(case__in=list(cases), removed_at=None).order_by():
        one = Measurement(Skill(row.skill), Level(row.level), LevelSource(row.source), row.measured_on)
        found[row.case_id].append(one)
    return found


def _months_by_gemeente(today: date) -> dict[int, int]:
    """The last row that holds wins."""
    rows = AheadPeriod.objects.filter(valid_from__lte=today).order_by("valid_from")
    return dict(rows.values_list("gemeente_id", "months"))
