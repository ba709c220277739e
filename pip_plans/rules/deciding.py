"""The decision about the leerroute, beside the advice: what must be written down."""

from collections.abc import Iterator
from typing import NamedTuple

from inburgering.kit.typed import says_something
from pip_plans.enums import Leerroute
from pip_plans.rules.advice import deviates, in_words
from pip_plans.rules.obstacle import Obstacle
from pip_plans.rules.plan import Plan, Situation

WHY_NOT = {Leerroute.B: "why_not_b", Leerroute.O: "why_not_o", Leerroute.Z: "why_not_z"}
"""The field that says why a route was not chosen."""


class Alternative(NamedTuple):
    route: Leerroute
    why_not: str


def alternatives(plan: Plan) -> tuple[Alternative, ...]:
    """Each route that was not chosen, with the reason."""
    if not plan.leerroute:
        return ()
    others = [route for route in Leerroute if route != plan.leerroute]
    return tuple(Alternative(route, getattr(plan, WHY_NOT[route]).strip()) for route in others)


def is_decided_here(plan: Plan, situation: Situation) -> bool:
    """False for a route that was decided before: a change of something else, or a removal (artikel 15 lid 4)."""
    return bool(plan.leerroute) and plan.leerroute != situation.current_leerroute


def decision_obstacles(plan: Plan, situation: Situation) -> Iterator[Obstacle]:
    """Nobody is in a route without knowing why this one and why not another (PP-36); an advice is not lightly put aside."""
    if not is_decided_here(plan, situation):
        return
    for route, why_not in alternatives(plan):
        if not says_something(why_not):
            yield Obstacle(WHY_NOT[route], f"Schrijf op waarom het niet de {_lower(route)} is.")
    if plan.advice is None:
        yield Obstacle(
            "advies", "Bekijk het advies over de leerroute en bewaar het bij het plan. U beslist zelf."
        )
    elif deviates(plan.leerroute, plan.advice) and not says_something(plan.advice_difference_reason):
        yield Obstacle("advice_difference_reason",
                       f"De leerroute is anders dan het advies ({in_words(plan.advice)}). Leg uit waarom.")  # fmt: skip


def _lower(route: Leerroute) -> str:
    label = str(route.label)
    return label if route != Leerroute.O else label.lower()
