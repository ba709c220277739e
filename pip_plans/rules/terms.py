"""Which terms of the law a PIP meets and starts on the day that it is established."""

from dataclasses import dataclass
from datetime import date

from cases.enums import Group
from deadlines.enums import Kind, Route
from deadlines.rules import Facts
from pip_plans.enums import Leerroute
from pip_plans.rules.plan import Plan, Situation


@dataclass(frozen=True)
class Start:
    kind: Kind
    facts: Facts


def met(situation: Situation) -> tuple[Kind, ...]:
    """The terms that the first PIP of this gemeente meets (Besluit inburgering 2021, artikel 5.3); a later one meets none."""
    return (Kind.PIP, Kind.PIP_NA_VERHUIZING) if situation.is_first_here else ()


def started(plan: Plan, situation: Situation, on: date) -> tuple[Start, ...]:
    """The terms that begin. A changed PIP doesn't restart the three years (Wet inburgering 2021, artikel 11 lid 3).

    After a removal the three years go on from the first PIP. The time for bezwaar counts from the day that the
    letter is there, which is today, whatever day was written on it (Algemene wet bestuursrecht, artikel 6:8).
    """
    objection = Start(Kind.BEZWAAR, Facts(announced_on=situation.today))
    if not situation.is_first_here:
        return (objection,)
    group = Group(situation.group) if situation.group else None
    route = Route(plan.leerroute) if plan.leerroute else None
    dated = Facts(pip_dated_on=situation.first_on or on, group=group, route=route)
    kinds = [Kind.TERMIJN, Kind.ROUTEWISSEL, Kind.VERLENGING_VANAF]
    if situation.previous is None and group == Group.ASIELSTATUSHOUDER:
        kinds.append(Kind.TAALSCHAKELTRAJECT if plan.leerroute == Leerroute.O else Kind.AANBOD)
    return (*(Start(kind, dated) for kind in kinds), objection)
