"""A bezwaar: received, mended, heard, decided. Each step is told to the newcomer and kept as it was sent."""

from pip_plans.services.objections.deciding import decide_objection, name_decider, withdraw_objection
from pip_plans.services.objections.handling import (
    adjourn_objection,
    agree_to_later,
    ask_to_mend,
    judge_lateness,
    mend_objection,
    record_default,
    record_hearing,
    waive_hearing,
)
from pip_plans.services.objections.receiving import register_objection, translate_objection
from pip_plans.services.objections.representing import end_representative, set_representative

__all__ = [
    "adjourn_objection",
    "agree_to_later",
    "ask_to_mend",
    "decide_objection",
    "end_representative",
    "judge_lateness",
    "mend_objection",
    "name_decider",
    "record_default",
    "record_hearing",
    "register_objection",
    "set_representative",
    "translate_objection",
    "waive_hearing",
    "withdraw_objection",
]
