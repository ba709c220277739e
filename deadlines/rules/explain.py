"""A term in words."""

from datetime import date

from deadlines.rules.outcome import Outcome

LANGUAGES = ("nl", "en", "ar")


def explain(outcome: Outcome, language: str) -> str:
    """Why a term ends when it ends, in one sentence."""
    if language != "nl":
        raise KeyError(language)
    return outcome.explanation


def explain_steps(outcome: Outcome, language: str) -> tuple[tuple[date, str], ...]:
    """The days that the count passes, each with what happens on it."""
    if language != "nl":
        raise KeyError(language)
    return tuple((step.on, step.text) for step in outcome.steps)
