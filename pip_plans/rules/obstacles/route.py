"""The leerroute and why."""

from collections.abc import Iterator
from datetime import date

from cases.rules.languages import dutch_name
from inburgering.kit.typed import says_something
from pip_plans.enums import Factor, Leerroute
from pip_plans.rules.norms import NormKind, norm
from pip_plans.rules.obstacle import Obstacle
from pip_plans.rules.plan import DUTCH, Plan, Situation

# A motivation that says something: shorter ones are "ok", "zie intake", "n.v.t.".
SHORTEST_MOTIVATION = 40
# In Chinese a sentence may take a fifth of the signs that it takes in Dutch; in most languages it takes about as many.
MOST_TIMES_SHORTER = 6
SHORTEST_TRANSLATION = 10


def route_obstacles(plan: Plan, situation: Situation) -> Iterator[Obstacle]:
    if not plan.leerroute:
        yield Obstacle("leerroute", "Kies een leerroute.")
    if not plan.wished_leerroute:
        yield Obstacle("wished_leerroute", "Vraag welke leerroute de nieuwkomer zelf wil, en vul dat in.")
    if plan.differs_from_wish and not says_something(plan.wish_difference_reason):
        yield Obstacle("wish_difference_reason", "De leerroute is anders dan de wens. Leg uit waarom.")
    previous = situation.previous
    if previous and situation.is_first_here and plan.leerroute and plan.leerroute != previous.leerroute:
        yield Obstacle(
            "leerroute",
            f"Na een verhuizing blijft de leerroute gelijk. In het PIP van {previous.gemeente} staat de "
            f"{Leerroute(previous.leerroute).label} (Wet inburgering 2021, artikel 15 lid 4).",
        )
    if not situation.is_first_here and not says_something(plan.change_reason):
        yield Obstacle(
            "change_reason", "Schrijf op waarom het PIP verandert. De nieuwkomer leest dit in de brief."
        )


def motivation_obstacles(plan: Plan, situation: Situation, on: date) -> Iterator[Obstacle]:
    fewest = norm(NormKind.FACTORS, on)
    unknown = [factor for factor in plan.factors if factor not in Factor.values]
    if unknown:
        yield Obstacle("factors", f"Deze reden kan niet: {', '.join(unknown)}. Kies redenen uit de lijst.")
    wants_this = "" in (plan.leerroute, plan.wished_leerroute) or plan.leerroute == plan.wished_leerroute
    if Factor.WENS in plan.factors and not wants_this:
        yield Obstacle("factors", "‘Eigen wens’ kan hier geen reden zijn: dit is niet de leerroute die de nieuwkomer zelf wil. "
                                  "Haal het kruisje weg.")  # fmt: skip
    # A local policy about age explains a refusal, and a wish for another route carries that one: no route is chosen on them.
    reasons = set(plan.factors) - {Factor.LEEFTIJDSBELEID}
    if not wants_this:
        reasons.discard(Factor.WENS)
    if len(reasons) < fewest.figure:
        yield Obstacle("factors", f"Kies ten minste {fewest} voor de leerroute.")
    if reasons and reasons <= {Factor.TOETS}:
        yield Obstacle("factors", "De leerbaarheidstoets is een advies en mag nooit de enige reden zijn.")
    if len(plan.motivation.strip()) < SHORTEST_MOTIVATION:
        yield Obstacle(
            "motivation",
            "Leg in gewone woorden uit waarom deze leerroute past. Schrijf ten minste één hele zin.",
        )
    yield from _own_language(plan, situation)


def _own_language(plan: Plan, situation: Situation) -> Iterator[Obstacle]:
    """The explanation in a language that somebody reads, as long as it takes, and of the Dutch as it is now (PP-36)."""
    if not plan.own_language:
        yield Obstacle("own_language", "Kies de taal waarin de nieuwkomer de uitleg leest.")
        return
    if situation.languages and plan.own_language not in situation.languages:
        read = ", ".join(dutch_name(code) for code in situation.languages)
        yield Obstacle(
            "own_language",
            f"De taal van de uitleg is {dutch_name(plan.own_language)}, maar volgens het dossier leest of "
            f"verstaat de nieuwkomer: {read}. Kies die taal, of verbeter de talen in het dossier.",
        )
    if plan.own_language == DUTCH:
        return
    dutch, own = plan.motivation.strip(), plan.motivation_own_language.strip()
    if not own:
        yield Obstacle(
            "motivation_own_language", "De uitleg over de leerroute is nog niet vertaald in de eigen taal."
        )
    elif len(own) < max(SHORTEST_TRANSLATION, len(dutch) // MOST_TIMES_SHORTER) or own == dutch:
        yield Obstacle(
            "motivation_own_language",
            "De uitleg in de eigen taal is geen vertaling van de hele uitleg. Vertaal alles wat er in het Nederlands staat.",
        )
    elif (
        own == situation.current_motivation_own_language.strip()
        and dutch != situation.current_motivation.strip()
    ):
        yield Obstacle(
            "motivation_own_language",
            "De uitleg is veranderd, maar de vertaling is nog die van het vorige PIP. Laat de nieuwe uitleg vertalen.",
        )
    elif dutch and not plan.motivation_is_translated:
        yield Obstacle(
            "motivation_own_language",
            "De uitleg is veranderd na de vertaling, of is in een andere taal. Pas de vertaling aan. Klopt zij nog? Kies dan "
            "dat een mens haar nakeek.",
        )
