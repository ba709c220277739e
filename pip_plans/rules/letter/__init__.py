"""What the beschikking says, block by block, in Dutch that somebody at level B1 can read.

Nothing that a user wrote is ever markup.
"""

from typing import Any

from pip_plans.rules.letter import body, frame, further
from pip_plans.rules.letter.comparison import comparison
from pip_plans.rules.letter.frame import Letter, Sender, WithoutConsent
from pip_plans.rules.plan import Plan, Situation

__all__ = ["Letter", "Sender", "WithoutConsent", "comparison", "content"]


def content(plan: Plan, situation: Situation, letter: Letter) -> dict[str, Any]:
    """The whole letter as data for the template."""
    return {
        "title": f"Persoonlijk plan inburgering en participatie van {letter.person}",
        "concept": letter.is_concept,
        "sender": [f"Gemeente {letter.sender.gemeente}", *letter.sender.address],
        "to": letter.person,
        "facts": frame.facts(letter),
        "date": [letter.on.year, letter.on.month, letter.on.day],
        "blocks": [
            *frame.opening(plan, situation, letter),
            *frame.without_consent(letter),
            *body.goals(plan, letter),
            *body.route(plan, situation, letter),
            *body.parts(plan, situation, letter),
            *further.taking_part(plan),
            *further.money(plan),
            *body.agreements(plan),
            *further.going_on(plan),
            *further.afterwards(plan),
            *frame.term(situation, letter),
            *frame.objection(letter),
            *frame.closing(letter),
        ],
    }
