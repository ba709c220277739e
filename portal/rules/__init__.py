"""What a newcomer's page says, from the facts of the case: the next step, the way and the parts of the route."""

from portal.rules.journey import Agreement, Journey
from portal.rules.next_step import READING_DAYS, NextStep, decision_is_new, next_step
from portal.rules.parts import Intensity, Part, counted, parts
from portal.rules.requests import progress
from portal.rules.route_map import Stop, route_map
from portal.rules.talks import tolk

__all__ = [
    "READING_DAYS",
    "Agreement",
    "Intensity",
    "Journey",
    "NextStep",
    "Part",
    "Stop",
    "counted",
    "decision_is_new",
    "next_step",
    "parts",
    "progress",
    "route_map",
    "tolk",
]
