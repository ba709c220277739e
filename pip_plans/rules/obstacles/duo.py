"""The checks with which DUO accepts or refuses a PIP, in words of our own."""

from collections.abc import Iterator
from datetime import date

from cases.enums import Group
from deadlines.rules.catalogue import LAW_STARTED_ON
from inburgering.kit.dutch import format_date
from pip_plans.enums import Leerroute, Niveau
from pip_plans.rules.norms import NormKind, norm
from pip_plans.rules.obstacle import Obstacle
from pip_plans.rules.plan import Plan, Situation


def duo_obstacles(plan: Plan, situation: Situation, on: date) -> list[Obstacle]:
    return [*_duo_dates(situation, on), *_duo_level(plan, situation), *_duo_intensity(plan, situation, on)]


def _duo_dates(situation: Situation, on: date) -> Iterator[Obstacle]:
    day = format_date(on, weekday=False)
    if on < LAW_STARTED_ON:
        yield Obstacle("on", f"De dagtekening kan niet vóór {format_date(LAW_STARTED_ON, weekday=False)} liggen: "
                             "toen gold de Wet inburgering 2021 nog niet.")  # fmt: skip
    if on > situation.today:
        yield Obstacle("on", f"De dagtekening kan niet in de toekomst liggen. {day} is nog niet geweest.")
    if situation.duty_from is None:
        yield Obstacle(
            "dossier", "De dag waarop de inburgeringsplicht begon is niet bekend. Die komt van DUO."
        )
    elif on < situation.duty_from:
        began = format_date(situation.duty_from, weekday=False)
        yield Obstacle(
            "on", f"De dagtekening kan niet vóór het begin van de inburgeringsplicht liggen: {began}."
        )
    if situation.lives_at_coa:
        yield Obstacle(
            "dossier",
            "Volgens het dossier woont iemand nog in een opvang van het COA. Een PIP kan pas na de vestiging in de gemeente. "
            "Woont iemand al hier? Pas dan de woonsituatie en de dag van inschrijving in het dossier aan.",
        )
    if situation.settled_on and on < situation.settled_on:
        settled = format_date(situation.settled_on, weekday=False)
        yield Obstacle(
            "on", f"De dagtekening kan niet vóór de inschrijving in de gemeente liggen: {settled}."
        )
    if situation.latest_on and on < situation.latest_on:
        latest = format_date(situation.latest_on, weekday=False)
        yield Obstacle("on", f"De dagtekening kan niet vóór die van het PIP liggen dat nu geldt: {latest}.")


def _duo_level(plan: Plan, situation: Situation) -> Iterator[Obstacle]:
    if plan.niveau == Niveau.A2 and plan.leerroute == Leerroute.O:
        yield Obstacle("niveau", "Niveau A2 kan niet bij de onderwijsroute.")
    if plan.niveau == Niveau.B1 and plan.leerroute == Leerroute.Z:
        yield Obstacle("niveau", "Niveau B1 kan niet bij de Z-route.")
    if plan.niveau == Niveau.A2 and plan.leerroute == Leerroute.B and situation.is_first_ever:
        yield Obstacle("niveau", "In het allereerste PIP kan de B1-route niet met niveau A2. Afschalen kan later, na genoeg "
                                 "lesuren (Besluit inburgering 2021, artikel 5.5).")  # fmt: skip


def _duo_intensity(plan: Plan, situation: Situation, on: date) -> Iterator[Obstacle]:
    if plan.intensity_hours is None:
        return
    if plan.leerroute in (Leerroute.O, Leerroute.Z):
        yield Obstacle(
            "intensity_hours", "De intensiteit in uren hoort alleen bij de B1-route. Maak dit vak leeg."
        )
    elif situation.group == Group.GEZINSMIGRANT:
        yield Obstacle(
            "intensity_hours", "De intensiteit in uren is alleen voor asielstatushouders. Maak dit vak leeg."
        )
    lowest, highest = norm(NormKind.INTENSITY_LOWEST, on), norm(NormKind.INTENSITY_HIGHEST, on)
    if not lowest.figure <= plan.intensity_hours <= highest.figure:
        yield Obstacle(
            "intensity_hours", f"De intensiteit is een getal van {lowest.figure} tot en met {highest}."
        )
