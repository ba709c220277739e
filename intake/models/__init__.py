"""The brede intake: its talks, its answers with their history, and the leerbaarheidstoets of the case."""

from intake.models.answers import IntakeAnswer, IntakeConflict
from intake.models.intakes import Intake, IntakeTalk, TalkPromise
from intake.models.lbt import LbtRegistration, LbtResult

__all__ = [
    "Intake",
    "IntakeAnswer",
    "IntakeConflict",
    "IntakeTalk",
    "LbtRegistration",
    "LbtResult",
    "TalkPromise",
]
