"""Taking part beside the language, the benefit with its duties, and the fixed costs of the first months."""

from collections.abc import Iterator
from datetime import date

from cases.enums import Group
from deadlines.enums import Kind
from deadlines.rules import Facts, due_date
from inburgering.kit.calendar import Calendar
from inburgering.kit.dutch import format_date
from inburgering.kit.typed import says_something
from pip_plans.enums import Benefit, Participation, Relief, ReliefCost
from pip_plans.rules.obstacle import Obstacle
from pip_plans.rules.plan import Plan, Situation


def support_obstacles(plan: Plan, situation: Situation, on: date) -> Iterator[Obstacle]:
    """Wet inburgering 2021, artikel 15; Participatiewet, artikel 56a."""
    yield from _participation(plan)
    yield from _benefit(plan, situation)
    yield from _relief(plan, situation, on)


def _participation(plan: Plan) -> Iterator[Obstacle]:
    """Language and taking part go together, or the plan says why not."""
    if not plan.participation:
        yield Obstacle("participation", "Kies of meedoen en taal leren tegelijk gaan.")
    if plan.participation == Participation.TEGELIJK and not plan.participation_activity.strip():
        yield Obstacle("participation_activity", "Schrijf op wat iemand doet om mee te doen.")
    if plan.participation == Participation.NIET_TEGELIJK and not says_something(plan.participation_reason):
        yield Obstacle("participation_reason", "Leg uit waarom meedoen en taal leren niet tegelijk gaan.")


def _benefit(plan: Plan, situation: Situation) -> Iterator[Obstacle]:
    """Decisions by the Participatiewet stand in the PIP only for who has bijstand (Wet inburgering 2021, artikel 15)."""
    if not plan.benefit:
        yield Obstacle("benefit", "Kies of iemand een bijstandsuitkering heeft.")
    if plan.benefit == Benefit.JA:
        if plan.benefit_from is None:
            yield Obstacle("benefit_from", "Vul in vanaf welke dag er recht op bijstand is.")
        if not plan.benefit_duties.strip():
            yield Obstacle(
                "benefit_duties", "Schrijf op welke plichten uit de Participatiewet bij de uitkering horen."
            )
    elif plan.benefit == Benefit.NEE and plan.benefit_duties.strip():
        yield Obstacle(
            "benefit_duties",
            "Plichten uit de Participatiewet horen alleen bij een bijstandsuitkering. Maak dit vak leeg.",
        )


def relief_ends_on(benefit_from: date) -> date:
    """The last day of the six months that the gemeente pays the fixed costs (Participatiewet, artikel 56a)."""
    facts = Facts(bijstand_on=benefit_from, group=Group.ASIELSTATUSHOUDER)
    return due_date(Kind.ONTZORGEN, facts, Calendar()).due_on or benefit_from


def _relief(plan: Plan, situation: Situation, on: date) -> Iterator[Obstacle]:
    """Participatiewet, artikel 56a: for an asielstatushouder with bijstand, five costs, six months from the right to it."""
    has_right = situation.group == Group.ASIELSTATUSHOUDER and plan.benefit == Benefit.JA
    if plan.relief and not has_right:
        yield Obstacle(
            "relief",
            "Ontzorgen is alleen voor een asielstatushouder met bijstand (Participatiewet, artikel 56a). Maak deze keuze leeg.",
        )
        return
    if not has_right or plan.benefit_from is None:
        return
    last = relief_ends_on(plan.benefit_from)
    if not plan.relief:
        if on <= last:
            yield Obstacle(
                "relief",
                "Kies wie de vaste kosten betaalt. Voor een asielstatushouder met bijstand doet de gemeente dat zes maanden "
                "(Participatiewet, artikel 56a).",
            )
        return
    yield from _relief_costs(plan)
    yield from _relief_days(plan, last)


def _relief_costs(plan: Plan) -> Iterator[Obstacle]:
    if plan.relief == Relief.VOLLEDIG and set(plan.relief_costs) != set(ReliefCost.values):
        yield Obstacle(
            "relief_costs",
            "De gemeente betaalt alles: kruis alle kosten aan. Betaalt de nieuwkomer iets zelf? Kies dan ‘een deel’.",
        )
    if plan.relief == Relief.DEELS and not plan.relief_costs:
        yield Obstacle("relief_costs", "Kruis aan welke kosten de gemeente betaalt.")
    if plan.relief in (Relief.VOLGEN, Relief.NIET) and plan.relief_costs:
        yield Obstacle(
            "relief_costs", "De nieuwkomer betaalt zelf. Haal de kruisjes weg, of kies wie wat betaalt."
        )
    if plan.relief != Relief.VOLLEDIG and not says_something(plan.relief_reason):
        yield Obstacle("relief_reason", "Leg uit waarom de gemeente niet alle vaste kosten betaalt.")


def _relief_days(plan: Plan, last: date) -> Iterator[Obstacle]:
    if plan.relief == Relief.NIET:
        return
    if plan.relief_from is None:
        yield Obstacle("relief_from", "Vul in vanaf welke dag het ontzorgen is.")
    if plan.relief_until is None:
        yield Obstacle("relief_until", "Vul in tot en met welke dag het ontzorgen is.")
    elif plan.relief_from and plan.relief_until < plan.relief_from:
        yield Obstacle("relief_until", "Het ontzorgen eindigt vóór het begint. Kijk de dagen na.")
    elif plan.relief_until != last and not says_something(plan.relief_reason):
        day = format_date(last, weekday=False)
        yield Obstacle(
            "relief_until",
            f"Zes maanden vanaf het recht op bijstand is tot en met {day}. Leg uit waarom het korter of langer duurt.",
        )
