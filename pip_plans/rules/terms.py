"""Which terms of the law a PIP meets and starts on the day that it is established."""

from dataclasses import dataclass
from datetime import date

from cases.enums import Group
from deadlines.enums import Kind, Route
from deadlines.rules import Facts
from pip_plans.enums import Leerroute
from pip_plans.rules.plan import Plan, Situation

# The leerroutes with a Module Arbeidsmarkt en Participatie (Besluit inburgering 2021, artikel 3.2; R-31).
WITH_MAP = (Leerroute.B, Leerroute.Z)


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
    group = Group(situation.group) if situation.group else None
    route = Route(plan.leerroute) if plan.leerroute else None
    dated = Facts(pip_dated_on=situation.first_on or on, group=group, route=route)
    kinds = _first(plan, situation) if situation.is_first_here else _after_a_switch(plan, situation)
    objection = Start(Kind.BEZWAAR, Facts(announced_on=situation.today))
    return (*(Start(kind, dated) for kind in kinds), objection)


def stopped(plan: Plan, situation: Situation) -> tuple[Kind, ...]:
    """In the onderwijsroute nobody has to do the MAP (Wet inburgering 2021, artikel 8 lid 3)."""
    switches = not situation.is_first_here and situation.current_leerroute != Leerroute.O
    return (Kind.MAP,) if switches and plan.leerroute == Leerroute.O else ()


def _first(plan: Plan, situation: Situation) -> list[Kind]:
    kinds = [Kind.TERMIJN, Kind.PVT]
    if plan.leerroute in WITH_MAP:
        kinds.append(Kind.MAP)
    kinds += [Kind.ROUTEWISSEL, Kind.VERLENGING_VANAF]
    if situation.previous is None and situation.group == Group.ASIELSTATUSHOUDER:
        kinds.append(Kind.TAALSCHAKELTRAJECT if plan.leerroute == Leerroute.O else Kind.AANBOD)
    return kinds


def _after_a_switch(plan: Plan, situation: Situation) -> list[Kind]:
    """Who leaves the onderwijsroute must do the MAP after all, within the same three years."""
    leaves = situation.current_leerroute == Leerroute.O and plan.leerroute in WITH_MAP
    return [Kind.MAP] if leaves else []
