"""Goals in own words, and agreements that somebody can be held to."""

from collections.abc import Iterator

from deadlines.rules.catalogue import LAW_STARTED_ON
from inburgering.kit.dutch import format_date
from intake.enums import Indicator
from pip_plans.enums import Owner
from pip_plans.rules.obstacle import Obstacle
from pip_plans.rules.plan import Plan, PlanAgreement, Situation


def goals_obstacles(plan: Plan) -> Iterator[Obstacle]:
    if not plan.goals:
        yield Obstacle(
            "doelen", "Er staat nog geen doel in het plan. Schrijf ten minste één doel op, in eigen woorden."
        )
    linked = {agreement.goal_id for agreement in plan.agreements}
    for number, goal in enumerate(plan.goals, start=1):
        if not goal.own_text.strip():
            yield Obstacle(f"doel-{goal.id}", f"Doel {number} heeft nog geen tekst in eigen woorden.")
        elif not goal.in_dutch.strip():
            yield Obstacle(f"doel-{goal.id}", f"Doel {number} heeft nog geen vertaling in het Nederlands.")
        elif goal.indicator == Indicator.SOCIALE_BRUGGEN and goal.id not in linked:
            yield Obstacle(
                f"doel-{goal.id}",
                f"Doel {number} gaat over contact met anderen. Zet er een afspraak bij over een activiteit.",
            )


def promises_obstacles(situation: Situation) -> Iterator[Obstacle]:
    """What was promised in a talk stands in the plan, or somebody said where else or why not (PP-02)."""
    for promise in situation.open_promises:
        yield Obstacle("toezeggingen", f"Deze toezegging is nog niet afgehandeld: {promise}")
    for promise in situation.promises_without_agreement:
        yield Obstacle("afspraken", f"Deze toezegging komt in het PIP, maar is nog geen afspraak: {promise}")


def agreements_obstacles(plan: Plan) -> Iterator[Obstacle]:
    if not plan.agreements:
        yield Obstacle(
            "afspraken", "Er staat nog geen afspraak in het plan. Schrijf op wie wat doet, en wanneer."
        )
    for number, agreement in enumerate(plan.agreements, start=1):
        for sentence in agreement_obstacles(agreement):
            yield Obstacle(f"afspraak-{agreement.id}", f"Afspraak {number}: {sentence}")


def agreement_obstacles(agreement: PlanAgreement) -> Iterator[str]:
    """What an agreement misses: nobody can hold anybody to a sentence without a name and a day."""
    if not agreement.text.strip():
        yield "schrijf op wat er is afgesproken."
    if agreement.owner not in Owner.values:
        yield "kies wie dit doet."
    if agreement.owner == Owner.ANDERS and not agreement.owner_name.strip():
        yield "schrijf de naam op van wie dit doet."
    if agreement.due_on is None:
        yield "kies wanneer dit klaar is."
    elif agreement.due_on < LAW_STARTED_ON:
        yield f"kijk het jaar na: klaar vóór {format_date(LAW_STARTED_ON, weekday=False)} kan niet."
