"""What a team lead should know of the leerroutes that were chosen: against the wish, the advice or the test."""

from dataclasses import dataclass

from django.db.models import F, OuterRef, QuerySet, Subquery

from accounts.models import User
from intake.enums import LbtOutcome
from intake.models import LbtResult
from pip_plans.enums import Leerroute, Wish
from pip_plans.models import PipVersion
from pip_plans.rules.advice import deviates
from pip_plans.selectors.approvals import holding_led_by


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
        from_test=sum((route == Leerroute.Z) == (test == LbtOutcome.HAALBAAR) for route, test in tested),
    )
