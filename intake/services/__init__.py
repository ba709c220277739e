"""Writes about the brede intake."""

from intake.services.answers import save_answer, settle_conflict
from intake.services.coa import save_coa_handover
from intake.services.intakes import (
    add_talk,
    complete_intake,
    open_intake,
    record_private_talk,
    record_understood,
    reopen_intake,
)
from intake.services.lbt import (
    choose_lbt_version,
    record_earlier_pip,
    record_lbt_exam_number,
    record_lbt_exemption,
    record_lbt_result,
    set_lbt_version,
)
from intake.services.lists import add_entry, change_entry, remove_entry
from intake.services.preparation import Given, Rated, SheetClash, save_sheet_step
from intake.services.promises import add_promise, close_talk, link_promise, settle_promise
from intake.services.recordings import keep_recording, remove_recording
from intake.services.summons import (
    complete_in_absence,
    give_reason,
    judge_summons,
    log_attempt,
    record_summons_outcome,
    settle_due_summonses,
    summon,
    withdraw_summons,
)

__all__ = [
    "Given",
    "Rated",
    "SheetClash",
    "add_entry",
    "add_promise",
    "add_talk",
    "change_entry",
    "choose_lbt_version",
    "close_talk",
    "complete_in_absence",
    "complete_intake",
    "give_reason",
    "judge_summons",
    "keep_recording",
    "link_promise",
    "log_attempt",
    "open_intake",
    "record_earlier_pip",
    "record_lbt_exam_number",
    "record_lbt_exemption",
    "record_lbt_result",
    "record_private_talk",
    "record_summons_outcome",
    "record_understood",
    "remove_entry",
    "remove_recording",
    "reopen_intake",
    "save_answer",
    "save_coa_handover",
    "save_sheet_step",
    "set_lbt_version",
    "settle_conflict",
    "settle_due_summonses",
    "settle_promise",
    "summon",
    "withdraw_summons",
]
