"""Another leerroute, or another level, in a later version: when that may be, and what is taken along."""

from collections.abc import Iterator
from datetime import date

from deadlines.enums import Kind
from deadlines.rules import Facts, due_date
from inburgering.kit.calendar import Calendar
from inburgering.kit.dutch import format_date
from pip_plans.enums import Leerroute, Niveau, SwitchGround
from pip_plans.rules.hours import hours_until
from pip_plans.rules.levels import route_level
from pip_plans.rules.norms import NormKind, norm
from pip_plans.rules.obstacle import Obstacle
from pip_plans.rules.plan import Plan, Situation

SHORTEST_REASON = 40
_PROGRESS = (SwitchGround.ONVOLDOENDE, SwitchGround.GROTER)


def is_switch(plan: Plan, situation: Situation) -> bool:
    """A later version of this gemeente with another leerroute. After a removal there is no switch: artikel 15 lid 4."""
    now = situation.current_leerroute
    return not situation.is_first_here and bool(now and plan.leerroute) and plan.leerroute != now


def is_scaled_down(plan: Plan, situation: Situation) -> bool:
    """From B1 to A2 within the B1-route. A first PIP ever can't be: DUO refuses it."""
    if plan.leerroute != Leerroute.B or plan.niveau != Niveau.A2 or situation.is_first_ever:
        return False
    return not (situation.current_leerroute == Leerroute.B and situation.current_niveau == Niveau.A2)


def switch_obstacles(plan: Plan, situation: Situation, on: date) -> Iterator[Obstacle]:
    """Wet inburgering 2021, artikel 17 lid 2 and Besluit inburgering 2021, artikel 5.4: on progress until anderhalf jaar
    after the termijn began, from the onderwijsroute to the B1-route during all of it; later only in a special situation.
    """
    if not is_switch(plan, situation):
        return
    if plan.switch_ground not in SwitchGround.values:
        yield Obstacle("switch_ground", "De leerroute verandert. Kies waarom dat mag.")
    elif (last := last_day_to_switch(situation)) and on > last and not _may_be_later(plan, situation):
        day = format_date(last, weekday=False)
        yield Obstacle("switch_ground", f"Wisselen van leerroute om de voortgang kon tot en met {day}. Daarna kan het alleen "
                                        "in een bijzondere situatie (Besluit inburgering 2021, artikel 5.4 lid 3).")  # fmt: skip
    if len(plan.switch_reason.strip()) < SHORTEST_REASON:
        yield Obstacle(
            "switch_reason",
            "De leerroute verandert. Leg in gewone woorden uit waarom. Schrijf ten minste één hele zin.",
        )


def last_day_to_switch(situation: Situation) -> date | None:
    """By the dagtekening of the first PIP, whatever somebody did with the reminder of this day (R-43)."""
    return due_date(Kind.ROUTEWISSEL, Facts(pip_dated_on=situation.first_on), Calendar()).due_on


def _may_be_later(plan: Plan, situation: Situation) -> bool:
    to_b1 = (situation.current_leerroute, plan.leerroute) == (Leerroute.O, Leerroute.B)
    on_progress = plan.switch_ground in _PROGRESS
    return (to_b1 and on_progress) or plan.switch_ground == SwitchGround.BIJZONDER


def scaling_obstacles(plan: Plan, situation: Situation, on: date) -> Iterator[Obstacle]:
    """Wet inburgering 2021, artikel 17 lid 3 and 4; Besluit inburgering 2021, artikel 5.5: enough course hours, enough effort."""
    if not is_scaled_down(plan, situation):
        return
    needed = norm(NormKind.SCALING_DOWN_HOURS, on)
    followed = hours_until(situation.lessons, on)
    if followed < needed.figure:
        yield Obstacle("lesuren", f"Afschalen naar A2 kan na {needed} les ({needed.source}). In het dossier staan er "
                                  f"{followed}. Voeg het bewijs van de lesuren toe.")  # fmt: skip
    if len(plan.effort.strip()) < SHORTEST_REASON:
        yield Obstacle(
            "effort", "Schrijf op waaruit blijkt dat iemand zich genoeg heeft ingezet, en dat B1 niet lukt."
        )


def level_obstacles(plan: Plan, situation: Situation) -> Iterator[Obstacle]:
    """Another leerroute or level than in the version that holds asks for its own explanation: the old one is about the old."""
    motivation = plan.motivation.strip()
    if not plan.leerroute or not motivation or motivation != situation.current_motivation.strip():
        return
    now = route_level(situation.current_leerroute, situation.current_niveau)
    then = route_level(plan.leerroute, plan.niveau)
    if is_switch(plan, situation):
        yield Obstacle("motivation", f"De leerroute wordt de {Leerroute(plan.leerroute).label}, maar de uitleg is nog die van "
                                     "het vorige PIP. Schrijf opnieuw op waarom deze past, en laat het vertalen.")  # fmt: skip
    elif then != now:
        yield Obstacle("motivation", f"Het niveau gaat van {now} naar {then}, maar de uitleg is nog die van het vorige "
                                     "PIP. Schrijf opnieuw op waarom dit past, en laat het vertalen.")  # fmt: skip


def carried_over(before: Leerroute | str, after: Leerroute | str) -> tuple[str, ...]:
    """What isn't lost on a switch (Besluit inburgering 2021, artikel 5.4 lid 4)."""
    exam_routes = {Leerroute.B, Leerroute.O}
    if before == after or not before or not after:
        return ()
    kept = []
    if {before, after} == exam_routes:
        kept.append("Gehaalde examenonderdelen en gebruikte pogingen tellen mee in de nieuwe route.")
    if before in exam_routes and after == Leerroute.Z:
        hours = norm(NormKind.CLASS_HOURS_Z, date.max).figure
        kept.append(f"De lesuren uit de vorige route gaan af van de {hours} uur van de Z-route.")
    if after == Leerroute.B:
        kept.append("De lesuren uit de vorige route tellen mee voor de uren van de B1-route.")
    return tuple(kept)
