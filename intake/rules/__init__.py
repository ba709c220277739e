"""The catalogue of questions, and what follows from the answers."""

from intake.rules.answers import (
    MAX_CHARACTERS,
    AnswerError,
    Facts,
    Missing,
    Progress,
    applies,
    clean_text,
    clean_value,
    day_obstacles,
    fingerprint,
    is_needed,
    is_overtaken,
    missing,
    progress,
    question_of,
    talk_obstacles,
)
from intake.rules.catalogue import QUESTIONS, RESTRICTED, SECTION_BY_KEY, SECTION_OF, SECTIONS
from intake.rules.lbt import NOT_BINDING, contradictions, score_of_duo
from intake.rules.promises import closing_obstacles, settling_obstacles, shortened
from intake.rules.questions import Option, Question, Section, Words

__all__ = [
    "MAX_CHARACTERS",
    "NOT_BINDING",
    "QUESTIONS",
    "RESTRICTED",
    "SECTIONS",
    "SECTION_BY_KEY",
    "SECTION_OF",
    "AnswerError",
    "Facts",
    "Missing",
    "Option",
    "Progress",
    "Question",
    "Section",
    "Words",
    "applies",
    "clean_text",
    "clean_value",
    "closing_obstacles",
    "contradictions",
    "day_obstacles",
    "fingerprint",
    "is_needed",
    "is_overtaken",
    "missing",
    "progress",
    "question_of",
    "score_of_duo",
    "settling_obstacles",
    "shortened",
    "talk_obstacles",
]
