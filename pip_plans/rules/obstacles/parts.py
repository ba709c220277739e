"""The parts of the route: hours, talks, support, children."""

from collections.abc import Iterator
from datetime import date

from cases.enums import Group
from pip_plans.enums import Leerroute
from pip_plans.rules.norms import NormKind, norm
from pip_plans.rules.obstacle import Obstacle
from pip_plans.rules.plan import Plan, Situation


def parts_obstacles(plan: Plan, situation: Situation, on: date) -> Iterator[Obstacle]:
    yield from _pvt_and_map(plan, on)
    if not plan.alphabetisation:
        yield Obstacle(
            "alphabetisation", "Kies of iemand leert lezen en schrijven in het Nederlandse alfabet."
        )
    if not plan.talks_per_year:
        yield Obstacle(
            "talks_per_year", "Vul in hoeveel voortgangsgesprekken er in een jaar zijn. Ten minste één."
        )
    if not plan.support.strip():
        yield Obstacle("support", "Schrijf op welke hulp en begeleiding de gemeente geeft.")
    if situation.has_children and not plan.vve.strip():
        yield Obstacle("vve", "Er zijn kinderen. Schrijf op wat is afgesproken over voorschoolse educatie, "
                              "ook als het niet nodig is.")  # fmt: skip
    if plan.leerroute != Leerroute.Z and (plan.a2_allowed or plan.knm_allowed):
        yield Obstacle("a2_allowed", "Toestemming voor examens op A2 of KNM hoort alleen bij de Z-route.")
    if (
        plan.leerroute == Leerroute.B
        and situation.group == Group.ASIELSTATUSHOUDER
        and not plan.intensity_hours
    ):
        yield Obstacle("intensity_hours", "Schat hoeveel uur de B1-route duurt, met taal en KNM samen.")


def _pvt_and_map(plan: Plan, on: date) -> Iterator[Obstacle]:
    pvt, practice = norm(NormKind.PVT_HOURS, on), norm(NormKind.MAP_PRACTICE_HOURS, on)
    if plan.pvt_hours is None or plan.pvt_hours < pvt.figure:
        yield Obstacle(
            "pvt_hours", f"Het participatieverklaringstraject (PVT) duurt ten minste {pvt} ({pvt.source})."
        )
    if plan.leerroute == Leerroute.O:
        if plan.map_hours:
            yield Obstacle("map_hours", "In de onderwijsroute is geen MAP. Maak dit vak leeg (Besluit inburgering 2021, "
                                        "artikel 3.2).")  # fmt: skip
    elif plan.leerroute and (plan.map_hours is None or plan.map_hours < practice.figure):
        yield Obstacle("map_hours", f"De MAP heeft ten minste {practice} praktijk ({practice.source}).")
