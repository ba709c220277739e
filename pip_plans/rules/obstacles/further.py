"""What comes above and after the route: going on learning, pathways, and who pays for a study."""

from collections.abc import Iterator
from datetime import date

from inburgering.kit.dutch import format_date
from inburgering.kit.typed import says_something
from pip_plans.enums import REFUSALS, FurtherLearning, Leerroute, StudyWithBenefit
from pip_plans.rules.levels import highest, level_gap, rank
from pip_plans.rules.norms import NormKind, norm
from pip_plans.rules.obstacle import Obstacle
from pip_plans.rules.plan import Plan, Situation


def further_obstacles(plan: Plan, situation: Situation, on: date) -> Iterator[Obstacle]:
    """PP-03, PP-44, PP-46 and PP-61."""
    yield from _level(plan, situation)
    yield from _further_learning(plan, situation)
    yield from _pathways(plan)
    yield from _study_money(plan, situation, on)


def _level(plan: Plan, situation: Situation) -> Iterator[Obstacle]:
    """A level that an employer or werkcoach named later comes into the next version, with who said it (PP-61, PP-107)."""
    if rank(situation.needed_level) > rank(plan.needed_level):
        yield Obstacle(
            "needed_level",
            f"In het dossier staat dat voor het beroep niveau {situation.needed_level} nodig is. Neem dat over in het plan.",
        )
    if plan.needed_level and not plan.needed_level_source:
        yield Obstacle("needed_level_source", "Kies wie zei welk taalniveau voor het beroep nodig is.")


def _further_learning(plan: Plan, situation: Situation) -> Iterator[Obstacle]:
    """A goal above the plan asks for a line about going on, each refusal with its own word (PP-03)."""
    gap = level_gap(
        leerroute=plan.leerroute,
        niveau=plan.niveau,
        wished=plan.wished_level,
        needed=highest(plan.needed_level, situation.needed_level),
    )
    if gap and not plan.further_learning:
        yield Obstacle(
            "further_learning",
            f"Het doel is niveau {gap.goal}, maar het plan gaat tot {gap.required}. Leg vast wat de gemeente besluit over "
            "doorleren.",
        )
    if plan.further_learning in REFUSALS and not says_something(plan.further_learning_reason):
        yield Obstacle(
            "further_learning_reason",
            "Leg uit waarom doorleren niet kan. De nieuwkomer leest dit in de brief.",
        )
    if plan.further_learning != FurtherLearning.NIET_BESLIST:
        return
    if plan.further_learning_decide_on is None:
        yield Obstacle(
            "further_learning_decide_on", "Kies de dag waarop de gemeente uiterlijk besluit over doorleren."
        )
    elif plan.further_learning_decide_on <= situation.today:
        day = format_date(plan.further_learning_decide_on, weekday=False)
        yield Obstacle(
            "further_learning_decide_on",
            f"De dag van het besluit over doorleren is voorbij: {day}. Besluit nu, of kies een latere dag.",
        )


def _pathways(plan: Plan) -> Iterator[Obstacle]:
    """Who wants a diploma and learns in the B1-route sees how that goes on (PP-44)."""
    says_how = plan.pathways or says_something(plan.pathway_reason)
    if plan.leerroute == Leerroute.B and plan.wants_education and not says_how:
        yield Obstacle(
            "pathways",
            "De nieuwkomer wil een opleiding. Kies ten minste één weg na de route, of schrijf op waarom dat niet kan.",
        )


def needs_study_money(plan: Plan, situation: Situation, on: date) -> bool:
    """Too old for a student grant. That asks for a line about money, and never keeps anybody from a route (PP-46)."""
    limit = norm(NormKind.STUDY_GRANT_AGE, on)
    return plan.wants_education and situation.age is not None and situation.age >= limit.figure


def _study_money(plan: Plan, situation: Situation, on: date) -> Iterator[Obstacle]:
    limit = norm(NormKind.STUDY_GRANT_AGE, on)
    if needs_study_money(plan, situation, on) and not plan.study_with_benefit:
        yield Obstacle(
            "study_with_benefit",
            f"Vanaf {limit} is er geen studiefinanciering ({limit.source}). Leg vast of studeren met behoud van uitkering kan.",
        )
    if plan.study_with_benefit == StudyWithBenefit.NEE and not says_something(plan.study_with_benefit_reason):
        yield Obstacle(
            "study_with_benefit_reason", "Leg uit waarom studeren met behoud van uitkering niet kan."
        )
