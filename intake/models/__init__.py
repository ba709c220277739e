"""The brede intake: its talks, its answers with their history, and the leerbaarheidstoets of the case."""

from intake.models.answers import IntakeAnswer, IntakeConflict
from intake.models.coa import CoaHandover
from intake.models.intakes import Intake, IntakeTalk, TalkPromise
from intake.models.lbt import LbtRegistration, LbtResult, LbtVersion
from intake.models.lists import (
    ENTRY_MODELS,
    Child,
    Diploma,
    Entry,
    ExtraTest,
    ScriptJudgement,
    SkillLevel,
    WeekSlot,
)
from intake.models.preparation import PreparationSheet, SheetAnswer, SheetRating
from intake.models.recordings import PackRecording, RecordingSound
from intake.models.summons import IntakeInAbsence, Summons, SummonsAttempt, SummonsReason

__all__ = [
    "ENTRY_MODELS",
    "Child",
    "CoaHandover",
    "Diploma",
    "Entry",
    "ExtraTest",
    "Intake",
    "IntakeAnswer",
    "IntakeConflict",
    "IntakeInAbsence",
    "IntakeTalk",
    "LbtRegistration",
    "LbtResult",
    "LbtVersion",
    "PackRecording",
    "PreparationSheet",
    "RecordingSound",
    "ScriptJudgement",
    "SheetAnswer",
    "SheetRating",
    "SkillLevel",
    "Summons",
    "SummonsAttempt",
    "SummonsReason",
    "TalkPromise",
    "WeekSlot",
]
