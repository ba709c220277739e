"""Intakes and what belongs to them, as far as somebody may see them."""

from intake.selectors.answers import (
    answers_by_question,
    answers_visible_to,
    conflicts_of,
    versions_of,
)
from intake.selectors.finding import (
    awaits_coa_handover,
    coa_handover_of,
    current_intake,
    earlier_intakes,
    intakes_editable_by,
    intakes_visible_to,
    may_read_health,
    sections_visible_to,
)
from intake.selectors.lbt import LbtAdvice, latest_lbt_result, lbt_advice, open_contradictions
from intake.selectors.lists import (
    asked_tests_of_resident,
    earlier_proofs,
    entries_of,
    evidence_of,
    levels_now,
    lists_of_section,
)
from intake.selectors.overview import (
    Overview,
    RecordLine,
    RecordSection,
    holds_health,
    overview_of,
    overview_of_case,
    record_of,
)
from intake.selectors.talks import (
    promises_for_plan,
    promises_in_plan,
    promises_of,
    promises_of_resident,
    talks_of,
    unresolved_promises,
)
from intake.selectors.team import (
    GoalsKnown,
    RepeatedStep,
    goals_known_before_housing,
    repeated_steps,
    repeated_steps_for,
)

__all__ = [
    "GoalsKnown",
    "LbtAdvice",
    "Overview",
    "RecordLine",
    "RecordSection",
    "RepeatedStep",
    "answers_by_question",
    "answers_visible_to",
    "asked_tests_of_resident",
    "awaits_coa_handover",
    "coa_handover_of",
    "conflicts_of",
    "current_intake",
    "earlier_intakes",
    "earlier_proofs",
    "entries_of",
    "evidence_of",
    "goals_known_before_housing",
    "holds_health",
    "intakes_editable_by",
    "intakes_visible_to",
    "latest_lbt_result",
    "lbt_advice",
    "levels_now",
    "lists_of_section",
    "may_read_health",
    "open_contradictions",
    "overview_of",
    "overview_of_case",
    "promises_for_plan",
    "promises_in_plan",
    "promises_of",
    "promises_of_resident",
    "record_of",
    "repeated_steps",
    "repeated_steps_for",
    "sections_visible_to",
    "talks_of",
    "unresolved_promises",
    "versions_of",
]
