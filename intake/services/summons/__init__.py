"""The acts on oproepen: call, write down how it went, ask why, judge, withdraw, and complete without the newcomer."""

from intake.services.summons.absence import complete_in_absence
from intake.services.summons.calling import summon, withdraw_summons
from intake.services.summons.hearing import give_reason, judge_summons, log_attempt
from intake.services.summons.outcome import record_summons_outcome, settle_due_summonses

__all__ = [
    "complete_in_absence",
    "give_reason",
    "judge_summons",
    "log_attempt",
    "record_summons_outcome",
    "settle_due_summonses",
    "summon",
    "withdraw_summons",
]
