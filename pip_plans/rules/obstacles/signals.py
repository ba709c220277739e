"""Worth a second look, but no obstacle."""

from pip_plans.enums import Alphabetisation, TranslationState
from pip_plans.rules.obstacle import Obstacle
from pip_plans.rules.plan import Plan, Situation


def signals(plan: Plan, situation: Situation) -> list[Obstacle]:
    """What the klantmanager may do, but should know that it often goes wrong."""
    found = []
    if plan.goals and plan.agreements and not any(agreement.goal_id for agreement in plan.agreements):
        found.append(
            Obstacle(
                "afspraken",
                "Geen enkele afspraak hoort bij een doel. Werkt dit plan toe naar wat iemand wil?",
            )
        )
    if situation.reads_and_writes is False and plan.alphabetisation == Alphabetisation.NVT:
        found.append(Obstacle("alphabetisation", "Volgens het dossier kan iemand nog niet lezen en schrijven. "
                                                 "Toch staat er geen alfabetisering in het plan."))  # fmt: skip
    if plan.motivation_own_language.strip() and plan.translation_state != TranslationState.GECONTROLEERD:
        found.append(
            Obstacle("translation_state", "De uitleg in de eigen taal is nog niet nagekeken door een mens.")
        )
    if not plan.perspective.strip():
        found.append(Obstacle("perspective", "Er staat nog niet in wat er na de inburgering komt."))
    return found
