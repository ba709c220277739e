"""How the leerroute was weighed, as the newcomer reads it in the letter."""

from datetime import date

from pip_plans.rules.advice import deviates, in_words, inputs_of
from pip_plans.rules.deciding import alternatives
from pip_plans.rules.letter.blocks import Block, bullets, heading, text
from pip_plans.rules.letter.blocks import in_words as day_in_words
from pip_plans.rules.plan import Plan


def weighed(plan: Plan) -> list[Block]:
    """Why not another route, what was advised, and a local policy about age by its name: it isn't the law (PP-39)."""
    return [*_others(plan), *_advice(plan), *_age_policy(plan)]


def _others(plan: Plan) -> list[Block]:
    found = [f"Waarom niet de {one.route.label}? {one.why_not}" for one in alternatives(plan) if one.why_not]
    return [text("Wij dachten ook na over de andere routes:"), bullets(found)] if found else []


def _advice(plan: Plan) -> list[Block]:
    if not plan.advice:
        return []
    on = day_in_words(date.fromisoformat(plan.advice["on"]))
    blocks = [text(f"Op {on} keken wij wat er over u bekend was. Het advies was toen: {in_words(plan.advice)}. "
                   "Een advies is geen besluit. Uw klantmanager besliste.")]  # fmt: skip
    if deviates(plan.leerroute, plan.advice):
        blocks.append(
            text(f"Wij kiezen iets anders dan het advies. De reden is: {plan.advice_difference_reason}")
        )
    rows = [one.in_one_line for one in inputs_of(plan.advice)]
    return [*blocks, text("Dit was bekend:"), bullets(rows)] if rows else blocks


def _age_policy(plan: Plan) -> list[Block]:
    if not plan.age_policy:
        return []
    where = f" U kunt dit beleid lezen op {plan.age_policy_link}." if plan.age_policy_link else ""
    paper = " Dit beleid staat bij uw documenten in het portaal." if plan.age_policy_document_id else ""
    return [
        heading("Beleid van uw gemeente"),
        text("Uw leeftijd speelde een rol. Dat staat niet in de wet: de wet heeft voor geen enkele leerroute een "
             "leeftijdsgrens. Het is beleid van uw gemeente over studeren met behoud van uitkering:"),
        text(plan.age_policy),
        text(f"Bent u het er niet mee eens? Dan kunt u bezwaar maken.{where}{paper}"),
    ]  # fmt: skip
