"""The brede intake for other systems. Same services as the pages."""

from intake.api.acts import (
    AddPromise,
    AddTalk,
    CloseTalk,
    CompleteIntake,
    ReadIntake,
    SaveAnswer,
    SettlePromise,
    StartIntake,
)
from intake.api.coa import ReadCoa, SaveCoa
from intake.api.lists import AddEntry, ChangeEntry, ReadEntries, RemoveEntry
from intake.api.preparation import ReadSheet, SaveSheetStep
from intake.api.summons import JudgeSummons, LogAttempt, ReadSummonses, SendSummons

__all__ = [
    "AddEntry",
    "AddPromise",
    "AddTalk",
    "ChangeEntry",
    "CloseTalk",
    "CompleteIntake",
    "JudgeSummons",
    "LogAttempt",
    "ReadCoa",
    "ReadEntries",
    "ReadIntake",
    "ReadSheet",
    "ReadSummonses",
    "RemoveEntry",
    "SaveAnswer",
    "SaveCoa",
    "SaveSheetStep",
    "SendSummons",
    "SettlePromise",
    "StartIntake",
]
