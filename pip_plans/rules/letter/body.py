"""The plan itself, as the newcomer reads it in the letter."""

from collections.abc import Iterator
from datetime import date

from cases.enums import Group
from pip_plans.enums import Alphabetisation, Factor, Leerroute, Niveau, TranslationState, Wish
from pip_plans.rules.changes import owner_in_words
from pip_plans.rules.letter.blocks import Block, bullets, heading, in_words, pairs, quote, table, text
from pip_plans.rules.letter.deciding import weighed
from pip_plans.rules.letter.frame import Letter
from pip_plans.rules.norms import NormKind, norm
from pip_plans.rules.plan import DUTCH, Plan, PlanGoal, Situation


def goals(plan: Plan, letter: Letter) -> list[Block]:
    blocks = [heading("Uw doelen"), text("Dit wilt u bereiken. Het zijn uw eigen woorden.")]
    for number, goal in enumerate(plan.goals, start=1):
        blocks += _goal(number, goal, letter)
    return blocks


def _goal(number: int, goal: PlanGoal, letter: Letter) -> list[Block]:
    if goal.own_language == DUTCH:
        return [quote(goal.own_text, DUTCH, f"Doel {number}")]
    language = letter.language_names.get(goal.own_language, goal.own_language)
    return [
        quote(goal.own_text, goal.own_language, f"Doel {number}, in het {language}"),
        text(f"In het Nederlands: {goal.translation_nl}"),
    ]


ROUTES = {
    Leerroute.B: "U volgt de B1-route. U leert Nederlands en u doet mee in Nederland, met werk of vrijwilligerswerk. "
                 "U doet daarna examen.",
    Leerroute.O: "U volgt de onderwijsroute. U leert Nederlands op een school en u bereidt zich voor op een opleiding. "
                 "U doet daarna examen.",
    Leerroute.Z: "U volgt de Z-route. U leert Nederlands in een tempo dat bij u past. U leert ook hoe u zich redt in Nederland "
                 "en u doet mee. U hoeft geen examen te doen.",
}  # fmt: skip


def route(plan: Plan, situation: Situation, letter: Letter) -> list[Block]:
    if not plan.leerroute:
        return [heading("Uw leerroute"), text("Hier komt de leerroute.")]
    blocks = [heading("Uw leerroute"), text(ROUTES[Leerroute(plan.leerroute)])]
    if situation.is_first_here and situation.previous:
        blocks.append(text(f"Dit is dezelfde leerroute als in uw plan van {situation.previous.gemeente}."))
    if plan.wished_leerroute == Wish.WEET_NIET:
        blocks.append(text("U wist nog niet welke leerroute u wilde."))
    elif plan.differs_from_wish:
        wished = Leerroute(plan.wished_leerroute).label
        blocks.append(
            text(
                f"U wilde zelf de {wished}. Wij kiezen een andere route. De reden is: {plan.wish_difference_reason}"
            )
        )
    elif plan.wished_leerroute:
        blocks.append(text("Dit is de route die u zelf wilde."))
    return [*blocks, *_why(plan, letter)]


def _why(plan: Plan, letter: Letter) -> list[Block]:
    names = dict(Factor.choices)
    blocks = [heading("Waarom deze leerroute?"), text("Wij keken hiernaar:"),
              bullets([str(names.get(factor, factor)) for factor in plan.factors]), text(plan.motivation)]  # fmt: skip
    blocks += weighed(plan)
    if Factor.TOETS in plan.factors:
        blocks.append(text("De leerbaarheidstoets is een advies. De toets beslist niet over uw leerroute."))
    if plan.own_language not in ("", DUTCH) and plan.motivation_is_translated:
        language = letter.language_names.get(plan.own_language, plan.own_language)
        by_hand = plan.translation_state == TranslationState.GECONTROLEERD
        checked = "" if by_hand else " (automatisch vertaald, er kunnen fouten in staan)"
        blocks.append(
            quote(
                plan.motivation_own_language, plan.own_language, f"Dezelfde uitleg in het {language}{checked}"
            )
        )
    return blocks


def parts(plan: Plan, situation: Situation, letter: Letter) -> list[Block]:
    texts = [("Hulp en begeleiding van de gemeente", plan.support), ("Voorschoolse educatie (VVE) voor uw kinderen", plan.vve),
             ("Opvang van uw kinderen", plan.childcare), ("Meedoen en werk", plan.participation_duties)]  # fmt: skip
    written = [row for row in texts if row[1].strip()]
    return [heading("Wat hoort er bij uw plan?"), pairs([*_hours(plan, situation, letter.on), *written])]


def _hours(plan: Plan, situation: Situation, on: date) -> list[tuple[str, str]]:
    return [*_lessons(plan, situation, on), *_around_lessons(plan)]


def _lessons(plan: Plan, situation: Situation, on: date) -> Iterator[tuple[str, str]]:
    if plan.leerroute in (Leerroute.B, Leerroute.O):
        yield "Niveau Nederlands", str(plan.niveau or Niveau.B1)
    if plan.intensity_hours:
        yield "Lessen Nederlands en KNM", f"Ongeveer {plan.intensity_hours} uur in totaal"
    if plan.leerroute == Leerroute.Z:
        yield "Lessen Nederlands en KNM", str(norm(NormKind.CLASS_HOURS_Z, on))
        if situation.group == Group.ASIELSTATUSHOUDER:
            yield "Meedoen in Nederland", str(norm(NormKind.PARTICIPATION_HOURS_Z, on))
    if plan.alphabetisation in (Alphabetisation.A, Alphabetisation.AA):
        yield "Leren lezen en schrijven", "U leert lezen en schrijven in het Nederlandse alfabet."


def _around_lessons(plan: Plan) -> Iterator[tuple[str, str]]:
    if plan.pvt_hours:
        yield (
            "Participatieverklaringstraject (PVT)",
            f"{plan.pvt_hours} uur. U leert over de waarden van Nederland.",
        )
    if plan.map_hours and plan.leerroute != Leerroute.O:
        yield (
            "Module Arbeidsmarkt en Participatie (MAP)",
            f"{plan.map_hours} uur praktijk. U leert over werk in Nederland.",
        )
    if plan.talks_per_year:
        yield "Gesprekken over hoe het gaat", f"{plan.talks_per_year} keer in een jaar"
    if exams := [
        name
        for allowed, name in ((plan.a2_allowed, "Nederlands op niveau A2"), (plan.knm_allowed, "KNM"))
        if allowed
    ]:
        yield "Examens die u mag doen", " en ".join(exams)
    if plan.may_finish_education:
        yield "Uw opleiding", "U mag eerst de opleiding afmaken die u nu volgt."


def agreements(plan: Plan) -> list[Block]:
    if not plan.agreements:
        return []
    number_of = {goal.id: str(number) for number, goal in enumerate(plan.goals, start=1)}
    rows = [
        [str(number), agreement.text, owner_in_words(agreement), in_words(agreement.due_on) if agreement.due_on else "",
         number_of.get(agreement.goal_id or 0, "-")]
        for number, agreement in enumerate(plan.agreements, start=1)
    ]  # fmt: skip
    header = ["Nr.", "Afspraak", "Wie doet dit?", "Klaar op", "Bij doel"]
    return [heading("Onze afspraken"), table(header, [1, 6, 4, 3, 2], rows)]
