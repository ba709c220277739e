"""Pages of the brede intake."""

from intake.views.acts import complete, exempt, reopen, start
from intake.views.coa import coa
from intake.views.lbt import choose_lbt_version, lbt_versions
from intake.views.lists import add_entry, change_entry, remove_entry
from intake.views.preparation import sheet, sheet_step
from intake.views.reading import answer_history, intake, read_intake, repeats
from intake.views.recordings import (
    record_part,
    recordings,
    recordings_in,
    remove_recording,
    sound,
)
from intake.views.sections import save_answer, section, settle_conflict
from intake.views.summons import (
    complete_in_absence,
    judge_summons,
    log_attempt,
    summon,
    summons_outcome,
    summons_reason,
    summonses,
    withdraw_summons,
)
from intake.views.talks import (
    add_promise,
    add_talk,
    close_talk,
    private_talk,
    read_talk,
    settle_promise,
    understood,
)

__all__ = [
    "add_entry",
    "add_promise",
    "add_talk",
    "answer_history",
    "change_entry",
    "choose_lbt_version",
    "close_talk",
    "coa",
    "complete",
    "complete_in_absence",
    "exempt",
    "intake",
    "judge_summons",
    "lbt_versions",
    "log_attempt",
    "private_talk",
    "read_intake",
    "read_talk",
    "record_part",
    "recordings",
    "recordings_in",
    "remove_entry",
    "remove_recording",
    "reopen",
    "repeats",
    "save_answer",
    "section",
    "settle_conflict",
    "settle_promise",
    "sheet",
    "sheet_step",
    "sound",
    "start",
    "summon",
    "summons_outcome",
    "summons_reason",
    "summonses",
    "understood",
    "withdraw_summons",
]
