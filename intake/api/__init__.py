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

__all__ = [
    "AddEntry",
    "AddPromise",
    "AddTalk",
    "ChangeEntry",
    "CloseTalk",
    "CompleteIntake",
    "ReadCoa",
    "ReadEntries",
    "ReadIntake",
    "RemoveEntry",
    "SaveAnswer",
    "SaveCoa",
    "SettlePromise",
    "StartIntake",
]
