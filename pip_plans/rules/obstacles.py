"""What stands between a concept and a PIP that the gemeente may establish."""

from collections.abc import Iterator
from datetime import date

from cases.enums import Group
from deadlines.rules.catalogue import LAW_STARTED_ON
from inburgering.kit.dutch import format_date
from pip_plans.enums import Alphabetisation, Factor, Leerroute, Niveau, Owner, TranslationState
from pip_plans.rules.norms import NormKind, norm
from pip_plans.rules.obstacle import Obstacle
from pip_plans.rules.plan import DUTCH, Plan, PlanAgreement, Situation
from pip_plans.rules.switching import scaling_obstacles, switch_obstacles

__all__ = ["Obstacle", "agreement_obstacles", "duo_obstacles", "obstacles", "signals"]

# A motivation that says something: shorter ones are "ok", "zie intake", "n.v.t.".
SHORTEST_MOTIVATION = 40


def obstacles(plan: Plan, situation: Situation, on: date) -> list[Obstacle]:
    """Everything that keeps this plan from being established on this day, DUO's checks included.

    Content by Wet inburgering 2021, artikel 15 and Besluit inburgering 2021, artikelen 3.14 lid 7 and 5.3 lid 4.
    """
    return [
        *_case(situation, on),
        *_goals(plan),
        *_agreements(plan),
        *_route(plan, situation),
        *switch_obstacles(plan, situation, on),
        *scaling_obstacles(plan, situation, on),
        *_motivation(plan, on),
        *_parts(plan, situation, on),
        *duo_obstacles(plan, situation, on),
    ]


def duo_obstacles(plan: Plan, situation: Situation, on: date) -> list[Obstacle]:
    """The checks with which DUO accepts or refuses a PIP, in words of our own."""
    return [*_duo_dates(situation, on), *_duo_level(plan, situation), *_duo_intensity(plan, situation, on)]


# --- The case ------------------------------------------------------------------------------------------------


def _case(situation: Situation, on: date) -> Iterator[Obstacle]:
    if not situation.case_is_open:
        yield Obstacle(
            "dossier", "Het dossier is gesloten. In een gesloten dossier kan geen PIP worden vastgesteld."
        )
    if not situation.group:
        yield Obstacle(
            "dossier",
            "De doelgroep is niet bekend. Vul in het dossier in of iemand asielstatushouder is of niet.",
        )
    # After a removal the gemeente builds on the intake of the one before; a change needs no new one either.
    if situation.is_first_ever and not situation.intake_completed:
        yield Obstacle("intake", "De brede intake is nog niet afgerond. Rond eerst de intake af.")
    # The plan rests on the intake; an earlier day would make a late PIP look in time.
    completed_on = situation.intake_completed_on if situation.is_first_ever else None
    if completed_on and on < completed_on:
        day = format_date(completed_on, weekday=False)
        yield Obstacle(
            "on",
            f"De dagtekening ligt vóór de dag waarop de brede intake klaar was: {day}. Kies die dag of later.",
        )


# --- Goals and agreements ------------------------------------------------------------------------------------


def _goals(plan: Plan) -> Iterator[Obstacle]:
    if not plan.goals:
        yield Obstacle(
            "doelen", "Er staat nog geen doel in het plan. Schrijf ten minste één doel op, in eigen woorden."
        )
    for number, goal in enumerate(plan.goals, start=1):
        if not goal.own_text.strip():
            yield Obstacle(f"doel-{goal.id}", f"Doel {number} heeft nog geen tekst in eigen woorden.")
        elif not goal.in_dutch.strip():
            yield Obstacle(f"doel-{goal.id}", f"Doel {number} heeft nog geen vertaling in het Nederlands.")


def _agreements(plan: Plan) -> Iterator[Obstacle]:
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


# --- The route and why -----------------------------------------------------------------------------------------


def _route(plan: Plan, situation: Situation) -> Iterator[Obstacle]:
    if not plan.leerroute:
        yield Obstacle("leerroute", "Kies een leerroute.")
    if not plan.wished_leerroute:
        yield Obstacle("wished_leerroute", "Vraag welke leerroute de nieuwkomer zelf wil, en vul dat in.")
    if plan.differs_from_wish and not plan.wish_difference_reason.strip():
        yield Obstacle("wish_difference_reason", "De leerroute is anders dan de wens. Leg uit waarom.")
    previous = situation.previous
    if previous and situation.is_first_here and plan.leerroute and plan.leerroute != previous.leerroute:
        yield Obstacle(
            "leerroute",
            f"Na een verhuizing blijft de leerroute gelijk. In het PIP van {previous.gemeente} staat de "
            f"{Leerroute(previous.leerroute).label} (Wet inburgering 2021, artikel 15 lid 4).",
        )
    if not situation.is_first_here and not plan.change_reason.strip():
        yield Obstacle(
            "change_reason", "Schrijf op waarom het PIP verandert. De nieuwkomer leest dit in de brief."
        )


def _motivation(plan: Plan, on: date) -> Iterator[Obstacle]:
    fewest = norm(NormKind.FACTORS, on)
    unknown = [factor for factor in plan.factors if factor not in Factor.values]
    if unknown:
        yield Obstacle("factors", f"Deze reden kan niet: {', '.join(unknown)}. Kies redenen uit de lijst.")
    if len(set(plan.factors)) < fewest.figure:
        yield Obstacle("factors", f"Kies ten minste {fewest} voor de leerroute.")
    if plan.factors and set(plan.factors) <= {Factor.TOETS}:
        yield Obstacle("factors", "De leerbaarheidstoets is een advies en mag nooit de enige reden zijn.")
    if len(plan.motivation.strip()) < SHORTEST_MOTIVATION:
        yield Obstacle(
            "motivation",
            "Leg in gewone woorden uit waarom deze leerroute past. Schrijf ten minste één hele zin.",
        )
    if not plan.own_language:
        yield Obstacle("own_language", "Kies de taal waarin de nieuwkomer de uitleg leest.")
    elif plan.own_language != DUTCH and not plan.motivation_own_language.strip():
        yield Obstacle(
            "motivation_own_language", "De uitleg over de leerroute is nog niet vertaald in de eigen taal."
        )


# --- The parts of the route --------------------------------------------------------------------------------------


def _parts(plan: Plan, situation: Situation, on: date) -> Iterator[Obstacle]:
    yield from _pvt_and_map(plan, on)
    if not plan.alphabetisation:
        yield Obstacle(
            "alphabetisation", "Kies of iemand leert lezen en schrijven in het Nederlandse alfabet."
        )
    if not plan.talks_per_year:
        yield Obstacle(
            "talks_per_year", "Vul in hoeveel voortgangsgesprekken er in een jaar zijn. Ten minste één."
        )
    if not plan.support.strip():
        yield Obstacle("support", "Schrijf op welke hulp en begeleiding de gemeente geeft.")
    if situation.has_children and not plan.vve.strip():
        yield Obstacle("vve", "Er zijn kinderen. Schrijf op wat is afgesproken over voorschoolse educatie, "
                              "ook als het niet nodig is.")  # fmt: skip
    if plan.leerroute != Leerroute.Z and (plan.a2_allowed or plan.knm_allowed):
        yield Obstacle("a2_allowed", "Toestemming voor examens op A2 of KNM hoort alleen bij de Z-route.")
    if (
        plan.leerroute == Leerroute.B
        and situation.group == Group.ASIELSTATUSHOUDER
        and not plan.intensity_hours
    ):
        yield Obstacle("intensity_hours", "Schat hoeveel uur de B1-route duurt, met taal en KNM samen.")


def _pvt_and_map(plan: Plan, on: date) -> Iterator[Obstacle]:
    pvt, practice = norm(NormKind.PVT_HOURS, on), norm(NormKind.MAP_PRACTICE_HOURS, on)
    if plan.pvt_hours is None or plan.pvt_hours < pvt.figure:
        yield Obstacle(
            "pvt_hours", f"Het participatieverklaringstraject (PVT) duurt ten minste {pvt} ({pvt.source})."
        )
    if plan.leerroute == Leerroute.O:
        if plan.map_hours:
            yield Obstacle("map_hours", "In de onderwijsroute is geen MAP. Maak dit vak leeg (Besluit inburgering 2021, "
                                        "artikel 3.2).")  # fmt: skip
    elif plan.leerroute and (plan.map_hours is None or plan.map_hours < practice.figure):
        yield Obstacle("map_hours", f"De MAP heeft ten minste {practice} praktijk ({practice.source}).")


# --- DUO -----------------------------------------------------------------------------------------------------------


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


# --- Worth a second look, but no obstacle ------------------------------------------------------------------------------


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
