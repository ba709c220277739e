"""Worth a second look, but no obstacle."""

from deadlines.enums import Kind
from deadlines.rules import Facts, due_date
from inburgering.kit.calendar import Calendar
from inburgering.kit.dutch import format_date
from pip_plans.enums import Alphabetisation, FurtherLearning, TranslationState
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
    if stale := sum(bool(one.translation) and not one.is_translated for one in plan.agreements):
        found.append(Obstacle("afspraken", f"Vertalingen van afspraken die niet meer passen bij het Nederlands: {stale}. "
                                           "De nieuwkomer leest ze niet. Pas ze aan."))  # fmt: skip
    found += [*_untranslated(plan), *_days(plan, situation), *_later(plan), *_at_home(plan, situation)]
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


def _days(plan: Plan, situation: Situation) -> list[Obstacle]:
    """What was over before it was agreed, and what comes after the three years (R-20; DUO may lengthen them)."""
    ends_on = due_date(
        Kind.TERMIJN, Facts(pip_dated_on=situation.first_on or situation.today), Calendar()
    ).due_on
    if ends_on is None:
        return []
    found, end = [], format_date(ends_on, weekday=False)
    for number, one in enumerate(plan.agreements, start=1):
        if one.due_on and one.due_on < situation.today:
            found.append(
                Obstacle(
                    f"afspraak-{one.id}", f"Afspraak {number}: de dag waarop dit klaar is, is al voorbij."
                )
            )
        elif one.due_on and one.due_on > ends_on:
            found.append(
                Obstacle(
                    f"afspraak-{one.id}",
                    f"Afspraak {number} is pas klaar na de drie jaar, die tot en met {end} duren.",
                )
            )
    decides_on = plan.further_learning_decide_on
    if plan.further_learning == FurtherLearning.NIET_BESLIST and decides_on and decides_on > ends_on:
        found.append(Obstacle("further_learning_decide_on", f"De drie jaar duren tot en met {end}. Het besluit over doorleren "
                                                            "komt pas daarna. Kies een eerdere dag."))  # fmt: skip
    return found


def _later(plan: Plan) -> list[Obstacle]:
    found = []
    if not plan.has_perspective:
        found.append(Obstacle("target_occupation", "Er staat nog niet in het plan welk werk of welke opleiding "
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
