"""Who waits for an intake, a PIP or a lesson, and how long."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, Min, OuterRef, Q, QuerySet, Subquery

from accounts.enums import Role
from accounts.models import User
from cases.enums import Status as CaseStatus
from cases.models import Case
from cases.selectors import cases_visible_to
from intake.models import CoaHandover, Intake
from pip_plans.enums import Status
from pip_plans.models import BridgingActivity, Pip, PipVersion
from pip_plans.rules.waiting import Figures, Wait, able_from, figures


@dataclass(frozen=True)
class WaitingCase:
    case: Case
    wait: Wait


def wait_of(case: Case, *, today: date) -> Wait:
    """The clocks of one case. One query."""
    return _wait(_with_days(Case.objects.filter(pk=case.pk), today).get(), today)


def bridging_of(case: Case) -> QuerySet[BridgingActivity]:
    """What somebody did and does while waiting, the last first."""
    return BridgingActivity.objects.filter(pip__case=case).select_related("noted_by")


def waiting_for(user: User, *, today: date) -> list[WaitingCase]:
    """Everybody in the teams that somebody leads who can start, longest wait first; who learns already comes last (PP-58).

    One query. Of who isn't grown up yet the clock didn't begin.
    """
    led = cases_visible_to(user).filter(team_id__in=user.team_ids(Role.TEAMLEIDER), status=CaseStatus.OPEN)
    found = [WaitingCase(case, _wait(case, today)) for case in _with_days(led, today)]
    begun = [one for one in found if one.wait.able_on <= today]
    return sorted(begun, key=lambda one: (one.wait.is_over, -one.wait.days))


def waiting_figures(waiting: list[WaitingCase]) -> list[Figures]:
    """Of the team: each step, and the whole wait."""
    waits = [one.wait for one in waiting]
    names = [stage.name for stage in waits[0].stages] if waits else []
    steps = [
        figures(name, [days for wait in waits if (days := wait.stages[place].days) is not None])
        for place, name in enumerate(names)
    ]
    return [one for one in (*steps, figures("Samen", [wait.days for wait in waits])) if one]


def _with_days(cases: QuerySet[Case], today: date) -> QuerySet[Any]:
    intakes = Intake.objects.filter(case=OuterRef("pk")).order_by("started_on").values("started_on")[:1]
    versions = PipVersion.objects.filter(pip__case=OuterRef("pk"), status=Status.VASTGESTELD).values("pip")
    begun = BridgingActivity.objects.filter(pip__case=OuterRef("pk"), from_on__lte=today)
    now = begun.filter(Q(until_on=None) | Q(until_on__gte=today))
    return cases.select_related("person").annotate(
        is_bridged=Exists(now),
        bridged_until=Subquery(begun.filter(until_on__lt=today).order_by("-until_on").values("until_on")[:1]),
        coupled_on=Subquery(CoaHandover.objects.filter(case=OuterRef("pk")).values("coupled_on")[:1]),
        intake_on=Subquery(intakes),
        pip_on=Subquery(versions.annotate(first=Min("established_on")).values("first")[:1]),
        lessons_on=Subquery(Pip.objects.filter(case=OuterRef("pk")).values("first_lesson_on")[:1]),
    )


def _wait(row: Any, today: date) -> Wait:
    known = [day for day in (row.coupled_on, row.duty_from, row.opened_on) if day]
    return Wait(able_on=able_from(min(known), row.person.birth), today=today, intake_on=row.intake_on, pip_on=row.pip_on,
                lessons_on=row.lessons_on, is_bridged=row.is_bridged, bridged_until=row.bridged_until)  # fmt: skip
