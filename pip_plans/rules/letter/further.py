"""Taking part, money, going on learning, and what comes after, as the newcomer reads it in the letter."""

from collections.abc import Iterator

from pip_plans.enums import (
    Benefit,
    FurtherLearning,
    LevelSource,
    Participation,
    Relief,
    ReliefCost,
    StudyWithBenefit,
)
from pip_plans.rules.letter.blocks import Block, bullets, heading, in_words, pairs, text
from pip_plans.rules.plan import Plan


def taking_part(plan: Plan) -> list[Block]:
    if not plan.participation:
        return []
    if plan.participation == Participation.NIET_TEGELIJK:
        told = f"U leert eerst de taal. Meedoen komt later. De reden is: {plan.participation_reason}"
        return [heading("Meedoen"), text(told)]
    hours = f" Dat is {plan.participation_hours} uur in een week." if plan.participation_hours else ""
    dutch = " U spreekt daar Nederlands." if plan.participation_in_dutch else ""
    activity = plan.participation_activity.strip()
    return [
        heading("Meedoen"),
        text(f"U doet mee terwijl u de taal leert: {activity}{_stop(activity)}{hours}{dutch}"),
    ]


def money(plan: Plan) -> list[Block]:
    """What the Participatiewet asks and pays; nothing for who has no bijstand."""
    if plan.benefit != Benefit.JA:
        return []
    blocks = [heading("Uw uitkering")]
    if plan.benefit_duties.strip():
        blocks += [
            text("U krijgt bijstand. Daarbij horen deze plichten (Participatiewet):"),
            text(plan.benefit_duties),
        ]
    return [*blocks, *_relief(plan)]


RELIEF = {
    Relief.VOLLEDIG: "De gemeente betaalt uw vaste kosten uit uw uitkering.",
    Relief.DEELS: "De gemeente betaalt een deel van uw vaste kosten uit uw uitkering. De rest betaalt u zelf.",
    Relief.VOLGEN: "U betaalt uw vaste kosten zelf. De gemeente kijkt met u mee.",
    Relief.NIET: "U betaalt uw vaste kosten zelf.",
}


def _relief(plan: Plan) -> list[Block]:
    if not plan.relief:
        return []
    names = dict(ReliefCost.choices)
    blocks = [heading("Uw vaste kosten"), text(RELIEF[Relief(plan.relief)])]
    if plan.relief_costs:
        blocks.append(bullets([str(names.get(cost, cost)) for cost in plan.relief_costs]))
    if plan.relief_from and plan.relief_until:
        days = f"van {in_words(plan.relief_from)} tot en met {in_words(plan.relief_until)}"
        blocks.append(text(f"Dit duurt {days} (Participatiewet, artikel 56a)."))
    if plan.relief_reason.strip():
        blocks.append(text(plan.relief_reason))
    return blocks


FURTHER = {
    FurtherLearning.TOEGEZEGD: "U mag doorleren. De gemeente regelt daarna lessen voor u.",
    FurtherLearning.BELEID: "U kunt nu niet doorleren via de gemeente. Het beleid van de gemeente staat dat niet toe.",
    FurtherLearning.GEEN_AANBOD: "U kunt nu niet doorleren via de gemeente. Er is geen cursus op dat niveau.",
    FurtherLearning.GEEN_BUDGET: "U kunt nu niet doorleren via de gemeente. Er is geen geld voor.",
    FurtherLearning.NIET_BESLIST: "De gemeente heeft nog niet besloten of u mag doorleren.",
}


def going_on(plan: Plan) -> list[Block]:
    """Each "no" in words of its own: not allowed is something else than not on offer (PP-03)."""
    told = list(_levels(plan))
    if plan.further_learning:
        told.append(FURTHER[FurtherLearning(plan.further_learning)])
    if plan.further_learning == FurtherLearning.NIET_BESLIST and plan.further_learning_decide_on:
        told.append(f"U hoort dat uiterlijk op {in_words(plan.further_learning_decide_on)}.")
    if plan.further_learning_reason.strip():
        told.append(f"De uitleg is: {plan.further_learning_reason}")
    return [heading("Hoever u Nederlands leert"), *(text(line) for line in told)] if told else []


def _levels(plan: Plan) -> Iterator[str]:
    if plan.wished_level:
        yield f"U wilt niveau {plan.wished_level} halen."
    if plan.needed_level:
        source = dict(LevelSource.choices).get(plan.needed_level_source, "")
        who = " ".join(word for word in (str(source).lower(), plan.needed_level_by) if word)
        said = f" Dat zegt: {who}." if who else ""
        yield f"Voor uw beroep of opleiding is niveau {plan.needed_level} nodig.{said}"


def afterwards(plan: Plan) -> list[Block]:
    rows = [("Beroep of doel", plan.target_occupation), ("Volgende stap", plan.next_step),
            ("Wie helpt u", plan.next_step_helper),
            ("Wanneer", in_words(plan.next_step_on) if plan.next_step_on else ""),
            ("Studeren met behoud van uitkering", _study(plan)), ("Uw plan voor later", plan.perspective)]  # fmt: skip
    written = [row for row in rows if row[1].strip()]
    if not written and not plan.pathways:
        return []
    blocks = [heading("Na de inburgering")]
    if written:
        blocks.append(pairs(written))
    if plan.pathways:
        blocks += [text("Daarna kunt u kiezen uit:"), bullets(list(plan.pathways))]
    elif plan.pathway_reason.strip():
        blocks.append(text(f"Er past nu geen opleiding bij: {plan.pathway_reason}"))
    return blocks


def _study(plan: Plan) -> str:
    if plan.study_with_benefit not in (StudyWithBenefit.JA, StudyWithBenefit.NEE):
        return ""
    reason = f" {plan.study_with_benefit_reason}" if plan.study_with_benefit_reason.strip() else ""
    may = plan.study_with_benefit == StudyWithBenefit.JA
    return f"{'Ja, dat mag.' if may else 'Nee, dat mag niet.'}{reason}"


def _stop(words: str) -> str:
    return "" if words.endswith((".", "!", "?")) else "."
