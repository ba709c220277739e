"""What stands between a concept and a PIP that the gemeente may establish."""

from datetime import date

from pip_plans.rules.deciding import decision_obstacles
from pip_plans.rules.grounds import age_obstacles
from pip_plans.rules.obstacle import Obstacle
from pip_plans.rules.obstacles.case import case_obstacles
from pip_plans.rules.obstacles.contents import (
    agreement_obstacles,
    agreements_obstacles,
    goals_obstacles,
    promises_obstacles,
)
from pip_plans.rules.obstacles.duo import duo_obstacles
from pip_plans.rules.obstacles.further import further_obstacles, needs_study_money
from pip_plans.rules.obstacles.parts import parts_obstacles
from pip_plans.rules.obstacles.route import motivation_obstacles, route_obstacles
from pip_plans.rules.obstacles.signals import signals
from pip_plans.rules.obstacles.support import relief_ends_on, support_obstacles
from pip_plans.rules.plan import Plan, Situation
from pip_plans.rules.switching import level_obstacles, scaling_obstacles, switch_obstacles

__all__ = [
    "Obstacle",
    "agreement_obstacles",
    "duo_obstacles",
    "needs_study_money",
    "obstacles",
    "relief_ends_on",
    "signals",
]


def obstacles(plan: Plan, situation: Situation, on: date) -> list[Obstacle]:
    """Everything that keeps this plan from being established on this day, DUO's checks included.

    Content by Wet inburgering 2021, artikel 15 and Besluit inburgering 2021, artikelen 3.14 lid 7 and 5.3 lid 4.
    """
    return [
        *case_obstacles(situation, on),
        *goals_obstacles(plan),
        *agreements_obstacles(plan),
        *promises_obstacles(situation),
        *route_obstacles(plan, situation),
        *decision_obstacles(plan, situation),
        *age_obstacles(plan),
        *switch_obstacles(plan, situation, on),
        *scaling_obstacles(plan, situation, on),
        *level_obstacles(plan, situation),
        *motivation_obstacles(plan, situation, on),
        *parts_obstacles(plan, situation, on),
        *support_obstacles(plan, situation, on),
        *further_obstacles(plan, situation, on),
        *duo_obstacles(plan, situation, on),
    ]
