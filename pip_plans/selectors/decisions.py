"""What a team lead should know of the leerroutes that were chosen: against the wish, the advice or the test."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery

from accounts.enums import Role
from accounts.models import User
from intake.enums import LbtOutcome
from intake.models import LbtResult, LbtVersion
from intake.rules import version_on
from intake.selectors import lbt_versions_of
from pip_plans.enums import Status, Wish
from pip_plans.models import PipVersion
from pip_plans.rules.advice import deviates
from pip_plans.rules.lbt_figures import MonthOfTests, Result, by_month, deviates_from_test, months_back
from pip_plans.rules.norms import NormKind, norm
from pip_plans.selectors.approvals import holding_led_by
from pip_plans.selectors.versions import REVOKED


def wishes_not_followed_for(user: User) -> QuerySet[PipVersion]:
    """PIPs with another leerroute than the newcomer wanted, each with its reason (PP-38)."""
    others = holding_led_by(user).exclude(wished_leerroute__in=["", Wish.WEET_NIET])
    differ = others.exclude(leerroute=F("wished_leerroute"))
    return differ.select_related("pip__case__person").order_by("-established_on", "id")


@dataclass(frozen=True)
class Deviations:
    """Of the PIPs that hold: how many with an advice differ from it, and how many with a test differ from that (PP-35)."""

    advised: int
    from_advice: int
    tested: int
    from_test: int


def deviations_for(user: User) -> Deviations:
    """One query. A test that says "unknown" has nothing to differ from."""
    last = LbtResult.objects.filter(case=OuterRef("pip__case")).values("result")[:1]
    rows = list(holding_led_by(user).annotate(test=Subquery(last)).values_list("leerroute", "advice", "test"))
    advised = [(route, advice) for route, advice, _ in rows if advice and advice["routes"]]
    tested = [
        (route, test) for route, _, test in rows if test in (LbtOutcome.HAALBAAR, LbtOutcome.NIET_HAALBAAR)
    ]
    return Deviations(
        advised=len(advised),
        from_advice=sum(deviates(route, advice) for route, advice in advised),
        tested=len(tested),
        from_test=sum(deviates_from_test(route, test) for route, test in tested),
    )


def results_of_tests_for(user: User, *, today: date) -> list[MonthOfTests]:
    """The results of the last year in the teams that somebody leads, by month and version of the test (PP-35).

    Two queries. What decided about a result is the first PIP after it, unless a retest came before that PIP.
    """
    since = months_back(today, norm(NormKind.TEST_MONTHS, today).figure)
    versions = list(lbt_versions_of(user.gemeente_id))
    found = [_result(row, versions) for row in _results_led_by(user).filter(taken_on__gte=since)]
    return by_month(found, fewest=norm(NormKind.FEWEST_FOR_SHARE, today).figure)


def _results_led_by(user: User) -> QuerySet[Any]:
    plans = PipVersion.objects.filter(
        ~REVOKED,
        pip__case=OuterRef("case"),
        status=Status.VASTGESTELD,
        established_on__gte=OuterRef("taken_on"),
    ).order_by("number")
    retests = LbtResult.objects.filter(case=OuterRef("case"), taken_on__gt=OuterRef("taken_on")).order_by(
        "taken_on"
    )
    led = LbtResult.objects.filter(
        case__team_id__in=user.team_ids(Role.TEAMLEIDER), case__gemeente_id=user.gemeente_id or 0
    )
    return led.select_related("version").annotate(
        plan_on=Subquery(plans.values("established_on")[:1]),
        leerroute=Subquery(plans.values("leerroute")[:1]),
        retest_on=Subquery(retests.values("taken_on")[:1]),
    )


def _result(row: Any, versions: list[LbtVersion]) -> Result:
    version = row.version or version_on(versions, row.taken_on)
    overtaken = row.plan_on is None or (row.retest_on and row.retest_on <= row.plan_on)
    return Result(
        taken_on=row.taken_on,
        outcome=row.result,
        needed_score=row.needed_score,
        version=version.name if version else "",
        leerroute="" if overtaken else row.leerroute,
    )
