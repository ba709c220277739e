"""A term in the words of a language: the same on screen, in letters, in the portal, in the API and on the command line."""

from datetime import date

from deadlines.rules.outcome import Outcome
from deadlines.rules.render import sentence_of, text_of
from deadlines.rules.words import LANGUAGES as WORDS

LANGUAGES = tuple(WORDS)


def explain(outcome: Outcome, language: str) -> str:
    """Why a term ends when it ends, in one sentence; after it where DUO's dates are others."""
    said = [sentence_of(outcome.clauses, outcome.cites, language)]
    return " ".join([*said, *(text_of(difference, language) for difference in outcome.differences)])


def explain_steps(outcome: Outcome, language: str) -> tuple[tuple[date, str], ...]:
    """The days that the count passes, each with what happens on it."""
    return tuple((step.on, text_of(step.says, language)) for step in outcome.steps)
