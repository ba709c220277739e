"""The exact words of a plan as data: what somebody read and signed, to keep and to recognise."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from pip_plans.rules.plan import Plan, PlanAgreement, PlanGoal
from pip_plans.rules.translations import current_translations, translated_as_read

NOT_WORDS = frozenset({"translation_state", "translation_source", "goals", "agreements", "translations"})
"""Fields that aren't words of the plan itself: who checked a translation changes nothing of what it says."""
_EMPTY = Plan()
_LISTS = frozenset({"factors", "pathways", "relief_costs"})
_DAYS = frozenset(
    {"benefit_from", "relief_from", "relief_until", "further_learning_decide_on", "next_step_on"}
)


def wording(plan: Plan) -> dict[str, Any]:
    """Everything that a reader of the plan reads, so no translation of another text. What is empty is left out, so that a
    field of a later release, empty in every older plan, doesn't make an older text another one.
    """
    if not plan.motivation_is_translated:
        plan = replace(plan, motivation_own_language="")
    fields = {name: getattr(plan, name) for name in Plan.__dataclass_fields__ if name not in NOT_WORDS}
    places = {goal.id: place for place, goal in enumerate(plan.goals)}
    return _plain(
        {name: value for name, value in fields.items() if value != getattr(_EMPTY, name)}
        | {"goals": [_row(asdict(goal)) for goal in plan.goals]}
        | {
            "agreements": [
                _row(asdict(agreement if agreement.is_translated else replace(agreement, translation="")))
                | {"goal": places.get(agreement.goal_id or 0)}
                for agreement in plan.agreements
            ]
        }
        | ({"translations": translated} if (translated := current_translations(plan)) else {})
    )


def fingerprint(words: Mapping[str, Any]) -> str:
    """The same words give the same 64 characters; other words give others."""
    canonical = json.dumps(words, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def plan_of(words: Mapping[str, Any]) -> Plan:
    """The plan as it was read. Goals and agreements get their place as number."""
    fields = {name: value for name, value in words.items() if name in Plan.__dataclass_fields__}
    goals = tuple(PlanGoal(id=place, **_known(PlanGoal, row)) for place, row in enumerate(words["goals"], 1))
    agreements = tuple(
        PlanAgreement(
            id=place, goal_id=None if row["goal"] is None else row["goal"] + 1, **_known(PlanAgreement, row)
        )
        for place, row in enumerate(words["agreements"], 1)
    )
    for name in _LISTS & fields.keys():
        fields[name] = tuple(fields[name])
    for name in _DAYS & fields.keys():
        fields[name] = date.fromisoformat(fields[name])
    read = Plan(**fields | {"goals": goals, "agreements": agreements, "translations": ()})
    return replace(read, translations=translated_as_read(words.get("translations", {}), read))


def _row(fields: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value
        for name, value in fields.items()
        if name not in {"id", "goal_id", "translation_state", "translation_source"}
        and value not in ("", None)
    }


def _known(kind: Any, row: Mapping[str, Any]) -> dict[str, Any]:
    fields = {name: value for name, value in row.items() if name in kind.__dataclass_fields__}
    if fields.get("due_on"):
        fields["due_on"] = date.fromisoformat(fields["due_on"])
    return fields


def _plain(words: dict[str, Any]) -> dict[str, Any]:
    """As JSON would give it back."""
    plain: dict[str, Any] = json.loads(json.dumps(words, default=lambda value: value.isoformat()))
    return plain
