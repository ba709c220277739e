"""Worth a second look, but no obstacle."""

from pip_plans.enums import Alphabetisation, TranslationState
from pip_plans.rules.levels import level_gap
from pip_plans.rules.obstacle import Obstacle
from pip_plans.rules.plan import Plan, Situation
from pip_plans.rules.translations import texts_to_translate


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
    elif (
        plan.goals and plan.agreements and not any(one.goal_id == plan.goals[0].id for one in plan.agreements)
    ):
        found.append(
            Obstacle("afspraken", "PIP zonder doelkoppeling: bij het eerste doel hoort nog geen afspraak.")
        )
    if situation.reads_and_writes is False and plan.alphabetisation == Alphabetisation.NVT:
        found.append(Obstacle("alphabetisation", "Volgens het dossier kan iemand nog niet lezen en schrijven. "
                                                 "Toch staat er geen alfabetisering in het plan."))  # fmt: skip
    if plan.motivation_own_language.strip() and plan.translation_state != TranslationState.GECONTROLEERD:
        found.append(
            Obstacle("translation_state", "De uitleg in de eigen taal is nog niet nagekeken door een mens.")
        )
    found += [*_untranslated(plan), *_later(plan), *_at_home(plan, situation)]
    return found


def _untranslated(plan: Plan) -> list[Obstacle]:
    """Whoever reads no Dutch misses what exists in Dutch only (PP-36)."""
    texts = texts_to_translate(plan)
    stale = sum(one.is_stale for one in texts)
    missing = sum(not one.is_translated for one in texts)
    if not missing:
        return []
    told = f"{len(texts) - missing} van {len(texts)} teksten vertaald in de eigen taal."
    if stale:
        told += f" Bij {stale} past de vertaling niet meer bij het Nederlands."
    return [Obstacle("vertalingen", told)]


def _later(plan: Plan) -> list[Obstacle]:
    found = []
    if not plan.has_perspective:
        found.append(Obstacle("target_occupation", "Het plan is onvolledig: er staat nog niet in welk werk of welke opleiding "
                                                   "erna komt, welke stap, wie helpt en wanneer."))  # fmt: skip
    if not plan.wished_level:
        found.append(Obstacle("wished_level", "Vraag welk niveau Nederlands de nieuwkomer wil halen."))
    gap = level_gap(leerroute=plan.leerroute, niveau=plan.niveau, wished=plan.wished_level, needed=plan.needed_level,
                    decision=plan.further_learning)  # fmt: skip
    if gap:
        found.append(Obstacle("further_learning", gap.sentence))
    return found


def _at_home(plan: Plan, situation: Situation) -> list[Obstacle]:
    if situation.has_children and not plan.childcare.strip():
        return [Obstacle("childcare", "Er zijn kinderen. Wie past op tijdens de les?")]
    return []
